//! Regular expressions in recipes.

use std::ops::Deref;

use regex::Regex;
use regex_syntax::hir::{Class, Hir, HirKind};

use super::ecmascript::ecmascript;

/// A compiled regular expression (the `regex` crate's syntax: no look-around, linear time); two are equal when their
/// texts are.
#[derive(Debug, Clone)]
pub struct Pattern(pub Regex);

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_str() == other.0.as_str()
    }
}

impl Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        &self.0
    }
}

impl Pattern {
    /// The same as an ECMAScript regular expression with the flag `u`.
    pub fn ecmascript(&self, ignore_case: bool) -> String {
        ecmascript(self.0.as_str(), ignore_case).unwrap_or_default()
    }

    /// The expression as it is written in the recipe: without what makes it match a whole value.
    pub fn written(&self) -> &str {
        let text = self.0.as_str();
        text.strip_prefix("^(?:").and_then(|text| text.strip_suffix(")$")).unwrap_or(text)
    }
}

/// About how large a regular expression becomes when it is made: ranges of letters, as often as they are repeated. 0 for what
/// is none.
pub(super) fn size(pattern: &str) -> usize {
    fn of(hir: &Hir) -> usize {
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => 1,
            HirKind::Literal(literal) => literal.0.len(),
            HirKind::Class(Class::Unicode(class)) => class.ranges().len(),
            HirKind::Class(Class::Bytes(class)) => class.ranges().len(),
            HirKind::Repetition(repetition) => {
                let times = repetition.max.unwrap_or(repetition.min).max(1);
                of(&repetition.sub).saturating_mul(usize::try_from(times).unwrap_or(usize::MAX))
            }
            HirKind::Capture(capture) => of(&capture.sub),
            HirKind::Concat(parts) | HirKind::Alternation(parts) => {
                parts.iter().fold(0, |sum, part| sum.saturating_add(of(part)))
            }
        }
    }
    // What is refused here is refused when it is made, too, with a reason.
    regex_syntax::parse(pattern).map_or(0, |hir| of(&hir).saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn the_size_of_a_pattern_counts_what_is_repeated() {
        assert!(size(r"^[a-z0-9-]{1,40}$") < 1_000);
        assert!((40_000..60_000).contains(&size(r"[\p{L} ,.'-]{1,80}")), "{}", size(r"[\p{L} ,.'-]{1,80}"));
        assert_eq!(size("((((x{1000}){1000}){1000}){1000})"), 1_000_000_000_001);
        assert_eq!(size("("), 0);
    }
}
