//! The stream that carries the shared state: written with confirms, read from its first entry, and told apart which
//! entries are this worker's own.

use std::collections::HashMap;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use jiff::Timestamp;
use lapin::options::{BasicAckOptions, BasicConsumeOptions, BasicQosOptions};
use lapin::types::{AMQPValue, FieldTable};
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use super::message::Properties;
use super::name::{self, short};
use super::publisher::Publisher;
use super::{Connection, QueueError};
use crate::coordination::{Entry, RecordError, STATE_TYPE, StateEvent, StateLog, StateView, Write};

/// The `type` of a marker that a reader writes and waits for, to know that it has seen everything before it.
const SYNC_TYPE: &str = "idlcm.sync/1";
/// How many events are read ahead. A stream needs a limit (RabbitMQ documentation, "Streams").
const READ_AHEAD: u16 = 500;
/// The longest wait for one's own event to come back.
const ECHO_TIMEOUT: Duration = Duration::from_secs(5);
/// The longest wait for the marker: up to 30 days of events are read before it.
const SYNC_TIMEOUT: Duration = Duration::from_mins(2);

/// Reads the stream from its first entry and returns when everything that stood in it at the call is taken in.
pub(super) async fn open(
    worker: &str,
    consuming: &Connection,
    publisher: Publisher,
    tasks: &TaskTracker,
) -> Result<StateLog, QueueError> {
    let what = format!("stream {}", name::STATE);
    let told = |e: lapin::Error| QueueError::sort(what.clone(), &e);
    let channel = consuming.channel().await?;
    let mut arguments = FieldTable::default();
    arguments.insert("x-stream-offset".into(), AMQPValue::LongString("first".into()));
    let stream = short(name::STATE)?;
    let subscribing = async {
        channel.basic_qos(READ_AHEAD, BasicQosOptions::default()).await.map_err(told)?;
        channel.basic_consume(stream, "".into(), BasicConsumeOptions::default(), arguments).await.map_err(told)
    };
    let consumer = consuming.while_open(&what, subscribing).await?;
    let view = StateView::default();
    let (log, asked) = StateLog::carried(worker, &view);
    let lost = consuming.lost().clone();
    let reading = Reading { _channel: channel, consumer, view, waiting: HashMap::new(), lost };
    let (opened, read_to_end) = oneshot::channel();
    tasks.spawn(reading.run(publisher, asked, Waiting::Opening(opened)));
    match tokio::time::timeout(SYNC_TIMEOUT, read_to_end).await {
        Ok(Ok(done)) => done.map(|()| log),
        Ok(Err(_)) => {
            Err(QueueError::Lost { what: name::STATE.to_owned(), reason: "it is not read any more".to_owned() })
        }
        Err(_) => Err(QueueError::Lost {
            what,
            reason: format!("it could not be read to its end within {} s", SYNC_TIMEOUT.as_secs()),
        }),
    }
}

/// Who waits for a message to come back.
#[derive(Debug)]
enum Waiting {
    /// Whoever opens the log.
    Opening(oneshot::Sender<Result<(), QueueError>>),
    /// A writer.
    Writer(Write),
}

impl Waiting {
    fn done(self, end: Result<(), QueueError>) {
        match self {
            // Whoever opens may have stopped waiting.
            Self::Opening(opened) => drop(opened.send(end)),
            Self::Writer(write) => write.done(end.map_err(|error| match error {
                QueueError::Unwritable { .. } => RecordError::Unwritable(error.to_string()),
                _ => RecordError::NotStored(error.to_string()),
            })),
        }
    }

    /// The message, and the longest wait for it.
    fn message(&self) -> Result<(&'static str, Vec<u8>, Duration), QueueError> {
        match self {
            Self::Writer(Write { entry: Entry::Event(event), .. }) => {
                let body = serde_json::to_vec(event)
                    .map_err(|e| QueueError::Unwritable { what: "a state event".to_owned(), reason: e.to_string() })?;
                Ok((STATE_TYPE, body, ECHO_TIMEOUT))
            }
            Self::Writer(Write { entry: Entry::Marker, .. }) | Self::Opening(_) => {
                Ok((SYNC_TYPE, b"{}".to_vec(), SYNC_TIMEOUT))
            }
        }
    }
}

struct Reading {
    /// Lives as long as its consumer.
    _channel: lapin::Channel,
    consumer: lapin::Consumer,
    view: StateView,
    /// Who waits for which message to come back.
    waiting: HashMap<String, Waiting>,
    lost: CancellationToken,
}

impl Reading {
    async fn run(mut self, publisher: Publisher, mut asked: mpsc::Receiver<Write>, opening: Waiting) {
        // Publishing waits for a confirm, and reading must go on meanwhile.
        let mut publishing = FuturesUnordered::new();
        let mut overdue = FuturesUnordered::new();
        let mut next = Some(opening);
        loop {
            if let Some(waiting) = next.take() {
                let (kind, body, limit) = match waiting.message() {
                    Ok(message) => message,
                    Err(error) => {
                        waiting.done(Err(error));
                        continue;
                    }
                };
                let id = Uuid::new_v4().to_string();
                self.waiting.insert(id.clone(), waiting);
                let properties = Properties {
                    message_id: Some(id.clone()),
                    kind: Some(kind.to_owned()),
                    timestamp: Some(Timestamp::now()),
                    ..Properties::default()
                };
                let publisher = publisher.clone();
                let late = id.clone();
                publishing.push(async move {
                    (id, publisher.publish_routed("a state event", name::STATE, "", &body, &properties).await)
                });
                overdue.push(async move {
                    tokio::time::sleep(limit).await;
                    late
                });
            }
            tokio::select! {
                () = self.lost.cancelled() => break,
                delivery = self.consumer.next() => match delivery {
                    Some(Ok(delivery)) => self.take(delivery).await,
                    Some(Err(error)) => {
                        tracing::warn!(%error, "the shared state is not read any more");
                        break;
                    }
                    None => {
                        tracing::warn!("the shared state is not read any more: the broker ended the subscription");
                        break;
                    }
                },
                write = asked.recv() => {
                    let Some(write) = write else { break };
                    next = Some(Waiting::Writer(write));
                }
                Some((id, sent)) = publishing.next(), if !publishing.is_empty() => {
                    if let Err(error) = sent
                        && let Some(waiting) = self.waiting.remove(&id)
                    {
                        waiting.done(Err(error));
                    }
                }
                Some(id) = overdue.next(), if !overdue.is_empty() => {
                    if let Some(waiting) = self.waiting.remove(&id) {
                        let reason = "it did not come back in time".to_owned();
                        waiting.done(Err(QueueError::NotConfirmed { what: "a state event".to_owned(), reason }));
                    }
                }
            }
        }
        // Whoever cannot read the state must not act on it.
        self.lost.cancel();
    }

    async fn take(&mut self, delivery: lapin::message::Delivery) {
        let properties = Properties::from_amqp(&delivery.properties);
        if properties.kind.as_deref() == Some(STATE_TYPE) {
            match serde_json::from_slice::<StateEvent>(&delivery.data) {
                Ok(event) => self.view.apply(&event),
                Err(error) => tracing::warn!(%error, "a state event of another version is ignored"),
            }
        }
        if let Some(waiting) = properties.message_id.and_then(|id| self.waiting.remove(&id)) {
            waiting.done(Ok(()));
        }
        // A stream keeps what was read; this only asks for more. A failure ends the consumer, which is seen above.
        let asking = delivery.acker.ack(BasicAckOptions::default());
        if let Some(Err(error)) = self.lost.run_until_cancelled(asking).await {
            tracing::debug!(%error, "acknowledging a state event");
        }
    }
}
