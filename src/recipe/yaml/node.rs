//! The tree that YAML text becomes.

use crate::recipe::Span;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) content: Content,
    /// Where to point when something is wrong with it: the value itself if it stands on one line, otherwise the key that
    /// leads to it, or its first line.
    pub(crate) span: Span,
}

/// What a [`Node`] is: the kinds of JSON.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    /// Something that is not read and was reported, such as an alias.
    Broken,
    /// `null`, `~` or nothing at all.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction or an exponent.
    Float(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object, in the order of the text.
    Object(Vec<Entry>),
}

/// A key of an object and its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// The key.
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) key_span: Span,
    /// The value.
    pub(crate) value: Node,
}

impl Node {
    /// The place of the value under these keys; of the nearest one around it if there is none.
    pub(crate) fn place(&self, keys: &[&str]) -> Span {
        let mut node = self;
        for key in keys {
            let Content::Object(entries) = &node.content else { return node.span };
            match entries.iter().find(|entry| entry.key == *key) {
                Some(entry) => node = &entry.value,
                None => return node.span,
            }
        }
        node.span
    }

    /// The place of a key itself under these keys.
    pub(crate) fn key_place(&self, keys: &[&str], key: &str) -> Span {
        let mut node = self;
        for outer in keys {
            let Content::Object(entries) = &node.content else { return node.span };
            match entries.iter().find(|entry| entry.key == *outer) {
                Some(entry) => node = &entry.value,
                None => return node.span,
            }
        }
        match &node.content {
            Content::Object(entries) => {
                entries.iter().find(|entry| entry.key == key).map_or(node.span, |entry| entry.key_span)
            }
            _ => node.span,
        }
    }

    /// The place of an item of the list under a key.
    pub(crate) fn item_place(&self, key: &str, index: usize) -> Span {
        let Content::Object(entries) = &self.content else { return self.span };
        let Some(entry) = entries.iter().find(|entry| entry.key == key) else { return self.span };
        match &entry.value.content {
            Content::List(items) => items.get(index).map_or(entry.value.span, |item| item.span),
            _ => entry.value.span,
        }
    }
}
