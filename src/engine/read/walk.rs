//! How far the pages of a list were read, and what shows that the list does not hold still.

use std::collections::BTreeSet;

use crate::contract::ErrorKind;
use crate::recipe::{TableView, View};

use super::super::failure::{Attempted, Failure};
use super::super::row::Row;
use super::super::value;
use super::table_read::TableRead;

/// What is said of a list whose first page is not what it was.
pub(super) const OTHER_FIRST_PAGE: &str = "page 1 is another one now";

/// What a page of a list showed, to tell whether the list holds still.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct PageKeys {
    /// The number that the app states.
    total: Option<u64>,
    /// The keys of its rows, in order.
    keys: Vec<String>,
}

impl PageKeys {
    /// Of the rows from `before` on.
    pub(super) fn of(read: &TableRead, table: &TableView, before: usize) -> Self {
        Self { total: read.total, keys: read.keys(&table.key).split_off(before) }
    }

    /// What shows that the list is not any more what it was when its first page was read. `earlier`: the keys of all
    /// pages before.
    fn differs(&self, number: usize, page: &Self, earlier: &[String], last: bool) -> Option<String> {
        if let (Some(first), Some(now)) = (self.total, page.total)
            && first != now
        {
            return Some(format!("page 1 states {first} entries and page {number} states {now}"));
        }
        if let Some(twice) = page.keys.iter().find(|key| earlier.contains(key)) {
            return Some(format!("{twice} stands on page {number} and on one before"));
        }
        (!last && page.keys.len() < self.keys.len()).then(|| {
            let (first, now) = (self.keys.len(), page.keys.len());
            format!("page 1 has {first} rows and page {number} has {now}, and is not the last")
        })
    }

    /// What its first page says, when it is read once more after the last one.
    pub(super) fn changed(&self, again: &Self) -> Option<String> {
        (self != again).then(|| OTHER_FIRST_PAGE.to_owned())
    }
}

/// The pages of a list that were read.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// What they showed.
    pub(super) read: TableRead,
    /// The number of the page that was read last, from 1.
    pub(super) number: usize,
    /// The first one.
    pub(super) first: PageKeys,
    /// Where that is, once it is known.
    pub(super) start: Option<String>,
    /// What is known of how the app draws its pages.
    pub(super) known: Option<serde_json::Value>,
    /// How many pages had to be drawn in between, since they showed something new.
    pub(super) drawn: u32,
    seen: BTreeSet<String>,
}

impl Walk {
    /// At the first page.
    pub(super) fn new() -> Self {
        Self { number: 1, ..Self::default() }
    }

    /// Takes note of a page whose rows begin at `before`. `settled`: it was not the same as the page before.
    pub(super) fn note(
        &mut self,
        (view, table): (&View, &TableView),
        before: usize,
        (fingerprint, settled): (&str, bool),
        last: bool,
    ) -> Attempted<()> {
        let this = PageKeys::of(&self.read, table, before);
        if self.number == 1 {
            self.first = this;
        } else if self.read.drift.is_none() {
            self.read.drift = self.first.differs(self.number, &this, &self.read.keys(&table.key)[..before], last);
        }
        let keys = |rows: &[Row]| -> BTreeSet<String> {
            rows.iter().filter_map(|row| row.item.get(&table.key)).map(value::text).collect()
        };
        let (old, new) = (keys(&self.read.rows[..before]), keys(&self.read.rows[before..]));
        let repeats = !settled || !self.seen.insert(fingerprint.to_owned());
        if self.number > 1 && (repeats || (!new.is_empty() && new.is_subset(&old))) {
            let message = format!(
                "page {} of view `{}` shows nothing that the pages before did not: its `pages.next` does not lead on, or does not look disabled on the last page",
                self.number, view.name
            );
            return Err(Failure::new(ErrorKind::UnexpectedPage, message).at(view.span));
        }
        Ok(())
    }
}
