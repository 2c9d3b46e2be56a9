//! Reading: one value, a page of details, a page of a list. One command each, whatever the size.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::answer::{About, Answer};
use super::error::CommandError;
use super::list_query::{FieldQuery, ListQuery};
use super::query::{Probe, Query, Read};
use super::rest::Unrest;
use super::session::Session;

/// An element of the current document. It dies with the document.
#[derive(Debug, Clone)]
pub struct ElementHandle {
    pub(super) id: String,
    pub(super) frames: Vec<Query>,
}

/// What was read of a field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum FieldValue {
    /// Of the one element, or `None` if there was none.
    One(Option<String>),
    /// Of each element.
    Many(Vec<String>),
}

/// What is wrong with a page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListProblemKind {
    /// The header is not there, or is there twice.
    Header,
    /// More than one element in the row.
    Ambiguous,
    /// Alternatives of `any_of` that match different elements.
    Alternatives,
    /// More than one row with a key.
    Rows,
    /// A frame of another origin.
    Foreign,
}

/// A field that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ListProblem {
    /// The field; `total` and `next` for those.
    pub field: String,
    /// The row, from 0, where it was first noticed; `None` if it is not about a row.
    pub row: Option<usize>,
    /// What kind of problem.
    pub kind: ListProblemKind,
    /// What was found instead.
    pub message: String,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub struct ListPage {
    /// The rows in order.
    pub rows: Vec<BTreeMap<String, FieldValue>>,
    /// How many rows there are besides that are no entries.
    pub excepted: u64,
    /// Whether what stands for "nothing" is visible.
    pub empty: bool,
    /// The text in which the app states the number.
    pub total_text: Option<String>,
    /// Whether what stands for "the end" is visible.
    pub end: bool,
    /// What leads to the next page, if it is there and enabled.
    pub next: Option<ElementHandle>,
    /// Tells this page from another.
    pub fingerprint: String,
    /// Whether the rows differ from the page before, as the query asked; `false`: they were the same until the deadline.
    pub settled: bool,
    /// What could not be read. A page with problems proves nothing.
    pub problems: Vec<ListProblem>,
    /// What kept the page from being at rest, if the deadline came before it was: nothing is proven by what is missing.
    pub unrest: Option<Unrest>,
    /// Whether it was looked at twice with time between, while the page was at rest, since what it shows (nothing, less
    /// than before, not the one that is looked for) may be shown for a moment only.
    pub firm: bool,
    /// What the page was still busy with when it was taken as it is, since that goes on for too long.
    pub never: Option<String>,
}

/// A list that is made longer by a control.
#[derive(Debug, Clone)]
pub struct MoreRows {
    /// How many rows there are.
    pub count: usize,
    /// Whether these are more than before.
    pub grew: bool,
    /// What adds more, if it is there and enabled.
    pub control: Option<ElementHandle>,
}

#[derive(Deserialize)]
struct More {
    count: usize,
    grew: bool,
}

#[derive(Deserialize)]
// Fields: what the page answers about a list, in one call.
struct Page {
    rows: Vec<BTreeMap<String, FieldValue>>,
    excepted: u64,
    empty: bool,
    total_text: Option<String>,
    end: bool,
    fingerprint: String,
    settled: bool,
    problems: Vec<ListProblem>,
    #[serde(default)]
    slow: u64,
    #[serde(default)]
    streams: Vec<String>,
    #[serde(default)]
    harmless: Vec<String>,
    #[serde(default)]
    unrest: Option<Unrest>,
    #[serde(default)]
    firm: bool,
    #[serde(default)]
    never: Option<String>,
}

#[derive(Deserialize)]
struct Fields {
    values: BTreeMap<String, FieldValue>,
}

#[derive(Deserialize)]
struct One {
    value: String,
    drift: Option<usize>,
}

impl Session {
    /// Waits until exactly one visible element matches and reads it. One command for each 3 s.
    ///
    /// # Errors
    /// [`CommandError::Missing`], [`CommandError::Ambiguous`]; [`CommandError::NotActionable`] if it has no such
    /// attribute.
    pub async fn read(&mut self, query: &Query, read: &Read, deadline: Instant) -> Result<String, CommandError> {
        let request = json!({ "op": "read", "query": query, "read": read });
        let answer = self.wait_framed(request, &query.frames, About::query(query), deadline).await?;
        let One { value, drift } = answer.value;
        self.note_drift(query, drift);
        Ok(value)
    }

    /// Waits until `ready` holds and reads fields of the page. One command for each 3 s.
    ///
    /// # Errors
    /// [`CommandError::NotReady`]; [`CommandError::Missing`] with a note for a field that is ambiguous.
    pub async fn read_fields(
        &mut self,
        ready: &Probe,
        fields: &[FieldQuery],
        deadline: Instant,
    ) -> Result<BTreeMap<String, FieldValue>, CommandError> {
        let frames = fields.first().map(|field| field.query.frames.clone()).unwrap_or_default();
        let request = |ready: &Probe| json!({ "op": "fields", "ready": ready, "fields": fields });
        let answer: Answer<Fields> = self.wait_ready(ready, request, &frames, &[], deadline).await?;
        Ok(answer.value.values)
    }

    /// Waits until `ready` holds, there are rows, or an empty list or a total is shown, the rows differ from those of
    /// the page before (unless the document was replaced since), and nothing changes for `quiet`; then returns the whole
    /// page. One command for each 3 s.
    ///
    /// # Errors
    /// [`CommandError::NotReady`].
    pub async fn read_list(&mut self, list: &ListQuery, deadline: Instant) -> Result<ListPage, CommandError> {
        // An element of a frame is of use inside that frame only.
        let frames = list.next.as_ref().map(|next| next.frames.clone()).unwrap_or_default();
        let request =
            |ready: &Probe| json!({ "op": "list", "list": ListQuery { ready: ready.clone(), ..list.clone() } });
        let Answer { value, elements } =
            self.wait_ready(&list.ready, request, &list.rows.frames, &frames, deadline).await?;
        let Page {
            rows,
            excepted,
            empty,
            total_text,
            end,
            fingerprint,
            settled,
            problems,
            slow,
            streams,
            harmless,
            unrest,
            firm,
            never,
        } = value;
        self.rest.learn(streams, harmless, slow);
        let next = elements.into_iter().next().map(|id| ElementHandle { id, frames });
        Ok(ListPage {
            rows,
            excepted,
            empty,
            total_text,
            end,
            next,
            fingerprint,
            settled,
            problems,
            unrest,
            firm,
            never,
        })
    }

    /// Waits until there are more rows than `known` and the control that adds them is there again, or until it has
    /// been away long enough: 0.5 s after new rows, 10 s without. At the deadline it tells how it is. Reads no row. One
    /// command for each 3 s.
    ///
    /// # Errors
    /// [`CommandError::NotReady`]; [`CommandError::Missing`] with a note for a control that is ambiguous.
    pub async fn more_rows(
        &mut self,
        list: &ListQuery,
        control: &Query,
        known: Option<usize>,
        deadline: Instant,
    ) -> Result<MoreRows, CommandError> {
        self.enter(&control.frames, deadline).await?;
        let request = json!({ "op": "more", "list": list, "more": control, "known": known });
        let answer = self.wait_for(request, About::page(), deadline).await;
        let Answer { value, elements } = self.leave(&control.frames, answer, deadline).await?;
        let More { count, grew } = value;
        let control = elements.into_iter().next().map(|id| ElementHandle { id, frames: control.frames.clone() });
        Ok(MoreRows { count, grew, control })
    }

    /// Waits for an answer to a request that first wants a probe to hold. `enter`: frames that are entered in any case.
    /// Where the frames are of another origin, the probe is asked before, and the request inside them.
    async fn wait_ready<T: serde::de::DeserializeOwned>(
        &mut self,
        ready: &Probe,
        request: impl Fn(&Probe) -> Value,
        frames: &[Query],
        enter: &[Query],
        deadline: Instant,
    ) -> Result<Answer<T>, CommandError> {
        if !self.is_foreign(frames) {
            self.enter(enter, deadline).await?;
            let answer = self.wait_for(request(ready), About::page(), deadline).await;
            let answer = self.leave(enter, answer, deadline).await;
            if frames.is_empty() || answer.is_ok() || !self.take_foreign() {
                return answer;
            }
            self.note_across(std::slice::from_ref(ready), frames);
        }
        let holds = self.wait_any(std::slice::from_ref(ready), deadline).await?.first.is_some();
        self.enter(frames, deadline).await?;
        let answer = self.wait_for(request(&Probe::Known { holds }), About::page(), deadline).await;
        self.leave(frames, answer, deadline).await
    }
}
