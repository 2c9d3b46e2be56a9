//! `idlcm admin archive`: the end of an integration.

use clap::Args;

use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::print::note;
use super::super::stop::{Ended, Stop};
use super::client::Client;

/// End an integration for good: its tokens open nothing any more; what it did is kept
#[derive(Debug, Args)]
pub(super) struct Archive {
    /// The integration
    id: IntegrationId,
    /// Really end it
    #[arg(long)]
    yes: bool,
}

impl Archive {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        if !self.yes {
            let message = format!(
                "{} would end for good: its tokens open nothing any more, and no job goes out. Accounts in the app stay as \
                 they are. Write --yes if that is meant",
                self.id
            );
            return Err(Stop::new(ExitCode::Usage, message));
        }
        client.step(&self.id, "archive").await?;
        note(&format!("{} is archived; idlcm admin activity {0} goes on showing what it did", self.id));
        Ok(ExitCode::Done)
    }
}
