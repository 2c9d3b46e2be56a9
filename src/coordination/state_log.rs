//! Writing the shared state, and reading one's own writes: what `record` returned for stands in the state that this
//! worker sees, at the place where every other worker sees it.

use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::{mpsc, oneshot, watch};
use tokio_util::task::TaskTracker;

use super::record_error::RecordError;
use super::shared_state::SharedState;
use super::state_event::{StateEvent, StateKind};
use super::state_view::StateView;
use crate::contract::IntegrationId;

/// How many writes wait to be carried.
const WRITES_AHEAD: usize = 16;

/// The shared state as one worker sees and writes it. Copies are the same state.
#[derive(Debug, Clone)]
pub struct StateLog {
    worker: Arc<str>,
    writes: mpsc::Sender<Write>,
    view: watch::Receiver<SharedState>,
    holds: watch::Receiver<()>,
}

/// Something that is to be carried to all workers, and back to this one.
#[derive(Debug)]
pub struct Write {
    /// What.
    pub entry: Entry,
    done: oneshot::Sender<Result<(), RecordError>>,
}

/// An entry of the log.
#[derive(Debug)]
pub enum Entry {
    /// Something that happened.
    Event(StateEvent),
    /// Nothing; once it is read back, everything before it has been taken in.
    Marker,
}

impl Write {
    /// Tells the writer that it was read back, or why not.
    pub fn done(self, end: Result<(), RecordError>) {
        // Whoever wrote may have stopped waiting.
        self.done.send(end).ok();
    }
}

impl StateLog {
    /// A log of that worker: `view` is the state as it is read, and what is to be written comes out of the receiver.
    pub fn carried(worker: &str, view: &StateView) -> (Self, mpsc::Receiver<Write>) {
        let (writes, asked) = mpsc::channel(WRITES_AHEAD);
        let (holds, view) = (view.holds.subscribe(), view.state.subscribe());
        (Self { worker: worker.into(), writes, view, holds }, asked)
    }

    /// A state that lives in this process only.
    pub fn in_memory(worker: &str, view: &StateView, tasks: &TaskTracker) -> Self {
        let (log, mut asked) = Self::carried(worker, view);
        let view = view.clone();
        tasks.spawn(async move {
            while let Some(write) = asked.recv().await {
                if let Entry::Event(event) = &write.entry {
                    view.apply(event);
                }
                write.done(Ok(()));
            }
        });
        log
    }

    /// Writes an event and waits until it is stored and read back.
    ///
    /// # Errors
    /// When it was not stored, or when it did not come back in time. It may stand in the state then.
    pub async fn record(&self, integration: &IntegrationId, kind: StateKind) -> Result<(), RecordError> {
        let worker = self.worker.as_ref().to_owned();
        self.write(Entry::Event(StateEvent { at: Timestamp::now(), worker, integration: integration.clone(), kind }))
            .await
    }

    /// Waits until everything that any worker wrote before this call is taken in.
    ///
    /// # Errors
    /// As [`StateLog::record`].
    pub async fn sync(&self) -> Result<(), RecordError> {
        self.write(Entry::Marker).await
    }

    async fn write(&self, entry: Entry) -> Result<(), RecordError> {
        let (done, answer) = oneshot::channel();
        self.writes.send(Write { entry, done }).await.map_err(|_| RecordError::Unread)?;
        answer.await.map_err(|_| RecordError::Unread)?
    }

    /// Looks into the state as it is now.
    pub fn read<T>(&self, look: impl FnOnce(&SharedState) -> T) -> T {
        look(&self.view.borrow())
    }

    /// Tells that something has changed about which integrations get jobs.
    pub fn watch_holds(&self) -> watch::Receiver<()> {
        self.holds.clone()
    }

    /// The state as it changes.
    pub fn watch(&self) -> watch::Receiver<SharedState> {
        self.view.clone()
    }

    /// The id that this worker's events carry.
    pub fn worker(&self) -> &str {
        &self.worker
    }
}
