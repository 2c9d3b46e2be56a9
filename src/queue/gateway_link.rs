//! A gateway's link to the queue: publishes jobs, and takes results and events, until it is lost.

use std::sync::Arc;

use futures_util::StreamExt as _;
use jiff::Timestamp;
use lapin::options::{BasicConsumeOptions, BasicQosOptions};
use lapin::types::FieldTable;
use lapin::{Channel, Consumer};
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use super::dead_letters::replayable;
use super::embedded_ends::{EmbeddedEnds, Outflow};
use super::message::Properties;
use super::name::{self, short};
use super::news::Delivered;
use super::publisher::Publisher;
use super::stored_letter::StoredLetter;
use super::{Broker, Connection, DeadLetters, NotReplayed, QueueError, submit, topology};
use crate::contract::{IntegrationId, Job};
use crate::coordination::{RecordError, STATE_TYPE, StateEvent, StateKind, StateLog};

/// How many results and events are delivered ahead of being acknowledged.
const PREFETCH: u16 = 64;

/// Where a gateway's jobs go. A link is opened from it, and again after each loss.
#[derive(Debug, Clone)]
pub enum GatewayQueue {
    /// A broker, shared with workers and other gateways.
    Broker(Broker),
    /// This process.
    Embedded(EmbeddedEnds),
}

impl GatewayQueue {
    /// Links a gateway to the queue: connects, checks that everything is declared, and subscribes to results and events.
    /// `name` is what operators see in the broker's list of connections. All tasks of the link run on `tasks` and end with
    /// it. What the link before did not acknowledge comes again; on the embedded queue, that one has to be closed or dropped
    /// first, and is waited for.
    ///
    /// # Errors
    /// When the broker is not reachable or refuses, or when something is not declared.
    pub async fn link(&self, name: &str, tasks: &TaskTracker) -> Result<GatewayLink, QueueError> {
        let side = match self {
            Self::Broker(broker) => {
                // Two connections: a broker that slows down publishers stops reading from theirs, and an
                // acknowledgement must not wait behind that.
                let consuming = Connection::open(broker, &format!("{name} consumes"), tasks).await?;
                let publishing = Connection::open(broker, &format!("{name} publishes"), tasks).await?;
                topology::check(&consuming).await?;
                let (channel, consumer) = subscribe(&consuming).await?;
                let news = Mutex::new(News { _channel: channel, consumer });
                let publishing = Arc::new(publishing);
                let state = Publisher::new(Arc::clone(&publishing));
                let again = (broker.clone(), tasks.clone());
                Side::Broker { consuming, publishing, publisher: Mutex::new(None), state, news, again }
            }
            Self::Embedded(ends) => {
                let open = CancellationToken::new();
                let outflow = Mutex::new(ends.outflow(open.clone()).await);
                let log = ends.queue.state("gateway", tasks);
                Side::Embedded { ends: ends.clone(), outflow, open, log }
            }
        };
        Ok(GatewayLink { side })
    }
}

/// Subscribes to results and events; several gateways share them.
async fn subscribe(connection: &Connection) -> Result<(Channel, Consumer), QueueError> {
    let what = format!("queue {}", name::GATEWAY);
    let told = |e: lapin::Error| QueueError::sort(what.clone(), &e);
    let channel = connection.channel().await?;
    let queue = short(name::GATEWAY)?;
    let subscribing = async {
        channel.basic_qos(PREFETCH, BasicQosOptions::default()).await.map_err(told)?;
        let options = BasicConsumeOptions::default();
        channel.basic_consume(queue, "".into(), options, FieldTable::default()).await.map_err(told)
    };
    let consumer = connection.while_open(&what, subscribing).await?;
    Ok((channel, consumer))
}

/// An open link. It may be shared by the task that publishes and the one that takes results.
#[derive(Debug)]
pub struct GatewayLink {
    side: Side,
}

#[derive(Debug)]
enum Side {
    Broker {
        consuming: Connection,
        publishing: Arc<Connection>,
        publisher: Mutex<Option<Channel>>,
        /// For what all workers are told.
        state: Publisher,
        news: Mutex<News>,
        /// For further connections.
        again: (Broker, TaskTracker),
    },
    Embedded {
        ends: EmbeddedEnds,
        outflow: Mutex<Outflow>,
        open: CancellationToken,
        log: StateLog,
    },
}

#[derive(Debug)]
struct News {
    /// Lives as long as its consumer.
    _channel: Channel,
    consumer: Consumer,
}

impl GatewayLink {
    /// Publishes jobs and returns when the broker has all of them on disk. Their results and progress come to [`GatewayLink::next`], of
    /// this gateway or of another one on the same broker. A job of an integration whose queue is not declared goes to the
    /// unrouted ones, where workers answer `unknown_integration`.
    ///
    /// # Errors
    /// When one is not confirmed; those before it are sent. Sending all of them again does no harm: a job states a wish.
    pub async fn publish(&self, jobs: &[Job]) -> Result<(), QueueError> {
        match &self.side {
            Side::Broker { publishing, publisher, .. } => {
                let mut kept = publisher.lock().await;
                let channel = match kept.take() {
                    Some(channel) if channel.status().connected() => channel,
                    _ => publishing.confirming_channel().await?,
                };
                // A channel whose publish failed or was given up half-way is not used again: a queue that was full may go
                // on refusing what comes on it.
                let sending = submit::publish(&channel, jobs, Some(name::GATEWAY_KEY));
                publishing.while_open("sending jobs", sending).await?;
                *kept = Some(channel);
                Ok(())
            }
            Side::Embedded { ends, .. } => {
                jobs.iter().try_for_each(|job| ends.queue.submit_for(job, Some(name::GATEWAY_KEY)))
            }
        }
    }

    /// Declares the queue of an integration; it may exist. Jobs that come before it are unrouted.
    ///
    /// # Errors
    /// When it exists with other settings, when the user may not declare it, or when the link is lost.
    pub async fn declare(&self, integration: &IntegrationId) -> Result<(), QueueError> {
        match &self.side {
            Side::Broker { consuming, .. } => topology::declare(consuming, integration).await,
            Side::Embedded { ends, .. } => {
                ends.queue.declare(integration);
                Ok(())
            }
        }
    }

    /// Tells all workers that an integration's jobs run again, whatever they waited for: a pause or a suspension ends.
    ///
    /// # Errors
    /// When it is not confirmed, or the state cannot be written.
    pub async fn resume(&self, integration: &IntegrationId) -> Result<(), QueueError> {
        let event = StateEvent {
            at: Timestamp::now(),
            worker: "gateway".to_owned(),
            integration: integration.clone(),
            kind: StateKind::Resumed,
        };
        match &self.side {
            Side::Broker { state, .. } => {
                let body = serde_json::to_vec(&event)
                    .map_err(|e| QueueError::Unwritable { what: "a state event".to_owned(), reason: e.to_string() })?;
                let properties = Properties {
                    message_id: Some(Uuid::new_v4().to_string()),
                    kind: Some(STATE_TYPE.to_owned()),
                    timestamp: Some(Timestamp::now()),
                    ..Properties::default()
                };
                state.publish_routed("a state event", name::STATE, "", &body, &properties).await
            }
            Side::Embedded { log, .. } => {
                let unstored = |error: RecordError| QueueError::NotConfirmed {
                    what: "a state event".to_owned(),
                    reason: error.to_string(),
                };
                log.record(integration, event.kind).await.map_err(unstored)
            }
        }
    }

    /// Begins a look at the dead letters that the broker has, over connections of its own. `None`: the queue is embedded and
    /// keeps none; they came as [`super::News::DeadLetter`].
    ///
    /// # Errors
    /// When the broker is not reachable or refuses: [`QueueError::Forbidden`] when the user may not read them.
    pub async fn dead_letters(&self) -> Result<Option<DeadLetters>, QueueError> {
        match &self.side {
            Side::Broker { again: (broker, tasks), .. } => Ok(Some(Box::pin(DeadLetters::open(broker, tasks)).await?)),
            Side::Embedded { .. } => Ok(None),
        }
    }

    /// Puts a dead letter of an embedded queue in again, under its own id. Of a broker they are sent again by
    /// [`DeadLetters::replay`].
    ///
    /// # Errors
    /// When it is no job, or no queue takes it.
    pub fn replay(&self, letter: &StoredLetter) -> Result<(), NotReplayed> {
        let job = replayable(letter)?;
        match &self.side {
            Side::Embedded { ends, .. } if ends.queue.is_declared(&job.integration) => {
                ends.queue.put(job.integration.as_str(), letter.body.clone(), letter.to_replay());
                Ok(())
            }
            Side::Embedded { .. } | Side::Broker { .. } => Err(NotReplayed::NoQueue(job.integration)),
        }
    }

    /// Waits for the next result or event. Nothing is lost when the wait is given up.
    ///
    /// # Errors
    /// When the link is lost. What was not acknowledged comes again over the next one.
    pub async fn next(&self) -> Result<Delivered, QueueError> {
        let lost = |reason: String| QueueError::Lost { what: "waiting for results".to_owned(), reason };
        match &self.side {
            Side::Broker { consuming, news, .. } => {
                let waiting = async {
                    match news.lock().await.consumer.next().await {
                        Some(Ok(delivery)) => Ok(Delivered::of_broker(delivery, consuming.lost().clone())),
                        Some(Err(error)) => Err(lost(error.to_string())),
                        None => Err(lost("the broker ended the subscription".to_owned())),
                    }
                };
                consuming.while_open("waiting for results", waiting).await
            }
            Side::Embedded { outflow, .. } => {
                let delivered = outflow.lock().await.next().await;
                delivered.ok_or_else(|| lost("nobody publishes to the embedded queue any more".to_owned()))
            }
        }
    }

    /// Returns when the link is lost; does not borrow the link.
    pub fn lost(&self) -> impl Future<Output = ()> + Send + use<> {
        let (one, other) = match &self.side {
            Side::Broker { consuming, publishing, .. } => (consuming.lost().clone(), publishing.lost().clone()),
            Side::Embedded { open, .. } => (open.clone(), open.clone()),
        };
        async move {
            tokio::select! {
                () = one.cancelled() => {}
                () = other.cancelled() => {}
            }
        }
    }

    /// Closes the link. What is not acknowledged goes back to the queue.
    pub async fn close(self) {
        match self.side {
            Side::Broker { consuming, publishing, .. } => {
                consuming.close().await;
                publishing.shut().await;
            }
            // Its log ends with it.
            Side::Embedded { open, .. } => open.cancel(),
        }
    }
}
