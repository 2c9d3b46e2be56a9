//! `idlcm demo`: the main job on the embedded queue, against a fixture app, in a real browser.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io::{IsTerminal, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use comfy_table::Table;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::catalog::Catalog;
use crate::contract::{EvidencePolicy, Job, JobResult, TRACE_SCHEMA, TraceFile, TracedResult, decode_job};
use crate::fixture::{DirectorySnapshot, Fixture, Running, ServeOptions, Status};
use crate::queue::{EmbeddedQueue, Published, Queue};
use crate::worker::{JobRunner, Settings as WorkerSettings, Worker};

use super::exit_code::ExitCode;
use super::print::{line, note};
use super::settings::Settings;
use super::stop::{Ended, Stop};
use super::{demo_console, demo_scim, launch};

/// Create, disable and list users of a fixture app in a real browser, and show how it went
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Show the browser
    #[arg(long)]
    headed: bool,
    /// Where the report goes: DIR/index.html. Default: no report
    #[arg(long, value_name = "DIR")]
    report: Option<PathBuf>,
    /// Then keep the app running with a gateway and its console, until Ctrl-C
    #[arg(long)]
    console: bool,
    /// The folder of fixtures
    #[arg(long, default_value = "fixtures", value_name = "DIR", hide = true)]
    fixtures: PathBuf,
}

/// A job of the demonstration, and what the app must hold afterwards.
struct Act {
    action: &'static str,
    user: Value,
    outcome: &'static str,
    agrees: fn(&DirectorySnapshot, &JobResult) -> bool,
}

const ADA: &str = "ada.lovelace@acme.example";

impl Demo {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let options = launch::options(settings, self.headed)?;
        launch::found(&options).await?;
        let folder = tempfile::tempdir().map_err(|error| Stop::missing(format!("no temporary folder: {error}")))?;
        let fixture = self.fixture()?;
        let address = std::net::SocketAddr::from(([127, 0, 0, 1], 0));
        let app = fixture.serve(address, ServeOptions::default()).await.map_err(Stop::missing)?;
        let (catalog, document) = integrate(settings, &fixture, &app, folder.path())?;
        let ids: BTreeSet<_> = catalog.ids().cloned().collect();
        let (queue, mut published) = EmbeddedQueue::new(&ids);
        let (records, mut recorded) = mpsc::unbounded_channel();
        let (_catalogs, current) = watch::channel(Arc::new(catalog));
        let evidence = folder.path().join("evidence");
        let mut runner = JobRunner::new(current, options, evidence.as_path().into(), "demo".to_owned(), 1);
        runner.records = Some(records);
        let runner = Arc::new(runner);
        let (_known, integrations) = watch::channel(ids);
        let worker = Worker {
            queue: Queue::Embedded(queue.clone()),
            integrations,
            handler: runner.handler(),
            settings: WorkerSettings { worker_id: "demo".to_owned(), sessions: 1, ..WorkerSettings::default() },
        };
        let (end, house) = (CancellationToken::new(), CancellationToken::new());
        let play = async {
            let played = play(&queue, &mut published, &app).await;
            end.cancel();
            played
        };
        let work = async {
            let (played, _) = tokio::join!(play, worker.run(end.clone(), end.clone()));
            let played = match played {
                Ok(played) => played,
                Err(stop) => {
                    house.cancel();
                    return Err(stop);
                }
            };
            let told = line(&table(&played).to_string());
            let scim = Box::pin(demo_scim::play(settings, &document, &runner, &app, folder.path())).await;
            house.cancel();
            told?;
            Ok((played, scim?))
        };
        let (played, ()) = tokio::join!(Box::pin(work), runner.close_idle(&house));
        let (played, scim) = match played {
            Ok(played) => played,
            Err(stop) => {
                app.shutdown().await;
                return Err(stop);
            }
        };
        if let Some(target) = &self.report {
            let mut traces = Vec::new();
            while let Ok(trace) = recorded.try_recv() {
                traces.push(trace);
            }
            let page = write_report(&played, traces, &evidence, target)?;
            note(&format!("report: {}", page.display()));
        }
        let code = told(&played, scim);
        let shown =
            if self.console { Box::pin(demo_console::show(settings, &app, folder.path())).await } else { Ok(()) };
        app.shutdown().await;
        shown.map(|()| code)
    }

    fn fixture(&self) -> Result<Fixture, Stop> {
        Fixture::load(self.fixtures.join("ledgerly")).map_err(|error| {
            Stop::invalid(format!(
                "{error}\nrun the demo in a checkout of idlcm, or name its folders with --recipes and --fixtures"
            ))
        })
    }
}

/// Whether all went as expected, told.
fn told(played: &[Played], scim: bool) -> ExitCode {
    let wrong = played.iter().filter(|act| !act.as_expected()).count();
    if wrong == 0 && scim {
        note(&format!("{} jobs and a SCIM request, every result agrees with the app's own state", played.len()));
        return ExitCode::Done;
    }
    if !scim {
        note("the SCIM request did not end as expected");
    }
    note(&format!("{wrong} of {} jobs did not end as expected", played.len()));
    ExitCode::Failed
}

/// An integration for the fixture app, with its password in a file that only this user can read.
fn integrate(settings: &Settings, fixture: &Fixture, app: &Running, folder: &Path) -> Result<(Catalog, Value), Stop> {
    let failed = |error: std::io::Error| Stop::missing(format!("{} cannot be written: {error}", folder.display()));
    let account = fixture.file().accounts.values().next();
    let account = account.ok_or_else(|| Stop::invalid("fixture ledgerly names no account under `accounts:`"))?;
    let (username, password) = (&account.username, &account.password);
    let integrations = folder.join("integrations");
    let account_folder = folder.join("accounts/ledgerly");
    for made in [&integrations, &account_folder, &folder.join("none")] {
        fs::create_dir_all(made).map_err(failed)?;
    }
    for (name, secret) in [("username", username), ("password", password)] {
        let file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(account_folder.join(name));
        file.and_then(|mut file| file.write_all(secret.as_bytes())).map_err(failed)?;
    }
    let integration = json!({
        "schema": "idlcm.integration/1", "id": "demo-ledgerly", "name": "Demo", "app": "ledgerly", "base_url": app.url(),
        "params": {"subdomain": "demo"},
        "service_account": {
            "username": {"file": account_folder.join("username")}, "password": {"file": account_folder.join("password")},
        },
    });
    fs::write(integrations.join("demo.yaml"), integration.to_string()).map_err(failed)?;
    let catalog = Catalog::load(&settings.recipes, &integrations).map_err(Stop::missing)?;
    if catalog.ids().next().is_none() {
        let problems: Vec<String> = catalog.problems().iter().map(ToString::to_string).collect();
        return Err(Stop::invalid(format!("the demo's integration is not valid:\n{}", problems.join("\n"))));
    }
    Ok((catalog, integration))
}

fn acts() -> Vec<Act> {
    let ada = json!({"email": ADA, "name": "Ada Lovelace", "role": "accountant"});
    let key = json!({"email": ADA});
    let listed = |state: &DirectorySnapshot, result: &JobResult| {
        result.complete == Some(true) && result.total_seen == Some(state.users.len() as u64)
    };
    let active =
        |state: &DirectorySnapshot, _: &JobResult| state.user(ADA).is_some_and(|user| user.status == Status::Active);
    let disabled =
        |state: &DirectorySnapshot, _: &JobResult| state.user(ADA).is_some_and(|user| user.status == Status::Disabled);
    let act = |action, user: &Value, outcome, agrees| Act { action, user: user.clone(), outcome, agrees };
    vec![
        act("check", &Value::Null, "succeeded", |_, _| true),
        act("roles.list", &Value::Null, "succeeded", |state, result| {
            result.items.as_ref().is_some_and(|items| items.len() == state.roles.len())
        }),
        act("users.list", &Value::Null, "succeeded", listed),
        act("users.create", &ada, "succeeded", active),
        act("users.create", &ada, "unchanged", active),
        act("users.disable", &key, "succeeded", disabled),
        act("users.disable", &key, "unchanged", disabled),
        act("users.list", &Value::Null, "succeeded", listed),
    ]
}

/// A job that was done, and whether it was done right.
struct Played {
    action: &'static str,
    subject: String,
    expected: &'static str,
    result: JobResult,
    agrees: bool,
}

impl Played {
    fn as_expected(&self) -> bool {
        self.agrees && self.result.outcome.name() == self.expected
    }
}

async fn play(
    queue: &EmbeddedQueue,
    published: &mut mpsc::UnboundedReceiver<Published>,
    app: &Running,
) -> Result<Vec<Played>, Stop> {
    let acts = acts();
    let bar = progress(acts.len());
    let mut played = Vec::new();
    for act in acts {
        let subject = act.user.get("email").and_then(Value::as_str).unwrap_or_default().to_owned();
        bar.set_message(format!("{} {subject}", act.action));
        if bar.is_hidden() {
            note(&format!("{} {subject}", act.action));
        }
        queue.submit(&job(&act)?).map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))?;
        let result = result(published).await?;
        bar.inc(1);
        let agrees = (act.agrees)(&app.state(), &result);
        played.push(Played { action: act.action, subject, expected: act.outcome, result, agrees });
    }
    bar.finish_and_clear();
    Ok(played)
}

fn job(act: &Act) -> Result<Job, Stop> {
    let mut job = json!({
        "schema": "idlcm.job/1", "job_id": Uuid::new_v4(), "integration": "demo-ledgerly", "action": act.action,
    });
    if !act.user.is_null() {
        job["user"] = act.user.clone();
    }
    let mut job =
        decode_job(job.to_string().as_bytes()).map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))?;
    job.options.evidence = EvidencePolicy::Always;
    Ok(job)
}

/// The result of the job that was sent last, put together from its chunks.
async fn result(published: &mut mpsc::UnboundedReceiver<Published>) -> Result<JobResult, Stop> {
    let mut items = Vec::new();
    loop {
        match published.recv().await {
            Some(Published::Result(mut result, _)) => {
                items.extend(result.items.take().unwrap_or_default());
                if result.last {
                    if result.resource.is_some() {
                        result.items = Some(items);
                    }
                    return Ok(result);
                }
            }
            Some(Published::Progress(..) | Published::Event(_) | Published::DeadLetter(_)) => {}
            None => return Err(Stop::new(ExitCode::Bug, "the embedded queue ended before the demo did")),
        }
    }
}

fn progress(jobs: usize) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(jobs as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len}  {msg}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(std::time::Duration::from_millis(100));
    bar
}

fn table(played: &[Played]) -> Table {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
    table.set_header(["job", "about", "outcome", "proof", "the app agrees", "time", "commands"]);
    for act in played {
        let result = &act.result;
        let about = match (&result.items, act.subject.as_str()) {
            (Some(items), _) => format!("{} entries", items.len()),
            (None, subject) => subject.to_owned(),
        };
        let proof = result.proof.and_then(|proof| serde_json::to_value(proof).ok());
        let proof =
            proof.as_ref().and_then(Value::as_str).unwrap_or(if act.subject.is_empty() { "" } else { "read back" });
        let outcome = match &result.error {
            Some(error) => format!("{}: {}", result.outcome, error.kind),
            None => result.outcome.to_string(),
        };
        let agrees = if act.as_expected() { "yes" } else { "NO" };
        table.add_row([
            act.action.to_owned(),
            about,
            outcome,
            proof.to_owned(),
            agrees.to_owned(),
            format!("{} ms", result.times.browser_ms),
            result.times.commands.to_string(),
        ]);
    }
    table
}

/// One page for all jobs, with the pictures of all.
fn write_report(
    played: &[Played],
    mut traces: Vec<TracedResult>,
    evidence: &Path,
    target: &Path,
) -> Result<PathBuf, Stop> {
    let failed = |error: std::io::Error| Stop::missing(format!("{} cannot be written: {error}", target.display()));
    let folders: BTreeMap<String, PathBuf> = played
        .iter()
        .flat_map(|act| {
            act.result.evidence.iter().map(|found| (act.result.job_id.to_string(), evidence.join(&found.folder)))
        })
        .collect();
    let all = evidence.join("all");
    fs::create_dir_all(&all).map_err(failed)?;
    // A page that looks the same in several jobs is kept once.
    let mut names: HashMap<Vec<u8>, String> = HashMap::new();
    for (number, trace) in traces.iter_mut().enumerate() {
        let Some(folder) = folders.get(&trace.job_id) else { continue };
        for step in &mut trace.steps {
            if let Some(picture) = step.picture.take() {
                let png = fs::read(folder.join(&picture)).map_err(failed)?;
                let known = names.get(&png).cloned();
                let name = known.clone().unwrap_or_else(|| format!("{number:02}-{picture}"));
                if known.is_none() {
                    fs::write(all.join(&name), &png).map_err(failed)?;
                    names.insert(png, name.clone());
                }
                step.picture = Some(name);
            }
        }
    }
    let started = played
        .first()
        .and_then(|act| act.result.times.started)
        .map(|at| at.strftime("%Y-%m-%d %H:%M UTC").to_string())
        .unwrap_or_default();
    let file = TraceFile {
        schema: TRACE_SCHEMA.to_owned(),
        title: "Provisioning Ledgerly".to_owned(),
        started,
        results: traces,
        cases: Vec::new(),
    };
    let json = serde_json::to_vec(&file).map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))?;
    fs::write(all.join("trace.json"), json).map_err(failed)?;
    fs::create_dir_all(target).map_err(failed)?;
    let page = target.join("index.html");
    crate::report::write(&all, &page).map_err(Stop::missing)?;
    Ok(page)
}
