//! `idlcm integrations check`: whether integrations work, asked of the workers.

use std::time::Duration;

use clap::Args;
use comfy_table::Table;
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use crate::contract::{IntegrationId, Job};

use super::exit_code::ExitCode;
use super::print::line;
use super::settings::Settings;
use super::stop::{Ended, Stop};
use super::{broker, catalog, progress};

/// Let workers log in where needed and read each integration's first page of users; nothing is written
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The integrations. Default: all
    ids: Vec<IntegrationId>,
    /// How long to wait for the answers; a job of a suspended or paused integration waits until it is resumed
    #[arg(long, value_name = "SECONDS", default_value = "120")]
    wait: u64,
}

impl Check {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let catalog = catalog::load(settings)?;
        let ids = catalog::chosen(&catalog, &self.ids)?;
        let jobs: Vec<Job> = ids.into_iter().map(|id| Job { job_id: Uuid::new_v4(), ..Job::check(id) }).collect();
        let tasks = TaskTracker::new();
        let connection = broker::connect(settings, &tasks).await?;
        let mut submission = crate::queue::submit_and_wait(&connection, &jobs).await.map_err(broker::stop)?;
        let bar = progress::bar(jobs.len(), "integrations");
        let mut results = Vec::new();
        let receive = async {
            while let Some(result) = submission.next().await.map_err(broker::stop)? {
                bar.inc(1);
                results.push(result);
            }
            Ok::<(), Stop>(())
        };
        let in_time = tokio::time::timeout(Duration::from_secs(self.wait), receive).await;
        bar.finish_and_clear();
        in_time.unwrap_or(Ok(()))?;
        connection.close().await;
        let mut table = Table::new();
        table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
        table.set_header(["integration", "outcome", "why", "what to do"]);
        let mut all_work = true;
        for job in &jobs {
            let answer = results.iter().find(|result| result.job_id == job.job_id);
            all_work &= answer.is_some_and(|result| result.error.is_none());
            let row = match answer {
                None => {
                    let status = format!("idlcm integrations status {}", job.integration);
                    ["no answer".to_owned(), format!("not within {} s; the job waits", self.wait), status]
                }
                Some(result) => match &result.error {
                    None => ["works".to_owned(), String::new(), String::new()],
                    Some(error) => {
                        let action = serde_json::to_value(error.user_action).ok();
                        let action = action.as_ref().and_then(|action| action.as_str()).unwrap_or_default().to_owned();
                        [result.outcome.to_string(), format!("{}: {}", error.kind, error.message), action]
                    }
                },
            };
            table.add_row([[job.integration.to_string()].as_slice(), &row].concat());
        }
        line(&table.to_string())?;
        Ok(if all_work { ExitCode::Done } else { ExitCode::Failed })
    }
}
