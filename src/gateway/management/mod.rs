//! The management API: what administrators do with integrations, as JSON over HTTP below `/api/v1`, on a listener of its own
//! with tokens of its own.

mod door;
mod failure;
mod integrations;
mod job;
mod records;
mod router;
mod tokens;
mod view;

pub use door::Keys;
pub use router::router;
