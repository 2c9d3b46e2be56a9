//! The management API: what administrators do with integrations, as JSON over HTTP below `/api/v1`, on a listener of its own
//! with tokens of its own.

mod activity;
mod answer;
mod apps;
mod cursor;
mod dead_letters;
mod door;
mod drafts;
mod evidence;
mod failure;
mod integrations;
mod job;
mod jobs;
mod people;
mod provider;
mod records;
mod review;
mod router;
mod session;
mod tokens;
mod view;

pub use door::{Keys, Least};
pub use router::{Route, router, routes};
