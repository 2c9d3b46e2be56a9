//! Text matchers.

use super::Checker;
use super::scope::{Scope, Use};
use crate::recipe::matcher::{MatchKind, TextMatcher};
use crate::recipe::source::TextSource;
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn matcher(&self, source: &Recovered<TextSource>, scope: &Scope) -> Option<TextMatcher> {
        let spec = match source.get()? {
            TextSource::Whole(text) => {
                let text = self.template_text(text, source.span, Use::Text, scope)?;
                return Some(TextMatcher { kind: MatchKind::Is(text), ignore_case: false });
            }
            TextSource::Match(spec) => spec,
        };
        let ignore_case = super::given(&spec.ignore_case).copied().unwrap_or_default();
        let given = [
            spec.is.is_some(),
            spec.contains.is_some(),
            spec.prefix.is_some(),
            spec.suffix.is_some(),
            spec.regex.is_some(),
            spec.any.is_some(),
            spec.not.is_some(),
        ];
        if given.into_iter().filter(|given| *given).count() != 1 {
            self.error(
                "bad_matcher",
                source.span,
                "a text matcher has exactly one of `is`, `contains`, `prefix`, `suffix`, `regex`, `any`, `not`",
                "write the text itself, or for example `{contains: some words}`",
            );
            return None;
        }
        let template = |text: &Recovered<String>| {
            if text.get().is_some_and(String::is_empty) {
                self.error("empty_text", text.span, "an empty text matches everything", "write what must stand there");
            }
            self.template(text, Use::Text, scope)
        };
        let kind = if let Some(text) = &spec.is {
            MatchKind::Is(self.template(text, Use::Text, scope)?)
        } else if let Some(text) = &spec.contains {
            MatchKind::Contains(template(text)?)
        } else if let Some(text) = &spec.prefix {
            MatchKind::Prefix(template(text)?)
        } else if let Some(text) = &spec.suffix {
            MatchKind::Suffix(template(text)?)
        } else if let Some(text) = &spec.regex {
            self.no_template(text, "a regular expression")?;
            MatchKind::Regex(self.pattern(text)?)
        } else if let Some(not) = &spec.not {
            MatchKind::Not(Box::new(self.matcher(not, scope)?))
        } else {
            let any = spec.any.as_ref()?;
            let parts = any.get()?;
            if parts.is_empty() {
                self.error("empty_list", any.span, "no alternative stands here", "write at least one text");
            }
            let matchers: Vec<TextMatcher> = parts.iter().filter_map(|part| self.matcher(part, scope)).collect();
            if matchers.len() != parts.len() {
                return None;
            }
            MatchKind::Any(matchers)
        };
        let matcher = TextMatcher { kind, ignore_case };
        Some(if ignore_case { matcher.ignoring_case() } else { matcher })
    }

    /// Refuses holes where a text is taken literally.
    pub(super) fn no_template(&self, source: &Recovered<String>, what: &str) -> Option<()> {
        if source.get()?.contains("{{") {
            self.error(
                "template_not_allowed",
                source.span,
                format!("`{{{{ … }}}}` is not filled in inside {what}"),
                "find the element by role, label or text, which take values, or by an attribute with `where`",
            );
            return None;
        }
        Some(())
    }
}
