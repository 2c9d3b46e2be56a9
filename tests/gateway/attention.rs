//! An app that refuses the service account: jobs wait, the identity provider is told why, and an administrator lets them go on.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use idlcm::contract::{Effect, ErrorKind, JobError, JobResult, Outcome, ResourceKind, Subject};
use idlcm::engine::WorkOrder;
use idlcm::worker::{Handler, WorkDone};
use reqwest::Method;
use serde_json::{Value, json};

use crate::rig::{ID, Plan, Rig, okta_user};

const ADA: &str = "ada@acme.example";

/// An app that takes the password, or not; and how often it was tried.
fn app(takes: Arc<AtomicBool>, tried: Arc<AtomicUsize>) -> Handler {
    Handler::new(move |order: WorkOrder| {
        tried.fetch_add(1, Ordering::Relaxed);
        let job = order.job.clone();
        let error = JobError::new(ErrorKind::BadCredentials, "the app does not take the password");
        let mut result = JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), error);
        if takes.load(Ordering::Relaxed) {
            result.error = None;
            result.outcome = Outcome::Succeeded;
            result.effect = Effect::Applied;
            let fields = job.user.unwrap_or_default();
            let key = fields["email"].as_str().unwrap().to_owned();
            result.subject = Some(Subject { resource: ResourceKind::Users, key, fields, partial: BTreeMap::new() });
        }
        async move { WorkDone::untouched(result) }
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_suspended_integration_tells_why_and_goes_on_when_an_administrator_says_so() {
    let (takes, tried) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let handler = Some(app(takes.clone(), tried.clone()));
    let rig = Rig::bare(Plan { handler, wait: Duration::from_secs(2), ..Plan::of("okta") }).await;
    rig.as_if_synced().await;
    rig.connect().await;
    // The request that meets it fails, and is told in the words of the administrator.
    let met = rig.send(Method::POST, "/Users", &okta_user("bob@acme.example", "Bob", "B")).await.is(500);
    assert!(met.body["detail"].as_str().unwrap().contains("password of the service account"), "{met:?}");
    let now = rig.until("the suspension", |now| now["state"] == "needs_attention").await;
    assert!(now["attention"].as_str().unwrap().contains("does not take the password"), "{now}");
    assert_eq!(
        (&now["attention_kind"], &now["attention_action"]),
        (&json!("bad_credentials"), &json!("review_credentials"))
    );
    // The next one waits with its job; nobody logs in a second time.
    let waits = rig.send(Method::POST, "/Users", &okta_user(ADA, "Ada", "L")).await.is(429);
    assert!(waits.body["detail"].as_str().unwrap().contains("does not take the password"), "{waits:?}");
    assert_eq!(tried.load(Ordering::Relaxed), 1);
    takes.store(true, Ordering::Relaxed);
    rig.manage(Method::POST, &format!("/{ID}/resume"), &Value::Null).await;
    rig.send(Method::POST, "/Users", &okta_user(ADA, "Ada", "L")).await.is(201);
    assert_eq!(tried.load(Ordering::Relaxed), 2);
    let now = rig.integration().await;
    assert_eq!(
        (&now["attention"], &now["attention_kind"], &now["attention_action"]),
        (&json!(null), &json!(null), &json!(null))
    );
    rig.log_is_intact().await;
    rig.stop().await;
}
