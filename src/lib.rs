//! `idlcm` automates the identity life cycle in apps that have no provisioning interface.
//!
//! It does in an app's own admin screens what an administrator would do: workers take jobs from `RabbitMQ`, load a
//! declarative recipe, drive a browser through `WebDriver`, read the effect back and publish a truthful result.
//! `ARCHITECTURE.md` has one line per file and walks one job through the code.

pub mod browser;
pub mod catalog;
pub mod cli;
pub mod contract;
pub mod coordination;
#[cfg(feature = "fixture")]
pub mod dry_run;
pub mod engine;
#[cfg(feature = "fixture")]
pub mod fixture;
pub mod gateway;
pub mod queue;
pub mod recipe;
pub mod report;
pub mod retry;
pub mod scim;
pub mod secrets;
pub mod telemetry;
pub mod worker;
