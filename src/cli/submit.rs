//! `idlcm submit`: jobs onto the queue, and their results back.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use tokio_util::task::TaskTracker;

use crate::contract::Mode;

use super::exit_code::ExitCode;
use super::print::{line, note};
use super::settings::Settings;
use super::stop::{Ended, Stop};
use super::{broker, jobs, progress, run};

/// Put jobs on the queue: one, or one per line
#[derive(Debug, Args)]
pub(super) struct Submit {
    /// A file with one job, or one per line; - for standard input
    file: PathBuf,
    /// Print every result as it comes and end when each job has its last; with =SECONDS, wait no longer
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, require_equals = true, default_missing_value = "0")]
    wait: Option<u64>,
    /// Ask for plans: nothing is committed
    #[arg(long)]
    plan: bool,
}

impl Submit {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let mut jobs = jobs::read(&self.file)?;
        if self.plan {
            for job in &mut jobs {
                job.mode = Mode::Plan;
            }
        }
        let tasks = TaskTracker::new();
        let connection = broker::connect(settings, &tasks).await?;
        let Some(seconds) = self.wait else {
            crate::queue::submit(&connection, &jobs).await.map_err(broker::stop)?;
            note(&format!("{} sent", progress::count(jobs.len())));
            connection.close().await;
            return Ok(ExitCode::Done);
        };
        let mut submission = crate::queue::submit_and_wait(&connection, &jobs).await.map_err(broker::stop)?;
        let bar = progress::bar(jobs.len(), "jobs");
        let mut attention = false;
        let receive = async {
            while let Some(result) = submission.next().await.map_err(broker::stop)? {
                attention |= result.outcome.needs_attention();
                let text = run::json(&result)?;
                bar.suspend(|| line(&text))?;
                if result.last {
                    bar.inc(1);
                }
            }
            Ok(())
        };
        let ended = if seconds == 0 {
            receive.await
        } else {
            match tokio::time::timeout(Duration::from_secs(seconds), receive).await {
                Ok(ended) => ended,
                Err(_) => Err(Stop::new(
                    ExitCode::Failed,
                    format!(
                        "not every job had its result within {seconds} s; the jobs stay in the queue, their results go to `result.<integration>`"
                    ),
                )),
            }
        };
        bar.finish_and_clear();
        ended?;
        connection.close().await;
        Ok(if attention { ExitCode::Failed } else { ExitCode::Done })
    }
}
