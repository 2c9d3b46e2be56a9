//! An operator's view of the shared state: read it, and record what was decided.

use std::sync::Arc;

use tokio_util::task::TaskTracker;

use super::publisher::Publisher;
use super::{Broker, Connection, QueueError, state_stream};
use crate::coordination::StateLog;

/// A connection to the shared state of all workers, for one command. It takes no jobs and counts as no worker.
#[derive(Debug)]
pub struct OperatorClient {
    reading: Connection,
    writing: Arc<Connection>,
    state: StateLog,
}

impl OperatorClient {
    /// Connects and reads the shared state to its end.
    ///
    /// # Errors
    /// When the broker is not reachable or refuses, or when the stream is not declared.
    pub async fn open(broker: &Broker, tasks: &TaskTracker) -> Result<Self, QueueError> {
        let reading = Connection::open(broker, "idlcm operator reads", tasks).await?;
        let writing = Arc::new(Connection::open(broker, "idlcm operator writes", tasks).await?);
        let state = state_stream::open("operator", &reading, Publisher::new(Arc::clone(&writing)), tasks).await?;
        Ok(Self { reading, writing, state })
    }

    /// The shared state.
    pub fn state(&self) -> &StateLog {
        &self.state
    }

    /// Closes the connection.
    pub async fn close(self) {
        self.reading.close().await;
        self.writing.shut().await;
    }
}
