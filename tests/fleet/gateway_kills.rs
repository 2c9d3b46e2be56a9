//! A gateway, a worker or the broker is killed at any moment while an identity provider makes a user, changes it and takes
//! its access away: nothing is lost, nothing is done twice, and the activity log holds.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use idlcm::fixture::{Fixture, JournalEntry, Running, ServeOptions};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use reqwest::{Client, Method};
use serde_json::{Value, json};

use crate::fleet::broker::{Proxy, eventually_within};
use crate::fleet::{PASSWORD, USERNAME, Worker, checkout, program};
use crate::own_fleet::own_broker::OwnBroker;

/// So many runs are done with one integration: no worker logs in more than 30 times an hour for one, and each kill of a
/// worker or of the broker is another login.
const EACH: usize = 15;
/// The longest that an identity provider tries.
const PATIENCE: Duration = Duration::from_mins(2);

struct House {
    broker: OwnBroker,
    proxy: Proxy,
    app: Running,
    folder: tempfile::TempDir,
    scim: String,
    management: String,
    client: Client,
}

impl House {
    async fn build() -> Self {
        let broker = OwnBroker::start().await;
        let proxy = broker.proxy().await;
        let folder = tempfile::Builder::new().prefix("kills-").tempdir().unwrap();
        let app = Fixture::load(roomy(folder.path())).unwrap();
        let app = app.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
        for name in ["integrations", "recipes", "recipes/ledgerly"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        let recipe = std::fs::read_to_string(checkout("recipes/ledgerly/recipe.yaml")).unwrap();
        let tireless = recipe.replace("users.disable: 20/h", "users.disable: 10000/h");
        assert_ne!(recipe, tireless);
        std::fs::write(folder.path().join("recipes/ledgerly/recipe.yaml"), tireless).unwrap();
        std::fs::write(folder.path().join("username"), USERNAME).unwrap();
        std::fs::write(folder.path().join("password"), PASSWORD).unwrap();
        // Ports that stay the same when the gateway comes back.
        let free = || format!("127.0.0.1:{}", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port());
        let client = Client::builder().timeout(Duration::from_mins(1)).build().unwrap();
        let house = Self { broker, proxy, app, folder, scim: free(), management: free(), client };
        let applied = house.program("apply", "admin").args(["queue", "apply"]).output().await.unwrap();
        assert!(applied.status.success(), "{}", String::from_utf8_lossy(&applied.stderr));
        house
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn program(&self, name: &str, user: &str) -> tokio::process::Command {
        program(self.folder.path(), name, &self.proxy.url(user))
    }

    fn gateway(&self, number: usize) -> Worker {
        let name = format!("gateway-{number}");
        let mut command = self.program(&name, "gateway");
        command.args(["gateway", "--scim-listen", &self.scim, "--manage-listen", &self.management, "--data"]);
        command.arg(self.path("data"));
        Worker::start(&mut command, self.folder.path(), &name)
    }

    fn worker(&self, number: usize) -> Worker {
        let name = format!("worker-{number}");
        let mut command = self.program(&name, "worker");
        command.env("IDLCM_FENCE", "500ms");
        command.args(["worker", "--sessions", "1", "--gateway", &format!("http://{}", self.management)]);
        command.arg("--gateway-token-file").arg(self.path("data/admin-token"));
        command.args(["--gateway-every", "500ms"]);
        Worker::start(&mut command, self.folder.path(), &name)
    }

    /// Gateway and worker in one process, without a broker.
    fn serve(&self, number: usize) -> Worker {
        let name = format!("serve-{number}");
        let mut command = self.program(&name, "admin");
        command.env_remove("IDLCM_AMQP_URL").env("IDLCM_FENCE", "500ms");
        command.args(["serve", "--sessions", "1", "--scim-listen", &self.scim, "--manage-listen", &self.management]);
        command.arg("--data").arg(self.path("data"));
        Worker::start(&mut command, self.folder.path(), &name)
    }

    /// The user was made once, has the other role, and no access any more; the log holds.
    async fn all_is_well(&self, id: &str, email: &str, seed: u64) {
        self.until(id, |now| now["open_jobs"] == 0).await;
        let made = |entry: &&JournalEntry| entry.accepted && entry.action == "users.create" && entry.subject == email;
        assert_eq!(self.app.journal().iter().filter(made).count(), 1, "seed {seed}: {email} was made so often");
        let user = serde_json::to_value(self.app.state().user(email).unwrap()).unwrap();
        let now = (&user["status"], &user["fields"]["role"]);
        assert_eq!(now, (&json!("disabled"), &json!("accountant")), "seed {seed}: {user}");
        let log = self.manage(Method::GET, &format!("/{id}/activity/verify"), &Value::Null).await;
        assert_eq!(log["intact"], true, "seed {seed}: {log}");
    }

    /// A request of an administrator, tried until it is answered.
    async fn manage(&self, method: Method, path: &str, body: &Value) -> Value {
        let begun = Instant::now();
        loop {
            assert!(begun.elapsed() < PATIENCE, "{method} {path}");
            let token = std::fs::read_to_string(self.path("data/admin-token")).unwrap_or_default();
            let url = format!("http://{}/api/v1/integrations{path}", self.management);
            let mut asking = self.client.request(method.clone(), url).bearer_auth(token.trim());
            if !body.is_null() {
                asking = asking.json(body);
            }
            if let Ok(answer) = asking.send().await
                && answer.status().is_success()
            {
                return answer.json().await.unwrap();
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// The SCIM base URL and a token of an integration that is tested and synced.
    async fn connect(&self, id: &str) -> (String, String) {
        let document = json!({
            "schema": "idlcm.integration/1", "id": id, "app": "ledgerly", "params": {"subdomain": "acme"},
            "base_url": self.app.url(),
            "service_account":
                {"username": {"file": self.path("username")}, "password": {"file": self.path("password")}},
        });
        self.manage(Method::POST, "", &json!({"document": document, "idp": "okta"})).await;
        self.manage(Method::POST, &format!("/{id}/check"), &Value::Null).await;
        self.until(id, |now| now["stage"] != "draft").await;
        self.manage(Method::POST, &format!("/{id}/sync"), &Value::Null).await;
        let now = self.until(id, |now| !now["synced"].is_null()).await;
        let token = self.manage(Method::POST, &format!("/{id}/tokens"), &Value::Null).await;
        let url = format!("http://{}{}", self.scim, now["scim_url"].as_str().unwrap());
        (url, token["token"].as_str().unwrap().to_owned())
    }

    async fn until(&self, id: &str, holds: impl Fn(&Value) -> bool) -> Value {
        eventually_within(PATIENCE, "the integration", async || {
            let now = self.manage(Method::GET, &format!("/{id}"), &Value::Null).await;
            holds(&now).then_some(now)
        })
        .await
    }
}

/// The fixture app with seats for everybody.
fn roomy(folder: &Path) -> PathBuf {
    let (from, to) = (checkout("fixtures/ledgerly"), folder.join("ledgerly"));
    for below in ["", "pages", "static"] {
        std::fs::create_dir_all(to.join(below)).unwrap();
        for entry in std::fs::read_dir(from.join(below)).into_iter().flatten().flatten() {
            if entry.path().is_file() {
                std::fs::copy(entry.path(), to.join(below).join(entry.file_name())).unwrap();
            }
        }
    }
    let text = std::fs::read_to_string(to.join("fixture.yaml")).unwrap();
    let roomy = text.replace("limit: 60}", "limit: 6000}");
    assert_ne!(text, roomy);
    std::fs::write(to.join("fixture.yaml"), roomy).unwrap();
    to
}

/// What an identity provider does with one user, whatever happens meanwhile.
struct Provider<'a> {
    client: &'a Client,
    base: &'a str,
    token: &'a str,
}

impl Provider<'_> {
    /// Tries until there is an answer that does not say "later".
    async fn insists(&self, method: Method, path: &str, body: &Value) -> (u16, Value) {
        loop {
            let url = format!("{}{path}", self.base);
            let asking = self.client.request(method.clone(), url).bearer_auth(self.token);
            let asking = if body.is_null() { asking } else { asking.body(body.to_string()) };
            if let Ok(answer) = asking.send().await {
                let status = answer.status().as_u16();
                let body: Value = answer.json().await.unwrap_or_default();
                if ![429, 503].contains(&status) {
                    return (status, body);
                }
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    async fn found(&self, email: &str) -> Option<String> {
        let (_, list) =
            self.insists(Method::GET, &format!("/Users?filter=userName%20eq%20%22{email}%22"), &Value::Null).await;
        list["Resources"][0]["id"].as_str().map(str::to_owned)
    }

    /// Makes a user, gives it another role, and takes its access away.
    async fn a_life(&self, email: &str) {
        let user = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": email, "displayName": "Ada Lovelace",
            "emails": [{"value": email, "type": "work", "primary": true}], "active": true,
            "roles": [{"value": "viewer"}],
        });
        let id = loop {
            // One whose answer was lost is linked to, or made again.
            if let Some(id) = self.found(email).await {
                break id;
            }
            let (status, body) = self.insists(Method::POST, "/Users", &user).await;
            match status {
                201 => break body["id"].as_str().unwrap().to_owned(),
                409 => {}
                _ => panic!("POST {email}: {status} {body}"),
            }
        };
        for change in [json!({"roles": [{"value": "accountant"}]}), json!({"active": false})] {
            let patch = json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                "Operations": [{"op": "replace", "value": change}],
            });
            let (status, body) = self.insists(Method::PATCH, &format!("/Users/{id}"), &patch).await;
            assert_eq!(status, 200, "{change}: {body}");
        }
    }
}

async fn kills(seed: u64, runs: usize) {
    let house = House::build().await;
    let (mut gateway, mut worker) = (house.gateway(0), house.worker(0));
    let (mut id, mut base, mut token) = (String::new(), String::new(), String::new());
    let (mut killed, mut resumed) = ([0_usize; 4], 0);
    for run in 0..runs {
        if run % EACH == 0 {
            id = format!("beta-{}", run / EACH);
            (base, token) = house.connect(&id).await;
        }
        let provider = Provider { client: &house.client, base: &base, token: &token };
        let seed = seed + run as u64;
        let mut rng = StdRng::seed_from_u64(seed);
        let (victim, after) = (rng.random_range(0..4), Duration::from_millis(rng.random_range(0..7000)));
        println!("run {run}, seed {seed}: victim {victim} after {after:?}");
        let email = format!("ada-{seed}@acme.example");
        let strike = async {
            tokio::time::sleep(after).await;
            match victim {
                0 => {
                    gateway.kill().await;
                    gateway = house.gateway(run + 1);
                }
                1 => {
                    worker.kill().await;
                    worker = house.worker(run + 1);
                }
                2 => house.proxy.cut(),
                _ => house.broker.restart().await,
            }
        };
        // Two workers that were killed while they logged in, one after the other: nobody knows how the logins ended, and a
        // person is asked before a third one. This is that person.
        let operator = async {
            loop {
                tokio::time::sleep(Duration::from_secs(1)).await;
                let now = house.manage(Method::GET, &format!("/{id}"), &Value::Null).await;
                if let Some(why) = now["attention"].as_str() {
                    assert!(why.contains("login"), "seed {seed}: {why}");
                    house.manage(Method::POST, &format!("/{id}/resume"), &Value::Null).await;
                    resumed += 1;
                }
            }
        };
        let living = async {
            tokio::select! {
                ((), ()) = async { tokio::join!(provider.a_life(&email), strike) } => {}
                () = operator => {}
            }
        };
        let lived = tokio::time::timeout(2 * PATIENCE, living).await;
        if lived.is_err() {
            let now = house.manage(Method::GET, &format!("/{id}"), &Value::Null).await;
            let jobs = house.manage(Method::GET, &format!("/{id}/jobs?count=5"), &Value::Null).await;
            let folder = house.folder.keep();
            panic!("seed {seed}: {email} is not done: {now} {jobs}; logs in {}", folder.display());
        }
        killed[victim] += 1;
        house.all_is_well(&id, &email, seed).await;
    }
    let [gateways, workers, cuts, restarts] = killed;
    println!(
        "{runs} runs: {gateways} gateways and {workers} workers killed, {cuts} cuts, {restarts} broker restarts; resumed {resumed} times"
    );
    worker.end().await;
    gateway.end().await;
}

/// Without a broker: what was clicked is known from a file, and unfinished jobs from the database.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn four_lives_and_a_kill_of_serve_in_each() {
    let house = House::build().await;
    let mut serve = house.serve(0);
    let (base, token) = house.connect("beta-0").await;
    let provider = Provider { client: &house.client, base: &base, token: &token };
    let first = u64::from(rand::random::<u32>());
    for run in 0..4 {
        let seed = first + run as u64;
        let after = Duration::from_millis(StdRng::seed_from_u64(seed).random_range(500..5000));
        println!("seed {seed}: serve is killed after {after:?}");
        let email = format!("ada-{seed}@acme.example");
        let strike = async {
            tokio::time::sleep(after).await;
            serve.kill().await;
            serve = house.serve(run + 1);
        };
        tokio::join!(provider.a_life(&email), strike);
        house.all_is_well("beta-0", &email, seed).await;
    }
    serve.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn six_lives_and_a_kill_in_each() {
    kills(rand::random::<u32>().into(), 6).await;
}

/// `IDLCM_KILLS`: how many; `IDLCM_KILLS_SEED`: the first seed.
#[ignore = "takes most of an hour"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_lives_and_a_kill_in_each() {
    let number = |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let runs = usize::try_from(number("IDLCM_KILLS", 200)).unwrap();
    kills(number("IDLCM_KILLS_SEED", rand::random::<u32>().into()), runs).await;
}
