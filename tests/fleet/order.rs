//! Jobs about the same stay in order, whatever happens to them; others are not held up. Limits and pace of an integration.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::failing_app::{self, user};
use crate::fleet::broker::{DEADLINE, TestBroker, eventually, eventually_within, ids, job, soon};
use crate::fleet::{Fleet, INTEGRATION};
use idlcm::contract::{Effect, ErrorKind, Job, JobResult, Outcome, ResourceKind};
use idlcm::engine::{Footprint, Outlook};
use idlcm::worker::{Handler, Settings, WorkOrder, Worker};
use lapin::types::{AMQPValue, FieldTable};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

type Lines = Arc<Mutex<Vec<String>>>;

/// An engine that writes down `ada create 1` and fails as often as it is told to; what it knows of a job is its user.
fn engine(lines: &Lines, failures: u32, outlook: Outlook) -> Handler {
    let lines = Arc::clone(lines);
    Handler::new(move |order: WorkOrder| {
        let lines = Arc::clone(&lines);
        async move {
            let line = format!("{} {} {}", user(&order.job), order.job.action, order.attempt);
            lines.lock().unwrap().push(line);
            if user(&order.job) == "ada" && order.attempt <= failures {
                return failing_app::done(&order, Outcome::Failed, Effect::None, Some(ErrorKind::BrowserLost));
            }
            failing_app::done(&order, Outcome::Succeeded, Effect::Applied, None)
        }
    })
    .looking(move |job| Outlook { footprint: Footprint::of(ResourceKind::Users, user(job)), ..outlook.clone() })
}

struct Working {
    drain: CancellationToken,
    worker: tokio::task::JoinHandle<idlcm::worker::Summary>,
    _integrations: watch::Sender<std::collections::BTreeSet<idlcm::contract::IntegrationId>>,
}

impl Working {
    fn start(broker: &TestBroker, handler: Handler) -> Self {
        let (sender, integrations) = watch::channel(ids(&["acme"]).into_iter().collect());
        let settings = Settings { retry_waits: vec![Duration::from_millis(300)], ..Settings::default() };
        let worker = Worker { queue: broker.queue(), integrations, handler, settings };
        let drain = CancellationToken::new();
        let worker = tokio::spawn(worker.run(drain.clone(), CancellationToken::new()));
        Self { drain, worker, _integrations: sender }
    }

    async fn end(self) {
        self.drain.cancel();
        soon("the worker's end", self.worker).await.unwrap();
    }
}

fn wish(action: &str, whom: &str) -> Job {
    Job { action: action.parse().unwrap(), ..job("acme", whom) }
}

async fn result(broker: &TestBroker) -> JobResult {
    serde_json::from_slice(&broker.take("idlcm.results").await.data).unwrap()
}

#[tokio::test]
async fn a_job_that_waits_for_its_next_attempt_holds_up_its_own_user_only() {
    let broker = TestBroker::with(&["acme"]).await;
    for (action, whom) in [("users.create", "ada"), ("users.disable", "ada"), ("users.create", "bob")] {
        broker.publish_job(&wish(action, whom)).await;
    }
    let lines = Lines::default();
    let worker = Working::start(&broker, engine(&lines, 2, Outlook::default()));
    let mut results = Vec::new();
    for _ in 0..3 {
        results.push(result(&broker).await);
    }
    assert!(results.iter().all(|result| result.outcome == Outcome::Succeeded), "{results:#?}");
    let lines = lines.lock().unwrap().clone();
    // The disable of ada, who has failed twice here, is her third attempt's successor; bob came between.
    assert_eq!(lines[..2], ["ada users.create 1", "bob users.create 1"], "{lines:#?}");
    assert_eq!(lines[2..4], ["ada users.create 2", "ada users.create 3"], "{lines:#?}");
    assert!(lines[4..].iter().all(|line| line.starts_with("ada users.disable")), "{lines:#?}");
    worker.end().await;
}

#[tokio::test]
async fn a_limit_refuses_what_is_too_much_and_counts_effects_only() {
    let broker = TestBroker::with(&["acme"]).await;
    for whom in ["bob", "carol", "dan"] {
        broker.publish_job(&wish("users.disable", whom)).await;
    }
    let lines = Lines::default();
    let limits = vec!["2/h".parse().unwrap()];
    let worker = Working::start(&broker, engine(&lines, 0, Outlook { limits, ..Outlook::default() }));
    let mut kinds = Vec::new();
    for _ in 0..3 {
        kinds.push(result(&broker).await.error.map(|error| (error.kind, error.message)));
    }
    assert_eq!(kinds[..2], [None, None]);
    let message = "users.disable is limited to 2/h here, and that is reached".to_owned();
    assert_eq!(kinds[2], Some((ErrorKind::LimitReached, message)));
    assert_eq!(lines.lock().unwrap().len(), 2, "the third one touched nothing");
    worker.end().await;
}

#[tokio::test]
async fn the_pace_of_an_integration_is_kept() {
    let broker = TestBroker::with(&["acme"]).await;
    for whom in ["bob", "carol", "dan"] {
        broker.publish_job(&wish("users.create", whom)).await;
    }
    let lines = Lines::default();
    let worker = Working::start(&broker, engine(&lines, 0, Outlook { per_minute: Some(2), ..Outlook::default() }));
    result(&broker).await;
    result(&broker).await;
    let acme = "acme".parse().unwrap();
    let link = broker.link("reader").await;
    let next = link.state().read(|state| state.next_start(&acme, 2, jiff::Timestamp::now()));
    let wait = next.unwrap().duration_since(jiff::Timestamp::now()).as_secs_f32();
    assert!((30.0..=60.0).contains(&wait), "the third one waits for {wait} s");
    assert_eq!(lines.lock().unwrap().len(), 2);
    // It is not lost: it goes back with the others.
    worker.end().await;
    eventually("its place in the queue", async || (broker.depth("idlcm.jobs.acme").await.0 == 1).then_some(())).await;
}

#[tokio::test]
async fn a_dead_letter_that_a_later_job_has_overtaken_is_not_done() {
    let broker = TestBroker::with(&["acme"]).await;
    let lines = Lines::default();
    let worker = Working::start(&broker, engine(&lines, 0, Outlook::default()));
    let now = u64::try_from(jiff::Timestamp::now().as_second()).unwrap();
    let send = async |job: &Job, sent: u64, attempts: i64| {
        let mut headers = FieldTable::default();
        headers.insert("idlcm-replay".into(), AMQPValue::LongLongInt(attempts));
        let properties = lapin::BasicProperties::default().with_timestamp(sent).with_headers(headers);
        broker.publish("idlcm.jobs", "acme", &serde_json::to_vec(job).unwrap(), properties).await;
        result(&broker).await
    };
    // Wished at noon and failed; another wish came at one and was done; the first is sent again at two.
    assert_eq!(send(&wish("users.disable", "Bob@acme.example"), now - 60, 0).await.outcome, Outcome::Succeeded);
    let overtaken = send(&wish("users.create", "bob@acme.example"), now - 3600, 5).await;
    assert_eq!(overtaken.error.map(|error| error.kind), Some(ErrorKind::Superseded));
    // One that nobody has overtaken is done, and so is one about somebody else.
    assert_eq!(send(&wish("users.create", "bob@acme.example"), now - 30, 5).await.outcome, Outcome::Succeeded);
    assert_eq!(send(&wish("users.create", "carol"), now - 3600, 5).await.outcome, Outcome::Succeeded);
    assert_eq!(lines.lock().unwrap().len(), 3);
    worker.end().await;
}

fn person(name: &str) -> Value {
    json!({"email": format!("{name}@acme.example"), "name": name, "role": "accountant"})
}

/// With a real browser: the page of the form fails twice, with a disable behind it, and another user in between.
#[tokio::test(flavor = "multi_thread")]
async fn a_create_that_fails_twice_is_done_before_the_disable_behind_it() {
    let fleet = Fleet::start().await;
    let form = |line: &str, _: &[String]| line == "GET /admin/users/new";
    let first = fleet.tap.hold(form);
    let disable = json!({"email": "ada@acme.example"});
    for (action, whom) in
        [("users.create", &person("ada")), ("users.disable", &disable), ("users.create", &person("bob"))]
    {
        fleet.publish(&crate::fleet::job(action, whom)).await;
    }
    let mut worker = fleet.worker("worker");
    soon("ada's form", first).await.unwrap().lose();
    let bob = async || fleet.app.state().user("bob@acme.example").is_some().then_some(());
    eventually("bob, who does not wait for ada", bob).await;
    assert!(fleet.app.state().user("ada@acme.example").is_none());
    soon("ada's form", fleet.tap.hold(form)).await.unwrap().lose();
    let disabled = async || (fleet.accepted("users.disable") == 1).then_some(());
    eventually_within(3 * DEADLINE, "ada's disable", disabled).await;
    let acts = fleet.app.journal().into_iter().map(|entry| entry.action).filter(|action| action != "login");
    assert_eq!(acts.collect::<Vec<_>>(), ["users.create", "users.create", "users.disable"]);
    assert!(worker.end().await.success());
    assert_eq!(fleet.broker.depth("idlcm.dead").await.0, 0);
}

/// With real browsers: an app that answers nothing but errors. Nobody's job fails for it, and nobody storms it.
#[tokio::test(flavor = "multi_thread")]
async fn while_an_app_is_down_jobs_wait_and_one_probe_at_a_time_looks() {
    let fleet = Fleet::start().await;
    fleet.tap.fail(true);
    for name in ["ada", "bob", "carol"] {
        fleet.publish(&crate::fleet::job("users.create", &person(name))).await;
    }

    let start = |name: &str| fleet.worker_with(name, |command| command.env("IDLCM_OUTAGE", "2s"));
    let mut workers = [start("one"), start("two")];
    let status = async || {
        let mut command = fleet.command("status", "operator");
        let output = command.args(["integrations", "status", INTEGRATION, "--format", "json"]).output().await.unwrap();
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    eventually_within(3 * DEADLINE, "the suspension", async || (status().await["state"] == "suspended").then_some(()))
        .await;
    assert_eq!(status().await["reason"], "app_unavailable");
    let (before, since) = (fleet.tap.seen().len(), Instant::now());
    // Three more probes, 2, 4 and 8 s apart; each asks for a page or two.
    eventually_within(2 * DEADLINE, "another probe", async || (fleet.tap.seen().len() > before + 2).then_some(()))
        .await;
    let asked = fleet.tap.seen().len() - before;
    assert!(asked < 12 && since.elapsed() > Duration::from_secs(2), "{:#?}", fleet.tap.seen());
    fleet.tap.fail(false);
    let done = async || (fleet.accepted("users.create") == 3).then_some(());
    eventually_within(2 * DEADLINE, "all three users", done).await;
    assert_eq!(fleet.journal("login").len(), 1, "{:#?}", fleet.app.journal());
    eventually("the recovery", async || (status().await["state"] == "working").then_some(())).await;
    fleet.waiting(INTEGRATION, 0, 1).await;
    assert_eq!(fleet.broker.depth("idlcm.dead").await.0, 0);
    for worker in &mut workers {
        assert!(worker.end().await.success());
    }
}
