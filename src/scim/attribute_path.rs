//! The name of an attribute, as filters, paths and projections write it.

use std::fmt;

use serde_json::{Map, Value};

/// `userName`, `name.familyName`, or either with the URN of its schema before it (RFC 7644, section 3.10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributePath {
    /// The schema, if it is named.
    pub schema: Option<String>,
    /// The attribute.
    pub name: String,
    /// The sub-attribute.
    pub sub: Option<String>,
}

impl AttributePath {
    /// Takes a word apart. `None` if it is no attribute's name: a letter or `$`, then letters, digits, `-`, `_` or `$`.
    pub fn parse(word: &str) -> Option<Self> {
        // A URN has colons, and its version has dots: the attribute begins after the last colon.
        let (schema, rest) = match word.rsplit_once(':') {
            Some((schema, rest)) if schema.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:")) => {
                (Some(schema.to_owned()), rest)
            }
            Some(_) => return None,
            None => (None, word),
        };
        let (name, sub) = match rest.split_once('.') {
            Some((name, sub)) => (name, Some(sub)),
            None => (rest, None),
        };
        let named = is_name(name) && sub.is_none_or(is_name);
        named.then(|| Self { schema, name: name.to_owned(), sub: sub.map(str::to_owned) })
    }

    /// The values that a resource has there: each element of a multi-valued attribute, and of each its sub-attribute.
    pub fn values<'v>(&self, resource: &'v Value) -> Vec<&'v Value> {
        let holder = match &self.schema {
            // Attributes of extensions stand below the URN of theirs (RFC 7643, section 3.3), others at the top.
            Some(schema) => member(resource, schema).unwrap_or(resource),
            None => resource,
        };
        let found = member(holder, &self.name).map(flat).unwrap_or_default();
        match &self.sub {
            None => found,
            Some(sub) => found.into_iter().filter_map(|value| member(value, sub)).flat_map(flat).collect(),
        }
    }
}

/// Whether a word can be the name of an attribute: a letter or `$`, then letters, digits, `-`, `_` or `$`.
pub(super) fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '$')
        && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '$'))
}

/// Names are told apart without regard to case (RFC 7643, section 2.1).
fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    let members: &Map<String, Value> = value.as_object()?;
    members.get(name).or_else(|| members.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value))
}

fn flat(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(several) => several.iter().collect(),
        one => vec![one],
    }
}

impl fmt::Display for AttributePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(schema) = &self.schema {
            write!(f, "{schema}:")?;
        }
        f.write_str(&self.name)?;
        if let Some(sub) = &self.sub {
            write!(f, ".{sub}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    #[test]
    fn names_are_taken_apart() {
        let path = AttributePath::parse(&format!("{ENTERPRISE}:manager.displayName")).unwrap();
        assert_eq!((path.schema.as_deref(), path.name.as_str()), (Some(ENTERPRISE), "manager"));
        assert_eq!(path.sub.as_deref(), Some("displayName"));
        assert_eq!(path.to_string(), format!("{ENTERPRISE}:manager.displayName"));
        for wrong in ["", "1a", "a.", ".a", "a.b.c", "http:a", "a b", "ü"] {
            assert_eq!(AttributePath::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn values_are_found_without_regard_to_case_and_in_every_element() {
        let user =
            json!({"userName": "ada", "emails": [{"value": "a"}, {"value": "b"}], ENTERPRISE: {"division": "x"}});
        let values =
            |path: &str| AttributePath::parse(path).unwrap().values(&user).into_iter().cloned().collect::<Vec<_>>();
        assert_eq!(values("USERNAME"), [json!("ada")]);
        assert_eq!(values("emails.value"), [json!("a"), json!("b")]);
        assert_eq!(values(&format!("{ENTERPRISE}:division")), [json!("x")]);
        assert_eq!(values("urn:ietf:params:scim:schemas:core:2.0:User:userName"), [json!("ada")]);
        assert!(values("division").is_empty());
    }
}
