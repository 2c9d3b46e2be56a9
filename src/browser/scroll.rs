//! Reading a list that shows only the rows in sight: the page itself scrolls and reads, many places in one command.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use tokio::time::Instant;

use super::answer::{About, Answer, Not};
use super::error::CommandError;
use super::list_query::{ListQuery, ScrollQuery};
use super::read::{FieldValue, ListProblem};
use super::session::Session;

/// How long one call reads, at most: afterwards the caller is asked whether it goes on.
const TURN: Duration = Duration::from_secs(3);

/// Where scrolling came to an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScrollEnd {
    /// It cannot be scrolled further, and nothing new appeared for as long as was asked.
    End,
    /// The row that was looked for is in sight.
    Stopped,
    /// There are more rows than allowed.
    TooMany,
}

/// What was read of a list by scrolling through it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ScrollRead {
    /// Where it ended.
    pub how: ScrollEnd,
    /// Each row once, in the order in which they were met. A key that was shown twice at the same time stands twice.
    pub rows: Vec<BTreeMap<String, FieldValue>>,
    /// How many different rows were met besides that are no entries.
    pub excepted: u64,
    /// How often it was scrolled.
    pub moves: usize,
    /// How often no row was in sight any more of those that were before: rows may have been passed over.
    pub gaps: usize,
    /// Whether what stands for "nothing" is visible.
    pub empty: bool,
    /// The text in which the app states the number.
    pub total_text: Option<String>,
    /// Whether what stands for "the end" is visible.
    pub end: bool,
    /// What could not be read.
    pub problems: Vec<ListProblem>,
}

/// How far a turn of scrolling came.
#[derive(Debug, Clone, PartialEq)]
pub enum Scrolled {
    /// It ended.
    Done(ScrollRead),
    /// There is more to read.
    Going {
        /// Rows read so far.
        read: usize,
        /// How often it was scrolled so far.
        moves: usize,
    },
}

/// A reading that is under way: what it is asked to do, and the mark by which the page knows it again.
#[derive(Debug)]
pub struct Scrolling {
    token: String,
    progress: (usize, usize),
    /// When it was last seen to get on.
    progressed: Instant,
}

impl Default for Scrolling {
    fn default() -> Self {
        Self { token: uuid::Uuid::new_v4().to_string(), progress: (0, 0), progressed: Instant::now() }
    }
}

impl Session {
    /// Scrolls through a list and reads its rows, for 3 s: one command, whatever the number of rows. Call it again with
    /// the same `scrolling` to go on; what was read is kept in the page. If the document is replaced, it begins anew.
    ///
    /// # Errors
    /// [`CommandError::NotReady`]: the list is not there, or scrolling it brought up nothing for `patience`.
    pub async fn scroll_list(
        &mut self,
        list: &ListQuery,
        scroll: &ScrollQuery,
        scrolling: &mut Scrolling,
        patience: Duration,
        deadline: Instant,
    ) -> Result<Scrolled, CommandError> {
        let stuck = scrolling.progressed + patience;
        let turn = deadline.min(stuck).min(Instant::now() + TURN);
        let request = json!({ "op": "scroll", "list": list, "scroll": scroll, "token": scrolling.token });
        let about = About { query: None, started: scrolling.progressed };
        self.enter(&list.rows.frames, deadline).await?;
        let looked = self.wait(request, None, about, turn).await;
        let not = match self.leave(&list.rows.frames, looked, deadline).await? {
            Ok(Answer { value, .. }) => return Ok(Scrolled::Done(value)),
            Err(not) => not,
        };
        let now = Instant::now();
        if let Not::Scrolling { read, moves } = not {
            // Rows count, places do not: a list that jumps back again and again is scrolled for ever.
            if read != scrolling.progress.0 {
                scrolling.progressed = now;
            }
            scrolling.progress = (read, moves);
        }
        if now >= deadline || now >= scrolling.progressed + patience {
            return Err(about.error(not));
        }
        let (read, moves) = scrolling.progress;
        Ok(Scrolled::Going { read, moves })
    }
}
