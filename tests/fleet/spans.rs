//! Spans of jobs, as a collector gets them. Built with the feature `otel` only.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::routing::post;
use serde_json::json;
use tokio::net::TcpListener;

use crate::fleet::{Fleet, INTEGRATION, PASSWORD, job};
use crate::telemetry::TRACE;

/// Whether some bytes hold others.
fn holds(all: &[u8], part: &[u8]) -> bool {
    all.windows(part.len()).any(|window| window == part)
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    (0..hexadecimal.len()).step_by(2).map(|at| u8::from_str_radix(&hexadecimal[at..at + 2], 16).unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_collector_gets_the_spans_of_a_job_as_a_part_of_its_senders_trace() {
    let got = Arc::new(Mutex::new(Vec::<u8>::new()));
    let kinds = Arc::new(Mutex::new(Vec::new()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let (all, types) = (Arc::clone(&got), Arc::clone(&kinds));
    let router = Router::new().route(
        "/v1/traces",
        post(move |headers: HeaderMap, body: Bytes| async move {
            types.lock().unwrap().push(headers["content-type"].to_str().unwrap().to_owned());
            all.lock().unwrap().extend_from_slice(&body);
        }),
    );
    tokio::spawn(async { axum::serve(listener, router).await });

    let fleet = Fleet::start().await;
    let mut worker = fleet.worker_with("w", |command| {
        command
            .env("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
            .env("OTEL_SERVICE_NAME", "provisioning")
            // Spans do not depend on which log lines are shown.
            .env("RUST_LOG", "error")
    });
    fleet.waiting(INTEGRATION, 0, 1).await;
    let ada = json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "viewer"});
    let mut create = job("users.create", &ada);
    create["origin"] = json!({"traceparent": TRACE});
    assert_eq!(fleet.submit(&[&create]).result().await["outcome"], "succeeded");
    // What is left is sent at the end.
    assert!(worker.end().await.success());

    let got = got.lock().unwrap().clone();
    assert!(kinds.lock().unwrap().iter().all(|kind| kind == "application/x-protobuf"), "{kinds:?}");
    let ids = [bytes("0af7651916cd43dd8448eb211c80319c"), bytes("b7ad6b7169203331")];
    assert!(ids.iter().all(|id| holds(&got, id)), "the trace and its parent are not in {} bytes", got.len());
    let job_id = create["job_id"].as_str().unwrap();
    for words in [
        "provisioning",
        "job",
        "attempt",
        "login",
        "commit",
        "outcome",
        "verify",
        "idlcm.outcome",
        "succeeded",
        "acme",
        job_id,
    ] {
        assert!(holds(&got, words.as_bytes()), "no `{words}` in {}", String::from_utf8_lossy(&got));
    }
    for secret in ["ada@acme.example", "Lovelace", PASSWORD, crate::fleet::USERNAME] {
        assert!(!holds(&got, secret.as_bytes()), "{secret} in {}", String::from_utf8_lossy(&got));
    }
}
