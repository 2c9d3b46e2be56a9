//! Dead letters of a real broker over the management API, as the broker's user `gateway`.

use std::path::Path;

use crate::dead::{bury, letter};
use crate::fleet::broker::{TestBroker, eventually, job, soon, source};
use idlcm::gateway::management::Keys;
use idlcm::gateway::store::Database;
use idlcm::gateway::{Apps, Listeners, Office, Settings, serve};
use idlcm::queue::{DeadLetters, DeadReason, GatewayQueue, QueueError};
use idlcm::secrets::Secret;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

const TOKEN: &str = "the-administrator-of-this-test";

/// A gateway without integrations, and its management API.
struct Gateway {
    address: String,
    client: reqwest::Client,
    stop: CancellationToken,
    served: tokio::task::JoinHandle<()>,
    _folder: tempfile::TempDir,
}

impl Gateway {
    async fn start(broker: &TestBroker) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&format!("sqlite:{}", folder.path().join("g.db").display())).await.unwrap();
        let recipes = Path::new(env!("CARGO_MANIFEST_DIR")).join("recipes");
        let office = Office::new(database, Apps::load(&recipes).unwrap(), Settings::default());
        let bind = async || TcpListener::bind("127.0.0.1:0").await.unwrap();
        let listeners = Listeners { scim: bind().await, management: bind().await };
        let address = format!("http://{}", listeners.management.local_addr().unwrap());
        let queue = GatewayQueue::Broker(broker.broker("gateway"));
        let stop = CancellationToken::new();
        let serving = serve(office, queue, listeners, Keys::new(&Secret::new(TOKEN), None), stop.clone());
        let served = tokio::spawn(async move { serving.await.unwrap() });
        Self { address, client: reqwest::Client::new(), stop, served, _folder: folder }
    }

    async fn ask(&self, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
        let asking = self.client.request(method, format!("{}/api/v1{path}", self.address)).bearer_auth(TOKEN);
        let asking = if body.is_null() { asking } else { asking.json(body) };
        let answer = soon("an answer", asking.send()).await.unwrap();
        (answer.status(), answer.json().await.unwrap_or_default())
    }

    async fn letters(&self) -> Vec<Value> {
        // Not before it has its link.
        let (_, told) = eventually("the list", async || {
            let answer = self.ask(Method::GET, "/dead-letters", &Value::Null).await;
            (answer.0 == StatusCode::OK).then_some(answer)
        })
        .await;
        told["dead_letters"].as_array().unwrap().clone()
    }

    async fn settle(&self, letter: &Value, deed: &str, body: &Value) -> (StatusCode, Value) {
        let path = format!("/dead-letters/{}/{deed}", letter["id"].as_str().unwrap());
        self.ask(Method::POST, &path, body).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dead_letters_of_the_broker_are_listed_without_secrets_sent_again_and_taken_away() {
    let broker = TestBroker::with(&["acme"]).await;
    let jobs = [job("acme", "a"), job("acme", "b")];
    let bodies = [
        serde_json::to_vec(&jobs[0]).unwrap(),
        serde_json::to_vec(&jobs[1]).unwrap(),
        serde_json::to_vec(&job("nobody", "c")).unwrap(),
        b"create ada, password hunter2".to_vec(),
    ];
    let [one, two, nobodys, none] = &bodies;
    let all = vec![
        letter(one, "acme", DeadReason::Uncertain),
        letter(two, "acme", DeadReason::AttemptsUsedUp),
        letter(nobodys, "nobody", DeadReason::UnknownIntegration),
        letter(none, "acme", DeadReason::Malformed),
    ];
    bury(&broker, all).await;
    let gateway = Gateway::start(&broker).await;
    let found = gateway.letters().await;
    let reasons: Vec<&str> = found.iter().map(|letter| letter["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["uncertain", "attempts_used_up", "unknown_integration", "malformed"]);
    assert_eq!(gateway.letters().await, found, "they stay, and have the same ids");
    let text = json!(found).to_string();
    assert!(!text.contains("hunter2"), "{text}");
    // Its recipe is not known here, so that nobody knows what is a secret.
    assert_eq!(found[0]["subject"], "[not shown]", "{}", found[0]);

    let (status, said) = gateway.settle(&found[0], "replay", &Value::Null).await;
    assert_eq!((status, &said["kind"]), (StatusCode::CONFLICT, &json!("force")), "{said}");
    for (at, why) in [(2, "no queue takes jobs"), (3, "let the sender send it anew")] {
        let (status, said) = gateway.settle(&found[at], "replay", &json!({"force": true})).await;
        assert_eq!((status, &said["kind"]), (StatusCode::CONFLICT, &json!("not_replayed")), "{said}");
        assert!(said["error"].as_str().unwrap().contains(why), "{said}");
    }
    let (status, said) = gateway.settle(&found[0], "replay", &json!({"force": true})).await;
    assert_eq!((status, &said["job"]), (StatusCode::OK, &json!(jobs[0].job_id)), "{said}");
    let worker = broker.link("w1").await;
    let mut subscription = worker.subscribe(&source("acme")).await.unwrap();
    let incoming = soon("the job", subscription.next()).await.unwrap();
    assert_eq!((incoming.body.clone(), incoming.properties.attempts_before()), (bodies[0].clone(), 5));
    assert!(incoming.ack().await);

    for letter in &found[1..] {
        assert_eq!(gateway.settle(letter, "purge", &Value::Null).await.0, StatusCode::OK);
    }
    assert_eq!(gateway.letters().await, [Value::Null; 0]);
    assert_eq!(gateway.settle(&found[0], "purge", &Value::Null).await.0, StatusCode::NOT_FOUND);
    assert_eq!(broker.depth("idlcm.dead").await.0, 0);
    let (_, log) = gateway.ask(Method::GET, "/activity?log=house", &Value::Null).await;
    assert_eq!(log["activity"].as_array().map(Vec::len), Some(4), "{log}");
    gateway.stop.cancel();
    gateway.served.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_read_dead_letters_is_told_so() {
    let broker = TestBroker::with(&["acme"]).await;
    bury(&broker, vec![letter(b"no job", "acme", DeadReason::Malformed)]).await;
    let refused = match DeadLetters::open(&broker.broker("worker"), &broker.tasks).await {
        Ok(mut look) => look.next().await.map(drop).unwrap_err(),
        Err(error) => error,
    };
    assert!(matches!(refused, QueueError::Forbidden { .. }), "{refused:?}");
}
