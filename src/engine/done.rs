//! What comes of an attempt.

use crate::contract::{JobResult, Retry, TracedResult};
use crate::recipe::Diagnostic;

/// How an attempt ended.
#[derive(Debug)]
pub struct Done {
    /// The result, lists not yet cut into chunks.
    pub result: JobResult,
    /// The record of the attempt.
    pub trace: TracedResult,
    /// What may follow: the failure's own class before the commit, never again after it.
    pub retry: Retry,
    /// A commit was sent, and a stop or a lost lease cut off reading what became of it: the result is not final. The
    /// commit's mark stands, so that the next attempt begins by reading.
    pub cut_off: bool,
    /// Why it failed, at the recipe's place that is to blame, for the recipe's author.
    pub problem: Option<Diagnostic>,
}

impl Done {
    /// The messages that are published: a list in chunks.
    pub fn messages(&self) -> Vec<JobResult> {
        self.result.clone().into_chunks()
    }
}
