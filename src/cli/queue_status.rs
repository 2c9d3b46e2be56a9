//! `idlcm queue status`: what waits in each queue, for which integrations jobs are done, by whom, and how many workers
//! there are.
//!
//! AMQP tells how many messages are ready, not how many a worker holds, nor how old they are. Taking one to look at it and
//! giving it back would change the order of a queue with a single active consumer, so that nobody looks.

use clap::Args;
use comfy_table::Table;
use serde_json::{Value, json};
use tokio_util::task::TaskTracker;

use crate::contract::IntegrationId;
use crate::queue::name;
use crate::queue::topology::{self, Depth, QueueStatus};

use super::exit_code::ExitCode;
use super::integration_status::{Format, Seen};
use super::print::line;
use super::settings::Settings;
use super::stop::Ended;
use super::{broker, catalog};

/// Show how many jobs wait, who does them, and how many workers there are
#[derive(Debug, Args)]
pub(super) struct Status {
    /// How it is printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Status {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let catalog = catalog::load(settings)?;
        let ids: Vec<IntegrationId> = catalog.ids().cloned().collect();
        let tasks = TaskTracker::new();
        let connection = broker::connect(settings, &tasks).await?;
        let queues = topology::status(&connection, &ids).await;
        connection.close().await;
        let queues = queues.map_err(broker::stop)?;
        let missing = queues.iter().any(|queue| queue.depth.is_none());
        let declared = of(&queues, name::STATE).is_some();
        let seen = if declared { Seen::all(settings, &ids, &tasks).await? } else { Vec::new() };
        let lanes: Vec<Lane> = ids
            .iter()
            .map(|id| Lane {
                id,
                depth: of(&queues, &name::job_queue(id)),
                seen: seen.iter().find(|seen| seen.id == *id),
            })
            .collect();
        // The queue of workers is always empty, and the stream holds what all workers know.
        let own: Vec<String> = ids.iter().map(name::job_queue).collect();
        let shared: Vec<&QueueStatus> = queues
            .iter()
            .filter(|queue| !own.contains(&queue.name) && ![name::MEMBERS, name::STATE].contains(&queue.name.as_str()))
            .collect();
        let workers = of(&queues, name::MEMBERS).map_or(0, |depth| depth.consumers);
        match self.format {
            Format::Json => {
                for lane in &lanes {
                    line(&lane.json().to_string())?;
                }
                for queue in shared {
                    line(
                        &json!({ "queue": queue.name, "ready": queue.depth.map(|depth| depth.messages) }).to_string(),
                    )?;
                }
                line(&json!({ "workers": workers }).to_string())?;
            }
            Format::Table => {
                let mut table = Table::new();
                table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
                table.set_header(["integration", "jobs ready", "state", "held by", "since"]);
                for lane in &lanes {
                    table.add_row(lane.row());
                }
                line(&table.to_string())?;
                let mut table = Table::new();
                table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
                table.set_header(["queue", "messages ready"]);
                for queue in &queues {
                    // What is missing is told whatever it is.
                    let told = shared.iter().any(|shared| shared.name == queue.name);
                    if told || (queue.depth.is_none() && !own.contains(&queue.name)) {
                        table.add_row([queue.name.clone(), ready(queue.depth)]);
                    }
                }
                line(&table.to_string())?;
                line(&format!("workers: {workers}"))?;
            }
        }
        Ok(if missing { ExitCode::Missing } else { ExitCode::Done })
    }
}

fn of(queues: &[QueueStatus], name: &str) -> Option<Depth> {
    queues.iter().find(|queue| queue.name == name)?.depth
}

fn ready(depth: Option<Depth>) -> String {
    depth.map_or_else(|| "missing: idlcm queue apply".to_owned(), |depth| depth.messages.to_string())
}

/// The queue of an integration, and what is known of the integration.
struct Lane<'a> {
    id: &'a IntegrationId,
    depth: Option<Depth>,
    seen: Option<&'a Seen>,
}

impl Lane<'_> {
    /// Whether some worker has subscribed; a queue with a single active consumer does not tell how many.
    fn is_consumed(&self) -> bool {
        self.depth.is_some_and(|depth| depth.consumers > 0)
    }

    fn row(&self) -> [String; 5] {
        let state = self.seen.map_or("not known", Seen::state).to_owned();
        let holder = self.seen.and_then(|seen| seen.holder.as_ref()).filter(|_| self.is_consumed());
        let by = match holder {
            Some(holder) => holder.worker.clone(),
            None if self.is_consumed() => "nobody yet".to_owned(),
            None => "nobody: no worker takes its jobs".to_owned(),
        };
        let since = holder.map(|holder| format!("{:.0}", holder.at)).unwrap_or_default();
        [self.id.to_string(), ready(self.depth), state, by, since]
    }

    fn json(&self) -> Value {
        let mut all = self.seen.map_or_else(|| json!({ "integration": self.id, "state": null }), Seen::json);
        all["queue"] = json!(name::job_queue(self.id));
        all["ready"] = json!(self.depth.map(|depth| depth.messages));
        all["consumed"] = json!(self.is_consumed());
        all
    }
}
