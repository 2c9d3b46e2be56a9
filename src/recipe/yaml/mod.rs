//! Strict YAML as JSON-like data: from text to a tree in which every value and every key knows its place, and from that
//! tree to Rust types with errors that keep their place and their kind.

mod decode_error;
mod deserializer;
mod node;
mod parse;
mod recovered;
mod scalar;
#[cfg(test)]
mod tests;

pub(crate) use deserializer::decode;
pub(crate) use node::{Content, Entry, Node};
pub(crate) use parse::{MAX_BYTES, parse};
pub(crate) use recovered::{RECOVERED, Recovered, SPANNED, Spanned, TEXT_OR_OBJECT};
