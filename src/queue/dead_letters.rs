//! The queue of dead letters for an operator: looked through once, each one sent again, taken away, or left.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use lapin::options::{BasicAckOptions, BasicGetOptions, QueueDeclareOptions};
use lapin::types::FieldTable;
use lapin::{Acker, Channel};
use tokio_util::task::TaskTracker;

use super::message::Properties;
use super::name::{self, short};
use super::publisher::Publisher;
use super::stored_letter::StoredLetter;
use super::{Broker, Connection, QueueError};
use crate::contract::{IntegrationId, Job, decode_job};

/// The longest wait for what goes back to its place.
const PUT_BACK: Duration = Duration::from_secs(2);

/// One look through the queue of dead letters. What is neither sent again nor taken away goes back to its place when the
/// look ends, however it ends; each look counts as one of the million deliveries that the queue allows a message.
#[derive(Debug)]
pub struct DeadLetters {
    reading: Connection,
    writing: Arc<Connection>,
    publisher: Publisher,
    channel: Channel,
    /// How many of those that were there at the beginning are still to come: one that dies again while the look lasts is
    /// for the next one.
    left: u32,
    /// How many are to go back when the look ends.
    held: u32,
    /// The integrations that were asked for, and whether they have a queue.
    queues: HashMap<IntegrationId, bool>,
}

/// A dead letter that nobody else gets while the look lasts.
#[derive(Debug)]
pub struct Kept {
    /// What it says.
    pub letter: StoredLetter,
    acker: Acker,
}

/// Why a dead letter was not sent again. It is where it was.
#[derive(Debug, Clone, thiserror::Error)]
pub enum NotReplayed {
    /// It would come back at once.
    #[error("{0}; let the sender send it anew, and remove this with `idlcm dead-letters purge`")]
    NoJob(String),
    /// Whose it is is for the sender to say.
    #[error(
        "it names the integration `{named}` and was sent to `{sent_to}`; let the sender send it with its integration as the routing key, and remove this with `idlcm dead-letters purge`"
    )]
    Misrouted {
        /// The integration in the job.
        named: IntegrationId,
        /// Its routing key.
        sent_to: String,
    },
    /// It would come back at once.
    #[error("no queue takes jobs of `{0}`; declare it with `idlcm queue apply`")]
    NoQueue(IntegrationId),
    /// The broker did not take it.
    #[error(transparent)]
    Queue(#[from] QueueError),
}

impl NotReplayed {
    /// Whether the next one may fare better.
    pub fn concerns_only_this(&self) -> bool {
        match self {
            Self::NoJob(_) | Self::Misrouted { .. } | Self::NoQueue(_) => true,
            Self::Queue(error) => matches!(error, QueueError::NotConfirmed { .. } | QueueError::Unroutable { .. }),
        }
    }
}

impl DeadLetters {
    /// Begins a look at all that lie there now.
    ///
    /// # Errors
    /// When the broker is not reachable or refuses, or when the queue is not declared.
    pub async fn open(broker: &Broker, tasks: &TaskTracker) -> Result<Self, QueueError> {
        let reading = Connection::open(broker, "idlcm dead letters", tasks).await?;
        let writing = Arc::new(Connection::open(broker, "idlcm dead letters, sent again", tasks).await?);
        let publisher = Publisher::new(Arc::clone(&writing));
        let channel = reading.channel().await?;
        let left = ready(&reading, &channel, name::DEAD).await?;
        Ok(Self { reading, writing, publisher, channel, left, held: 0, queues: HashMap::new() })
    }

    /// The next one; `None` when all that were there at the beginning have been seen.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn next(&mut self) -> Result<Option<Kept>, QueueError> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        let what = format!("queue {}", name::DEAD);
        let getting = async {
            let options = BasicGetOptions::default();
            self.channel.basic_get(short(name::DEAD)?, options).await.map_err(|e| QueueError::sort(what.as_str(), &e))
        };
        let Some(message) = self.reading.while_open(&what, getting).await? else { return Ok(None) };
        self.left = left;
        self.held += 1;
        let delivery = message.delivery;
        let properties = Properties::from_amqp(&delivery.properties);
        let letter = StoredLetter::read(delivery.data, properties, delivery.routing_key.as_str());
        Ok(Some(Kept { letter, acker: delivery.acker }))
    }

    /// Sends one again, under its own id, and takes it away once a queue has it. If this breaks off in between, the job is
    /// in its queue and a dead letter, too.
    ///
    /// # Errors
    /// When it is not certain that a queue has it: it stays a dead letter then.
    pub async fn replay(&mut self, kept: Kept) -> Result<(), NotReplayed> {
        let job = replayable(&kept.letter)?;
        // Published, it would go to `idlcm.unrouted`, and come back from there.
        if !self.has_queue(&job.integration).await? {
            return Err(NotReplayed::NoQueue(job.integration));
        }
        let what = format!("job {}", job.job_id);
        let key = job.integration.as_str();
        self.publisher.publish_routed(&what, name::JOBS, key, &kept.letter.body, &kept.letter.to_replay()).await?;
        Ok(self.purge(kept).await?)
    }

    /// Takes one away for good.
    ///
    /// # Errors
    /// When the connection is lost: it stays a dead letter then.
    pub async fn purge(&mut self, kept: Kept) -> Result<(), QueueError> {
        let what = "taking a dead letter away";
        let lost = |reason: String| QueueError::Lost { what: what.to_owned(), reason };
        let taking = async {
            match kept.acker.ack(BasicAckOptions::default()).await {
                Ok(true) => Ok(()),
                Ok(false) => Err(lost("its channel is closed; it is still there".to_owned())),
                Err(error) => Err(lost(error.to_string())),
            }
        };
        self.reading.while_open(what, taking).await?;
        self.held -= 1;
        Ok(())
    }

    /// Ends the look: what was neither sent again nor taken away goes back to its place, so that whoever looks next sees it.
    pub async fn close(self) {
        super::connection::close(&self.channel).await;
        // The broker says that the channel is closed before it has put back what was held by it.
        if tokio::time::timeout(PUT_BACK, self.put_back()).await.is_err() {
            tracing::debug!("the broker still puts dead letters back");
        }
        self.reading.close().await;
        self.writing.shut().await;
    }

    async fn put_back(&self) -> Result<(), QueueError> {
        let channel = self.reading.channel().await?;
        while ready(&self.reading, &channel, name::DEAD).await? < self.held {
            tokio::time::sleep(PUT_BACK / 100).await;
        }
        super::connection::close(&channel).await;
        Ok(())
    }

    async fn has_queue(&mut self, integration: &IntegrationId) -> Result<bool, QueueError> {
        if let Some(known) = self.queues.get(integration) {
            return Ok(*known);
        }
        // Of its own, since the broker closes the channel on which it is asked for what does not exist.
        let channel = self.reading.channel().await?;
        let found = match ready(&self.reading, &channel, &name::job_queue(integration)).await {
            Ok(_) => true,
            Err(QueueError::Missing { .. }) => false,
            Err(error) => return Err(error),
        };
        super::connection::close(&channel).await;
        self.queues.insert(integration.clone(), found);
        Ok(found)
    }
}

/// The job of a letter that may be sent again.
pub(super) fn replayable(letter: &StoredLetter) -> Result<Job, NotReplayed> {
    let job = decode_job(&letter.body).map_err(|error| NotReplayed::NoJob(error.message))?;
    if job.integration.as_str() != letter.routing_key {
        return Err(NotReplayed::Misrouted { named: job.integration, sent_to: letter.routing_key.clone() });
    }
    Ok(job)
}

/// How many messages of a queue are ready to be delivered.
async fn ready(connection: &Connection, channel: &Channel, queue: &str) -> Result<u32, QueueError> {
    let what = format!("queue {queue}");
    let looking = async {
        let options = QueueDeclareOptions { passive: true, durable: true, ..QueueDeclareOptions::default() };
        let found = channel.queue_declare(short(queue)?, options, FieldTable::default()).await;
        found.map(|queue| queue.message_count()).map_err(|e| QueueError::sort(what.as_str(), &e))
    };
    connection.while_open(&what, looking).await
}
