//! Telling an app that is down from a job that fails.

use std::collections::HashSet;

use crate::contract::{ErrorKind, Job, JobResult, Outcome};

/// So many failures in a row …
const FAILURES: usize = 3;
/// … about so many different subjects are an outage.
const SUBJECTS: usize = 2;

/// The failures of an integration that may be the app's, in a row.
#[derive(Debug, Default)]
pub(super) struct Outage {
    failures: usize,
    subjects: HashSet<String>,
}

impl Outage {
    /// Takes in a failure; tells whether the app is to be left alone for a while. `probing`: it was left alone before
    /// and has not been seen to work since.
    pub(super) fn failed(&mut self, job: &Job, kind: ErrorKind, probing: bool) -> bool {
        if !kind.tells_of_the_app() {
            return false;
        }
        self.failures += 1;
        // Jobs without a subject, such as lists, count as one each.
        let subject = match (&job.match_key, job.subject()) {
            (Some(key), _) => key.clone(),
            (None, Some(attributes)) => serde_json::to_string(attributes).unwrap_or_else(|_| job.job_id.to_string()),
            (None, None) => job.job_id.to_string(),
        };
        self.subjects.insert(subject);
        probing || (self.failures >= FAILURES && self.subjects.len() >= SUBJECTS)
    }

    /// Takes in an end that no further attempt follows: whoever read something there has seen the app work. A job that
    /// was refused before the browser was asked for says nothing.
    pub(super) fn ended(&mut self, result: &JobResult) {
        if result.outcome != Outcome::Failed || result.times.commands > 0 {
            self.over();
        }
    }

    /// The app works, or is left alone from now on.
    pub(super) fn over(&mut self) {
        *self = Self::default();
    }
}
