//! Jobs whose integration has no queue: answered, and kept as dead letters.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio_util::sync::CancellationToken;

use super::lane::{Shared, addressable, letter_with};
use super::next_step::NextStep;
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
            if answer(&shared, incoming, &lease).await != NextStep::Settled {
                break;
            }
            shared.counts.settled.fetch_add(1, Ordering::Relaxed);
        }
        subscription.close().await;
    }
}

async fn answer(shared: &Shared, incoming: Incoming, lease: &Lease) -> NextStep {
    let message = format!(
        "there is no integration `{}` here; if it is new, `idlcm queue apply` has to be run for it",
        incoming.routing_key.chars().take(80).collect::<String>()
    );
    let unknown = || JobError::new(ErrorKind::UnknownIntegration, message.clone());
    let (reason, detail, mut result) = match decode_job(&incoming.body) {
        Ok(job) => {
            let mut result = JobResult::refused(job.job_id, job.integration, Some(job.action), unknown());
            result.mode = job.mode;
            result.origin = job.origin;
            (DeadReason::UnknownIntegration, message.clone(), Some(result))
        }
        Err(error) => {
            let result = addressable(&error, &incoming, None);
            (DeadReason::Malformed, error.message, result)
        }
    };
    if let Some(result) = &mut result {
        shared.sign(result, &incoming);
    }
    let letter = letter_with(&incoming, reason, &detail);
    shared.settle(incoming, result, letter, lease).await
}
