//! The trace that a job belongs to: its id stands in the log lines of the job, and what is published meanwhile carries it.

use tracing::{Instrument as _, Span};

#[cfg(feature = "otel")]
use super::spans::{began, ended};
use crate::contract::{IntegrationId, JobResult, TraceParent};

tokio::task_local! {
    static PARENT: Option<TraceParent>;
}

/// The trace of one job. Copies are the same; the job's span ends with the last of them.
#[derive(Debug, Clone)]
pub struct JobTrace {
    parent: Option<TraceParent>,
    span: Span,
}

impl JobTrace {
    /// The trace of a job that begins now. `parent`: the part of it that its sender began, if it said so.
    pub fn new(parent: Option<TraceParent>, integration: &IntegrationId) -> Self {
        let span = if let Some(parent) = &parent {
            tracing::info_span!("job", trace_id = parent.trace_id())
        } else {
            // Nothing to say in log lines.
            tracing::debug_span!("job")
        };
        began(&span, parent.as_ref(), integration);
        Self { parent, span }
    }

    /// Does something for the job.
    pub async fn scope<T>(&self, work: impl Future<Output = T>) -> T {
        PARENT.scope(self.parent.clone(), work.instrument(self.span.clone())).await
    }
}

/// The trace of the job that is being done here, if its sender began one.
pub fn trace_parent() -> Option<TraceParent> {
    PARENT.try_with(Clone::clone).ok().flatten()
}

/// The span of an attempt; `number`: from 1, over all workers.
pub fn attempt_span(number: u32) -> Span {
    tracing::debug_span!("attempt", number)
}

/// The job that is being done here came to an end.
pub(super) fn job_ended(result: &JobResult) {
    ended(result);
}

#[cfg(not(feature = "otel"))]
fn began(_span: &Span, _parent: Option<&TraceParent>, _integration: &IntegrationId) {}

#[cfg(not(feature = "otel"))]
fn ended(_result: &JobResult) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_trace_is_known_where_its_job_is_done_and_nowhere_else() {
        let parent: TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".parse().unwrap();
        let acme = "acme".parse().unwrap();
        let seen = async || {
            tokio::task::yield_now().await;
            trace_parent()
        };
        let (one, other) = (JobTrace::new(Some(parent.clone()), &acme), JobTrace::new(None, &acme));
        let (one, other, outside) = tokio::join!(one.scope(seen()), other.scope(seen()), seen());
        assert_eq!((one, other, outside), (Some(parent), None, None));
    }
}
