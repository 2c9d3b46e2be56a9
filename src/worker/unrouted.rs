//! Jobs whose integration has no queue: answered, and kept as dead letters.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio_util::sync::CancellationToken;

use super::answer::Answer;
use super::next_step::NextStep;
use super::shared::Shared;
use crate::contract::{ErrorKind, JobError, JobResult, decode_job};
use crate::queue::{DeadReason, Incoming, JobSource, Lease};

/// Answers them until it is told to end.
pub(super) async fn run(shared: Arc<Shared>, end: CancellationToken) {
    while !end.is_cancelled() {
        let mut subscription = match shared.link.subscribe(&JobSource::Unrouted).await {
            Ok(subscription) => subscription,
            Err(error) => {
                tracing::error!(%error, "jobs of unknown integrations are not answered");
                let wait = tokio::time::sleep(shared.settings.missing_queue);
                end.run_until_cancelled(wait).await;
                continue;
            }
        };
        let lease = subscription.lease().clone();
        while let Some(Some(incoming)) = end.run_until_cancelled(subscription.next()).await {
            if !matches!(answer(&shared, incoming, &lease).await, NextStep::Settled) {
                break;
            }
            shared.counts.settled.fetch_add(1, Ordering::Relaxed);
        }
        subscription.close().await;
    }
}

async fn answer(shared: &Shared, incoming: Incoming, lease: &Lease) -> NextStep {
    let answer = match decode_job(&incoming.body) {
        Ok(job) => {
            let message = format!(
                "there is no integration `{}` here; if it is new, `idlcm queue apply` has to be run for it",
                incoming.routing_key.chars().take(80).collect::<String>()
            );
            let error = JobError::new(ErrorKind::UnknownIntegration, message.clone());
            let mut result = JobResult::refused(job.job_id, job.integration, Some(job.action), error);
            result.mode = job.mode;
            result.origin = job.origin;
            Answer::to_stray(shared, &incoming, DeadReason::UnknownIntegration, &message, Some(result))
        }
        Err(error) => Answer::to_malformed(shared, &incoming, &error, None),
    };
    answer.settle(shared, incoming, lease).await
}
