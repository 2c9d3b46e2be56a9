//! Regular expressions in recipes.

use std::ops::Deref;

use regex::Regex;

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
    /// The expression as it is written in the recipe: without what makes it match a whole value.
    pub fn written(&self) -> &str {
        let text = self.0.as_str();
        text.strip_prefix("^(?:").and_then(|text| text.strip_suffix(")$")).unwrap_or(text)
    }
}
