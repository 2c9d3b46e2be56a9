//! Places in a recipe's text.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// A stretch of a recipe's text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A recipe's text and the name it was read under, for messages.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceText {
    /// The path, as the user gave it.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
    /// SHA-256 of the text, in hexadecimal.
    pub sha256: String,
}

impl SourceText {
    /// Line and column of a place, both from 1; columns count characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..self.text.floor_char_boundary(offset.min(self.text.len()))];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (line, column)
    }

    /// The whole line (from 1), without its line break.
    pub fn line(&self, number: usize) -> &str {
        self.text.lines().nth(number.saturating_sub(1)).unwrap_or_default()
    }

    /// `path:line:column` of a span.
    pub fn at(&self, span: Span) -> String {
        let (line, column) = self.line_column(span.start);
        format!("{}:{line}:{column}", self.path.display())
    }
}

/// A shared source text; every checked recipe holds the one it came from.
pub type Source = Arc<SourceText>;

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
