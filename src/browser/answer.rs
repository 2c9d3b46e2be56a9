//! What the page answers: a value with elements, or why there is none, in words for people.

use serde::Deserialize;
use tokio::time::Instant;

use super::act_guard::Stopped;
use super::error::{Candidate, CommandError, NotActionableReason, Sent};
use super::fence::Outside;
use super::query::Query;

/// Why the page has no answer (yet).
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(super) enum Not {
    Missing {
        #[serde(default)]
        candidates: Vec<Candidate>,
        #[serde(default)]
        hidden: usize,
        #[serde(default)]
        note: Option<String>,
    },
    Ambiguous {
        count: usize,
        #[serde(default)]
        candidates: Vec<Candidate>,
        /// Whether it will not change: the page is at rest.
        #[serde(default)]
        settled: bool,
    },
    Disabled {
        element: String,
    },
    Moving {
        element: String,
    },
    Covered {
        element: String,
        by: String,
    },
    Unfit {
        element: String,
        why: String,
    },
    Option {
        element: String,
        count: usize,
        options: Vec<String>,
    },
    Unchosen {
        element: String,
        found: String,
    },
    Unready {
        why: String,
    },
    Problem {
        message: String,
        /// Whether it will not change: the page is at rest.
        #[serde(default)]
        settled: bool,
    },
    /// The browser refuses a selector or a pattern.
    Query {
        message: String,
    },
    /// The page's script itself failed.
    Failed {
        message: String,
    },
    /// A document of another origin would have to be asked.
    Foreign {
        message: String,
    },
    /// The act was not carried out, since it would not have done what was meant.
    Stopped {
        stopped: Stopped,
    },
    /// The document is elsewhere than the app, or something was about to leave for there.
    Outside {
        origin: String,
        how: Outside,
    },
    Waiting,
    Same,
    Settling,
    Scrolling {
        read: usize,
        moves: usize,
    },
}

impl Not {
    /// Whether waiting longer would change nothing.
    pub(super) fn is_settled(&self) -> bool {
        matches!(self, Self::Ambiguous { settled: true, .. } | Self::Problem { settled: true, .. })
    }
}

/// What the page said: an answer, or why there is none.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Said<T> {
    Done(T),
    Not(Not),
}

/// An answer and the elements that came with it.
#[derive(Debug)]
pub(super) struct Answer<T> {
    pub(super) value: T,
    pub(super) elements: Vec<String>,
}

/// What the words of an error are made of.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    pub(super) query: Option<&'a Query>,
    pub(super) started: Instant,
}

impl<'a> About<'a> {
    pub(super) fn query(query: &'a Query) -> Self {
        Self { query: Some(query), started: Instant::now() }
    }

    pub(super) fn page() -> Self {
        Self { query: None, started: Instant::now() }
    }

    pub(super) fn error(self, not: Not) -> CommandError {
        let waited = self.started.elapsed();
        let query = self.query.map_or_else(|| "the page".to_owned(), ToString::to_string);
        let unfit = |element, reason| CommandError::NotActionable { element, reason, waited };
        match not {
            Not::Missing { candidates, hidden, note } => {
                CommandError::Missing { query, waited, hidden, note, candidates }
            }
            Not::Ambiguous { count, candidates, .. } => {
                CommandError::Ambiguous { query, waited, count, matches: candidates }
            }
            Not::Disabled { element } => unfit(element, NotActionableReason::Disabled),
            Not::Moving { element } => unfit(element, NotActionableReason::Moving),
            Not::Covered { element, by } => unfit(element, NotActionableReason::Covered { by }),
            Not::Unfit { element, why } => unfit(element, NotActionableReason::Unfit { why }),
            Not::Option { element, count, options } => {
                CommandError::NoOption { element, option: String::new(), count, options, waited }
            }
            Not::Unchosen { element, found } => {
                CommandError::ReadBack { element, expected: Some(String::new()), found: Some(found), limit: None }
            }
            Not::Unready { why } => CommandError::NotReady { why, waited },
            Not::Problem { message, .. } | Not::Foreign { message } => {
                CommandError::Missing { query, waited, hidden: 0, note: Some(message), candidates: Vec::new() }
            }
            Not::Query { message } => CommandError::Invalid { reason: message },
            Not::Failed { message } => CommandError::Rejected {
                command: "a question to the page",
                code: "javascript error".into(),
                reason: message,
                sent: Sent::No,
            },
            Not::Scrolling { read, .. } => {
                CommandError::NotReady { why: format!("it was still being scrolled, with {read} rows read"), waited }
            }
            Not::Outside { origin, how } => CommandError::Outside { origin, how },
            Not::Stopped { stopped } => CommandError::Stopped { stopped },
            Not::Waiting | Not::Same | Not::Settling => {
                CommandError::NotReady { why: "it kept changing".into(), waited }
            }
        }
    }
}
