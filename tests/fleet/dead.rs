//! Dead letters as an operator handles them: looked at, sent again, taken away.

use std::collections::BTreeSet;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::failing_app;
use crate::fleet::broker::{TestBroker, eventually, ids, job as broker_job, soon, source};
use crate::fleet::{Fleet, INTEGRATION, PASSWORD, job};
use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome};
use idlcm::queue::{DeadLetter, DeadLetters, DeadReason, Properties};
use idlcm::worker::{Handler, Settings, Worker};
use jiff::Timestamp;
use lapin::options::QueueDeleteOptions;
use lapin::types::FieldTable;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// How a command ended.
#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

/// `idlcm dead-letters …`, as the operator.
async fn dead_letters(fleet: &Fleet, arguments: &[&str]) -> Said {
    let mut command = fleet.command("operator", "operator");
    let output = soon("the command", command.arg("dead-letters").args(arguments).output()).await.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// What is listed, as JSON.
async fn listed(fleet: &Fleet) -> Vec<Value> {
    let said = dead_letters(fleet, &["list", "--format", "json"]).await;
    assert_eq!(said.code, 0, "{said:#?}");
    said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn names(listed: &[Value]) -> Vec<&str> {
    listed.iter().map(|letter| letter["subject"].as_str().unwrap_or("-")).collect()
}

pub fn letter(body: &[u8], key: &str, reason: DeadReason) -> DeadLetter {
    DeadLetter {
        body: body.to_vec(),
        properties: Properties { timestamp: Some(Timestamp::now()), ..Properties::default() },
        exchange: "idlcm.jobs".to_owned(),
        routing_key: key.to_owned(),
        reason,
        detail: "as the test wishes".to_owned(),
        attempts: 5,
        recipe: None,
        evidence: None,
        at: Timestamp::now(),
    }
}

/// Puts dead letters there as a worker does.
pub async fn bury(broker: &TestBroker, letters: Vec<DeadLetter>) {
    let link = broker.link("w0").await;
    for letter in letters {
        link.outbox().dead_letter(letter).await.unwrap();
    }
    link.close().await;
}

fn create(email: &str) -> Value {
    job("users.create", &json!({"email": email, "name": "Somebody", "role": "viewer"}))
}

/// Three that write: two of which every attempt failed, and one whose effect nobody knows.
async fn three(fleet: &Fleet) -> [Value; 3] {
    let jobs = ["ada@acme.example", "bob@acme.example", "cyd@acme.example"].map(create);
    let reasons = [DeadReason::AttemptsUsedUp, DeadReason::Uncertain, DeadReason::AttemptsUsedUp];
    let letters = jobs.iter().zip(reasons).map(|(job, reason)| letter(job.to_string().as_bytes(), INTEGRATION, reason));
    bury(&fleet.broker, letters.collect()).await;
    jobs
}

fn id(job: &Value) -> &str {
    job["job_id"].as_str().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn dead_letters_that_are_listed_fifty_times_are_all_there_in_their_order() {
    let fleet = Fleet::start().await;
    assert!(dead_letters(&fleet, &["list"]).await.err.contains("there are no dead letters"));
    let jobs = three(&fleet).await;
    bury(&fleet.broker, vec![letter(b"create ada\x1b[2J, please", INTEGRATION, DeadReason::Malformed)]).await;
    let first = listed(&fleet).await;
    assert_eq!(names(&first), ["ada@acme.example", "bob@acme.example", "cyd@acme.example", "-"]);
    let bob = &first[1];
    assert_eq!(
        (&bob["place"], &bob["integration"], &bob["action"]),
        (&json!(2), &json!("acme"), &json!("users.create"))
    );
    assert_eq!(
        (&bob["reason"], &bob["attempts"], &bob["job_id"]),
        (&json!("uncertain"), &json!(5), &jobs[1]["job_id"])
    );
    assert_eq!(bob["detail"], "as the test wishes");
    assert!(bob["died"].as_str().unwrap().parse::<Timestamp>().is_ok(), "{bob:#}");
    for _ in 0..49 {
        assert_eq!(listed(&fleet).await, first);
    }
    let table = dead_letters(&fleet, &["list"]).await;
    for word in ["place", "died", "bob@acme.example", "attempts_used_up", "malformed", id(&jobs[2])] {
        assert!(table.out.contains(word), "no {word} in {table:#?}");
    }
    assert!(table.err.contains("4 dead letters"), "{table:#?}");
    let some = dead_letters(&fleet, &["list", "--reason", "uncertain", "--format", "json"]).await;
    assert_eq!((some.out.lines().count(), some.err.contains("1 of 4 dead letters")), (1, true), "{some:#?}");
    assert_eq!(fleet.broker.depth("idlcm.dead").await.0, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_letter_that_is_sent_again_is_done_exactly_once() {
    let fleet = Fleet::start().await;
    fleet.integrate("beta", PASSWORD);
    let mut worker = fleet.worker("w1");
    // Two jobs for an integration that was forgotten at `queue apply`.
    let mut jobs = ["ada@acme.example", "bob@acme.example"].map(create);
    for job in &mut jobs {
        job["integration"] = json!("beta");
    }
    let answers = fleet.submit(&[&jobs[0], &jobs[1]]).results().await;
    assert!(answers.iter().all(|answer| answer["error"]["kind"] == "unknown_integration"), "{answers:#?}");
    let refused = dead_letters(&fleet, &["replay", id(&jobs[0]), "--force"]).await;
    assert_eq!(refused.code, 1, "{refused:#?}");
    assert!(refused.out.contains("no queue takes jobs of `beta`; declare it with `idlcm queue apply`"), "{refused:#?}");
    assert_eq!(names(&listed(&fleet).await), ["ada@acme.example", "bob@acme.example"]);

    // A worker looks for a queue that was missing only now and then; another one finds it at once.
    assert!(worker.end().await.success());
    fleet.apply().await;
    let mut worker = fleet.worker("w2");
    fleet.waiting("beta", 0, 1).await;
    let held_back = dead_letters(&fleet, &["replay", id(&jobs[0])]).await;
    assert_eq!(held_back.code, 2, "{held_back:#?}");
    assert!(held_back.out.contains("users.create ada@acme.example (unknown_integration, "), "{held_back:#?}");
    assert!(held_back.err.contains("--force"), "{held_back:#?}");
    assert_eq!(listed(&fleet).await.len(), 2);
    let sent = dead_letters(&fleet, &["replay", id(&jobs[0]), "--force"]).await;
    assert_eq!(sent.code, 0, "{sent:#?}");
    assert!(sent.out.starts_with(&format!("sent again  {}", id(&jobs[0]))), "{sent:#?}");
    // Nobody waits any more where its sender wanted the result.
    let result: Value = serde_json::from_slice(&fleet.broker.take("idlcm.results").await.data).unwrap();
    assert_eq!((&result["job_id"], &result["outcome"]), (&jobs[0]["job_id"], &json!("succeeded")), "{result:#}");
    assert_eq!(result["attempt"], 2, "a reader would take a second attempt 1 for a double: {result:#}");
    assert_eq!(names(&listed(&fleet).await), ["bob@acme.example"]);
    assert!(worker.end().await.success());
    let created = fleet.journal("users.create");
    assert_eq!(fleet.accepted("users.create"), 1, "{created:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_taken_away_without_force_or_a_choice() {
    let fleet = Fleet::start().await;
    let jobs = three(&fleet).await;
    for arguments in [&["purge", "--force"][..], &["replay", "--force"], &["purge", "--force", "--all", id(&jobs[0])]] {
        let said = dead_letters(&fleet, arguments).await;
        assert_eq!(said.code, 2, "{said:#?}");
        assert!(said.err.contains("--all"), "{said:#?}");
    }
    let unknown = dead_letters(&fleet, &["list", "--reason", "broken"]).await;
    assert_eq!((unknown.code, unknown.err.contains("attempts_used_up")), (2, true), "{unknown:#?}");
    let said = dead_letters(&fleet, &["purge", "--all"]).await;
    assert_eq!((said.code, said.out.lines().count()), (2, 3), "{said:#?}");
    assert!(said.err.contains("--force"), "{said:#?}");
    assert_eq!(listed(&fleet).await.len(), 3);

    let said =
        dead_letters(&fleet, &["purge", "--reason", "attempts_used_up", "--integration", "acme", "--force"]).await;
    assert_eq!((said.code, said.out.matches("taken away").count()), (0, 2), "{said:#?}");
    assert_eq!(names(&listed(&fleet).await), ["bob@acme.example"]);
    let said = dead_letters(&fleet, &["purge", id(&jobs[0]), id(&jobs[1]), "--force"]).await;
    assert_eq!(said.code, 1, "{said:#?}");
    assert!(said.err.contains(&format!("not a dead letter: {}", id(&jobs[0]))), "{said:#?}");
    assert!(listed(&fleet).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_letter_that_no_queue_takes_stays_one() {
    let fleet = Fleet::start().await;
    let jobs = three(&fleet).await;
    let mut elsewhere = create("eve@acme.example");
    elsewhere["integration"] = json!("gamma");
    let strays = vec![
        letter(b"create ada, please", INTEGRATION, DeadReason::Malformed),
        letter(elsewhere.to_string().as_bytes(), INTEGRATION, DeadReason::RoutingMismatch),
    ];
    bury(&fleet.broker, strays).await;
    let before = listed(&fleet).await;
    assert_eq!(before.len(), 5);
    // The queue is there, and neither it nor that of unrouted jobs gets what is published.
    let channel = fleet.broker.channel().await;
    let (queue, exchange) = ("idlcm.jobs.acme", "idlcm.jobs");
    channel.queue_unbind(queue.into(), exchange.into(), "acme".into(), FieldTable::default()).await.unwrap();
    channel.queue_delete("idlcm.unrouted".into(), QueueDeleteOptions::default()).await.unwrap();
    let said = dead_letters(&fleet, &["replay", "--all", "--force"]).await;
    assert_eq!((said.code, said.out.lines().count()), (1, 5), "{said:#?}");
    assert_eq!(said.out.matches("no queue takes job").count(), 3, "{said:#?}");
    assert!(said.out.contains("not JSON") && said.out.contains("names the integration `gamma`"), "{said:#?}");
    assert!(said.err.contains("0 sent again, 5 left"), "{said:#?}");
    assert_eq!(listed(&fleet).await, before);

    // Nor when there is no queue at all; and once there is one, each goes there.
    channel.queue_delete(queue.into(), QueueDeleteOptions::default()).await.unwrap();
    let said = dead_letters(&fleet, &["replay", id(&jobs[1]), "--force"]).await;
    assert_eq!((said.code, said.out.contains("idlcm queue apply")), (1, true), "{said:#?}");
    assert_eq!(listed(&fleet).await, before);
    fleet.apply().await;
    let said = dead_letters(&fleet, &["replay", "--all", "--force"]).await;
    assert!(said.err.contains("3 sent again, 2 left"), "{said:#?}");
    assert_eq!(fleet.broker.depth(queue).await.0, 3);
    assert_eq!(listed(&fleet).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_who_is_killed_while_sending_again_loses_none() {
    let fleet = Fleet::start().await;
    let jobs: Vec<Value> = (0..200).map(|number| create(&format!("user{number}@acme.example"))).collect();
    let letters = jobs.iter().map(|job| letter(job.to_string().as_bytes(), INTEGRATION, DeadReason::AttemptsUsedUp));
    bury(&fleet.broker, letters.collect()).await;
    let mut command = fleet.command("operator", "operator");
    command.args(["dead-letters", "replay", "--all", "--force"]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for _ in 0..20 {
        let line = soon("a job that is sent again", lines.next_line()).await.unwrap().unwrap();
        assert!(line.starts_with("sent again"), "{line}");
    }
    soon("its death", child.kill()).await.unwrap();
    // The broker puts back what was held once it has noticed; then each is in one of the two queues, one perhaps in both.
    let counted = eventually("all are there", async || {
        let (dead, sent) = (fleet.broker.depth("idlcm.dead").await.0, fleet.broker.depth("idlcm.jobs.acme").await.0);
        (dead + sent >= 200).then_some((dead, sent))
    })
    .await;
    println!("dead and sent again: {counted:?}");
    assert!(counted.0 > 0 && counted.0 + counted.1 <= 201, "{counted:?}");
    let mut found: BTreeSet<String> = listed(&fleet).await.iter().map(|letter| id(letter).to_owned()).collect();
    let link = fleet.broker.link("w0").await;
    let mut subscription = link.subscribe(&source(INTEGRATION)).await.unwrap();
    for _ in 0..counted.1 {
        let incoming = soon("a job that was sent again", subscription.next()).await.unwrap();
        found.insert(id(&serde_json::from_slice(&incoming.body).unwrap()).to_owned());
    }
    link.close().await;
    assert_eq!(found, jobs.iter().map(|job| id(job).to_owned()).collect());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_secret_in_a_dead_letter_is_not_shown() {
    let fleet = Fleet::start().await;
    let file = fleet.path("recipes/ledgerly/recipe.yaml");
    let recipe = std::fs::read_to_string(&file).unwrap();
    let secret = recipe.replacen("max_length: 80}", "max_length: 80, secret: true}", 1);
    assert_ne!(recipe, secret);
    std::fs::write(&file, secret).unwrap();
    let mut known = create("ada@acme.example");
    known["user"]["name"] = json!("hunter2");
    known["user"]["pin"] = json!("hunter3");
    let mut unknown = create("bob@acme.example");
    unknown["integration"] = json!("gamma");
    unknown["user"]["name"] = json!("hunter4");
    bury(
        &fleet.broker,
        vec![
            letter(known.to_string().as_bytes(), INTEGRATION, DeadReason::Uncertain),
            letter(unknown.to_string().as_bytes(), "gamma", DeadReason::UnknownIntegration),
            letter(b"my password is hunter5", INTEGRATION, DeadReason::Malformed),
        ],
    )
    .await;
    let show = dead_letters(&fleet, &["show", "--all"]).await;
    assert_eq!(show.code, 0, "{show:#?}");
    let shown: Vec<Value> = serde_json::Deserializer::from_str(&show.out).into_iter().map(Result::unwrap).collect();
    assert_eq!(
        shown[0]["job"]["user"],
        json!({"email": "ada@acme.example", "name": "[secret]", "pin": "[not shown]", "role": "viewer"})
    );
    assert_eq!(shown[1]["job"]["user"]["name"], "[not shown]");
    assert_eq!((&shown[1]["subject"], &shown[2]["bytes"]), (&json!("bob@acme.example"), &json!(22)));
    let all = [
        show,
        dead_letters(&fleet, &["list"]).await,
        dead_letters(&fleet, &["list", "--format", "json"]).await,
        dead_letters(&fleet, &["replay", "--all"]).await,
        dead_letters(&fleet, &["purge", "--all", "--force"]).await,
    ];
    for said in all {
        assert!(!said.out.contains("hunter") && !said.err.contains("hunter"), "{said:#?}");
    }
}

/// Fails for as long as no attempt was made before the job was sent again.
fn sick_until_replayed(runs: &Arc<AtomicUsize>) -> Handler {
    let runs = Arc::clone(runs);
    Handler::new(move |order| {
        runs.fetch_add(1, Ordering::Relaxed);
        let done = if order.attempt <= 5 {
            failing_app::done(&order, Outcome::Failed, Effect::None, Some(ErrorKind::BrowserLost))
        } else {
            failing_app::done(&order, Outcome::Succeeded, Effect::Applied, None)
        };
        async move { done }
    })
}

async fn result(broker: &TestBroker) -> JobResult {
    serde_json::from_slice(&broker.take("idlcm.results").await.data).unwrap()
}

#[tokio::test]
async fn the_worker_on_which_a_job_died_runs_it_again_and_its_double_not() {
    let broker = TestBroker::with(&["acme"]).await;
    let runs = Arc::new(AtomicUsize::new(0));
    let settings = Settings { retry_waits: vec![std::time::Duration::from_millis(5)], ..Settings::default() };
    let (_integrations, integrations) = watch::channel(ids(&["acme"]).into_iter().collect());
    let worker = Worker { queue: broker.queue(), integrations, handler: sick_until_replayed(&runs), settings };
    let (drain, stop) = (CancellationToken::new(), CancellationToken::new());
    let running = tokio::spawn(worker.run(drain.clone(), stop));
    broker.publish_job(&broker_job("acme", "ada@acme.example")).await;
    let died = result(&broker).await;
    assert_eq!((died.outcome, died.attempt, runs.load(Ordering::Relaxed)), (Outcome::Failed, 5, 5));

    // Whoever sends it again dies between its publishing and its acknowledgement: it is sent, and a dead letter, too.
    let operator = broker.broker("operator");
    eventually("the dead letter", async || (broker.depth("idlcm.dead").await.0 == 1).then_some(())).await;
    let mut letters = DeadLetters::open(&operator, &broker.tasks).await.unwrap();
    let kept = letters.next().await.unwrap().unwrap();
    let copy = kept.letter.clone();
    letters.replay(kept).await.unwrap();
    letters.close().await;
    let again = result(&broker).await;
    assert_eq!((again.outcome, again.attempt, again.job_id), (Outcome::Succeeded, 6, died.job_id));
    bury(
        &broker,
        vec![DeadLetter { attempts: copy.attempts, ..letter(&copy.body, "acme", DeadReason::AttemptsUsedUp) }],
    )
    .await;
    let mut letters = DeadLetters::open(&operator, &broker.tasks).await.unwrap();
    let kept = letters.next().await.unwrap().unwrap();
    letters.replay(kept).await.unwrap();
    assert!(letters.next().await.unwrap().is_none());
    letters.close().await;
    assert_eq!(result(&broker).await, again);
    assert_eq!(runs.load(Ordering::Relaxed), 6);
    assert_eq!(broker.depth("idlcm.dead").await.0, 0);
    drain.cancel();
    soon("the worker's end", running).await.unwrap();
}
