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
