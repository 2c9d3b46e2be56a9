//! Integrations that are being written in the console and were not created yet.

use jiff::Timestamp;
use serde_json::Value;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};
use uuid::Uuid;

use super::error::{StoreError, json, uuid};

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftRow {
    /// Its id.
    pub id: Uuid,
    /// Who began it, as the activity log would name it.
    pub person: String,
    /// What was written: `{"document": …, "idp": …}`, unfinished.
    pub body: Value,
    /// When it was last written.
    pub changed: Timestamp,
}

/// Writes one: a new one, or over what was there.
///
/// # Errors
/// When the database fails.
pub async fn put(db: &mut AnyConnection, id: Uuid, person: &str, body: &Value) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO drafts (id, person, body, created_at, changed_at) VALUES ($1, $2, $3, $4, $4) \
         ON CONFLICT (id) DO UPDATE SET body = $3, changed_at = $4",
    )
    .bind(id.to_string())
    .bind(person)
    .bind(body.to_string())
    .bind(super::now())
    .execute(db)
    .await?;
    Ok(())
}

/// The one with that id.
///
/// # Errors
/// When the database fails.
pub async fn by_id(db: &mut AnyConnection, id: Uuid) -> Result<Option<DraftRow>, StoreError> {
    let row = sqlx::query("SELECT id, person, body, changed_at FROM drafts WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(db)
        .await?;
    row.as_ref().map(draft).transpose()
}

/// All of them, the last written first.
///
/// # Errors
/// When the database fails.
pub async fn all(db: &mut AnyConnection) -> Result<Vec<DraftRow>, StoreError> {
    let rows = sqlx::query("SELECT id, person, body, changed_at FROM drafts ORDER BY changed_at DESC LIMIT 100")
        .fetch_all(db)
        .await?;
    rows.iter().map(draft).collect()
}

/// Drops one.
///
/// # Errors
/// When the database fails.
pub async fn forget(db: &mut AnyConnection, id: Uuid) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM drafts WHERE id = $1").bind(id.to_string()).execute(db).await?;
    Ok(())
}

fn draft(row: &AnyRow) -> Result<DraftRow, StoreError> {
    let id: String = row.try_get(0)?;
    let what = format!("draft {id}");
    Ok(DraftRow {
        id: uuid(&what, &id)?,
        person: row.try_get(1)?,
        body: json(&what, &row.try_get::<String, _>(2)?)?,
        changed: super::time(row.try_get(3)?),
    })
}
