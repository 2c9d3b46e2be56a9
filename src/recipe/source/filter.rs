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
        let bare: Vec<&str> = NAMES.iter().filter(|(_, least, _)| *least == 0).map(|(name, ..)| *name).collect();
        let with: Vec<&str> = NAMES.iter().filter(|(_, _, most)| *most > 0).map(|(name, ..)| *name).collect();
        json_schema!({
            "description": "A filter: its name, or `{name: argument}`.",
            "anyOf": [
                {"type": "string", "enum": bare},
                {
                    "type": "object",
                    "minProperties": 1,
                    "maxProperties": 1,
                    "propertyNames": {"enum": with},
                    "additionalProperties": {
                        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
                    }
                }
            ]
        })
    }
}
