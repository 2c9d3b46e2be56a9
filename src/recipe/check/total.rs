//! The number of entries that an app states.

use super::scope::Scope;
use super::{Checker, given};
use crate::recipe::source::{Maybe, TotalSource};
use crate::recipe::view::Total;

/// An attribute that is nothing but a number. `-1`, which stands for one that is not known, is none.
const NUMBER: &str = r"^\s*([0-9]+)\s*$";

impl Checker<'_> {
    pub(super) fn total(&self, source: &Maybe<TotalSource>, scope: &Scope) -> Option<Total> {
        let place = source.as_ref()?;
        let total = place.get()?;
        let from = self.locator(&total.element, scope);
        let read = self.read_mode(&None, &total.attr, false);
        let regex = match &total.regex {
            Some(regex) => self.pattern(regex),
            None if total.attr.is_some() => self.pattern_of(NUMBER, place.span),
            None => {
                let help = "add `regex: \"([0-9,]+) users\"`; only an attribute (`attr`) may be nothing but the number";
                self.error("missing_key", place.span, "`regex` is missing here", help);
                None
            }
        };
        if let (Some(regex), Some(written)) = (&regex, &total.regex)
            && regex.captures_len() < 2
        {
            let message = "this expression has no group for the number";
            self.error("bad_regex", written.span, message, "put the number in brackets: `of ([0-9,]+)`");
        }
        let less = given(&total.less).copied().unwrap_or_default();
        Some(Total { from: from?, read: read?, regex: regex?, less: less.into() })
    }
}
