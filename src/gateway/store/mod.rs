//! What the gateway remembers: integrations, tokens, what the identity provider wishes and what was last seen in the app,
//! jobs, and the activity log. One transaction holds a wish, its job and its entry in the log.

pub mod activity;
pub mod activity_list;
pub mod chunks;
mod database;
pub mod dead_letters;
pub mod drafts;
mod error;
pub mod integrations;
pub mod job_list;
pub mod jobs;
pub mod listing;
pub mod memberships;
pub mod people;
pub mod refusals;
pub mod resources;
pub mod round_trips;
pub mod search;
pub mod sessions;
pub mod steps;
pub mod tokens;

use jiff::Timestamp;

pub use database::{Database, Snapshot, Writing};
pub use error::StoreError;

/// A time as it stands in a column. What is out of range is the beginning of time.
fn time(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Now, as it stands in a column.
pub fn now() -> i64 {
    Timestamp::now().as_millisecond()
}
