//! The rules of what all workers know together: events, what follows from them, and the log that they are told through.
//! Who carries the log from worker to worker is none of its business.

mod record_error;
mod shared_state;
mod state_event;
mod state_log;
#[cfg(test)]
mod tests;

pub use record_error::RecordError;
pub use shared_state::{Hold, Holder, LoginRefusal, SharedState, Suspension};
pub use state_event::{STATE_TYPE, StateEvent, StateKind};
pub use state_log::{Entry, StateLog, Write};
