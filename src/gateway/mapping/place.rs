//! Where a field of an app stands in SCIM.

use crate::contract::{FieldType, ResourceKind};
use crate::recipe::Field;

/// Where a field of users stands in SCIM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// `userName`.
    UserName,
    /// An attribute of the core schema with one value, such as `displayName`.
    Core(&'static str),
    /// A sub-attribute of `name`.
    Name(&'static str),
    /// The value of `emails` or `phoneNumbers` that the app keeps: the primary one, else the one of work, else the first.
    Listed(&'static str),
    /// An attribute of the Enterprise extension with one value.
    Enterprise(&'static str),
    /// `roles` or `entitlements`: what the user was given.
    Given(&'static str),
    /// The members of groups.
    Membership,
    /// `active`.
    Standing,
    /// An attribute of the app's own extension, under the field's name.
    Own,
}

/// The names that apps give to what SCIM has a name for.
const KNOWN: &[(&[&str], Place)] = &[
    (&["user_name", "username", "login", "login_name"], Place::UserName),
    (&["email", "e_mail", "mail", "email_address"], Place::Listed("emails")),
    (&["phone", "phone_number", "telephone", "mobile"], Place::Listed("phoneNumbers")),
    (&["name", "full_name", "display_name"], Place::Core("displayName")),
    (&["nickname", "nick_name"], Place::Core("nickName")),
    (&["title", "job_title", "position"], Place::Core("title")),
    (&["user_type", "employee_type"], Place::Core("userType")),
    (&["language", "preferred_language"], Place::Core("preferredLanguage")),
    (&["locale"], Place::Core("locale")),
    (&["timezone", "time_zone"], Place::Core("timezone")),
    (&["given_name", "first_name"], Place::Name("givenName")),
    (&["family_name", "last_name", "surname"], Place::Name("familyName")),
    (&["middle_name"], Place::Name("middleName")),
    (&["employee_number", "employee_id", "personnel_number"], Place::Enterprise("employeeNumber")),
    (&["cost_center", "cost_centre"], Place::Enterprise("costCenter")),
    (&["organization", "organisation", "company"], Place::Enterprise("organization")),
    (&["division"], Place::Enterprise("division")),
    (&["department"], Place::Enterprise("department")),
    (&["role", "roles"], Place::Given("roles")),
    (&["entitlements", "licences", "licenses"], Place::Given("entitlements")),
    (&["status", "active", "enabled"], Place::Standing),
];

impl Place {
    /// Where a field of users stands: by what it refers to, else by its name.
    pub(super) fn of(name: &str, field: &Field) -> Self {
        match field.of {
            Some(ResourceKind::Roles) => return Self::Given("roles"),
            Some(ResourceKind::Groups) => return Self::Membership,
            Some(ResourceKind::Assets) => return Self::Given("entitlements"),
            Some(ResourceKind::Users) | None => {}
        }
        let known = KNOWN.iter().find(|(names, _)| names.contains(&name)).map(|(_, place)| place.clone());
        match known {
            // A list does not fit where SCIM has one value.
            Some(Self::UserName | Self::Core(_) | Self::Name(_) | Self::Listed(_) | Self::Enterprise(_))
                if field.many || field.field_type == FieldType::List =>
            {
                Self::Own
            }
            Some(place) => place,
            None => Self::Own,
        }
    }
}
