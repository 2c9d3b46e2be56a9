//! The queue against a real broker.

use std::time::Duration;

use crate::fleet::broker::{TestBroker, eventually, ids, job, soon, source};
use idlcm::contract::{ErrorKind, JobError, JobResult};
use idlcm::coordination::StateKind;
use idlcm::queue::{
    DeadLetter, DeadReason, Incoming, PROOF_TIMEOUT, Properties, QueueError, ReplyAddress, Subscription, submit,
    submit_and_wait, topology,
};
use jiff::Timestamp;
use lapin::options::QueueDeclareOptions;
use lapin::types::{AMQPValue, FieldTable};

async fn next(subscription: &mut Subscription) -> Incoming {
    soon("a delivery", subscription.next()).await.expect("the lease is held")
}

fn user(incoming: &Incoming) -> String {
    let job = idlcm::contract::decode_job(&incoming.body).unwrap();
    job.user.unwrap()["email"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn applying_twice_changes_nothing() {
    let broker = TestBroker::bare().await;
    let connection = broker.connect("admin").await;
    let first = topology::apply(&connection, &ids(&["acme", "beta"])).await.unwrap();
    assert_eq!((first.unchanged.len(), first.refused.len()), (0, 0), "{first:?}");
    let second = topology::apply(&connection, &ids(&["acme", "beta"])).await.unwrap();
    assert_eq!(second.unchanged, first.created);
    assert_eq!((second.created.len(), second.replaced.len(), second.refused.len()), (0, 0, 0), "{second:?}");
}

#[tokio::test]
async fn a_queue_with_messages_is_not_changed_and_an_empty_one_is() {
    let broker = TestBroker::bare().await;
    let channel = broker.channel().await;
    for name in ["idlcm.jobs.acme", "idlcm.jobs.beta"] {
        let mut arguments = FieldTable::default();
        arguments.insert("x-queue-type".into(), AMQPValue::LongString("quorum".into()));
        let options = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
        channel.queue_declare(name.into(), options, arguments).await.unwrap();
    }
    broker.publish("", "idlcm.jobs.acme", b"{}", lapin::BasicProperties::default()).await;
    let connection = broker.connect("admin").await;
    let report = topology::apply(&connection, &ids(&["acme", "beta"])).await.unwrap();
    assert_eq!(report.replaced, ["queue idlcm.jobs.beta"]);
    let [refused] = &report.refused[..] else { panic!("{report:?}") };
    let text = refused.to_string();
    assert!(text.starts_with("queue idlcm.jobs.acme: ") && text.contains("inequivalent arg"), "{text}");
    assert!(text.ends_with("it holds 1 messages; let the workers empty it first"), "{text}");
    assert_eq!(broker.depth("idlcm.jobs.acme").await.0, 1);
}

#[tokio::test]
async fn status_tells_depth_and_what_is_missing() {
    let broker = TestBroker::with(&["acme"]).await;
    broker.publish_job(&job("acme", "ada@acme.example")).await;
    let connection = broker.connect("admin").await;
    let status = topology::status(&connection, &ids(&["acme", "beta"])).await.unwrap();
    let depth = |name: &str| status.iter().find(|queue| queue.name == name).unwrap().depth;
    assert_eq!(depth("idlcm.jobs.acme").unwrap().messages, 1);
    assert_eq!(depth("idlcm.jobs.beta"), None);
}

#[tokio::test]
async fn a_worker_without_a_topology_says_what_to_do() {
    let broker = TestBroker::bare().await;
    let error = broker.queue().link("w1", &broker.tasks).await.unwrap_err();
    assert!(matches!(error, QueueError::Missing { .. }), "{error}");
    assert!(error.to_string().contains("`idlcm queue apply`"), "{error}");
    let broker = TestBroker::with(&[]).await;
    let error = broker.link("w1").await.subscribe(&source("acme")).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "queue idlcm.jobs.acme does not exist on the broker, or is not up yet just after its start; declare it with `idlcm queue apply`"
    );
}

#[tokio::test]
async fn a_broker_that_is_away_or_refuses_is_told_apart() {
    let broker = TestBroker::bare().await;
    let url = broker.url("worker").replace("worker:worker", "worker:wrong");
    let wrong = idlcm::queue::Broker::new(&url, None, false).unwrap();
    let error = idlcm::queue::Connection::open(&wrong, "test", &broker.tasks).await.unwrap_err();
    assert!(matches!(error, QueueError::Refused { .. }), "{error:?}");
    assert!(!error.to_string().contains("wrong"), "{error}");
    let nobody = idlcm::queue::Broker::new("amqp://127.0.0.1:1/", None, false).unwrap();
    let error = idlcm::queue::Connection::open(&nobody, "test", &broker.tasks).await.unwrap_err();
    assert!(matches!(error, QueueError::Unreachable { .. }), "{error:?}");
    assert!(error.to_string().contains("amqp://guest@127.0.0.1:1/"), "{error}");
}

#[tokio::test]
async fn closing_gives_everything_back_in_order() {
    let broker = TestBroker::with(&["acme"]).await;
    for name in ["a", "b", "c", "d"] {
        broker.publish_job(&job("acme", name)).await;
    }
    let (one, two) = (broker.link("w1").await, broker.link("w2").await);
    let mut first = one.subscribe(&source("acme")).await.unwrap();
    let mut second = two.subscribe(&source("acme")).await.unwrap();
    let a = next(&mut first).await;
    let b = next(&mut first).await;
    assert_eq!((user(&a), user(&b)), ("a".to_owned(), "b".to_owned()));
    assert!(a.ack().await);
    first.lease().prove(PROOF_TIMEOUT).await.unwrap();
    let lease = first.lease().clone();
    first.close().await;
    assert!(lease.prove(PROOF_TIMEOUT).await.is_err());
    assert!(!b.ack().await, "an acknowledgement after the end does not count");
    for (name, redelivered) in [("b", true), ("c", true), ("d", true)] {
        let incoming = next(&mut second).await;
        assert_eq!((user(&incoming), incoming.redelivered), (name.to_owned(), redelivered));
        assert_eq!(incoming.delivery_count, 1);
        assert!(incoming.ack().await);
    }
}

#[tokio::test]
async fn a_cut_connection_loses_the_lease_and_the_other_worker_gets_the_job() {
    let broker = TestBroker::with(&["acme"]).await;
    let proxy = broker.proxy().await;
    broker.publish_job(&job("acme", "a")).await;
    let one = proxy.queue("worker").link("w1", &broker.tasks).await.unwrap();
    let two = broker.link("w2").await;
    let mut first = one.subscribe(&source("acme")).await.unwrap();
    let held = next(&mut first).await;
    let mut second = two.subscribe(&source("acme")).await.unwrap();
    proxy.cut();
    let again = next(&mut second).await;
    assert!(again.redelivered);
    soon("the loss", one.lost()).await;
    assert!(soon("the end", first.next()).await.is_none());
    assert!(first.lease().prove(Duration::from_secs(2)).await.is_err());
    assert!(!held.ack().await);
    assert!(again.ack().await);
    assert!(one.state().record(&"acme".parse().unwrap(), StateKind::Paused).await.is_err());
}

#[tokio::test]
async fn a_deleted_queue_is_a_lost_lease() {
    let broker = TestBroker::with(&["acme"]).await;
    let link = broker.link("w1").await;
    let mut subscription = link.subscribe(&source("acme")).await.unwrap();
    subscription.lease().prove(PROOF_TIMEOUT).await.unwrap();
    let options = lapin::options::QueueDeleteOptions::default();
    broker.channel().await.queue_delete("idlcm.jobs.acme".into(), options).await.unwrap();
    assert!(soon("the end", subscription.next()).await.is_none());
    assert!(!subscription.lease().is_alive());
}

fn result_of(job: &idlcm::contract::Job) -> JobResult {
    let error = JobError::new(ErrorKind::NotFound, "nobody");
    JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), error)
}

#[tokio::test]
async fn a_result_that_nobody_waits_for_goes_to_the_common_queue() {
    let broker = TestBroker::with(&["acme"]).await;
    let link = broker.link("w1").await;
    let job = job("acme", "a");
    let to = ReplyAddress {
        reply_to: Some("reply.gone".to_owned()),
        correlation_id: Some("c-1".to_owned()),
        ..ReplyAddress::default()
    };
    link.outbox().result(result_of(&job), &to).await.unwrap();
    let stored = broker.take("idlcm.results").await;
    assert_eq!(stored.routing_key.as_str(), "result.acme");
    assert_eq!(stored.properties.correlation_id().as_ref().unwrap().as_str(), "c-1");
    let headers = stored.properties.headers().as_ref().unwrap().inner().clone();
    assert_eq!(headers["outcome"], AMQPValue::LongString("failed".into()));
    assert_eq!(headers["attempt"], AMQPValue::LongLongInt(1));
}

#[tokio::test]
async fn a_waiting_sender_gets_each_message_once_and_ends_with_the_last() {
    let broker = TestBroker::with(&["acme"]).await;
    let link = broker.link("w1").await;
    let mut subscription = link.subscribe(&source("acme")).await.unwrap();
    let sender = broker.connect("publisher").await;
    let jobs = [job("acme", "a"), job("acme", "b")];
    let mut submission = submit_and_wait(&sender, &jobs).await.unwrap();
    for job in &jobs {
        let incoming = next(&mut subscription).await;
        assert_eq!(incoming.properties.message_id, Some(job.job_id.to_string()));
        let mut result = result_of(job);
        result.items = Some(vec![[("email".to_owned(), "x".into())].into(); 501]);
        let to = ReplyAddress::from(&incoming);
        link.outbox().result(result.clone(), &to).await.unwrap();
        link.outbox().result(result, &to).await.unwrap();
        assert!(incoming.ack().await);
    }
    let mut seen = Vec::new();
    while let Some(result) = soon("a result", submission.next()).await.unwrap() {
        seen.push((result.job_id, result.chunk, result.last, result.items.map(|items| items.len())));
    }
    let [a, b] = [jobs[0].job_id, jobs[1].job_id];
    let expected = [a, b].map(|id| [(id, Some(0), false, Some(500)), (id, Some(1), true, Some(1))]);
    assert_eq!(seen, expected.concat());
}

#[tokio::test]
async fn jobs_of_an_unknown_integration_are_kept_apart() {
    let broker = TestBroker::with(&["acme"]).await;
    let sender = broker.connect("publisher").await;
    submit(&sender, &[job("nobody", "a")]).await.unwrap();
    let kept = broker.take("idlcm.unrouted").await;
    assert_eq!(kept.routing_key.as_str(), "nobody");
    let bare = TestBroker::bare().await;
    let error = submit(&bare.connect("publisher").await, &[job("acme", "a")]).await.unwrap_err();
    assert!(error.to_string().contains("idlcm queue apply"), "{error}");
}

#[tokio::test]
async fn a_dead_letter_keeps_what_was_sent_and_says_why() {
    let broker = TestBroker::with(&["acme"]).await;
    let link = broker.link("w1").await;
    let letter = DeadLetter {
        body: b"not a job".to_vec(),
        properties: Properties { message_id: Some("m-1".to_owned()), ..Properties::default() },
        exchange: "idlcm.jobs".to_owned(),
        routing_key: "acme".to_owned(),
        reason: DeadReason::Malformed,
        detail: "it is not JSON".to_owned(),
        attempts: 0,
        recipe: None,
        evidence: None,
        at: Timestamp::now(),
    };
    link.outbox().dead_letter(letter).await.unwrap();
    let stored = broker.take("idlcm.dead").await;
    assert_eq!((stored.routing_key.as_str(), &stored.data[..]), ("acme.malformed", &b"not a job"[..]));
    assert_eq!(stored.properties.message_id().as_ref().unwrap().as_str(), "m-1");
    let headers = stored.properties.headers().as_ref().unwrap().inner().clone();
    assert_eq!(headers["idlcm-reason"], AMQPValue::LongString("malformed".into()));
    assert_eq!(headers["idlcm-routing-key"], AMQPValue::LongString("acme".into()));
}

#[tokio::test]
async fn a_second_worker_reads_what_the_first_one_wrote() {
    let broker = TestBroker::with(&["acme"]).await;
    let acme = "acme".parse().unwrap();
    let job_id = uuid::Uuid::new_v4();
    let one = broker.link("w1").await;
    one.state().record(&acme, StateKind::TenureAcquired).await.unwrap();
    one.state().record(&acme, StateKind::Start { job_id, attempt: 1 }).await.unwrap();
    one.state().record(&acme, StateKind::Committing { job_id, part: 2 }).await.unwrap();
    assert_eq!(one.state().read(|state| state.committing(&acme, job_id)), [2], "one reads one's own writes");
    one.close().await;
    let two = broker.link("w2").await;
    two.state().read(|state| {
        assert_eq!(state.attempts(&acme, job_id), 1);
        assert_eq!(state.committing(&acme, job_id), [2]);
        let tenure = state.tenure(&acme).unwrap();
        assert_eq!((tenure.worker.as_str(), tenure.released), ("w1", false));
    });
    let three = broker.link("w3").await;
    three.state().record(&acme, StateKind::Paused).await.unwrap();
    eventually("the pause is seen", async || two.state().read(|state| state.hold(&acme, Timestamp::now()))).await;
}
