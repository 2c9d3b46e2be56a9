//! Reading ahead: the pages of a list that follow, fetched and parsed by the page's own script, without being drawn.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::answer::About;
use super::error::CommandError;
use super::list_query::ListQuery;
use super::query::Query;
use super::read::{FieldValue, ListProblem};
use super::session::Session;

/// A page of a list as its address answers it, read by the locators of the page that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct FetchedPage {
    /// The rows in order.
    pub rows: Vec<BTreeMap<String, FieldValue>>,
    /// How many rows there are besides that are no entries.
    pub excepted: u64,
    /// Whether what stands for "nothing" is there.
    pub empty: bool,
    /// The text in which the app states the number.
    pub total_text: Option<String>,
    /// Whether what stands for "the end" is there.
    pub end: bool,
    /// Tells this page from another.
    pub fingerprint: String,
    /// What could not be read.
    pub problems: Vec<ListProblem>,
    /// Where it was fetched; not given for the first page of the list.
    #[serde(default)]
    pub address: String,
    /// Whether nothing leads on from it.
    #[serde(default)]
    pub last: bool,
}

/// How far pages could be read ahead.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct ReadAhead {
    /// The pages, in order.
    pub pages: Vec<FetchedPage>,
    /// The address of the first page of the list.
    pub start: Option<String>,
    /// Whether there are more, and the time of one call is over.
    #[serde(default)]
    pub more: bool,
    /// The address of the page that follows and has to be drawn, since it shows what none before has shown.
    pub render: Option<String>,
    /// Why it has to.
    pub why: Option<String>,
    /// What is known of how the app draws what it writes, for the next document.
    pub known: Option<Value>,
    /// The first page of the list, fetched once more after the last one.
    pub again: Option<FetchedPage>,
    /// The address of the page that would have followed.
    pub next: Option<String>,
    /// Why nothing more can be read so.
    pub refused: Option<String>,
}

/// What is read ahead.
#[derive(Debug, Clone)]
pub struct AheadQuery<'a> {
    /// The list, as it is read of the page that is shown.
    pub list: &'a ListQuery,
    /// What leads on from the page where reading goes on, and from each that follows; no more pages are read.
    pub nexts: Vec<Query>,
    /// Whether the page that is shown is compared with what its address answers: at the first call in each document.
    pub first: bool,
    /// The address of the first page of the list; `None`: it is the one that is shown.
    pub start: Option<&'a str>,
    /// What was known in the document before.
    pub known: Option<&'a Value>,
    /// How many pages follow at most, as far as that is known.
    pub most: u64,
}

impl Session {
    /// Reads the pages that follow the one that is shown, as long as each leads to the next by a link of the app's own,
    /// for about 2 s. Nothing is read so unless the page that is shown reads the same as its address answers. Nothing is
    /// clicked, and the browser stays where it is. One command for each 3 s.
    ///
    /// # Errors
    /// [`CommandError::NotReady`] where the app does not answer in time.
    pub async fn read_ahead(&mut self, ahead: &AheadQuery<'_>, deadline: Instant) -> Result<ReadAhead, CommandError> {
        let AheadQuery { list, nexts, first, start, known, most } = ahead;
        let call = uuid::Uuid::new_v4();
        let request = json!({
            "op": "ahead", "call": call, "list": list, "nexts": nexts, "first": first, "start": start, "known": known, "most": most,
        });
        Ok(self.wait_for(request, About::page(), deadline).await?.value)
    }
}
