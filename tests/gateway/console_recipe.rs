//! The recipe of the console, against the console itself: a browser signs in and manages people, and what became of them is
//! read through the management API.

use std::collections::BTreeMap;

use idlcm::browser::LaunchOptions;
use idlcm::catalog::{Catalog, Entry};
use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome, decode_job};
use idlcm::engine::{self, AccountSecrets, BrowserSlot, GateRequest, Order, WorkOrder};
use idlcm::secrets::{Secret, Store};
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::rig::{ADMINISTRATOR, Plan, Rig, checkout};

const SERVICE: &str = "service@idlcm";
const PASSWORD: &str = "four words in a row";
const DONE: (Outcome, Effect) = (Outcome::Succeeded, Effect::Applied);
const UNCHANGED: (Outcome, Effect) = (Outcome::Unchanged, Effect::None);

/// A service account of the console, with a browser of its own.
struct Account {
    entry: Entry,
    secrets: AccountSecrets,
    slot: BrowserSlot,
}

impl Account {
    fn of(rig: &Rig, name: &str, password: &str) -> Self {
        let catalog = Catalog::with_integrations(&checkout("recipes"), &[]).unwrap();
        let document = json!({
            "schema": "idlcm.integration/1", "id": "own-console", "app": "idlcm-console", "base_url": rig.management(),
            "service_account": {"username": {"env": "NOT_READ"}, "password": {"env": "NOT_READ"}},
        });
        Self {
            entry: catalog.read_integration("own-console", &document.to_string()).unwrap(),
            secrets: AccountSecrets { username: Secret::new(name), password: Secret::new(password), totp: None },
            slot: BrowserSlot::new(),
        }
    }

    /// One attempt at a job, about a user or about nothing for `null`.
    async fn does(&mut self, action: &str, user: &Value) -> JobResult {
        let mut job = json!({
            "schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": "own-console", "action": action,
        });
        if !user.is_null() {
            job["user"] = user.clone();
        }
        let job = decode_job(job.to_string().as_bytes()).unwrap();
        let (gate, mut requests) = tokio::sync::mpsc::channel::<GateRequest>(1);
        let work = WorkOrder::new(job, gate, CancellationToken::new());
        let (launch, store) = (LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into()), Store::default());
        let order = Order {
            work: &work,
            entry: &self.entry,
            secrets: &self.secrets,
            store: &store,
            launch: &launch,
            evidence: None,
            worker_id: "own-console",
        };
        let granting = async {
            while let Some(request) = requests.recv().await {
                request.grant();
            }
        };
        let doing = Box::pin(engine::execute(order, &mut self.slot));
        let done = tokio::select! {
            done = doing => done,
            () = granting => panic!("nobody asks the gate any more"),
        };
        if done.result.error.is_some() {
            println!("{:#?}", done.result);
        }
        done.result
    }
}

fn ended(result: &JobResult) -> (Outcome, Effect) {
    (result.outcome, result.effect)
}

fn refused(result: &JobResult) -> Option<ErrorKind> {
    result.error.as_ref().map(|error| error.kind)
}

/// What the management API answers to the administrator.
async fn api(rig: &Rig, method: Method, path: &str, body: &Value) -> Value {
    let asking = Client::new().request(method, format!("{}/api/v1{path}", rig.management()));
    let asking = asking.bearer_auth(ADMINISTRATOR);
    let asking = if body.is_null() { asking } else { asking.json(body) };
    let answer = asking.send().await.unwrap();
    let (status, told) = (answer.status(), answer.json::<Value>().await.unwrap());
    assert!(status == StatusCode::OK || status == StatusCode::CREATED, "{path}: {status} {told}");
    told
}

/// Adds somebody who signs in with a password that need not be changed.
async fn account(rig: &Rig, name: &str, role: &str) {
    let new = json!({"name": name, "display": name, "role": role, "password": PASSWORD, "must_change": false});
    api(rig, Method::POST, "/people", &new).await;
}

/// How somebody is shown, the role, and whether there is access.
type Kept = (String, String, bool);

/// Everybody, as the management API has them.
async fn kept(rig: &Rig) -> BTreeMap<String, Kept> {
    let told = api(rig, Method::GET, "/people", &Value::Null).await;
    let text = |person: &Value, name: &str| person[name].as_str().unwrap().to_owned();
    let one = |person: &Value| {
        let active = person["active"] == true;
        (text(person, "name"), (text(person, "display"), text(person, "role"), active))
    };
    told["people"].as_array().unwrap().iter().map(one).collect()
}

/// Everybody, as a list of the recipe has them.
fn listed(result: &JobResult) -> BTreeMap<String, Kept> {
    let items = serde_json::to_value(&result.items).unwrap();
    let text = |item: &Value, name: &str| item[name].as_str().unwrap().to_owned();
    let one = |item: &Value| {
        let active = item["status"] == "active";
        (text(item, "username"), (text(item, "display_name"), text(item, "role"), active))
    };
    items.as_array().unwrap().iter().map(one).collect()
}

/// How often the name signed in, and how often it was refused.
async fn signed_in(rig: &Rig, name: &str) -> (usize, usize) {
    let told = api(rig, Method::GET, "/people/activity?count=1000", &Value::Null).await;
    let entries = told["activity"].as_array().unwrap();
    let of = |outcome: &str| {
        let begun = entries.iter().filter(|entry| entry["event"] == "session.begin" && entry["target"] == name);
        begun.filter(|entry| entry["outcome"] == outcome).count()
    };
    (of("done"), of("refused"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_are_managed_through_the_console_and_are_what_the_api_says() {
    let rig = Rig::bare(Plan::of("okta")).await;
    account(&rig, SERVICE, "owner").await;
    // More than a page of the list has; the name of one is a part of another's, and signs that pages and addresses get wrong.
    let mut names = vec!["ana".to_owned(), "ana2".to_owned(), "<b>\"o'neil\"</b>&a=b%2f?#+;{{y}}".to_owned()];
    names.extend((0..52).map(|number| format!("user-{number}@acme.example")));
    let roles = ["viewer", "admin", "super_admin", "owner"];
    for (place, name) in names.iter().enumerate() {
        let new = json!({"name": name, "display": format!("<i>Zoë</i> & O'{place}"), "role": roles[place % 4]});
        let person = api(&rig, Method::POST, "/people", &new).await;
        if place % 9 == 8 {
            let path = format!("/people/{}", person["id"].as_str().unwrap());
            api(&rig, Method::PUT, &path, &json!({"active": false})).await;
        }
    }
    let mut service = Account::of(&rig, SERVICE, PASSWORD);
    let list = service.does("users.list", &Value::Null).await;
    assert_eq!((list.outcome, list.complete), (Outcome::Succeeded, Some(true)));
    assert_eq!(listed(&list), kept(&rig).await);

    let ada = "ada.o'lovelace+1@acme.example";
    let is = |display: &str, role: &str, active: bool| Some((display.to_owned(), role.to_owned(), active));
    let of_ada = async || kept(&rig).await.remove(ada);
    let new = json!({"username": ada, "display_name": "Ada O'L <b>", "role": "admin"});
    assert_eq!(ended(&service.does("users.create", &new).await), DONE);
    assert_eq!(of_ada().await, is("Ada O'L <b>", "admin", true));
    assert_eq!(ended(&service.does("users.create", &new).await), UNCHANGED);
    let other = json!({"username": ada, "display_name": "Ada", "role": "super_admin"});
    assert_eq!(ended(&service.does("users.update", &other).await), DONE);
    assert_eq!(of_ada().await, is("Ada", "super_admin", true));
    for (action, active) in [("users.disable", false), ("users.enable", true)] {
        assert_eq!(ended(&service.does(action, &json!({"username": ada})).await), DONE, "{action}");
        assert_eq!(of_ada().await, is("Ada", "super_admin", active), "{action}");
        assert_eq!(ended(&service.does(action, &json!({"username": ada})).await), UNCHANGED, "{action}");
    }
    assert_eq!(ended(&service.does("users.disable", &json!({"username": "ana"})).await), DONE);
    let now = kept(&rig).await;
    assert!(!now["ana"].2 && now["ana2"].2);
    // What the console refuses stands on its page, and nothing came of it: 200 bytes are fewer than 150 of these.
    let long = json!({"username": "ü".repeat(150), "display_name": "x", "role": "viewer"});
    let long = service.does("users.create", &long).await;
    assert_eq!((refused(&long), long.effect), (Some(ErrorKind::InvalidAttribute), Effect::None));
    assert_eq!(kept(&rig).await, now);
    // All in one session.
    assert_eq!(signed_in(&rig, SERVICE).await, (1, 0));
    service.slot.close().await;
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_account_that_may_not_is_told_apart_from_one_with_a_wrong_password() {
    let rig = Rig::bare(Plan::of("okta")).await;
    for (name, role) in [(SERVICE, "owner"), ("viewer@idlcm", "viewer"), ("helper@idlcm", "super_admin")] {
        account(&rig, name, role).await;
    }
    for (name, password, kind) in [
        (SERVICE, "not the password at all", ErrorKind::BadCredentials),
        ("viewer@idlcm", PASSWORD, ErrorKind::UnderPermissioned),
    ] {
        let mut account = Account::of(&rig, name, password);
        assert_eq!(refused(&account.does("users.list", &Value::Null).await), Some(kind), "{name}");
        account.slot.close().await;
    }
    assert_eq!((signed_in(&rig, SERVICE).await, signed_in(&rig, "viewer@idlcm").await), ((0, 1), (1, 0)));
    // A super admin manages those below, and nobody else.
    let mut helper = Account::of(&rig, "helper@idlcm", PASSWORD);
    assert_eq!(ended(&helper.does("users.disable", &json!({"username": "viewer@idlcm"})).await), DONE);
    let above = helper.does("users.disable", &json!({"username": SERVICE})).await;
    assert_eq!((refused(&above), above.effect), (Some(ErrorKind::AppRejected), Effect::None));
    let now = kept(&rig).await;
    assert!(now[SERVICE].2 && !now["viewer@idlcm"].2);
    helper.slot.close().await;
    rig.stop().await;
}
