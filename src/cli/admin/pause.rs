//! `idlcm admin pause`: jobs of an integration wait at the gateway.

use clap::Args;

use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::print::note;
use super::super::stop::Ended;
use super::client::Client;

/// Send no further jobs of an integration, and let the identity provider try again later; reads go on
#[derive(Debug, Args)]
pub(super) struct Pause {
    /// The integration
    id: IntegrationId,
}

impl Pause {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        client.step(&self.id, "pause").await?;
        note(&format!(
            "{0} is paused; jobs that workers have already are done. idlcm admin resume {0} ends it",
            self.id
        ));
        Ok(ExitCode::Done)
    }
}
