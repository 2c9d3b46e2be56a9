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
    /// Anything but this.
    Not(Box<TextMatcher>),
}

impl TextMatcher {
    /// Whether it says only what a text is not, or may do so.
    pub fn is_negative(&self) -> bool {
        match &self.kind {
            MatchKind::Not(inner) => !inner.is_negative(),
            MatchKind::Any(parts) => parts.iter().any(Self::is_negative),
            _ => false,
        }
    }

    /// The same without regard to case.
    #[must_use]
    pub fn ignoring_case(mut self) -> Self {
        self.ignore_case = true;
        self.kind = match self.kind {
            MatchKind::Any(parts) => MatchKind::Any(parts.into_iter().map(Self::ignoring_case).collect()),
            MatchKind::Not(inner) => MatchKind::Not(Box::new(inner.ignoring_case())),
            other => other,
        };
        self
    }
}
