//! A fleet with a broker of its own: any number of integrations, each with an app of its own in this process; workers that
//! are processes, each behind a way to the broker that can be cut; and a reader of all results.

#[path = "own_broker.rs"]
pub mod own_broker;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::StreamExt as _;
use idlcm::contract::JobResult;
use idlcm::fixture::{Fault, Fixture, Running, ServeOptions};
use lapin::options::{BasicAckOptions, BasicConsumeOptions};
use lapin::types::FieldTable;
use lapin::{Connection, ConnectionProperties};
use own_broker::OwnBroker;
use serde_json::Value;
use tokio::process::Command;

use crate::fleet::broker::{Proxy, eventually, eventually_within};
use crate::fleet::tap::Tap;
use crate::fleet::{PASSWORD, Worker, checkout, integrate, program};
use crate::wishes::{Told, violations};

/// An integration's app, behind a proxy that sees every request.
pub struct App {
    pub app: Running,
    pub tap: Tap,
}

pub struct OwnFleet {
    pub broker: OwnBroker,
    pub apps: BTreeMap<String, App>,
    pub results: Results,
    /// How long a new holder waits when jobs of its predecessor come back. `None`: as the program does.
    pub fence: Option<&'static str>,
    folder: Option<tempfile::TempDir>,
}

impl OwnFleet {
    /// With so many integrations, all their queues, and nobody who works for them. `slow`: how long each answer of the apps
    /// waits.
    pub async fn start(integrations: usize, slow: Option<Duration>) -> Self {
        let folder = tempfile::Builder::new().prefix("own-fleet-").tempdir().unwrap();
        for name in ["integrations", "recipes", "recipes/ledgerly"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        std::fs::copy(checkout("recipes/ledgerly/recipe.yaml"), folder.path().join("recipes/ledgerly/recipe.yaml"))
            .unwrap();
        let fixture = Fixture::load(checkout("fixtures/ledgerly")).unwrap();
        let mut apps = BTreeMap::new();
        for number in 0..integrations {
            let name = format!("i{number:02}");
            let faults = slow.map(Fault::Slow).into_iter().collect();
            let options = ServeOptions { faults, ..ServeOptions::default() };
            let app = fixture.serve("127.0.0.1:0".parse().unwrap(), options).await.unwrap();
            let tap = Tap::before(&app.url()).await;
            integrate(folder.path(), &name, &format!("http://{}", tap.address), PASSWORD);
            apps.insert(name, App { app, tap });
        }
        let broker = OwnBroker::start().await;
        let results = Results::default();
        let fleet = Self { broker, apps, results, fence: Some("1s"), folder: Some(folder) };
        fleet.apply().await;
        fleet
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.as_ref().unwrap().path().join(name)
    }

    /// The names of the integrations.
    pub fn integrations(&self) -> Vec<String> {
        self.apps.keys().cloned().collect()
    }

    /// The program as that user of the broker.
    pub fn command(&self, name: &str, user: &str) -> Command {
        self.program(name, &self.broker.url(user))
    }

    fn program(&self, name: &str, broker: &str) -> Command {
        let mut command = program(self.folder.as_ref().unwrap().path(), name, broker);
        if let Some(fence) = self.fence {
            command.env("IDLCM_FENCE", fence);
        }
        command
    }

    /// So many further integrations of the first app, with their queues.
    pub async fn integrate_further(&self, count: usize) {
        let first = self.apps.values().next().unwrap();
        for number in 0..count {
            let url = format!("http://{}", first.tap.address);
            integrate(self.folder.as_ref().unwrap().path(), &format!("further-{number:03}"), &url, PASSWORD);
        }
        self.apply().await;
    }

    async fn apply(&self) {
        let applied = self.command("apply", "admin").args(["queue", "apply"]).output().await.unwrap();
        assert!(applied.status.success(), "{}", String::from_utf8_lossy(&applied.stderr));
    }

    /// A worker, and its way to the broker.
    pub async fn worker(&self, name: &str, arguments: &[&str]) -> (Worker, Proxy) {
        let proxy = self.broker.proxy().await;
        let mut command = self.program(name, &proxy.url("worker"));
        command.arg("worker").args(arguments);
        (Worker::start(&mut command, self.folder.as_ref().unwrap().path(), name), proxy)
    }

    /// What `idlcm integrations status` says, as an operator asks; nothing while the broker is not up (exit code 4).
    pub async fn status(&self) -> Vec<Value> {
        let mut command = self.command("status", "operator");
        let shown = command.args(["integrations", "status", "--format", "json"]).output().await.unwrap();
        let up = shown.status.code() != Some(4);
        assert!(shown.status.success() || !up, "{}", String::from_utf8_lossy(&shown.stderr));
        String::from_utf8(shown.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    pub async fn resume(&self, integration: &str) {
        let mut command = self.command("resume", "operator");
        let resumed = command.args(["integrations", "resume", integration]).output().await.unwrap();
        assert!(resumed.status.success(), "{}", String::from_utf8_lossy(&resumed.stderr));
    }

    /// Begins to read results.
    pub fn read_results(&self) {
        self.results.read(self.broker.url("admin"));
    }

    /// Waits until every job has a result, and fails where the apps' records are not what was wished and told.
    pub async fn all_is_well(&self, jobs: &[Value]) {
        self.all_are_told(jobs).await;
        let told = Told::new(&self.results.all());
        let found = self.apps.iter().flat_map(|(name, app)| violations(name, &app.app, jobs, &told, &[]));
        let found: Vec<String> = found.collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }

    /// Waits until every job has a result.
    pub async fn all_are_told(&self, jobs: &[Value]) {
        let done = |all: &[JobResult]| jobs.iter().all(|job| Told::new(all).is_done(job));
        self.results.wait(Duration::from_mins(2), "a result of every job", done).await;
    }

    /// So many changes that the app of an integration has taken.
    pub fn changes(&self, integration: &str) -> usize {
        let journal = self.apps[integration].app.journal();
        journal.iter().filter(|entry| entry.accepted && entry.action.starts_with("users.")).count()
    }

    /// Waits until the reader has all results that were published.
    pub async fn results_are_read(&self) {
        eventually("an empty queue of results", async || {
            (self.broker.depth("idlcm.results").await.0 == 0).then_some(())
        })
        .await;
    }

    /// Nothing is in any queue but the dead letters, which are returned: the ids of their jobs and their reasons.
    pub async fn nothing_waits(&self) -> BTreeMap<String, String> {
        for name in self.apps.keys().map(|name| format!("idlcm.jobs.{name}")).chain(["idlcm.unrouted".to_owned()]) {
            let (ready, consumers) = self.broker.depth(&name).await;
            assert_eq!((ready, consumers), (0, 0), "messages and consumers of {name}");
        }
        self.results_are_read().await;
        let letters = self.broker.drain("idlcm.dead").await;
        let letters = letters.into_iter().map(|letter| {
            let job: Value = serde_json::from_slice(&letter.data).unwrap();
            let headers = letter.properties.headers().clone().unwrap_or_default();
            let reason = headers.inner().get("idlcm-reason").and_then(|value| value.as_long_string());
            (job["job_id"].as_str().unwrap().to_owned(), reason.map(ToString::to_string).unwrap_or_default())
        });
        letters.collect()
    }
}

impl Drop for OwnFleet {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Some(folder) = self.folder.take()
        {
            println!("what the workers said, and their evidence, stay in {}", folder.keep().display());
        }
    }
}

/// All results that came so far, in order, doubles and all.
#[derive(Clone, Default)]
pub struct Results(Arc<Mutex<Vec<JobResult>>>);

impl Results {
    pub fn all(&self) -> Vec<JobResult> {
        self.0.lock().unwrap().clone()
    }

    /// What was read elsewhere.
    pub fn extend(&self, results: Vec<JobResult>) {
        self.0.lock().unwrap().extend(results);
    }

    /// Waits until what came is as wanted.
    pub async fn wait(&self, deadline: Duration, what: &str, wanted: impl Fn(&[JobResult]) -> bool) {
        eventually_within(deadline, what, async || wanted(&self.0.lock().unwrap()).then_some(())).await;
    }

    /// Reads in a task, with a new connection whenever one is lost.
    fn read(&self, url: String) {
        let results = self.clone();
        tokio::spawn(async move {
            loop {
                // Whatever was the reason, the next connection is the answer.
                results.read_until_lost(&url).await.ok();
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        });
    }

    async fn read_until_lost(&self, url: &str) -> lapin::Result<()> {
        let connection = Connection::connect(url, ConnectionProperties::default()).await?;
        let channel = connection.create_channel().await?;
        let options = BasicConsumeOptions::default();
        let mut messages =
            channel.basic_consume("idlcm.results".into(), "reader".into(), options, FieldTable::default()).await?;
        while let Some(message) = messages.next().await {
            let message = message?;
            if message.routing_key.as_str().starts_with("result.") {
                self.0.lock().unwrap().push(serde_json::from_slice(&message.data).unwrap());
            }
            message.ack(BasicAckOptions::default()).await?;
        }
        Ok(())
    }
}
