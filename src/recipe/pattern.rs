//! Regular expressions in recipes.

use std::ops::Deref;

use regex::Regex;

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
