//! From a located tree to Rust types.

use std::cell::RefCell;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::decode_error::DecodeError;
use super::node::{Content, Entry, Node};
use super::recovered::{RECOVERED, SPANNED, TEXT_OR_OBJECT};
use crate::recipe::Span;
use crate::recipe::diagnostic::Diagnostics;

/// Reads a tree as a `T`. Everything that is wrong with it is reported; `None` if no `T` could be made at all.
pub(crate) fn decode<T: DeserializeOwned>(root: &Node, found: &mut Diagnostics) -> Option<T> {
    let collected = RefCell::new(Diagnostics::default());
    let result = T::deserialize(At { node: root, found: &collected });
    found.extend(collected.into_inner());
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            found.extend(error.into_diagnostic());
            None
        }
    }
}

/// A node, and where errors go that do not end the reading.
#[derive(Clone, Copy)]
struct At<'n, 'c> {
    node: &'n Node,
    found: &'c RefCell<Diagnostics>,
}

impl<'n, 'c> At<'n, 'c> {
    fn entries(self, entries: &'n [Entry], known: Option<&'static [&'static str]>) -> Entries<'n, 'c> {
        Entries { rest: entries.iter(), value: None, known, found: self.found }
    }
}

impl<'de> Deserializer<'de> for At<'_, '_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.content {
            Content::Broken => Err(DecodeError::reported()),
            Content::Null => visitor.visit_unit(),
            Content::Bool(value) => visitor.visit_bool(*value),
            Content::Integer(value) => match u64::try_from(*value) {
                Ok(value) => visitor.visit_u64(value),
                Err(_) => visitor.visit_i64(*value),
            },
            Content::Float(value) => visitor.visit_f64(*value),
            Content::Text(value) => visitor.visit_str(value),
            Content::List(items) => visitor.visit_seq(Items { items: items.iter(), found: self.found }),
            Content::Object(entries) => visitor.visit_map(self.entries(entries, None)),
        }
        .map_err(|error| error.or_at(self.node.span))
    }

    /// A key that stands there has a value: nothing is not the same as no key.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match name {
            SPANNED | RECOVERED => visitor.visit_seq(Parts { at: self, next: 0, recover: name == RECOVERED }),
            TEXT_OR_OBJECT => match &self.node.content {
                Content::Text(text) => visitor.visit_str(text),
                _ => visitor.visit_newtype_struct(self),
            },
            _ => visitor.visit_newtype_struct(self),
        }
        .map_err(|error| error.or_at(self.node.span))
    }

    /// A key that the type does not have is reported and passed over, so that it hides nothing else.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.node.content {
            Content::Object(entries) => {
                visitor.visit_map(self.entries(entries, Some(known))).map_err(|error| error.or_at(self.node.span))
            }
            Content::List(_) => Err(DecodeError::invalid_type(Unexpected::Seq, &visitor).or_at(self.node.span)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.node.content {
            Content::Text(name) => {
                visitor.visit_enum(IntoDeserializer::<DecodeError>::into_deserializer(name.as_str()))
            }
            Content::Object(entries) => match entries.as_slice() {
                [entry] => visitor.visit_enum(Variant { entry, found: self.found }),
                _ => Err(DecodeError::custom("exactly one key may stand here")),
            },
            Content::List(_) => Err(DecodeError::invalid_type(Unexpected::Seq, &"a text")),
            Content::Broken => Err(DecodeError::reported()),
            Content::Null => Err(DecodeError::invalid_type(Unexpected::Unit, &"a text")),
            Content::Bool(value) => Err(DecodeError::invalid_type(Unexpected::Bool(*value), &"a text")),
            Content::Integer(value) => Err(DecodeError::invalid_type(Unexpected::Signed(*value), &"a text")),
            Content::Float(value) => Err(DecodeError::invalid_type(Unexpected::Float(*value), &"a text")),
        }
        .map_err(|error| error.or_at(self.node.span))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier
    }
}

/// Hands out start, end and value of one node.
struct Parts<'n, 'c> {
    at: At<'n, 'c>,
    next: u8,
    recover: bool,
}

impl<'de> SeqAccess<'de> for Parts<'_, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, DecodeError> {
        self.next += 1;
        match self.next {
            1 => seed.deserialize(self.at.node.span.start.into_deserializer()).map(Some),
            2 => seed.deserialize(self.at.node.span.end.into_deserializer()).map(Some),
            3 => match seed.deserialize(self.at) {
                Err(error) if self.recover => {
                    self.at.found.borrow_mut().extend(error.or_at(self.at.node.span).into_diagnostic());
                    Ok(None)
                }
                other => other.map(Some),
            },
            _ => Ok(None),
        }
    }
}

struct Items<'n, 'c> {
    items: std::slice::Iter<'n, Node>,
    found: &'c RefCell<Diagnostics>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, DecodeError> {
        let Some(node) = self.items.next() else { return Ok(None) };
        seed.deserialize(At { node, found: self.found }).map(Some).map_err(|error| error.or_at(node.span))
    }
}

struct Entries<'n, 'c> {
    rest: std::slice::Iter<'n, Entry>,
    value: Option<&'n Node>,
    /// The keys that there are; `None`: any.
    known: Option<&'static [&'static str]>,
    found: &'c RefCell<Diagnostics>,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        let entry = loop {
            let Some(entry) = self.rest.next() else { return Ok(None) };
            match self.known {
                Some(known) if !known.contains(&entry.key.as_str()) => {
                    let error = DecodeError::unknown_field(&entry.key, known).or_at(entry.key_span);
                    self.found.borrow_mut().extend(error.into_diagnostic());
                }
                _ => break entry,
            }
        };
        self.value = Some(&entry.value);
        seed.deserialize(Key { name: &entry.key, span: entry.key_span })
            .map(Some)
            .map_err(|error| error.or_at(entry.key_span))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, DecodeError> {
        let Some(node) = self.value.take() else { return Err(DecodeError::custom("a value is missing here")) };
        seed.deserialize(At { node, found: self.found }).map_err(|error| error.or_at(node.span))
    }
}

/// A key of an object.
struct Key<'n> {
    name: &'n str,
    span: Span,
}

impl<'de> Deserializer<'de> for Key<'_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_str(self.name)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match name {
            SPANNED | RECOVERED => visitor.visit_seq(KeyParts { key: self, next: 0 }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_enum(IntoDeserializer::<DecodeError>::into_deserializer(self.name))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map struct identifier ignored_any
    }
}

struct KeyParts<'n> {
    key: Key<'n>,
    next: u8,
}

impl<'de> SeqAccess<'de> for KeyParts<'_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, DecodeError> {
        self.next += 1;
        match self.next {
            1 => seed.deserialize(self.key.span.start.into_deserializer()).map(Some),
            2 => seed.deserialize(self.key.span.end.into_deserializer()).map(Some),
            3 => seed.deserialize(StrDeserializer::<DecodeError>::new(self.key.name)).map(Some),
            _ => Ok(None),
        }
    }
}

/// `{variant: value}`.
struct Variant<'n, 'c> {
    entry: &'n Entry,
    found: &'c RefCell<Diagnostics>,
}

impl<'de> EnumAccess<'de> for Variant<'_, '_> {
    type Error = DecodeError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), DecodeError> {
        let name = seed
            .deserialize(StrDeserializer::<DecodeError>::new(&self.entry.key))
            .map_err(|error| error.or_at(self.entry.key_span))?;
        Ok((name, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, '_> {
    type Error = DecodeError;

    fn unit_variant(self) -> Result<(), DecodeError> {
        Err(DecodeError::custom(format!("`{}` takes no value", self.entry.key)).or_at(self.entry.value.span))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, DecodeError> {
        seed.deserialize(At { node: &self.entry.value, found: self.found })
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, DecodeError> {
        At { node: &self.entry.value, found: self.found }.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, DecodeError> {
        At { node: &self.entry.value, found: self.found }.deserialize_any(visitor)
    }
}
