//! A password that the app refuses is typed once, by one worker; everything else waits.

use crate::fleet::broker::{DEADLINE, eventually_within};
use crate::fleet::{Fleet, INTEGRATION, job};
use serde_json::{Value, json};

/// What `idlcm integrations status` prints.
async fn status(fleet: &Fleet, arguments: &[&str]) -> String {
    let mut command = fleet.command("status", "operator");
    let shown = command.args(["integrations", "status"]).args(arguments).output().await.unwrap();
    assert!(shown.status.success(), "{}", String::from_utf8_lossy(&shown.stderr));
    String::from_utf8(shown.stdout).unwrap()
}

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

    // Whoever looks sees which of them waits, for what, and what to do.
    let states = status(&fleet, &["--format", "json"]).await;
    let states: Vec<Value> = states.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |id: &str| states.iter().find(|state| state["integration"] == id).unwrap();
    assert_eq!(of("beta")["state"], "working", "{states:#?}");
    assert!(of("beta")["worker"].as_str().is_some_and(|worker| worker.starts_with("worker-")), "{states:#?}");
    let suspended = of(INTEGRATION);
    assert_eq!((&suspended["state"], &suspended["until"]), (&json!("suspended"), &json!(null)), "{suspended:#}");
    assert_eq!(suspended["user_action"], "review_credentials", "{suspended:#}");
    let table = status(&fleet, &[INTEGRATION]).await;
    let table: String = table.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(table.contains("suspended") && table.contains("bad_credentials") && !table.contains("beta"), "{table}");

    // A person corrects the password and says so: the jobs that waited are done.
    fleet.integrate(INTEGRATION, crate::fleet::PASSWORD);
    let mut resume = fleet.command("resume", "operator");
    let resumed = resume.args(["integrations", "resume", INTEGRATION]).output().await.unwrap();
    assert!(resumed.status.success(), "{}", String::from_utf8_lossy(&resumed.stderr));
    fleet.waiting(INTEGRATION, 0, 1).await;
    assert!(status(&fleet, &[INTEGRATION]).await.contains("working"));
    // In the order of the queue: this one comes last.
    assert_eq!(fleet.submit(&[&job("check", &json!(null))]).result().await["outcome"], "succeeded");
    assert_eq!((fleet.refused("login"), fleet.accepted("login")), (1, 3), "{:#?}", fleet.app.journal());
    assert!(second.end().await.success());
}

/// Nobody has to say that the password was corrected: the worker looks whether it is another one than that which was
/// rejected, and what waited is done.
#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_password_ends_the_suspension_by_itself() {
    let fleet = Fleet::without_queues("not the password").await;
    fleet.apply().await;
    let mut worker = fleet.worker("worker");
    let check = job("check", &json!(null));
    assert_eq!(fleet.submit(&[&check]).result().await["error"]["kind"], "bad_credentials");
    fleet.publish(&job("check", &json!(null))).await;
    fleet.waiting(INTEGRATION, 1, 0).await;
    fleet.integrate(INTEGRATION, crate::fleet::PASSWORD);
    // It looks every 30 s.
    let mended = async || (fleet.accepted("login") == 1).then_some(());
    eventually_within(3 * DEADLINE, "the login with the right password", mended).await;
    fleet.waiting(INTEGRATION, 0, 1).await;
    assert_eq!(fleet.refused("login"), 1, "{:#?}", fleet.app.journal());
    assert!(status(&fleet, &[INTEGRATION]).await.contains("working"));
    assert!(worker.end().await.success());
}

/// Several workers that come and go: one of them types the password, once; all that waited is done after it was mended.
#[tokio::test(flavor = "multi_thread")]
async fn three_workers_and_a_rolling_restart_type_a_wrong_password_once() {
    let fleet = Fleet::without_queues("not the password").await;
    fleet.apply().await;
    let names = ["one", "two", "three"];
    let mut workers: Vec<_> = names.iter().map(|name| fleet.worker(name)).collect();
    for worker in &workers {
        worker.linked().await;
    }
    let users: Vec<String> = (0..3).map(|number| format!("user{number}@acme.example")).collect();
    for email in &users {
        fleet.publish(&job("users.create", &json!({"email": email, "name": "Some One", "role": "viewer"}))).await;
    }
    fleet.waiting(INTEGRATION, 2, 0).await;
    for (place, name) in ["four", "five", "six"].iter().enumerate() {
        assert!(workers[place].end().await.success());
        workers[place] = fleet.worker(name);
        workers[place].linked().await;
        assert!(status(&fleet, &[INTEGRATION]).await.contains("suspended"));
    }
    fleet.waiting(INTEGRATION, 2, 0).await;
    assert_eq!((fleet.refused("login"), fleet.accepted("login")), (1, 0), "{:#?}", fleet.app.journal());

    fleet.integrate(INTEGRATION, crate::fleet::PASSWORD);
    let mut resume = fleet.command("resume", "operator");
    assert!(resume.args(["integrations", "resume", INTEGRATION]).status().await.unwrap().success());
    let done = async || (fleet.accepted("users.create") == 2).then_some(());
    eventually_within(2 * DEADLINE, "the users whose jobs waited", done).await;
    assert_eq!((fleet.refused("login"), fleet.accepted("login")), (1, 1), "{:#?}", fleet.app.journal());
    for worker in &mut workers {
        assert!(worker.end().await.success());
    }
}
