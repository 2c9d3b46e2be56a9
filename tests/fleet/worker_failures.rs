//! Workers on a real broker while everything around them fails: workers are killed and stopped, connections are cut, the
//! app goes down, and its password changes, each at a random point of a random attempt. After every run the app's own
//! journal is compared with what was published.
//!
//! `IDLCM_FAILURES_SECONDS` is how long it goes on (default 15), `IDLCM_FAILURES_SEED` where it begins; each run prints its
//! plan when it fails.
#![allow(clippy::print_stderr, reason = "what ran is told to whoever looks")]

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::failing_app::{Act, FailingApp, Fault, Struck};
use crate::fleet::broker::{Proxy, TestBroker, ids, job};
use futures_util::StreamExt as _;
use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome};
use idlcm::coordination::StateKind;
use idlcm::queue::Link;
use idlcm::worker::{Settings, Summary, Worker};
use jiff::Timestamp;
use lapin::options::{BasicAckOptions, BasicConsumeOptions};
use lapin::types::FieldTable;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;

/// How long a run may take before a job counts as lost.
const LONGEST: Duration = Duration::from_secs(90);

/// How many jobs there are, and what goes wrong at which point of the attempts, counted over all of them.
#[derive(Debug, Clone)]
struct Plan {
    jobs: usize,
    workers: usize,
    faults: BTreeMap<usize, Fault>,
}

fn plans() -> impl Strategy<Value = Plan> {
    let fault = prop_oneof![
        3 => Just(Fault::Kill),
        3 => Just(Fault::Cut),
        2 => (1_u32..12).prop_map(Fault::Down),
        2 => Just(Fault::Stop),
        1 => Just(Fault::NewPassword),
    ];
    (1..5_usize, 1..4_usize, proptest::collection::btree_map(0..24_usize, fault, 0..7))
        .prop_map(|(jobs, workers, faults)| Plan { jobs, workers, faults })
}

/// A worker in a runtime of its own, so that it can be killed as a process is.
struct Running {
    runtime: Option<tokio::runtime::Runtime>,
    proxy: Proxy,
    drain: CancellationToken,
    stop: CancellationToken,
    summary: tokio::task::JoinHandle<Summary>,
    _integrations: watch::Sender<BTreeSet<idlcm::contract::IntegrationId>>,
}

impl Running {
    async fn start(broker: &TestBroker, app: &Arc<FailingApp>, name: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let proxy = broker.proxy().await;
        let settings = Settings {
            worker_id: name.to_owned(),
            fence: Duration::from_secs(2),
            retry_waits: vec![Duration::from_millis(5)],
            outage: Duration::from_millis(100),
            missing_queue: Duration::from_millis(50),
            drain: Duration::from_millis(1),
            ..Settings::default()
        };
        let (sender, integrations) = watch::channel(ids(&["acme"]).into_iter().collect());
        let worker = Worker { queue: proxy.queue("worker"), integrations, handler: app.engine(name), settings };
        let (drain, stop) = (CancellationToken::new(), CancellationToken::new());
        let summary = runtime.spawn(worker.run(drain.clone(), stop.clone()));
        Self { runtime: Some(runtime), proxy, drain, stop, summary, _integrations: sender }
    }

    /// Nothing of it runs any more.
    fn kill(mut self) {
        self.proxy.close();
        self.runtime.take().unwrap().shutdown_background();
    }

    /// Told to end; what it began it may leave.
    async fn end(mut self) {
        self.drain.cancel();
        self.stop.cancel();
        let ended = tokio::time::timeout(LONGEST, &mut self.summary).await;
        self.runtime.take().unwrap().shutdown_background();
        ended.expect("a worker that was told to stop did not end").unwrap();
    }
}

/// What a run left behind.
struct Left {
    jobs: Vec<idlcm::contract::Job>,
    results: Vec<JobResult>,
    acts: Vec<Act>,
}

/// The result that a message holds; events of integrations come the same way.
async fn result_in(message: lapin::message::Delivery) -> Option<JobResult> {
    let is_result = message.routing_key.as_str().starts_with("result.");
    message.ack(BasicAckOptions::default()).await.unwrap();
    is_result.then(|| serde_json::from_slice(&message.data).unwrap())
}

async fn run(broker: &TestBroker, plan: &Plan) -> Result<Left, String> {
    broker.reset(&["acme"]).await;
    let acme = "acme".parse().unwrap();
    let (strike, mut struck) = mpsc::unbounded_channel::<Struck>();
    let app = FailingApp::new(plan.faults.clone(), strike);
    let operator: Link = broker.link("operator").await;
    let channel = broker.channel().await;
    let mut results = channel
        .basic_consume("idlcm.results".into(), "reader".into(), BasicConsumeOptions::default(), FieldTable::default())
        .await
        .unwrap();
    let jobs: Vec<_> = (0..plan.jobs).map(|index| job("acme", &format!("u{index}@example.org"))).collect();
    for job in &jobs {
        broker.publish_job(job).await;
    }
    let mut workers = BTreeMap::new();
    let mut started = 0;
    let mut ending = Vec::new();
    for _ in 0..plan.workers {
        started += 1;
        let name = format!("w{started}");
        workers.insert(name.clone(), Running::start(broker, &app, &name).await);
    }
    let mut told: Vec<JobResult> = Vec::new();
    let mut state = operator.state().watch();
    let deadline = tokio::time::Instant::now() + LONGEST;
    let open = |told: &[JobResult]| jobs.iter().any(|job| !told.iter().any(|result| result.job_id == job.job_id));
    let mut lost = None;
    while open(&told) {
        tokio::select! {
            () = tokio::time::sleep_until(deadline) => {
                lost = Some(format!("a job has no result after {LONGEST:?}: {} of {}", told.len(), jobs.len()));
                break;
            }
            Some(Struck { fault, worker, done }) = struck.recv() => {
                match fault {
                    Fault::Kill | Fault::Stop => {
                        if let Some(victim) = workers.remove(&worker) {
                            if matches!(fault, Fault::Kill) { victim.kill() } else { ending.push(tokio::spawn(victim.end())) }
                        }
                        started += 1;
                        let name = format!("w{started}");
                        workers.insert(name.clone(), Running::start(broker, &app, &name).await);
                    }
                    Fault::Cut => if let Some(victim) = workers.get(&worker) { victim.proxy.cut() },
                    Fault::Down(_) | Fault::NewPassword => {}
                }
                // Whoever was killed does not wait any more.
                done.send(()).ok();
            }
            Some(message) = results.next() => {
                told.extend(result_in(message.unwrap()).await);
            }
            _ = state.changed() => {
                let hold = operator.state().read(|state| state.hold(&acme, Timestamp::now()));
                if hold.is_some_and(|hold| hold.until().is_none()) {
                    // What an administrator does: the right password, then resume.
                    app.correct_the_password();
                    operator.state().record(&acme, StateKind::Resumed).await.unwrap();
                }
            }
        }
    }
    app.no_more_faults();
    for (_, worker) in workers {
        ending.push(tokio::spawn(worker.end()));
    }
    for worker in ending {
        worker.await.map_err(|error| error.to_string())?;
    }
    // What was published while the last of them ended.
    while let Ok(Some(message)) = tokio::time::timeout(Duration::from_millis(50), results.next()).await {
        told.extend(result_in(message.unwrap()).await);
    }
    channel.close(200, "done".into()).await.unwrap();
    operator.close().await;
    let acts = app.acts();
    match lost {
        Some(lost) => Err(format!("{lost}\n{acts:#?}\n{told:#?}")),
        None => Ok(Left { jobs, results: told, acts }),
    }
}

/// What must be true after every run.
fn violations(left: &Left) -> Vec<String> {
    let Left { jobs, results, acts } = left;
    let mut found = Vec::new();
    let created: Vec<&str> = acts
        .iter()
        .filter_map(|act| if let Act::Created { user, .. } = act { Some(user.as_str()) } else { None })
        .collect();
    let wished: Vec<&str> = jobs.iter().map(crate::failing_app::user).collect();
    for user in &wished {
        let times = created.iter().filter(|created| created == &user).count();
        if times > 1 {
            found.push(format!("{user} was created {times} times"));
        }
    }
    let order: Vec<&str> = wished.iter().copied().filter(|user| created.contains(user)).collect();
    if order != created {
        found.push(format!("the order is {created:?} and was to be {order:?}"));
    }
    // A worker may die or lose the broker between the app's answer and telling it: one more login is risked then, by
    // another worker, and no third one.
    let (mut known, mut by_whom, mut times) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::<u32, usize>::new());
    for act in acts {
        match act {
            Act::RejectionKnown { password } => {
                known.insert(*password);
            }
            Act::Login { worker, password, accepted } => {
                if known.contains(password) || by_whom.contains(&(worker, *password)) {
                    found.push(format!("{worker} typed the password {password} though it was known to be rejected"));
                }
                if !accepted {
                    by_whom.insert((worker, *password));
                    *times.entry(*password).or_default() += 1;
                }
            }
            Act::Created { .. } => {}
        }
    }
    for (password, times) in times.into_iter().filter(|(_, times)| *times > 2) {
        found.push(format!("the password {password} was rejected {times} times"));
    }
    for job in jobs {
        let exists = created.contains(&crate::failing_app::user(job));
        for result in results.iter().filter(|result| result.job_id == job.job_id) {
            let truthful = match (result.outcome, result.effect) {
                (Outcome::Succeeded, Effect::Applied) | (Outcome::Unchanged, Effect::None) => exists,
                (Outcome::Failed, Effect::None) => !exists,
                (Outcome::Failed | Outcome::Uncertain, Effect::Uncertain) => true,
                _ => false,
            };
            if !truthful {
                found.push(format!("exists: {exists}, and told was {result:#?}"));
            }
            if result.error.as_ref().is_some_and(|error| error.kind == ErrorKind::Internal) {
                found.push(format!("a bug: {result:#?}"));
            }
        }
    }
    found
}

#[test]
fn whatever_fails_each_job_has_one_effect_at_most_and_a_true_result() {
    let seconds = std::env::var("IDLCM_FAILURES_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(15);
    let seed = std::env::var("IDLCM_FAILURES_SEED").ok().and_then(|text| text.parse().ok());
    let seed: u64 =
        seed.unwrap_or_else(|| u64::from_le_bytes(uuid::Uuid::new_v4().as_bytes()[..8].try_into().unwrap()));
    eprintln!("IDLCM_FAILURES_SEED={seed}");
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config { cases: u32::MAX, failure_persistence: None, max_shrink_iters: 40, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let main = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let broker = main.block_on(TestBroker::with(&["acme"]));
    let end = Instant::now() + Duration::from_secs(seconds);
    let (runs, faults) = (Cell::new(0), Cell::new(0));
    let mut longest = Duration::ZERO;
    while Instant::now() < end {
        let tree = plans().new_tree(&mut runner).unwrap();
        let began = Instant::now();
        let outcome = runner.run_one(tree, |plan| {
            runs.set(runs.get() + 1);
            faults.set(faults.get() + plan.faults.len());
            let left = main.block_on(run(&broker, &plan)).map_err(TestCaseError::fail)?;
            let found = violations(&left);
            if found.is_empty() {
                return Ok(());
            }
            Err(TestCaseError::fail(format!("{}\n{:#?}", found.join("\n"), left.acts)))
        });
        longest = longest.max(began.elapsed());
        if let Err(error) = outcome {
            panic!("run {} of seed {seed}: {error}", runs.get());
        }
    }
    eprintln!("{} runs, {} faults planned, the longest run took {longest:?}", runs.get(), faults.get());
    assert!(runs.get() > 0);
}
