//! The fixture app `ledgerly`, its recipe, and a slot with a real browser.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use idlcm::browser::LaunchOptions;
use idlcm::catalog::{Entry, OriginPattern};
use idlcm::contract::{Integration, Job, JobProgress, JobResult};
use idlcm::engine::{self, AccountSecrets, BrowserSlot, EvidenceRules, Order, PersonalData, WorkOrder};
use idlcm::fixture::{Fault, Fixture, Running, ServeOptions};
use idlcm::recipe::{ActionKind, Strictness};
use idlcm::secrets::Secret;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

pub const USERNAME: &str = "owner@ledgerly.example";
pub const PASSWORD: &str = "S3cure+pass/word=42%";

pub struct Ledgerly {
    running: Running,
    entry: Arc<Entry>,
    secrets: AccountSecrets,
    slot: BrowserSlot,
    launch: LaunchOptions,
    pub evidence: tempfile::TempDir,
    /// What evidence tells of people.
    pub personal: PersonalData,
    /// End the browser as a crash would when the next committing click is about to be sent.
    pub crash_at_commit: bool,
}

/// A job about a user, or about nothing for `null`.
pub fn job(action: &str, user: &Value) -> Job {
    let mut job = json!({
        "schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": "acme-ledgerly", "action": action,
    });
    if !user.is_null() {
        job["user"] = user.clone();
    }
    idlcm::contract::decode_job(job.to_string().as_bytes()).unwrap()
}

pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

impl Ledgerly {
    pub async fn start() -> Self {
        Self::with(PASSWORD, None, str::to_owned).await
    }

    /// With a recipe that was changed.
    pub async fn with_recipe(change: impl Fn(&str) -> String) -> Self {
        Self::with(PASSWORD, None, change).await
    }

    pub async fn with_password(password: &str) -> Self {
        Self::with(password, None, str::to_owned).await
    }

    /// With so many seconds for a step, a page and reading back.
    pub async fn patient(seconds: u64) -> Self {
        Self::with(PASSWORD, Some(seconds), str::to_owned).await
    }

    async fn with(password: &str, seconds: Option<u64>, change: impl Fn(&str) -> String) -> Self {
        let fixture = Fixture::load(folder("fixtures/ledgerly")).unwrap();
        let running = fixture.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
        let integration: Integration = serde_json::from_value(json!({
            "schema": "idlcm.integration/1", "id": "acme-ledgerly", "app": "ledgerly", "base_url": running.url(),
            "params": {"subdomain": "acme"},
            "service_account": {"username": {"env": "NOT_READ"}, "password": {"env": "NOT_READ"}},
        }))
        .unwrap();
        let path = folder("recipes/ledgerly/recipe.yaml");
        let written = std::fs::read_to_string(&path).unwrap();
        let loaded = idlcm::recipe::check_text(&path, &change(&written), Strictness::Normal);
        assert!(loaded.recipe.is_some(), "{:#?}", loaded.diagnostics);
        let mut recipe = loaded.recipe.unwrap();
        if let Some(seconds) = seconds {
            recipe.settings.timeouts.step = idlcm::contract::Duration::from_secs(seconds);
            recipe.settings.timeouts.page = idlcm::contract::Duration::from_secs(seconds);
            for action in recipe.actions.values_mut() {
                if let ActionKind::Write(write) = &mut action.kind {
                    write.verify_deadline = idlcm::contract::Duration::from_secs(seconds);
                }
            }
        }
        let base_url: url::Url = running.url().parse().unwrap();
        let origins = vec![OriginPattern::of(&base_url).unwrap()];
        let deliveries = std::collections::BTreeMap::new();
        let entry = Entry { integration, recipe: Arc::new(recipe), base_url, origins, deliveries };
        Self {
            running,
            entry: Arc::new(entry),
            secrets: AccountSecrets { username: Secret::new(USERNAME), password: Secret::new(password), totp: None },
            slot: BrowserSlot::new(),
            launch: LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into()),
            evidence: tempfile::tempdir().unwrap(),
            personal: PersonalData::Keep,
            crash_at_commit: false,
        }
    }

    /// So many active users keep that role from now on.
    pub fn keep_at_least(&mut self, role: &str, users: u32) {
        let entry = Arc::make_mut(&mut self.entry);
        entry.integration.keep_at_least.insert(role.to_owned(), users.try_into().unwrap());
    }

    /// One attempt, with a gate that says yes.
    pub async fn run(&mut self, job: &Job) -> JobResult {
        self.run_telling(job, None).await
    }

    /// As [`Ledgerly::run`], with somebody who may want to know how far it has come.
    pub async fn run_telling(
        &mut self,
        job: &Job,
        progress: Option<tokio::sync::mpsc::Sender<JobProgress>>,
    ) -> JobResult {
        let (gate, mut requests) = tokio::sync::mpsc::channel::<engine::GateRequest>(1);
        let crash = std::mem::take(&mut self.crash_at_commit).then(|| {
            let profile = self.slot.session().and_then(|session| session.profile()).unwrap();
            profile.display().to_string()
        });
        let stop = CancellationToken::new();
        let work = WorkOrder { progress, ..WorkOrder::new(job.clone(), gate, stop) };
        let order = Order {
            work: &work,
            entry: &self.entry,
            secrets: &self.secrets,
            store: &idlcm::secrets::Store::default(),
            launch: &self.launch,
            evidence: Some(&EvidenceRules { root: self.evidence.path().to_owned(), personal: self.personal }),
            worker_id: "test",
        };
        let answers = async {
            while let Some(request) = requests.recv().await {
                if let (engine::GateRequest::Commit { .. }, Some(profile)) = (&request, &crash) {
                    kill(profile);
                }
                request.grant();
            }
        };
        let work = engine::execute(order, &mut self.slot);
        tokio::select! {
            done = work => {
                // What was done, for whoever has to fix a test that failed.
                println!("{}", serde_json::to_string_pretty(&done.trace.steps).unwrap());
                done.result
            }
            () = answers => unreachable!("the gate lives as long as the work"),
        }
    }

    /// How many commands the browser that is open was sent; 0 without one.
    pub fn commands(&mut self) -> u64 {
        self.slot.session().map_or(0, |session| session.commands())
    }

    pub fn fault(&self, fault: Fault) {
        self.running.set_fault(fault);
    }

    pub fn clear_faults(&self) {
        self.running.clear_faults();
    }

    /// Name, role and status of a user, as the app has them.
    pub fn user(&self, email: &str) -> Option<(String, String, String)> {
        let state = self.running.state();
        let user = serde_json::to_value(state.user(email)?).unwrap();
        let text = |name: &str| {
            user.get(name).or_else(|| user["fields"].get(name)).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        Some((text("name"), text("role"), text("status")))
    }

    pub fn emails_and_status(&self) -> Vec<(String, String)> {
        let state = self.running.state();
        let mut all: Vec<(String, String)> = state
            .users
            .iter()
            .map(|user| {
                let user = serde_json::to_value(user).unwrap();
                let text = |name: &str| {
                    user.get(name)
                        .or_else(|| user["fields"].get(name))
                        .and_then(Value::as_str)
                        .unwrap_or_default()
                        .to_owned()
                };
                (text("email"), text("status"))
            })
            .collect();
        all.sort();
        all
    }

    pub fn accepted(&self, action: &str) -> usize {
        self.running.journal().iter().filter(|entry| entry.action == action && entry.accepted).count()
    }

    pub fn refused(&self, action: &str) -> usize {
        self.running.journal().iter().filter(|entry| entry.action == action && !entry.accepted).count()
    }

    pub fn journal_len(&self) -> usize {
        self.running.journal().len()
    }

    pub async fn stop(mut self) {
        self.slot.close().await;
        self.running.shutdown().await;
    }
}

/// Ends every process with that profile in its command line.
fn kill(profile: &str) {
    let all = std::fs::read_dir("/proc").unwrap();
    for pid in all.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<i32>().ok()) {
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        if String::from_utf8_lossy(&line).contains(profile) {
            std::process::Command::new("kill").args(["-9", &pid.to_string()]).output().unwrap();
        }
    }
}
