//! A gateway with everything around it in this process: the fixture app `boardly`, a worker with a real browser that can be
//! told to be slow, and the identity provider's own HTTP client.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use idlcm::browser::LaunchOptions;
use idlcm::catalog::Catalog;
use idlcm::contract::{Effect, ErrorKind, EvidenceRef, IntegrationId, JobError, JobResult, Outcome};
use idlcm::engine::{self, AccountSecrets, BrowserSlot, EvidenceRules, Order, WorkOrder};
use idlcm::fixture::{Fixture, JournalEntry, Running, ServeOptions};
use idlcm::gateway::management::Keys;
use idlcm::gateway::store::Database;
use idlcm::gateway::store::integrations::{self, Stage};
use idlcm::gateway::{Apps, Listeners, Office, Settings, Waits, serve};
use idlcm::queue::{EmbeddedEnds, EmbeddedQueue, GatewayQueue, Queue};
use idlcm::secrets::Secret;
use idlcm::worker::{Handler, Settings as WorkerSettings, WorkDone, Worker};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{Mutex, watch};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub const ADMINISTRATOR: &str = "the-administrator-of-the-tests";
pub const ID: &str = "boardly";
/// Of the service account.
pub const PASSWORD: &str = "Kanban!board&2026";
/// The longest wait for something that is about to happen.
pub const DEADLINE: Duration = Duration::from_mins(3);

pub fn checkout(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// How a rig is built.
pub struct Plan {
    pub profile: &'static str,
    /// How long a request waits for the app.
    pub wait: Duration,
    /// How long the worker does nothing before each job that writes.
    pub delay: Duration,
    /// The app, which is a fixture with one parameter, and what that is called.
    pub app: (&'static str, &'static str),
    pub fixture: PathBuf,
    /// What the worker logs in with.
    pub account: (&'static str, &'static str),
    pub settings: Settings,
    /// Who does the jobs, instead of the engine.
    pub handler: Option<Handler>,
}

impl Plan {
    pub fn of(profile: &'static str) -> Self {
        Self {
            profile,
            wait: Duration::from_secs(50),
            delay: Duration::ZERO,
            fixture: checkout("fixtures/boardly"),
            app: ("boardly", "workspace"),
            account: ("robin@boardly.example", PASSWORD),
            settings: Settings { rate: (10_000, 10_000), ..Settings::default() },
            handler: None,
        }
    }
}

/// What becomes of jobs that write: nobody knows, although the click was done, or was not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Doubt {
    /// They are read back.
    #[default]
    None,
    /// The click takes effect, and nobody can read that.
    OfWhatIsDone,
    /// The click is lost, and nobody can read that.
    OfWhatIsNotDone,
}

pub struct Rig {
    pub app: Running,
    pub office: Arc<Office>,
    pub delay: Arc<AtomicU64>,
    /// What becomes of jobs that write.
    pub doubt: Arc<std::sync::Mutex<Doubt>>,
    pub folder: tempfile::TempDir,
    management: String,
    database: String,
    scim_addresses: Vec<String>,
    asked: AtomicU64,
    scim: OnceLock<String>,
    token: OnceLock<String>,
    client: Client,
    stop: CancellationToken,
    tasks: Vec<JoinHandle<()>>,
}

impl Rig {
    /// A gateway, a worker and the app; the integration is tested, synced, and has a token.
    pub async fn start(plan: Plan) -> Self {
        let rig = Self::bare(plan).await;
        rig.tested().await;
        rig.synced().await;
        rig.connect().await;
        rig
    }

    /// The integration is created, no more.
    pub async fn bare(plan: Plan) -> Self {
        let folder = tempfile::Builder::new().prefix("gateway-").tempdir().unwrap();
        let app = Fixture::load(plan.fixture).unwrap();
        let app = app.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
        let address = match std::env::var("IDLCM_TEST_POSTGRES") {
            Ok(server) => own_database(&server).await,
            Err(_) => format!("sqlite:{}", folder.path().join("g.db").display()),
        };
        let database = Database::open(&address).await.unwrap();
        let waits = Waits { okta: plan.wait, entra: plan.wait, generic: plan.wait };
        let office = Office::new(
            database,
            Apps::load(&checkout("recipes")).unwrap(),
            Settings { waits, ..plan.settings.clone() },
        );
        let stop = CancellationToken::new();
        let delay = Arc::new(AtomicU64::new(u64::try_from(plan.delay.as_millis()).unwrap()));

        let doubt = Arc::new(std::sync::Mutex::new(Doubt::None));
        let (queue, published) = EmbeddedQueue::new(&BTreeSet::new());
        let ends = GatewayQueue::Embedded(EmbeddedEnds::new(queue.clone(), published));
        let [scim, management] = [listener().await, listener().await];
        let at = |listener: &TcpListener| format!("http://{}", listener.local_addr().unwrap());
        let (scim_address, management_address) = (at(&scim), at(&management));
        let keys = Keys::new(&Secret::new(ADMINISTRATOR), None);
        let served = serve(office.clone(), ends, Listeners { scim, management }, keys, stop.clone());
        let mut tasks = vec![tokio::spawn(async move { served.await.unwrap() })];

        // A second gateway on the same database: each request goes to the other one.
        let mut scim_addresses = vec![scim_address];
        if office.database.is_shared() {
            let database = Database::open(&address).await.unwrap();
            let settings = Settings { waits, ..plan.settings };
            let second = Office::new(database, Apps::load(&checkout("recipes")).unwrap(), settings);
            let listener = listener().await;
            scim_addresses.push(format!("http://{}", listener.local_addr().unwrap()));
            let router = idlcm::gateway::scim(second).into_make_service_with_connect_info::<std::net::SocketAddr>();
            let end = stop.clone().cancelled_owned();
            let serving = axum::serve(listener, router).with_graceful_shutdown(end);
            tasks.push(tokio::spawn(async move { serving.await.unwrap() }));
        }

        let (documents, catalogs) = watch::channel(Arc::new(Catalog::default()));
        let (known, integrations) = watch::channel(BTreeSet::<IntegrationId>::new());
        let following = office.clone();
        tasks.push(tokio::spawn({
            let stop = stop.clone();
            async move {
                while stop.run_until_cancelled(following.documents_may_change()).await.is_some() {
                    let Ok(texts) = following.documents().await else { return };
                    let catalog = Catalog::with_integrations(&checkout("recipes"), &texts).unwrap();
                    let ids = catalog.ids().cloned().collect();
                    documents.send_replace(Arc::new(catalog));
                    known.send_if_modified(|known| {
                        let changed = *known != ids;
                        *known = ids;
                        changed
                    });
                }
            }
        }));
        let worker = Worker {
            queue: Queue::Embedded(queue),
            integrations,
            handler: plan.handler.unwrap_or_else(|| {
                let evidence = EvidenceRules::from(folder.path().join("evidence").as_path());
                hands(catalogs, (delay.clone(), doubt.clone()), plan.account, evidence)
            }),
            settings: WorkerSettings { fence: Duration::ZERO, sessions: 1, ..WorkerSettings::default() },
        };
        let end = stop.clone();
        tasks.push(tokio::spawn(async move {
            worker.run(end.clone(), end).await;
        }));
        let rig = Self {
            app,
            office,
            delay,
            doubt,
            folder,
            management: management_address,
            database: address,
            scim_addresses,
            asked: AtomicU64::new(0),
            scim: OnceLock::new(),
            token: OnceLock::new(),
            client: Client::new(),
            stop,
            tasks,
        };
        rig.create(plan.profile, plan.app).await;
        rig
    }

    async fn create(&self, profile: &str, (app, param): (&str, &str)) {
        let document = json!({
            "schema": "idlcm.integration/1", "id": ID, "app": app, "base_url": self.app.url(),
            "params": {param: "acme"},
            "service_account": {"username": {"env": "NOT_READ"}, "password": {"env": "NOT_READ"}},
        });
        self.manage(Method::POST, "", &json!({"document": document, "idp": profile})).await;
    }

    /// The address of its database.
    pub fn database(&self) -> String {
        self.database.clone()
    }

    /// Where the gateway is managed.
    pub fn management(&self) -> &str {
        &self.management
    }

    /// What the management API answers about the integration.
    pub async fn manage(&self, method: Method, path: &str, body: &Value) -> Value {
        let (status, answer) = self.managed(method.clone(), path, body).await;
        assert!(status.is_success(), "{method} {path}: {status} {answer}");
        answer
    }

    /// What the management API answers, as it comes.
    pub async fn raw(&self, path: &str, with_token: bool) -> reqwest::Response {
        let asking = self.client.get(format!("{}/api/v1/integrations{path}", self.management));
        let asking = if with_token { asking.bearer_auth(ADMINISTRATOR) } else { asking };
        asking.send().await.unwrap()
    }

    pub async fn managed(&self, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
        self.asked_of_api(method, &format!("/integrations{path}"), body).await
    }

    /// What the management API answers beyond the integration.
    pub async fn asked_of_api(&self, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
        let asking = self.to_api(method, path);
        let asking = if body.is_null() { asking } else { asking.json(body) };
        let answer = asking.send().await.unwrap();
        (answer.status(), answer.json().await.unwrap_or_default())
    }

    /// The same, of what is there.
    pub async fn api(&self, path: &str) -> Value {
        let (status, answer) = self.asked_of_api(Method::GET, path, &Value::Null).await;
        assert!(status.is_success(), "{path}: {status} {answer}");
        answer
    }

    /// A request to the management API.
    pub fn to_api(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}/api/v1{path}", self.management)).bearer_auth(ADMINISTRATOR)
    }

    pub async fn integration(&self) -> Value {
        self.manage(Method::GET, &format!("/{ID}"), &Value::Null).await
    }

    /// Waits until the integration is like that.
    pub async fn until(&self, what: &str, holds: impl Fn(&Value) -> bool) -> Value {
        let mut results = self.office.results();
        let waiting = async {
            loop {
                let now = self.integration().await;
                if holds(&now) {
                    return now;
                }
                tokio::time::timeout(Duration::from_millis(500), results.changed()).await.ok();
            }
        };
        let Ok(now) = tokio::time::timeout(DEADLINE, waiting).await else {
            panic!("{what} takes too long: {}", self.integration().await);
        };
        now
    }

    pub async fn tested(&self) {
        self.manage(Method::POST, &format!("/{ID}/check"), &Value::Null).await;
        self.until("the test", |now| now["stage"] != "draft").await;
    }

    /// A sync to its end, whatever that is.
    pub async fn synced(&self) -> Value {
        self.manage(Method::POST, &format!("/{ID}/sync"), &Value::Null).await;
        self.until("the sync", |now| now["open_jobs"] == 0).await
    }

    /// As after a test and a sync, without a browser.
    pub async fn as_if_synced(&self) {
        let id: IntegrationId = ID.parse().unwrap();
        let mut writing = self.office.database.write(&id).await.unwrap();
        let mut row = integrations::by_id(&mut writing, &id).await.unwrap().unwrap();
        row.stage = Stage::Ready;
        row.synced = Some(jiff::Timestamp::now());
        integrations::update(&mut writing, &row).await.unwrap();
        writing.commit().await.unwrap();
    }

    pub async fn connect(&self) {
        let token = self.manage(Method::POST, &format!("/{ID}/tokens"), &Value::Null).await;
        self.token.set(token["token"].as_str().unwrap().to_owned()).unwrap();
        self.base().await;
    }

    /// A SCIM base URL: with several gateways, of each in turn.
    pub async fn base(&self) -> String {
        if self.scim.get().is_none() {
            let path = self.integration().await["scim_url"].as_str().unwrap().to_owned();
            self.scim.set(path).ok();
        }
        self.url()
    }

    fn url(&self) -> String {
        let turn = usize::try_from(self.asked.fetch_add(1, Ordering::Relaxed)).unwrap();
        format!("{}{}", self.scim_addresses[turn % self.scim_addresses.len()], self.scim.get().unwrap())
    }

    /// A request without a token.
    pub fn knock(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url()))
    }

    pub fn token(&self) -> String {
        self.token.get().unwrap().clone()
    }

    /// A request of the identity provider.
    pub fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.knock(method, path).bearer_auth(self.token.get().unwrap())
    }

    pub async fn send(&self, method: Method, path: &str, body: &Value) -> Answer {
        let asking = self.ask(method, path);
        let asking = if body.is_null() {
            asking
        } else {
            asking.header("content-type", "application/scim+json").body(body.to_string())
        };
        Answer::of(asking.send().await.unwrap()).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &Value::Null).await
    }

    /// The one user with that name; null if there is none.
    pub async fn found(&self, user_name: &str) -> Value {
        let answer = self.get(&format!("/Users?filter=userName%20eq%20%22{user_name}%22&startIndex=1&count=100")).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.body["Resources"].get(0).cloned().unwrap_or_default()
    }

    /// The id of a group.
    pub async fn group(&self, name: &str) -> String {
        let answer = self.get(&format!("/Groups?filter=displayName%20eq%20%22{name}%22")).await;
        answer.body["Resources"][0]["id"].as_str().unwrap_or_else(|| panic!("no group {name}: {answer:?}")).to_owned()
    }

    /// A field of a user, as the app has it; null if there is no such user or field.
    pub fn field(&self, email: &str, field: &str) -> Value {
        let state = self.app.state();
        let Some(user) = state.user(email) else { return Value::Null };
        let user = serde_json::to_value(user).unwrap();
        if field == "status" { user["status"].clone() } else { user["fields"][field].clone() }
    }

    /// What the app let happen under that name.
    pub fn accepted(&self, action: &str) -> Vec<JournalEntry> {
        self.app.journal().into_iter().filter(|entry| entry.accepted && entry.action == action).collect()
    }

    pub fn doubt(&self, doubt: Doubt) {
        *self.doubt.lock().unwrap() = doubt;
    }

    pub fn slow(&self, delay: Duration) {
        self.delay.store(u64::try_from(delay.as_millis()).unwrap(), Ordering::Relaxed);
    }

    /// The chain of the activity log holds.
    pub async fn log_is_intact(&self) {
        let told = self.manage(Method::GET, &format!("/{ID}/activity/verify"), &Value::Null).await;
        assert_eq!(told["intact"], true, "{told}");
    }

    pub async fn stop(self) {
        self.stop.cancel();
        for task in self.tasks {
            task.await.unwrap();
        }
        self.app.shutdown().await;
    }
}

/// A new database of a `PostgreSQL` server.
async fn own_database(server: &str) -> String {
    use sqlx::Connection as _;
    sqlx::any::install_default_drivers();
    let mut db = sqlx::AnyConnection::connect(&format!("{server}/postgres")).await.unwrap();
    let name = format!("t{}", uuid::Uuid::new_v4().simple());
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut db).await.unwrap();
    format!("{server}/{name}")
}

async fn listener() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").await.unwrap()
}

/// The engine with a real browser, which is slow at writing if it is told to be.
fn hands(
    catalogs: watch::Receiver<Arc<Catalog>>,
    (delay, doubt): (Arc<AtomicU64>, Arc<std::sync::Mutex<Doubt>>),
    account: (&'static str, &'static str),
    evidence: EvidenceRules,
) -> Handler {
    let slot = Arc::new(Mutex::new(BrowserSlot::new()));
    let launch = LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into());
    let closing = slot.clone();
    Handler::new(move |order: WorkOrder| {
        let (catalogs, delay, slot, launch) = (catalogs.clone(), delay.clone(), slot.clone(), launch.clone());
        let doubt = *doubt.lock().unwrap();
        let evidence = evidence.clone();
        async move {
            if !order.job.action.is_read() {
                // What a busy app or a long queue does.
                tokio::time::sleep(Duration::from_millis(delay.load(Ordering::Relaxed))).await;
            }
            let doubt = if order.job.action.is_read() { Doubt::None } else { doubt };
            if doubt == Doubt::OfWhatIsNotDone {
                return uncertain(&order, Vec::new());
            }
            let entry = catalogs.borrow().entry(&order.job.integration).unwrap();
            let secrets =
                AccountSecrets { username: Secret::new(account.0), password: Secret::new(account.1), totp: None };
            let mut slot = slot.lock().await;
            let (entry, launch) = (&entry, &launch);
            let (store, secrets) = (&idlcm::secrets::Store::default(), &secrets);
            let evidence = Some(&evidence);
            let what = Order { work: &order, entry, secrets, store, launch, evidence, worker_id: "hands" };
            let done = Box::pin(engine::execute(what, &mut slot)).await;
            if doubt == Doubt::OfWhatIsDone {
                return uncertain(&order, done.result.evidence);
            }
            if done.result.error.is_some() {
                println!("{:#?}", done.result);
            }
            WorkDone { result: done.result, retry: done.retry, cut_off: done.cut_off, not_begun: false }
        }
    })
    .letting_go(move |_| {
        let slot = closing.clone();
        async move { slot.lock().await.close().await }
    })
}

/// The result of a job whose click was sent and whose effect could not be read back.
fn uncertain(order: &WorkOrder, evidence: Vec<EvidenceRef>) -> WorkDone {
    let job = &order.job;
    let error = JobError::new(ErrorKind::VerifyTimeout, "its effect could not be read back");
    let mut result = JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), error);
    (result.outcome, result.effect, result.attempt) = (Outcome::Uncertain, Effect::Uncertain, order.attempt);
    result.evidence = evidence;
    WorkDone::untouched(result)
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
    pub retry_after: Option<u64>,
    pub etag: Option<String>,
}

impl Answer {
    async fn of(answer: reqwest::Response) -> Self {
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (retry_after, etag) = (header("retry-after").and_then(|text| text.parse().ok()), header("etag"));
        let status = answer.status().as_u16();
        let text = answer.text().await.unwrap();
        let body = if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() };
        Self { status, body, retry_after, etag }
    }

    pub fn id(&self) -> String {
        self.body["id"].as_str().unwrap_or_else(|| panic!("no id: {self:?}")).to_owned()
    }

    /// The answer, if it has that status.
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }
}

/// The fixture app with so many users more.
pub fn crowded(folder: &Path, users: usize) -> PathBuf {
    let (from, to) = (checkout("fixtures/boardly"), folder.join("boardly"));
    copy(&from, &to);
    let text = std::fs::read_to_string(to.join("fixture.yaml")).unwrap();
    let place = text.find("      - {email: robin@boardly.example").unwrap();
    let one = |number| {
        format!(
            "      - {{email: user-{number}@acme.example, name: User {number}, roles: [member], joined: 2024-01-01}}"
        )
    };
    let more: Vec<String> = (0..users).map(one).collect();
    let mut text = format!("{}{}\n{}", &text[..place], more.join("\n"), &text[place..]);
    // Seats for all of them.
    text = text.replace("seats: {limit: ", "seats: {limit: 9");
    std::fs::write(to.join("fixture.yaml"), text).unwrap();
    to
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A user as Okta sends it.
pub fn okta_user(user_name: &str, given: &str, family: &str) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": user_name, "name": {"givenName": given, "familyName": family},
        "emails": [{"primary": true, "value": user_name, "type": "work"}],
        "displayName": format!("{given} {family}"), "locale": "en-US", "externalId": format!("00u{given}"),
        "groups": [], "password": "1mz050nq", "active": true,
    })
}
