//! `idlcm admin create`: an integration from its file.

use clap::Args;
use reqwest::Method;

use super::super::exit_code::ExitCode;
use super::super::print::note;
use super::super::stop::Ended;
use super::advice::next;
use super::client::Client;
use super::document::Document;
use super::table::cell;

/// Create an integration from its file, as a draft
#[derive(Debug, Args)]
pub(super) struct Create {
    #[command(flatten)]
    document: Document,
}

impl Create {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        let body = self.document.body()?;
        let created = client.change(Method::POST, &["integrations"], Some(&body)).await?;
        let then = next(&created).map(|then| format!("; next: {then}")).unwrap_or_default();
        note(&format!("{} is created, for {}{then}", cell(&created["id"]), cell(&created["idp"])));
        Ok(ExitCode::Done)
    }
}
