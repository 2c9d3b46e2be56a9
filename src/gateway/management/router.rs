//! Which request of an administrator is answered by what.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{delete, get, post};

use super::door::{Desk, Keys};
use super::failure::Failure;
use super::{integrations, job, records, tokens};
use crate::gateway::office::Office;

/// The management API.
pub fn router(office: Arc<Office>, keys: Keys) -> Router {
    let below = Router::new()
        .route("/apps", get(integrations::apps))
        .route("/integrations", get(integrations::all).post(integrations::create))
        .route("/integrations/documents", get(integrations::documents))
        .route("/integrations/{id}", get(integrations::one).put(integrations::update))
        .route("/integrations/{id}/activity", get(records::log))
        .route("/integrations/{id}/activity/verify", get(records::verify))
        .route("/integrations/{id}/jobs", get(records::jobs))
        .route("/integrations/{id}/jobs/{job}", get(job::one))
        .route("/integrations/{id}/jobs/{job}/pictures/{attempt}/{number}", get(job::picture))
        .route("/integrations/{id}/resources/{kind}", get(records::resources))
        .route("/integrations/{id}/tokens", get(tokens::all).post(tokens::issue))
        .route("/integrations/{id}/tokens/{token}", delete(tokens::revoke))
        .route("/integrations/{id}/{step}", post(integrations::step));
    Router::new()
        .nest("/api/v1", below)
        .fallback(async || Failure::new(StatusCode::NOT_FOUND, "there is nothing here"))
        .with_state(Arc::new(Desk { office, keys }))
}
