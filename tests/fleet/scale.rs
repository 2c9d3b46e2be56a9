//! What more workers, more integrations and more jobs cost: speed that grows with the workers, memory and time at the start,
//! and processor time for each job.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use idlcm::contract::{JobResult, Outcome};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use serde_json::Value;

use crate::fleet::broker::eventually_within;
use crate::idle_worker::kilobytes;
use crate::own_fleet::OwnFleet;
use crate::wishes::{Told, violations, wish, wishes};

/// How long jobs are counted.
const WINDOW: Duration = Duration::from_mins(1);
/// How long a worker that joins may take until it has its share.
const SETTLING: Duration = Duration::from_secs(30);

/// Jobs that end within the window of a measurement.
async fn ended_in_a_window(fleet: &OwnFleet) -> usize {
    let before = fleet.results.all().len();
    tokio::time::sleep(WINDOW).await;
    fleet.results.all().len() - before
}

/// How long jobs took that changed something, in seconds, the quickest first.
fn seconds(results: &[JobResult]) -> Vec<f64> {
    let changed = results.iter().filter(|result| result.outcome == Outcome::Succeeded);
    let took = changed.filter_map(|result| {
        let (started, finished) = (result.times.started?, result.times.finished?);
        Some(finished.duration_since(started).as_secs_f64())
    });
    let mut took: Vec<f64> = took.collect();
    took.sort_by(f64::total_cmp);
    took
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: make test-long"]
async fn three_workers_do_two_and_a_half_times_the_jobs_of_one() {
    // The app's answers take most of a job's time: the machine is not the limit.
    let fleet = OwnFleet::start(16, Some(Duration::from_millis(800))).await;
    let mut rng = StdRng::seed_from_u64(1);
    let jobs = wishes(&mut rng, &fleet.integrations(), 16 * 60);
    fleet.broker.publish(&jobs).await;
    fleet.read_results();
    let sessions = ["--sessions", "4", "--drain", "60s"];
    let mut workers = vec![fleet.worker("w001", &sessions).await];
    fleet.results.wait(Duration::from_mins(1), "the first results", |all| all.len() >= 4).await;
    let one = ended_in_a_window(&fleet).await;
    for name in ["w002", "w003"] {
        workers.push(fleet.worker(name, &sessions).await);
        workers.last().unwrap().0.linked().await;
        tokio::time::sleep(SETTLING).await;
    }
    let three = ended_in_a_window(&fleet).await;
    for (worker, _) in &workers {
        worker.ask();
    }
    let mut exits = Vec::new();
    for (worker, _) in &mut workers {
        exits.push(worker.ended().await.code());
    }
    fleet.results_are_read().await;
    let all = fleet.results.all();
    let took = seconds(&all);
    let (quickest, middle) = (took[0], took[took.len() / 2]);
    let mut shares: BTreeMap<&str, usize> = BTreeMap::new();
    for result in &all {
        *shares.entry(&result.worker.id).or_default() += 1;
    }
    let logins: usize =
        fleet.apps.values().map(|app| app.app.journal().iter().filter(|entry| entry.action == "login").count()).sum();
    println!(
        "in {WINDOW:?}: {one} jobs of one worker, {three} of three; a job that changes something took {quickest:.1} s at \
         least and {middle:.1} s in the middle; {} jobs and {logins} logins in all; by worker {shares:?}; exits {exits:?}",
        all.len()
    );
    // What did not begin has no effect: only the jobs with a result are looked at.
    let told = Told::new(&all);
    let done: Vec<Value> = jobs.into_iter().filter(|job| told.is_done(job)).collect();
    let mut found: Vec<String> =
        fleet.apps.iter().flat_map(|(name, app)| violations(name, &app.app, &done, &told, &[])).collect();
    for (name, app) in &fleet.apps {
        found.extend(app.tap.overlaps().into_iter().map(|overlap| format!("two sessions at {name}: {overlap}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(middle >= 4.0, "{middle} s");
    assert!(2 * three >= 5 * one, "{three} jobs of three workers, {one} of one");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "declares 500 queues: make test-long"]
async fn with_five_hundred_integrations_a_worker_is_ready_in_ten_seconds_and_stays_under_100_mb() {
    let fleet = OwnFleet::start(1, None).await;
    fleet.integrate_further(499).await;
    let began = Instant::now();
    let (mut worker, _way) = fleet.worker("w001", &["--sessions", "2"]).await;
    worker.linked().await;
    let linked = began.elapsed();
    // All queues have it as their consumer.
    let consumers = ["list_consumers", "-p", "t0", "queue_name"];
    eventually_within(Duration::from_mins(1), "500 consumers", async || {
        let listed = fleet.broker.ctl(&consumers).await;
        (listed.lines().filter(|line| line.starts_with("idlcm.jobs.")).count() == 500).then_some(())
    })
    .await;
    let ready = began.elapsed();
    let jobs: Vec<Value> = (0..3).map(|number| wish("i00", "users.create", number, "viewer")).collect();
    fleet.broker.publish(&jobs).await;
    fleet.read_results();
    fleet.all_is_well(&jobs).await;
    let resident = kilobytes(worker.pid(), "VmRSS:");
    println!(
        "500 integrations: linked after {linked:.1?}, all queues after {ready:.1?} at most, {resident} kB resident"
    );
    assert!(ready < Duration::from_secs(10), "{ready:?}");
    assert!(resident < 100 * 1024, "{resident} kB");
    assert!(worker.end().await.success());
}

/// Time on a processor of the process alone, by proc(5) the fields 14 and 15, in hundredths of a second.
fn own_ticks(pid: u32) -> u32 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    stat.rsplit_once(") ").unwrap().1.split(' ').skip(11).take(2).map(|field| field.parse::<u32>().unwrap()).sum()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "measures processor time, of a release build: make test-long"]
async fn a_job_that_changes_nothing_costs_a_worker_less_than_five_milliseconds() {
    let fleet = OwnFleet::start(1, None).await;
    // The user with this number is disabled from the start.
    let no_op = || wish("i00", "users.disable", 5, "viewer");
    let (warm, measured): (Vec<Value>, Vec<Value>) =
        ((0..5).map(|_| no_op()).collect(), (0..60).map(|_| no_op()).collect());
    let (mut worker, _way) = fleet.worker("w001", &["--sessions", "1"]).await;
    fleet.read_results();
    fleet.broker.publish(&warm).await;
    fleet.all_is_well(&warm).await;
    let (before, began) = (own_ticks(worker.pid()), Instant::now());
    fleet.broker.publish(&measured).await;
    let all: Vec<Value> = warm.into_iter().chain(measured).collect();
    fleet.all_is_well(&all).await;
    let used = f64::from(own_ticks(worker.pid()) - before) * 10.0 / 60.0;
    let took = began.elapsed() / 60;
    assert!(fleet.results.all().iter().all(|result| result.outcome == Outcome::Unchanged));
    println!("a job without effect: {used:.1} ms of a processor in the worker, {took:.0?} in all");
    // Without optimisation it says nothing.
    assert!(cfg!(debug_assertions) || used < 5.0, "{used} ms");
    assert!(worker.end().await.success());
}
