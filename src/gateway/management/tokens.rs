//! The tokens of identity providers.

use axum::Json;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::door::Administrator;
use super::failure::Failure;
use super::integrations::known;
use crate::contract::Duration;
use crate::gateway::integration;
use crate::gateway::store::activity::{self, Note};
use crate::gateway::store::tokens;

/// How long a token is to live.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Life {
    /// Such as `90d`. Default: for ever.
    expires_in: Option<Duration>,
}

pub(super) async fn all(admin: Administrator, Path(id): Path<String>) -> Result<Json<Value>, Failure> {
    let row = known(&admin, &id).await?;
    let mut db = admin.office.database.read().await?;
    let all = tokens::of(&mut db, &row.id).await?;
    let shown: Vec<Value> = all
        .iter()
        .map(|token| {
            json!({"id": token.id, "created": token.created, "expires": token.expires, "revoked": token.revoked,
                "live": token.is_live()})
        })
        .collect();
    Ok(Json(json!({"tokens": shown})))
}

pub(super) async fn issue(
    admin: Administrator,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<(StatusCode, Json<Value>), Failure> {
    let life: Life = if body.is_empty() {
        Life::default()
    } else {
        serde_json::from_slice(&body).map_err(|error| Failure::new(StatusCode::BAD_REQUEST, error.to_string()))?
    };
    let row = known(&admin, &id).await?;
    let expires = life.expires_in.map(|life| Timestamp::now() + life.get());
    let mut writing = admin.office.database.write(&row.id).await?;
    let new = integration::issue(&mut writing, &row, expires, &admin.actor).await?;
    writing.commit().await?;
    // The only time that it is shown.
    let body = json!({"id": new.id, "token": new.bearer.text().expose(), "expires": expires});
    Ok((StatusCode::CREATED, Json(body)))
}

pub(super) async fn revoke(
    admin: Administrator,
    Path((id, token)): Path<(String, Uuid)>,
) -> Result<Json<Value>, Failure> {
    let row = known(&admin, &id).await?;
    let mut writing = admin.office.database.write(&row.id).await?;
    if !tokens::revoke(&mut writing, &row.id, token).await? {
        return Err(Failure::unknown(format!("live token {token}")));
    }
    let note = Note {
        actor: &admin.actor,
        event: "token.revoke",
        target: row.id.as_str(),
        outcome: "done",
        detail: json!({"token": token}),
    };
    activity::note(&mut writing, &row.id, note).await?;
    writing.commit().await?;
    Ok(Json(json!({})))
}
