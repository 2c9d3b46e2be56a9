//! Workers whose secrets are in Vault, as the program itself: they log in, see what is rotated, wait out an outage, and
//! deliver initial passwords before the app gets them. What happened is read from the app and from Vault.

use std::path::Path;

use crate::fleet::broker::{DEADLINE, eventually_within, soon};
use crate::fleet::tap::Tap;
use crate::fleet::{Fleet, INTEGRATION, PASSWORD, USERNAME, Worker, checkout, job};
use crate::search::Search;
use crate::vault::{ROLE_ID, SECRET_ID, Vault};
use idlcm::fixture::{Fixture, Running, ServeOptions};
use serde_json::{Value, json};

const EVE: &str = "eve@x.example";
const NEW: &str = "ada@x.example";
const INITIAL: &str = "acme/initial/ada@x.example";

/// A fleet whose integration has its secrets in Vault.
struct House {
    fleet: Fleet,
    vault: Vault,
}

impl House {
    /// Of the app `ledgerly`.
    async fn new() -> Self {
        let fleet = Fleet::without_queues(PASSWORD).await;
        let house = Self { fleet, vault: Vault::start().await };
        house.account(PASSWORD);
        let reference = |field: &str| json!({"vault": format!("kv/acme/ledgerly#{field}")});
        house.integration(|integration| {
            integration["service_account"] =
                json!({"username": reference("username"), "password": reference("password")});
        });
        house.fleet.apply().await;
        house
    }

    fn account(&self, password: &str) {
        self.vault.put("acme/ledgerly", json!({"username": USERNAME, "password": password}));
    }

    fn integration(&self, change: impl FnOnce(&mut Value)) {
        let file = self.fleet.path(&format!("integrations/{INTEGRATION}.yaml"));
        let mut integration: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        change(&mut integration);
        std::fs::write(&file, integration.to_string()).unwrap();
    }

    /// A worker that logs in to Vault by AppRole.
    fn worker(&self, name: &str) -> Worker {
        let file = self.fleet.path("approle.password");
        std::fs::write(&file, SECRET_ID).unwrap();
        let (url, file) = (self.vault.url(), file.display().to_string());
        self.fleet.worker_with(name, |command| {
            command.args(["--vault-addr", &url, "--vault-role-id", ROLE_ID, "--vault-secret-id-file", &file]);
            command.env("RUST_LOG", "idlcm=trace,reqwest=trace,hyper=trace,hyper_util=trace,info")
        })
    }
}

/// An app that demands an initial password, before which requests can be held.
struct Saves {
    app: Running,
    tap: Tap,
}

impl Saves {
    async fn start(house: &House) -> Self {
        let source = checkout("tests/apps/two-saves");
        let fixture = Fixture::load(source.clone()).unwrap();
        let app = fixture.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
        let tap = Tap::before(&app.url()).await;
        std::fs::create_dir(house.fleet.path("recipes/two-saves")).unwrap();
        // What may be sent twice has a key that the app keeps unique. The app is quick.
        let recipe = std::fs::read_to_string(source.join("recipe.yaml")).unwrap();
        let unique = recipe.replacen("email:  {type: email,", "email:  {type: email, unique: true,", 1);
        assert_ne!(recipe, unique);
        let unique = unique.replacen("  users.create:\n", "  users.create:\n    verify: {deadline: 3s}\n", 1);
        std::fs::write(house.fleet.path("recipes/two-saves/recipe.yaml"), unique).unwrap();
        house.vault.put("acme/ledgerly", json!({"username": "root@x.example", "password": "correct horse battery"}));
        house.integration(|integration| {
            integration["app"] = json!("two-saves");
            integration["base_url"] = json!(format!("http://{}", tap.address));
            integration["params"] = json!({});
            integration["deliver"] = json!({"password": {"vault": "kv/acme/initial/{{ user.email }}#password"}});
        });
        Self { app, tap }
    }

    fn password(&self, email: &str) -> Value {
        let state = self.app.state();
        state
            .user(email)
            .map(|user| serde_json::to_value(user).unwrap()["fields"]["password"].clone())
            .unwrap_or_default()
    }

    fn created(&self) -> usize {
        self.app.journal().iter().filter(|entry| entry.action == "users.create").count()
    }
}

fn code<'r>(result: &'r Value, code: &str) -> Option<&'r str> {
    let warnings = result["warnings"].as_array().into_iter().flatten();
    warnings.filter(|warning| warning["code"] == code).find_map(|warning| warning["message"].as_str())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_is_rotated_in_vault_ends_the_suspension_and_no_secret_is_written_down() {
    let house = House::new().await;
    house.account("not the password");
    let fleet = &house.fleet;
    let mut worker = house.worker("worker");
    let result = fleet.submit(&[&job("check", &json!(null))]).result().await;
    assert_eq!(result["error"]["kind"], "bad_credentials", "{result:#}");
    let create = job("users.create", &json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "viewer"}));
    fleet.publish(&create).await;
    fleet.waiting(INTEGRATION, 1, 0).await;
    // Its token is gone, too.
    let first = house.vault.tokens().into_iter().find(|token| token.contains("approle")).unwrap();
    house.vault.revoke(&first);
    house.account(PASSWORD);
    // It looks every 30 s.
    let done = async || (fleet.accepted("users.create") == 1).then_some(());
    eventually_within(3 * DEADLINE, "the user, with the rotated password", done).await;
    assert_eq!((fleet.refused("login"), fleet.accepted("login")), (1, 1), "{:#?}", fleet.app.journal());
    assert_eq!(house.vault.count("POST auth/approle/login"), 2, "{:?}", house.vault.seen());
    assert!(worker.end().await.success());
    let tokens = house.vault.tokens();
    let secrets: Vec<&str> = tokens.iter().map(String::as_str).chain([first.as_str(), PASSWORD, SECRET_ID]).collect();
    let known = |file: &Path| file.extension().is_some_and(|extension| extension == "password");
    assert_eq!(Search::new(&secrets).found_below(&fleet.path(""), known), [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_wait_while_vault_is_sealed_and_go_on_by_themselves() {
    let house = House::new().await;
    let fleet = &house.fleet;
    house.vault.set(|kept| kept.sealed = true);
    let mut worker = house.worker("worker");
    let result = fleet.submit(&[&job("check", &json!(null))]).result().await;
    assert_eq!(result["error"]["kind"], "secret_unavailable", "{result:#}");
    assert!(result["error"]["message"].as_str().unwrap().contains("unseal it"), "{result:#}");
    let doctor = fleet.command("doctor", "worker").args(["doctor", "--vault-addr", &house.vault.url()]).output();
    let doctor = String::from_utf8(doctor.await.unwrap().stdout).unwrap();
    assert!(doctor.contains("set VAULT_TOKEN_FILE or VAULT_TOKEN"), "{doctor}");
    fleet.publish(&job("check", &json!(null))).await;
    fleet.waiting(INTEGRATION, 1, 0).await;
    house.vault.set(|kept| kept.sealed = false);
    let done = async || (fleet.accepted("login") == 1).then_some(());
    eventually_within(3 * DEADLINE, "the login, after Vault was unsealed", done).await;
    fleet.waiting(INTEGRATION, 0, 1).await;
    assert!(worker.end().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_after_the_commit_the_delivered_password_is_the_one_that_the_app_has() {
    let house = House::new().await;
    let saves = Saves::start(&house).await;
    let mut first = house.worker("first");
    // The answer to the create has been forwarded; the page that it leads to has not.
    let held = saves.tap.hold(|_, seen| seen.iter().any(|line| line == "POST /users"));
    let create = job("users.create", &json!({"email": NEW, "name": "Ada"}));
    let submission = house.fleet.submit(&[&create]);
    let held = soon("the request", held).await.unwrap();
    first.kill().await;
    first.nothing_is_left().await;
    held.lose();
    let (version, delivered) = house.vault.newest(INITIAL).unwrap();
    assert_eq!((version, &delivered["idlcm_job"]), (1, &create["job_id"]));
    assert_eq!(saves.password(NEW), delivered["password"]);
    let mut second = house.worker("second");
    let result = submission.result().await;
    assert_eq!((&result["outcome"], &result["attempt"]), (&json!("succeeded"), &json!(2)), "{result:#}");
    let told = code(&result, "initial_password_delivered").unwrap();
    assert!(told.contains("kv/acme/initial/ada@x.example#password"), "{told}");
    assert!(!result.to_string().contains(delivered["password"].as_str().unwrap()), "{result:#}");
    assert_eq!((saves.created(), house.vault.newest(INITIAL).unwrap().0), (1, 1));
    assert_eq!(saves.password(NEW), delivered["password"]);
    assert!(second.end().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_before_the_commit_reaches_the_app_the_next_attempt_types_the_delivered_password() {
    let house = House::new().await;
    let saves = Saves::start(&house).await;
    let mut first = house.worker("first");
    let held = saves.tap.hold(|line, _| line == "POST /users");
    let submission = house.fleet.submit(&[&job("users.create", &json!({"email": NEW, "name": "Ada"}))]);
    let held = soon("the request", held).await.unwrap();
    first.kill().await;
    first.nothing_is_left().await;
    held.lose();
    let delivered = house.vault.newest(INITIAL).unwrap().1;
    assert_eq!(saves.password(NEW), Value::Null);
    let mut second = house.worker("second");
    let result = submission.result().await;
    assert_eq!(result["outcome"], "succeeded", "{result:#}");
    assert!(code(&result, "initial_password_delivered").is_some(), "{result:#}");
    assert!(code(&result, "initial_password_discarded").is_none(), "{result:#}");
    assert_eq!((saves.created(), house.vault.newest(INITIAL).unwrap().0), (1, 1));
    assert_eq!(saves.password(NEW), delivered["password"]);
    assert!(second.end().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_delivered_is_not_sent_to_the_app() {
    let house = House::new().await;
    let saves = Saves::start(&house).await;
    house.vault.set(|kept| kept.denied = vec!["create kv/data/acme/initial".into()]);
    let mut worker = house.worker("worker");
    // A plan delivers nothing, and needs no permission.
    let mut plan = job("users.create", &json!({"email": NEW, "name": "Ada"}));
    plan["mode"] = json!("plan");
    let planned = house.fleet.submit(&[&plan]).result().await;
    assert_eq!(planned["outcome"], "planned", "{planned:#}");
    let result = house.fleet.submit(&[&job("users.create", &json!({"email": NEW, "name": "Ada"}))]).result().await;
    assert_eq!((&result["outcome"], &result["effect"]), (&json!("failed"), &json!("none")), "{result:#}");
    assert_eq!(result["error"]["kind"], "secret_unavailable", "{result:#}");
    let message = result["error"]["message"].as_str().unwrap();
    assert!(message.contains("has to grant `create`") && message.contains("kv/data/acme/initial/"), "{message}");
    assert!(!saves.tap.seen().iter().any(|line| line.starts_with("POST /users")), "{:?}", saves.tap.seen());
    assert_eq!((saves.created(), house.vault.newest(INITIAL)), (0, None));
    // What waits is done once the policy grants it.
    house.fleet.publish(&job("users.create", &json!({"email": NEW, "name": "Ada"}))).await;
    house.fleet.waiting(INTEGRATION, 1, 0).await;
    house.vault.set(|kept| kept.denied.clear());
    let done = async || (saves.created() == 1).then_some(());
    eventually_within(3 * DEADLINE, "the user, after the policy was mended", done).await;
    house.fleet.waiting(INTEGRATION, 0, 1).await;
    assert_eq!(saves.password(NEW), house.vault.newest(INITIAL).unwrap().1["password"]);
    assert_eq!(saves.password(EVE), Value::Null);
    assert!(worker.end().await.success());
}
