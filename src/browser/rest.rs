//! What a session knows of how an app answers: how slow it is, and which of its requests never end.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The most kinds of streams that are remembered: an app has a handful.
const MOST_STREAMS: usize = 50;

/// Goes to the page with every look.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Rest {
    /// Kinds of requests (`GET /events`) that are not waited for.
    #[serde(rename = "known")]
    streams: BTreeSet<String>,
    /// Kinds of requests that always fail, also while lists are shown: what they fail for is not the list.
    harmless: BTreeSet<String>,
    /// The slowest answer of the app so far, in milliseconds.
    slowest: u64,
}

impl Rest {
    /// Takes in what a page told.
    pub(super) fn learn(&mut self, streams: Vec<String>, harmless: Vec<String>, slowest: u64) {
        self.slowest = self.slowest.max(slowest);
        self.streams.extend(streams);
        while self.streams.len() > MOST_STREAMS {
            self.streams.pop_first();
        }
        self.harmless.extend(harmless);
        while self.harmless.len() > MOST_STREAMS {
            self.harmless.pop_first();
        }
    }
}

/// What keeps a page from being at rest.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Unrest {
    /// In words: `GET /api/users is not answered`.
    pub why: String,
    /// That the app failed to answer a request, or with an error: the status of its answer, 0 where none came.
    #[serde(default)]
    pub status: Option<u16>,
}
