//! Workers on a real broker: in this process, and as the program itself.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it is, and each program uses a part of what all share"
)]

#[path = "../support/failing_app.rs"]
mod failing_app;
#[path = "../support/fleet.rs"]
mod fleet;
#[path = "../support/search.rs"]
mod search;

mod command_line;
mod dead;
mod idle_worker;
mod killed_worker;
mod no_secret;
mod queue_broker;
mod queue_status;
mod same_job_twice;
#[cfg(feature = "otel")]
mod spans;
mod suspension;
mod telemetry;
mod tls;
mod worker_failures;
mod worker_jobs;
