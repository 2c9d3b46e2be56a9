//! The schemas that the standard brings: User, its Enterprise extension, Group, and what all resources have.

use std::sync::LazyLock;

use super::attribute::{Attribute, Returned};
use super::schema::Schema;

/// `id`, `externalId`, `meta` and `schemas` (RFC 7643, section 3.1), which no schema lists.
pub(super) static COMMON: LazyLock<[Attribute; 4]> = LazyLock::new(|| {
    let meta = [
        Attribute::text("resourceType").case_exact().read_only(),
        Attribute::date_time("created").read_only(),
        Attribute::date_time("lastModified").read_only(),
        Attribute::reference("location", &["uri"]).read_only(),
        Attribute::text("version").case_exact().read_only(),
    ];
    [
        Attribute::reference("schemas", &["uri"]).multi_valued().required().returned(Returned::Always),
        Attribute::text("id").case_exact().read_only().unique().returned(Returned::Always),
        Attribute::text("externalId").case_exact(),
        Attribute::complex("meta", meta).read_only(),
    ]
});

/// A list with the sub-attributes of RFC 7643, section 2.4.
fn plural(name: &str, description: &str, value: Attribute, types: &[&str]) -> Attribute {
    let subs = [
        value.described("The value."),
        Attribute::text("display").described("The value as a person reads it."),
        Attribute::text("type").canonical(types).described("What the value is for."),
        Attribute::boolean("primary").described("Whether it is the preferred value; at most one is."),
    ];
    Attribute::list(name, subs).described(description)
}

impl Schema {
    /// `urn:ietf:params:scim:schemas:core:2.0:User` (RFC 7643, section 4.1).
    pub fn user() -> Self {
        let name = [
            Attribute::text("formatted").described("The full name."),
            Attribute::text("familyName").described("The family name, or last name."),
            Attribute::text("givenName").described("The given name, or first name."),
            Attribute::text("middleName").described("The middle names."),
            Attribute::text("honorificPrefix").described("Titles before the name."),
            Attribute::text("honorificSuffix").described("Titles after the name."),
        ];
        let address = [
            Attribute::text("formatted").described("The full address."),
            Attribute::text("streetAddress").described("Street, house and floor."),
            Attribute::text("locality").described("The city."),
            Attribute::text("region").described("The state or region."),
            Attribute::text("postalCode").described("The postal code."),
            Attribute::text("country").described("The country, in two letters (ISO 3166-1)."),
            Attribute::text("type").canonical(&["work", "home", "other"]).described("What the address is for."),
            Attribute::boolean("primary").described("Whether it is the preferred address; at most one is."),
        ];
        let groups = [
            Attribute::text("value").read_only().described("The id of the group."),
            Attribute::reference("$ref", &["User", "Group"]).read_only().described("The URL of the group."),
            Attribute::text("display").read_only().described("The name of the group."),
            Attribute::text("type").canonical(&["direct", "indirect"]).read_only().described("How it is a member."),
        ];
        let text = |name: &str, description: &str| Attribute::text(name).described(description);
        let lists = ["work", "home", "other"];
        Self {
            id: "urn:ietf:params:scim:schemas:core:2.0:User".to_owned(),
            name: "User".to_owned(),
            description: "User Account".to_owned(),
            attributes: vec![
                text("userName", "What the user logs in with.").required().unique(),
                Attribute::complex("name", name).described("The parts of the name."),
                text("displayName", "The name as others see it."),
                text("nickName", "How the user is called."),
                Attribute::reference("profileUrl", &["external"]).described("A page about the user."),
                text("title", "Such as \"Vice President\"."),
                text("userType", "How the user belongs to the organization, such as \"Contractor\"."),
                text("preferredLanguage", "The preferred languages, as in the header Accept-Language."),
                text("locale", "How numbers, money and times are written, such as \"en-US\"."),
                text("timezone", "The time zone, such as \"America/Los_Angeles\"."),
                Attribute::boolean("active").described("Whether the user may log in."),
                text("password", "The password in clear text. It is set and never shown.").case_exact().write_only(),
                plural("emails", "Addresses for email.", Attribute::text("value"), &lists),
                plural(
                    "phoneNumbers",
                    "Numbers of telephones.",
                    Attribute::text("value"),
                    &["work", "home", "mobile", "fax", "pager", "other"],
                ),
                plural(
                    "ims",
                    "Addresses for instant messages.",
                    Attribute::text("value"),
                    &["aim", "gtalk", "icq", "xmpp", "msn", "skype", "qq", "yahoo"],
                ),
                plural(
                    "photos",
                    "Pictures of the user.",
                    Attribute::reference("value", &["external"]),
                    &["photo", "thumbnail"],
                ),
                Attribute::list("addresses", address).described("Postal addresses."),
                Attribute::list("groups", groups).read_only().described("The groups that the user belongs to."),
                plural("entitlements", "What the user may do or has.", Attribute::text("value"), &[]),
                plural("roles", "Who the user is, such as \"Student\".", Attribute::text("value"), &[]),
                plural("x509Certificates", "Certificates of the user.", Attribute::binary("value"), &[]),
            ],
        }
    }

    /// `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User` (RFC 7643, section 4.3).
    pub fn enterprise_user() -> Self {
        let text = |name: &str, description: &str| Attribute::text(name).described(description);
        let manager = [
            text("value", "The id of the manager."),
            Attribute::reference("$ref", &["User"]).described("The URL of the manager."),
            text("displayName", "The name of the manager.").read_only(),
        ];
        Self {
            id: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User".to_owned(),
            name: "EnterpriseUser".to_owned(),
            description: "Enterprise User".to_owned(),
            attributes: vec![
                text("employeeNumber", "The number or code of the employee."),
                text("costCenter", "The cost center."),
                text("organization", "The organization."),
                text("division", "The division."),
                text("department", "The department."),
                Attribute::complex("manager", manager).described("Whom the user reports to."),
            ],
        }
    }

    /// `urn:ietf:params:scim:schemas:core:2.0:Group` (RFC 7643, section 4.2).
    pub fn group() -> Self {
        let members = [
            Attribute::text("value").immutable().described("The id of the member."),
            Attribute::reference("$ref", &["User", "Group"]).immutable().described("The URL of the member."),
            Attribute::text("type").canonical(&["User", "Group"]).immutable().described("What the member is."),
            Attribute::text("display").read_only().returned(Returned::Request).described("The name of the member."),
        ];
        Self {
            id: "urn:ietf:params:scim:schemas:core:2.0:Group".to_owned(),
            name: "Group".to_owned(),
            description: "Group".to_owned(),
            attributes: vec![
                Attribute::text("displayName").required().described("The name of the group."),
                Attribute::list("members", members).described("Who belongs to the group."),
            ],
        }
    }
}
