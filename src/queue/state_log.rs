//! Writing the shared state, and reading one's own writes: what `record` returned for stands in the state that this
//! worker sees, at the place where every other worker sees it.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use jiff::Timestamp;
use lapin::options::{BasicAckOptions, BasicConsumeOptions, BasicQosOptions};
use lapin::types::{AMQPValue, FieldTable};
use tokio::sync::{mpsc, oneshot, watch};
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use super::message::Properties;
use super::name::{self, short};
use super::publisher::Publisher;
use super::state_event::{STATE_TYPE, StateEvent, StateKind};
use super::{Connection, QueueError, SharedState};
use crate::contract::IntegrationId;

/// The `type` of a marker that a reader writes and waits for, to know that it has seen everything before it.
const SYNC_TYPE: &str = "idlcm.sync/1";
/// How many events are read ahead. A stream needs a limit (RabbitMQ documentation, "Streams").
const READ_AHEAD: u16 = 500;
/// The longest wait for one's own event to come back.
const ECHO_TIMEOUT: Duration = Duration::from_secs(5);
/// The longest wait for the marker: up to 30 days of events are read before it.
const SYNC_TIMEOUT: Duration = Duration::from_mins(2);

/// The shared state as one worker sees and writes it. Copies are the same state.
#[derive(Debug, Clone)]
pub struct StateLog {
    worker: Arc<str>,
    writes: mpsc::Sender<Write>,
    view: watch::Receiver<SharedState>,
}

#[derive(Debug)]
struct Write {
    kind: &'static str,
    body: Vec<u8>,
    done: oneshot::Sender<Result<(), QueueError>>,
}

impl StateLog {
    /// Writes an event and waits until it is stored and read back.
    ///
    /// # Errors
    /// When the broker did not confirm it, or when it did not come back within 5 s. It may stand in the state then.
    pub async fn record(&self, integration: &IntegrationId, kind: StateKind) -> Result<(), QueueError> {
        let event = StateEvent {
            at: Timestamp::now(),
            worker: self.worker.as_ref().to_owned(),
            integration: integration.clone(),
            kind,
        };
        let body = serde_json::to_vec(&event)
            .map_err(|e| QueueError::Unwritable { what: "a state event".to_owned(), reason: e.to_string() })?;
        self.write(STATE_TYPE, body).await
    }

    /// Waits until everything that any worker wrote before this call is taken in.
    ///
    /// # Errors
    /// As [`StateLog::record`].
    pub async fn sync(&self) -> Result<(), QueueError> {
        self.write(SYNC_TYPE, b"{}".to_vec()).await
    }

    async fn write(&self, kind: &'static str, body: Vec<u8>) -> Result<(), QueueError> {
        let lost = || QueueError::Lost { what: name::STATE.to_owned(), reason: "it is not read any more".to_owned() };
        let (done, answer) = oneshot::channel();
        self.writes.send(Write { kind, body, done }).await.map_err(|_| lost())?;
        answer.await.map_err(|_| lost())?
    }

    /// Looks into the state as it is now.
    pub fn read<T>(&self, look: impl FnOnce(&SharedState) -> T) -> T {
        look(&self.view.borrow())
    }

    /// The state as it changes.
    pub fn watch(&self) -> watch::Receiver<SharedState> {
        self.view.clone()
    }

    /// The id that this worker's events carry.
    pub fn worker(&self) -> &str {
        &self.worker
    }

    /// A state that lives in this process only.
    pub(super) fn in_memory(worker: &str, view: &watch::Sender<SharedState>, tasks: &TaskTracker) -> Self {
        let (writes, mut asked) = mpsc::channel::<Write>(16);
        let log = Self { worker: worker.into(), writes, view: view.subscribe() };
        let view = view.clone();
        tasks.spawn(async move {
            while let Some(write) = asked.recv().await {
                take_in(&view, write.kind, &write.body);
                write.done.send(Ok(())).ok();
            }
        });
        log
    }

    /// Reads the stream from its first entry and returns when everything that stood in it at the call is taken in.
    pub(super) async fn open(
        worker: &str,
        consuming: &Connection,
        publisher: Publisher,
        tasks: &TaskTracker,
    ) -> Result<Self, QueueError> {
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
        let (view, seen) = watch::channel(SharedState::default());
        let (writes, asked) = mpsc::channel(16);
        let reading =
            Reading { _channel: channel, consumer, view, waiting: HashMap::new(), lost: consuming.lost().clone() };
        tasks.spawn(reading.run(publisher, asked));
        let log = Self { worker: worker.into(), writes, view: seen };
        match tokio::time::timeout(SYNC_TIMEOUT, log.sync()).await {
            Ok(done) => done.map(|()| log),
            Err(_) => Err(QueueError::Lost {
                what,
                reason: format!("it could not be read to its end within {} s", SYNC_TIMEOUT.as_secs()),
            }),
        }
    }
}

struct Reading {
    /// Lives as long as its consumer.
    _channel: lapin::Channel,
    consumer: lapin::Consumer,
    view: watch::Sender<SharedState>,
    /// Who waits for which message to come back, and until when.
    waiting: HashMap<String, oneshot::Sender<Result<(), QueueError>>>,
    lost: tokio_util::sync::CancellationToken,
}

impl Reading {
    async fn run(mut self, publisher: Publisher, mut asked: mpsc::Receiver<Write>) {
        // Publishing waits for a confirm, and reading must go on meanwhile.
        let mut publishing = futures_util::stream::FuturesUnordered::new();
        let mut overdue = futures_util::stream::FuturesUnordered::new();
        loop {
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
                    let Some(Write { kind, body, done }) = write else { break };
                    let id = Uuid::new_v4().to_string();
                    let limit = if kind == SYNC_TYPE { SYNC_TIMEOUT } else { ECHO_TIMEOUT };
                    self.waiting.insert(id.clone(), done);
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
                    overdue.push(async move { tokio::time::sleep(limit).await; late });
                }
                Some((id, sent)) = publishing.next(), if !publishing.is_empty() => {
                    if let Err(error) = sent
                        && let Some(done) = self.waiting.remove(&id)
                    {
                        done.send(Err(error)).ok();
                    }
                }
                Some(id) = overdue.next(), if !overdue.is_empty() => {
                    if let Some(done) = self.waiting.remove(&id) {
                        let reason = "it did not come back in time".to_owned();
                        done.send(Err(QueueError::NotConfirmed { what: "a state event".to_owned(), reason })).ok();
                    }
                }
            }
        }
        // Whoever cannot read the state must not act on it.
        self.lost.cancel();
    }

    async fn take(&mut self, delivery: lapin::message::Delivery) {
        let properties = Properties::from_amqp(&delivery.properties);
        if let Some(kind) = &properties.kind {
            take_in(&self.view, kind, &delivery.data);
        }
        if let Some(done) = properties.message_id.and_then(|id| self.waiting.remove(&id)) {
            done.send(Ok(())).ok();
        }
        // A stream keeps what was read; this only asks for more. A failure ends the consumer, which is seen above.
        let asking = delivery.acker.ack(BasicAckOptions::default());
        if let Some(Err(error)) = self.lost.run_until_cancelled(asking).await {
            tracing::debug!(%error, "acknowledging a state event");
        }
    }
}

fn take_in(view: &watch::Sender<SharedState>, kind: &str, body: &[u8]) {
    if kind != STATE_TYPE {
        return;
    }
    match serde_json::from_slice::<StateEvent>(body) {
        Ok(event) => view.send_modify(|state| state.apply(&event)),
        Err(error) => tracing::warn!(%error, "a state event of another version is ignored"),
    }
}
