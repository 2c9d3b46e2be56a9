//! A small app under `tests/apps`, its recipe, and a slot with a real browser.

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use idlcm::browser::LaunchOptions;
use idlcm::catalog::{Entry, OriginPattern};
use idlcm::contract::{Effect, Integration, Job, JobResult, Outcome};
use idlcm::engine::{self, AccountSecrets, BrowserSlot, GateRequest, LoginEnd, Order, Refusal, WorkOrder};
use idlcm::fixture::{Fixture, JournalEntry, Running, ServeOptions};
use idlcm::recipe::Strictness;
use idlcm::secrets::{Secret, Store};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

/// Where an attempt is cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// Nowhere.
    Never,
    /// The n-th commit is refused, from 0: the worker lost its lease.
    RefuseCommit(usize),
    /// The worker dies directly after the n-th commit was granted and the click may be out.
    DieAfterCommit(usize),
    /// The attempt panics there instead: the worker lives, and its browser.
    PanicAfterCommit(usize),
    /// The worker is told to stop, or loses its lease, once the n-th commit has reached the app.
    StopAfterCommit(usize),
}

pub struct App {
    pub running: Running,
    pub entry: Entry,
    pub secrets: AccountSecrets,
    /// Without a Vault, unless a test says otherwise.
    pub store: Store,
    pub slot: BrowserSlot,
    launch: LaunchOptions,
    evidence: tempfile::TempDir,
    /// Everything of the last attempt that is published or kept.
    pub written: String,
    /// The messages of the last attempt: its result, lists in chunks.
    pub messages: Vec<JobResult>,
    /// The problem of the last attempt, as `idlcm run` draws it.
    pub problem: Option<idlcm::recipe::Diagnostic>,
    /// Whether the last attempt was cut off while it read back.
    pub cut_off: bool,
    /// How often the last attempt asked whether a secret may be typed.
    pub asked: usize,
    /// How its logins ended, as the gate was told.
    pub logins: Vec<LoginEnd>,
    /// Parts that were marked by attempts which did not end.
    pub marks: Vec<u32>,
    /// What somebody else does in the app when the next commit is about to be sent.
    pub rival: Option<Pin<Box<dyn Future<Output = ()>>>>,
}

pub fn job(action: &str, rest: &Value) -> Job {
    let mut job = json!({
        "schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": "acme", "action": action,
    });
    for (name, value) in rest.as_object().unwrap() {
        job[name] = value.clone();
    }
    idlcm::contract::decode_job(job.to_string().as_bytes()).unwrap()
}

/// What is given of a user: its key, and the rest.
pub fn user(email: &str, rest: &Value) -> Value {
    let mut user = rest.clone();
    user["email"] = email.into();
    json!({ "user": user })
}

pub const DONE: (Outcome, Effect) = (Outcome::Succeeded, Effect::Applied);

pub fn ended(result: &JobResult) -> (Outcome, Effect) {
    (result.outcome, result.effect)
}

/// The codes of a result's warnings.
pub fn codes(result: &JobResult) -> Vec<&str> {
    result.warnings.iter().map(|warning| warning.code.as_str()).collect()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/apps").join(name)
}

/// Where `boardly` and its recipe are.
fn boardly() -> [PathBuf; 2] {
    ["fixtures/boardly", "recipes/boardly"].map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
}

impl App {
    pub async fn start(name: &str) -> Self {
        Self::with(name, str::to_owned).await
    }

    /// With a recipe that was changed.
    pub async fn with(name: &str, change: impl Fn(&str) -> String) -> Self {
        let login = ("root@x.example", "correct horse battery");
        Self::serve(name, [folder(name), folder(name)], &json!({}), login, change).await
    }

    /// The fixture app `boardly` with its own recipe, changed.
    pub async fn boardly(change: impl Fn(&str) -> String) -> Self {
        let login = ("robin@boardly.example", "Kanban!board&2026");
        Self::serve("boardly", boardly(), &json!({"workspace": "acme"}), login, change).await
    }

    async fn serve(
        name: &str,
        [fixture, recipe]: [PathBuf; 2],
        params: &Value,
        (username, password): (&str, &str),
        change: impl Fn(&str) -> String,
    ) -> Self {
        let fixture = Fixture::load(fixture).unwrap();
        let running = fixture.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
        let integration: Integration = serde_json::from_value(json!({
            "schema": "idlcm.integration/1", "id": "acme", "app": name, "base_url": running.url(), "params": params,
            "service_account": {"username": {"env": "NOT_READ"}, "password": {"env": "NOT_READ"}},
        }))
        .unwrap();
        let path = recipe.join("recipe.yaml");
        let written = std::fs::read_to_string(&path).unwrap();
        let loaded = idlcm::recipe::check_text(&path, &change(&written), Strictness::Normal);
        let drawn: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect();
        assert!(loaded.recipe.is_some(), "{}", drawn.join("\n"));
        let base_url: url::Url = running.url().parse().unwrap();
        let origins = vec![OriginPattern::of(&base_url).unwrap()];
        let (recipe, deliveries) = (Arc::new(loaded.recipe.unwrap()), std::collections::BTreeMap::new());
        let entry = Entry { integration, recipe, base_url, origins, deliveries };
        Self {
            running,
            entry,
            secrets: AccountSecrets { username: Secret::new(username), password: Secret::new(password), totp: None },
            store: Store::default(),
            slot: BrowserSlot::new(),
            launch: LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into()),
            evidence: tempfile::tempdir().unwrap(),
            written: String::new(),
            messages: Vec::new(),
            problem: None,
            cut_off: false,
            asked: 0,
            logins: Vec::new(),
            marks: Vec::new(),
            rival: None,
        }
    }

    /// Goes on with a recipe that was changed, in the same browser.
    pub fn change(&mut self, name: &str, change: impl Fn(&str) -> String) {
        let folder = if name == "boardly" { boardly()[1].clone() } else { folder(name) };
        let written = std::fs::read_to_string(folder.join("recipe.yaml")).unwrap();
        // In a folder of its own, with the files that it uploads beside it.
        let path = self.evidence.path().join("recipe.yaml");
        std::fs::write(&path, change(&written)).unwrap();
        for file in ["photo.txt", "photo.png"] {
            if folder.join(file).exists() {
                std::fs::copy(folder.join(file), self.evidence.path().join(file)).unwrap();
            }
        }
        let loaded = idlcm::recipe::load(&path, Strictness::Normal).unwrap();
        let drawn: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect();
        assert!(loaded.recipe.is_some(), "{}", drawn.join("\n"));
        self.entry.recipe = Arc::new(loaded.recipe.unwrap());
    }

    /// Users that the integration protects from now on.
    pub fn protect(&mut self, users: &[&str]) {
        self.entry.integration.protected_users = users.iter().map(|user| (*user).to_owned()).collect();
    }

    /// One attempt, with a gate that says yes.
    pub async fn run(&mut self, job: &Job) -> JobResult {
        self.attempt(job, Cut::Never).await.unwrap()
    }

    /// One attempt that may be cut off; `None` if it died.
    pub async fn attempt(&mut self, job: &Job, cut: Cut) -> Option<JobResult> {
        let (gate, mut requests) = tokio::sync::mpsc::channel::<GateRequest>(1);
        let stop = CancellationToken::new();
        let resume_parts = std::mem::take(&mut self.marks);
        let work = WorkOrder { resume_parts, ..WorkOrder::new(job.clone(), gate, stop.clone()) };
        let order = Order {
            work: &work,
            entry: &self.entry,
            secrets: &self.secrets,
            store: &self.store,
            launch: &self.launch,
            evidence: Some(&self.evidence.path().into()),
            worker_id: "test",
        };
        let journal = |running: &Running| running.journal().len();
        let (running, before) = (&self.running, journal(&self.running));
        let mut marks = Vec::new();
        let mut logins = Vec::new();
        let mut asked = 0;
        let mut rival = self.rival.take();
        let answers = async {
            let mut commits = 0;
            while let Some(request) = requests.recv().await {
                if matches!(request, GateRequest::Commit { .. })
                    && let Some(rival) = rival.take()
                {
                    rival.await;
                }
                match request {
                    GateRequest::Commit { reply, .. } if cut == Cut::RefuseCommit(commits) => {
                        commits += 1;
                        reply.send(Err(Refusal::LeaseLost)).unwrap();
                    }
                    GateRequest::Commit { part, reply } => {
                        marks.push(part);
                        let dies = [Cut::DieAfterCommit(commits), Cut::PanicAfterCommit(commits)].contains(&cut);
                        let stops = cut == Cut::StopAfterCommit(commits);
                        commits += 1;
                        reply.send(Ok(())).unwrap();
                        if dies || stops {
                            // Until the click has reached the app.
                            let at = journal(running).max(before);
                            while journal(running) == at {
                                tokio::task::yield_now().await;
                            }
                            if dies {
                                return;
                            }
                            stop.cancel();
                        }
                    }
                    GateRequest::Login { reply, .. } => {
                        asked += 1;
                        reply.send(Ok(())).unwrap();
                    }
                    GateRequest::LoginEnded { end, reply, .. } => {
                        logins.push(end);
                        reply.send(Ok(())).unwrap();
                    }
                    other => other.grant(),
                }
            }
        };
        let work = Box::pin(engine::execute(order, &mut self.slot));
        let done = tokio::select! {
            done = work => Some(done),
            () = answers => None,
        };
        (self.asked, self.logins) = (asked, logins);
        let Some(done) = done else {
            self.marks = marks;
            if !matches!(cut, Cut::PanicAfterCommit(_)) {
                self.slot = BrowserSlot::new();
            }
            return None;
        };
        let trace = serde_json::to_string_pretty(&done.trace).unwrap();
        self.messages = done.messages();
        self.cut_off = done.cut_off;
        if done.cut_off {
            self.marks = marks;
        }
        // What was done, for whoever has to fix a test that failed.
        println!("{trace}\n{:#?}", done.result);
        self.written = format!("{trace}\n{:?}\n{}", done.problem, serde_json::to_string(&done.result).unwrap());
        self.problem = done.problem;
        Some(done.result)
    }

    /// A field of a user, as the app has it; null if there is no such user or field.
    pub fn field(&self, email: &str, field: &str) -> Value {
        let state = self.running.state();
        let Some(user) = state.user(email) else { return Value::Null };
        let user = serde_json::to_value(user).unwrap();
        if field == "status" { user["status"].clone() } else { user["fields"][field].clone() }
    }

    pub fn journal(&self) -> Vec<JournalEntry> {
        self.running.journal()
    }

    /// What reached the app, in order, logins left out.
    pub fn changes(&self) -> Vec<(String, String, bool)> {
        let journal = self.running.journal().into_iter().filter(|entry| !entry.action.starts_with("log"));
        journal.map(|entry| (entry.action, entry.subject, entry.accepted)).collect()
    }

    pub async fn stop(mut self) {
        self.slot.close().await;
        self.running.shutdown().await;
    }
}
