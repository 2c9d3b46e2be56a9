//! Messages that no sender should send, through a real broker: each is answered or kept for a person, and the next job runs.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::failing_app;
use crate::fleet::broker::{TestBroker, eventually, ids, job, soon};
use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome};
use idlcm::worker::{Handler, Settings, Worker};
use lapin::types::{AMQPValue, FieldTable};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// The job about ada with this in place of her name.
fn about(name: &str) -> Vec<u8> {
    serde_json::to_string(&job("acme", "ada")).unwrap().replace("\"ada\"", name).into_bytes()
}

/// A header of a dead letter.
fn header(message: &lapin::message::Delivery, name: &str) -> Option<String> {
    match message.properties.headers().as_ref()?.inner().get(name)? {
        AMQPValue::LongString(text) => Some(text.to_string()),
        other => Some(format!("{other:?}")),
    }
}

#[tokio::test]
async fn what_strangers_send_is_a_dead_letter_and_the_next_job_runs() {
    let broker = TestBroker::with(&["acme"]).await;
    let done = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&done);
    let handler = Handler::new(move |order| {
        let seen = Arc::clone(&seen);
        async move {
            seen.lock().unwrap().push(failing_app::user(&order.job).len());
            failing_app::done(&order, Outcome::Succeeded, Effect::Applied, None)
        }
    });
    let long = "x".repeat(900_000);
    let mut deep = about(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)));
    deep.truncate(800_000);
    let strange: Vec<(&str, Vec<u8>)> = vec![
        ("nothing", Vec::new()),
        ("ten megabytes", about(&format!("\"{}\"", "x".repeat(10_000_000)))),
        ("ten megabytes of nothing", vec![0; 10_000_000]),
        ("a hundred thousand levels", deep),
        ("no text", about("\"\u{0}\"").iter().map(|byte| byte | 0x80).collect()),
        ("half a character", about("\"\\ud800\"")),
        ("a number that is none", about("1e999999999")),
        ("a number of a megabyte", about(&"9".repeat(900_000))),
        ("a key twice", about("\"x\",\"email\":\"y\"")),
        ("a long key", about(&format!("\"x\"}},\"{long}\":{{\"a\":1"))),
        ("two jobs", about("\"ada\"").repeat(2)),
        (
            "a long mode",
            String::from_utf8(about("\"ada\""))
                .unwrap()
                .replacen('{', &format!("{{\"mode\":\"{long}\","), 1)
                .into_bytes(),
        ),
    ];
    let count = strange.len();
    for (name, body) in &strange {
        let properties = lapin::BasicProperties::default().with_correlation_id((*name).into());
        broker.publish("idlcm.jobs", "acme", body, properties).await;
    }
    // As many headers as the broker takes: with the reasons beside them they would be too many.
    let mut headers = FieldTable::default();
    headers.insert("ticket".into(), AMQPValue::LongString("T-1".into()));
    headers.insert("long".into(), AMQPValue::LongString("x".repeat(65_000).into()));
    headers.insert("longer".into(), AMQPValue::LongString("x".repeat(65_500).into()));
    let properties = lapin::BasicProperties::default().with_headers(headers).with_correlation_id("headers".into());
    broker.publish("idlcm.jobs", "acme", b"{", properties).await;
    broker.publish("idlcm.jobs", "acme", &about(&format!("\"{long}\"")), lapin::BasicProperties::default()).await;
    broker.publish_job(&job("acme", "bob")).await;

    let (_sender, integrations) = watch::channel(ids(&["acme"]).into_iter().collect());
    let settings = Settings { fence: Duration::from_millis(50), ..Settings::default() };
    let worker = Worker { queue: broker.queue(), integrations, handler, settings };
    let (drain, stop) = (CancellationToken::new(), CancellationToken::new());
    let worker = tokio::spawn(worker.run(drain.clone(), stop));

    for _ in 0..=count {
        let letter = broker.take("idlcm.dead").await;
        let name = letter.properties.correlation_id().clone().unwrap().to_string();
        assert_eq!(header(&letter, "idlcm-reason").as_deref(), Some("malformed"), "{name}");
        let detail = header(&letter, "idlcm-detail").unwrap();
        println!("{name}: {}", detail.chars().take(150).collect::<String>());
        assert!(!detail.is_empty() && detail.chars().count() <= 2000, "{name}");
        if name == "headers" {
            assert_eq!(header(&letter, "ticket").as_deref(), Some("T-1"));
            assert!(header(&letter, "longer").is_none() && header(&letter, "idlcm-headers-left-out").is_some());
        } else {
            let (_, sent) = strange.iter().find(|(sent, _)| **sent == *name).unwrap();
            assert_eq!(letter.data.len(), sent.len(), "{name} is kept as it came");
        }
    }
    // A name of a megabyte is a name: whether it is taken, the engine says.
    eventually("the next job", async || (*done.lock().unwrap() == [900_000, 3]).then_some(())).await;
    drain.cancel();
    soon("the worker's end", worker).await.unwrap();
    // Whose job it was could be read of some: they are told, in few words.
    while broker.depth("idlcm.results").await.0 > 0 {
        let message = broker.take("idlcm.results").await;
        let result: JobResult = serde_json::from_slice(&message.data).unwrap();
        if let Some(error) = result.error {
            assert_eq!(error.kind, ErrorKind::InvalidJob);
            assert!(error.message.len() <= idlcm::contract::LONGEST_TOLD, "{} bytes", error.message.len());
        }
    }
}
