//! Settling a job: its result is published and confirmed, its end recorded, its message acknowledged.

use std::sync::Arc;

use super::answer::Answer;
use super::finished::Finished;
use super::next_step::NextStep;
use super::site::Site;
use super::suspending::Suspending;
use crate::contract::Job;
use crate::coordination::StateKind;
use crate::queue::{Incoming, Lease};

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
    pub(super) async fn finish(&self, job: &Job, incoming: Incoming, finished: Finished, lease: &Lease) -> NextStep {
        let Site { shared, integration, .. } = &*self.site;
        shared.finished.remember(&finished, incoming.properties.attempts_before());
        let result = finished.result.clone();
        if let Err(after) = Answer::to_job(finished, &incoming).publish(shared, &incoming, lease).await {
            return after;
        }
        let mut after = NextStep::Settled;
        if let Some(error) = result.error.as_ref().filter(|error| error.kind.suspends()) {
            after = self.suspending.for_account(error).await;
            if after == NextStep::LeaseLost {
                return after;
            }
        } else {
            self.suspending.recovered(&result).await;
        }
        let end = StateKind::End {
            job_id: job.job_id,
            attempt: result.attempt,
            outcome: result.outcome,
            action: Some(job.action),
        };
        if let Err(error) = self.site.record(end).await {
            tracing::warn!(job_id = %job.job_id, %error, "the job's end cannot be recorded");
        }
        if !incoming.ack().await {
            tracing::warn!(job_id = %job.job_id, %integration, "the lease was lost before the acknowledgement");
            return NextStep::LeaseLost;
        }
        after
    }
}
