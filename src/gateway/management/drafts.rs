//! Integrations that are being written and were not created yet.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::door::Administrator;
use super::failure::Failure;
use crate::gateway::store::drafts::{self, DraftRow};

fn shown(row: &DraftRow) -> Value {
    json!({"id": row.id, "person": row.person, "body": row.body, "changed": row.changed})
}

pub(super) async fn all(admin: Administrator) -> Result<Json<Value>, Failure> {
    let mut db = admin.office.database.read().await?;
    let all: Vec<Value> = drafts::all(&mut db).await?.iter().map(shown).collect();
    Ok(Json(json!({"drafts": all})))
}

pub(super) async fn begin(admin: Administrator, Json(body): Json<Value>) -> Result<(StatusCode, Json<Value>), Failure> {
    let id = Uuid::now_v7();
    put(&admin, id, &body).await?;
    Ok((StatusCode::CREATED, Json(json!({"id": id, "body": body}))))
}

pub(super) async fn one(admin: Administrator, Path(id): Path<Uuid>) -> Result<Json<Value>, Failure> {
    let mut db = admin.office.database.read().await?;
    let row = drafts::by_id(&mut db, id).await?.ok_or_else(|| Failure::unknown(format!("draft {id}")))?;
    Ok(Json(shown(&row)))
}

pub(super) async fn write(
    admin: Administrator,
    Path(id): Path<Uuid>,
    Json(body): Json<Value>,
) -> Result<Json<Value>, Failure> {
    put(&admin, id, &body).await?;
    Ok(Json(json!({"id": id, "body": body})))
}

pub(super) async fn forget(admin: Administrator, Path(id): Path<Uuid>) -> Result<Json<Value>, Failure> {
    let mut writing = admin.office.database.write_any().await?;
    drafts::forget(&mut writing, id).await?;
    writing.commit().await?;
    Ok(Json(json!({})))
}

async fn put(admin: &Administrator, id: Uuid, body: &Value) -> Result<(), Failure> {
    let mut writing = admin.office.database.write_any().await?;
    drafts::put(&mut writing, id, &admin.actor, body).await?;
    Ok(writing.commit().await?)
}
