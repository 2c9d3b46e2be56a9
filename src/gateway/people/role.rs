//! What a person may do.

use serde::{Deserialize, Serialize};

/// What a person may do. Each may do what the one before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Sees everything, changes nothing.
    Viewer,
    /// Creates, tests, syncs, pauses and resumes integrations, and answers what they ask.
    Admin,
    /// Makes and revokes tokens, archives integrations, purges dead letters, manages admins and viewers.
    SuperAdmin,
    /// Manages all people. There is always one.
    Owner,
}

impl Role {
    /// All of them, the least first.
    pub const ALL: [Self; 4] = [Self::Viewer, Self::Admin, Self::SuperAdmin, Self::Owner];

    /// The name in the table and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Admin => "admin",
            Self::SuperAdmin => "super_admin",
            Self::Owner => "owner",
        }
    }

    /// The one with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether a person with this role may make, change and disable one with the other: an owner any, a super admin those
    /// below.
    pub fn manages(self, other: Self) -> bool {
        self == Self::Owner || (self == Self::SuperAdmin && other < Self::SuperAdmin)
    }
}

#[cfg(test)]
mod tests {
    use super::Role;

    #[test]
    fn a_role_manages_what_is_below_it_and_an_owner_manages_all() {
        for (one, other, may) in [
            (Role::Owner, Role::Owner, true),
            (Role::SuperAdmin, Role::Owner, false),
            (Role::SuperAdmin, Role::SuperAdmin, false),
            (Role::SuperAdmin, Role::Admin, true),
            (Role::Admin, Role::Viewer, false),
        ] {
            assert_eq!(one.manages(other), may, "{one:?} {other:?}");
        }
        for role in Role::ALL {
            assert_eq!(Role::from_name(role.name()), Some(role));
        }
    }
}
