//! Lists of filters at fields, and regular expressions.

use regex::Regex;

use super::Checker;
use crate::recipe::filter::filter;
use crate::recipe::pattern::{Pattern, size};
use crate::recipe::position::Span;
use crate::recipe::source::{FilterSource, Many, Maybe};
use crate::recipe::template::Filter;
use crate::recipe::yaml::Recovered;

/// The largest that all regular expressions of a recipe may be together, by [`size`]: some forty names of eighty letters of any
/// script.
const MOST_PATTERNS: usize = 2_500_000;

impl Checker<'_> {
    pub(super) fn filters(&self, source: &Maybe<Many<FilterSource>>) -> Vec<Filter> {
        let mut filters = Vec::new();
        for written in super::given(source).into_iter().flatten() {
            let Some(FilterSource { name, arguments }) = written.get() else { continue };
            if name == "label" || name == "map" {
                self.error(
                    "bad_filter",
                    written.span,
                    format!("`{name}` does not stand among the filters of a field"),
                    "write `map: status` or `map: roles` beside `filters`",
                );
                continue;
            }
            if !self.affords(name, arguments, written.span) {
                continue;
            }
            match filter(name, arguments) {
                Ok(filter) => filters.push(filter),
                Err(bad) => self.error("bad_filter", written.span, bad.message, bad.help),
            }
        }
        filters
    }

    /// A regular expression that matches somewhere in a text.
    pub(super) fn pattern(&self, source: &Recovered<String>) -> Option<Pattern> {
        self.pattern_of(source.get()?, source.span)
    }

    /// A regular expression that matches a whole text.
    pub(super) fn whole_pattern(&self, source: &Recovered<String>) -> Option<Pattern> {
        self.pattern(source)?;
        self.pattern_of(&format!("^(?:{})$", source.get()?), source.span)
    }

    /// Whether the pattern of a filter may be made, if it has one.
    pub(super) fn affords(&self, filter: &str, arguments: &[String], span: Span) -> bool {
        filter != "regex" || arguments.iter().all(|pattern| self.may_make(pattern, span))
    }

    /// Whether a regular expression may be made with those that are there already. Each takes time and memory by its size,
    /// not by its length.
    fn may_make(&self, pattern: &str, span: Span) -> bool {
        let made = &self.nesting.patterns;
        made.set(made.get().saturating_add(size(pattern)));
        if made.get() > MOST_PATTERNS {
            self.error(
                "patterns_too_large",
                span,
                "with this regular expression, those of the recipe are too large together",
                "write smaller ones: each repetition such as `{1,80}` counts, times what it repeats, and a class such as `\\p{L}` for hundreds of letters",
            );
        }
        made.get() <= MOST_PATTERNS
    }

    /// A regular expression that stands there.
    pub(super) fn pattern_of(&self, text: &str, span: Span) -> Option<Pattern> {
        if !self.may_make(text, span) {
            return None;
        }
        match Regex::new(text) {
            Ok(regex) => Some(Pattern(regex)),
            Err(error) => {
                let reason = error.to_string();
                let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
                self.error(
                    "bad_regex",
                    span,
                    format!("this is not a regular expression: {reason}"),
                    "write literal `(`, `)`, `[`, `.`, `*`, `+`, `?` with a backslash before them; look-around is not supported",
                );
                None
            }
        }
    }
}
