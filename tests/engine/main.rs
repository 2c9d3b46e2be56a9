//! Jobs through the engine, in a real browser, on the fixture apps; and the fixture apps themselves.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it is, and each program uses a part of what all share"
)]

#[path = "../support/app.rs"]
mod app;
#[path = "../support/attacker.rs"]
mod attacker;
#[path = "../support/hostile.rs"]
mod hostile_app;
#[path = "../support/hostile_judge.rs"]
mod hostile_judge;
#[path = "../support/ledgerly.rs"]
mod ledgerly_app;
#[path = "../support/views.rs"]
mod lists;
#[path = "../support/processes.rs"]
mod processes;
#[path = "../support/tutorial.rs"]
mod tutorial;
#[path = "../support/vault.rs"]
mod vault;
#[path = "../support/storm.rs"]
mod weather;

mod actions;
mod apps;
mod author_commands;
mod boardly;
mod captured;
mod command_counts;
mod details;
mod dry_run;
mod elsewhere;
mod evidence_people;
mod fixture_errors;
mod fixture_json;
mod fixture_ledgerly;
mod hostile;
mod hostile_acts;
mod identity;
mod interrupts;
mod language;
mod last_holders;
mod ledgerly;
mod login_begins;
mod memberships;
mod mistakes;
mod moving_pages;
mod opened_dialogs;
mod presets;
mod progress;
mod reading_ahead;
mod real_django;
mod run_command;
mod searches;
mod storm;
mod tabs;
mod vault_secrets;
mod views;
