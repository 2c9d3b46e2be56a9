//! What was read of a table: its rows, and what they say about being all of them.

use super::super::row::Row;
use super::super::value;

/// Rows of a table.
#[derive(Debug, Default)]
// Fields: all that a read list says of itself.
pub(super) struct TableRead {
    /// In the order in which the app shows them.
    pub(super) rows: Vec<Row>,
    /// Whether the page said that there is nothing.
    pub(super) empty: bool,
    /// How many rows are no entries, though the app counts them.
    pub(super) excepted: u64,
    /// The number that the app states, with those that are no entries.
    pub(super) total: Option<u64>,
    /// Whether the end was reached.
    pub(super) ended: bool,
    /// Whether the sign of the end was seen.
    pub(super) end_seen: bool,
    /// Whether reading stopped at the target.
    pub(super) stopped: bool,
    /// How often rows may have been passed over.
    pub(super) gaps: usize,
    /// What shows that the list changed while it was read.
    pub(super) drift: Option<String>,
    /// What kept the page from being at rest, so that what is missing proves nothing.
    pub(super) unrest: Option<String>,
    /// Whether the last page was looked at twice, at rest.
    pub(super) firm: bool,
    /// In how many portions they came, or began to come: pages, places of a list that scrolls, clicks on what loads more.
    pub(super) pages: usize,
    /// Whether rows were waited for in vain whose key is no key yet.
    pub(super) gave_up: bool,
}

impl TableRead {
    /// What is wrong with the first key that is no value of its field's type, from that row on.
    pub(super) fn unfit(&self, from: usize) -> Option<&str> {
        self.rows.get(from..)?.iter().find_map(|row| row.unfit.as_deref())
    }

    /// How many entries the app states, without what it counts besides.
    pub(super) fn entries(&self) -> Option<u64> {
        self.total?.checked_sub(self.excepted)
    }

    /// The keys in the order in which the app shows them.
    pub(super) fn keys(&self, key: &str) -> Vec<String> {
        self.rows.iter().map(|row| row.item.get(key).map(value::text).unwrap_or_default()).collect()
    }
}
