//! `idlcm dead-letters`: jobs that a person has to look at: shown, sent again, or taken away.

mod choice;
mod look;
mod settle;
mod shown;

use clap::{Args, Subcommand, ValueEnum};

use super::settings::Settings;
use super::stop::Ended;
use choice::{Choice, Filter};

/// Look at jobs that became dead letters, send them again, or take them away
#[derive(Debug, Args)]
#[command(after_long_help = "\
A job becomes a dead letter when a person has to look at it: every attempt failed, nobody knows what its click did, it is no \
job. Its sender has had a result, and the message is kept. docs/operations.md says for each reason what to do.

Examples:
  idlcm dead-letters list
  idlcm dead-letters show 0b9a7f1e-4e63-4a63-9a51-6d3d5d2f9a02
  idlcm dead-letters replay --integration acme-ledgerly --reason attempts_used_up --force
  idlcm dead-letters purge --reason malformed --force")]
pub(super) struct DeadLetters {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List dead letters; they stay where they are
    List {
        #[command(flatten)]
        filter: Filter,
        /// How they are printed
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Show all that is known of dead letters, with the wishes of their jobs; secret fields are masked
    Show {
        #[command(flatten)]
        choice: Choice,
    },
    /// Send jobs again, under their own ids; each stays a dead letter until a queue has it
    Replay {
        #[command(flatten)]
        choice: Choice,
        /// Send also jobs that write: what they wish may be out of date by now
        #[arg(long)]
        force: bool,
    },
    /// Take dead letters away for good
    Purge {
        #[command(flatten)]
        choice: Choice,
        /// Really take them away
        #[arg(long)]
        force: bool,
    },
}

/// How dead letters are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table.
    Table,
    /// One JSON object for each, on a line of its own.
    Json,
}

impl DeadLetters {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        match &self.command {
            Command::List { filter, format } => look::list(settings, filter, *format).await,
            Command::Show { choice } => look::show(settings, choice.filter()?).await,
            Command::Replay { choice, force } => settle::replay(settings, choice.filter()?, *force).await,
            Command::Purge { choice, force } => settle::purge(settings, choice.filter()?, *force).await,
        }
    }
}
