//! `idlcm integrations`: what the folder of integrations holds, and what operators decide about them.

use clap::{Args, Subcommand};
use comfy_table::Table;
use tokio_util::task::TaskTracker;

use crate::contract::IntegrationId;
use crate::coordination::{Hold, StateKind};
use crate::queue::OperatorClient;

use super::exit_code::ExitCode;
use super::integration_check::Check;
use super::integration_status::Status;
use super::print::{line, note};
use super::settings::Settings;
use super::stop::Ended;
use super::{broker, catalog};

/// Look at integrations, pause and resume them
#[derive(Debug, Args)]
pub(super) struct Integrations {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the integrations, their apps and where they live
    List,
    /// Show which integrations work, which wait and for what, and which worker holds them
    Status(Status),
    /// Let workers log in where needed and read each integration's first page of users; nothing is written
    Check(Check),
    /// Let an integration's jobs wait, on all workers
    Pause {
        /// The integration
        id: IntegrationId,
    },
    /// End a pause or a suspension; a password that was rejected may be tried again
    Resume {
        /// The integration
        id: IntegrationId,
    },
}

impl Integrations {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        match &self.command {
            Command::List => list(settings),
            Command::Status(status) => status.run(settings).await,
            Command::Check(check) => check.run(settings).await,
            Command::Pause { id } => decide(settings, id, StateKind::Paused).await,
            Command::Resume { id } => decide(settings, id, StateKind::Resumed).await,
        }
    }
}

fn list(settings: &Settings) -> Ended {
    let catalog = catalog::load(settings)?;
    let mut table = Table::new();
    table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
    table.set_header(["integration", "app", "recipe", "base URL"]);
    for id in catalog.ids() {
        if let Some(entry) = catalog.entry(id) {
            let recipe = format!("{} {}", entry.recipe.app.id, entry.recipe.app.version);
            table.add_row([id.to_string(), entry.recipe.app.name.clone(), recipe, entry.base_url.to_string()]);
        }
    }
    line(&table.to_string())?;
    Ok(if catalog.has_errors() { ExitCode::InvalidFile } else { ExitCode::Done })
}

async fn decide(settings: &Settings, id: &IntegrationId, kind: StateKind) -> Ended {
    let catalog = catalog::load(settings)?;
    catalog::entry(&catalog, id)?;
    let tasks = TaskTracker::new();
    let operator = OperatorClient::open(&broker::broker(settings)?, &tasks).await.map_err(broker::stop)?;
    let before = operator.state().read(|state| state.hold(id, jiff::Timestamp::now()));
    let word = if kind == StateKind::Paused { "paused" } else { "resumed" };
    let recorded = operator.state().record(id, kind).await;
    operator.close().await;
    recorded.map_err(broker::not_recorded)?;
    let was = match before {
        None => "it was working".to_owned(),
        Some(Hold::Paused) => "it was paused".to_owned(),
        Some(Hold::Suspended(suspension)) => format!("it was suspended: {}", suspension.message),
    };
    note(&format!("{id} is {word}; {was}"));
    Ok(ExitCode::Done)
}
