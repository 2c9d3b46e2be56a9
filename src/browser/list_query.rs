//! What the page is asked for lists: rows, fields, pagers, what is scrolled.

use serde::Serialize;

use super::query::{Matcher, Probe, Query, Read};

/// A field to be read of each row, or of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldQuery {
    /// Its name.
    pub name: String,
    /// Where it is, inside the row.
    pub query: Query,
    /// Whether every match is read (a list) or exactly one must match.
    pub each: bool,
    /// What is read.
    pub read: Read,
}

/// Where the app states how many entries there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TotalQuery {
    /// The element.
    pub query: Query,
    /// What is read of it.
    pub read: Read,
    /// How many of what it counts are no entries.
    pub less: u64,
}

/// A page of a list: what is read in one round trip, once `ready` holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
// Fields: all that the page needs to read a list in one call.
pub struct ListQuery {
    /// Must hold before anything is read.
    pub ready: Probe,
    /// Matches every row.
    pub rows: Query,
    /// A row in which this is found is no entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<Box<Query>>,
    /// What is read of each.
    pub fields: Vec<FieldQuery>,
    /// Visible when there is nothing.
    pub empty: Option<Query>,
    /// Where the app states the number.
    pub total: Option<Box<TotalQuery>>,
    /// Visible at the end.
    pub end: Option<Query>,
    /// Leads to the next page; its element comes back if it is there and enabled.
    pub next: Option<Query>,
    /// The fingerprint of the page before; the read waits until the rows differ from it or the document was replaced.
    pub previous: Option<String>,
    /// Whether no rows at all count, too, although nothing on the page says that there are none.
    pub blank: bool,
    /// How long the rows must stay the same before they count, in milliseconds.
    pub quiet: u64,
    /// The same, where `next` is not there or disabled: it may be so only while the app is at work.
    pub end_quiet: u64,
    /// A row that is looked for: where it is not among the rows, these count only once the page is at rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sought: Option<ScrollStop>,
    /// How many rows were here before: fewer count only once the page is at rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<usize>,
    /// How long timers and what is still being loaded are waited for, in milliseconds. Default: 12 s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patience: Option<u64>,
}

/// How a list that shows only the rows in sight is scrolled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScrollQuery {
    /// What is scrolled, something inside it that does not scroll, or something around it.
    pub container: Query,
    /// The field by which a row is known again.
    pub key: String,
    /// More rows than these end the reading.
    pub max_rows: usize,
    /// How long nothing must be new at the end of the list, in milliseconds.
    pub quiet: u64,
    /// A row with this text in this field ends the reading, while it is in sight.
    pub stop: Option<ScrollStop>,
}

/// A row at which scrolling stops.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScrollStop {
    /// The field.
    pub field: String,
    /// Its text.
    pub is: Matcher,
}
