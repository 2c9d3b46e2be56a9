//! `idlcm admin`, as the program itself, against the management API of a gateway in this process.

use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use idlcm::contract::{ErrorKind, IntegrationId, JobError, JobResult, ResourceKind};
use idlcm::gateway::management::{Keys, router};
use idlcm::gateway::store::resources::{Resource, State};
use idlcm::gateway::store::{Database, integrations, jobs, resources};
use idlcm::gateway::{Apps, Office, Settings, integration};
use idlcm::secrets::Secret;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::net::TcpListener;
use tokio::process::{Child, Command};
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::rig::{DEADLINE, Plan, Rig, checkout};

const ADMINISTRATOR: &str = "the-administrators-own-token";

/// The management of a gateway, and a folder with its token.
struct Desk {
    office: Arc<Office>,
    folder: tempfile::TempDir,
    address: String,
    _end: DropGuard,
}

/// How a run of the program ended.
#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Said {
    /// Ended with that code and these words, among others.
    fn is(self, code: i32, words: &[&str]) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        for word in words {
            assert!(self.out.contains(word) || self.err.contains(word), "no `{word}` in {self:#?}");
        }
        assert!(!self.err.contains("panicked") && !self.err.contains(ADMINISTRATOR), "{self:#?}");
        self
    }

    fn json(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Desk {
    /// A gateway that nobody works for.
    async fn alone() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&format!("sqlite:{}", folder.path().join("g.db").display())).await.unwrap();
        let apps = Apps::load(&checkout("recipes")).unwrap();
        let public_url = Some("https://scim.acme.example/".to_owned());
        let office = Office::new(database, apps, Settings { public_url, ..Settings::default() });
        Self::of(office, folder).await
    }

    async fn of(office: Arc<Office>, folder: tempfile::TempDir) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let served = router(office.clone(), Keys::new(&Secret::new(ADMINISTRATOR), None));
        let end = CancellationToken::new();
        let ended = end.clone();
        tokio::spawn(
            async move { axum::serve(listener, served).with_graceful_shutdown(ended.cancelled_owned()).await },
        );
        std::fs::write(folder.path().join("token"), format!("{ADMINISTRATOR}\n")).unwrap();
        Self { office, folder, address, _end: end.drop_guard() }
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    /// A file with an integration of boardly.
    fn document(&self, id: &str, base_url: &str) -> String {
        let text = format!(
            "schema: idlcm.integration/1\nid: {id}\napp: boardly\nbase_url: {base_url}\nparams: {{workspace: acme}}\n\
             service_account:\n  username: {{env: BOARDLY_USER}}\n  password: {{env: BOARDLY_PASSWORD}}\n"
        );
        self.file(&format!("{id}.yaml"), &text)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
        command
            .env_clear()
            .env("IDLCM_MANAGE_URL", &self.address)
            .env("IDLCM_ADMIN_TOKEN_FILE", self.folder.path().join("token"))
            .current_dir(self.folder.path())
            .arg("admin")
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }

    async fn run(&self, arguments: &[&str]) -> Said {
        ended(self.command(arguments).spawn().unwrap()).await
    }

    /// The program, which waits for a job; a worker answers it with that error.
    async fn run_refused(&self, arguments: &[&str], error: JobError) -> Said {
        let mut running = self.command(arguments).spawn().unwrap();
        let mut err = BufReader::new(running.stderr.take().unwrap());
        let mut said = String::new();
        // It waits: only then is it answered.
        tokio::time::timeout(DEADLINE, err.read_line(&mut said)).await.unwrap().unwrap();
        let id: IntegrationId = arguments[1].parse().unwrap();
        let action = if arguments[0] == "test" { "check" } else { "sync" };
        let answering = async {
            let job = loop {
                let mut db = self.office.database.read().await.unwrap();
                if let Some(job) = jobs::under_way(&mut db, &id, action).await.unwrap() {
                    break job;
                }
                tokio::task::yield_now().await;
            };
            let mut writing = self.office.database.write(&id).await.unwrap();
            let row = integrations::by_id(&mut writing, &id).await.unwrap().unwrap();
            let result = JobResult::refused(job.job.job_id, id.clone(), Some(job.job.action), error);
            integration::report(&mut writing, &self.office, row, &job, &result).await.unwrap();
            writing.commit().await.unwrap();
        };
        tokio::time::timeout(DEADLINE, answering).await.unwrap();
        tokio::time::timeout(DEADLINE, err.read_to_string(&mut said)).await.unwrap().unwrap();
        Said { err: said, ..ended(running).await }
    }

    /// The integration is one whose test has passed.
    async fn tested(&self, id: &str) {
        let id: IntegrationId = id.parse().unwrap();
        let mut writing = self.office.database.write(&id).await.unwrap();
        let row = integrations::by_id(&mut writing, &id).await.unwrap().unwrap();
        let row = integrations::IntegrationRow { stage: integrations::Stage::Ready, ..row };
        integrations::update(&mut writing, &row).await.unwrap();
        writing.commit().await.unwrap();
    }
}

async fn ended(running: Child) -> Said {
    let output = tokio::time::timeout(DEADLINE, running.wait_with_output()).await.unwrap().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_integration_is_created_shown_updated_paused_and_archived() {
    let desk = Desk::alone().await;
    desk.run(&["apps"]).await.is(0, &["boardly", "workspace (Workspace), such as acme", "username, password"]);
    let file = desk.document("acme", "http://127.0.0.1:1");
    desk.run(&["create", &file, "--idp", "okta"]).await.is(0, &["acme is created", "idlcm admin test acme"]);
    desk.run(&["create", &file]).await.is(1, &["there is an integration acme already"]);
    desk.run(&["list"]).await.is(0, &["acme", "boardly", "okta", "draft"]);
    desk.run(&["show", "acme"]).await.is(0, &["https://scim.acme.example/scim/v2/i/", "next", "idlcm admin test acme"]);
    let shown = desk.run(&["show", "acme", "--format", "json"]).await.is(0, &[]);
    let document = shown.json()[0]["document"].clone();
    assert_eq!((&document["params"], &document["name"]), (&json!({"workspace": "acme"}), &json!("acme")));
    // What is shown is taken again.
    let again = desk.file("again.json", &document.to_string());
    desk.run(&["update", "acme", &again, "--idp", "entra"]).await.is(0, &["idlcm admin test acme"]);
    desk.run(&["list", "--format", "json"]).await.is(0, &["\"idp\":\"entra\""]);
    let other = desk.document("other", "http://127.0.0.1:1");
    desk.run(&["update", "acme", &other]).await.is(1, &["the document is about other, not about acme"]);
    desk.run(&["pause", "acme"]).await.is(0, &["idlcm admin resume acme"]);
    desk.run(&["list"]).await.is(0, &["paused"]);
    desk.run(&["resume", "acme"]).await.is(0, &[]);
    desk.run(&["review", "acme", "--apply"]).await.is(1, &["no sync of acme waits"]);
    desk.run(&["archive", "acme"]).await.is(2, &["--yes"]);
    desk.run(&["archive", "acme", "--yes"]).await.is(0, &["acme is archived"]);
    desk.run(&["list"]).await.is(0, &["archived"]);
    let log = desk.run(&["activity", "acme", "--format", "json"]).await.is(0, &[]).json();
    let events: Vec<&str> = log.iter().map(|entry| entry["event"].as_str().unwrap()).collect();
    assert_eq!(events.last(), Some(&"integration.create"), "{log:#?}");
    assert_eq!(events[..3], ["integration.archive", "integration.resume", "integration.pause"]);
    let newest = desk.run(&["activity", "acme", "--count", "1"]).await.is(0, &["integration.archive"]);
    assert!(!newest.out.contains("integration.create"), "{newest:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_file_is_told_with_its_place_and_no_secret_leaves() {
    let desk = Desk::alone().await;
    let good = std::fs::read_to_string(desk.document("acme", "http://127.0.0.1:1")).unwrap();
    let cases = [
        ("misspelt.yaml", good.replace("params:", "parms:"), "misspelt.yaml:5:1"),
        ("secret.yaml", good.replace("{env: BOARDLY_PASSWORD}", "hunter2hunter2"), "holds a value itself"),
        ("broken.yaml", good.replace("{env: BOARDLY_USER}", "{env: "), "broken.yaml:"),
        // Known to the gateway only, which has the recipes.
        ("app.yaml", good.replace("app: boardly", "app: boardlee"), "did you mean `boardly`?"),
        ("params.yaml", good.replace("params: {workspace: acme}\n", ""), "`workspace` (Workspace) is missing"),
    ];
    for (name, text, words) in cases {
        assert_ne!(text, good);
        let file = desk.file(name, &text);
        let said = desk.run(&["create", &file]).await.is(3, &[words]);
        assert!(!said.err.contains("hunter2"), "{said:#?}");
    }
    desk.run(&["create", "nowhere.yaml"]).await.is(3, &["nowhere.yaml", "cannot be read"]);
    assert!(desk.run(&["list", "--format", "json"]).await.is(0, &[]).json().is_empty());
    desk.run(&["show", "nobody"]).await.is(3, &["there is no integration nobody", "idlcm admin list"]);
    desk.run(&["create", &desk.document("acme", "http://127.0.0.1:1"), "--idp", "oktta"]).await.is(2, &["'okta'"]);
    desk.run(&["review", "acme"]).await.is(2, &["--apply"]);
}

fn with<'a>(option: &'a str, value: &'a str) -> [&'a str; 3] {
    ["list", option, value]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_cannot_be_asked_is_told_with_what_to_do() {
    let desk = Desk::alone().await;
    desk.run(&with("--gateway", "http://127.0.0.1:1")).await.is(4, &["no gateway answers", "--manage-listen"]);
    desk.run(&with("--gateway", "http://gateway.example")).await.is(2, &["without encryption", "https://"]);
    desk.run(&with("--gateway", "gateway")).await.is(2, &["https://gateway.example"]);
    desk.run(&with("--gateway", "http://a:hunter2@127.0.0.1")).await.is(2, &["the token is enough"]);
    desk.run(&with("--admin-token-file", "nowhere")).await.is(4, &["nowhere", "admin-token"]);
    let wrong = desk.file("wrong", "some-other-token-of-somebody\n");
    let said = desk.run(&with("--admin-token-file", &wrong)).await.is(4, &["refuses the token in", "wrong"]);
    assert!(!said.err.contains("some-other-token"), "{said:#?}");
    let elsewhere = format!("{}/below", desk.address);
    desk.run(&with("--gateway", &elsewhere)).await.is(4, &["there is nothing here", "--gateway"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_shown_once_and_two_live_at_most() {
    let desk = Desk::alone().await;
    desk.run(&["create", &desk.document("acme", "http://127.0.0.1:1")]).await.is(0, &[]);
    desk.run(&["token", "create", "acme"]).await.is(1, &["test it first", "idlcm admin token list acme"]);
    desk.tested("acme").await;
    let made =
        desk.run(&["token", "create", "acme", "--expires", "90d"]).await.is(0, &["not shown again", "good until"]);
    let mut lines = made.out.lines();
    let base = lines.next().unwrap().strip_prefix("SCIM base URL: ").unwrap();
    assert!(base.starts_with("https://scim.acme.example/scim/v2/i/"), "{made:#?}");
    let token = lines.next().unwrap().strip_prefix("token: ").unwrap().to_owned();
    assert!(token.starts_with("idlcm.") && lines.next().is_none() && !made.err.contains(&token), "{made:#?}");
    let second = desk.run(&["token", "create", "acme", "--format", "json"]).await.is(0, &[]).json();
    assert_eq!((&second[0]["scim_url"], &second[0]["expires"]), (&json!(base), &Value::Null));
    desk.run(&["token", "create", "acme"]).await.is(1, &["revoke one first"]);
    let id = second[0]["id"].as_str().unwrap();
    desk.run(&["token", "revoke", "acme", id]).await.is(0, &["opens nothing any more"]);
    desk.run(&["token", "revoke", "acme", id]).await.is(3, &["live token"]);
    let listed = desk.run(&["token", "list", "acme", "--format", "json"]).await.is(0, &[]).json();
    let live: Vec<bool> = listed.iter().map(|token| token["live"].as_bool().unwrap()).collect();
    assert_eq!(live, [true, false]);
    for arguments in [&["token", "list", "acme"][..], &["show", "acme"], &["activity", "acme"], &["list"]] {
        let said = desk.run(arguments).await.is(0, &[]);
        assert!(!said.out.contains(&token), "{said:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_and_a_sync_that_fail_end_with_1_and_say_what_to_do() {
    let desk = Desk::alone().await;
    desk.run(&["create", &desk.document("acme", "http://127.0.0.1:1")]).await.is(0, &[]);
    desk.run(&["sync", "acme"]).await.is(1, &["acme is a draft; test it first"]);
    let wrong = || JobError::new(ErrorKind::BadCredentials, "the app says: wrong password");
    let said = desk.run_refused(&["test", "acme"], wrong()).await;
    let said = said.is(1, &["acme does not work: the app says: wrong password", "the password of the service account"]);
    // Not a terminal: plain lines, one for each change.
    assert_eq!(said.err.matches("waits to be sent").count(), 1, "{said:#?}");
    desk.run(&["list"]).await.is(0, &["draft", "wrong password"]);
    desk.tested("acme").await;
    let said = desk.run_refused(&["sync", "acme"], wrong()).await;
    said.is(1, &["acme is not synced: the app says: wrong password", "then idlcm admin sync acme"]);
    let said = desk.run_refused(&["sync", "acme", "--format", "json"], wrong()).await.is(1, &[]);
    assert_eq!(said.json()[0]["error"]["kind"], "bad_credentials", "{said:#?}");
    let job = desk.run(&["sync", "acme", "--no-wait"]).await.is(0, &[]).out;
    let listed = desk.run(&["jobs", "acme"]).await.is(0, &["sync", "check", "waiting", "failed", "wrong password"]);
    assert!(listed.out.contains(job.trim()), "{listed:#?}");
    // A job that waits because of a pause says so.
    desk.run(&["pause", "acme"]).await.is(0, &[]);
    let said = desk.run_refused(&["test", "acme"], wrong()).await.is(1, &[]);
    assert!(said.err.contains("idlcm admin resume acme"), "{said:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_that_was_changed_is_found() {
    let desk = Desk::alone().await;
    desk.run(&["create", &desk.document("acme", "http://127.0.0.1:1")]).await.is(0, &[]);
    desk.run(&["pause", "acme"]).await.is(0, &[]);
    desk.run(&["activity", "acme", "--verify"]).await.is(0, &["all 2 entries are as they were written"]);
    let mut writing = desk.office.database.write_any().await.unwrap();
    sqlx::query("UPDATE activity SET actor = 'nobody' WHERE number = 2").execute(&mut *writing).await.unwrap();
    writing.commit().await.unwrap();
    desk.run(&["activity", "acme", "--verify"]).await.is(1, &["entry 2 was changed", "backup"]);
}

/// Twenty users that the app does not have, as if it had had them before.
async fn remember_others(office: &Office, id: &IntegrationId) {
    let mut writing = office.database.write(id).await.unwrap();
    for number in 0..20 {
        let key = format!("former-{number}@acme.example");
        let fields = [("email".to_owned(), json!(key))].into_iter().collect();
        let state = State { fields, active: true };
        let mut new = Resource::new(id.clone(), ResourceKind::Users, key.clone(), key.clone());
        new.app_key = Some(key);
        new.desired = state.clone();
        new.observed = Some(state);
        resources::insert(&mut writing, &new).await.unwrap();
    }
    writing.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_file_to_a_token_with_a_real_browser_and_a_sync_that_is_held() {
    let rig = Rig::bare(Plan::of("generic")).await;
    let base_url = rig.app.url();
    let desk = Desk::of(rig.office.clone(), tempfile::tempdir().unwrap()).await;
    let id: IntegrationId = "second".parse().unwrap();
    desk.run(&["create", &desk.document("second", &base_url)]).await.is(0, &[]);
    let said = desk.run(&["test", "second"]).await.is(0, &["second works", "idlcm admin sync second"]);
    // What the worker does, as it does it.
    let told: Vec<&str> = said.err.lines().collect();
    let place = |text: &str| told.iter().position(|line| *line == text).unwrap_or_else(|| panic!("{text}: {told:#?}"));
    let in_order = [
        "second: A worker begins with check in Boardly.",
        "second: Logging in to Boardly.",
        "second: The service account is logged in.",
        "second: Reading the first page of view `users`.",
        "second: The attempt ended: succeeded.",
    ];
    assert!(in_order.map(place).is_sorted(), "{told:#?}");
    assert!(!said.err.contains("picture"), "{told:#?}");
    let said = desk
        .run(&["sync", "second"])
        .await
        .is(0, &["second is synced", "0 gone", "idlcm admin token create second", "Reading view `users_csv`"]);
    assert_eq!(said.out.lines().count(), 1, "{said:#?}");
    let users = desk.run(&["resources", "second", "users", "--format", "json"]).await.is(0, &[]).json();
    assert_eq!(users.len(), rig.app.state().users.len());
    desk.run(&["resources", "second", "groups"]).await.is(0, &["Engineering"]);
    let some = desk.run(&["resources", "second", "users", "--count", "3", "--format", "json"]).await.json();
    assert_eq!(some.len(), 3);

    remember_others(&desk.office, &id).await;
    let held = desk.run(&["sync", "second"]).await.is(1, &["it needs a review: 20 of", "--apply, otherwise --discard"]);
    assert_eq!(held.out.lines().count(), 1, "{held:#?}");
    desk.run(&["list"]).await.is(0, &["needs_review", "20 of"]);
    desk.run(&["review", "second", "--discard"]).await.is(0, &["is dropped"]);
    desk.run(&["sync", "second", "--format", "json"]).await.is(1, &["\"outcome\":\"held\""]);
    desk.run(&["review", "second", "--apply"]).await.is(0, &["20 gone"]);

    let made = desk.run(&["token", "create", "second"]).await.is(0, &["--public-url"]);
    let (path, token) = made.out.split_once("\ntoken: ").unwrap();
    let path = path.strip_prefix("SCIM base URL: ").unwrap();
    let base = rig.base().await;
    let root = &base[..base.find("/scim/").unwrap()];
    let asked = reqwest::Client::new().get(format!("{root}{path}/Users?count=1")).bearer_auth(token.trim()).send();
    let answer = tokio::time::timeout(Duration::from_secs(30), asked).await.unwrap().unwrap();
    assert_eq!(answer.status(), 200);
    desk.run(&["show", "second"]).await.is(0, &["connected"]);
    rig.stop().await;
}
