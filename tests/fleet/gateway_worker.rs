//! Workers that have integrations from a gateway: here a server that says what a gateway would.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};

use crate::fleet::broker::eventually;
use crate::fleet::{Fleet, PASSWORD, Worker, checkout, job, program};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use idlcm::catalog::GatewayDocuments;
use serde_json::{Value, json};
use tokio_util::sync::{CancellationToken, DropGuard};

const TOKEN: &str = "one-of-the-gateways-tokens";

/// What the server says, and what it was asked.
#[derive(Default)]
struct Said {
    token: String,
    documents: Vec<Value>,
    /// Instead of the documents.
    instead: Option<(StatusCode, &'static str)>,
    asked: usize,
    unchanged: usize,
}

struct Gateway {
    address: String,
    said: Arc<Mutex<Said>>,
    _end: DropGuard,
}

impl Gateway {
    async fn start() -> Self {
        let said = Arc::new(Mutex::new(Said { token: TOKEN.to_owned(), ..Said::default() }));
        let app = Router::new().route("/below/api/v1/integrations/documents", get(answer)).with_state(said.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/below", listener.local_addr().unwrap());
        let end = CancellationToken::new();
        let ended = end.clone();
        tokio::spawn(async move { axum::serve(listener, app).with_graceful_shutdown(ended.cancelled_owned()).await });
        Self { address, said, _end: end.drop_guard() }
    }

    fn said(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap()
    }

    /// Waits until it was asked so many times more.
    async fn asked_again(&self, times: usize) {
        let before = self.said().asked;
        eventually("further questions", async || (self.said().asked >= before + times).then_some(())).await;
    }
}

async fn answer(State(said): State<Arc<Mutex<Said>>>, headers: HeaderMap) -> Response {
    let mut said = said.lock().unwrap();
    said.asked += 1;
    if headers.get(header::AUTHORIZATION).is_none_or(|value| *value != format!("Bearer {}", said.token)) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    if let Some(instead) = said.instead {
        return (instead.0, [(header::LOCATION, "/elsewhere")], instead.1).into_response();
    }
    let told = said.documents.iter().map(|document| json!({"id": document["id"], "document": document}));
    let body = json!({"integrations": told.collect::<Vec<_>>()}).to_string();
    let etag = format!("\"{}\"", body.len());
    if headers.get(header::IF_NONE_MATCH).is_some_and(|value| *value == etag) {
        said.unchanged += 1;
        return StatusCode::NOT_MODIFIED.into_response();
    }
    ([(header::ETAG, etag)], body).into_response()
}

fn token_file(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("token");
    std::fs::write(&path, format!("{TOKEN}\n")).unwrap();
    path
}

/// The document of an integration of the fleet's app, with the secrets of [`crate::fleet::INTEGRATION`].
fn document(fleet: &Fleet, id: &str) -> Value {
    json!({
        "schema": "idlcm.integration/1", "id": id, "app": "ledgerly", "params": {"subdomain": "acme"},
        "base_url": format!("http://{}", fleet.tap.address),
        "service_account": {
            "username": {"file": fleet.path("acme.username")}, "password": {"file": fleet.path("acme.password")},
        },
    })
}

fn worker(fleet: &Fleet, gateway: &Gateway) -> Worker {
    let token = token_file(&fleet.path(""));
    fleet.worker_with("worker", |command| {
        command
            .env("IDLCM_GATEWAY", &gateway.address)
            .env("IDLCM_GATEWAY_TOKEN_FILE", token)
            .env("IDLCM_GATEWAY_EVERY", "50ms")
    })
}

async fn declare(fleet: &Fleet, ids: &[&str]) {
    let queue = idlcm::queue::GatewayQueue::Broker(fleet.broker.broker("gateway"));
    let link = queue.link("test", &fleet.broker.tasks).await.unwrap();
    for id in ids {
        link.declare(&id.parse().unwrap()).await.unwrap();
    }
    link.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_has_the_integrations_of_its_gateway_beside_those_of_its_folder() {
    let fleet = Fleet::start().await;
    assert_eq!(std::fs::read_to_string(fleet.path("acme.password")).unwrap(), PASSWORD);
    declare(&fleet, &["beta", "gamma"]).await;
    let gateway = Gateway::start().await;
    gateway.said().documents = vec![document(&fleet, "acme"), document(&fleet, "beta")];
    let mut worker = worker(&fleet, &gateway);
    let mut check = job("check", &Value::Null);
    check["integration"] = json!("beta");
    let result = fleet.submit(&[&check]).result().await;
    assert_eq!(result["outcome"], "succeeded", "{result:#}");
    assert!(worker.log().contains("the id `acme` is used already"), "{}", worker.log());
    fleet.waiting("acme", 0, 1).await;
    eventually("an answer that nothing changed", async || (gateway.said().unchanged > 2).then_some(())).await;
    assert!(!worker.log().contains("read again"), "{}", worker.log());
    // One goes, one comes.
    gateway.said().documents = vec![document(&fleet, "gamma")];
    fleet.waiting("gamma", 0, 1).await;
    fleet.waiting("beta", 0, 0).await;
    // While the gateway tells nothing, everything stays, and that is said once.
    gateway.said().instead = Some((StatusCode::SERVICE_UNAVAILABLE, ""));
    worker.says("does not tell its integrations").await;
    gateway.asked_again(5).await;
    assert_eq!(worker.log().matches("does not tell its integrations").count(), 1, "{}", worker.log());
    fleet.waiting("gamma", 0, 1).await;
    gateway.said().instead = None;
    worker.says("tells its integrations again").await;
    // The token is read again for each question.
    gateway.said().token = "another-token".to_owned();
    worker.says("refuses the token (401 Unauthorized)").await;
    std::fs::write(fleet.path("token"), "another-token").unwrap();
    gateway.said().documents = vec![document(&fleet, "beta")];
    fleet.waiting("beta", 0, 1).await;
    assert!(worker.end().await.success());
    assert!(!worker.log().contains(TOKEN) && !worker.log().contains("another-token"), "{}", worker.log());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_whose_gateway_is_away_starts_with_its_folder_and_goes_on_asking() {
    let fleet = Fleet::start().await;
    declare(&fleet, &["beta"]).await;
    let gateway = Gateway::start().await;
    gateway.said().documents = vec![document(&fleet, "beta")];
    gateway.said().instead = Some((StatusCode::SERVICE_UNAVAILABLE, ""));
    let mut worker = worker(&fleet, &gateway);
    worker.says("the worker starts without its integrations").await;
    fleet.waiting("acme", 0, 1).await;
    fleet.waiting("beta", 0, 0).await;
    gateway.said().instead = None;
    fleet.waiting("beta", 0, 1).await;
    assert!(worker.end().await.success());
}

#[tokio::test]
async fn answers_that_are_none_are_told_apart_and_leave_what_was_told_before() {
    let folder = tempfile::tempdir().unwrap();
    let gateway = Gateway::start().await;
    let mut documents = GatewayDocuments::new(&gateway.address, &token_file(folder.path()), false).unwrap();
    assert!(!documents.ask().await.unwrap(), "there are none, as before");
    gateway.said().documents = vec![json!({"id": "acme", "app": "ledgerly"})];
    assert!(documents.ask().await.unwrap());
    let before = documents.documents().to_vec();
    assert_eq!(before.len(), 1);
    assert_eq!(serde_json::from_str::<Value>(&before[0].1).unwrap(), json!({"id": "acme", "app": "ledgerly"}));
    let cases: [(StatusCode, &str, &str); 5] = [
        (StatusCode::OK, "<html>", "Unreadable"),
        (StatusCode::OK, "{\"integrations\":[{\"id\":\"x\"}]}", "Unreadable"),
        (StatusCode::FOUND, "", "Status"),
        (StatusCode::NOT_FOUND, "", "Status"),
        (StatusCode::FORBIDDEN, "", "Refused"),
    ];
    for (status, body, name) in cases {
        gateway.said().instead = Some((status, body));
        let error = documents.ask().await.unwrap_err();
        assert!(format!("{error:?}").starts_with(name), "{status}: {error}");
        assert_eq!(documents.documents(), before);
    }
    gateway.said().instead = None;
    assert!(!documents.ask().await.unwrap());
    assert_eq!(gateway.said().unchanged, 1, "the tag outlives the failures");
}

#[tokio::test]
async fn a_gateway_needs_a_token_and_encryption_beyond_this_machine() {
    let folder = tempfile::tempdir().unwrap();
    let token = token_file(folder.path());
    let cases: [(&[&str], &str); 3] = [
        (&["--gateway", "https://gateway.example"], "--gateway-token-file"),
        (
            &["--gateway", "http://gateway.example", "--gateway-token-file", token.to_str().unwrap()],
            "without encryption",
        ),
        (&["--gateway", "gateway.example", "--gateway-token-file", token.to_str().unwrap()], "https://gateway.example"),
    ];
    for (arguments, words) in cases {
        let mut command = program(folder.path(), "worker", "amqp://127.0.0.1:1/");
        command.env("IDLCM_RECIPES", checkout("recipes")).arg("worker").args(arguments);
        let output = command.output().await.unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(words), "{said}");
    }
}
