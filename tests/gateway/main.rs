//! The gateway: with real workers and browsers where the app is changed, as identity providers speak to it.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it is, and each program uses a part of what all share"
)]

mod rig;

mod activity_api;
mod admin;
mod attention;
mod console;
mod console_recipe;
mod dead_letters;
mod doors;
mod entra;
mod evidence;
mod jobs_api;
mod lists;
mod load;
mod okta;
mod questions;
mod review;
mod schemas;
mod slow;
mod steps;
mod sync;
