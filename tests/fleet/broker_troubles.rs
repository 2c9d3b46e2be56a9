//! A broker that restarts, that has no memory, or that takes no more results, and workers that are told to end while there
//! is much to do. The apps' journals say what was done, and how often.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::fleet::broker::{eventually, soon};
use crate::own_fleet::OwnFleet;
use crate::wishes::{Told, wish};

const POST: &str = "POST /admin/users";

/// A user is created, disabled and enabled again, and another one created.
fn four_jobs(integration: &str) -> Vec<Value> {
    [("users.create", 0), ("users.disable", 0), ("users.create", 1), ("users.enable", 0)]
        .map(|(action, number)| wish(integration, action, number, "viewer"))
        .to_vec()
}

/// The window of a measurement, in which nothing may change: a job that was done and could not be told stays with its
/// worker, and is not done again. The broker counts what is not acknowledged every 5 s.
async fn stays_untold(fleet: &OwnFleet, integration: &str, jobs: usize, changes: usize) {
    let queue = format!("idlcm.jobs.{integration}");
    let count = async || {
        let (unacknowledged, ready) = fleet.broker.unacknowledged(&queue).await;
        usize::try_from(unacknowledged + ready).unwrap()
    };
    eventually(&format!("{jobs} jobs in {queue}"), async || (count().await == jobs).then_some(())).await;
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(12) {
        assert_eq!(count().await, jobs, "jobs in {queue}");
        assert_eq!(fleet.changes(integration), changes, "{:#?}", fleet.apps[integration].app.journal());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_of_the_broker_with_jobs_in_flight_loses_none_and_does_none_twice() {
    let fleet = OwnFleet::start(2, None).await;
    let jobs: Vec<Value> = ["i00", "i01"].into_iter().flat_map(four_jobs).collect();
    // One click is on its way while the broker is away, the other integration is anywhere.
    let held = fleet.apps["i00"].tap.hold(|line, _| line == POST);
    fleet.broker.publish(&jobs).await;
    let (mut worker, _way) = fleet.worker("w001", &["--sessions", "2"]).await;
    let held = soon("the commit", held).await.unwrap();
    eventually("a change in the other app", async || (fleet.changes("i01") > 0).then_some(())).await;
    fleet.broker.restart().await;
    assert!(held.forward().await.is_redirection());
    fleet.read_results();
    fleet.all_is_well(&jobs).await;
    assert!(worker.end().await.success());
    worker.nothing_is_left().await;
    let letters = fleet.nothing_waits().await;
    assert!(letters.is_empty(), "{letters:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broker_without_memory_takes_no_result_and_the_job_waits_and_is_not_done_again() {
    let fleet = OwnFleet::start(1, None).await;
    let jobs = four_jobs("i00");
    let held = fleet.apps["i00"].tap.hold(|line, _| line == POST);
    fleet.broker.publish(&jobs).await;
    let (mut worker, _way) = fleet.worker("w001", &["--sessions", "1"]).await;
    let held = soon("the commit", held).await.unwrap();
    fleet.broker.ctl(&["set_vm_memory_high_watermark", "0"]).await;
    assert!(held.forward().await.is_redirection());
    stays_untold(&fleet, "i00", jobs.len(), 1).await;
    let told = fleet.broker.results().await;
    assert!(told.is_empty(), "{told:#?}");
    fleet.broker.ctl(&["set_vm_memory_high_watermark", "0.4"]).await;
    fleet.read_results();
    fleet.all_is_well(&jobs).await;
    assert!(worker.end().await.success());
    let letters = fleet.nothing_waits().await;
    assert!(letters.is_empty(), "{letters:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_queue_of_results_keeps_the_job_until_its_result_is_taken() {
    let fleet = OwnFleet::start(1, None).await;
    let policy = ["set_policy", "-p", "t0", "full", "^idlcm\\.results$", r#"{"max-length":1}"#, "--apply-to", "queues"];
    fleet.broker.ctl(&policy).await;
    // Each job's result goes into the queue and stays there: somewhere behind the first it is full.
    let jobs = four_jobs("i00");
    fleet.broker.publish(&jobs).await;
    let (mut worker, _way) = fleet.worker("w001", &["--sessions", "1"]).await;
    worker.says("not confirmed; publishing again").await;
    let changes = fleet.changes("i00");
    // What was done before is told and acknowledged; this one and those behind it wait.
    let left = jobs.len() - changes + 1;
    assert!(changes > 0 && left > 1, "{changes} changes");
    stays_untold(&fleet, "i00", left, changes).await;
    fleet.broker.ctl(&["clear_policy", "-p", "t0", "full"]).await;
    fleet.read_results();
    fleet.all_is_well(&jobs).await;
    // None of them ran again: the first attempt is the one that was told.
    assert!(fleet.results.all().iter().all(|result| result.attempt == 1 && !result.redelivered));
    assert!(worker.end().await.success());
    let letters = fleet.nothing_waits().await;
    assert!(letters.is_empty(), "{letters:?}");
}

/// How many of the jobs are in their queues, once nobody has them.
async fn left(fleet: &OwnFleet) -> usize {
    let mut left = 0;
    for name in fleet.apps.keys() {
        left += fleet.broker.depth(&format!("idlcm.jobs.{name}")).await.0;
    }
    usize::try_from(left).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn told_to_end_under_load_a_worker_ends_what_it_began_and_leaves_the_rest_in_the_queues() {
    let fleet = OwnFleet::start(3, None).await;
    let names = fleet.integrations();
    let jobs: Vec<Value> = names.iter().flat_map(|name| four_jobs(name)).collect();
    fleet.broker.publish(&jobs).await;
    let (mut first, _way) = fleet.worker("w001", &["--sessions", "3", "--drain", "20s"]).await;
    let changes = || names.iter().map(|name| fleet.changes(name)).sum::<usize>();
    eventually("two changes", async || (changes() >= 2).then_some(())).await;
    first.ask();
    let asked = Instant::now();
    let status = first.ended().await;
    let took = asked.elapsed();
    assert_eq!(status.code(), Some(0), "after {took:?}: {}", first.log());
    first.nothing_is_left().await;

    // What it began it has ended and told; whatever was not told is in its queue, and has no effect.
    let results = fleet.broker.results().await;
    let told = Told::new(&results);
    let done = jobs.iter().filter(|job| told.is_done(job)).count();
    let (left, effects) = (left(&fleet).await, changes());
    println!("ended {took:.1?} after SIGTERM: {done} jobs done, {left} left, {effects} changes");
    assert_eq!((done + left, done), (jobs.len(), effects));
    assert!(left > 0, "there was no load");

    let (mut second, _way) = fleet.worker("w002", &["--sessions", "3"]).await;
    fleet.results.extend(results);
    fleet.read_results();
    fleet.all_is_well(&jobs).await;
    assert!(second.end().await.success());
    let letters = fleet.nothing_waits().await;
    assert!(letters.is_empty(), "{letters:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_outlasts_the_drain_goes_back_to_its_queue() {
    let fleet = OwnFleet::start(1, None).await;
    let jobs = four_jobs("i00");
    let held = fleet.apps["i00"].tap.hold(|line, _| line == "GET /admin/users/new");
    fleet.broker.publish(&jobs).await;
    let (mut first, _way) = fleet.worker("w001", &["--sessions", "1", "--drain", "2s"]).await;
    let held = soon("the page", held).await.unwrap();
    first.ask();
    let asked = Instant::now();
    let status = first.ended().await;
    let took = asked.elapsed();
    println!("ended {took:.1?} after SIGTERM with --drain 2s");
    // 2 s, and what a worker that is told to stop at once may take.
    assert!(took < Duration::from_secs(7), "{took:?}");
    assert_eq!(status.code(), Some(5), "{}", first.log());
    first.nothing_is_left().await;
    held.lose();
    assert_eq!((left(&fleet).await, fleet.changes("i00")), (jobs.len(), 0));
    let (mut second, _way) = fleet.worker("w002", &["--sessions", "1"]).await;
    fleet.read_results();
    fleet.all_is_well(&jobs).await;
    assert!(second.end().await.success());
}

/// Measured from the end of the first worker's process to the first process of a browser of the other one, which waits
/// with an open link: how long a browser takes to start is not the fleet's.
#[tokio::test(flavor = "multi_thread")]
async fn when_a_worker_has_ended_the_next_one_goes_on_within_a_second() {
    // Slow enough that there is something left to do when the second worker is there.
    let mut fleet = OwnFleet::start(1, Some(Duration::from_millis(300))).await;
    // The usual wait for a predecessor that may still click would be seen: there is none after a worker that said goodbye.
    fleet.fence = None;
    let jobs = four_jobs("i00");
    fleet.broker.publish(&jobs).await;
    let (mut first, _way) = fleet.worker("w001", &["--sessions", "1"]).await;
    eventually("a change", async || (fleet.changes("i00") > 0).then_some(())).await;
    let (mut second, _way) = fleet.worker("w002", &["--sessions", "1"]).await;
    second.linked().await;
    first.ask();
    let goes_on = async {
        let began = async || (second.processes().len() > 1).then(Instant::now);
        eventually("the second worker's browser", began).await
    };
    let (ended, began) = tokio::join!(
        async {
            let status = first.ended().await;
            assert_eq!(status.code(), Some(0), "{}", first.log());
            Instant::now()
        },
        goes_on
    );
    assert!(fleet.changes("i00") < jobs.len(), "there was no load");
    let gap = began.saturating_duration_since(ended);
    println!("the next worker goes on {gap:.3?} after the first one's end");
    assert!(gap < Duration::from_secs(1), "{gap:?}");
    fleet.read_results();
    fleet.all_is_well(&jobs).await;
    assert!(second.end().await.success());
    let letters = fleet.nothing_waits().await;
    assert!(letters.is_empty(), "{letters:?}");
}
