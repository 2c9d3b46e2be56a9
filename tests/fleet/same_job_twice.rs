//! A job id that is sent twice is one wish: one change in the app, and an answer to everybody who asked.

use crate::fleet::{Fleet, job};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_is_sent_twice_makes_one_user_and_both_senders_are_answered() {
    let fleet = Fleet::start().await;
    let create = job("users.create", &json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "viewer"}));
    let (one, other) = (fleet.submit(&[&create]), fleet.submit(&[&create]));
    // Both are in the queue before anybody works.
    fleet.waiting("acme", 2, 0).await;
    let mut worker = fleet.worker("first");
    for result in [one.result().await, other.result().await] {
        assert_eq!(result["job_id"], create["job_id"]);
        assert_eq!((&result["outcome"], &result["effect"]), (&json!("succeeded"), &json!("applied")), "{result:#}");
    }
    assert_eq!((fleet.accepted("users.create"), fleet.refused("users.create")), (1, 0));
    assert!(worker.end().await.success());

    // A worker that knows nothing of it looks, finds the wish fulfilled, and changes nothing.
    let requests = fleet.tap.seen().len();
    let mut stranger = fleet.worker("second");
    let result = fleet.submit(&[&create]).result().await;
    assert_eq!((&result["outcome"], &result["effect"]), (&json!("unchanged"), &json!("none")), "{result:#}");
    let later = fleet.tap.seen().split_off(requests);
    assert!(later.iter().all(|line| line.starts_with("GET ") || line == "POST /login"), "{later:#?}");
    assert_eq!((fleet.accepted("users.create"), fleet.refused("users.create")), (1, 0));
    assert!(stranger.end().await.success());
}
