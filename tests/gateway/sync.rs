//! What a sync takes in, and what it holds back.

use std::sync::{Arc, Mutex};

use idlcm::contract::{
    Action, ErrorKind, IntegrationId, Item, JobError, JobResult, ListPart, Outcome, Proof, ResourceKind,
};
use idlcm::engine::WorkOrder;
use idlcm::fixture::Fault;
use idlcm::gateway::provisioning::{Synced, take_in};
use idlcm::gateway::store::resources::{self, Resource};
use idlcm::worker::{Handler, WorkDone};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::rig::{ID, Plan, Rig, crowded};

async fn vanish(users: usize, vanished: usize) {
    let folder = tempfile::tempdir().unwrap();
    let fixture = crowded(folder.path(), users);
    let rig = Rig::start(Plan { fixture, ..Plan::of("okta") }).await;
    let all = rig.app.state().users.len();
    assert!(all > users);
    assert_eq!(rig.integration().await["counts"]["users"], all);
    let members = rig.get(&format!("/Groups/{}", rig.group("Engineering").await)).await.is(200);
    assert_eq!(members.body["members"].as_array().map(Vec::len), Some(in_group(&rig, "engineering")));

    rig.app.set_fault(Fault::Vanish(vanished));
    let held = rig.synced().await;
    let jobs = rig.manage(Method::GET, &format!("/{ID}/jobs"), &Value::Null).await;
    assert_eq!(held["state"], "needs_review", "{held}\n{jobs:#}");
    assert_eq!(held["counts"]["users"], all);
    assert!(!held["review"].is_null());
    // What is not complete is not taken in, whoever asks for it.
    let (status, refused) = rig.managed(Method::POST, &format!("/{ID}/apply"), &Value::Null).await;
    assert_eq!(status, 409, "{refused}");
    assert_eq!(rig.integration().await["counts"]["users"], all);
    let dropped = rig.manage(Method::POST, &format!("/{ID}/discard"), &Value::Null).await;
    assert_eq!(dropped, serde_json::json!({}));

    rig.app.clear_faults();
    let good = rig.synced().await;
    assert_eq!((&good["state"], &good["counts"]["users"]), (&"connected".into(), &all.into()), "{good}");
    rig.log_is_intact().await;
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_hundred_users_thirty_vanish_and_nothing_is_deleted() {
    vanish(50, 30).await;
}

#[ignore = "takes minutes"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_thousand_users_three_hundred_vanish_and_nothing_is_deleted() {
    vanish(1000, 300).await;
}

fn in_group(rig: &Rig, group: &str) -> usize {
    let users = serde_json::to_value(&rig.app.state().users).unwrap();
    let users = users.as_array().unwrap();
    users
        .iter()
        .filter(|user| user["fields"]["groups"].as_array().is_some_and(|groups| groups.iter().any(|one| one == group)))
        .count()
}

/// A handler whose syncs find these users, and provably no others.
pub fn finds(users: Arc<Mutex<Vec<String>>>) -> Handler {
    Handler::new(move |order: WorkOrder| {
        let users = users.lock().unwrap().clone();
        async move {
            let job = &order.job;
            let error = JobError::new(ErrorKind::Internal, "");
            let mut result = JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), error);
            result.error = None;
            result.outcome = Outcome::Succeeded;
            result.attempt = order.attempt;
            let item = |email: &String| {
                Item::from([("email".to_owned(), json!(email)), ("status".to_owned(), json!("active"))])
            };
            let items = users.iter().map(item).collect();
            let list = ListPart { resource: ResourceKind::Users, items, total_reported: None, proof: Proof::End };
            result.lists = vec![list];
            WorkDone::untouched(result)
        }
    })
}

/// Taken away in the app and made anew, it has another key there and its old name.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_found_again_by_its_name_under_another_key_stays_what_it_is() {
    let rig = Rig::bare(Plan::of("okta")).await;
    let id: IntegrationId = ID.parse().unwrap();
    let app = rig.office.apps.read(&rig.integration().await["document"]).unwrap();
    let fields = |key: &str| json!({"name": key, "members": 1});
    let mut known = Resource::new(id.clone(), ResourceKind::Groups, app.group_key("Research"), "research".to_owned());
    known.app_key = Some("of-before".to_owned());
    known.desired.fields = serde_json::from_value(fields("Research")).unwrap();
    known.observed = Some(known.desired.clone());
    let list = |kind: ResourceKind, item: Value| {
        let error = JobError::new(ErrorKind::Internal, "");
        let mut list = JobResult::refused(Uuid::nil(), id.clone(), Some(Action::Sync), error);
        list.resource = Some(kind);
        list.items = Some(vec![serde_json::from_value(item).unwrap()]);
        list.complete = Some(true);
        list
    };
    let users = list(ResourceKind::Users, json!({"email": "ada@acme.example", "status": "active"}));
    let lists = [users, list(ResourceKind::Groups, fields("Research"))];
    let mut writing = rig.office.database.write(&id).await.unwrap();
    resources::insert(&mut writing, &known).await.unwrap();
    let synced = take_in(&mut writing, &app, &lists, false).await.unwrap();
    writing.commit().await.unwrap();
    let Synced::Applied(changes) = synced else { panic!("{synced:?}") };
    let groups = rig.manage(Method::GET, &format!("/{ID}/resources/groups"), &Value::Null).await;
    let now = &groups["resources"][0];
    assert_eq!((changes.gone, changes.changed, &groups["total"]), (0, 1, &json!(1)), "{groups}");
    assert_eq!((&now["id"], &now["key"]), (&json!(known.id), &json!("Research")));
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fifth_of_the_users_may_be_gone_and_more_only_by_an_administrators_word() {
    let named = |range: std::ops::Range<usize>| range.map(|n| format!("user-{n}@acme.example")).collect::<Vec<_>>();
    let users = Arc::new(Mutex::new(named(0..100)));
    let rig = Rig::bare(Plan { handler: Some(finds(users.clone())), ..Plan::of("okta") }).await;
    rig.as_if_synced().await;
    assert_eq!(rig.synced().await["counts"]["users"], 100);
    // One in five.
    *users.lock().unwrap() = named(0..80);
    let now = rig.synced().await;
    assert_eq!((&now["review"], &now["counts"]["users"]), (&Value::Null, &json!(80)));
    // One more than that.
    *users.lock().unwrap() = named(0..63);
    let now = rig.synced().await;
    assert_eq!((&now["state"], &now["counts"]["users"]), (&json!("needs_review"), &json!(80)), "{now}");
    assert!(now["review"].as_str().unwrap().contains("17 of 80"), "{now}");
    let applied = rig.manage(Method::POST, &format!("/{ID}/apply"), &Value::Null).await;
    assert_eq!((&applied["gone"], &rig.integration().await["counts"]["users"]), (&json!(17), &json!(63)));
    // All of them.
    users.lock().unwrap().clear();
    let now = rig.synced().await;
    assert_eq!((&now["state"], &now["counts"]["users"]), (&json!("needs_review"), &json!(63)), "{now}");
    rig.manage(Method::POST, &format!("/{ID}/discard"), &Value::Null).await;
    let log = rig.manage(Method::GET, &format!("/{ID}/activity?count=100"), &Value::Null).await;
    let outcomes: Vec<&str> = log["activity"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["event"] == "sync")
        .map(|e| e["outcome"].as_str().unwrap())
        .rev()
        .collect();
    assert_eq!(outcomes, ["asked", "done", "asked", "done", "asked", "held", "done", "asked", "held", "refused"]);
    rig.log_is_intact().await;
    rig.stop().await;
}
