//! `idlcm doctor`: what is found, what is missing, and the command that fixes it.

use std::path::Path;

use clap::Args;
use tokio_util::task::TaskTracker;

use crate::catalog::Catalog;
use crate::queue::topology;

use super::exit_code::ExitCode;
use super::print::line;
use super::settings::Settings;
use super::stop::Ended;
use super::{broker, launch};

/// Look for browser, driver, broker, Vault and folders, and say what to do about what is missing
#[derive(Debug, Args)]
pub(super) struct Doctor {}

struct Finding {
    what: &'static str,
    /// What was found, or what is wrong.
    found: Result<String, String>,
    /// Whether anything works without it.
    needed: bool,
}

impl Doctor {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let findings = [
            browser(settings).await?,
            folders(settings),
            evidence(&settings.evidence),
            vault(settings).await,
            queue(settings).await,
        ];
        let mut missing = false;
        for Finding { what, found, needed } in findings {
            let (mark, text) = match found {
                Ok(text) => ("ok", text),
                Err(text) if needed => {
                    missing = true;
                    ("missing", text)
                }
                Err(text) => ("not used", text),
            };
            line(&format!("{what:<12} {mark:<9} {text}"))?;
        }
        Ok(if missing { ExitCode::Missing } else { ExitCode::Done })
    }
}

async fn browser(settings: &Settings) -> Result<Finding, super::stop::Stop> {
    let webdriver = launch::webdriver(settings)?;
    let found = crate::browser::probe(&webdriver).await;
    let found = found
        .map(|found| {
            format!(
                "{} {}, {} {}",
                found.browser_path.display(),
                found.browser_version,
                found.driver_path.display(),
                found.driver_version
            )
        })
        .map_err(|error| error.to_string());
    Ok(Finding { what: "browser", found, needed: true })
}

fn folders(settings: &Settings) -> Finding {
    let found = match Catalog::load(&settings.recipes, &settings.integrations) {
        Ok(catalog) => {
            let problems = catalog.problems().len();
            let text = format!("{} recipes, {} integrations", catalog.recipes().count(), catalog.ids().count());
            if problems == 0 {
                Ok(text)
            } else {
                Err(format!(
                    "{text}, {problems} problems; `idlcm recipe check` and `idlcm integrations list` show them"
                ))
            }
        }
        Err(error) => Err(error.to_string()),
    };
    Finding { what: "catalogue", found, needed: true }
}

fn evidence(folder: &Path) -> Finding {
    let probe = || -> std::io::Result<()> {
        let parent = folder.ancestors().find(|dir| dir.is_dir()).unwrap_or(Path::new("."));
        tempfile::tempfile_in(parent).map(drop)
    };
    let found = probe()
        .map(|()| format!("{} can be written", folder.display()))
        .map_err(|error| format!("{} cannot be written: {error}; choose another with --evidence", folder.display()));
    Finding { what: "evidence", found, needed: true }
}

/// Needed where an integration names a secret in it; a Vault that is named without being needed is looked at, too.
async fn vault(settings: &Settings) -> Finding {
    // What is wrong with the folders is told already.
    let catalog = Catalog::load(&settings.recipes, &settings.integrations).unwrap_or_default();
    let users = catalog.entries().filter(|entry| entry.integration.uses_vault()).count();
    let store = settings.store();
    let found = match store.vault() {
        Ok(vault) => vault.greet().await,
        Err(error) => Err(error),
    };
    let found = found.map_err(|error| match users {
        0 => error.to_string(),
        1 => format!("{error} (1 integration has secrets there)"),
        users => format!("{error} ({users} integrations have secrets there)"),
    });
    Finding { what: "vault", found, needed: users > 0 || settings.vault.is_given() }
}

async fn queue(settings: &Settings) -> Finding {
    let tasks = TaskTracker::new();
    let found = match broker::connect(settings, &tasks).await {
        Err(stop) => {
            let message = stop.message.replace(
                "; is it running? `idlcm doctor` shows what is there",
                "; start RabbitMQ, or name it with --amqp-url",
            );
            Err(format!("{message} (`demo`, `run` and `plan` work without a broker)"))
        }
        Ok(connection) => {
            let checked = topology::check(&connection).await;
            let address = connection.address().to_owned();
            connection.close().await;
            checked.map(|()| address).map_err(|error| error.to_string())
        }
    };
    Finding { what: "broker", found, needed: true }
}
