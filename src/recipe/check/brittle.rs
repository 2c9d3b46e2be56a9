//! What works today and breaks with the next release of the app. Reported only when asked to be strict.

use super::Checker;
use crate::recipe::position::Span;

impl Checker<'_> {
    /// Reports something brittle.
    pub(super) fn brittle(&self, span: Span, message: &str, help: &str) {
        if self.strict {
            self.warning("brittle_locator", span, message, help);
        }
    }

    /// Reports a selector that counts elements.
    pub(super) fn positional_css(&self, css: &str, span: Span) {
        let positional = [":nth-", ":first-child", ":last-child", ":first-of-type", ":last-of-type", ":only-"];
        if positional.iter().any(|part| css.contains(part)) {
            self.brittle(span, "this selector counts on the order of elements", "prefer a role, a label or a text");
        }
    }
}
