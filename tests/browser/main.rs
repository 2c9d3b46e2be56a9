//! The browser layer on pages of its own, in a real browser.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it is, and each program uses a part of what all share"
)]

#[path = "../support/locator.rs"]
mod locator;
#[path = "../support/processes.rs"]
mod processes;
#[path = "../support/browser.rs"]
mod support;

mod acts;
mod any_text;
mod choose;
mod codes;
mod files;
mod finders;
mod frames;
mod frameworks;
mod inspect;
mod lifetime;
mod lists;
mod names;
mod patterns;
mod reads;
mod states;
mod typed;
mod web_components;
mod widgets;
