//! The order of resources in an answer.

use std::cmp::{Ordering, Reverse};

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::attribute::AttributeKind;
use super::attribute_path::AttributePath;
use super::resource_type::ResourceType;

/// What a resource is sorted by. Kinds come in this order, so that resources without a value are last (RFC 7644, section
/// 3.4.2.3).
#[derive(Debug, Clone, PartialEq)]
enum Key {
    Boolean(bool),
    Number(f64),
    Time(Timestamp),
    Text(String),
    Missing,
}

impl Key {
    fn rank(&self) -> u8 {
        match self {
            Self::Boolean(_) => 0,
            Self::Number(_) => 1,
            Self::Time(_) => 2,
            Self::Text(_) => 3,
            Self::Missing => 4,
        }
    }
}

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Boolean(one), Self::Boolean(other)) => one.cmp(other),
            (Self::Number(one), Self::Number(other)) => one.total_cmp(other),
            (Self::Time(one), Self::Time(other)) => one.cmp(other),
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

/// Sorts resources by an attribute (RFC 7644, section 3.4.2.3): texts without regard to case unless the attribute says so, lists
/// by their primary value or else their first, resources without a value last, or first if `descending`. Resources that are
/// alike stay in their order.
pub fn sort(resources: &mut [Map<String, Value>], by: &AttributePath, descending: bool, of: &ResourceType) {
    if descending {
        resources.sort_by_cached_key(|resource| Reverse(key(resource, by, of)));
    } else {
        resources.sort_by_cached_key(|resource| key(resource, by, of));
    }
}

fn key(resource: &Map<String, Value>, by: &AttributePath, of: &ResourceType) -> Key {
    let Some(target) = of.target(by) else { return Key::Missing };
    let holder = match target.extension {
        Some(extension) => resource.get(&extension.id).and_then(Value::as_object),
        None => Some(resource),
    };
    let Some(mut value) = holder.and_then(|holder| holder.get(&target.attribute.name)) else { return Key::Missing };
    if let Value::Array(elements) = value {
        let primary = elements.iter().find(|element| element.get("primary") == Some(&Value::Bool(true)));
        let Some(element) = primary.or_else(|| elements.first()) else { return Key::Missing };
        value = element;
    }
    let mut attribute = target.attribute;
    if let Value::Object(members) = value {
        let Some(sub) = target.sub.or_else(|| attribute.sub("value")) else { return Key::Missing };
        let Some(found) = members.get(&sub.name) else { return Key::Missing };
        (attribute, value) = (sub, found);
    }
    match value {
        Value::Bool(value) => Key::Boolean(*value),
        Value::Number(number) => number.as_f64().map_or(Key::Missing, Key::Number),
        Value::String(text) => match text.parse::<Timestamp>() {
            Ok(time) if attribute.kind == AttributeKind::DateTime => Key::Time(time),
            _ if attribute.case_exact => Key::Text(text.clone()),
            _ => Key::Text(text.to_lowercase()),
        },
        _ => Key::Missing,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::schema::Schema;
    use super::*;

    #[test]
    fn resources_are_sorted() {
        let users = ResourceType {
            name: "User".to_owned(),
            endpoint: "/Users".to_owned(),
            description: String::new(),
            schema: Schema::user(),
            extensions: vec![Schema::enterprise_user()],
        };
        let enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        let resources = json!([
            {"id": "B", "userName": "bob", "active": true, "meta": {"created": "2026-01-01T00:00:00+02:00"},
                "emails": [{"value": "z@x"}, {"value": "b@x", "primary": true}], enterprise: {"division": "2"}},
            {"id": "a", "userName": "Ada", "active": false, "meta": {"created": "2025-12-31T23:00:00Z"},
                "emails": [{"value": "c@x"}, {"value": "a@x"}], enterprise: {"division": "1"}},
            {"id": "C", "userName": "carl"},
        ]);
        let order = |by: &str, descending: bool| {
            let mut resources: Vec<Map<String, Value>> = serde_json::from_value(resources.clone()).unwrap();
            sort(&mut resources, &AttributePath::parse(by).unwrap(), descending, &users);
            resources.iter().map(|resource| resource["id"].as_str().unwrap().to_owned()).collect::<String>()
        };
        for (by, ascending, descending) in [
            ("userName", "aBC", "CBa"),
            ("id", "BCa", "aCB"),
            ("active", "aBC", "CBa"),
            ("emails", "BaC", "CaB"),
            ("emails.value", "BaC", "CaB"),
            ("meta.created", "BaC", "CaB"),
            ("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:division", "aBC", "CBa"),
            ("title", "BaC", "BaC"),
            ("nothing", "BaC", "BaC"),
        ] {
            assert_eq!((order(by, false).as_str(), order(by, true).as_str()), (ascending, descending), "{by}");
        }
    }
}
