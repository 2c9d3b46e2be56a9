//! The HTTP server: `/metrics`, `/healthz` and `/readyz`. It has no authentication, and nothing to hide: no value of a job,
//! no secret.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use tokio::net::TcpListener;

use super::exposition::UPKEEP;
use super::{Exposition, Health};

/// The exposition format of Prometheus: <https://prometheus.io/docs/instrumenting/exposition_formats/>.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Serves until it is dropped.
///
/// # Errors
/// When the listener is of no use any more.
pub async fn serve(listener: TcpListener, exposition: Exposition, health: Health) -> std::io::Result<()> {
    let upkeep = async {
        let exposition = exposition.clone();
        loop {
            tokio::time::sleep(UPKEEP).await;
            exposition.keep_up();
        }
    };
    let serving = async { axum::serve(listener, router(exposition.clone(), health)).await };
    tokio::select! {
        served = serving => served,
        () = upkeep => Ok(()),
    }
}

fn router(exposition: Exposition, health: Health) -> Router {
    Router::new()
        .route("/metrics", get(metrics).with_state(exposition))
        .route("/healthz", get(async || "this process lives\n"))
        .route("/readyz", get(ready).with_state(health))
}

async fn metrics(State(exposition): State<Exposition>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, TEXT)], exposition.render())
}

async fn ready(State(health): State<Health>) -> impl IntoResponse {
    match health.not_ready() {
        None => (StatusCode::OK, "ready\n".to_owned()),
        Some(why) => (StatusCode::SERVICE_UNAVAILABLE, format!("{why}\n")),
    }
}
