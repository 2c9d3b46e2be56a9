//! `idlcm run`: one job without a queue.

use std::path::PathBuf;

use clap::Args;
use tokio_util::sync::CancellationToken;

use crate::contract::{ErrorKind, EvidencePolicy, JobResult, Mode};
use crate::engine::{self, BrowserSlot, Order, WorkOrder};

use super::exit_code::ExitCode;
use super::print::{line, note};
use super::settings::Settings;
use super::stop::{Ended, Stop};
use super::{catalog, jobs, launch, login_memory, problem};

/// Carry out one job without a queue; the result goes to standard output as JSON
#[derive(Debug, Args)]
pub(super) struct Run {
    /// A file with the job; - for standard input
    job: PathBuf,
    /// Stop before the committing click and say what would happen
    #[arg(long)]
    plan: bool,
    /// Show the browser
    #[arg(long)]
    headed: bool,
    /// Write an HTML page with a picture of every step
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Try a password again that the app has rejected before
    #[arg(long)]
    retry_login: bool,
}

impl Run {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let mut jobs = jobs::read(&self.job)?;
        let (Some(mut job), None) = (jobs.pop(), jobs.pop()) else {
            return Err(Stop::invalid("`idlcm run` takes one job; send several with `idlcm submit`"));
        };
        if self.plan {
            job.mode = Mode::Plan;
        }
        let folder = tempfile::tempdir().map_err(|error| Stop::missing(format!("no temporary folder: {error}")))?;
        let root = match &self.report {
            Some(_) => {
                job.options.evidence = EvidencePolicy::Always;
                folder.path()
            }
            None => &settings.evidence,
        };
        let catalog = catalog::load_for(settings, std::slice::from_ref(&job))?;
        let entry = catalog::entry(&catalog, &job)?;
        let secrets = catalog::secrets(&entry)?;
        let launch = launch::options(settings, self.headed)?;
        let stop = CancellationToken::new();
        let (gate, requests) = tokio::sync::mpsc::channel(1);
        let mut slot = BrowserSlot::new();
        let work = async {
            let work_order = WorkOrder::new(job.clone(), gate, stop.clone());
            let order = Order {
                work: &work_order,
                entry: &entry,
                secrets: &secrets,
                launch: &launch,
                evidence: Some(root),
                worker_id: "run",
            };
            let done = engine::execute(order, &mut slot).await;
            slot.close().await;
            // The gate goes with it.
            drop(work_order);
            done
        };
        let interrupted = async {
            if tokio::signal::ctrl_c().await.is_ok() {
                note("stopping before the next step");
                stop.cancel();
            }
            std::future::pending::<()>().await;
        };
        let answers = login_memory::answer(requests, &job.integration, self.retry_login);
        let done = tokio::select! {
            (done, ()) = async { tokio::join!(work, answers) } => done,
            () = interrupted => return Err(Stop::new(ExitCode::Bug, "the signal handler ended")),
        };
        if let Some(report) = &self.report {
            let evidence = done.result.evidence.first().map(|evidence| root.join(&evidence.folder));
            let folder = evidence.ok_or_else(|| Stop::missing("the evidence of the job could not be written"))?;
            crate::report::write(&folder, report).map_err(Stop::missing)?;
            note(&format!("report: {}", report.display()));
        }
        if let Some(problem) = &done.problem {
            note(problem::draw(problem, &entry.recipe.source, problem::colour()).trim_end_matches('\n'));
        }
        // Not one command was sent: there was no browser to send it to.
        let no_browser = done.result.times.commands == 0
            && done.result.error.as_ref().is_some_and(|error| error.kind == ErrorKind::DriverError);
        let mut attention = false;
        for message in done.messages() {
            attention |= message.outcome.needs_attention();
            line(&json(&message)?)?;
        }
        Ok(match (attention, no_browser) {
            (true, true) => ExitCode::Missing,
            (true, false) => ExitCode::Failed,
            (false, _) => ExitCode::Done,
        })
    }
}

/// A result as one line of JSON.
pub(super) fn json(result: &JobResult) -> Result<String, Stop> {
    serde_json::to_string(result).map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))
}
