//! Values that know their place, and values that may be broken without hiding the problems beside them.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use crate::recipe::Span;

/// The name by which deserializers know a [`Spanned`].
pub(crate) const SPANNED: &str = "$idlcm::Spanned";
/// The name by which they know a [`Recovered`].
pub(crate) const RECOVERED: &str = "$idlcm::Recovered";

/// The name of types that are written as a text or as an object: a text goes to `visit_str`, everything else to
/// `visit_newtype_struct`.
pub(crate) const TEXT_OR_OBJECT: &str = "$idlcm::TextOrObject";

/// A value and its place. Only the deserializer of located trees can make one.
#[derive(Debug, Clone)]
pub(crate) struct Spanned<T> {
    /// The value.
    pub(crate) value: T,
    /// Its place.
    pub(crate) span: Span,
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}

impl Hash for Spanned<String> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

impl Borrow<str> for Spanned<String> {
    fn borrow(&self) -> &str {
        &self.value
    }
}

/// A value that may be broken. What is wrong with it was reported; the values beside it are read all the same.
#[derive(Debug, Clone)]
pub(crate) struct Recovered<T> {
    /// The value; `None` if it is broken.
    pub(crate) value: Option<T>,
    /// Its place.
    pub(crate) span: Span,
}

impl<T> Recovered<T> {
    /// The value, unless it is broken.
    pub(crate) fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (value, span) = deserializer.deserialize_newtype_struct(SPANNED, Parts(PhantomData))?;
        match value {
            Some(value) => Ok(Self { value, span }),
            None => Err(D::Error::custom("a value is missing here")),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Recovered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (value, span) = deserializer.deserialize_newtype_struct(RECOVERED, Parts(PhantomData))?;
        Ok(Self { value, span })
    }
}

/// Takes start, end and value, as the deserializer hands them out.
struct Parts<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Parts<T> {
    type Value = (Option<T>, Span);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value with its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let start = parts.next_element()?.unwrap_or_default();
        let end = parts.next_element()?.unwrap_or_default();
        Ok((parts.next_element()?, Span { start, end }))
    }
}

macro_rules! schema_of_the_inner {
    ($name:ident) => {
        impl<T: JsonSchema> JsonSchema for $name<T> {
            fn inline_schema() -> bool {
                T::inline_schema()
            }

            fn schema_name() -> Cow<'static, str> {
                T::schema_name()
            }

            fn schema_id() -> Cow<'static, str> {
                T::schema_id()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                T::json_schema(generator)
            }
        }
    };
}
schema_of_the_inner!(Spanned);
schema_of_the_inner!(Recovered);
