//! Which attributes an answer has.

use serde_json::{Map, Value};

use super::attribute::{Attribute, Returned};
use super::attribute_path::AttributePath;
use super::error::ScimError;
use super::resource_type::ResourceType;
use super::schema::Schema;

/// What a client asked for with `attributes` or `excludedAttributes` (RFC 7644, section 3.9). Without either, it is what is
/// returned by default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Projection {
    asked: Vec<Named>,
    excluded: Vec<Named>,
}

/// An attribute, or all of an extension.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    /// As it was written: it may be the URN of an extension.
    text: String,
    /// As the name of an attribute, if it can be one.
    path: Option<AttributePath>,
}

impl Named {
    fn read(word: &str) -> Result<Self, ScimError> {
        let path = AttributePath::parse(word);
        if path.is_none() && !word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:")) {
            return Err(ScimError::invalid_value(format!(
                "`{word}` is not the name of an attribute; write names such as `userName` or `name.familyName`, separated by commas"
            )));
        }
        Ok(Self { text: word.to_owned(), path })
    }
}

/// How much of an attribute is named.
enum Share<'p> {
    Nothing,
    Parts(Vec<&'p str>),
    All,
}

impl Share<'_> {
    fn has(&self, sub: &str) -> bool {
        matches!(self, Self::Parts(parts) if parts.iter().any(|part| part.eq_ignore_ascii_case(sub)))
    }
}

impl Projection {
    /// Reads the parameters of a URL: names, separated by commas. An empty one is as none.
    ///
    /// # Errors
    /// `invalidValue`: a word is not the name of an attribute, or both are given (RFC 7644, section 3.9).
    pub fn parse(attributes: Option<&str>, excluded: Option<&str>) -> Result<Self, ScimError> {
        let words = |list: Option<&str>| -> Vec<String> {
            list.unwrap_or_default()
                .split(',')
                .map(str::trim)
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        };
        Self::from_lists(&words(attributes), &words(excluded))
    }

    /// Reads the lists of a search request (RFC 7644, section 3.4.3).
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn from_lists(attributes: &[String], excluded: &[String]) -> Result<Self, ScimError> {
        if !attributes.is_empty() && !excluded.is_empty() {
            return Err(ScimError::invalid_value("send either `attributes` or `excludedAttributes`, not both"));
        }
        let read = |list: &[String]| list.iter().map(|word| Named::read(word.trim())).collect::<Result<Vec<_>, _>>();
        Ok(Self { asked: read(attributes)?, excluded: read(excluded)? })
    }

    /// Whether an attribute, such as `members`, or the URN of an extension, or a part of it may be in the answer as far as the
    /// client has a say. What always or never is in an answer is not known here.
    pub fn wants(&self, attribute: &str) -> bool {
        let wanted = AttributePath::parse(attribute);
        let (schema, name) = wanted.as_ref().map_or((None, attribute), |path| (path.schema.as_deref(), &path.name));
        let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
        if self.asked.is_empty() {
            return !self.excluded.iter().any(|named| {
                let whole = |path: &AttributePath| match (path.schema.as_deref(), schema) {
                    (Some(one), Some(other)) => same(one, other) && same(&path.name, name) && path.sub.is_none(),
                    (None, None) => same(&path.name, name) && path.sub.is_none(),
                    // One of them may be of an extension.
                    _ => false,
                };
                same(&named.text, attribute) || named.path.as_ref().is_some_and(whole)
            });
        }
        self.asked.iter().any(|named| {
            let part = |path: &AttributePath| {
                let of_schema = path.schema.as_deref().zip(schema).is_none_or(|(one, other)| same(one, other));
                // A part of an extension.
                path.schema.as_deref().is_some_and(|of| same(of, attribute)) || (of_schema && same(&path.name, name))
            };
            same(&named.text, attribute) || named.path.as_ref().is_some_and(part)
        })
    }

    /// The part of a resource that is answered.
    pub fn apply(&self, of: &ResourceType, resource: &Map<String, Value>) -> Map<String, Value> {
        let mut answer = Map::new();
        for (key, value) in resource {
            let kept = match (of.extension(key), value) {
                (Some(extension), Value::Object(members)) => {
                    let kept: Map<String, Value> = members
                        .iter()
                        .filter_map(|(key, value)| {
                            let kept = self.keep(extension, Some(extension), extension.attribute(key), key, value)?;
                            Some((key.clone(), kept))
                        })
                        .collect();
                    (!kept.is_empty()).then_some(Value::Object(kept))
                }
                _ => self.keep(&of.schema, None, of.own_attribute(key), key, value),
            };
            if let Some(kept) = kept {
                answer.insert(key.clone(), kept);
            }
        }
        answer
    }

    /// What is answered of one attribute. One that no schema knows is returned by default.
    fn keep(
        &self,
        schema: &Schema,
        extension: Option<&Schema>,
        attribute: Option<&Attribute>,
        key: &str,
        value: &Value,
    ) -> Option<Value> {
        let unknown = Attribute::default();
        let attribute = attribute.unwrap_or(&unknown);
        // `None`: nothing in particular was asked for.
        let asked = (!self.asked.is_empty()).then(|| share(&self.asked, schema, extension, key));
        let excluded = share(&self.excluded, schema, extension, key);
        if !kept(attribute, asked.as_ref(), &excluded) {
            return None;
        }
        if attribute.sub_attributes.is_empty() {
            return Some(value.clone());
        }
        match value {
            Value::Array(elements) => {
                let elements: Vec<Value> = elements
                    .iter()
                    .filter_map(|element| keep_subs(attribute, element, asked.as_ref(), &excluded))
                    .collect();
                (!elements.is_empty()).then_some(Value::Array(elements))
            }
            one => keep_subs(attribute, one, asked.as_ref(), &excluded),
        }
    }
}

fn share<'p>(list: &'p [Named], schema: &Schema, extension: Option<&Schema>, key: &str) -> Share<'p> {
    let mut parts = Vec::new();
    for named in list {
        if extension.is_some_and(|extension| extension.id.eq_ignore_ascii_case(&named.text)) {
            return Share::All;
        }
        let Some(path) = &named.path else { continue };
        let here = match &path.schema {
            Some(named) => schema.id.eq_ignore_ascii_case(named),
            None => extension.is_none(),
        };
        if !here || !path.name.eq_ignore_ascii_case(key) {
            continue;
        }
        match &path.sub {
            Some(sub) => parts.push(sub.as_str()),
            None => return Share::All,
        }
    }
    if parts.is_empty() { Share::Nothing } else { Share::Parts(parts) }
}

/// Whether something of an attribute is in the answer.
fn kept(attribute: &Attribute, asked: Option<&Share<'_>>, excluded: &Share<'_>) -> bool {
    match (attribute.returned, asked) {
        (Returned::Always, _) => true,
        (Returned::Default, None) => !matches!(excluded, Share::All),
        (Returned::Never, _) | (Returned::Request, None) => false,
        (Returned::Default | Returned::Request, Some(asked)) => !matches!(asked, Share::Nothing),
    }
}

fn keep_subs(attribute: &Attribute, value: &Value, asked: Option<&Share<'_>>, excluded: &Share<'_>) -> Option<Value> {
    let Value::Object(members) = value else { return Some(value.clone()) };
    let keeps = |key: &String| {
        let returned = attribute.sub(key).map_or(Returned::Default, |sub| sub.returned);
        let named = asked.is_some_and(|asked| asked.has(key));
        match returned {
            Returned::Never => false,
            Returned::Always => true,
            Returned::Request => named,
            // Of an attribute that is there because it always is, nothing in particular was asked for.
            Returned::Default if matches!(asked, Some(Share::Parts(_))) => named,
            Returned::Default => !excluded.has(key),
        }
    };
    let kept: Map<String, Value> =
        members.iter().filter(|(key, _)| keeps(key)).map(|(key, value)| (key.clone(), value.clone())).collect();
    (!kept.is_empty()).then_some(Value::Object(kept))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    fn users() -> ResourceType {
        let mut schema = Schema::user();
        schema.attributes.push(Attribute::text("secretary").returned(Returned::Request));
        ResourceType {
            name: "User".to_owned(),
            endpoint: "/Users".to_owned(),
            description: String::new(),
            schema,
            extensions: vec![Schema::enterprise_user()],
        }
    }

    fn ada() -> Map<String, Value> {
        let ada = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE], "id": "1", "userName": "ada",
            "password": "x", "secretary": "bob", "name": {"givenName": "Ada", "familyName": "Lovelace"},
            "emails": [{"value": "a@x", "type": "work"}, {"type": "home"}],
            ENTERPRISE: {"department": "x", "manager": {"value": "2", "displayName": "Bob"}},
        });
        ada.as_object().unwrap().clone()
    }

    #[test]
    fn what_is_asked_for_is_answered() {
        let manager = format!("{ENTERPRISE}:manager.displayName");
        let department = format!("{ENTERPRISE}:department");
        for (asked, excluded, answer) in [
            ("username", "", json!({"userName": "ada"})),
            ("name.familyname, id", "", json!({"name": {"familyName": "Lovelace"}})),
            ("urn:ietf:params:scim:schemas:core:2.0:User:userName", "", json!({"userName": "ada"})),
            ("emails.value", "", json!({"emails": [{"value": "a@x"}]})),
            ("emails,emails.value", "", json!({"emails": [{"value": "a@x", "type": "work"}, {"type": "home"}]})),
            (&manager, "", json!({ENTERPRISE: {"manager": {"displayName": "Bob"}}})),
            (ENTERPRISE, "", json!({ENTERPRISE: {"department": "x", "manager": {"value": "2", "displayName": "Bob"}}})),
            ("secretary,password,nothing,department", "", json!({"secretary": "bob"})),
            (
                "",
                &format!("emails.type,name,schemas,id,{department}"),
                json!({"userName": "ada", "emails": [{"value": "a@x"}],
                    ENTERPRISE: {"manager": {"value": "2", "displayName": "Bob"}}}),
            ),
            ("", &format!("name,emails,{ENTERPRISE}"), json!({"userName": "ada"})),
        ] {
            let mut answer = answer.as_object().unwrap().clone();
            answer.insert("id".to_owned(), json!("1"));
            answer.insert("schemas".to_owned(), ada()["schemas"].clone());
            let projection = Projection::parse(Some(asked), Some(excluded)).unwrap();
            assert_eq!(projection.apply(&users(), &ada()), answer, "{asked} {excluded}");
        }
    }

    #[test]
    fn by_default_secrets_and_what_is_to_be_requested_are_left_out() {
        let answer = Projection::default().apply(&users(), &ada());
        let mut all = ada();
        all.remove("password");
        all.remove("secretary");
        assert_eq!(answer, all);
    }

    #[test]
    fn wanted_is_what_may_be_in_the_answer() {
        let wants = |asked: &str, excluded: &str, name: &str| {
            Projection::parse(Some(asked), Some(excluded)).unwrap().wants(name)
        };
        assert!(wants("", "", "members"));
        assert!(wants("displayName,Members.value", "", "members"));
        assert!(!wants("displayName", "", "members"));
        assert!(!wants("", "MEMBERS", "members"));
        assert!(wants("", "members.display", "members"));
        assert!(wants("", "urn:x:ext:1.0:User:members", "members"));
        let department = format!("{ENTERPRISE}:department");
        assert!(
            wants(&department, "", ENTERPRISE)
                && wants(ENTERPRISE, "", ENTERPRISE)
                && wants("", &department, ENTERPRISE)
        );
        assert!(!wants("", ENTERPRISE, ENTERPRISE) && !wants("", &department, &department));
    }

    #[test]
    fn mistakes_are_told() {
        assert!(Projection::parse(Some("a b"), None).unwrap_err().detail.contains("`a b`"));
        assert!(Projection::parse(Some("a"), Some("b")).unwrap_err().detail.contains("either"));
    }
}
