//! The lists of a sync, as they come, until they are applied.

use sqlx::{AnyConnection, Row as _};
use uuid::Uuid;

use super::error::{StoreError, json, text};
use crate::contract::JobResult;

/// Keeps one message of a list. The same one twice is one.
///
/// # Errors
/// When the database fails.
pub async fn put(db: &mut AnyConnection, result: &JobResult) -> Result<(), StoreError> {
    let body = text("a list for", result)?;
    sqlx::query(
        "INSERT INTO chunks (job, attempt, chunk, body) VALUES ($1, $2, $3, $4) ON CONFLICT (job, attempt, chunk) DO NOTHING",
    )
    .bind(result.job_id.to_string())
    .bind(i64::from(result.attempt))
    .bind(i64::from(result.chunk.unwrap_or_default()))
    .bind(body)
    .execute(db)
    .await?;
    Ok(())
}

/// The messages of an attempt in order, if all up to the last one are there.
///
/// # Errors
/// When the database fails.
pub async fn whole(db: &mut AnyConnection, job: Uuid) -> Result<Option<Vec<JobResult>>, StoreError> {
    let rows = sqlx::query("SELECT attempt, chunk, body FROM chunks WHERE job = $1 ORDER BY attempt DESC, chunk")
        .bind(job.to_string())
        .fetch_all(db)
        .await?;
    // A list is put together from one attempt; of several that are whole, the last.
    let mut parts: Vec<JobResult> = Vec::new();
    for row in &rows {
        let part: JobResult = json("a list of a sync", &row.try_get::<String, _>("body")?)?;
        if parts.first().is_some_and(|first| first.attempt != part.attempt) {
            parts.clear();
        }
        if u32::try_from(parts.len()).ok() == Some(part.chunk.unwrap_or_default()) {
            let last = part.last;
            parts.push(part);
            if last {
                return Ok(Some(parts));
            }
        }
    }
    Ok(None)
}

/// Drops what was applied or refused.
///
/// # Errors
/// When the database fails.
pub async fn forget(db: &mut AnyConnection, job: Uuid) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM chunks WHERE job = $1").bind(job.to_string()).execute(db).await?;
    Ok(())
}
