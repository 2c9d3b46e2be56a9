//! Locators that stand for the row itself, or for what follows it.

use super::Checker;
use super::scope::Scope;
use crate::recipe::locator::Finder;
use crate::recipe::source::LocatorKeys;

impl Checker<'_> {
    /// The row, or what follows it.
    pub(super) fn by_the_row(&self, keys: &LocatorKeys<'_>, scope: &Scope) -> Option<Finder> {
        let place = keys.itself.as_ref().map(|key| key.span).or(keys.sibling.as_ref().map(|key| key.span))?;
        if !scope.row {
            self.error(
                "no_row",
                place,
                "no row is at hand here",
                "`self` and `sibling` stand in the fields of a view and in the steps of a `row`, outside of `has`",
            );
            return None;
        }
        if let Some(within) = keys.within {
            self.error("no_row", within.span, "the row is the place already", "leave `within` out");
            return None;
        }
        if let Some(itself) = keys.itself {
            if !*itself.get()? {
                self.error("no_row", itself.span, "this says nothing", "write `self: true`, or leave it out");
                return None;
            }
            return Some(Finder::Itself);
        }
        let at = *keys.sibling.as_ref()?.get()?;
        if at == 0 {
            self.error(
                "zero",
                place,
                "this cannot be 0",
                "write `sibling: 1` for the next element, `self: true` for the row",
            );
            return None;
        }
        usize::try_from(at).ok().map(Finder::Sibling)
    }
}
