//! What is under way for longer than a request may wait.

use std::time::Duration;

use reqwest::Method;
use serde_json::json;

use crate::rig::{Plan, Rig, okta_user};

const ADA: &str = "ada@acme.example";

/// The job takes longer than Okta waits: told to come again, it comes, and gets the answer of the same job.
async fn attaches(wait: Duration, delay: Duration) {
    let rig = Rig::start(Plan { wait, delay, ..Plan::of("okta") }).await;
    let ada = okta_user(ADA, "Ada", "Lovelace");
    let begun = std::time::Instant::now();
    let first = rig.send(Method::POST, "/Users", &ada).await.is(429);
    assert!(begun.elapsed() < wait + Duration::from_secs(5), "{:?}", begun.elapsed());
    assert_eq!(first.retry_after, Some(60));
    // It is not there yet for whoever asks, so that Okta makes it again instead of linking to what may fail.
    assert!(rig.found(ADA).await.is_null());
    let mut answer = rig.send(Method::POST, "/Users", &ada).await;
    for _ in 0..10 {
        if answer.status != 429 {
            break;
        }
        answer = rig.send(Method::POST, "/Users", &ada).await;
    }
    let id = answer.is(201).id();
    assert_eq!(rig.found(ADA).await["id"], id);
    // It exists now, and was made once.
    rig.send(Method::POST, "/Users", &ada).await.is(409);
    assert_eq!(rig.accepted("users.create").len(), 1);
    assert_eq!(rig.field(ADA, "roles"), json!(["member"]));
    rig.log_is_intact().await;
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_retry_attaches_to_the_job_that_is_under_way() {
    attaches(Duration::from_secs(2), Duration::from_secs(4)).await;
}

#[ignore = "takes minutes"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_of_70_seconds_and_a_wait_of_50() {
    attaches(Duration::from_secs(50), Duration::from_secs(70)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_requests_at_once_for_one_user_one_is_told_that_the_other_makes_it() {
    let rig = Rig::start(Plan::of("okta")).await;
    let ada = okta_user(ADA, "Ada", "Lovelace");
    let (one, other) = tokio::join!(rig.send(Method::POST, "/Users", &ada), rig.send(Method::POST, "/Users", &ada));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409], "{one:?} {other:?}");
    let refused = if one.status == 409 { one } else { other };
    assert_eq!(refused.body["scimType"], "uniqueness");
    assert_eq!(rig.accepted("users.create").len(), 1);
    rig.stop().await;
}
