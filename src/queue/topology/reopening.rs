//! A channel that is opened again after each refusal, since the protocol closes a channel with its first error.

use lapin::Channel;

use super::super::{Connection, QueueError, connection};

/// A channel that is opened again when the broker has closed it.
pub(super) struct Reopening<'a> {
    connection: &'a Connection,
    channel: Channel,
}

impl<'a> Reopening<'a> {
    pub(super) async fn open(connection: &'a Connection) -> Result<Self, QueueError> {
        Ok(Self { connection, channel: connection.channel().await? })
    }

    pub(super) async fn channel(&mut self) -> Result<&Channel, QueueError> {
        if !self.channel.status().connected() {
            self.channel = self.connection.channel().await?;
        }
        Ok(&self.channel)
    }

    pub(super) async fn close(self) {
        connection::close(&self.channel).await;
    }
}
