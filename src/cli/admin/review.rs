//! `idlcm admin review`: a sync that was held back is taken in or dropped.

use clap::Args;
use serde_json::Value;

use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::print::{line, note};
use super::super::stop::{Ended, Stop};
use super::client::Client;
use super::table::cell;

/// Take in a sync that was held back because many users are gone, or drop it
#[derive(Debug, Args)]
pub(super) struct Review {
    /// The integration
    id: IntegrationId,
    #[command(flatten)]
    word: Word,
}

/// One of them has to be said.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Word {
    /// Take it in: those who are gone from the app are gone for the identity provider, too
    #[arg(long)]
    apply: bool,
    /// Drop it: everything stays as it was known
    #[arg(long)]
    discard: bool,
}

impl Review {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        let id = &self.id;
        if self.word.apply {
            let again = |stop: Stop| match stop.code {
                ExitCode::Failed => {
                    Stop { message: format!("{}; idlcm admin sync {id} reads the app again", stop.message), ..stop }
                }
                _ => stop,
            };
            let taken = client.step(id, "apply").await.map_err(again)?;
            line(&format!("{id} is synced: {}", changes(&taken)))?;
        } else {
            client.step(id, "discard").await?;
            note(&format!("the sync of {id} is dropped; idlcm admin sync {id} reads the app again"));
        }
        Ok(ExitCode::Done)
    }
}

/// What a sync has changed in what is known, in words.
pub(super) fn changes(told: &Value) -> String {
    let count = |name: &str| cell(&told[name]);
    format!("{} new, {} changed, {} as before, {} gone", count("new"), count("changed"), count("same"), count("gone"))
}
