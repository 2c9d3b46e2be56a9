//! The commands of a session, counted and kept for the record of a step.

use std::time::Duration;

/// The most commands that are kept for the record.
const MOST_CALLS: usize = 200;

/// A command that was sent, for the record of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What it was: `a click`.
    pub name: &'static str,
    /// How long its answer took.
    pub took: Duration,
}

/// The commands of a session.
#[derive(Debug)]
pub(super) struct Calls {
    /// How many were sent.
    pub(super) count: u64,
    recent: Vec<Call>,
}

impl Calls {
    /// Opening the session was the first.
    pub(super) fn opened() -> Self {
        Self { count: 1, recent: Vec::new() }
    }

    /// Notes a command that was answered; of very many only the last are kept.
    pub(super) fn note(&mut self, call: Call) {
        if self.recent.len() >= MOST_CALLS {
            self.recent.remove(0);
        }
        self.recent.push(call);
    }

    /// Those since this was last asked.
    pub(super) fn take(&mut self) -> Vec<Call> {
        std::mem::take(&mut self.recent)
    }
}
