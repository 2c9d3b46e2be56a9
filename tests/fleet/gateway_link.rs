//! A gateway's link to the queue, on a real broker as the user `gateway`, and on the embedded queue.

use crate::fleet::broker::{TestBroker, ids, job, soon, source};
use idlcm::contract::{ErrorKind, Job, JobError, JobResult};
use idlcm::queue::{
    Delivered, EVENT_SCHEMA, EmbeddedEnds, EmbeddedQueue, EventKind, GatewayLink, GatewayQueue, Incoming,
    IntegrationEvent, Link, News, Queue, QueueError, ReplyAddress, Subscription,
};
use jiff::Timestamp;
use lapin::options::QueueDeclareOptions;
use lapin::types::{AMQPValue, FieldTable};
use tokio_util::task::TaskTracker;

fn gateway(broker: &TestBroker) -> GatewayQueue {
    GatewayQueue::Broker(broker.broker("gateway"))
}

async fn next(link: &GatewayLink) -> Delivered {
    soon("news", link.next()).await.unwrap()
}

async fn delivery(subscription: &mut Subscription) -> Incoming {
    soon("a delivery", subscription.next()).await.expect("the lease is held")
}

fn held(integration: &str) -> IntegrationEvent {
    IntegrationEvent {
        schema: EVENT_SCHEMA.to_owned(),
        at: Timestamp::UNIX_EPOCH,
        integration: integration.parse().unwrap(),
        event: EventKind::Held,
        until: None,
        reason: Some(ErrorKind::BadCredentials),
        user_action: None,
        message: "the password is wrong".to_owned(),
    }
}

fn result_of(job: &Job) -> JobResult {
    let error = JobError::new(ErrorKind::NotFound, "nobody");
    JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), error)
}

/// The next job of a worker, answered.
async fn answer(worker: &Link, subscription: &mut Subscription, job: &Job) {
    let incoming = delivery(subscription).await;
    assert_eq!(incoming.properties.message_id, Some(job.job_id.to_string()));
    worker.outbox().result(result_of(job), &ReplyAddress::from(&incoming)).await.unwrap();
    assert!(incoming.ack().await);
}

fn is_result_of(news: &News, job: &Job) -> bool {
    matches!(news, News::Result(result) if result.job_id == job.job_id)
}

#[tokio::test]
async fn a_gateway_declares_a_queue_sends_jobs_and_takes_what_comes_of_them() {
    let broker = TestBroker::with(&[]).await;
    let link = gateway(&broker).link("gateway-1", &broker.tasks).await.unwrap();
    let acme = "acme".parse().unwrap();
    link.declare(&acme).await.unwrap();
    link.declare(&acme).await.unwrap();
    let jobs = [job("acme", "a"), job("acme", "b")];
    link.publish(&jobs[..1]).await.unwrap();
    link.publish(&jobs[1..]).await.unwrap();
    let worker = broker.link("w1").await;
    let mut subscription = worker.subscribe(&source("acme")).await.unwrap();
    for job in &jobs {
        answer(&worker, &mut subscription, job).await;
    }
    worker.outbox().event(held("acme")).await.unwrap();
    broker.publish("idlcm.results", "gateway", b"{}", lapin::BasicProperties::default()).await;
    for job in &jobs {
        let delivered = next(&link).await;
        assert!(is_result_of(&delivered.what, job), "{delivered:?}");
        assert!(delivered.ack().await);
    }
    let event = next(&link).await;
    assert_eq!(event.what, News::Event(held("acme")));
    assert!(event.ack().await);
    let unreadable = next(&link).await;
    let News::Unreadable(why) = &unreadable.what else { panic!("{unreadable:?}") };
    assert!(why.contains("missing field"), "{why}");
    assert!(unreadable.ack().await);
    link.close().await;
    assert_eq!(broker.depth("idlcm.gateway").await.0, 0);
    // The gateway's results are its own; events are for everybody.
    assert_eq!(broker.depth("idlcm.results").await.0, 1);
}

#[tokio::test]
async fn what_a_gateway_did_not_acknowledge_comes_again_and_a_lost_link_is_told() {
    let broker = TestBroker::with(&["acme"]).await;
    let proxy = broker.proxy().await;
    let queue = GatewayQueue::Broker(idlcm::queue::Broker::new(&proxy.url("gateway"), None, false).unwrap());
    let link = queue.link("gateway-1", &broker.tasks).await.unwrap();
    let worker = broker.link("w1").await;
    worker.outbox().event(held("acme")).await.unwrap();
    let delivered = next(&link).await;
    let lost = link.lost();
    proxy.cut();
    soon("the loss", lost).await;
    let error = soon("an error", link.next()).await.unwrap_err();
    assert!(matches!(error, QueueError::Lost { .. }), "{error}");
    assert!(!delivered.ack().await, "the broker was not told");
    assert!(link.publish(&[job("acme", "a")]).await.is_err());
    link.close().await;
    let again = queue.link("gateway-1", &broker.tasks).await.unwrap();
    let delivered = next(&again).await;
    assert_eq!(delivered.what, News::Event(held("acme")));
    assert!(delivered.ack().await);
}

#[tokio::test]
async fn two_gateways_share_what_comes() {
    let broker = TestBroker::with(&["acme"]).await;
    let one = gateway(&broker).link("gateway-1", &broker.tasks).await.unwrap();
    let two = gateway(&broker).link("gateway-2", &broker.tasks).await.unwrap();
    let worker = broker.link("w1").await;
    for id in ["acme", "beta"] {
        worker.outbox().event(held(id)).await.unwrap();
    }
    let (first, second) = (next(&one).await, next(&two).await);
    assert_ne!(first.what, second.what);
    assert!(first.ack().await && second.ack().await);
}

#[tokio::test]
async fn a_gateway_says_what_is_missing_and_changes_no_queue_that_differs() {
    let bare = TestBroker::bare().await;
    let error = gateway(&bare).link("gateway-1", &bare.tasks).await.unwrap_err();
    assert!(error.to_string().contains("`idlcm queue apply`"), "{error}");
    let broker = TestBroker::with(&[]).await;
    let mut arguments = FieldTable::default();
    arguments.insert("x-queue-type".into(), AMQPValue::LongString("quorum".into()));
    let options = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
    broker.channel().await.queue_declare("idlcm.jobs.acme".into(), options, arguments).await.unwrap();
    let link = gateway(&broker).link("gateway-1", &broker.tasks).await.unwrap();
    let error = link.declare(&"acme".parse().unwrap()).await.unwrap_err();
    assert!(matches!(error, QueueError::Different { .. }), "{error}");
    // The link outlives what the broker refused.
    link.declare(&"beta".parse().unwrap()).await.unwrap();
    link.publish(&[job("beta", "a"), job("nobody", "b")]).await.unwrap();
    assert_eq!(broker.take("idlcm.unrouted").await.routing_key.as_str(), "nobody");
}

#[tokio::test]
async fn an_embedded_queue_takes_integrations_later_and_gives_again_what_was_not_acknowledged() {
    let tasks = TaskTracker::new();
    let (queue, published) = EmbeddedQueue::new(&ids(&[]).into_iter().collect());
    let ends = GatewayQueue::Embedded(EmbeddedEnds::new(queue.clone(), published));
    let link = ends.link("gateway", &tasks).await.unwrap();
    let worker = Queue::Embedded(queue).link("w1", &tasks).await.unwrap();
    let mut subscription = worker.subscribe(&source("acme")).await.unwrap();
    let mut unrouted = worker.subscribe(&idlcm::queue::JobSource::Unrouted).await.unwrap();
    let (early, late) = (job("acme", "a"), job("acme", "b"));
    link.publish(std::slice::from_ref(&early)).await.unwrap();
    answer(&worker, &mut unrouted, &early).await;
    link.declare(&"acme".parse().unwrap()).await.unwrap();
    link.publish(std::slice::from_ref(&late)).await.unwrap();
    answer(&worker, &mut subscription, &late).await;
    worker.outbox().event(held("acme")).await.unwrap();
    let first = next(&link).await;
    assert!(is_result_of(&first.what, &early));
    let second = next(&link).await;
    assert!(is_result_of(&second.what, &late));
    assert!(second.ack().await);
    let lost = link.lost();
    link.close().await;
    soon("the loss", lost).await;
    assert!(!first.ack().await, "it comes again");
    let again = ends.link("gateway", &tasks).await.unwrap();
    let first = next(&again).await;
    assert!(is_result_of(&first.what, &early));
    assert!(first.ack().await);
    assert_eq!(next(&again).await.what, News::Event(held("acme")));
}
