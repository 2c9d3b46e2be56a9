//! What a job asks for: `users.create`, `roles.list`, `check`, `sync`.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kind of thing that an app keeps and that jobs are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResourceKind {
    /// People's accounts.
    Users,
    /// Roles that the app gives to accounts.
    Roles,
    /// Groups or teams of accounts.
    Groups,
    /// Things that are shared with accounts: projects, licences, boards.
    Assets,
}

impl ResourceKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Users, Self::Roles, Self::Groups, Self::Assets];

    /// The name in recipes and actions: `users`, `roles`, `groups`, `assets`.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Roles => "roles",
            Self::Groups => "groups",
            Self::Assets => "assets",
        }
    }

    /// The name in jobs and templates: `user`, `role`, `group`, `asset`.
    pub fn singular(self) -> &'static str {
        match self {
            Self::Users => "user",
            Self::Roles => "role",
            Self::Groups => "group",
            Self::Assets => "asset",
        }
    }

    /// The kind with that plural name.
    pub fn from_plural(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.plural() == name)
    }

    /// The kind with that singular name.
    pub fn from_singular(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.singular() == name)
    }
}

impl fmt::Display for ResourceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.plural())
    }
}

/// What is done to a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Verb {
    /// Read all of them.
    List,
    /// Read one.
    Get,
    /// Make one exist.
    Create,
    /// Change attributes of one.
    Update,
    /// Take an account's access away without deleting it.
    Disable,
    /// Give access back.
    Enable,
    /// Make one not exist.
    Delete,
    /// Add references (roles, groups, assets) to a user.
    Grant,
    /// Take references from a user.
    Revoke,
    /// Put a user into a group, on the group's page.
    AddMember,
    /// Take a user out of a group, on the group's page.
    RemoveMember,
}

impl Verb {
    /// All verbs.
    pub const ALL: [Self; 11] = [
        Self::List,
        Self::Get,
        Self::Create,
        Self::Update,
        Self::Disable,
        Self::Enable,
        Self::Delete,
        Self::Grant,
        Self::Revoke,
        Self::AddMember,
        Self::RemoveMember,
    ];

    /// The name after the dot.
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Get => "get",
            Self::Create => "create",
            Self::Update => "update",
            Self::Disable => "disable",
            Self::Enable => "enable",
            Self::Delete => "delete",
            Self::Grant => "grant",
            Self::Revoke => "revoke",
            Self::AddMember => "add_member",
            Self::RemoveMember => "remove_member",
        }
    }

    /// Whether the verb only reads.
    pub fn is_read(self) -> bool {
        matches!(self, Self::List | Self::Get)
    }
}

/// An action of a job: a verb on a resource, or one of the two that concern the whole app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// Log in if needed, open the users screen, read its first page; write nothing.
    Check,
    /// Every list the recipe offers, in one session.
    Sync,
    /// A verb on a resource.
    On(ResourceKind, Verb),
}

impl Action {
    /// The resource the action is about; `check` and `sync` are about users.
    pub fn resource(self) -> ResourceKind {
        match self {
            Self::Check | Self::Sync => ResourceKind::Users,
            Self::On(kind, _) => kind,
        }
    }

    /// What the action's subject is: memberships are wishes about a user, although groups name them.
    pub fn subject(self) -> ResourceKind {
        match self {
            Self::On(_, Verb::AddMember | Verb::RemoveMember) => ResourceKind::Users,
            other => other.resource(),
        }
    }

    /// Whether the action can change nothing in the app.
    pub fn is_read(self) -> bool {
        match self {
            Self::Check | Self::Sync => true,
            Self::On(_, verb) => verb.is_read(),
        }
    }

    /// Whether a job with this action names one subject.
    pub fn has_subject(self) -> bool {
        !matches!(self, Self::Check | Self::Sync | Self::On(_, Verb::List))
    }

    /// Every action there is, for suggestions and schemas.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Check, Self::Sync].into_iter().chain(
            ResourceKind::ALL
                .into_iter()
                .flat_map(|kind| Verb::ALL.into_iter().map(move |verb| Self::On(kind, verb)))
                .filter(|action| action.exists()),
        )
    }

    fn exists(self) -> bool {
        match self {
            Self::Check | Self::Sync => true,
            Self::On(kind, verb) => match verb {
                Verb::List | Verb::Get | Verb::Create | Verb::Update | Verb::Disable | Verb::Delete => true,
                Verb::Enable | Verb::Grant | Verb::Revoke => kind == ResourceKind::Users,
                Verb::AddMember | Verb::RemoveMember => kind == ResourceKind::Groups,
            },
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Check => f.write_str("check"),
            Self::Sync => f.write_str("sync"),
            Self::On(kind, verb) => write!(f, "{}.{}", kind.plural(), verb.name()),
        }
    }
}

/// The text is not the name of an action.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not an action{}", self.nearest.as_ref().map(|n| format!("; did you mean `{n}`?")).unwrap_or_default())]
pub struct ActionParseError {
    /// What was written.
    pub given: String,
    /// The action that was probably meant.
    pub nearest: Option<String>,
}

impl FromStr for Action {
    type Err = ActionParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::all().find(|action| action.to_string() == text).ok_or_else(|| {
            let names: Vec<String> = Self::all().map(|action| action.to_string()).collect();
            ActionParseError {
                given: text.to_owned(),
                nearest: super::nearest(text, names.iter().map(String::as_str)).map(str::to_owned),
            }
        })
    }
}

impl Serialize for Action {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Action {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Action {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Action".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names: Vec<String> = Self::all().map(|action| action.to_string()).collect();
        schemars::json_schema!({"type": "string", "enum": names})
    }
}
