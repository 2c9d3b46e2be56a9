//! The rules of what all workers know together: events, what follows from them, and the log that they are told through.
//! Who carries the log from worker to worker is none of its business.

mod hold;
mod record_error;
mod shared_state;
mod state_event;
mod state_log;
mod state_view;
#[cfg(test)]
mod tests;

pub use hold::{Hold, Holder, Suspension};
pub use record_error::RecordError;
pub use shared_state::{LoginRefusal, SharedState};
pub use state_event::{STATE_TYPE, StateEvent, StateKind};
pub use state_log::{Entry, StateLog, Write};
pub use state_view::StateView;
