//! `idlcm integrations`: what the folder of integrations holds.

use clap::{Args, Subcommand};
use comfy_table::Table;

use super::catalog;
use super::exit_code::ExitCode;
use super::print::line;
use super::settings::Settings;
use super::stop::Ended;

/// Look at integrations
#[derive(Debug, Args)]
pub(super) struct Integrations {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the integrations, their apps and where they live
    List,
}

impl Integrations {
    pub(super) fn run(&self, settings: &Settings) -> Ended {
        let Command::List = self.command;
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
}
