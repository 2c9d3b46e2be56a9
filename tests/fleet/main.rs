//! Workers on a real broker: in this process, and as the program itself.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it is, and each program uses a part of what all share"
)]

#[path = "../support/chaos.rs"]
mod chaos_driver;
#[path = "../support/failing_app.rs"]
mod failing_app;
#[path = "../support/fleet.rs"]
mod fleet;
#[path = "../support/own_fleet.rs"]
mod own_fleet;
#[path = "../support/search.rs"]
mod search;
#[path = "../support/vault.rs"]
mod vault;
#[path = "../support/wishes.rs"]
mod wishes;

mod broker_troubles;
mod chaos;
mod command_line;
mod dead;
mod dead_api;
mod embedded_state;
mod gateway_kills;
mod gateway_link;
mod gateway_worker;
mod idle_worker;
mod killed_browser;
mod killed_worker;
mod no_core;
mod no_secret;
mod order;
mod progress;
mod queue_broker;
mod queue_status;
mod same_job_twice;
mod scale;
#[cfg(feature = "otel")]
mod spans;
mod strangers;
mod suspension;
mod telemetry;
mod tls;
mod vault_secrets;
mod warm_browsers;
mod worker_failures;
mod worker_jobs;
