//! `idlcm admin jobs`: what the gateway has asked workers for.

use clap::Args;

use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::integration_status::Format;
use super::super::print::line;
use super::super::stop::Ended;
use super::client::Client;
use super::table::{cell, items, table, time};

/// Show the jobs of an integration, newest first
#[derive(Debug, Args)]
pub(super) struct Jobs {
    /// The integration
    id: IntegrationId,
    /// How many
    #[arg(long, default_value = "50", value_parser = clap::value_parser!(u32).range(1..=1000), value_name = "N")]
    count: u32,
    /// How they are printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Jobs {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        let part = [("count", self.count.to_string())];
        let answer = client.get(&["integrations", self.id.as_str(), "jobs"], &part).await?;
        let jobs = items(&answer, "jobs");
        if self.format == Format::Json {
            jobs.iter().try_for_each(|job| line(&job.to_string()))?;
            return Ok(ExitCode::Done);
        }
        let mut table = table(["job", "action", "state", "created", "ended", "outcome", "why"]);
        for job in jobs {
            table.add_row([
                cell(&job["id"]),
                cell(&job["action"]),
                cell(&job["state"]),
                time(&job["created"]),
                time(&job["ended"]),
                cell(&job["outcome"]),
                cell(&job["error"]["message"]),
            ]);
        }
        line(&table.to_string())?;
        Ok(ExitCode::Done)
    }
}
