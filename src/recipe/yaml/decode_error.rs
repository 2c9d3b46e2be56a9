//! Why a tree does not fit a type, kept by kind until it becomes a diagnostic.

use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use crate::contract::nearest;
use crate::recipe::Span;
use crate::recipe::diagnostic::Diagnostic;

/// Why a tree does not fit a type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DecodeError {
    kind: Kind,
    span: Option<Span>,
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    UnknownKey {
        given: String,
        known: &'static [&'static str],
    },
    MissingKey(&'static str),
    WrongType {
        given: String,
        wanted: String,
        quotable: Option<String>,
    },
    UnknownValue {
        given: String,
        known: &'static [&'static str],
    },
    Other(String),
    /// The cause was reported already.
    Reported,
}

impl DecodeError {
    /// Gives the error a place, unless it has one that is nearer to the cause.
    pub(super) fn or_at(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }

    /// The error for something that was reported already.
    pub(super) fn reported() -> Self {
        Self { kind: Kind::Reported, span: None }
    }

    /// The error for the reader of the file; `None` if it was reported already.
    pub(super) fn into_diagnostic(self) -> Option<Diagnostic> {
        let span = self.span.unwrap_or_default();
        Some(match self.kind {
            Kind::UnknownKey { given, known } => {
                Diagnostic::error("unknown_key", span, format!("unknown key `{given}`")).help(suggestion(&given, known))
            }
            Kind::MissingKey(name) => Diagnostic::error("missing_key", span, format!("`{name}` is missing here"))
                .help(format!("add `{name}:`")),
            Kind::WrongType { given, wanted, quotable } => {
                let diagnostic = Diagnostic::error("wrong_type", span, format!("expected {wanted}, found {given}"));
                match quotable {
                    Some(text) => diagnostic.help(format!("write it in quotes: \"{text}\"")),
                    None => diagnostic,
                }
            }
            Kind::UnknownValue { given, known } => {
                Diagnostic::error("unknown_value", span, format!("`{given}` is not known here"))
                    .help(suggestion(&given, known))
            }
            Kind::Other(message) => Diagnostic::error("invalid_value", span, message),
            Kind::Reported => return None,
        })
    }
}

fn suggestion(given: &str, known: &[&str]) -> String {
    match nearest(given, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => one_of(known),
    }
}

fn one_of(known: &[&str]) -> String {
    let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    if names.is_empty() { "nothing may stand here".to_owned() } else { format!("known here: {}", names.join(", ")) }
}

/// What serde calls things, in the words of the language.
fn plain(expected: &str) -> String {
    match expected {
        "a string" | "a borrowed string" => "a text".to_owned(),
        "a sequence" => "a list".to_owned(),
        "a map" => "an object".to_owned(),
        "a boolean" => "`true` or `false`".to_owned(),
        "u32" | "u64" | "usize" | "i64" => "a whole number from 0".to_owned(),
        other => other.to_owned(),
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.clone().into_diagnostic() {
            Some(diagnostic) => f.write_str(&diagnostic.message),
            None => f.write_str("reported already"),
        }
    }
}

impl std::error::Error for DecodeError {}

impl Error for DecodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { kind: Kind::Other(message.to_string()), span: None }
    }

    fn invalid_type(given: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        let wanted = plain(&wanted.to_string());
        let mut quotable = None;
        let given = match given {
            Unexpected::Bool(value) => {
                quotable = Some(value.to_string());
                format!("`{value}`")
            }
            Unexpected::Signed(value) => {
                quotable = Some(value.to_string());
                format!("the number {value}")
            }
            Unexpected::Unsigned(value) => {
                quotable = Some(value.to_string());
                format!("the number {value}")
            }
            Unexpected::Float(value) => format!("the number {value}"),
            Unexpected::Str(value) => format!("the text `{value}`"),
            Unexpected::Unit | Unexpected::Option => "nothing".to_owned(),
            Unexpected::Seq => "a list".to_owned(),
            Unexpected::Map => "an object".to_owned(),
            _ => "something else".to_owned(),
        };
        if !wanted.contains("text") {
            quotable = None;
        }
        Self { kind: Kind::WrongType { given, wanted, quotable }, span: None }
    }

    fn invalid_value(given: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        Self::invalid_type(given, wanted)
    }

    fn unknown_variant(given: &str, known: &'static [&'static str]) -> Self {
        Self { kind: Kind::UnknownValue { given: given.to_owned(), known }, span: None }
    }

    fn unknown_field(given: &str, known: &'static [&'static str]) -> Self {
        Self { kind: Kind::UnknownKey { given: given.to_owned(), known }, span: None }
    }

    fn missing_field(name: &'static str) -> Self {
        Self { kind: Kind::MissingKey(name), span: None }
    }
}
