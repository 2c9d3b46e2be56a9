//! From the body of a request to a resource as it is kept.

use serde_json::{Map, Value, json};

use super::attribute::{Attribute, Mutability};
use super::attribute_path::AttributePath;
use super::dialect::Dialect;
use super::error::ScimError;
use super::resource_type::{ResourceType, Target};
use super::schema::Schema;
use super::typed_value;

impl ResourceType {
    /// Reads the body of a POST or PUT: names are written as the schema writes them, types are checked, what no schema knows and
    /// what clients do not set is left out, null and empty lists are as nothing (RFC 7643, section 2.5), and `schemas` names
    /// what is there.
    ///
    /// # Errors
    /// The body is no object (`invalidSyntax`); a value has another type, more than one element of a list is primary, or
    /// `schemas` is not what the dialect needs (`invalidValue`).
    pub fn read(&self, body: &Value, dialect: Dialect) -> Result<Map<String, Value>, ScimError> {
        let members = body.as_object().ok_or_else(|| {
            ScimError::invalid_syntax("the body must be a JSON object with the attributes of the resource")
        })?;
        self.check_schemas(members.get("schemas"), dialect)?;
        let mut given = Vec::new();
        for (key, value) in members {
            match (self.extension(key), value) {
                (Some(_), Value::Null) => {}
                (Some(extension), Value::Object(members)) => given.extend(
                    members.iter().filter_map(|(key, value)| Some((self.named(Some(extension), key, dialect)?, value))),
                ),
                (Some(extension), _) => {
                    return Err(ScimError::invalid_value(format!(
                        "`{}` must be an object with the attributes of that extension",
                        extension.id
                    )));
                }
                (None, value) => given.extend(self.named(None, key, dialect).map(|target| (target, value))),
            }
        }
        // Whole attributes first, so that parts such as `name.givenName` are added to them.
        given.sort_by_key(|(target, _)| target.sub.is_some());
        let mut resource = Map::new();
        for (target, value) in given {
            if target.attribute.mutability != Mutability::ReadOnly && target.attribute.name != "schemas" {
                put(&mut resource, &target, value, dialect)?;
            }
        }
        resource.insert("schemas".to_owned(), self.schemas_of(&resource));
        Ok(resource)
    }

    /// What a key of a body names, in an extension or not. The lenient may write parts (`name.givenName`) and URNs before it.
    pub(super) fn named<'t>(
        &'t self,
        extension: Option<&'t Schema>,
        key: &str,
        dialect: Dialect,
    ) -> Option<Target<'t>> {
        let whole = match extension {
            Some(extension) => extension.attribute(key),
            None => self.own_attribute(key),
        };
        if let Some(attribute) = whole {
            return Some(Target { extension, attribute, sub: None });
        }
        if !dialect.is_lenient() {
            return None;
        }
        let mut path = AttributePath::parse(key)?;
        path.schema = path.schema.or_else(|| extension.map(|schema| schema.id.clone()));
        self.target(&path)
    }

    /// The schemas that a resource has attributes of.
    pub(super) fn schemas_of(&self, resource: &Map<String, Value>) -> Value {
        let extensions = self.extensions.iter().map(|schema| &schema.id).filter(|urn| resource.contains_key(*urn));
        std::iter::once(&self.schema.id).chain(extensions).cloned().collect()
    }

    fn check_schemas(&self, schemas: Option<&Value>, dialect: Dialect) -> Result<(), ScimError> {
        let core = &self.schema.id;
        let listed = match schemas {
            None | Some(Value::Null) if dialect.is_lenient() => return Ok(()),
            Some(Value::Array(listed)) if listed.iter().all(Value::is_string) => listed,
            _ => {
                return Err(ScimError::invalid_value(format!(
                    "`schemas` must be a list of URNs, such as [\"{core}\"]"
                )));
            }
        };
        // Entra names schemas that nobody has, such as "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group".
        if dialect.is_lenient() {
            return Ok(());
        }
        let listed: Vec<&str> = listed.iter().filter_map(Value::as_str).collect();
        let is_core = |urn: &str| urn.eq_ignore_ascii_case(core);
        if let Some(unknown) = listed.iter().find(|urn| !is_core(urn) && self.extension(urn).is_none()) {
            let known: Vec<&str> = self.extensions.iter().map(|schema| schema.id.as_str()).collect();
            let known = std::iter::once(core.as_str()).chain(known).collect::<Vec<_>>().join(", ");
            return Err(ScimError::invalid_value(format!(
                "`schemas` names `{unknown}`, which a {} does not have; it has {known}",
                self.name
            )));
        }
        if !listed.iter().any(|urn| is_core(urn)) {
            return Err(ScimError::invalid_value(format!("`schemas` must contain `{core}`")));
        }
        Ok(())
    }

    /// Whether all required attributes, and of complex ones that are there all required sub-attributes, have a value. An empty
    /// text is none. Extensions' are required where the extension is there.
    ///
    /// # Errors
    /// `invalidValue`, naming all that are missing.
    pub fn check_required(&self, resource: &Map<String, Value>) -> Result<(), ScimError> {
        let mut missing = missing_in(&self.schema.attributes, resource, "");
        for extension in &self.extensions {
            if let Some(members) = resource.get(&extension.id).and_then(Value::as_object) {
                missing.extend(missing_in(&extension.attributes, members, &format!("{}:", extension.id)));
            }
        }
        match missing.as_slice() {
            [] => Ok(()),
            [one] => Err(ScimError::invalid_value(format!("{one} is required; send it"))),
            several => Err(ScimError::invalid_value(format!("{} are required; send them", several.join(", ")))),
        }
    }
}

fn missing_in(attributes: &[Attribute], members: &Map<String, Value>, before: &str) -> Vec<String> {
    let mut missing = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.mutability != Mutability::ReadOnly) {
        let name = format!("{before}{}", attribute.name);
        let value = members.get(&attribute.name).filter(|value| !value.is_null() && value.as_str() != Some(""));
        match value {
            None if attribute.required => missing.push(format!("`{name}`")),
            None => {}
            Some(value) => {
                let elements = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                let subs = elements.iter().filter_map(Value::as_object);
                let subs = subs.flat_map(|element| missing_in(&attribute.sub_attributes, element, &format!("{name}.")));
                for sub in subs {
                    if !missing.contains(&sub) {
                        missing.push(sub);
                    }
                }
            }
        }
    }
    missing
}

fn put(
    resource: &mut Map<String, Value>,
    target: &Target<'_>,
    value: &Value,
    dialect: Dialect,
) -> Result<(), ScimError> {
    let Target { extension, attribute, sub } = *target;
    let whole = Target { sub: None, ..*target }.name();
    let read = match sub {
        Some(sub) => typed_value::read_sub(attribute, sub, &whole, value, dialect)?,
        None => typed_value::read(attribute, &whole, value, dialect)?,
    };
    let Some(read) = read else { return Ok(()) };
    let holder = match extension {
        None => resource,
        Some(extension) => match resource.entry(extension.id.as_str()).or_insert_with(|| json!({})) {
            Value::Object(members) => members,
            _ => return Ok(()),
        },
    };
    let Some(sub) = sub else {
        holder.insert(attribute.name.clone(), read);
        return Ok(());
    };
    // A part of a list is one of its first element.
    let none = if attribute.multi_valued { json!([{}]) } else { json!({}) };
    let held = holder.entry(attribute.name.as_str()).or_insert(none);
    let element = if attribute.multi_valued { held.get_mut(0) } else { Some(&mut *held) };
    if let Some(Value::Object(members)) = element {
        members.insert(sub.name.clone(), read);
    }
    typed_value::check_primary(&whole, held.as_array().map(Vec::as_slice).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
    const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    fn users() -> ResourceType {
        ResourceType {
            name: "User".to_owned(),
            endpoint: "/Users".to_owned(),
            description: String::new(),
            schema: Schema::user(),
            extensions: vec![Schema::enterprise_user()],
        }
    }

    fn read(body: &Value, dialect: Dialect) -> Value {
        users().read(body, dialect).map_or_else(|error| Value::String(error.detail), Value::Object)
    }

    #[test]
    fn a_body_becomes_canonical() {
        let body = json!({
            "schemas": [USER, ENTERPRISE], "ID": "1", "meta": {"version": "x"}, "USERNAME": "ada", "externalid": "7",
            "unknown": 1, "title": null, "emails": [], "active": true, "groups": [{"value": "g"}],
            "name": {"GivenName": "Ada", "unknown": "x"}, "ims": [null, {}],
            ENTERPRISE.to_uppercase(): {"Department": "x", "manager": {"displayName": "Bob"}, "unknown": 1},
        });
        let kept = json!({
            "schemas": [USER, ENTERPRISE], "userName": "ada", "externalId": "7", "active": true,
            "name": {"givenName": "Ada"}, ENTERPRISE: {"department": "x"},
        });
        for dialect in [Dialect::Strict, Dialect::Lenient] {
            assert_eq!(read(&body, dialect), kept);
            assert_eq!(read(&kept, dialect), kept);
        }
        // An extension without a value is not there.
        let empty = json!({"schemas": [USER, ENTERPRISE], "userName": "ada", ENTERPRISE: {"unknown": 1}});
        assert_eq!(read(&empty, Dialect::Strict), json!({"schemas": [USER], "userName": "ada"}));
    }

    #[test]
    fn what_entra_and_okta_send_is_for_the_lenient() {
        let body = json!({
            "schemas": ["http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/User"],
            "userName": "ada", "active": "True", "name.givenName": "Ada", "name": {"familyName": "Lovelace"},
            format!("{ENTERPRISE}:department"): "x", format!("{ENTERPRISE}:manager.value"): "7",
            format!("{USER}:title"): "Countess", "emails": {"value": "a@x", "type": "work"},
            "roles": [{"value": "{\"id\":\"x\",\"value\":\"admin\",\"displayName\":\"Admin\"}"}], "ims.value": "i",
        });
        assert_eq!(
            read(&body, Dialect::Lenient),
            json!({
                "schemas": [USER, ENTERPRISE], "userName": "ada", "active": true,
                "name": {"givenName": "Ada", "familyName": "Lovelace"}, "title": "Countess",
                ENTERPRISE: {"department": "x", "manager": {"value": "7"}},
                "emails": [{"value": "a@x", "type": "work"}], "roles": [{"value": "admin"}], "ims": [{"value": "i"}],
            })
        );
        let body = json!({"schemas": [USER], "userName": "ada", "name.givenName": "Ada", format!("{USER}:title"): "x"});
        assert_eq!(read(&body, Dialect::Strict), json!({"schemas": [USER], "userName": "ada"}));
        assert_eq!(read(&json!({"userName": "ada"}), Dialect::Lenient)["schemas"], json!([USER]));
    }

    #[test]
    fn mistakes_are_told() {
        for (body, word) in [
            (json!([]), "JSON object"),
            (json!({"userName": "ada"}), "list of URNs"),
            (json!({"schemas": USER}), "list of URNs"),
            (json!({"schemas": [1]}), "list of URNs"),
            (json!({"schemas": [ENTERPRISE]}), "must contain"),
            (json!({"schemas": [USER, "urn:x"]}), "`urn:x`"),
            (json!({"schemas": [USER], ENTERPRISE: "x"}), "object"),
            (json!({"schemas": [USER], ENTERPRISE: {"manager": {"value": 1}}}), "enterprise:2.0:User:manager.value`"),
            (json!({"schemas": [USER], "name": {"givenName": 1}}), "`name.givenName` must be a text"),
        ] {
            let error = users().read(&body, Dialect::Strict).unwrap_err();
            assert!(error.status == 400 && error.detail.contains(word), "{body}: {error}");
        }
    }

    #[test]
    fn all_that_is_missing_is_named() {
        let mut users = users();
        users.schema.attributes.push(Attribute::text("costs").required());
        users.schema.attributes.push(Attribute::list("badges", [Attribute::text("value").required()]));
        users.extensions[0].attributes.push(Attribute::text("desk").required());
        let detail =
            |resource: Value| users.check_required(resource.as_object().unwrap()).map_err(|error| error.detail);
        assert_eq!(detail(json!({})), Err("`userName`, `costs` are required; send them".to_owned()));
        assert_eq!(detail(json!({"userName": "", "costs": "x"})), Err("`userName` is required; send it".to_owned()));
        let resource = json!({"userName": "a", "costs": "x", "badges": [{}, {"value": "x"}, {}], ENTERPRISE: {}});
        assert_eq!(detail(resource), Err(format!("`badges.value`, `{ENTERPRISE}:desk` are required; send them")));
        assert_eq!(detail(json!({"userName": "a", "costs": "x"})), Ok(()));
    }
}
