//! What is told while a job runs, over a real broker: to whoever asks for it, before the result, and to nobody else.

use std::collections::BTreeSet;

use idlcm::contract::{Job, JobProgress, JobResult, Outcome, ProgressPhase, decode_job};
use idlcm::queue::{GatewayLink, GatewayQueue, News};
use serde_json::{Value, json};

use crate::fleet::broker::{eventually, soon};
use crate::fleet::{Fleet, PASSWORD, USERNAME, job};

fn watching(action: &str, user: &Value, watch: &str) -> Value {
    let mut job = job(action, user);
    job["options"] = json!({"watch": watch});
    job
}

fn read(job: &Value) -> Job {
    decode_job(job.to_string().as_bytes()).unwrap()
}

fn kind(message: &lapin::message::Delivery) -> String {
    message.properties.kind().as_ref().map(ToString::to_string).unwrap_or_default()
}

/// What a gateway takes of a job up to its last result.
async fn followed(link: &GatewayLink, job: &Job) -> (Vec<JobProgress>, JobResult) {
    link.publish(std::slice::from_ref(job)).await.unwrap();
    let mut told = Vec::new();
    loop {
        let delivered = soon("news", link.next()).await.unwrap();
        match &delivered.what {
            News::Progress(progress) => told.push((**progress).clone()),
            News::Result(result) => {
                let result = (**result).clone();
                assert!(delivered.ack().await);
                if result.last {
                    return (told, result);
                }
                continue;
            }
            other => panic!("{other:?}"),
        }
        assert!(delivered.ack().await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_is_told_what_a_job_does_before_its_result() {
    let fleet = Fleet::start().await;
    let mut worker = fleet.worker("worker");
    let queue = GatewayQueue::Broker(fleet.broker.broker("gateway"));
    let link = queue.link("gateway", &fleet.broker.tasks).await.unwrap();

    let check = read(&watching("check", &json!(null), "pictures"));
    let (told, result) = followed(&link, &check).await;
    assert_eq!((result.job_id, result.outcome), (check.job_id, Outcome::Succeeded), "{result:#?}");
    let numbers: Vec<u32> = told.iter().map(|progress| progress.number).collect();
    assert_eq!(numbers, (1..=u32::try_from(told.len()).unwrap()).collect::<Vec<_>>(), "in order, and all of it");
    let (first, last) = (told.first().unwrap(), told.last().unwrap());
    assert_eq!((first.phase, last.phase), (ProgressPhase::Started, ProgressPhase::Ended), "none after the result");
    assert!(told.iter().all(|progress| progress.job_id == check.job_id && progress.attempt == result.attempt));
    let phases: BTreeSet<&str> = told.iter().map(|progress| progress.phase.name()).collect();
    assert!(["login", "logged_in", "reading"].iter().all(|phase| phases.contains(phase)), "{phases:?}");
    assert!(told.iter().any(|progress| progress.picture.is_some()));
    for progress in &told {
        let body = serde_json::to_string(progress).unwrap();
        assert!(!body.contains(PASSWORD) && !body.contains(USERNAME), "{}", progress.text);
    }

    let listing = read(&watching("users.list", &json!(null), "steps"));
    let (told, result) = followed(&link, &listing).await;
    assert_eq!((result.outcome, result.total_reported), (Outcome::Succeeded, Some(57)), "{result:#?}");
    let pages: Vec<&JobProgress> = told.iter().filter(|progress| progress.page.is_some()).collect();
    let last = pages.last().unwrap();
    assert_eq!((last.page, last.pages, last.items, last.total), (Some(3), Some(3), Some(57), Some(57)), "{pages:?}");
    assert!(told.iter().all(|progress| progress.picture.is_none()));

    // Who does not ask is told nothing.
    let (told, result) = followed(&link, &read(&job("check", &json!(null)))).await;
    assert_eq!((result.outcome, told.len()), (Outcome::Succeeded, 0), "{told:?}");
    link.close().await;
    assert!(worker.end().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_knows_results_is_not_confused() {
    let fleet = Fleet::start().await;
    let mut worker = fleet.worker("worker");
    // `submit --wait` has an address of its own, to which progress is sent, too.
    let create = json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "viewer"});
    let jobs = [watching("users.create", &create, "steps"), watching("check", &json!(null), "pictures")];
    let results = fleet.submit(&jobs.iter().collect::<Vec<_>>()).results().await;
    assert!(results.iter().all(|result| result["outcome"] == "succeeded"), "{results:#?}");
    assert!(results.iter().all(|result| result["schema"] == "idlcm.result/1"), "{results:#?}");

    // Without an address nothing is told, least of all to the queue that everybody reads.
    fleet.publish(&watching("check", &json!(null), "pictures")).await;
    assert_eq!(kind(&fleet.broker.take("idlcm.results").await), "idlcm.result/1");
    // To an address where nobody waits, only the result finds its way to that queue.
    let properties = lapin::BasicProperties::default().with_reply_to("reply.nobody".into());
    let body = watching("check", &json!(null), "steps").to_string();
    fleet.broker.publish("idlcm.jobs", "acme", body.as_bytes(), properties).await;
    assert_eq!(kind(&fleet.broker.take("idlcm.results").await), "idlcm.result/1");
    assert!(worker.end().await.success());
    eventually("an empty queue", async || (fleet.broker.depth("idlcm.results").await.0 == 0).then_some(())).await;
}
