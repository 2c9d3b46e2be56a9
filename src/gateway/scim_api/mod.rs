//! SCIM 2.0 over HTTP, below `/scim/v2/i/{public id}` (RFC 7644).

mod answer;
mod caller;
mod create;
mod discovery;
mod door;
mod limit;
mod members;
mod query;
mod read;
mod refusal;
mod remove;
mod router;
mod show;
mod update;
mod waiting;

pub use router::router;
