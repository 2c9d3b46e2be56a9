//! Many users, and many requests.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use idlcm::contract::{Effect, IntegrationId, JobResult, Outcome, ResourceKind, Subject, WorkerRef};
use idlcm::engine::WorkOrder;
use idlcm::gateway::Settings;
use idlcm::gateway::store::resources::{self, Resource, State};
use idlcm::worker::{Handler, WorkDone};
use reqwest::Method;
use serde_json::{Value, json};

use crate::rig::{ID, Plan, Rig, okta_user};

/// Puts so many users into the database, as a sync would.
pub async fn fill(rig: &Rig, users: usize) {
    let id: IntegrationId = ID.parse().unwrap();
    let mut writing = rig.office.database.write(&id).await.unwrap();
    for number in 0..users {
        let email = format!("user-{number}@acme.example");
        let mut new = Resource::new(id.clone(), ResourceKind::Users, email.clone(), email.clone());
        let fields = BTreeMap::from([
            ("email".to_owned(), json!(email)),
            ("name".to_owned(), json!(format!("User {number}"))),
            ("roles".to_owned(), json!(["member"])),
            ("status".to_owned(), json!("active")),
        ]);
        new.app_key = Some(email);
        new.desired = State { fields, active: true };
        new.observed = Some(new.desired.clone());
        resources::insert(&mut writing, &new).await.unwrap();
    }
    writing.commit().await.unwrap();
}

/// The most memory that this process has had, in MiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_thousand_users_are_imported_page_by_page() {
    const USERS: usize = 50_000;
    let rig = Rig::bare(Plan::of("okta")).await;
    rig.as_if_synced().await;
    rig.connect().await;
    fill(&rig, USERS).await;
    let mut times = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for start in (1..=USERS).step_by(100) {
        let begun = Instant::now();
        let page = rig.get(&format!("/Users?startIndex={start}&count=100")).await.is(200);
        times.push(begun.elapsed());
        assert_eq!(page.body["totalResults"], USERS);
        seen.extend(page.body["Resources"].as_array().unwrap().iter().map(|user| user["id"].to_string()));
    }
    assert_eq!(seen.len(), USERS, "each once");
    times.sort();
    let (p50, p95) = (times[times.len() / 2], times[times.len() * 95 / 100]);
    println!("pages of 100 of {USERS}: p50 {p50:?}, p95 {p95:?}, longest {:?}; {} MiB", times[times.len() - 1], peak());
    // With PostgreSQL it is the server's time, and that of everything else on this machine.
    assert!(p95 < Duration::from_millis(100) || rig.office.database.is_shared(), "{p95:?}");
    assert!(peak() < 150, "{} MiB", peak());
    let begun = Instant::now();
    assert_eq!(rig.found("user-49999@acme.example").await["active"], true);
    println!("one found by its name in {:?}", begun.elapsed());
    rig.stop().await;
}

/// A worker that is as quick as can be: the app has what was wished.
fn quick() -> Handler {
    Handler::new(|order: WorkOrder| async move {
        let job = &order.job;
        let kind = job.action.subject();
        let fields = job.named(kind).cloned().unwrap_or_default();
        let key = fields.get("email").or_else(|| fields.get("name")).and_then(Value::as_str).unwrap_or_default();
        let error = idlcm::contract::JobError::new(idlcm::contract::ErrorKind::Internal, "");
        let mut result = JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), error);
        result.error = None;
        result.outcome = Outcome::Succeeded;
        result.effect = Effect::Applied;
        result.attempt = order.attempt;
        result.worker = WorkerRef::default();
        result.subject = Some(Subject { resource: kind, key: key.to_owned(), fields, partial: BTreeMap::new() });
        WorkDone::untouched(result)
    })
}

/// Reads and writes, so many a second, each answered as it should be.
async fn busy(seconds: u64) {
    let plan = Plan { handler: Some(quick()), settings: Settings::default(), ..Plan::of("okta") };
    let rig = Rig::bare(plan).await;
    rig.as_if_synced().await;
    rig.connect().await;
    fill(&rig, 1000).await;
    let known = rig.get("/Users?count=1000&attributes=userName").await.is(200);
    let known: Vec<String> = known.body["Resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|user| user["id"].as_str().unwrap().to_owned())
        .collect();
    let known = std::sync::Arc::new(known);
    let mut every = tokio::time::interval(Duration::from_millis(40));
    let (mut running, mut counts) = (tokio::task::JoinSet::new(), BTreeMap::<u16, usize>::new());
    let rig = std::sync::Arc::new(rig);
    let begun = Instant::now();
    for number in 0..seconds * 25 {
        every.tick().await;
        let (rig, known) = (rig.clone(), known.clone());
        running.spawn(async move {
            let email = format!("ada-{number}@acme.example");
            match number % 5 {
                0 => rig.send(Method::POST, "/Users", &okta_user(&email, "Ada", "L")).await,
                1 => rig.get(&format!("/Users?startIndex={}&count=100", number % 900 + 1)).await,
                2 => rig.get("/Users?filter=userName%20eq%20%22user-7@acme.example%22").await,
                3 => {
                    let id = &known[usize::try_from(number).unwrap() % known.len()];
                    let patch = json!({
                        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                        "Operations": [{"op": "replace", "value": {"roles": [{"value": "guest"}]}}],
                    });
                    rig.send(Method::PATCH, &format!("/Users/{id}"), &patch).await
                }
                _ => rig.get("/Groups?startIndex=1&count=100").await,
            }
        });
    }
    while let Some(answer) = running.join_next().await {
        *counts.entry(answer.unwrap().status).or_default() += 1;
    }
    println!("{counts:?} in {:?}", begun.elapsed());
    assert!(counts.keys().all(|status| [200, 201].contains(status)), "{counts:?}");
    rig.log_is_intact().await;
    let rig = std::sync::Arc::into_inner(rig).unwrap();
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_five_requests_a_second_for_ten_seconds() {
    busy(10).await;
}

#[ignore = "takes a minute"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_five_requests_a_second_for_a_minute() {
    busy(60).await;
}
