//! JSON as it is taken from strangers: UTF-8, with or without a byte order mark, and no key twice.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

/// Why bytes are not JSON that means one thing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum JsonError {
    /// They are something else than UTF-8.
    #[error("{found}; {help}")]
    Encoding {
        /// What they look like.
        found: String,
        /// What to do about it.
        help: &'static str,
    },
    /// They are UTF-8 and no JSON.
    #[error("not JSON: {0}")]
    Syntax(String),
    /// An object has a key twice: one of the two would be done and the other dropped in silence.
    #[error("`{path}` stands there twice, the second time at line {line} column {column}; keep one of the two")]
    Twice {
        /// The key with the keys and indices around it: `user.email`.
        path: String,
        /// From 1.
        line: usize,
        /// From 1, in bytes; where the second key ends.
        column: usize,
    },
}

/// Reads JSON. A byte order mark before it is passed over (RFC 8259, section 8.1, allows that).
///
/// `serde_json` alone keeps the last of two values with the same key: a job that says `plan` and then `run` would run.
///
/// # Errors
/// When it is no UTF-8, no JSON, or an object at any depth has a key twice, however it is escaped.
pub(super) fn read(bytes: &[u8]) -> Result<Value, JsonError> {
    let text = text(bytes)?;
    let twice = RefCell::new(None);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let seed = Strict { place: &Place::Root, twice: &twice };
    let read = seed.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    read.map_err(|error| match twice.take() {
        Some(path) if error.classify() == Category::Data => {
            JsonError::Twice { path, line: error.line(), column: error.column() }
        }
        _ => JsonError::Syntax(error.to_string()),
    })
}

/// The bytes as text, or what they are instead.
fn text(bytes: &[u8]) -> Result<&str, JsonError> {
    let found = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32 (it begins with its byte order mark)"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16 (it begins with its byte order mark)"),
        [b'{' | b'[' | b' ' | b'\n' | b'\r' | b'\t', 0, 0, 0, ..]
        | [0, 0, 0, b'{' | b'[' | b' ' | b'\n' | b'\r' | b'\t', ..] => Some("UTF-32"),
        [b'{' | b'[' | b' ' | b'\n' | b'\r' | b'\t', 0, ..] | [0, b'{' | b'[' | b' ' | b'\n' | b'\r' | b'\t', ..] => {
            Some("UTF-16")
        }
        _ => None,
    };
    let encoding = |found: String, help| JsonError::Encoding { found, help };
    if let Some(found) = found {
        return Err(encoding(format!("it is written in {found}"), "send it as UTF-8"));
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Err(encoding("it is compressed with gzip".to_owned(), "send it as it is"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or_default();
        encoding(format!("it is not UTF-8: byte {} is 0x{byte:02X}", at + 1), "send it as UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Where a value stands.
enum Place<'p> {
    Root,
    Member(&'p Place<'p>, &'p str),
    Item(&'p Place<'p>, usize),
}

/// The most characters of a place in a message; a key can be as long as a job.
const PLACE_CHARS: usize = 120;

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Member(Self::Root, key) => f.write_str(key),
            Self::Member(parent, key) => write!(f, "{parent}.{key}"),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// Reads one value, and remembers the key that stands twice.
#[derive(Clone, Copy)]
struct Strict<'s> {
    place: &'s Place<'s>,
    twice: &'s RefCell<Option<String>>,
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut read = Vec::new();
        while let Some(item) =
            items.next_element_seed(Strict { place: &Place::Item(self.place, read.len()), ..self })?
        {
            read.push(item);
        }
        Ok(Value::Array(read))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut read = Map::new();
        let mut known = HashSet::new();
        while let Some(key) = members.next_key::<String>()? {
            let place = Place::Member(self.place, &key);
            if !known.insert(key.clone()) {
                self.twice.replace(Some(place.to_string().chars().take(PLACE_CHARS).collect()));
                // The reader adds the line and the column, which it knows only here.
                return Err(A::Error::custom("a key stands there twice"));
            }
            let value = members.next_value_seed(Strict { place: &place, ..self })?;
            read.insert(key, value);
        }
        Ok(Value::Object(read))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn refused(text: &str) -> String {
        read(text.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn a_key_twice_is_refused_with_its_place_at_any_depth() {
        assert_eq!(
            refused("{\"mode\": \"plan\",\n \"mode\": \"run\"}"),
            "`mode` stands there twice, the second time at line 2 column 7; keep one of the two"
        );
        assert!(refused(r#"{"a":{"b":[1,{"c":1,"d":2,"c":1}]}}"#).starts_with("`a.b[1].c` stands there twice"));
    }

    #[test]
    fn keys_that_differ_by_an_escape_are_the_same_key() {
        assert!(refused(r#"{"mode":1,"mo\u0064e":2}"#).starts_with("`mode` stands there twice"));
    }

    #[test]
    fn the_same_key_in_two_objects_is_not_twice() {
        assert_eq!(read(br#"[{"a":1},{"a":{"a":2}}]"#).unwrap(), json!([{"a": 1}, {"a": {"a": 2}}]));
    }

    #[test]
    fn what_is_not_json_is_told_with_its_line() {
        assert_eq!(refused("{\n nope"), "not JSON: key must be a string at line 2 column 2");
        assert!(refused("{} {}").starts_with("not JSON: trailing characters"));
        assert!(refused("").starts_with("not JSON: EOF while parsing a value"));
        assert!(refused(&"[".repeat(100_000)).contains("recursion limit"));
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_and_other_encodings_are_named() {
        assert_eq!(read(b"\xef\xbb\xbf{}").unwrap(), json!({}));
        let name = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
        assert_eq!(
            name(b"\xff\xfe{\0}\0"),
            "it is written in UTF-16 (it begins with its byte order mark); send it as UTF-8"
        );
        assert_eq!(name(b"\0{\0}"), "it is written in UTF-16; send it as UTF-8");
        assert_eq!(name(b"{\0}\0"), "it is written in UTF-16; send it as UTF-8");
        assert_eq!(name(b"{\0\0\0}\0\0\0"), "it is written in UTF-32; send it as UTF-8");
        assert_eq!(name(b"\x1f\x8b\x08"), "it is compressed with gzip; send it as it is");
        assert_eq!(name(b"{\"M\xfcller\":1}"), "it is not UTF-8: byte 4 is 0xFC; send it as UTF-8");
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::hash_map(any::<String>(), inner, 0..6).prop_map(|map| map.into_iter().collect()),
            ]
        })
    }

    proptest! {
        /// What has no key twice is read as `serde_json` reads it.
        #[test]
        fn values_are_read_as_ever(value in value()) {
            let text = value.to_string();
            prop_assert_eq!(read(text.as_bytes()).unwrap(), serde_json::from_str::<Value>(&text).unwrap());
        }
    }
}
