//! `idlcm admin resources`: what the gateway knows of an app's users, groups, roles and assets.

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::Value;

use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::integration_status::Format;
use super::super::print::line;
use super::super::stop::Ended;
use super::client::Client;
use super::table::{cell, items, table, time};

/// How many the gateway tells at once.
const PAGE: usize = 1000;

/// Show what the gateway knows of an app: its users, groups, roles or assets, and whether each is as wished
#[derive(Debug, Args)]
pub(super) struct Resources {
    /// The integration
    id: IntegrationId,
    /// Of which kind
    #[arg(value_parser = PossibleValuesParser::new(["users", "groups", "roles", "assets"]))]
    kind: String,
    /// How many at most. Default: all
    #[arg(long, value_name = "N")]
    count: Option<usize>,
    /// How they are printed; as JSON with their values, as wished and as last seen
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Resources {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        let most = self.count.unwrap_or(usize::MAX);
        let mut found: Vec<Value> = Vec::new();
        while found.len() < most {
            let part = [("skip", found.len().to_string()), ("count", PAGE.min(most - found.len()).to_string())];
            let path = ["integrations", self.id.as_str(), "resources", self.kind.as_str()];
            let answer = client.get(&path, &part).await?;
            let page = items(&answer, "resources");
            if page.is_empty() {
                break;
            }
            found.extend_from_slice(page);
        }
        if self.format == Format::Json {
            found.iter().try_for_each(|one| line(&one.to_string()))?;
            return Ok(ExitCode::Done);
        }
        let mut table = table(["name", "key in the app", "state", "access", "changed", "why", "id"]);
        for one in &found {
            table.add_row([
                cell(&one["name"]),
                cell(&one["key"]),
                cell(&one["state"]),
                if self.kind == "users" { access(&one["observed"]).to_owned() } else { String::new() },
                time(&one["changed"]),
                cell(&one["error"]["message"]),
                cell(&one["id"]),
            ]);
        }
        line(&table.to_string())?;
        Ok(ExitCode::Done)
    }
}

/// Whether someone has access, as last seen.
fn access(observed: &Value) -> &'static str {
    match observed["active"].as_bool() {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}
