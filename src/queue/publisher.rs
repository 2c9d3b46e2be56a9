//! Publishing: persistent, confirmed, and told apart whether a queue took it.

use std::sync::Arc;

use lapin::options::BasicPublishOptions;
use lapin::{Channel, Confirmation};
use tokio::sync::Mutex;

use super::message::Properties;
use super::name::short;
use super::{Connection, QueueError};

/// Whether a queue took a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delivered {
    /// At least one did, and has it on disk.
    Stored,
    /// None did; the message is gone.
    Unroutable,
}

/// Publishes on one channel, one message at a time: the client library cannot tell for certain which of several
/// messages in flight the broker returned.
#[derive(Debug, Clone)]
pub(super) struct Publisher {
    connection: Arc<Connection>,
    channel: Arc<Mutex<Option<Channel>>>,
}

impl Publisher {
    pub(super) fn new(connection: Arc<Connection>) -> Self {
        Self { connection, channel: Arc::new(Mutex::new(None)) }
    }

    /// Publishes and waits until the broker has the message on disk. `what` names the message in errors.
    pub(super) async fn publish(
        &self,
        what: &str,
        exchange: &str,
        key: &str,
        body: &[u8],
        properties: &Properties,
    ) -> Result<Delivered, QueueError> {
        let (exchange_name, key, amqp) = (short(exchange)?, short(key)?, properties.to_amqp()?);
        let mut kept = self.channel.lock().await;
        let channel = match kept.take() {
            Some(channel) if channel.status().connected() => channel,
            _ => self.connection.confirming_channel().await?,
        };
        let told = |e: lapin::Error| match QueueError::sort(format!("exchange {exchange}"), &e) {
            QueueError::Lost { reason, .. } => QueueError::NotConfirmed { what: what.to_owned(), reason },
            error => error,
        };
        let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
        // A channel whose publish was given up half-way is not used again: it was taken out above.
        let publishing = async {
            let confirm = channel.basic_publish(exchange_name, key, options, body, amqp).await.map_err(told)?;
            confirm.await.map_err(told)
        };
        let confirmation = self.connection.while_open(what, publishing).await?;
        // A queue that was full may go on refusing what comes on this channel after its limit was taken away.
        if !matches!(confirmation, Confirmation::Nack(_)) {
            *kept = Some(channel);
        }
        match confirmation {
            Confirmation::Ack(None) => Ok(Delivered::Stored),
            // Accepted, and yet no queue took it: `is_ack()` would be true here.
            Confirmation::Ack(Some(_)) => Ok(Delivered::Unroutable),
            Confirmation::Nack(_) => Err(QueueError::NotConfirmed {
                what: what.to_owned(),
                reason: "a queue refused it; it may be full".to_owned(),
            }),
            Confirmation::NotRequested => Err(QueueError::NotConfirmed {
                what: what.to_owned(),
                reason: "the channel does not confirm".to_owned(),
            }),
        }
    }

    /// As `publish`, where a message that no queue takes is an error.
    pub(super) async fn publish_routed(
        &self,
        what: &str,
        exchange: &str,
        key: &str,
        body: &[u8],
        properties: &Properties,
    ) -> Result<(), QueueError> {
        match self.publish(what, exchange, key, body, properties).await? {
            Delivered::Stored => Ok(()),
            Delivered::Unroutable => Err(QueueError::Unroutable { what: format!("{what} (key `{key}`)") }),
        }
    }
}
