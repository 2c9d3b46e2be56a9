//! `idlcm admin resume`: a paused integration goes on.

use clap::Args;

use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::print::note;
use super::super::stop::Ended;
use super::client::Client;

/// End the pause of an integration
#[derive(Debug, Args)]
pub(super) struct Resume {
    /// The integration
    id: IntegrationId,
}

impl Resume {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        client.step(&self.id, "resume").await?;
        note(&format!("{} is not paused any more", self.id));
        Ok(ExitCode::Done)
    }
}
