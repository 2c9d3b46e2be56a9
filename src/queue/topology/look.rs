//! Looking at what exists on the broker, without declaring anything.

use lapin::Channel;
use lapin::options::{ExchangeDeclareOptions, QueueDeclareOptions};
use lapin::types::FieldTable;

use super::super::connection::close;
use super::super::name::{self, short};
use super::super::{Connection, QueueError};
use super::declaration::{Declaration, Keeping};
use super::declarations::declarations;
use super::reopening::Reopening;
use crate::contract::IntegrationId;

/// How much is in a queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Depth {
    /// Messages that are ready to be delivered; those that a worker holds are not counted.
    pub messages: u32,
    /// Consumers. A queue with a single active consumer does not tell how many wait behind it.
    pub consumers: u32,
}

/// How much is in it; `None` if it does not exist.
pub(super) async fn existing(
    channel: &mut Reopening<'_>,
    declaration: &Declaration,
) -> Result<Option<Depth>, QueueError> {
    match look(channel.channel().await?, declaration).await {
        Ok(depth) => Ok(Some(depth)),
        Err(QueueError::Missing { .. }) => Ok(None),
        // An exchange of the same name and another kind; declaring it tells the difference.
        Err(QueueError::Different { .. }) => Ok(Some(Depth::default())),
        Err(error) => Err(error),
    }
}

async fn look(channel: &Channel, declaration: &Declaration) -> Result<Depth, QueueError> {
    let told = |e: lapin::Error| QueueError::sort(declaration.label(), &e);
    match declaration {
        Declaration::Exchange { name, kind, .. } => {
            let options = ExchangeDeclareOptions { passive: true, durable: true, ..ExchangeDeclareOptions::default() };
            channel.exchange_declare(short(name)?, kind.into(), options, FieldTable::default()).await.map_err(told)?;
            Ok(Depth::default())
        }
        Declaration::Queue { name, .. } => {
            let options = QueueDeclareOptions { passive: true, durable: true, ..QueueDeclareOptions::default() };
            let queue = channel.queue_declare(short(name)?, options, FieldTable::default()).await.map_err(told)?;
            Ok(Depth { messages: queue.message_count(), consumers: queue.consumer_count() })
        }
        Declaration::Binding { .. } => Ok(Depth::default()),
    }
}

/// Looks, without declaring anything, whether everything that all workers need exists.
///
/// # Errors
/// [`QueueError::Missing`] for the first thing that does not; otherwise when the connection is lost.
pub async fn check(connection: &Connection) -> Result<(), QueueError> {
    let looking = async {
        let channel = connection.channel().await?;
        for declaration in declarations(&[]) {
            look(&channel, &declaration).await?;
        }
        close(&channel).await;
        Ok(())
    };
    connection.while_open("looking at the queues", looking).await
}

/// How many workers are linked to the queue.
///
/// # Errors
/// When the connection is lost.
pub async fn members(connection: &Connection) -> Result<usize, QueueError> {
    let looking = async {
        let channel = connection.channel().await?;
        let queue = Declaration::Queue { name: name::MEMBERS.to_owned(), kind: Keeping::Classic, arguments: vec![] };
        let depth = look(&channel, &queue).await?;
        close(&channel).await;
        Ok(usize::try_from(depth.consumers).unwrap_or(usize::MAX))
    };
    connection.while_open("counting the workers", looking).await
}

/// A queue as `idlcm queue status` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueStatus {
    /// Its name.
    pub name: String,
    /// What is in it; `None` if it does not exist.
    pub depth: Option<Depth>,
}

/// How much is in each queue of these integrations, and in those that all share.
///
/// # Errors
/// When the connection is lost or the user may not look.
pub async fn status(connection: &Connection, integrations: &[IntegrationId]) -> Result<Vec<QueueStatus>, QueueError> {
    let looking = async {
        let mut channel = Reopening::open(connection).await?;
        let mut queues = Vec::new();
        for declaration in declarations(integrations) {
            let depth = existing(&mut channel, &declaration).await?;
            if let Declaration::Queue { name, .. } = declaration {
                queues.push(QueueStatus { name, depth });
            }
        }
        channel.close().await;
        Ok(queues)
    };
    connection.while_open("looking at the queues", looking).await
}
