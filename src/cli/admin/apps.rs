//! `idlcm admin apps`: for which apps integrations can be made, and what they ask for.

use clap::Args;
use serde_json::Value;

use super::super::exit_code::ExitCode;
use super::super::integration_status::Format;
use super::super::print::line;
use super::super::stop::Ended;
use super::client::Client;
use super::table::{cell, items, table};

/// List the apps that the gateway has recipes of, with the parameters that each asks for
#[derive(Debug, Args)]
pub(super) struct Apps {
    /// How they are printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Apps {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        let answer = client.get(&["apps"], &[]).await?;
        let apps = items(&answer, "apps");
        if self.format == Format::Json {
            apps.iter().try_for_each(|app| line(&app.to_string()))?;
            return Ok(ExitCode::Done);
        }
        let mut table = table(["app", "name", "recipe", "params", "service account"]);
        for app in apps {
            let params: Vec<String> = items(app, "params").iter().map(param).collect();
            let secrets: Vec<String> = items(app, "service_account").iter().map(cell).collect();
            let row =
                [cell(&app["id"]), cell(&app["name"]), cell(&app["version"]), params.join("\n"), secrets.join(", ")];
            table.add_row(row);
        }
        line(&table.to_string())?;
        Ok(ExitCode::Done)
    }
}

fn param(param: &Value) -> String {
    let example = param["example"].as_str().map(|example| format!(", such as {example}")).unwrap_or_default();
    let label = param["label"].as_str().map(|label| format!(" ({label})")).unwrap_or_default();
    cell(&Value::String(format!("{}{label}{example}", cell(&param["name"]))))
}
