//! The worker: takes jobs from the queue, keeps their order, lets the engine do them, publishes their results and settles
//! them. One lane for each integration; in a lane one job at a time, in the order of the queue.

mod after;
mod complaints;
mod fence;
mod finished;
mod gatekeeper;
mod lane;
mod order;
mod outage;
mod performer;
mod run;
mod settings;
mod unrecorded;
mod unrouted;

pub use order::{Handler, WorkDone, WorkOrder};
pub use performer::Performer;
pub use run::{Summary, Worker};
pub use settings::Settings;
