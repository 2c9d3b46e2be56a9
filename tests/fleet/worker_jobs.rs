//! The worker on a real broker, with an engine that only writes down what it was asked to do.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::failing_app::{self, user};
use crate::fleet::broker::{TestBroker, eventually, ids, job, soon};
use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome};
use idlcm::coordination::StateKind;
use idlcm::engine::GateRequest;
use idlcm::queue::{EmbeddedQueue, Published, Queue, QueueError};
use idlcm::worker::{Handler, Settings, Summary, WorkDone, WorkOrder, Worker};
use jiff::Timestamp;
use lapin::types::AMQPValue;
use tokio::sync::{oneshot, watch};
use tokio_util::sync::CancellationToken;

/// What was done in the app, in order: `ada 1` is the first attempt at the job about ada.
#[derive(Clone, Default)]
struct Journal(Arc<Mutex<Vec<String>>>, CancellationToken);

impl Journal {
    fn write(&self, line: String) {
        self.0.lock().unwrap().push(line);
    }

    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    /// Lets the job `waits` go on.
    fn release(&self) {
        self.1.cancel();
    }

    async fn has(&self, line: &str) {
        eventually(line, async || self.lines().iter().any(|l| l == line).then_some(())).await;
    }
}

fn done(order: &WorkOrder, outcome: Outcome, error: Option<ErrorKind>) -> WorkDone {
    let effect = if outcome == Outcome::Succeeded { Effect::Applied } else { Effect::None };
    failing_app::done(order, outcome, effect, error)
}

async fn commit(order: &WorkOrder) -> bool {
    failing_app::ask(order, |reply| GateRequest::Commit { part: 0, reply }).await.is_ok()
}

/// An engine whose doing depends on the user's name.
fn engine(journal: &Journal) -> Handler {
    let journal = journal.clone();
    Handler::new(move |order| {
        let journal = journal.clone();
        async move {
            let name = user(&order.job).to_owned();
            let parts = if order.resume_parts.is_empty() { "" } else { " resumed" };
            journal.write(format!("{name} {}{parts}", order.attempt));
            let failed = |kind| done(&order, Outcome::Failed, Some(kind));
            match name.as_str() {
                "panics" => panic!("as the test wishes"),
                "locked out" => failed(ErrorKind::BadCredentials),
                "flaky" if order.attempt < 3 => failed(ErrorKind::BrowserLost),
                "waits" => {
                    journal.1.cancelled().await;
                    done(&order, Outcome::Succeeded, None)
                }
                "unknown here" => WorkDone::not_begun(failed(ErrorKind::UnknownIntegration).result),
                "hopeless" => failed(ErrorKind::BrowserLost),
                "down" | "down too" if order.attempt < 3 => failed(ErrorKind::AppUnavailable),
                "stuck" => {
                    order.stop.cancelled().await;
                    failed(ErrorKind::WorkerShutdown)
                }
                "clicks and dies" if order.resume_parts.is_empty() => {
                    assert!(commit(&order).await);
                    journal.write("clicked".to_owned());
                    order.stop.cancelled().await;
                    failed(ErrorKind::LeaseLost)
                }
                "is read back" if order.resume_parts.is_empty() => {
                    assert!(commit(&order).await);
                    journal.write("clicked".to_owned());
                    order.stop.cancelled().await;
                    WorkDone { cut_off: true, ..done(&order, Outcome::Uncertain, Some(ErrorKind::VerifyTimeout)) }
                }
                "takes long" if order.attempt < 6 => {
                    order.stop.cancelled().await;
                    failed(ErrorKind::WorkerShutdown)
                }
                _ => done(&order, Outcome::Succeeded, None),
            }
        }
    })
}

struct Running {
    drain: CancellationToken,
    stop: CancellationToken,
    worker: tokio::task::JoinHandle<Summary>,
    integrations: watch::Sender<BTreeSet<idlcm::contract::IntegrationId>>,
}

impl Running {
    fn start(queue: Queue, integrations: &[&str], name: &str, journal: &Journal) -> Self {
        Self::with(queue, integrations, journal, |settings| name.clone_into(&mut settings.worker_id))
    }

    fn with(queue: Queue, integrations: &[&str], journal: &Journal, adjust: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings {
            fence: Duration::from_millis(50),
            retry_waits: vec![Duration::from_millis(5)],
            outage: Duration::from_millis(200),
            missing_queue: Duration::from_millis(50),
            ..Settings::default()
        };
        adjust(&mut settings);
        let (sender, integrations) = watch::channel(ids(integrations).into_iter().collect());
        let worker = Worker { queue, integrations, handler: engine(journal), settings };
        let (drain, stop) = (CancellationToken::new(), CancellationToken::new());
        let worker = tokio::spawn(worker.run(drain.clone(), stop.clone()));
        Self { drain, stop, worker, integrations: sender }
    }

    async fn end(self) -> Summary {
        self.drain.cancel();
        soon("the worker's end", self.worker).await.unwrap()
    }
}

async fn result(broker: &TestBroker) -> JobResult {
    loop {
        let message = broker.take("idlcm.results").await;
        if message.routing_key.as_str().starts_with("result.") {
            return serde_json::from_slice(&message.data).unwrap();
        }
    }
}

fn header(message: &lapin::message::Delivery, name: &str) -> String {
    match &message.properties.headers().as_ref().unwrap().inner()[name] {
        AMQPValue::LongString(text) => text.to_string(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn jobs_run_in_order_and_their_results_are_stored() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    for name in ["ada", "bob", "cyd"] {
        broker.publish_job(&job("acme", name)).await;
    }
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    for _ in 0..3 {
        assert_eq!(result(&broker).await.outcome, Outcome::Succeeded);
    }
    assert_eq!(journal.lines(), ["ada 1", "bob 1", "cyd 1"]);
    assert_eq!(worker.end().await, Summary { settled: 3, left: 0 });
    // The broker counts a consumer for a moment after its connection was closed.
    eventually("an empty queue", async || (broker.depth("idlcm.jobs.acme").await == (0, 0)).then_some(())).await;
}

#[tokio::test]
async fn a_job_that_is_sent_twice_runs_once_and_has_two_results() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let ada = job("acme", "ada");
    broker.publish_job(&ada).await;
    broker.publish_job(&ada).await;
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    let (first, second) = (result(&broker).await, result(&broker).await);
    assert_eq!(first, second);
    assert_eq!(journal.lines(), ["ada 1"]);
    worker.end().await;
}

#[tokio::test]
async fn one_id_in_two_integrations_is_two_jobs() {
    let broker = TestBroker::with(&["acme", "beta"]).await;
    let journal = Journal::default();
    let ada = job("acme", "ada");
    let mut bob = job("beta", "bob");
    bob.job_id = ada.job_id;
    let worker = Running::start(broker.queue(), &["acme", "beta"], "w1", &journal);
    broker.publish_job(&ada).await;
    assert_eq!(result(&broker).await.integration, ada.integration);
    broker.publish_job(&bob).await;
    let answer = result(&broker).await;
    assert_eq!((answer.integration, answer.attempt, answer.outcome), (bob.integration, 1, Outcome::Succeeded));
    assert_eq!(journal.lines(), ["ada 1", "bob 1"]);
    worker.end().await;
}

#[tokio::test]
async fn what_is_no_job_is_a_dead_letter_and_the_next_job_runs() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let none = lapin::BasicProperties::default;
    broker.publish("idlcm.jobs", "acme", b"not a job", none()).await;
    let wrong = serde_json::to_vec(&job("beta", "bob")).unwrap();
    broker.publish("idlcm.jobs", "acme", &wrong, none()).await;
    broker.publish_job(&job("acme", "ada")).await;
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    let malformed = broker.take("idlcm.dead").await;
    assert_eq!((&malformed.data[..], header(&malformed, "idlcm-reason").as_str()), (&b"not a job"[..], "malformed"));
    assert!(header(&malformed, "idlcm-detail").contains("not JSON"));
    assert_eq!(header(&broker.take("idlcm.dead").await, "idlcm-reason"), "routing_mismatch");
    let refused = result(&broker).await;
    assert_eq!((refused.integration.as_str(), refused.error.unwrap().kind), ("beta", ErrorKind::InvalidJob));
    journal.has("ada 1").await;
    assert_eq!(journal.lines(), ["ada 1"]);
    worker.end().await;
}

#[tokio::test]
async fn what_is_no_job_is_answered_to_the_address_on_its_envelope() {
    let broker = TestBroker::with(&["acme"]).await;
    let channel = broker.channel().await;
    let options = lapin::options::QueueDeclareOptions { exclusive: true, ..Default::default() };
    channel.queue_declare("replies".into(), options, lapin::types::FieldTable::default()).await.unwrap();
    let bind = lapin::options::QueueBindOptions::default();
    let table = lapin::types::FieldTable::default();
    channel.queue_bind("replies".into(), "idlcm.results".into(), "reply.me".into(), bind, table).await.unwrap();
    let journal = Journal::default();
    let ids: Vec<uuid::Uuid> = (0..4).map(|_| uuid::Uuid::new_v4()).collect();
    let envelope = |index: usize| {
        lapin::BasicProperties::default()
            .with_message_id(ids[index].to_string().into())
            .with_correlation_id(format!("c{index}").into())
    };
    let replied = envelope(0).with_reply_to("reply.me".into());
    broker.publish("idlcm.jobs", "acme", b"create ada, please", replied).await;
    broker.publish("idlcm.jobs", "acme", b"\xff\xfe{\0}\0", envelope(1)).await;
    // The second wish would have run.
    let mut twice = job("acme", "bob");
    twice.job_id = ids[2];
    let twice = serde_json::to_string(&twice).unwrap().replacen('{', r#"{"mode":"plan","#, 1);
    broker.publish("idlcm.jobs", "acme", twice.as_bytes(), lapin::BasicProperties::default()).await;
    broker.publish("idlcm.jobs", "nobody", b"", envelope(3)).await;
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);

    let reply = eventually("the answer", async || {
        channel.basic_get("replies".into(), lapin::options::BasicGetOptions { no_ack: true }).await.unwrap()
    })
    .await;
    let answer: JobResult = serde_json::from_slice(&reply.data).unwrap();
    assert_eq!((answer.job_id, answer.integration.as_str(), answer.outcome), (ids[0], "acme", Outcome::Failed));
    let error = answer.error.unwrap();
    assert_eq!(error.kind, ErrorKind::InvalidJob);
    assert!(error.message.contains("not JSON"), "{}", error.message);
    let correlation =
        |message: &lapin::message::Delivery| message.properties.correlation_id().clone().map(|id| id.to_string());
    assert_eq!(correlation(&reply), Some("c0".to_owned()));

    let mut told = std::collections::BTreeMap::new();
    for _ in 1..4 {
        let message = broker.take("idlcm.results").await;
        let answer: JobResult = serde_json::from_slice(&message.data).unwrap();
        assert_eq!(answer.error.as_ref().unwrap().kind, ErrorKind::InvalidJob);
        let key = message.routing_key.to_string();
        told.insert(answer.job_id, (key, correlation(&message), answer.error.unwrap().message));
    }
    let of = |index: usize| told[&ids[index]].clone();
    assert_eq!((of(1).0.as_str(), of(1).1), ("result.acme", Some("c1".to_owned())));
    assert!(of(1).2.contains("UTF-16"));
    assert_eq!((of(2).0.as_str(), of(2).1), ("result.acme", None));
    assert!(of(2).2.contains("`mode` stands there twice"));
    assert_eq!((of(3).0.as_str(), of(3).1), ("result.nobody", Some("c3".to_owned())));
    for _ in 0..4 {
        assert_eq!(header(&broker.take("idlcm.dead").await, "idlcm-reason"), "malformed");
    }
    assert_eq!(journal.lines(), [""; 0]);
    worker.end().await;
}

#[tokio::test]
async fn a_job_of_an_unknown_integration_is_answered() {
    let broker = TestBroker::with(&[]).await;
    let journal = Journal::default();
    let worker = Running::start(broker.queue(), &[], "w1", &journal);
    let lost = job("nobody", "ada");
    broker.publish_job(&lost).await;
    let answer = result(&broker).await;
    assert_eq!((answer.job_id, answer.error.unwrap().kind), (lost.job_id, ErrorKind::UnknownIntegration));
    assert_eq!(header(&broker.take("idlcm.dead").await, "idlcm-reason"), "unknown_integration");
    assert_eq!(worker.end().await, Summary { settled: 1, left: 0 });
}

#[tokio::test]
async fn a_queue_that_is_missing_for_one_integration_does_not_stop_the_others() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let worker = Running::start(broker.queue(), &["acme", "beta"], "w1", &journal);
    broker.publish_job(&job("acme", "ada")).await;
    journal.has("ada 1").await;
    let admin = broker.connect("admin").await;
    idlcm::queue::topology::apply(&admin, &ids(&["acme", "beta"])).await.unwrap();
    broker.publish_job(&job("beta", "bob")).await;
    journal.has("bob 1").await;
    worker.end().await;
}

#[tokio::test]
async fn a_wrong_password_is_tried_once_by_all_workers_and_the_others_jobs_wait_until_an_operator_resumes() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let workers = ["w1", "w2", "w3"].map(|name| Running::start(broker.queue(), &["acme"], name, &journal));
    for name in ["locked out", "ada", "bob"] {
        broker.publish_job(&job("acme", name)).await;
    }
    let failed = result(&broker).await;
    assert_eq!(failed.error.unwrap().kind, ErrorKind::BadCredentials);
    // All have closed their channels; two jobs wait.
    eventually("the jobs wait", async || (broker.depth("idlcm.jobs.acme").await == (2, 0)).then_some(())).await;
    let late = Running::start(broker.queue(), &["acme"], "w4", &journal);
    let operator = broker.link("operator").await;
    let acme = "acme".parse().unwrap();
    assert!(operator.state().read(|state| state.hold(&acme, Timestamp::now())).is_some());
    assert_eq!(journal.lines(), ["locked out 1"]);
    operator.state().record(&acme, StateKind::Resumed).await.unwrap();
    journal.has("bob 1").await;
    assert_eq!(journal.lines(), ["locked out 1", "ada 1", "bob 1"]);
    late.end().await;
    for worker in workers {
        worker.end().await;
    }
}

#[tokio::test]
async fn senders_are_told_that_jobs_wait() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    broker.publish_job(&job("acme", "locked out")).await;
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    let event = loop {
        let message = broker.take("idlcm.results").await;
        if message.routing_key.as_str() == "event.acme" {
            break serde_json::from_slice::<idlcm::queue::IntegrationEvent>(&message.data).unwrap();
        }
    };
    assert_eq!((event.event, event.until), (idlcm::queue::EventKind::Held, None));
    assert_eq!(event.reason, Some(ErrorKind::BadCredentials));
    worker.end().await;
}

#[tokio::test]
async fn a_job_that_is_tried_again_is_not_passed_by_the_next_one() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    for name in ["flaky", "ada", "hopeless"] {
        broker.publish_job(&job("acme", name)).await;
    }
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    assert_eq!(result(&broker).await.attempt, 3);
    assert_eq!(result(&broker).await.attempt, 1);
    let used_up = result(&broker).await;
    assert_eq!((used_up.attempt, used_up.outcome), (5, Outcome::Failed));
    assert_eq!(header(&broker.take("idlcm.dead").await, "idlcm-reason"), "attempts_used_up");
    let expected = [
        "flaky 1",
        "flaky 2",
        "flaky 3",
        "ada 1",
        "hopeless 1",
        "hopeless 2",
        "hopeless 3",
        "hopeless 4",
        "hopeless 5",
    ];
    assert_eq!(journal.lines(), expected);
    worker.end().await;
}

#[tokio::test]
async fn an_app_that_is_down_is_left_alone_and_no_job_fails_for_it() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let failing = Handler::new({
        let journal = journal.clone();
        move |order: WorkOrder| {
            let journal = journal.clone();
            async move {
                let whom = order.job.user.as_ref().map_or("nobody", |_| user(&order.job));
                journal.write(format!("{whom} {}", order.attempt));
                if journal.lines().len() < 7 {
                    return done(&order, Outcome::Failed, Some(ErrorKind::AppUnavailable));
                }
                done(&order, Outcome::Succeeded, None)
            }
        }
    });
    for name in ["ada", "bob"] {
        broker.publish_job(&job("acme", name)).await;
    }
    let (_sender, integrations) = watch::channel(ids(&["acme"]).into_iter().collect());
    let settings = Settings {
        retry_waits: vec![Duration::from_millis(5)],
        outage: Duration::from_millis(200),
        ..Settings::default()
    };
    let worker = Worker { queue: broker.queue(), integrations, handler: failing, settings };
    let drain = CancellationToken::new();
    let running = tokio::spawn(worker.run(drain.clone(), CancellationToken::new()));
    // Ada alone is not an outage: it may be her page that is broken. When her attempts are used up, a look without her
    // shows that it is the app, and she waits with the others.
    let ada = result(&broker).await;
    assert_eq!((ada.outcome, ada.attempt), (Outcome::Succeeded, 6));
    assert_eq!(result(&broker).await.attempt, 1);
    assert_eq!(journal.lines()[4..], ["ada 5", "nobody 5", "ada 6", "bob 1"]);
    let link = broker.link("reader").await;
    let acme = "acme".parse().unwrap();
    eventually("the recovery", async || link.state().read(|s| s.suspension(&acme).is_none()).then_some(())).await;
    drain.cancel();
    soon("the end", running).await.unwrap();
}

#[tokio::test]
async fn a_job_whose_own_page_is_down_fails_alone() {
    let broker = TestBroker::with(&["acme"]).await;
    let handler = Handler::new(|order: WorkOrder| async move {
        match &order.job.user {
            Some(_) if user(&order.job) == "ada" => done(&order, Outcome::Failed, Some(ErrorKind::AppUnavailable)),
            _ => done(&order, Outcome::Succeeded, None),
        }
    });
    for name in ["ada", "bob"] {
        broker.publish_job(&job("acme", name)).await;
    }
    let (_sender, integrations) = watch::channel(ids(&["acme"]).into_iter().collect());
    let settings = Settings { retry_waits: vec![Duration::from_millis(5)], ..Settings::default() };
    let worker = Worker { queue: broker.queue(), integrations, handler, settings };
    let drain = CancellationToken::new();
    let running = tokio::spawn(worker.run(drain.clone(), CancellationToken::new()));
    let ada = result(&broker).await;
    assert_eq!((ada.outcome, ada.attempt), (Outcome::Failed, 5));
    assert_eq!(header(&broker.take("idlcm.dead").await, "idlcm-reason"), "attempts_used_up");
    assert_eq!(result(&broker).await.outcome, Outcome::Succeeded);
    drain.cancel();
    soon("the end", running).await.unwrap();
}

#[tokio::test]
async fn a_panic_is_one_failed_job() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    for name in ["panics", "ada"] {
        broker.publish_job(&job("acme", name)).await;
    }
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    let failed = result(&broker).await;
    assert_eq!((failed.outcome, failed.error.unwrap().kind), (Outcome::Failed, ErrorKind::Internal));
    assert_eq!(result(&broker).await.outcome, Outcome::Succeeded);
    assert_eq!(journal.lines(), ["panics 1", "ada 1"]);
    worker.end().await;
}

#[tokio::test]
async fn a_job_past_its_time_is_answered_and_does_not_run() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let mut late = job("acme", "ada");
    late.not_after = Some("2020-01-01T00:00:00Z".parse().unwrap());
    broker.publish_job(&late).await;
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    assert_eq!(result(&broker).await.error.unwrap().kind, ErrorKind::Expired);
    assert!(journal.lines().is_empty());
    worker.end().await;
}

#[tokio::test]
async fn three_starts_that_were_never_heard_of_again_are_a_crash_loop() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let ada = job("acme", "ada");
    let link = broker.link("w0").await;
    for attempt in 1..=3 {
        let start = StateKind::Start { job_id: ada.job_id, attempt };
        link.state().record(&ada.integration, start).await.unwrap();
    }
    broker.publish_job(&ada).await;
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    assert_eq!(result(&broker).await.error.unwrap().kind, ErrorKind::CrashLoop);
    assert_eq!(header(&broker.take("idlcm.dead").await, "idlcm-reason"), "crash_loop");
    assert!(journal.lines().is_empty());
    worker.end().await;
}

#[tokio::test]
async fn a_committing_mark_survives_its_worker() {
    let broker = TestBroker::with(&["acme"]).await;
    let proxy = broker.proxy().await;
    let journal = Journal::default();
    let first = Running::start(proxy.queue("worker"), &["acme"], "w1", &journal);
    broker.publish_job(&job("acme", "clicks and dies")).await;
    journal.has("clicked").await;
    let second = Running::start(broker.queue(), &["acme"], "w2", &journal);
    first.drain.cancel();
    proxy.cut();
    let result = result(&broker).await;
    assert!(result.redelivered);
    assert_eq!((result.outcome, result.attempt), (Outcome::Succeeded, 2));
    assert_eq!(journal.lines(), ["clicks and dies 1", "clicked", "clicks and dies 2 resumed"]);
    assert_eq!(second.end().await, Summary { settled: 1, left: 0 });
    soon("the end of the first", first.worker).await.unwrap();
}

#[tokio::test]
async fn a_broker_that_goes_away_while_a_commit_is_read_back_leaves_the_job_to_the_next_attempt() {
    let broker = TestBroker::with(&["acme"]).await;
    let proxy = broker.proxy().await;
    let journal = Journal::default();
    let worker = Running::start(proxy.queue("worker"), &["acme"], "w1", &journal);
    broker.publish_job(&job("acme", "is read back")).await;
    journal.has("clicked").await;
    proxy.cut();
    // The same worker gets it again: nothing was remembered as its end.
    let result = result(&broker).await;
    assert_eq!((result.outcome, result.attempt), (Outcome::Succeeded, 2));
    assert_eq!(journal.lines(), ["is read back 1", "clicked", "is read back 2 resumed"]);
    worker.end().await;
    assert_eq!(broker.depth("idlcm.results").await.0, 0, "one result");
    assert_eq!(broker.depth("idlcm.dead").await.0, 0);
}

#[tokio::test]
async fn a_worker_that_stops_while_a_commit_is_read_back_leaves_the_job_to_the_next() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let worker = Running::with(broker.queue(), &["acme"], &journal, |settings| settings.drain = Duration::ZERO);
    broker.publish_job(&job("acme", "is read back")).await;
    journal.has("clicked").await;
    assert_eq!(worker.end().await, Summary { settled: 0, left: 1 });
    eventually("the job is back", async || (broker.depth("idlcm.jobs.acme").await == (1, 0)).then_some(())).await;
    assert_eq!((broker.depth("idlcm.results").await.0, broker.depth("idlcm.dead").await.0), (0, 0));
    let next = Running::start(broker.queue(), &["acme"], "w2", &journal);
    assert_eq!(result(&broker).await.outcome, Outcome::Succeeded);
    assert_eq!(journal.lines(), ["is read back 1", "clicked", "is read back 2 resumed"]);
    next.end().await;
}

#[tokio::test]
async fn a_broker_that_restarts_again_and_again_during_one_job_is_no_crash_of_the_worker() {
    let broker = TestBroker::with(&["acme"]).await;
    let proxy = broker.proxy().await;
    let journal = Journal::default();
    let worker = Running::start(proxy.queue("worker"), &["acme"], "w1", &journal);
    broker.publish_job(&job("acme", "takes long")).await;
    for attempt in 1..6 {
        journal.has(&format!("takes long {attempt}")).await;
        proxy.cut();
    }
    let result = result(&broker).await;
    assert_eq!((result.outcome, result.attempt), (Outcome::Succeeded, 6));
    worker.end().await;
}

/// Counts what is logged, by level.
#[derive(Clone, Default)]
struct Logged(Arc<Mutex<Vec<(tracing::Level, String)>>>);

impl Logged {
    fn count(&self, level: tracing::Level, words: &str) -> usize {
        self.0.lock().unwrap().iter().filter(|(of, text)| *of == level && text.contains(words)).count()
    }
}

impl<S: tracing::Subscriber> tracing_subscriber::Layer<S> for Logged {
    fn on_event(&self, event: &tracing::Event<'_>, _: tracing_subscriber::layer::Context<'_, S>) {
        struct Text(String);
        impl tracing::field::Visit for Text {
            fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
                use std::fmt::Write as _;
                write!(self.0, "{}={value:?} ", field.name()).unwrap();
            }
        }
        let mut text = Text(String::new());
        event.record(&mut text);
        if event.metadata().target().starts_with("idlcm") {
            self.0.lock().unwrap().push((*event.metadata().level(), text.0));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_permission_that_is_taken_away_is_told_once_a_minute_and_no_job_fails_for_it() {
    use tracing_subscriber::layer::SubscriberExt as _;
    let logged = Logged::default();
    tracing::subscriber::set_global_default(tracing_subscriber::registry().with(logged.clone())).unwrap();
    let broker = TestBroker::with(&["gamma"]).await;
    let proxy = broker.proxy().await;
    let journal = Journal::default();
    let worker = Running::start(proxy.queue("worker"), &["gamma"], "w1", &journal);
    broker.publish_job(&job("gamma", "ada")).await;
    assert_eq!(result(&broker).await.outcome, Outcome::Succeeded);

    // The shared state cannot be written any more: nothing may begin.
    let restricted = broker.permit_writing(r"^idlcm\.(results|dead)$");
    proxy.cut();
    broker.publish_job(&job("gamma", "bob")).await;
    let (connections, began) = (proxy.connections(), std::time::Instant::now());
    eventually("four more tries", async || (proxy.connections() >= connections + 4).then_some(())).await;
    assert!(began.elapsed() > Duration::from_millis(900), "a hot loop: 4 tries in {:?}", began.elapsed());
    assert_eq!(logged.count(tracing::Level::ERROR, "no link to the queue"), 1);
    assert_eq!(journal.lines(), ["ada 1"]);
    drop(restricted);
    let done = result(&broker).await;
    assert_eq!((done.outcome, done.error), (Outcome::Succeeded, None));

    // The same for results: the job is done once, and its result waits.
    let restricted = broker.permit_writing(r"^idlcm\.(dead|state)$");
    proxy.cut();
    broker.publish_job(&job("gamma", "cyd")).await;
    journal.has("cyd 1").await;
    eventually("it is told", async || (logged.count(tracing::Level::ERROR, "cannot be published") >= 1).then_some(()))
        .await;
    drop(restricted);
    assert_eq!(result(&broker).await.outcome, Outcome::Succeeded);
    assert_eq!(logged.count(tracing::Level::ERROR, "cannot be published"), 1);
    assert_eq!(journal.lines().iter().filter(|line| line.starts_with("cyd")).count(), 1);
    worker.end().await;
}

#[tokio::test]
async fn an_integration_that_is_removed_and_added_while_its_job_runs_keeps_one_lane() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    broker.publish_job(&job("acme", "waits")).await;
    journal.has("waits 1").await;
    for _ in 0..3 {
        worker.integrations.send_replace(BTreeSet::new());
        tokio::task::yield_now().await;
        worker.integrations.send_replace(ids(&["acme"]).into_iter().collect());
        broker.publish_job(&job("acme", "ada")).await;
    }
    // One consumer waits for jobs, however often it was read again.
    eventually("its consumer", async || (broker.depth("idlcm.jobs.acme").await.1 == 1).then_some(())).await;
    journal.release();
    for _ in 0..4 {
        assert_eq!(result(&broker).await.outcome, Outcome::Succeeded);
    }
    assert_eq!(journal.lines(), ["waits 1", "ada 1", "ada 1", "ada 1"]);
    eventually("one consumer", async || (broker.depth("idlcm.jobs.acme").await == (0, 1)).then_some(())).await;
    worker.end().await;
}

#[tokio::test]
async fn a_job_whose_integration_is_gone_goes_back_to_its_queue() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    broker.publish_job(&job("acme", "unknown here")).await;
    journal.has("unknown here 1").await;
    worker.integrations.send_replace(BTreeSet::new());
    eventually("the job is back", async || (broker.depth("idlcm.jobs.acme").await == (1, 0)).then_some(())).await;
    assert_eq!((broker.depth("idlcm.results").await.0, broker.depth("idlcm.dead").await.0), (0, 0));
    worker.end().await;
}

#[tokio::test]
async fn a_pause_is_heeded_between_two_attempts() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let operator = broker.link("operator").await;
    let acme = "acme".parse().unwrap();
    let worker = Running::with(broker.queue(), &["acme"], &journal, |settings| {
        settings.retry_waits = vec![Duration::from_secs(1)];
    });
    broker.publish_job(&job("acme", "hopeless")).await;
    journal.has("hopeless 1").await;
    operator.state().record(&acme, StateKind::Paused).await.unwrap();
    eventually("the job is back", async || (broker.depth("idlcm.jobs.acme").await == (1, 0)).then_some(())).await;
    assert_eq!(journal.lines(), ["hopeless 1"]);
    operator.state().record(&acme, StateKind::Resumed).await.unwrap();
    journal.has("hopeless 2").await;
    worker.end().await;
    operator.close().await;
}

#[tokio::test]
async fn a_worker_comes_back_after_its_connections_were_cut() {
    let broker = TestBroker::with(&["acme"]).await;
    let proxy = broker.proxy().await;
    let journal = Journal::default();
    let worker = Running::start(proxy.queue("worker"), &["acme"], "w1", &journal);
    broker.publish_job(&job("acme", "ada")).await;
    assert_eq!(result(&broker).await.outcome, Outcome::Succeeded);
    proxy.cut();
    broker.publish_job(&job("acme", "bob")).await;
    assert_eq!(result(&broker).await.outcome, Outcome::Succeeded);
    journal.has("bob 1").await;
    worker.end().await;
}

#[tokio::test]
async fn draining_lets_a_running_job_end_and_begins_no_other() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let worker = Running::with(broker.queue(), &["acme"], &journal, |settings| settings.drain = Duration::ZERO);
    for name in ["stuck", "ada"] {
        broker.publish_job(&job("acme", name)).await;
    }
    journal.has("stuck 1").await;
    assert_eq!(worker.end().await, Summary { settled: 0, left: 1 });
    assert_eq!(journal.lines(), ["stuck 1"]);
    // The broker gives back what a closed connection held a moment later.
    eventually("the jobs are back", async || (broker.depth("idlcm.jobs.acme").await == (2, 0)).then_some(())).await;
    let link = broker.link("reader").await;
    assert!(link.state().read(|state| state.tenure(&"acme".parse().unwrap()).unwrap().released));
}

#[tokio::test]
async fn a_second_order_to_stop_ends_the_draining() {
    let broker = TestBroker::with(&["acme"]).await;
    let journal = Journal::default();
    let worker = Running::start(broker.queue(), &["acme"], "w1", &journal);
    broker.publish_job(&job("acme", "stuck")).await;
    journal.has("stuck 1").await;
    worker.drain.cancel();
    worker.stop.cancel();
    assert_eq!(worker.end().await, Summary { settled: 0, left: 1 });
}

#[tokio::test]
async fn the_embedded_queue_behaves_the_same() {
    let (queue, mut published) = EmbeddedQueue::new(&ids(&["acme"]).into_iter().collect());
    let journal = Journal::default();
    for name in ["flaky", "panics", "ada"] {
        queue.submit(&job("acme", name)).unwrap();
    }
    queue.submit(&job("nobody", "bob")).unwrap();
    let worker = Running::start(Queue::Embedded(queue.clone()), &["acme"], "w1", &journal);
    let (mut outcomes, mut dead) = (Vec::new(), Vec::new());
    while outcomes.len() < 4 || dead.is_empty() {
        match soon("a message", published.recv()).await.unwrap() {
            Published::Result(result, _) => outcomes.push((result.integration.to_string(), result.outcome)),
            Published::DeadLetter(letter) => dead.push(letter.reason.name()),
            Published::Event(event) => panic!("{event:?}"),
            Published::Progress(progress, _) => panic!("nobody asked for {progress:?}"),
        }
    }
    let acme: Vec<Outcome> = outcomes.iter().filter(|(id, _)| id == "acme").map(|(_, outcome)| *outcome).collect();
    assert_eq!(acme, [Outcome::Succeeded, Outcome::Failed, Outcome::Succeeded]);
    assert_eq!(dead, ["unknown_integration"]);
    assert_eq!(journal.lines(), ["flaky 1", "flaky 2", "flaky 3", "panics 1", "ada 1"]);
    queue.submit(&job("acme", "stuck")).unwrap();
    journal.has("stuck 1").await;
    worker.stop.cancel();
    assert_eq!(worker.end().await.left, 1);
    let again = Running::start(Queue::Embedded(queue), &["acme"], "w2", &journal);
    journal.has("stuck 2").await;
    again.stop.cancel();
    again.end().await;
}

#[tokio::test]
async fn a_broker_that_is_away_is_waited_for_and_the_worker_still_ends() {
    let nobody = idlcm::queue::Broker::new("amqp://127.0.0.1:1/", None, false).unwrap();
    let error = Queue::Broker(nobody.clone()).link("w1", &tokio_util::task::TaskTracker::new()).await.unwrap_err();
    assert!(matches!(error, QueueError::Unreachable { .. }));
    let worker = Running::start(Queue::Broker(nobody), &["acme"], "w1", &Journal::default());
    assert_eq!(worker.end().await, Summary { settled: 0, left: 0 });
}

/// Asks for a time step once, and says what it got.
fn codes(name: &'static str, journal: &Journal, meet: &Arc<tokio::sync::Barrier>) -> Handler {
    let (journal, meet) = (journal.clone(), Arc::clone(meet));
    Handler::new(move |order| {
        let (journal, meet) = (journal.clone(), Arc::clone(&meet));
        async move {
            meet.wait().await;
            let (reply, answer) = oneshot::channel();
            let step = user(&order.job).parse().unwrap();
            order.gate.send(GateRequest::Totp { fingerprint: "seed".to_owned(), step, reply }).await.unwrap();
            journal.write(format!("{name} {step} {}", answer.await.unwrap().is_ok()));
            done(&order, Outcome::Succeeded, None)
        }
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_one_time_password_is_given_to_one_worker_of_all_and_never_again() {
    let broker = TestBroker::with(&["acme", "other"]).await;
    let (journal, meet) = (Journal::default(), Arc::new(tokio::sync::Barrier::new(2)));
    let folder = tempfile::tempdir().unwrap();
    let file = idlcm::secrets::StateFile::at(folder.path().join("codes.json"));
    // Two integrations share a service account and ask at the same moment, each in a worker of its own.
    let start = |integration: &'static str, codes_file| {
        let mut settings = Settings { fence: Duration::from_millis(50), codes: codes_file, ..Settings::default() };
        integration.clone_into(&mut settings.worker_id);
        let (sender, integrations) = watch::channel(ids(&[integration]).into_iter().collect());
        let worker =
            Worker { queue: broker.queue(), integrations, handler: codes(integration, &journal, &meet), settings };
        let (drain, stop) = (CancellationToken::new(), CancellationToken::new());
        let worker = tokio::spawn(worker.run(drain.clone(), stop.clone()));
        Running { drain, stop, worker, integrations: sender }
    };
    let (first, second) = (start("acme", Some(file.clone())), start("other", None));
    // Of step 7, `idlcm run` on the machine of the first worker has used the code.
    assert!(file.take_code("seed", 7).unwrap());
    for step in 6..12 {
        for integration in ["acme", "other"] {
            broker.publish_job(&job(integration, &step.to_string())).await;
        }
    }
    eventually("all answers", async || (journal.lines().len() == 12).then_some(())).await;
    let granted = |step: u64| -> Vec<String> {
        journal.lines().into_iter().filter(|line| line.ends_with(&format!(" {step} true"))).collect()
    };
    assert_eq!(granted(6), ["other 6 true"]);
    assert_eq!(granted(7), ["other 7 true"]);
    for step in 8..12 {
        assert_eq!(granted(step).len(), 1, "{step}: {:?}", journal.lines());
    }
    first.end().await;
    second.end().await;
}
