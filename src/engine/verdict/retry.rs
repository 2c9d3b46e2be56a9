//! What may follow after an attempt.

use crate::contract::{Outcome, Retry};

use super::super::trace::{Trace, Verified};
use super::judge::Verdict;

/// After the commit nothing is done again; before it the kind of the failure decides.
pub(in crate::engine) fn retry(trace: &Trace, verdict: &Verdict) -> Retry {
    match (&verdict.error, verdict.outcome) {
        (Some(error), Outcome::Failed) if !trace.is_out() => error.kind.retry(),
        (Some(error), _) if error.kind.suspends() => Retry::Suspend,
        // All that was sent was read back, and what followed failed before its own commit: the next attempt finds what
        // is done and goes on from there.
        (Some(error), Outcome::Failed)
            if trace.failure.is_some()
                && trace.runs.iter().all(|run| !run.is_out() || run.verified == Some(Verified::Met)) =>
        {
            error.kind.retry()
        }
        _ => Retry::Never,
    }
}
