//! `idlcm recipe`: what recipe authors do with files. One file per command.

mod check;
#[cfg(feature = "fixture")]
mod new;
mod reference;

use clap::{Args, Subcommand};

use super::settings::Settings;
use super::stop::Ended;

/// Write and check recipe files
#[derive(Debug, Args)]
pub(super) struct Recipe {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[cfg(feature = "fixture")]
    New(new::New),
    Check(check::Check),
    Reference(reference::Reference),
}

impl Recipe {
    pub(super) fn run(&self, settings: &Settings) -> Ended {
        match &self.command {
            #[cfg(feature = "fixture")]
            Command::New(new) => new.run(),
            Command::Check(check) => check.run(settings),
            Command::Reference(reference) => reference.run(),
        }
    }
}
