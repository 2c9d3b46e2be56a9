//! The real program in processes of its own, with everything around it: a broker, the fixture app `ledgerly` behind a
//! [`Tap`], an integration whose password is in a file, and folders that go with the test.

#![allow(clippy::print_stderr, reason = "a test that fails tells what its workers said")]

#[path = "broker.rs"]
pub mod broker;
#[path = "tap.rs"]
pub mod tap;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};

use broker::{DEADLINE, TestBroker, eventually, eventually_within, soon};
use idlcm::fixture::{Fixture, JournalEntry, Running, ServeOptions};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use tap::Tap;
use tokio::process::{Child, Command};

pub const USERNAME: &str = "owner@ledgerly.example";
pub const PASSWORD: &str = "S3cure+pass/word=42%";
pub const INTEGRATION: &str = "acme";

/// Everything that the program needs. Other integrations can be added with [`Fleet::integrate`].
pub struct Fleet {
    pub broker: TestBroker,
    pub app: Running,
    pub tap: Tap,
    folder: tempfile::TempDir,
}

pub fn checkout(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A job for [`INTEGRATION`] about a user, or about nothing for `null`.
pub fn job(action: &str, user: &Value) -> Value {
    let mut job = json!({
        "schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": INTEGRATION, "action": action,
    });
    if !user.is_null() {
        job["user"] = user.clone();
    }
    job
}

/// An integration of `ledgerly` with its secrets, in the folder of a test.
pub fn integrate(folder: &Path, id: &str, base_url: &str, password: &str) {
    let [username, secret] = ["username", "password"].map(|name| folder.join(format!("{id}.{name}")));
    std::fs::write(&username, USERNAME).unwrap();
    std::fs::write(&secret, password).unwrap();
    let integration = json!({
        "schema": "idlcm.integration/1", "id": id, "app": "ledgerly", "params": {"subdomain": "acme"},
        "base_url": base_url,
        "service_account": {"username": {"file": username}, "password": {"file": secret}},
    });
    std::fs::write(folder.join(format!("integrations/{id}.yaml")), integration.to_string()).unwrap();
}

/// The program, with recipes and integrations from the folder of a test. Whatever it starts has its temporary files in the
/// folder with its name, by which it can be found.
pub fn program(folder: &Path, name: &str, broker: &str) -> Command {
    let temporary = folder.join(name);
    std::fs::create_dir_all(&temporary).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder)
        .env("TMPDIR", temporary)
        .env("IDLCM_RECIPES", folder.join("recipes"))
        .env("IDLCM_INTEGRATIONS", folder.join("integrations"))
        .env("IDLCM_EVIDENCE", folder.join("evidence"))
        .env("IDLCM_AMQP_URL", broker)
        .stdin(Stdio::null())
        .kill_on_drop(true);
    command
}

impl Fleet {
    /// With the integration [`INTEGRATION`], the right password and all queues.
    pub async fn start() -> Self {
        let fleet = Self::without_queues(PASSWORD).await;
        fleet.apply().await;
        fleet
    }

    pub async fn without_queues(password: &str) -> Self {
        let broker = TestBroker::bare().await;
        let app = Fixture::load(checkout("fixtures/ledgerly")).unwrap();
        let app = app.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
        let tap = Tap::before(&app.url()).await;
        let folder = tempfile::Builder::new().prefix("fleet-").tempdir().unwrap();
        for name in ["integrations", "recipes", "recipes/ledgerly"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        // Whoever reads back gives up after 3 s, not 30: it knows that the app is quick.
        let recipe = std::fs::read_to_string(checkout("recipes/ledgerly/recipe.yaml")).unwrap();
        let quick = recipe.replacen("  users.create:\n", "  users.create:\n    verify: {deadline: 3s}\n", 1);
        assert_ne!(recipe, quick);
        std::fs::write(folder.path().join("recipes/ledgerly/recipe.yaml"), quick).unwrap();
        let fleet = Self { broker, app, tap, folder };
        fleet.integrate(INTEGRATION, password);
        fleet
    }

    /// One more integration of the same app.
    pub fn integrate(&self, id: &str, password: &str) {
        integrate(self.folder.path(), id, &format!("http://{}", self.tap.address), password);
    }

    pub async fn apply(&self) {
        let applied = self.command("apply", "admin").args(["queue", "apply"]).output().await.unwrap();
        assert!(applied.status.success(), "{}", String::from_utf8_lossy(&applied.stderr));
    }

    /// A path in the folder of the test.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program as that user of the broker, as [`program`].
    pub fn command(&self, name: &str, user: &str) -> Command {
        let mut command = program(self.folder.path(), name, &self.broker.url(user));
        command.env("IDLCM_FENCE", "500ms");
        command
    }

    /// A worker; what it says goes to `NAME.log`.
    pub fn worker(&self, name: &str) -> Worker {
        self.worker_with(name, |command| command)
    }

    pub fn worker_with(&self, name: &str, adjust: impl FnOnce(&mut Command) -> &mut Command) -> Worker {
        let mut command = self.command(name, "worker");
        command.args(["worker", "--sessions", "1"]);
        Worker::start(adjust(&mut command), self.folder.path(), name)
    }

    /// Sends jobs and waits for all their results, in a process of its own.
    pub fn submit(&self, jobs: &[&Value]) -> Submission {
        let file = self.path(&format!("jobs-{}.ndjson", uuid::Uuid::new_v4()));
        let lines: Vec<String> = jobs.iter().map(ToString::to_string).collect();
        std::fs::write(&file, lines.join("\n")).unwrap();
        let mut command = self.command("submit", "publisher");
        command.arg("submit").arg(file).arg("--wait=60").stdout(Stdio::piped()).stderr(Stdio::piped());
        Submission { child: command.spawn().unwrap(), jobs: jobs.len() }
    }

    pub async fn publish(&self, job: &Value) {
        let key = job["integration"].as_str().unwrap();
        self.broker.publish("idlcm.jobs", key, job.to_string().as_bytes(), lapin::BasicProperties::default()).await;
    }

    /// What the app says about an action.
    pub fn journal(&self, action: &str) -> Vec<JournalEntry> {
        self.app.journal().into_iter().filter(|entry| entry.action == action).collect()
    }

    pub fn accepted(&self, action: &str) -> usize {
        self.journal(action).iter().filter(|entry| entry.accepted).count()
    }

    pub fn refused(&self, action: &str) -> usize {
        self.journal(action).iter().filter(|entry| !entry.accepted).count()
    }

    /// Waits until so many jobs wait in the queue of an integration, with so many workers that would take them.
    pub async fn waiting(&self, integration: &str, jobs: u32, consumers: u32) {
        let queue = format!("idlcm.jobs.{integration}");
        eventually(&format!("{jobs} messages and {consumers} consumers of {queue}"), async || {
            (self.broker.depth(&queue).await == (jobs, consumers)).then_some(())
        })
        .await;
    }
}

impl Drop for Fleet {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        for entry in std::fs::read_dir(self.folder.path()).into_iter().flatten().flatten() {
            if entry.path().extension().is_some_and(|extension| extension == "log") {
                let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
                eprintln!("--- {}\n{text}", entry.file_name().display());
            }
        }
        eprintln!("--- requests\n{}", self.tap.seen().join("\n"));
    }
}

/// A process of `idlcm submit --wait`.
pub struct Submission {
    child: Child,
    jobs: usize,
}

impl Submission {
    /// The last result of each job, in the order in which they came.
    pub async fn results(self) -> Vec<Value> {
        let output = soon("results", self.child.wait_with_output()).await.unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let lines = String::from_utf8(output.stdout).unwrap();
        let results = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let last: Vec<Value> = results.filter(|result| result["last"] != json!(false)).collect();
        assert_eq!(last.len(), self.jobs, "{said}\n{lines}");
        last
    }

    pub async fn result(self) -> Value {
        self.results().await.remove(0)
    }
}

/// A process of `idlcm worker`.
pub struct Worker {
    child: Child,
    pub log: PathBuf,
    temporary: PathBuf,
}

impl Worker {
    /// Starts the program that is to be a worker; what it says goes to `NAME.log`.
    pub fn start(command: &mut Command, folder: &Path, name: &str) -> Self {
        let log = folder.join(format!("{name}.log"));
        command.stdout(File::create(folder.join(format!("{name}.out"))).unwrap());
        let child = command.stderr(File::create(&log).unwrap()).spawn().unwrap();
        Self { child, log, temporary: folder.join(name) }
    }

    pub fn pid(&self) -> u32 {
        self.child.id().unwrap()
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }

    /// Waits until it has a link to the queue.
    pub async fn linked(&self) {
        self.says("linked to the queue").await;
    }

    pub async fn says(&self, text: &str) {
        eventually(text, async || self.log().contains(text).then_some(())).await;
    }

    /// As [`Worker::says`], where the broker has to give another worker up first: after three of its heartbeats at most.
    pub async fn takes_over(&self) {
        let text = "waiting until the previous holder has surely stopped";
        let look = async || self.log().contains(text).then_some(());
        eventually_within(3 * DEADLINE, text, look).await;
    }

    /// Ends it as the kernel does when memory runs out.
    pub async fn kill(&mut self) {
        soon("the worker's death", self.child.kill()).await.unwrap();
    }

    /// Stops it as a debugger does; its browser goes on.
    pub fn freeze(&self) {
        self.signal(Signal::STOP);
    }

    /// Lets it go on.
    pub fn thaw(&self) {
        self.signal(Signal::CONT);
    }

    /// Lets it crash.
    pub fn crash(&self) {
        self.signal(Signal::ABORT);
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_raw(i32::try_from(self.pid()).unwrap()).unwrap(), signal).unwrap();
    }

    /// Asks it to end, and does not wait.
    pub fn ask(&self) {
        self.signal(Signal::TERM);
    }

    /// Waits until it has ended, as it was asked to.
    pub async fn ended(&mut self) -> ExitStatus {
        soon("the worker's end", self.child.wait()).await.unwrap()
    }

    /// Asks it to end, and waits.
    pub async fn end(&mut self) -> ExitStatus {
        self.ask();
        self.ended().await
    }

    /// Its process and all that it started, found by their folder for temporary files.
    pub fn processes(&self) -> Vec<(u32, String)> {
        let mine = format!("TMPDIR={}", self.temporary.display());
        let pids =
            std::fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        pids.filter_map(|pid: u32| {
            let environment = std::fs::read(format!("/proc/{pid}/environ")).ok()?;
            let is_mine = environment.split(|byte| *byte == 0).any(|variable| variable.starts_with(mine.as_bytes()));
            let command = std::fs::read(format!("/proc/{pid}/cmdline")).ok()?;
            let command = String::from_utf8_lossy(&command).replace('\0', " ");
            is_mine.then_some((pid, command))
        })
        .collect()
    }

    /// Those processes, and all that they started: what a browser starts hides its environment. Each with the time of
    /// its start, by which it is known when its number is given to another one.
    pub fn family(&self) -> Vec<(u32, u64, String)> {
        let all: Vec<(u32, u32, u64)> = std::fs::read_dir("/proc")
            .unwrap()
            .flatten()
            .filter_map(|entry| {
                let pid = entry.file_name().to_str()?.parse().ok()?;
                let (parent, started) = parent_and_start(pid)?;
                Some((pid, parent, started))
            })
            .collect();
        let mut family: Vec<u32> = self.processes().into_iter().map(|(pid, _)| pid).collect();
        let mut next = 0;
        while let Some(pid) = family.get(next).copied() {
            let children = all.iter().filter(|(child, parent, _)| *parent == pid && !family.contains(child));
            let children: Vec<u32> = children.map(|(child, _, _)| *child).collect();
            family.extend(children);
            next += 1;
        }
        let known = all.into_iter().filter(|(pid, _, _)| family.contains(pid));
        known
            .map(|(pid, _, started)| {
                let command = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
                (pid, started, String::from_utf8_lossy(&command).replace('\0', " "))
            })
            .collect()
    }

    /// Waits until nothing of it is left: no process, no profile.
    pub async fn nothing_is_left(&self) {
        let mut left = Vec::new();
        let gone = async || {
            left = self.processes();
            left.is_empty().then_some(())
        };
        eventually("the end of all that the worker started", gone).await;
        let profiles: Vec<_> =
            std::fs::read_dir(&self.temporary).unwrap().flatten().map(|entry| entry.path()).collect();
        assert!(profiles.is_empty(), "{profiles:?}");
    }
}

/// The parent of a process and when it started, by proc(5) the fields 4 and 22; nothing when it has ended.
pub fn parent_and_start(pid: u32) -> Option<(u32, u64)> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
    // One that has ended and was not waited for is none any more.
    if fields[0] == "Z" {
        return None;
    }
    Some((fields[1].parse().ok()?, fields[19].parse().ok()?))
}
