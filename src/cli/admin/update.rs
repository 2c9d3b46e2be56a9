//! `idlcm admin update`: another document in the place of an integration's.

use clap::Args;
use reqwest::Method;

use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::print::note;
use super::super::stop::Ended;
use super::client::Client;
use super::document::Document;

/// Replace the document of an integration; its id and its app stay
#[derive(Debug, Args)]
pub(super) struct Update {
    /// The integration
    id: IntegrationId,
    #[command(flatten)]
    document: Document,
}

impl Update {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        let body = self.document.body()?;
        client.change(Method::PUT, &["integrations", self.id.as_str()], Some(&body)).await?;
        note(&format!("{0} is updated; see whether it works: idlcm admin test {0}", self.id));
        Ok(ExitCode::Done)
    }
}
