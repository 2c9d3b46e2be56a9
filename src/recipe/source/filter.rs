//! Filters of fields.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::OneOrMany;
use crate::recipe::filter::NAMES;

/// A filter by name, with arguments if it takes any: `trim`, `{split: ";"}`, `{replace: [from, to]}`.
#[derive(Debug, Clone)]
pub(crate) struct FilterSource {
    /// Its name.
    pub(crate) name: String,
    /// Its arguments.
    pub(crate) arguments: Vec<String>,
}

impl<'de> Deserialize<'de> for FilterSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Form;

        impl<'de> Visitor<'de> for Form {
            type Value = FilterSource;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a filter such as `trim` or `{split: \";\"}`")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<FilterSource, E> {
                Ok(FilterSource { name: name.to_owned(), arguments: Vec::new() })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<FilterSource, A::Error> {
                let Some((name, OneOrMany(arguments))) = entries.next_entry::<String, OneOrMany<String>>()? else {
                    return Err(A::Error::custom("a filter has a name: `trim` or `{split: \";\"}`"));
                };
                match entries.next_key::<String>()? {
                    None => Ok(FilterSource { name, arguments }),
                    Some(more) => Err(A::Error::custom(format!(
                        "`{name}` and `{more}` stand in one filter; write `[{{{name}: …}}, {{{more}: …}}]`"
                    ))),
                }
            }
        }

        deserializer.deserialize_any(Form)
    }
}

impl JsonSchema for FilterSource {
    fn schema_name() -> Cow<'static, str> {
        "Filter".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let bare: Vec<serde_json::Value> = NAMES
            .iter()
            .filter(|(_, least, _)| *least == 0)
            .map(|(name, ..)| serde_json::json!({"const": name, "description": meaning(name)}))
            .collect();
        let with: serde_json::Map<String, serde_json::Value> = NAMES
            .iter()
            .filter(|(_, _, most)| *most > 0)
            .map(|(name, _, most)| {
                let one = serde_json::json!({"type": "string", "description": meaning(name)});
                let several = serde_json::json!({
                    "type": "array",
                    "items": {"type": "string"},
                    "minItems": most,
                    "maxItems": most,
                    "description": meaning(name)
                });
                ((*name).to_owned(), if *most == 1 { one } else { several })
            })
            .collect();
        json_schema!({
            "description": "A filter: its name, or `{name: argument}`; several arguments as a list. Filters of a list apply to each item, except `join` and `first`.",
            "examples": ["trim", {"split": ";"}, {"replace": [" ", "_"]}],
            "anyOf": [
                {"oneOf": bare},
                {
                    "type": "object",
                    "minProperties": 1,
                    "maxProperties": 1,
                    "properties": with,
                    "additionalProperties": false
                }
            ]
        })
    }
}

/// What a filter does, in words.
fn meaning(name: &str) -> &'static str {
    match name {
        "trim" => "White space at both ends is removed.",
        "lower" => "Lower case.",
        "upper" => "Upper case.",
        "capitalize" => "The first letter in upper case, the others in lower case.",
        "title" => "The same for each word, which begins after white space or a hyphen.",
        "split" => "A list, from a text with this separator; items are trimmed, empty ones dropped.",
        "join" => "A text, from a list, with this separator.",
        "replace" => "Every occurrence of the first text is replaced by the second.",
        "regex" => {
            "The first group of this regular expression, or the whole match if it has none; an empty text if it does not match."
        }
        "first" => "The first item of a list.",
        "default" => "This text if the value is missing or empty.",
        "date" => "A date in this `strftime` format: read to `YYYY-MM-DD`, written from it.",
        "number" => "A number: digits, sign and decimal point are kept, grouping commas dropped.",
        "local_part" => "The part of an e-mail address before the `@`.",
        "domain" => "The part of an e-mail address after the `@`.",
        _ => "",
    }
}
