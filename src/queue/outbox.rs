//! What a worker publishes: results, events, dead letters and progress. Each returns when the broker has it on disk.

use jiff::Timestamp;
use serde::Serialize;
use tokio::sync::mpsc;

use super::QueueError;
use super::dead_letter::DeadLetter;
use super::event::{EVENT_SCHEMA, IntegrationEvent};
use super::message::{Incoming, Properties, RESULT_TYPE};
use super::name;
use super::publisher::{Delivered, Publisher};
use crate::contract::{JobProgress, JobResult, PROGRESS_SCHEMA, TraceParent};
use crate::telemetry;

/// Where the results of a job go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReplyAddress {
    /// The routing key that the sender asked for.
    pub reply_to: Option<String>,
    /// The sender's own id, copied to each result.
    pub correlation_id: Option<String>,
    /// The trace that the job belongs to, which its results go on with.
    pub trace_parent: Option<TraceParent>,
}

impl From<&Incoming> for ReplyAddress {
    fn from(incoming: &Incoming) -> Self {
        let Properties { reply_to, correlation_id, .. } = incoming.properties.clone();
        Self { reply_to, correlation_id, trace_parent: incoming.trace_parent() }
    }
}

/// What came out of an embedded queue.
#[derive(Debug, Clone, PartialEq)]
pub enum Published {
    /// A result, or one chunk of a list.
    Result(JobResult, ReplyAddress),
    /// How far a job has come.
    Progress(JobProgress, ReplyAddress),
    /// Something about an integration.
    Event(IntegrationEvent),
    /// A job that a person has to look at.
    DeadLetter(DeadLetter),
}

/// The way out. Copies lead to the same place.
#[derive(Debug, Clone)]
pub struct Outbox(pub(super) Way);

#[derive(Debug, Clone)]
pub(super) enum Way {
    Broker {
        publisher: Publisher,
        /// For progress, on a channel of its own: one message of a publisher waits for the one before, and a result is not
        /// to wait for a picture of another job.
        aside: Publisher,
    },
    Memory(mpsc::UnboundedSender<Published>),
}

impl Outbox {
    /// Publishes a result, a list in chunks of at most 500 items. If nobody waits under the routing key that the sender
    /// asked for, or the broker does not permit this worker to send there, it goes to `result.<integration>` instead.
    ///
    /// # Errors
    /// When one of the messages is not confirmed; some may have been. Publishing all of them again does no harm, since
    /// readers drop doubles by job, attempt and chunk.
    pub async fn result(&self, result: JobResult, to: &ReplyAddress) -> Result<(), QueueError> {
        for chunk in result.into_chunks() {
            match &self.0 {
                Way::Broker { publisher, .. } => publish_result(publisher, &chunk, to).await?,
                Way::Memory(sender) => send(sender, Published::Result(chunk, to.clone()))?,
            }
        }
        Ok(())
    }

    /// Publishes how far a job has come, to the address of its results and nowhere else: where nobody waits there any more,
    /// it is dropped. Given up half-way, it may have been published.
    ///
    /// # Errors
    /// When it is not confirmed. It is not worth being published again.
    pub async fn progress(&self, progress: JobProgress, to: &ReplyAddress) -> Result<(), QueueError> {
        let Some(key) = &to.reply_to else { return Ok(()) };
        match &self.0 {
            Way::Broker { aside, .. } => {
                let what = format!("progress of job {}", progress.job_id);
                let mut properties = Properties {
                    correlation_id: to.correlation_id.clone(),
                    kind: Some(PROGRESS_SCHEMA.to_owned()),
                    timestamp: Some(progress.at),
                    headers: [("attempt".to_owned(), progress.attempt.into())].into(),
                    ..Properties::default()
                };
                properties.trace(to.trace_parent.as_ref());
                let body = json(&what, &progress)?;
                aside.publish(&what, name::RESULTS, key, &body, &properties).await.map(drop)
            }
            Way::Memory(sender) => send(sender, Published::Progress(progress, to.clone())),
        }
    }

    /// Publishes something about an integration, as part of the trace of the job that is being done here, if any.
    ///
    /// # Errors
    /// When it is not confirmed.
    pub async fn event(&self, event: IntegrationEvent) -> Result<(), QueueError> {
        match &self.0 {
            Way::Broker { publisher, .. } => {
                let mut properties = Properties {
                    kind: Some(EVENT_SCHEMA.to_owned()),
                    timestamp: Some(event.at),
                    ..Properties::default()
                };
                properties.trace(telemetry::trace_parent().as_ref());
                let key = name::event_key(&event.integration);
                let body = json("an event", &event)?;
                publisher.publish_routed("an event", name::RESULTS, &key, &body, &properties).await
            }
            Way::Memory(sender) => send(sender, Published::Event(event)),
        }
    }

    /// Publishes a dead letter.
    ///
    /// # Errors
    /// When it is not confirmed.
    pub async fn dead_letter(&self, letter: DeadLetter) -> Result<(), QueueError> {
        match &self.0 {
            Way::Broker { publisher, .. } => {
                publisher
                    .publish_routed("a dead letter", name::DEAD, &letter.key(), &letter.body, &letter.headed())
                    .await
            }
            Way::Memory(sender) => send(sender, Published::DeadLetter(letter)),
        }
    }
}

async fn publish_result(publisher: &Publisher, result: &JobResult, to: &ReplyAddress) -> Result<(), QueueError> {
    let what = format!("the result of job {}", result.job_id);
    let body = json(&what, result)?;
    let mut properties = Properties {
        correlation_id: to.correlation_id.clone(),
        kind: Some(RESULT_TYPE.to_owned()),
        timestamp: Some(Timestamp::now()),
        headers: [("outcome".to_owned(), result.outcome.name().into()), ("attempt".to_owned(), result.attempt.into())]
            .into(),
        ..Properties::default()
    };
    properties.trace(to.trace_parent.as_ref());
    if let Some(key) = &to.reply_to {
        match publisher.publish(&what, name::RESULTS, key, &body, &properties).await {
            Ok(Delivered::Stored) => return Ok(()),
            Ok(Delivered::Unroutable) => {
                tracing::info!(job_id = %result.job_id, reply_to = %key, "nobody waits there any more");
            }
            Err(error) if error.is_passing() => return Err(error),
            Err(error) => {
                tracing::warn!(job_id = %result.job_id, reply_to = %key, %error, "nothing can be sent there");
            }
        }
    }
    publisher.publish_routed(&what, name::RESULTS, &name::result_key(&result.integration), &body, &properties).await
}

fn json(what: &str, value: &impl Serialize) -> Result<Vec<u8>, QueueError> {
    serde_json::to_vec(value).map_err(|e| QueueError::Unwritable { what: what.to_owned(), reason: e.to_string() })
}

fn send(sender: &mpsc::UnboundedSender<Published>, message: Published) -> Result<(), QueueError> {
    sender.send(message).map_err(|_| QueueError::NotConfirmed {
        what: "a message".to_owned(),
        reason: "nobody reads the embedded queue any more".to_owned(),
    })
}
