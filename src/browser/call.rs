//! The commands of a session, counted and kept for the record of a step.

use std::time::Duration;

use crate::telemetry;

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
        telemetry::browser_started();
        let mut calls = Self { count: 0, recent: Vec::new() };
        calls.sent();
        calls
    }

    /// Counts a command that is about to be sent.
    pub(super) fn sent(&mut self) {
        self.count += 1;
        telemetry::webdriver_command();
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
