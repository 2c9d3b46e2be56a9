//! The life of integrations, step by step.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use sqlx::AnyConnection;

use super::door::{Administrator, Desk};
use super::failure::Failure;
use super::view::{Known, summary};
use crate::contract::{Action, IntegrationId};
use crate::gateway::integration::{self, Refused};
use crate::gateway::provisioning::Synced;
use crate::gateway::store::integrations::{self, IntegrationRow, Profile, Stage};

/// What an integration is created from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
    /// The integration (`idlcm.integration/1`).
    document: Value,
    /// `okta`, `entra` or `generic`.
    #[serde(default)]
    idp: Option<Profile>,
}

pub(super) async fn all(admin: Administrator) -> Result<Json<Value>, Failure> {
    let mut db = admin.office.database.snapshot().await?;
    let (rows, known) = (integrations::all(&mut db).await?, Known::of_all(&mut db).await?);
    let found: Vec<Value> = rows.iter().map(|row| summary(&admin.office, row, &known)).collect();
    Ok(Json(json!({"integrations": found})))
}

/// What is asked of a change: that nobody else made one since the `ETag` in `If-Match` (RFC 9110, section 13.1.1).
fn seen(headers: &HeaderMap) -> Option<&str> {
    let seen = headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok()).map(|tag| tag.trim_matches('"'));
    seen.filter(|tag| *tag != "*")
}

async fn told(admin: &Administrator, row: &IntegrationRow) -> Result<Value, Failure> {
    let mut db = admin.office.database.read().await?;
    let known = Known::of(&mut db, &row.id).await?;
    Ok(summary(&admin.office, row, &known))
}

pub(super) async fn create(admin: Administrator, Json(draft): Json<Draft>) -> Result<Response, Failure> {
    let profile = draft.idp.unwrap_or_default();
    let row = integration::create(&admin.office, draft.document, profile, &admin.actor).await?;
    Ok((StatusCode::CREATED, Json(told(&admin, &row).await?)).into_response())
}

pub(super) async fn update(
    admin: Administrator,
    Path(id): Path<String>,
    headers: HeaderMap,
    Json(draft): Json<Draft>,
) -> Result<Json<Value>, Failure> {
    let id = named(&id)?;
    let row = integration::update(&admin.office, &id, draft.document, draft.idp, seen(&headers), &admin.actor).await?;
    Ok(Json(told(&admin, &row).await?))
}

pub(super) async fn one(admin: Administrator, Path(id): Path<String>) -> Result<Response, Failure> {
    // Of one moment: an integration without an open job has taken in what its jobs have brought.
    let mut db = admin.office.database.snapshot().await?;
    let row = by_path(&mut db, &id).await?;
    let mut body = summary(&admin.office, &row, &Known::of(&mut db, &row.id).await?);
    let tag = (header::ETAG, format!("\"{}\"", row.version()));
    body["document"] = row.document;
    Ok(([tag], Json(body)).into_response())
}

/// The steps of an integration's life that take no more than its id.
pub(super) async fn step(
    admin: Administrator,
    Path((id, step)): Path<(String, String)>,
) -> Result<Json<Value>, Failure> {
    let id = named(&id)?;
    let (office, actor) = (&admin.office, admin.actor.as_str());
    let done = match step.as_str() {
        "check" => json!({"job": integration::start(office, &id, Action::Check, actor).await?}),
        "sync" => json!({"job": integration::start(office, &id, Action::Sync, actor).await?}),
        "apply" => match integration::decide(office, &id, true, actor).await? {
            Some(Synced::Applied(changes)) => changes.to_json(),
            Some(Synced::Held { reason, .. }) => return Err(Failure::new(StatusCode::CONFLICT, reason)),
            None => json!({}),
        },
        "discard" => {
            integration::decide(office, &id, false, actor).await?;
            json!({})
        }
        "pause" | "resume" => {
            integration::pause(office, &id, step == "pause", actor).await?;
            json!({})
        }
        other => {
            return Err(Failure::unknown(format!("step `{other}`; known: check, sync, apply, discard, pause, resume")));
        }
    };
    Ok(Json(done))
}

pub(super) async fn archive(admin: Administrator, Path(id): Path<String>) -> Result<Json<Value>, Failure> {
    integration::archive(&admin.office, &named(&id)?, &admin.actor).await?;
    Ok(Json(json!({})))
}

/// Whether a document is a sound integration, and what is wrong with it.
pub(super) async fn validate(admin: Administrator, Json(draft): Json<Draft>) -> Json<Value> {
    let problems: Vec<Value> = admin
        .office
        .apps
        .problems(&draft.document)
        .into_iter()
        .map(|problem| json!({"code": problem.code, "message": problem.message, "help": problem.help}))
        .collect();
    Json(json!({"sound": problems.is_empty(), "problems": problems}))
}

/// The documents of all integrations that workers are to serve, with an `ETag`.
pub(super) async fn documents(State(desk): State<Arc<Desk>>, headers: HeaderMap) -> Result<Response, Failure> {
    let mut db = desk.office.database.read().await?;
    let all = integrations::all(&mut db).await?;
    let served = all.iter().filter(|row| row.stage != Stage::Archived);
    let list: Vec<Value> = served.map(|row| json!({"id": row.id, "document": row.document})).collect();
    let body = json!({"integrations": list}).to_string();
    let tag = format!("\"{:x}\"", Sha256::digest(body.as_bytes()));
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let kind = (header::CONTENT_TYPE, "application/json".to_owned());
    Ok((StatusCode::OK, [kind, (header::ETAG, tag)], body).into_response())
}

/// The id in a path.
pub(super) fn named(id: &str) -> Result<IntegrationId, Failure> {
    id.parse().map_err(|_| Failure::unknown(format!("integration {id}")))
}

/// The integration in a path.
pub(super) async fn known(admin: &Administrator, id: &str) -> Result<IntegrationRow, Failure> {
    let mut db = admin.office.database.read().await?;
    by_path(&mut db, id).await
}

/// The same, as one part of what is read.
pub(super) async fn by_path(db: &mut AnyConnection, id: &str) -> Result<IntegrationRow, Failure> {
    let found = integrations::by_id(db, &named(id)?).await?;
    Ok(found.ok_or_else(|| Refused::Unknown(id.to_owned()))?)
}
