//! What serde knows about the types of a recipe and a JSON Schema does not say: the order in which the keys of an object
//! are declared, and the short example that stands in its messages ("expected an object such as …").

use std::cell::RefCell;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::source::RecipeSource;
use super::yaml::{RECOVERED, SPANNED};

/// An object of a recipe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    /// Its keys, in the order in which they are declared.
    pub(super) keys: &'static [&'static str],
    /// What messages say is expected.
    pub(super) expected: String,
}

/// Every object that can stand in a recipe, as its types declare them.
pub(super) fn shapes() -> Vec<Shape> {
    let found = RefCell::new(Vec::new());
    // Nothing comes out of it but what was seen on the way.
    drop(RecipeSource::deserialize(Probe { found: &found }));
    found.into_inner()
}

/// There was nothing to read.
#[derive(Debug)]
struct Nothing;

impl fmt::Display for Nothing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing to read")
    }
}

impl std::error::Error for Nothing {}

impl Error for Nothing {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Answers every question of a type with another question: it hands out each key of each object once, and no value.
#[derive(Clone, Copy)]
struct Probe<'f> {
    found: &'f RefCell<Vec<Shape>>,
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Nothing;

    /// Only a list can be given without knowing more: one of one item.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Nothing> {
        visitor.visit_seq(Item { probe: Some(self) })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Nothing> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Nothing> {
        match name {
            SPANNED | RECOVERED => visitor.visit_seq(Located { inner: self, next: 0 }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Nothing> {
        visitor.visit_map(Keys { probe: self, rest: ["any"].iter() })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Nothing> {
        let shape = Shape { keys, expected: (&visitor as &dyn Expected).to_string() };
        if self.found.borrow().contains(&shape) {
            return Err(Nothing);
        }
        self.found.borrow_mut().push(shape);
        visitor.visit_map(Keys { probe: self, rest: keys.iter() })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Nothing> {
        Err(Nothing)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct identifier ignored_any
    }
}

/// A list of one item.
struct Item<'f> {
    probe: Option<Probe<'f>>,
}

impl<'de> SeqAccess<'de> for Item<'_> {
    type Error = Nothing;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Nothing> {
        self.probe.take().map(|probe| seed.deserialize(probe)).transpose()
    }
}

/// Start, end and value of what knows its place. A value that could not be made is broken, which hides nothing else.
struct Located<D> {
    inner: D,
    next: u8,
}

impl<'de, D: Deserializer<'de, Error = Nothing> + Copy> SeqAccess<'de> for Located<D> {
    type Error = Nothing;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Nothing> {
        self.next += 1;
        match self.next {
            1 | 2 => seed.deserialize(0_usize.into_deserializer()).map(Some),
            _ => Ok(seed.deserialize(self.inner).ok()),
        }
    }
}

/// Each key once.
struct Keys<'f> {
    probe: Probe<'f>,
    rest: std::slice::Iter<'static, &'static str>,
}

impl<'de> MapAccess<'de> for Keys<'_> {
    type Error = Nothing;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Nothing> {
        self.rest.next().map(|name| seed.deserialize(Name(name))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Nothing> {
        seed.deserialize(self.probe)
    }
}

/// The name of a key.
#[derive(Clone, Copy)]
struct Name(&'static str);

impl<'de> Deserializer<'de> for Name {
    type Error = Nothing;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Nothing> {
        visitor.visit_str(self.0)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Nothing> {
        match name {
            SPANNED | RECOVERED => visitor.visit_seq(Located { inner: self, next: 0 }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}
