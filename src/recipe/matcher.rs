//! How texts on the page are compared.

use super::pattern::Pattern;
use super::template::Template;

/// Compares a text of the page, white space collapsed and trimmed on both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct TextMatcher {
    /// What the text must be.
    pub kind: MatchKind,
    /// Whether upper and lower case count as the same. Default: no.
    pub ignore_case: bool,
}

/// What a text must be.
#[derive(Debug, Clone, PartialEq)]
pub enum MatchKind {
    /// The whole text.
    Is(Template),
    /// A part of it.
    Contains(Template),
    /// Its beginning.
    Prefix(Template),
    /// Its end.
    Suffix(Template),
    /// A regular expression that matches somewhere in it; runs in the page, never interpolated.
    Regex(Pattern),
    /// One of these.
    Any(Vec<TextMatcher>),
}
