//! `idlcm admin list`: all integrations, and how far each is.

use clap::Args;

use super::super::exit_code::ExitCode;
use super::super::integration_status::Format;
use super::super::print::{line, plain};
use super::super::stop::Ended;
use super::advice::obstacle;
use super::client::Client;
use super::table::{cell, items, table, time};

/// List the integrations of the gateway: how far each is, and what stands in its way
#[derive(Debug, Args)]
pub(super) struct List {
    /// How they are printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl List {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        let answer = client.get(&["integrations"], &[]).await?;
        let integrations = items(&answer, "integrations");
        if self.format == Format::Json {
            integrations.iter().try_for_each(|integration| line(&integration.to_string()))?;
            return Ok(ExitCode::Done);
        }
        let mut table = table(["integration", "app", "idp", "state", "users", "groups", "jobs", "synced", "why"]);
        for one in integrations {
            table.add_row([
                cell(&one["id"]),
                cell(&one["app"]),
                cell(&one["idp"]),
                cell(&one["state"]),
                cell(&one["counts"]["users"]),
                cell(&one["counts"]["groups"]),
                cell(&one["open_jobs"]),
                time(&one["synced"]),
                obstacle(one).map(plain).unwrap_or_default(),
            ]);
        }
        line(&table.to_string())?;
        Ok(ExitCode::Done)
    }
}
