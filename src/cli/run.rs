//! `idlcm run`: jobs without a queue, one after the other.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::ProgressBar;
use tokio_util::sync::CancellationToken;

use crate::contract::{Duration, ErrorKind, EvidencePolicy, IntegrationId, Job, JobResult, Mode, Outcome};
use crate::engine::{Done, EvidenceRules};

use super::exit_code::ExitCode;
use super::print::{line, note};
use super::run_report::RunReport;
use super::settings::Settings;
use super::site::Site;
use super::stop::{Ended, Stop};
use super::{catalog, jobs, keep_open, launch, problem, progress, signal};

/// Carry out jobs without a queue; each result goes to standard output as one line of JSON
#[derive(Debug, Args)]
#[command(after_long_help = "\
The jobs of a file are carried out in its order, in one browser for each integration: the service account logs in once. \
Without --keep-going the first job that does not succeed is the last.

Examples:
  idlcm run job.json --headed --keep-open
  idlcm run jobs.ndjson --plan
  grep users.create jobs.ndjson | idlcm run - --keep-going > results.ndjson

Exit codes: 0 every job ended as wished; 1 a job failed, or its effect is uncertain; 3 a job is not valid, and none was \
begun; 4 a browser or a secret is missing; 5 interrupted (Ctrl-C) before every job of several was done. Where several jobs failed it is the \
code of the first, with --keep-going, too.")]
pub(super) struct Run {
    /// A file with one job, or one per line; - for standard input
    #[arg(value_name = "JOB")]
    jobs: PathBuf,
    /// Go on with the next job where one did not succeed
    #[arg(long)]
    keep_going: bool,
    /// Stop before the committing click and say what would happen
    #[arg(long)]
    plan: bool,
    /// Show the browser
    #[arg(long)]
    headed: bool,
    /// With --headed: wait so long before each step, such as 500ms
    #[arg(long, requires = "headed", value_name = "TIME")]
    slow: Option<Duration>,
    /// With --headed: leave the browser open at the end, until Enter
    #[arg(long, requires = "headed")]
    keep_open: bool,
    /// Write an HTML page with a picture of every step
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Try a password again that the app has rejected before
    #[arg(long)]
    retry_login: bool,
}

impl Run {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        if self.keep_open && self.jobs == Path::new("-") {
            let message = "--keep-open waits for Enter on standard input; name a file with the jobs instead of `-`";
            return Err(Stop::new(ExitCode::Usage, message));
        }
        let mut jobs = jobs::read(&self.jobs)?;
        for job in &mut jobs {
            if self.plan {
                job.mode = Mode::Plan;
            }
            if self.report.is_some() {
                job.options.evidence = EvidencePolicy::Always;
            }
        }
        let mut sites = self.sites(settings, &jobs).await?;
        let mut report = self.report.as_deref().map(RunReport::new).transpose()?;
        let stop = CancellationToken::new();
        let work = self.work(settings, jobs, &mut sites, report.as_mut(), &stop);
        let mut ended = signal::stopping(Box::pin(work), &stop).await;
        if let Some(report) = report {
            // A reader of the results that has gone away may still want the page.
            ended = report.write().and(ended);
        }
        if self.keep_open && !stop.is_cancelled() && sites.values_mut().any(Site::is_open) {
            keep_open::until_seen().await;
        }
        for site in sites.values_mut() {
            site.close().await;
        }
        ended
    }

    /// The integrations of the jobs, so that what is missing is known before anything is done.
    async fn sites(&self, settings: &Settings, jobs: &[Job]) -> Result<BTreeMap<IntegrationId, Site>, Stop> {
        let catalog = catalog::load_for(settings, jobs)?;
        let launch = launch::options(settings, self.headed)?;
        let launch = launch::slowed(launch, self.slow);
        let store = settings.store();
        let mut sites = BTreeMap::new();
        for job in jobs {
            if !sites.contains_key(&job.integration) {
                let entry = catalog::entry(&catalog, &job.integration)?;
                let mut site = Site::new(entry, store.clone(), launch.clone(), self.retry_login).await?;
                if self.keep_open {
                    site.keep_open();
                }
                sites.insert(job.integration.clone(), site);
            }
        }
        Ok(sites)
    }

    async fn work(
        &self,
        settings: &Settings,
        jobs: Vec<Job>,
        sites: &mut BTreeMap<IntegrationId, Site>,
        mut report: Option<&mut RunReport>,
        stop: &CancellationToken,
    ) -> Ended {
        let all = jobs.len();
        // One job alone is told as it always was.
        let bar = if all > 1 { progress::bar(all, "jobs") } else { ProgressBar::hidden() };
        let mut code = ExitCode::Done;
        for (at, job) in jobs.into_iter().enumerate() {
            let Some(site) = sites.get_mut(&job.integration) else {
                return Err(Stop::new(ExitCode::Bug, "a job's integration was not looked up"));
            };
            bar.set_message(job.action.to_string());
            let evidence = report.as_ref().map_or_else(|| settings.evidence.clone(), |report| report.evidence(at));
            let evidence = EvidenceRules { root: evidence, personal: settings.evidence_personal.into() };
            let mut done = site.execute(job, &evidence, stop).await;
            if let Some(report) = &mut report {
                report.take(at, &site.entry.recipe.app.name, &done)?;
                // It is in the report, and nowhere else.
                done.result.evidence.clear();
            }
            bar.inc(1);
            let place = (all > 1 && bar.is_hidden()).then_some((at + 1, all));
            let mut this = bar.suspend(|| tell(&done, site, place))?;
            // Of one job alone this is a failure like any other.
            if all > 1 && stop.is_cancelled() && cut_short(&done) {
                this = ExitCode::Unfinished;
            }
            if code == ExitCode::Done {
                code = this;
            }
            let left = all - at - 1;
            let ends = stop.is_cancelled() || (this != ExitCode::Done && !self.keep_going);
            if ends && left > 0 {
                bar.finish_and_clear();
                let why = if stop.is_cancelled() { "interrupted" } else { "--keep-going goes on after a failure" };
                note(&format!("{} not begun: {why}", progress::count(left)));
                return Ok(if code == ExitCode::Done { ExitCode::Unfinished } else { code });
            }
        }
        bar.finish_and_clear();
        Ok(code)
    }
}

/// Whether a job was stopped before it changed anything.
fn cut_short(done: &Done) -> bool {
    let shutdown = done.result.error.as_ref().is_some_and(|error| error.kind == ErrorKind::WorkerShutdown);
    shutdown && done.result.outcome == Outcome::Failed
}

/// Shows how a job ended, with its place among several; returns what that means for the exit code.
fn tell(done: &Done, site: &Site, place: Option<(usize, usize)>) -> Ended {
    let result = &done.result;
    if let Some(problem) = &done.problem {
        note(problem::draw(problem, &site.entry.recipe.source, problem::colour()).trim_end_matches('\n'));
    } else if let (Some(error), None) = (&result.error, place) {
        note(&format!("idlcm: {}: {}", error.kind, error.message));
    }
    if let Some((number, all)) = place {
        let action = result.action.map(|action| action.to_string()).unwrap_or_default();
        let kind = result.error.as_ref().map(|error| format!(", {}", error.kind)).unwrap_or_default();
        note(&format!("{number}/{all} {action} on {}: {}{kind}", result.integration, result.outcome));
    }
    let mut attention = false;
    for message in done.messages() {
        attention |= message.outcome.needs_attention();
        line(&json(&message)?)?;
    }
    // Not one command was sent: there was no browser to send it to.
    let no_browser =
        result.times.commands == 0 && result.error.as_ref().is_some_and(|error| error.kind == ErrorKind::DriverError);
    Ok(match (attention, no_browser) {
        (true, true) => ExitCode::Missing,
        (true, false) => ExitCode::Failed,
        (false, _) => ExitCode::Done,
    })
}

/// A result as one line of JSON.
pub(super) fn json(result: &JobResult) -> Result<String, Stop> {
    serde_json::to_string(result).map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))
}
