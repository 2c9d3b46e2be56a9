//! The JSON Schema of recipes, for editors.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::source::RecipeSource;

/// The JSON Schema of recipes: draft-07, because that is what editors' YAML support reads.
pub fn json_schema() -> Value {
    let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<RecipeSource>();
    let mut value = schema.to_value();
    drop_null(&mut value);
    value
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
