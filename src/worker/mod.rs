//! The worker: takes jobs from the queue, keeps their order, lets the engine do them, publishes their results and settles
//! them. One lane for each integration; in a lane one job at a time, in the order of the queue.

mod answer;
mod attempt;
mod attempts;
mod backlog;
mod complaints;
mod finished;
mod following;
mod gatekeeper;
mod holding;
mod job_runner;
mod lane;
mod next_step;
mod observing;
mod order;
mod outage;
mod patience;
mod refused;
mod run;
mod settings;
mod settling;
mod shared;
mod site;
mod suspending;
mod takeover;
mod turns;
mod unrecorded;
mod unrouted;
mod warm_browsers;

pub use crate::engine::WorkOrder;

pub use job_runner::JobRunner;
pub use order::{Handler, WorkDone};
pub use run::{Summary, Worker};
pub use settings::Settings;
