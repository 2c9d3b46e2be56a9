//! Workers that are killed with SIGKILL at the worst moments. The app's journal says how often it was told to create the
//! user: once, whatever happened.

use crate::fleet::broker::soon;
use crate::fleet::tap::Held;
use crate::fleet::{Fleet, Submission, Worker, job};
use serde_json::{Value, json};

const ADA: &str = "ada@acme.example";
const POST: &str = "POST /admin/users";

/// The jobs of a worker that was killed.
struct Killed {
    fleet: Fleet,
    submission: Submission,
}

/// A worker is killed while that request is at the proxy; what it had started is gone then.
async fn killed_at(request: impl Fn(&str, &[String]) -> bool + Send + 'static) -> (Killed, Held) {
    let fleet = Fleet::start().await;
    let held = fleet.tap.hold(request);
    let mut first = fleet.worker("first");
    let create = job("users.create", &json!({"email": ADA, "name": "Ada Lovelace", "role": "accountant"}));
    // The second job shows that the queue goes on, and in order.
    let disable = job("users.disable", &json!({"email": ADA}));
    let submission = fleet.submit(&[&create, &disable]);
    let held = soon("the request", held).await.unwrap();
    let started = first.processes();
    assert!(started.iter().any(|(_, command)| command.contains("--user-data-dir")), "{started:?}");
    first.kill().await;
    first.nothing_is_left().await;
    (Killed { fleet, submission }, held)
}

impl Killed {
    /// A second worker takes over. The user is there once; the result of its creation is returned.
    async fn recovers(self) -> Value {
        let mut second = self.fleet.worker("second");
        self.done_by(&mut second).await
    }

    async fn done_by(self, second: &mut Worker) -> Value {
        let results = self.submission.results().await;
        assert_eq!(self.fleet.accepted("users.create"), 1, "{:#?}", self.fleet.app.journal());
        let ada = serde_json::to_value(self.fleet.app.state().user(ADA).unwrap()).unwrap();
        assert_eq!(ada["status"], "disabled", "{ada}");
        assert_eq!(results[0]["action"], "users.create");
        assert_eq!((&results[0]["redelivered"], &results[0]["attempt"]), (&json!(true), &json!(2)));
        assert_eq!((&results[1]["action"], &results[1]["outcome"]), (&json!("users.disable"), &json!("succeeded")));
        self.fleet.waiting("acme", 0, 1).await;
        assert!(second.end().await.success());
        second.nothing_is_left().await;
        results[0].clone()
    }
}

fn has_posted(seen: &[String]) -> bool {
    seen.iter().any(|line| line == POST)
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_before_the_commit_the_next_worker_creates_the_user() {
    let (killed, held) = killed_at(|line, _| line == "GET /admin/users/new").await;
    held.lose();
    assert!(killed.fleet.journal("users.create").is_empty());
    let result = killed.recovers().await;
    assert_eq!((&result["outcome"], &result["effect"]), (&json!("succeeded"), &json!("applied")), "{result:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_during_a_commit_that_reaches_the_app_the_next_worker_only_reads() {
    let (killed, held) = killed_at(|line, _| line == POST).await;
    assert!(held.forward().await.is_redirection());
    let result = killed.recovers().await;
    assert_eq!(result["outcome"], "succeeded", "{result:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_during_a_commit_that_never_reaches_the_app_the_next_worker_creates_the_user() {
    let (killed, held) = killed_at(|line, _| line == POST).await;
    held.lose();
    let result = killed.recovers().await;
    assert_eq!(result["outcome"], "succeeded", "{result:#}");
    assert!(result["warnings"].to_string().contains("commit_without_effect"), "{result:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commit_that_reaches_the_app_after_the_next_workers_look_makes_no_second_user() {
    let (killed, late) = killed_at(|line, _| line == POST).await;
    let second_post = killed.fleet.tap.hold(|line, _| line == POST);
    let mut second = killed.fleet.worker("second");
    let second_post = soon("the second worker's commit", second_post).await.unwrap();
    assert!(late.forward().await.is_redirection());
    assert!(second_post.forward().await.is_client_error() || killed.fleet.refused("users.create") == 1);
    let result = killed.done_by(&mut second).await;
    assert!(["succeeded", "unchanged"].map(Value::from).contains(&result["outcome"]), "{result:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_after_the_commit_the_next_worker_only_reads() {
    // The app's answer has been forwarded; the page that it leads to has not.
    let (killed, held) = killed_at(|_, seen| has_posted(seen)).await;
    held.lose();
    assert_eq!(killed.fleet.accepted("users.create"), 1);
    let result = killed.recovers().await;
    assert_eq!(result["outcome"], "succeeded", "{result:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_reading_back_the_next_worker_reads_again() {
    let (killed, held) = killed_at(|line, seen| has_posted(seen) && line.contains("q=")).await;
    held.lose();
    assert_eq!(killed.fleet.accepted("users.create"), 1);
    let result = killed.recovers().await;
    assert_eq!(result["outcome"], "succeeded", "{result:#}");
}

/// The broker gives a worker up that is silent for two heartbeats, and another one does its job. What the first one does
/// when it goes on is nothing any more.
#[tokio::test(flavor = "multi_thread")]
async fn frozen_until_another_worker_has_done_its_job_it_clicks_nothing() {
    let fleet = Fleet::start().await;
    let held = fleet.tap.hold(|line, _| line == "GET /admin/users/new");
    let mut first = fleet.worker("first");
    let create = job("users.create", &json!({"email": ADA, "name": "Ada Lovelace", "role": "accountant"}));
    let disable = job("users.disable", &json!({"email": ADA}));
    let submission = fleet.submit(&[&create, &disable]);
    let held = soon("the request", held).await.unwrap();
    first.freeze();
    let mut second = fleet.worker("second");
    second.takes_over().await;
    let results = submission.results().await;
    assert_eq!((&results[0]["outcome"], &results[1]["outcome"]), (&json!("succeeded"), &json!("succeeded")));
    let held = held.forward().await;
    assert!(held.is_success(), "{held}");
    first.thaw();
    first.says("the link to the queue is lost").await;
    // 5 where it was told to end before it knew that the job was not its own any more.
    let status = first.end().await;
    assert!(matches!(status.code(), Some(0 | 5)), "{status}");
    first.nothing_is_left().await;
    assert_eq!(fleet.journal("users.create").len(), 1, "{:#?}", fleet.app.journal());
    assert_eq!(
        fleet.app.state().user(ADA).map(|ada| serde_json::to_value(ada).unwrap()["status"].clone()),
        Some(json!("disabled"))
    );
    assert!(second.end().await.success());
}

/// A page that never comes keeps no worker that is told twice to end.
#[tokio::test(flavor = "multi_thread")]
async fn told_twice_to_end_it_ends_within_five_seconds_and_leaves_its_job_in_the_queue() {
    let fleet = Fleet::start().await;
    let held = fleet.tap.hold(|line, _| line == "GET /admin/users/new");
    let mut first = fleet.worker("first");
    let create = job("users.create", &json!({"email": ADA, "name": "Ada Lovelace", "role": "accountant"}));
    let submission = fleet.submit(&[&create]);
    let held = soon("the request", held).await.unwrap();
    first.ask();
    first.says("draining").await;
    let told = std::time::Instant::now();
    let status = first.end().await;
    assert!(told.elapsed() < std::time::Duration::from_secs(5), "{:?}", told.elapsed());
    assert_eq!(status.code(), Some(5), "{}", first.log());
    first.nothing_is_left().await;
    held.lose();
    let mut second = fleet.worker("second");
    let results = submission.results().await;
    assert_eq!(results[0]["outcome"], "succeeded", "{results:#?}");
    assert_eq!(fleet.accepted("users.create"), 1);
    assert!(second.end().await.success());
}
