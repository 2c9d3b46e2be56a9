//! A password that the app refuses is typed once, by one worker; everything else waits.

use crate::fleet::{Fleet, INTEGRATION, job};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_typed_once_and_further_jobs_wait_until_a_person_has_mended_it() {
    let fleet = Fleet::without_queues("not the password").await;
    fleet.integrate("beta", crate::fleet::PASSWORD);
    fleet.apply().await;
    let mut first = fleet.worker("first");
    let ada = json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "viewer"});
    let result = fleet.submit(&[&job("users.create", &ada)]).result().await;
    assert_eq!(result["error"]["kind"], "bad_credentials", "{result:#}");
    assert_eq!(result["error"]["user_action"], "review_credentials", "{result:#}");
    assert_eq!(result["effect"], "none");

    // The worker has let go of the queue, and jobs stay in it.
    fleet.waiting(INTEGRATION, 0, 0).await;
    for action in ["check", "users.list"] {
        fleet.publish(&job(action, &json!(null))).await;
    }
    // A neighbour's job is done after they came: the worker lives and leaves them alone.
    let mut neighbour = job("check", &json!(null));
    neighbour["integration"] = json!("beta");
    assert_eq!(fleet.submit(&[&neighbour]).result().await["outcome"], "succeeded");
    fleet.waiting(INTEGRATION, 2, 0).await;
    assert_eq!(fleet.refused("login"), 1, "{:#?}", fleet.app.journal());

    // Nor does a worker try that was not there when the password was refused.
    assert!(first.end().await.success());
    let mut second = fleet.worker("second");
    neighbour["job_id"] = json!(uuid::Uuid::new_v4());
    assert_eq!(fleet.submit(&[&neighbour]).result().await["outcome"], "succeeded");
    fleet.waiting(INTEGRATION, 2, 0).await;
    assert_eq!(fleet.refused("login"), 1, "{:#?}", fleet.app.journal());
    assert_eq!(fleet.accepted("login"), 2, "{:#?}", fleet.app.journal());

    // A person corrects the password and says so: the jobs that waited are done.
    fleet.integrate(INTEGRATION, crate::fleet::PASSWORD);
    let mut resume = fleet.command("resume", "operator");
    let resumed = resume.args(["integrations", "resume", INTEGRATION]).output().await.unwrap();
    assert!(resumed.status.success(), "{}", String::from_utf8_lossy(&resumed.stderr));
    fleet.waiting(INTEGRATION, 0, 1).await;
    // In the order of the queue: this one comes last.
    assert_eq!(fleet.submit(&[&job("check", &json!(null))]).result().await["outcome"], "succeeded");
    assert_eq!((fleet.refused("login"), fleet.accepted("login")), (1, 3), "{:#?}", fleet.app.journal());
    assert!(second.end().await.success());
}
