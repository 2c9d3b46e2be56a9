//! A scenario played on its app: each step a job on the queue, done by a worker, and held against the app's own records.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use idlcm::contract::JobResult;
use idlcm::queue::{Connection, submit_and_wait};
use idlcm::recipe::{self, Recipe, Strictness};
use serde_json::{Value, json};

use crate::app::App;
use crate::fleet::broker::TestBroker;
use crate::fleet::{INTEGRATION, Worker, checkout, program};
use crate::judge;
use crate::scenario::{Scenario, Step};
use crate::state;

/// How long a step may take: the longest one opens a page for every user.
const STEP: Duration = Duration::from_mins(5);

/// What a test leaves in its folder, which stays where the test fails.
struct Folder(Option<tempfile::TempDir>);

impl Folder {
    fn path(&self) -> &Path {
        self.0.as_ref().unwrap().path()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Some(folder) = self.0.take()
        {
            println!("logs of app and worker, data and evidence stay in {}", folder.keep().display());
        }
    }
}

/// Plays the scenario of that app as often as `IDLCM_REAL_RUNS` says, and fails with all that was not as it should be.
pub async fn scenario(name: &str) {
    let runs = std::env::var("IDLCM_REAL_RUNS").map_or(1, |runs| runs.parse().unwrap());
    let scenario = Scenario::read(&checkout("tests/real_apps").join(name).join("scenario.yaml"));
    let folder = Folder(Some(tempfile::Builder::new().prefix("real-app-").tempdir().unwrap()));
    let recipe = prepare(&scenario, folder.path());
    let missing = scenario.missing(&recipe);
    assert!(missing.is_empty(), "{name}: no step of scenario.yaml does this with success: {missing:?}");
    let app = match App::start(name, &folder.path().join("app")).await {
        Ok(app) => app,
        Err(why) => {
            println!("{name}: skipped: {why}");
            return tell(&format!("{name:<22} skipped: {why}"));
        }
    };
    integrate(&scenario, &app.url(), folder.path());
    let broker = TestBroker::with(&[INTEGRATION]).await;
    let mut command = program(folder.path(), "worker", &broker.url("worker"));
    let mut worker = Worker::start(command.args(["worker", "--sessions", "1"]), folder.path(), "worker");
    worker.linked().await;
    let connection = broker.connect("publisher").await;

    let mut play = Play {
        name,
        scenario: &scenario,
        recipe: &recipe,
        app: &app,
        folder: folder.path(),
        connection,
        tally: Tally::default(),
    };
    let began = Instant::now();
    for run in 1..=runs {
        play.run(run).await;
    }
    let (tally, all) = (play.tally, scenario.steps.len() * runs);
    let line = format!(
        "{name:<22} {:>8} {:>9} {:>8.1} {:>9} {:>7}",
        scenario.actions().len(),
        format!("{}/{all}", tally.passed),
        began.elapsed().as_secs_f64(),
        tally.commands,
        tally.logins,
    );
    println!("{HEADER}\n{line}");
    tell(&line);
    let failures = tally.failures;
    assert!(failures.is_empty(), "{} of {all} steps failed\n\n{}", all - tally.passed, failures.join("\n\n"));
    assert!(worker.end().await.success(), "{}", worker.log());
    worker.nothing_is_left().await;
}

const HEADER: &str = "app                     actions     steps  seconds  commands  logins";

/// A line for the table of all apps, where one is asked for.
fn tell(line: &str) {
    let Some(table) = std::env::var_os("IDLCM_REAL_TABLE") else { return };
    let mut table = fs::OpenOptions::new().create(true).append(true).open(table).unwrap();
    writeln!(table, "{line}").unwrap();
}

/// The recipe as the worker gets it: without its limits, since a scenario does in a minute what a tenant does in days.
fn prepare(scenario: &Scenario, folder: &Path) -> Recipe {
    let of_folder = Path::new("recipes").join(&scenario.recipe);
    let text = fs::read_to_string(checkout("").join(&of_folder).join("recipe.yaml")).unwrap();
    let limits = regex::Regex::new(r"(?m)^(\s+limits:) *\{.*\}$").unwrap();
    fs::create_dir_all(folder.join(&of_folder)).unwrap();
    let path = folder.join(&of_folder).join("recipe.yaml");
    fs::write(&path, limits.replace_all(&text, "$1 {}").as_ref()).unwrap();
    let loaded = recipe::load(&path, Strictness::Normal).unwrap();
    let problems: Vec<String> = loaded.diagnostics.iter().map(|found| found.render(&loaded.source, false)).collect();
    loaded.recipe.unwrap_or_else(|| panic!("{}", problems.join("\n")))
}

/// The integration, and its service account in files.
fn integrate(scenario: &Scenario, url: &str, folder: &Path) {
    let [username, password] = ["username", "password"].map(|name| folder.join(name));
    fs::write(&username, &scenario.service_account.username).unwrap();
    fs::write(&password, &scenario.service_account.password).unwrap();
    let mut integration = json!({
        "schema": "idlcm.integration/1", "id": INTEGRATION, "app": scenario.recipe, "base_url": url,
        "service_account": {"username": {"file": username}, "password": {"file": password}},
    });
    integration.as_object_mut().unwrap().extend(scenario.integration.clone());
    fs::create_dir(folder.join("integrations")).unwrap();
    fs::write(folder.join(format!("integrations/{INTEGRATION}.yaml")), integration.to_string()).unwrap();
}

#[derive(Default)]
struct Tally {
    passed: usize,
    commands: u64,
    logins: usize,
    failures: Vec<String>,
}

struct Play<'a> {
    name: &'a str,
    scenario: &'a Scenario,
    recipe: &'a Recipe,
    app: &'a App,
    folder: &'a Path,
    connection: Connection,
    tally: Tally,
}

impl Play<'_> {
    async fn run(&mut self, run: usize) {
        let first = self.app.state();
        let mut before = first.clone();
        for (number, step) in (1..).zip(&self.scenario.steps) {
            let place = format!("{}, run {run}, step {number}, {} {}", self.name, step.action, json!(step.job));
            let began = Instant::now();
            let messages = self.ask(step).await;
            let Some(last) = messages.last().filter(|message| message.last) else {
                let log = fs::read_to_string(self.folder.join("worker.log")).unwrap_or_default();
                panic!(
                    "{}",
                    [self.tally.failures.join("\n\n"), format!("{place}: no result within {STEP:?}"), log].join("\n")
                );
            };
            self.tally.commands += last.times.commands;
            self.tally.logins += usize::from(last.times.login_ms > 0);
            let after = self.app.state();
            let mut problems = judge::problems(self.recipe, step, &messages, &after);
            let expected = state::changed(before, &step.app);
            let different = state::differences(&expected, &after);
            problems.extend(different.into_iter().map(|line| format!("the app's state: {line}")));
            println!(
                "{place}: {} in {:.1} s, {} commands",
                last.outcome.name(),
                began.elapsed().as_secs_f64(),
                last.times.commands
            );
            if problems.is_empty() {
                self.tally.passed += 1;
            } else {
                let result = serde_json::to_string_pretty(&without_items(last)).unwrap();
                self.tally.failures.push(format!("{place}\n  {}\n{result}", problems.join("\n  ")));
            }
            before = after;
        }
        let left = state::differences(&first, &before);
        if !left.is_empty() {
            self.tally.failures.push(format!("{}, run {run}: left behind\n  {}", self.name, left.join("\n  ")));
        }
    }

    /// The messages of a step's result; without the last one where it took too long.
    async fn ask(&self, step: &Step) -> Vec<JobResult> {
        let mut submission = submit_and_wait(&self.connection, &[step.job()]).await.unwrap();
        let mut messages = Vec::new();
        let receive = async {
            while let Some(message) = submission.next().await.unwrap() {
                messages.push(message);
            }
        };
        // What is missing is seen by the last message.
        tokio::time::timeout(STEP, receive).await.ok();
        messages
    }
}

/// The result for a reader: a list by its length.
fn without_items(result: &JobResult) -> Value {
    let mut value = serde_json::to_value(result).unwrap();
    if let Some(items) = result.items.as_ref().filter(|items| items.len() > 3) {
        value["items"] = json!(format!("{} of them", items.len()));
    }
    value
}
