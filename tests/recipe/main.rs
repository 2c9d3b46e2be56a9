//! Recipes and what is written about them: the language, its checker, the documents, the floors of the code.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it is, and each program uses a part of what all share"
)]

#[path = "../support/tutorial.rs"]
mod tutorial;

mod architecture;
mod bombs;
mod catalog;
mod deploy;
mod diagnostics;
mod docs;
mod editor;
mod fuzz;
mod gateway;
mod language;
mod mutations;
mod new;
mod readme;
mod scim;
mod shell;
mod shipped;
mod speed;
mod structure;
