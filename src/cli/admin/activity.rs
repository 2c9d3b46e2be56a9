//! `idlcm admin activity`: what was done, by whom, to what.

use clap::Args;
use serde_json::Value;

use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::integration_status::Format;
use super::super::print::{line, note};
use super::super::stop::Ended;
use super::client::Client;
use super::table::{cell, items, table, time};

/// How many entries the gateway tells at once.
const PAGE: usize = 1000;

/// Show the activity log of an integration, newest first
#[derive(Debug, Args)]
pub(super) struct Activity {
    /// The integration
    id: IntegrationId,
    /// How many entries
    #[arg(long, default_value = "50", value_name = "N")]
    count: usize,
    /// Instead, find out whether an entry was changed or taken out. Exit code 1 if so
    #[arg(long)]
    verify: bool,
    /// How they are printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Activity {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        if self.verify {
            return self.verify(client).await;
        }
        let mut entries: Vec<Value> = Vec::new();
        while entries.len() < self.count {
            let mut part = vec![("count", PAGE.min(self.count - entries.len()).to_string())];
            if let Some(last) = entries.last() {
                part.push(("before", cell(&last["number"])));
            }
            let answer = client.get(&["integrations", self.id.as_str(), "activity"], &part).await?;
            let page = items(&answer, "activity");
            if page.is_empty() {
                break;
            }
            entries.extend_from_slice(page);
        }
        if self.format == Format::Json {
            entries.iter().try_for_each(|entry| line(&entry.to_string()))?;
            return Ok(ExitCode::Done);
        }
        let mut table = table(["#", "when", "who", "what", "of what", "outcome", "more"]);
        for entry in &entries {
            table.add_row([
                cell(&entry["number"]),
                time(&entry["at"]),
                cell(&entry["actor"]),
                cell(&entry["event"]),
                cell(&entry["target"]),
                cell(&entry["outcome"]),
                more(&entry["detail"]),
            ]);
        }
        line(&table.to_string())?;
        Ok(ExitCode::Done)
    }

    async fn verify(&self, client: &Client) -> Ended {
        let told = client.of(&self.id, &["activity", "verify"]).await?;
        let intact = told["intact"] == true;
        if self.format == Format::Json {
            line(&told.to_string())?;
        } else if intact {
            line(&format!("{}: all {} entries are as they were written", self.id, cell(&told["entries"])))?;
        } else {
            line(&format!("{}: entry {} was changed, or is missing", self.id, cell(&told["broken_at"])))?;
        }
        if !intact {
            note("what to do: compare the log with a backup of the database, and find out who can write to it");
        }
        Ok(if intact { ExitCode::Done } else { ExitCode::Failed })
    }
}

/// What an entry says besides, shortly: its message, else its error's, else its values.
fn more(detail: &Value) -> String {
    let message = [&detail["message"], &detail["error"]["message"]].into_iter().find(|message| message.is_string());
    if let Some(message) = message {
        return cell(message);
    }
    let values = detail.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    values
        .map(|(name, value)| format!("{} {}", cell(&Value::from(name.as_str())), cell(value)))
        .collect::<Vec<_>>()
        .join(", ")
}
