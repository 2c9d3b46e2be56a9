//! The shared state as it is read, and who is told of what.

use tokio::sync::watch;

use super::shared_state::SharedState;
use super::state_event::{StateEvent, StateKind};

/// The state of one reader. Copies are the same state.
#[derive(Debug, Clone)]
pub struct StateView {
    pub(super) state: watch::Sender<SharedState>,
    /// Told apart: every lane waits for changes of holds, and a job writes ten events that change none.
    pub(super) holds: watch::Sender<()>,
}

impl Default for StateView {
    fn default() -> Self {
        Self { state: watch::Sender::new(SharedState::default()), holds: watch::Sender::new(()) }
    }
}

impl StateView {
    /// Looks into the state as it is now.
    pub fn read<T>(&self, look: impl FnOnce(&SharedState) -> T) -> T {
        look(&self.state.borrow())
    }

    /// Takes in the next event.
    pub fn apply(&self, event: &StateEvent) {
        self.state.send_modify(|state| state.apply(event));
        match event.kind {
            StateKind::Suspended { .. }
            | StateKind::Mended
            | StateKind::Recovered
            | StateKind::Resumed
            | StateKind::Paused => self.holds.send_modify(|()| {}),
            _ => {}
        }
    }
}
