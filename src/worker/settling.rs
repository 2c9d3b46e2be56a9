//! Settling a job: its result is published and confirmed, its message acknowledged, its end recorded.

use std::sync::Arc;

use super::answer::Answer;
use super::backlog::Pending;
use super::finished::Finished;
use super::next_step::NextStep;
use super::site::Site;
use super::suspending::Suspending;
use crate::coordination::StateKind;
use crate::queue::Lease;
use crate::telemetry;

/// Settles jobs.
#[derive(Debug)]
pub(super) struct Settling {
    site: Arc<Site>,
    suspending: Suspending,
}

impl Settling {
    pub(super) fn new(site: Arc<Site>) -> Self {
        Self { suspending: Suspending::new(site.clone()), site }
    }

    /// Publishes the result, waits for its confirm, then acknowledges. A result that is not confirmed is published again;
    /// the job never runs again for it.
    pub(super) async fn finish(&self, pending: Pending, finished: Finished, lease: &Lease) -> NextStep {
        let Pending { incoming, job, outlook, .. } = pending;
        let Site { shared, integration, .. } = &*self.site;
        let before = incoming.properties.attempts_before();
        shared.finished.remember(&finished, before);
        let result = finished.result.clone();
        let heeded = finished.heeded;
        let sent = incoming.properties.timestamp;
        // Of what the app was not asked for, nothing earlier is overtaken.
        let answered = result.outcome.is_done();
        if let Err(after) = Answer::to_job(finished, &incoming).publish(shared, &incoming, lease).await {
            return after;
        }
        let mut after = NextStep::Settled;
        // A result that goes out again says what was so then: an operator may have resumed since.
        if !heeded {
            if let Some(error) = result.error.as_ref().filter(|error| error.kind.suspends()) {
                after = self.suspending.for_account(error).await;
                if matches!(after, NextStep::LeaseLost) {
                    return after;
                }
            } else {
                self.suspending.recovered(&result).await;
            }
            shared.finished.heed(integration, job.job_id, before);
        }
        let acknowledged = incoming.ack().await;
        shared.finished.acknowledged(integration, job.job_id, before, acknowledged);
        if !acknowledged {
            tracing::warn!(job_id = %job.job_id, %integration, "the lease was lost before the acknowledgement");
            return NextStep::LeaseLost;
        }
        telemetry::job_ended(&result);
        // Only now: a job that is delivered again has its marks as long as it can be.
        let end = StateKind::End {
            job_id: job.job_id,
            attempt: result.attempt,
            outcome: result.outcome,
            action: Some(job.action),
            wrote: if answered { outlook.footprint.marks() } else { Vec::new() },
            sent,
        };
        if let Err(error) = self.site.record(end).await {
            tracing::warn!(job_id = %job.job_id, %error, "the job's end cannot be recorded");
        }
        after
    }
}
