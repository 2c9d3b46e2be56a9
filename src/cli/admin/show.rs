//! `idlcm admin show`: one integration, with its document and its next step.

use clap::Args;
use comfy_table::Table;

use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::integration_status::Format;
use super::super::print::{line, plain};
use super::super::stop::Ended;
use super::advice::{next, obstacle};
use super::client::Client;
use super::table::{cell, time};

/// Show an integration: how far it is, what is known of its app, and what to do next
#[derive(Debug, Args)]
pub(super) struct Show {
    /// The integration
    id: IntegrationId,
    /// How it is printed; as JSON with its document, which `update` takes again
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Show {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        let one = client.of(&self.id, &[]).await?;
        if self.format == Format::Json {
            line(&one.to_string())?;
            return Ok(ExitCode::Done);
        }
        let counts: Vec<String> = ["users", "groups", "roles", "assets"]
            .iter()
            .map(|kind| format!("{} {kind}", cell(&one["counts"][*kind])))
            .collect();
        let rows = [
            ("integration", cell(&one["id"])),
            ("name", cell(&one["name"])),
            ("app", cell(&one["app"])),
            ("identity provider", cell(&one["idp"])),
            ("SCIM base URL", cell(&one["scim_url"])),
            ("state", cell(&one["state"])),
            ("why", obstacle(&one).map(plain).unwrap_or_default()),
            ("next", next(&one).unwrap_or_default()),
            ("created", time(&one["created"])),
            ("synced", time(&one["synced"])),
            ("known of the app", counts.join(", ")),
            ("jobs under way", cell(&one["open_jobs"])),
        ];
        let mut table = Table::new();
        table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
        for (name, value) in rows.into_iter().filter(|(_, value)| !value.is_empty()) {
            table.add_row([name.to_owned(), value]);
        }
        line(&table.to_string())?;
        Ok(ExitCode::Done)
    }
}
