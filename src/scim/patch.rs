//! Changes to a resource (RFC 7644, section 3.5.2).

use serde_json::{Map, Value};

use super::dialect::Dialect;
use super::draft::Draft;
use super::error::ScimError;
use super::patch_change::Translator;
use super::patch_request::operations;
use super::resource_type::ResourceType;

/// Applies the body of a PATCH to a resource as [`ResourceType::read`] makes it, and returns the one that it becomes: all
/// operations are applied, or none (RFC 7644, section 3.5.2). What clients do not set, such as `id` and `meta`, stays as it is.
///
/// # Errors
/// All begin with the number of the operation if there are several. `invalidSyntax`: the body is no PATCH; `invalidPath`,
/// `invalidFilter`: a path cannot be read or names nothing; `noTarget`: a path matches nothing, or a removal has none;
/// `invalidValue`: a value has another type, or is missing; `mutability`: an attribute is not for clients, can be set only once,
/// or is required.
pub fn patch(
    resource: &Map<String, Value>,
    body: &Value,
    of: &ResourceType,
    dialect: Dialect,
) -> Result<Map<String, Value>, ScimError> {
    let operations = operations(body, dialect)?;
    let numbered = |(number, mut error): (usize, ScimError)| {
        if operations.len() > 1 {
            error.detail = format!("operation {number}: {}", error.detail);
        }
        error
    };
    let changes = Translator::new(of, dialect, resource).translate(&operations).map_err(numbered)?;
    let mut draft = Draft::new(resource, of, dialect);
    for change in changes {
        let number = change.number;
        draft.apply(change).map_err(|error| numbered((number, error)))?;
    }
    draft.finish(resource)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::attribute::Attribute;
    use super::super::schema::Schema;
    use super::*;

    const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    fn users() -> ResourceType {
        let mut schema = Schema::user();
        schema.attributes.push(Attribute::text("born").immutable());
        schema.attributes.push(Attribute::text("tags").multi_valued());
        ResourceType {
            name: "User".to_owned(),
            endpoint: "/Users".to_owned(),
            description: String::new(),
            schema,
            extensions: vec![Schema::enterprise_user()],
        }
    }

    fn groups() -> ResourceType {
        ResourceType {
            name: "Group".to_owned(),
            endpoint: "/Groups".to_owned(),
            description: String::new(),
            schema: Schema::group(),
            extensions: Vec::new(),
        }
    }

    /// What differs afterwards: every attribute that has another value, null where it is gone; or the error.
    fn changed(of: &ResourceType, resource: &Value, operations: &Value, dialect: Dialect) -> Value {
        let before = resource.as_object().unwrap();
        let body = json!({"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations});
        match patch(before, &body, of, dialect) {
            Err(error) => json!(format!("{}: {error}", error.scim_type.map_or("", |kind| kind.name()))),
            Ok(after) => {
                let keys = before.keys().chain(after.keys()).filter(|key| before.get(*key) != after.get(*key));
                keys.map(|key| (key.clone(), after.get(key).cloned().unwrap_or_default())).collect()
            }
        }
    }

    fn user() -> Value {
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "babs", "born": "1980",
            "name": {"givenName": "Barbara", "familyName": "Jensen"}, "nickName": "Babs",
            "emails": [{"value": "b@work", "type": "work", "primary": true}, {"value": "b@home", "type": "home"}],
            "addresses": [
                {"type": "work", "streetAddress": "1 Road", "locality": "Here"}, {"type": "home", "locality": "There"}],
        })
    }

    fn group() -> Value {
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "g", "displayName": "Tour Guides",
            "members": [{"value": "1", "display": "Babs"}, {"value": "2", "display": "James"}, {"value": "3"}],
        })
    }

    #[test]
    fn the_examples_of_the_standard_are_done() {
        let street = "911 Universal City Plaza";
        for (operations, difference) in [
            // Figures of RFC 7644, sections 3.5.2.1 to 3.5.2.3.
            (
                json!([{"op": "add", "path": "members", "value": [{"display": "Babs", "$ref": "../Users/4", "value": "4"}]}]),
                json!({"members": [{"value": "1", "display": "Babs"}, {"value": "2", "display": "James"}, {"value": "3"},
                {"$ref": "../Users/4", "value": "4"}]}),
            ),
            (
                json!([{"op": "remove", "path": "members[value eq \"2\"]"}]),
                json!({"members": [{"value": "1", "display": "Babs"}, {"value": "3"}]}),
            ),
            (json!([{"op": "remove", "path": "members"}]), json!({"members": null})),
            (
                json!([{"op": "remove", "path": "members[value eq \"1\"]"}, {"op": "add", "path": "members",
                "value": [{"value": "4"}]}]),
                json!({"members": [{"value": "2", "display": "James"}, {"value": "3"}, {"value": "4"}]}),
            ),
            (
                json!([{"op": "remove", "path": "members"}, {"op": "add", "path": "members",
                "value": [{"value": "4"}, {"value": "5"}]}]),
                json!({"members": [{"value": "4"}, {"value": "5"}]}),
            ),
            (
                json!([{"op": "replace", "path": "members", "value": [{"value": "4"}, {"value": "5"}]}]),
                json!({"members": [{"value": "4"}, {"value": "5"}]}),
            ),
        ] {
            for dialect in [Dialect::Strict, Dialect::Lenient] {
                assert_eq!(changed(&groups(), &group(), &operations, dialect), difference, "{operations}");
            }
        }
        for (operations, difference) in [
            (
                json!([{"op": "add", "value": {"emails": [{"value": "babs@jensen.org", "type": "home"}], "nickname": "B"}}]),
                json!({"nickName": "B", "emails": [{"value": "b@work", "type": "work", "primary": true},
                {"value": "b@home", "type": "home"}, {"value": "babs@jensen.org", "type": "home"}]}),
            ),
            (
                json!([{"op": "remove", "path": "emails[type eq \"work\" and value ew \"work\"]"}]),
                json!({"emails": [{"value": "b@home", "type": "home"}]}),
            ),
            (
                json!([{"op": "replace", "path": "addresses[type eq \"work\"]",
                "value": {"type": "work", "streetAddress": street, "primary": true}}]),
                json!({"addresses": [{"type": "work", "streetAddress": street, "primary": true},
                {"type": "home", "locality": "There"}]}),
            ),
            (
                json!([{"op": "replace", "path": "addresses[type eq \"work\"].streetAddress", "value": street}]),
                json!({"addresses": [{"type": "work", "streetAddress": street, "locality": "Here"},
                {"type": "home", "locality": "There"}]}),
            ),
            (
                json!([{"op": "replace", "value": {"emails": [{"value": "x"}], "nickName": "B"}}]),
                json!({"emails": [{"value": "x"}], "nickName": "B"}),
            ),
            // And what they tell in words.
            (
                json!([{"op": "replace", "path": "name", "value": {"givenName": "Bab", "familyName": null, "x": 1}}]),
                json!({"name": {"givenName": "Bab"}}),
            ),
            (
                json!([{"op": "add", "path": "name", "value": {"middleName": "J"}}]),
                json!({"name": {"givenName": "Barbara", "familyName": "Jensen", "middleName": "J"}}),
            ),
            (
                json!([{"op": "add", "path": "emails", "value": [{"value": "B@HOME", "primary": true}]}]),
                json!({"emails": [{"value": "b@work", "type": "work", "primary": false},
                {"value": "b@home", "type": "home", "primary": true}]}),
            ),
            (
                json!([{"op": "replace", "path": "emails[value eq \"b@home\"].primary", "value": true}]),
                json!({"emails": [{"value": "b@work", "type": "work", "primary": false},
                {"value": "b@home", "type": "home", "primary": true}]}),
            ),
            (
                json!([{"op": "add", "path": "title", "value": "x"}, {"op": "replace", "path": "title", "value": null}]),
                json!({}),
            ),
            (
                json!([{"op": "replace", "path": "nickName", "value": null}, {"op": "remove", "path": "title"}]),
                json!({"nickName": null}),
            ),
            (
                json!([{"op": "add", "path": format!("{ENTERPRISE}:manager.value"), "value": "7"}]),
                json!({ENTERPRISE: {"manager": {"value": "7"}},
                "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE]}),
            ),
            (
                json!([{"op": "add", "path": ENTERPRISE, "value": {"division": "x"}}, {"op": "remove", "path": ENTERPRISE}]),
                json!({}),
            ),
            (
                json!([{"op": "add", "path": "tags", "value": ["a", "b"]}, {"op": "remove", "path": "tags[value eq \"a\"]"},
                {"op": "add", "path": "tags", "value": "B"}]),
                json!({"tags": ["b"]}),
            ),
            (
                json!([{"op": "replace", "path": "addresses.country", "value": "DE"},
                {"op": "remove", "path": "addresses.locality"}]),
                json!({"addresses": [{"type": "work", "streetAddress": "1 Road", "country": "DE"},
                {"type": "home", "country": "DE"}]}),
            ),
            (
                json!([{"op": "add", "path": "schemas", "value": ["urn:x"]}, {"op": "replace", "path": "id", "value": "1"}]),
                json!({}),
            ),
        ] {
            for dialect in [Dialect::Strict, Dialect::Lenient] {
                assert_eq!(changed(&users(), &user(), &operations, dialect), difference, "{operations}");
            }
        }
    }

    #[test]
    fn mistakes_are_told() {
        for (operation, error) in [
            (json!({"op": "remove"}), "noTarget: a remove operation needs a `path`"),
            (json!({"op": "add", "value": 1}), "invalidValue: an operation without a `path`"),
            (json!({"op": "add", "path": "title"}), "invalidValue: the operation on `title` needs a `value`"),
            (
                json!({"op": "add", "path": "titel", "value": 1}),
                "invalidPath: a User has no attribute `titel`; did you mean `title`?",
            ),
            (json!({"op": "add", "value": {"titel": 1}}), "invalidPath: a User has no attribute `titel`"),
            (json!({"op": "add", "path": "title", "value": 1}), "invalidValue: `title` must be a text"),
            (json!({"op": "add", "path": "title.x", "value": 1}), "invalidPath: a User has no attribute `title.x`"),
            (json!({"op": "replace", "path": "name", "value": "x"}), "invalidValue: `name` must be an object"),
            (json!({"op": "replace", "path": "name.givenName", "value": {}}), "invalidValue: `name.givenName` must be"),
            (json!({"op": "replace", "path": "id", "value": "2"}), "mutability: `id` cannot be set by clients"),
            (json!({"op": "remove", "path": "meta.version"}), "mutability: `meta.version` cannot be set"),
            (json!({"op": "remove", "path": "userName"}), "mutability: `userName` is required"),
            (json!({"op": "replace", "path": "userName", "value": null}), "mutability: `userName` is required"),
            (json!({"op": "replace", "path": "born", "value": "1981"}), "mutability: `born` cannot be changed"),
            (
                json!({"op": "remove", "path": "emails", "value": [{"value": "b@work"}]}),
                "invalidSyntax: a remove operation has no `value`",
            ),
            (
                json!({"op": "remove", "path": "emails[value eq \"x\"]"}),
                "noTarget: `emails` has no element {\"value\":\"x\"}",
            ),
            (
                json!({"op": "remove", "path": "emails[type eq \"x\"]"}),
                "noTarget: no element of `emails` meets `type eq \"x\"`",
            ),
            (json!({"op": "replace", "path": "emails[type eq \"x\"].value", "value": "x"}), "noTarget: no element"),
            (json!({"op": "replace", "path": "emails[type pr].primary", "value": true}), "invalidValue: 2 elements"),
            (
                json!({"op": "replace", "path": "emails[x pr]", "value": {}}),
                "invalidFilter: the elements of `emails` have no `x`",
            ),
            (
                json!({"op": "add", "path": ENTERPRISE, "value": 1}),
                "invalidValue: `urn:ietf:params:scim:schemas:extension",
            ),
        ] {
            let told = changed(&users(), &user(), &json!([operation]), Dialect::Strict);
            assert!(told.as_str().is_some_and(|told| told.starts_with(error)), "{operation}: {told}");
        }
        let member = json!([{"op": "replace", "path": "displayName", "value": "x"},
            {"op": "replace", "path": "members[value eq \"1\"].value", "value": "2"}]);
        let told = changed(&groups(), &group(), &member, Dialect::Lenient);
        assert_eq!(
            told,
            "mutability: operation 2: `members.value` cannot be changed once it is set; remove the element and add another"
        );
    }

    #[test]
    fn what_okta_and_entra_send_is_done() {
        let emails = |list: Value| json!({"emails": list});
        let home = json!({"value": "b@home", "type": "home"});
        for (operations, difference) in [
            // Okta.
            (json!([{"op": "replace", "value": {"active": false}}]), json!({"active": false})),
            (json!([{"op": "replace", "value": {"id": "9", "nickName": "B", "unknown": 1}}]), json!({"nickName": "B"})),
            // Entra.
            (json!([{"op": "Replace", "path": "active", "value": "False"}]), json!({"active": false})),
            (
                json!([{"op": "Add", "path": "displayName", "value": [{"$ref": null, "value": "B"}]}]),
                json!({"displayName": "B"}),
            ),
            (
                json!([{"op": "Add", "value": {"name.givenName": "B", "active": "True", format!("{ENTERPRISE}:department"): "x",
                "addresses[type eq \"home\"].country": "DE"}}]),
                json!({"name": {"givenName": "B", "familyName": "Jensen"}, "active": true, ENTERPRISE: {"department": "x"},
                "addresses": [{"type": "work", "streetAddress": "1 Road", "locality": "Here"},
                    {"type": "home", "locality": "There", "country": "DE"}],
                "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE]}),
            ),
            (
                json!([{"op": "Replace", "path": "emails[type eq \"work\"].value", "value": "new@work"}]),
                emails(json!([{"value": "new@work", "type": "work", "primary": true}, home])),
            ),
            (
                json!([{"op": "Replace", "path": "emails[type eq \"other\"].value", "value": "b@other"}]),
                emails(json!([user()["emails"][0], home, {"value": "b@other", "type": "other"}])),
            ),
            (
                json!([{"op": "Add", "path": "phoneNumbers[type eq \"mobile\" and primary eq \"True\"].value", "value": "1"},
                {"op": "Add", "path": "phoneNumbers[type eq \"mobile\"].display", "value": "x"}]),
                json!({"phoneNumbers": [{"value": "1", "type": "mobile", "primary": true, "display": "x"}]}),
            ),
            (json!([{"op": "Remove", "path": "emails[type eq \"work\"].value", "value": null}]), emails(json!([home]))),
            (
                json!([{"op": "Remove", "path": "emails[type eq \"fax\"].value"}, {"op": "Remove", "path": "emails[value eq x]"}]),
                json!({}),
            ),
            (
                json!([{"op": "Replace", "path": "emails[type eq \"work\"]", "value": {"value": "new"}}]),
                emails(json!([{"value": "new", "type": "work"}, home])),
            ),
            (
                json!([{"op": "Add", "path": format!("{ENTERPRISE}:manager"), "value": "7"},
                {"op": "Add", "path": format!("{ENTERPRISE}:manager"), "value": [{"$ref": null, "value": "8"}]}]),
                json!({ENTERPRISE: {"manager": {"value": "8"}},
                "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE]}),
            ),
            (
                json!([{"op": "Add", "path": "roles",
                "value": [{"value": "{\"id\":\"x\",\"value\":\"25\",\"displayName\":\"Role1234\"}"}]},
                {"op": "Add", "path": "roles[primary eq \"True\"].display", "value": "Boss"}]),
                json!({"roles": [{"value": "25"}, {"primary": true, "display": "Boss"}]}),
            ),
            (json!([{"op": "Replace", "path": "meta.version", "value": "x"}]), json!({})),
        ] {
            assert_eq!(changed(&users(), &user(), &operations, Dialect::Lenient), difference, "{operations}");
        }
        let removed = json!({"members": [{"value": "2", "display": "James"}]});
        for operations in [
            json!([{"op": "Remove", "path": "members", "value": [{"value": "1"}, {"value": "3"}, {"value": "9"}]}]),
            json!([{"op": "remove", "path": "members[value eq \"1\"]"}, {"op": "remove", "path": "members[value eq \"3\"]"}]),
            json!([{"op": "Remove", "path": "members", "value": ["1", "3"]}]),
        ] {
            assert_eq!(changed(&groups(), &group(), &operations, Dialect::Lenient), removed, "{operations}");
        }
        let nothing = json!([{"op": "Remove", "path": "members", "value": []}]);
        assert_eq!(changed(&groups(), &group(), &nothing, Dialect::Lenient), json!({}));
    }

    #[test]
    fn thousands_of_operations_take_little_time() {
        let begun = std::time::Instant::now();
        let members: Vec<Value> = (0..12_000).map(|n| json!({"value": n.to_string()})).collect();
        let add: Vec<Value> =
            members.iter().map(|member| json!({"op": "add", "path": "members", "value": [member]})).collect();
        let group = changed(&groups(), &json!({"displayName": "x"}), &add.into(), Dialect::Strict);
        assert_eq!(group["members"].as_array().map(Vec::len), Some(12_000));
        let remove: Vec<Value> =
            (1..12_000).map(|n| json!({"op": "remove", "path": format!("members[value eq \"{n}\"]")})).collect();
        let group = changed(&groups(), &group, &remove.into(), Dialect::Strict);
        assert_eq!(group["members"], json!([{"value": "0"}]));
        assert!(begun.elapsed() < std::time::Duration::from_secs(5), "{:?}", begun.elapsed());
    }
}
