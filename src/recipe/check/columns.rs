//! The columns of lists that are no tables.

use super::Checker;
use super::scope::Scope;
use crate::recipe::locator::Locator;
use crate::recipe::source::{ColumnsSource, Maybe};

impl Checker<'_> {
    /// The headers on the page, and the cells of a row.
    pub(super) fn columns(&self, source: &Maybe<ColumnsSource>, page: &Scope) -> Option<(Locator, Locator)> {
        let columns = source.as_ref()?.get()?;
        let headers = self.locator(&columns.headers, page);
        let cells = self.locator(&columns.cells, &Scope { row: true, ..page.clone() });
        // A header or a cell that is not to be seen has its place all the same.
        let with_hidden = |locator: Locator| Locator { hidden: true, ..locator };
        Some((with_hidden(headers?), with_hidden(cells?)))
    }
}
