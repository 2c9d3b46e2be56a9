//! What is said about a message: a result, a dead letter, or both; published until it is confirmed.

use std::time::Duration;

use jiff::Timestamp;

use super::finished::Finished;
use super::next_step::NextStep;
use super::patience;
use super::shared::Shared;
use crate::contract::{DecodeError, IntegrationId, JobError, JobResult};
use crate::queue::{DeadLetter, DeadReason, Incoming, Lease, QueueError, ReplyAddress};
use crate::retry::Waits;
use crate::telemetry;

/// What is said about a message.
#[derive(Debug)]
pub(super) struct Answer {
    result: Option<JobResult>,
    letter: Option<DeadLetter>,
}

impl Answer {
    /// About a job that has ended.
    pub(super) fn to_job(finished: Finished, incoming: &Incoming) -> Self {
        let Finished { result, dead, .. } = finished;
        let letter = dead.map(|reason| DeadLetter {
            attempts: result.attempt,
            recipe: result.recipe.as_ref().map(|recipe| format!("{} {} {}", recipe.id, recipe.version, recipe.sha256)),
            evidence: result.evidence.first().map(|evidence| evidence.folder.clone()),
            ..letter(incoming, reason, result.error.as_ref().map_or("", |error| error.message.as_str()))
        });
        Self { result: Some(result), letter }
    }

    /// About a message that is no job for the engine: always a dead letter, and a result if it can be told whose it is.
    pub(super) fn to_stray(
        shared: &Shared,
        incoming: &Incoming,
        reason: DeadReason,
        detail: &str,
        mut result: Option<JobResult>,
    ) -> Self {
        if let Some(result) = &mut result {
            shared.sign(result, incoming);
            result.attempt = incoming.properties.attempts_before().saturating_add(1);
        }
        Self { result, letter: Some(letter(incoming, reason, detail)) }
    }

    /// About what cannot be read as a job; `queue`: whose queue it lay in.
    pub(super) fn to_malformed(
        shared: &Shared,
        incoming: &Incoming,
        error: &DecodeError,
        queue: Option<&IntegrationId>,
    ) -> Self {
        let result = addressed(error, incoming, queue);
        Self::to_stray(shared, incoming, DeadReason::Malformed, &error.message, result)
    }

    /// Publishes until it is confirmed, or until the lease is lost or the worker has to stop. What cannot pass before
    /// somebody has changed something is tried again slowly, and after a while the job goes back to its queue: it stays
    /// there, and the log says what to do.
    pub(super) async fn publish(&self, shared: &Shared, incoming: &Incoming, lease: &Lease) -> Result<(), NextStep> {
        let to = ReplyAddress::from(incoming);
        let mut waits = Waits::reconnect();
        loop {
            let published = Box::pin(async {
                if let Some(result) = self.result.clone() {
                    shared.link.outbox().result(result, &to).await?;
                }
                if let Some(letter) = self.letter.clone() {
                    shared.link.outbox().dead_letter(letter).await?;
                }
                Ok::<(), QueueError>(())
            });
            let Err(error) = published.await else {
                if let Some(letter) = &self.letter {
                    telemetry::dead_letter(letter.reason.name());
                }
                return Ok(());
            };
            let wait = if error.is_passing() {
                if shared.complaints.due(&incoming.routing_key, "not confirmed") {
                    tracing::warn!(%error, "not confirmed; publishing again");
                }
                waits.next_wait()
            } else {
                let job_id = self.result.as_ref().map(|result| tracing::field::display(result.job_id));
                if shared.complaints.due(&incoming.routing_key, "not published") {
                    tracing::error!(job_id, %error, "this cannot be published; the job stays, and its queue waits for it");
                }
                shared.settings.missing_queue
            };
            if !error.is_passing() && patience::used_up(incoming, Duration::ZERO) {
                return Err(NextStep::Left);
            }
            tokio::select! {
                biased;
                () = lease.lost().cancelled() => return Err(NextStep::LeaseLost),
                () = shared.stop.cancelled() => return Err(NextStep::Left),
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// Publishes what is said about a message that is no job for the engine, and acknowledges it.
    pub(super) async fn settle(&self, shared: &Shared, incoming: Incoming, lease: &Lease) -> NextStep {
        if let Some(letter) = &self.letter {
            tracing::warn!(
                routing_key = %incoming.routing_key, reason = %letter.reason, detail = %letter.detail, "dead letter"
            );
        }
        match self.publish(shared, &incoming, lease).await {
            Ok(()) if incoming.ack().await => NextStep::Settled,
            Ok(()) => NextStep::LeaseLost,
            Err(after) => after,
        }
    }
}

/// The answer to what is no job, if it can be told whose it is: by what could be read of it, else by the message around
/// it. Its `message_id` is the job's id, and its routing key, or the queue it lay in, the integration.
fn addressed(error: &DecodeError, incoming: &Incoming, queue: Option<&IntegrationId>) -> Option<JobResult> {
    let job_id = error.job_id.or_else(|| incoming.properties.message_id.as_ref()?.parse().ok())?;
    let integration =
        error.integration.clone().or_else(|| queue.cloned()).or_else(|| incoming.routing_key.parse().ok())?;
    Some(JobResult::refused(job_id, integration, None, JobError::new(error.kind, error.message.clone())))
}

fn letter(incoming: &Incoming, reason: DeadReason, detail: &str) -> DeadLetter {
    DeadLetter {
        body: incoming.body.clone(),
        properties: incoming.properties.clone(),
        exchange: incoming.exchange.clone(),
        routing_key: incoming.routing_key.clone(),
        reason,
        detail: detail.to_owned(),
        attempts: 0,
        recipe: None,
        evidence: None,
        at: Timestamp::now(),
    }
}
