//! `idlcm admin resume`: an integration that was paused or suspended goes on.

use clap::Args;

use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::print::note;
use super::super::stop::Ended;
use super::client::Client;

/// End the pause of an integration, or what its workers wait for once its cause is mended
#[derive(Debug, Args)]
pub(super) struct Resume {
    /// The integration
    id: IntegrationId,
}

impl Resume {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        client.step(&self.id, "resume").await?;
        note(&format!("{} goes on", self.id));
        Ok(ExitCode::Done)
    }
}
