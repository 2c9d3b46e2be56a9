//! What a gateway takes from the queue: results and progress of its jobs, and what is said about integrations.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use lapin::Acker;
use lapin::message::Delivery;
use lapin::options::BasicAckOptions;
use tokio_util::sync::CancellationToken;

use super::event::{EVENT_SCHEMA, IntegrationEvent};
use super::message::Properties;
use super::outbox::Published;
use super::stored_letter::StoredLetter;
use crate::contract::{JobProgress, JobResult, PROGRESS_SCHEMA};

/// What a gateway is told.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// A result, or one chunk of a list. Some come twice: by job, attempt, resource and chunk they are the same.
    Result(Box<JobResult>),
    /// How far a job has come. It comes before the job's result, and some comes twice.
    Progress(Box<JobProgress>),
    /// Something about an integration.
    Event(IntegrationEvent),
    /// A job that a person has to look at, of an embedded queue. A broker keeps them itself: [`super::DeadLetters`].
    DeadLetter(Box<StoredLetter>),
    /// Neither, and why: of another version, or damaged. To be told in the log and acknowledged.
    Unreadable(String),
}

/// A message that was delivered and waits to be acknowledged. Dropped, it stays where it is and comes again when the link
/// has ended.
#[derive(Debug)]
pub struct Delivered {
    /// What it says.
    pub what: News,
    pub(super) ack: Acknowledgement,
}

/// The way to acknowledge a message, and what tells that its link has ended.
#[derive(Debug)]
pub(super) enum Acknowledgement {
    Broker { acker: Acker, lost: CancellationToken },
    Embedded { number: u64, untaken: Untaken, closed: CancellationToken },
}

/// What an embedded queue has handed out and nobody has acknowledged, by a number for each.
pub(super) type Untaken = Arc<Mutex<BTreeMap<u64, News>>>;

impl Delivered {
    pub(super) fn of_broker(delivery: Delivery, lost: CancellationToken) -> Self {
        let what = News::read(&delivery.data, &Properties::from_amqp(&delivery.properties));
        Self { what, ack: Acknowledgement::Broker { acker: delivery.acker, lost } }
    }

    /// Tells the queue that the message is stored and need not come again. `false` means that the link had ended before:
    /// it will come again, over another one.
    pub async fn ack(self) -> bool {
        match self.ack {
            Acknowledgement::Broker { acker, lost } => {
                // `Ok(false)` means that the channel is gone and the broker was not told.
                let told = lost.run_until_cancelled(acker.ack(BasicAckOptions::default())).await;
                matches!(told, Some(Ok(true)))
            }
            Acknowledgement::Embedded { number, untaken, closed } => {
                let mut untaken = untaken.lock().unwrap_or_else(PoisonError::into_inner);
                !closed.is_cancelled() && untaken.remove(&number).is_some()
            }
        }
    }
}

impl News {
    fn read(body: &[u8], properties: &Properties) -> Self {
        let read = match properties.kind.as_deref() {
            Some(EVENT_SCHEMA) => serde_json::from_slice(body).map(Self::Event),
            Some(PROGRESS_SCHEMA) => serde_json::from_slice(body).map(|progress| Self::Progress(Box::new(progress))),
            _ => serde_json::from_slice(body).map(|result| Self::Result(Box::new(result))),
        };
        read.unwrap_or_else(|error| {
            let kind = properties.kind.as_deref().unwrap_or("a message without a type");
            Self::Unreadable(format!("{kind} cannot be read: {error}"))
        })
    }

    /// What came out of an embedded queue.
    pub(super) fn of_embedded(published: Published) -> Self {
        match published {
            Published::Result(result, _) => Self::Result(Box::new(result)),
            Published::Progress(progress, _) => Self::Progress(Box::new(progress)),
            Published::Event(event) => Self::Event(event),
            Published::DeadLetter(letter) => {
                let (reason, integration) = (letter.reason.name(), &letter.routing_key);
                tracing::warn!(%integration, reason, detail = %letter.detail, "a job that a person has to look at");
                let key = letter.key();
                let properties = letter.headed();
                Self::DeadLetter(Box::new(StoredLetter::read(letter.body, properties, &key)))
            }
        }
    }
}
