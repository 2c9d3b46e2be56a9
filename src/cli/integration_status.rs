//! `idlcm integrations status`: which integrations work, which wait and for what, and who works for them.

use clap::{Args, ValueEnum};
use comfy_table::Table;
use jiff::Timestamp;
use serde_json::{Value, json};
use tokio_util::task::TaskTracker;

use crate::contract::IntegrationId;
use crate::coordination::{Hold, Holder, SharedState};
use crate::queue::OperatorClient;

use super::exit_code::ExitCode;
use super::print::line;
use super::settings::Settings;
use super::stop::{Ended, Stop};
use super::{broker, catalog};

/// How it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A table.
    Table,
    /// JSON objects, each on a line of its own.
    Json,
}

/// Show which integrations work, which wait and for what
#[derive(Debug, Args)]
pub(super) struct Status {
    /// The integrations. Default: all
    ids: Vec<IntegrationId>,
    /// How it is printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Status {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let catalog = catalog::load(settings)?;
        let ids = catalog::chosen(&catalog, &self.ids)?;
        let seen = Seen::all(settings, &ids, &TaskTracker::new()).await?;
        match self.format {
            Format::Json => {
                for seen in &seen {
                    line(&seen.json().to_string())?;
                }
            }
            Format::Table => {
                let mut table = Table::new();
                table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
                table.set_header(["integration", "state", "since", "why, and what to do", "held by"]);
                for seen in &seen {
                    table.add_row(seen.row());
                }
                line(&table.to_string())?;
            }
        }
        Ok(ExitCode::Done)
    }
}

/// One integration, as all workers see it.
pub(super) struct Seen {
    pub(super) id: IntegrationId,
    hold: Option<Hold>,
    /// Who works for it, until it is given back.
    pub(super) holder: Option<Holder>,
}

impl Seen {
    /// Asks the shared state.
    ///
    /// # Errors
    /// When the broker is out of reach, or the state is not declared.
    pub(super) async fn all(
        settings: &Settings,
        ids: &[IntegrationId],
        tasks: &TaskTracker,
    ) -> Result<Vec<Self>, Stop> {
        let operator = OperatorClient::open(&broker::broker(settings)?, tasks).await.map_err(broker::stop)?;
        let now = Timestamp::now();
        let seen = operator.state().read(|state| ids.iter().map(|id| Self::of(state, id, now)).collect());
        operator.close().await;
        Ok(seen)
    }

    fn of(state: &SharedState, id: &IntegrationId, now: Timestamp) -> Self {
        let holder = state.tenure(id).filter(|holder| !holder.released).cloned();
        Self { id: id.clone(), hold: state.hold(id, now), holder }
    }

    pub(super) fn state(&self) -> &'static str {
        match &self.hold {
            None => "working",
            Some(Hold::Paused) => "paused",
            Some(Hold::Suspended(_)) => "suspended",
        }
    }

    fn row(&self) -> [String; 5] {
        let resume = format!("idlcm integrations resume {}", self.id);
        let (since, why) = match &self.hold {
            None => (String::new(), String::new()),
            Some(Hold::Paused) => (String::new(), format!("by an operator; {resume}")),
            Some(Hold::Suspended(suspension)) => {
                let then = match suspension.until {
                    Some(until) => format!("tried again at {until:.0}"),
                    None => format!("once that is mended: {resume}"),
                };
                (format!("{:.0}", suspension.since), format!("{}: {}; {then}", suspension.reason, suspension.message))
            }
        };
        let holder = self.holder.as_ref().map(|holder| holder.worker.clone()).unwrap_or_default();
        [self.id.to_string(), self.state().to_owned(), since, why, holder]
    }

    pub(super) fn json(&self) -> Value {
        let mut all = json!({ "integration": self.id, "state": self.state() });
        if let Some(Hold::Suspended(suspension)) = &self.hold {
            all["since"] = json!(suspension.since);
            all["until"] = json!(suspension.until);
            all["reason"] = json!(suspension.reason);
            all["message"] = json!(suspension.message);
            all["user_action"] = json!(suspension.reason.user_action());
        }
        if let Some(holder) = &self.holder {
            all["worker"] = json!(holder.worker);
            all["worker_since"] = json!(holder.at);
        }
        all
    }
}
