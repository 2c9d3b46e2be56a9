//! `idlcm queue`: what has to exist on the broker.

use clap::{Args, Subcommand};
use comfy_table::Table;
use tokio_util::task::TaskTracker;

use crate::contract::IntegrationId;
use crate::queue::topology;

use super::exit_code::ExitCode;
use super::print::{line, note};
use super::settings::Settings;
use super::stop::Ended;
use super::{broker, catalog};

/// Declare the queues, and look at them
#[derive(Debug, Args)]
pub(super) struct Queue {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Declare exchanges and queues for all integrations; never changes a queue that is not empty
    Apply,
    /// Show how many messages wait and how many workers there are
    Status,
}

impl Queue {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let catalog = catalog::load(settings)?;
        let ids: Vec<IntegrationId> = catalog.ids().cloned().collect();
        let tasks = TaskTracker::new();
        let connection = broker::connect(settings, &tasks).await?;
        let ended = match self.command {
            Command::Apply => {
                let report = topology::apply(&connection, &ids).await.map_err(broker::stop)?;
                for what in &report.created {
                    line(&format!("created   {what}"))?;
                }
                for what in &report.replaced {
                    line(&format!("replaced  {what}"))?;
                }
                for difference in &report.refused {
                    line(&format!("refused   {}: {}; {}", difference.what, difference.difference, difference.advice))?;
                }
                note(&format!(
                    "{} created, {} replaced, {} unchanged, {} refused",
                    report.created.len(),
                    report.replaced.len(),
                    report.unchanged.len(),
                    report.refused.len()
                ));
                if report.refused.is_empty() { ExitCode::Done } else { ExitCode::Failed }
            }
            Command::Status => {
                let mut table = Table::new();
                table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
                table.set_header(["queue", "messages", "consumers"]);
                let mut missing = false;
                for status in topology::status(&connection, &ids).await.map_err(broker::stop)? {
                    missing |= status.depth.is_none();
                    let (messages, consumers) = status.depth.map_or_else(
                        || ("missing".to_owned(), "idlcm queue apply".to_owned()),
                        |depth| (depth.messages.to_string(), depth.consumers.to_string()),
                    );
                    table.add_row([status.name, messages, consumers]);
                }
                line(&table.to_string())?;
                if missing { ExitCode::Missing } else { ExitCode::Done }
            }
        };
        connection.close().await;
        Ok(ended)
    }
}
