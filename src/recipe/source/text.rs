//! Texts on the page, and values that are written in more than one form.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, IntoDeserializer, SeqAccess, Visitor};

use super::Maybe;
use crate::recipe::yaml::Recovered;

/// Makes an enum that is written as a text or as an object, and its schema with both forms.
macro_rules! text_or_object {
    (#[doc = $doc:literal] $name:ident as $schema_name:literal = $text:ident $text_doc:literal | $object:ident($spec:ty)) => {
        #[doc = $doc]
        #[derive(Debug)]
        pub(crate) enum $name {
            #[doc = $text_doc]
            $text(String),
            /// The long form.
            $object(Box<$spec>),
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Form;

                impl<'de> serde::de::Visitor<'de> for Form {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("a text (", $text_doc, ") or an object"))
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        Ok($name::$text(text.to_owned()))
                    }

                    fn visit_newtype_struct<D: serde::Deserializer<'de>>(self, inner: D) -> Result<$name, D::Error> {
                        <$spec as serde::Deserialize>::deserialize(inner).map(|spec| $name::$object(Box::new(spec)))
                    }
                }

                deserializer.deserialize_newtype_struct($crate::recipe::yaml::TEXT_OR_OBJECT, Form)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $schema_name.into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let object = generator.subschema_for::<$spec>();
                schemars::json_schema!({
                    "description": $doc.trim(),
                    "anyOf": [{"type": "string", "description": $text_doc}, object]
                })
            }
        }
    };
}
pub(super) use text_or_object;

text_or_object! {
    /// What a text of the page must be.
    TextSource as "Text" = Whole "the whole text: white space collapsed, case kept, taken literally"
        | Match(MatchSource)
}

/// What a text of the page must be, other than exactly equal. One of `is`, `contains`, `prefix`, `suffix`, `regex`,
/// `any`, `not`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a text, or an object such as `{contains: some words}`")]
#[schemars(
    rename = "TextMatch",
    extend("examples" = [{"contains": "already exists"}, {"any": ["Save", "Save changes"]}, {"is": "next", "ignore_case": true}, {"not": {"prefix": "System"}}])
)]
pub(crate) struct MatchSource {
    /// The whole text; needed only together with `ignore_case`.
    pub(crate) is: Maybe<String>,
    /// A part of it.
    pub(crate) contains: Maybe<String>,
    /// Its beginning.
    pub(crate) prefix: Maybe<String>,
    /// Its end.
    pub(crate) suffix: Maybe<String>,
    /// A regular expression that matches somewhere in it. Holds no `{{ … }}`.
    pub(crate) regex: Maybe<String>,
    /// One of these.
    pub(crate) any: Maybe<Vec<Recovered<TextSource>>>,
    /// Anything but this; also no attribute at all. Narrows what something else finds, as in
    /// `{role: button, name: {not: Delete}}`.
    pub(crate) not: Maybe<TextSource>,
    /// Upper and lower case count as the same. Default: no.
    pub(crate) ignore_case: Maybe<bool>,
}

/// One value or a list of them.
#[derive(Debug)]
pub(crate) struct OneOrMany<T>(pub(crate) Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Form<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Form<T> {
            type Value = OneOrMany<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a list of texts")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                T::deserialize(text.into_deserializer()).map(|one| OneOrMany(vec![one]))
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
                T::deserialize(value.into_deserializer()).map(|one| OneOrMany(vec![one]))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
                T::deserialize(value.into_deserializer()).map(|one| OneOrMany(vec![one]))
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
                T::deserialize(value.into_deserializer()).map(|one| OneOrMany(vec![one]))
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
                T::deserialize(value.into_deserializer()).map(|one| OneOrMany(vec![one]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(items)).map(OneOrMany)
            }
        }

        deserializer.deserialize_any(Form(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]})
    }
}

/// A value as it may stand in a job: a text, a number or `true`/`false`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scalar(pub(crate) serde_json::Value);

impl Scalar {
    /// As text: what a template would make of it.
    pub(crate) fn text(&self) -> String {
        match &self.0 {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Form;

        impl Visitor<'_> for Form {
            type Value = Scalar;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one value: letters, a number, `true` or `false`")
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Scalar, E> {
                Ok(Scalar(value.into()))
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Scalar, E> {
                Ok(Scalar(value.into()))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Scalar, E> {
                Ok(Scalar(value.into()))
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<Scalar, E> {
                Ok(Scalar(value.into()))
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<Scalar, E> {
                Ok(Scalar(value.into()))
            }
        }

        deserializer.deserialize_any(Form)
    }
}

impl JsonSchema for Scalar {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Scalar".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["string", "number", "boolean"]})
    }
}
