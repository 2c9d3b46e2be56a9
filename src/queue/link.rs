//! A worker's link to the queue: what it takes jobs from, writes its state to and publishes through, until it is lost.

use std::sync::Arc;

use lapin::options::{BasicConsumeOptions, BasicQosOptions};
use lapin::types::FieldTable;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::embedded::EmbeddedQueue;
use super::job_source::JobSource;
use super::name::{self, short};
use super::outbox::Way;
use super::publisher::Publisher;
use super::{Broker, Connection, Outbox, QueueError, Subscription, consumer, state_stream, topology};
use crate::coordination::StateLog;

/// Where jobs come from.
#[derive(Debug, Clone)]
pub enum Queue {
    /// A broker, shared with other workers.
    Broker(Broker),
    /// This process.
    Embedded(EmbeddedQueue),
}

impl Queue {
    /// Links a worker to the queue: connects, checks that everything is declared, and reads the shared state to its end.
    /// All tasks of the link run on `tasks` and end with it.
    ///
    /// # Errors
    /// When the broker is not reachable or refuses, or when something is not declared.
    pub async fn link(&self, worker: &str, tasks: &TaskTracker) -> Result<Link, QueueError> {
        match self {
            Self::Broker(broker) => {
                // Two connections: a broker that slows down publishers stops reading from theirs, and an
                // acknowledgement must not wait behind that.
                let consuming = Connection::open(broker, &format!("{worker} consumes"), tasks).await?;
                let publishing = Connection::open(broker, &format!("{worker} publishes"), tasks).await?;
                topology::check(&consuming).await?;
                let publishing = Arc::new(publishing);
                let state = state_stream::open(worker, &consuming, Publisher::new(publishing.clone()), tasks).await?;
                let membership = join(&consuming).await?;
                Ok(Link {
                    outbox: Outbox(Way::Broker {
                        publisher: Publisher::new(publishing.clone()),
                        aside: Publisher::new(publishing.clone()),
                    }),
                    state,
                    tasks: tasks.clone(),
                    side: Side::Broker { consuming, publishing, _membership: membership },
                })
            }
            Self::Embedded(queue) => Ok(Link {
                outbox: queue.outbox(),
                state: queue.state(worker, tasks),
                tasks: tasks.clone(),
                side: Side::Embedded { queue: queue.clone(), open: CancellationToken::new() },
            }),
        }
    }
}

/// Workers are counted as consumers of a queue that stays empty.
async fn join(connection: &Connection) -> Result<lapin::Consumer, QueueError> {
    let told = |e: lapin::Error| QueueError::sort(format!("queue {}", name::MEMBERS), &e);
    let channel = connection.channel().await?;
    let queue = short(name::MEMBERS)?;
    let joining = async {
        channel.basic_qos(1, BasicQosOptions::default()).await.map_err(told)?;
        let options = BasicConsumeOptions::default();
        channel.basic_consume(queue, "".into(), options, FieldTable::default()).await.map_err(told)
    };
    connection.while_open(name::MEMBERS, joining).await
}

/// An open link.
#[derive(Debug)]
pub struct Link {
    outbox: Outbox,
    state: StateLog,
    tasks: TaskTracker,
    side: Side,
}

#[derive(Debug)]
enum Side {
    Broker { consuming: Connection, publishing: Arc<Connection>, _membership: lapin::Consumer },
    Embedded { queue: EmbeddedQueue, open: CancellationToken },
}

impl Link {
    /// Subscribes to jobs. With a single active consumer, deliveries begin when the worker that has the lease lets go.
    ///
    /// # Errors
    /// [`QueueError::Missing`] when the queue is not declared; otherwise when the link is lost.
    pub async fn subscribe(&self, source: &JobSource) -> Result<Subscription, QueueError> {
        match &self.side {
            Side::Broker { consuming, .. } => consumer::subscribe(consuming, &source.queue(), &self.tasks).await,
            Side::Embedded { queue, .. } => Ok(queue.subscribe(source, &self.tasks)),
        }
    }

    /// How many workers are linked to the queue, this one included.
    ///
    /// # Errors
    /// When the link is lost.
    pub async fn members(&self) -> Result<usize, QueueError> {
        match &self.side {
            Side::Broker { consuming, .. } => topology::members(consuming).await,
            Side::Embedded { .. } => Ok(1),
        }
    }

    /// Where results, events and dead letters are published.
    pub fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    /// The shared state.
    pub fn state(&self) -> &StateLog {
        &self.state
    }

    /// Returns when the link is lost. Every lease that was taken over it is lost then.
    pub async fn lost(&self) {
        match &self.side {
            Side::Broker { consuming, publishing, .. } => tokio::select! {
                () = consuming.lost().cancelled() => {}
                () = publishing.lost().cancelled() => {}
            },
            Side::Embedded { open, .. } => open.cancelled().await,
        }
    }

    /// Closes the link.
    pub async fn close(self) {
        match self.side {
            Side::Broker { consuming, publishing, .. } => {
                consuming.close().await;
                publishing.shut().await;
            }
            Side::Embedded { open, .. } => open.cancel(),
        }
    }
}
