//! Browsers that are open before there is a job.

use crate::fleet::broker::eventually;
use crate::fleet::{Fleet, INTEGRATION, job};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn the_first_job_takes_the_browser_that_is_open_already_and_no_other_is_opened() {
    let fleet = Fleet::start().await;
    let mut worker = fleet.worker_with("warm", |command| command.args(["--warm", "1", "--sessions", "1"]));
    // The browser's main process has no type.
    let main = |command: &str| command.contains("--user-data-dir") && !command.contains("--type=");
    let browsers = || -> Vec<u32> {
        let family = worker.family().into_iter();
        family.filter(|(.., command)| main(command) && command.contains("headless")).map(|(pid, ..)| pid).collect()
    };
    eventually("a browser", async || (browsers().len() == 1).then_some(())).await;
    let open = browsers();

    let user = json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "accountant"});
    let result = fleet.submit(&[&job("users.create", &user)]).result().await;
    assert_eq!(result["outcome"], "succeeded", "{result:#}");
    assert_eq!(fleet.accepted("users.create"), 1);
    assert_eq!(browsers(), open, "the one that waited does the work");
    assert_eq!(fleet.accepted("login"), 1);

    fleet.waiting(INTEGRATION, 0, 1).await;
    assert!(worker.end().await.success());
    worker.nothing_is_left().await;
}
