//! The JSON Schema of recipes, for editors.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::check::ROLES;
use super::schema_text::{CONCLUSIONS, variants};
use super::source::RecipeSource;
use crate::contract::{Action, ErrorKind, ResourceKind};

/// The JSON Schema of recipes: draft-07, because that is what editors' YAML support reads.
pub fn json_schema() -> Value {
    let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<RecipeSource>();
    let mut value = schema.to_value();
    drop_null(&mut value);
    name_words(&mut value);
    value
}

/// Words that the checker knows by name are named here too, so that editors offer and explain them.
fn name_words(schema: &mut Value) {
    let meanings = variants(&schemars::schema_for!(ErrorKind).to_value());
    let kinds = meanings.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let kinds = kinds.filter(|(name, _)| CONCLUSIONS.iter().all(|(known, _)| known != name));
    let outcomes: Vec<(&str, &str)> = CONCLUSIONS.into_iter().chain(kinds).collect();
    for holder in ["OutcomeRule", "Branch", "Step"] {
        offer(schema, &format!("/definitions/{holder}/properties/is"), &outcomes);
    }
    let roles: Vec<(&str, &str)> = ROLES.iter().map(|role| (*role, "")).collect();
    for holder in ["LocatorKeys", "ViewField"] {
        offer(schema, &format!("/definitions/{holder}/properties/role"), &roles);
    }
    let actions: Vec<String> = Action::all().map(|action| action.to_string()).collect();
    let actions: Vec<(&str, &str)> = actions.iter().map(|action| (action.as_str(), "")).collect();
    offer(schema, "/properties/unsupported/items", &actions);
    let resources = ResourceKind::ALL.map(|kind| (kind.plural(), format!("The fields of the app's {kind}")));
    name_keys(schema, "/properties/resources", &resources);
}

/// Turns a text into a choice of words. (`enumDescriptions` is what YAML editors read; validators pass it over.)
fn offer(schema: &mut Value, pointer: &str, words: &[(&str, &str)]) {
    let Some(Value::Object(schema)) = schema.pointer_mut(pointer) else { return };
    let (names, texts): (Vec<&str>, Vec<&str>) = words.iter().copied().unzip();
    if texts.iter().any(|text| !text.is_empty()) {
        schema.insert("enumDescriptions".to_owned(), json!(texts));
    }
    schema.insert("enum".to_owned(), json!(names));
}

/// Names the keys of an object that takes any; one whose type names them itself is left alone.
fn name_keys(schema: &mut Value, pointer: &str, names: &[(&str, String)]) {
    let Some(Value::Object(schema)) = schema.pointer_mut(pointer) else { return };
    let Some(inner) = schema.get("additionalProperties").filter(|inner| inner.is_object()).cloned() else { return };
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema.insert(
        "properties".to_owned(),
        names.iter().map(|(name, text)| ((*name).to_owned(), json!({"allOf": [inner], "description": text}))).collect(),
    );
}

/// A key that may be left out may not be `null`: takes the `null` out that stands for "not given" in Rust.
fn drop_null(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(Value::Array(types)) = map.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    map.insert("type".to_owned(), only);
                }
            }
            if let Some(Value::Array(parts)) = map.get_mut("anyOf") {
                parts.retain(|part| part.get("type").is_none_or(|name| name != "null"));
                if let [only] = parts.as_mut_slice()
                    && let Value::Object(only) = only.take()
                {
                    map.remove("anyOf");
                    if only.contains_key("$ref") && !map.is_empty() {
                        // Draft-07 ignores what stands beside `$ref`.
                        map.insert("allOf".to_owned(), Value::Array(vec![Value::Object(only)]));
                    } else {
                        map.extend(only);
                    }
                }
            }
            map.values_mut().for_each(drop_null);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_null),
        _ => {}
    }
}
