//! A kind of resource: its endpoint, its schema, its extensions, and which attribute a path names there.

use serde_json::{Value, json};

use super::attribute::Attribute;
use super::attribute_path::AttributePath;
use super::core_schemas::COMMON;
use super::schema::Schema;

/// A kind of resource, such as User (RFC 7643, section 6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceType {
    /// Its name, such as `User`, which is its id too.
    pub name: String,
    /// Its endpoint below the base URL, such as `/Users`.
    pub endpoint: String,
    /// What it is for.
    pub description: String,
    /// Its schema.
    pub schema: Schema,
    /// What may be added to it, each below its URN. None of them is required.
    pub extensions: Vec<Schema>,
}

/// What a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Target<'t> {
    /// The extension that it stands in; none for the schema of the resource itself.
    pub(super) extension: Option<&'t Schema>,
    /// The attribute.
    pub(super) attribute: &'t Attribute,
    /// Its sub-attribute, if one is named.
    pub(super) sub: Option<&'t Attribute>,
}

impl Target<'_> {
    /// Its name as the schema writes it.
    pub(super) fn name(&self) -> String {
        let schema = self.extension.map(|schema| format!("{}:", schema.id)).unwrap_or_default();
        let sub = self.sub.map(|sub| format!(".{}", sub.name)).unwrap_or_default();
        format!("{schema}{}{sub}", self.attribute.name)
    }
}

impl ResourceType {
    /// The URN of a resource type's own schema.
    pub const SCHEMA: &'static str = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    /// As `/ResourceTypes` shows it; `base_url` is what the endpoints are below (RFC 7643, section 6).
    pub fn to_json(&self, base_url: &str) -> Value {
        let extensions: Vec<Value> =
            self.extensions.iter().map(|schema| json!({"schema": schema.id, "required": false})).collect();
        let location = format!("{}/ResourceTypes/{}", base_url.trim_end_matches('/'), self.name);
        json!({
            "schemas": [Self::SCHEMA],
            "id": self.name,
            "name": self.name,
            "endpoint": self.endpoint,
            "description": self.description,
            "schema": self.schema.id,
            "schemaExtensions": extensions,
            "meta": {"resourceType": "ResourceType", "location": location},
        })
    }

    /// The attribute, or sub-attribute, that a path names. Without a URN it is one of the schema, or one that all resources
    /// have; extensions' are named with their URN (RFC 7644, section 3.10).
    pub fn attribute(&self, path: &AttributePath) -> Option<&Attribute> {
        self.target(path).map(|target| target.sub.unwrap_or(target.attribute))
    }

    /// What a path names.
    pub(super) fn target(&self, path: &AttributePath) -> Option<Target<'_>> {
        let extension = match &path.schema {
            Some(schema) if !schema.eq_ignore_ascii_case(&self.schema.id) => Some(self.extension(schema)?),
            _ => None,
        };
        let attribute = match extension {
            Some(extension) => extension.attribute(&path.name)?,
            None => self.own_attribute(&path.name)?,
        };
        let sub = match &path.sub {
            Some(sub) => Some(attribute.sub(sub)?),
            None => None,
        };
        Some(Target { extension, attribute, sub })
    }

    /// An attribute of the schema, or one that all resources have.
    pub(super) fn own_attribute(&self, name: &str) -> Option<&Attribute> {
        let common = || COMMON.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name));
        self.schema.attribute(name).or_else(common)
    }

    /// An extension, by its URN in any case.
    pub(super) fn extension(&self, urn: &str) -> Option<&Schema> {
        self.extensions.iter().find(|schema| schema.id.eq_ignore_ascii_case(urn))
    }

    /// The name that is nearest to one that is not known, for errors.
    pub(super) fn nearest(&self, unknown: &str) -> Option<String> {
        let own = self.schema.attributes.iter().chain(COMMON.iter()).flat_map(|attribute| names(attribute, ""));
        let extensions = self.extensions.iter().flat_map(|schema| {
            schema.attributes.iter().flat_map(move |attribute| names(attribute, &format!("{}:", schema.id)))
        });
        let unknown = unknown.to_lowercase();
        // An attribute of an extension that is named without its URN is meant exactly.
        let likeness = |name: &str| {
            let name = name.to_lowercase();
            let bare = name.rsplit_once(':').map_or(name.as_str(), |(_, bare)| bare);
            strsim::jaro_winkler(&unknown, &name).max(strsim::jaro_winkler(&unknown, bare))
        };
        own.chain(extensions)
            .map(|name| (likeness(&name), name))
            .filter(|(likeness, _)| *likeness > 0.8)
            .max_by(|(one, _), (other, _)| one.total_cmp(other))
            .map(|(_, name)| name)
    }
}

fn names(attribute: &Attribute, schema: &str) -> Vec<String> {
    let name = format!("{schema}{}", attribute.name);
    let subs = attribute.sub_attributes.iter().map(|sub| format!("{name}.{}", sub.name));
    std::iter::once(name.clone()).chain(subs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn users() -> ResourceType {
        ResourceType {
            name: "User".to_owned(),
            endpoint: "/Users".to_owned(),
            description: "User Account".to_owned(),
            schema: Schema::user(),
            extensions: vec![Schema::enterprise_user()],
        }
    }

    #[test]
    fn it_is_shown_like_the_ones_of_the_standard() {
        // RFC 7643, section 8.6.
        assert_eq!(
            users().to_json("https://example.com/v2/"),
            json!({
                "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], "id": "User", "name": "User",
                "endpoint": "/Users", "description": "User Account",
                "schema": "urn:ietf:params:scim:schemas:core:2.0:User",
                "schemaExtensions":
                    [{"schema": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "required": false}],
                "meta": {"location": "https://example.com/v2/ResourceTypes/User", "resourceType": "ResourceType"},
            })
        );
    }

    #[test]
    fn paths_name_attributes() {
        let users = users();
        let name = |path: &str| {
            let path = AttributePath::parse(path).unwrap();
            users.target(&path).map(|target| target.name())
        };
        for (path, found) in [
            ("username", Some("userName")),
            ("NAME.givenname", Some("name.givenName")),
            ("externalid", Some("externalId")),
            ("meta.lastmodified", Some("meta.lastModified")),
            ("urn:ietf:params:scim:schemas:core:2.0:user:userName", Some("userName")),
            (
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
                Some("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value"),
            ),
            ("department", None),
            ("name.nothing", None),
            ("urn:other:User:userName", None),
        ] {
            assert_eq!(name(path).as_deref(), found, "{path}");
        }
        assert_eq!(users.nearest("usrName").as_deref(), Some("userName"));
        assert_eq!(users.nearest("name.firstName").as_deref(), Some("name.formatted"));
        assert!(users.nearest("department").is_some_and(|name| name.ends_with("enterprise:2.0:User:department")));
        assert_eq!(users.nearest("zzz"), None);
    }
}
