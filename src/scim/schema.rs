//! A schema: a URN, and the attributes below it.

use serde_json::{Value, json};

use super::attribute::Attribute;

/// The attributes of a kind of resource, or of an extension (RFC 7643, section 7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// Its URN.
    pub id: String,
    /// Its name, such as `User`.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its attributes, without the ones that all resources have (`id`, `externalId`, `meta`, `schemas`).
    pub attributes: Vec<Attribute>,
}

impl Schema {
    /// The URN of a schema's own schema.
    pub const SCHEMA: &'static str = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    /// An attribute, by its name in any case.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
    }

    /// As `/Schemas` shows it; `location` is its own URL (RFC 7643, section 7).
    pub fn to_json(&self, location: &str) -> Value {
        json!({
            "schemas": [Self::SCHEMA],
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "attributes": self.attributes.iter().map(Attribute::to_json).collect::<Vec<_>>(),
            "meta": {"resourceType": "Schema", "location": location},
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_is_shown_like_the_ones_of_the_standard() {
        let name = Attribute::text("userName").required().unique().described("Unique identifier for the User.");
        let members = Attribute::list("members", [Attribute::reference("$ref", &["User", "Group"]).immutable()]);
        let kind = Attribute::text("type").canonical(&["work", "home"]).immutable();
        let schema = Schema {
            id: "urn:x:1.0:User".to_owned(),
            name: "User".to_owned(),
            description: "User Account".to_owned(),
            attributes: vec![name, members, kind],
        };
        let shown = schema.to_json("https://example.com/v2/Schemas/urn:x:1.0:User");
        assert_eq!(shown["meta"]["location"], "https://example.com/v2/Schemas/urn:x:1.0:User");
        // RFC 7643, section 8.7.1.
        assert_eq!(
            shown["attributes"][0],
            json!({"name": "userName", "type": "string", "multiValued": false,
                "description": "Unique identifier for the User.", "required": true, "caseExact": false,
                "mutability": "readWrite", "returned": "default", "uniqueness": "server"})
        );
        assert_eq!(shown["attributes"][1]["subAttributes"][0]["referenceTypes"], json!(["User", "Group"]));
        assert_eq!(shown["attributes"][2]["canonicalValues"], json!(["work", "home"]));
        assert_eq!(schema.attribute("USERNAME").map(|found| found.name.as_str()), Some("userName"));
    }
}
