//! `idlcm queue`: what has to exist on the broker.

use clap::{Args, Subcommand};
use tokio_util::task::TaskTracker;

use crate::contract::IntegrationId;
use crate::queue::topology;

use super::exit_code::ExitCode;
use super::print::{line, note};
use super::settings::Settings;
use super::stop::Ended;
use super::{broker, catalog, queue_status};

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
    Status(queue_status::Status),
}

impl Queue {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        match &self.command {
            Command::Apply => apply(settings).await,
            Command::Status(status) => status.run(settings).await,
        }
    }
}

async fn apply(settings: &Settings) -> Ended {
    let catalog = catalog::load(settings)?;
    let ids: Vec<IntegrationId> = catalog.ids().cloned().collect();
    let tasks = TaskTracker::new();
    let connection = broker::connect(settings, &tasks).await?;
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
    connection.close().await;
    Ok(if report.refused.is_empty() { ExitCode::Done } else { ExitCode::Failed })
}
