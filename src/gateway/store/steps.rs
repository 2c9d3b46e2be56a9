//! What was told of jobs while they ran: their steps, and pictures of tests.
//!
//! Steps are kept for 30 days, their pictures for 7, and no longer than until a newer test of the same integration has passed:
//! then nobody has to look any more why an older one did not.

use sqlx::{AnyConnection, Row as _};
use uuid::Uuid;

use super::error::{StoreError, json, text};
use crate::contract::{IntegrationId, JobProgress};

/// The longest text of a picture: 200 kB as base64. A longer one is not kept.
const LONGEST_PICTURE: usize = 200_000_usize.div_ceil(3) * 4;
/// Milliseconds of a day.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// How long pictures are kept, in milliseconds: 7 days.
const PICTURES_MS: i64 = 7 * DAY_MS;
/// How long steps are kept, in milliseconds: 30 days.
const STEPS_MS: i64 = 30 * DAY_MS;

/// A step of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    /// What was told, without its picture.
    pub told: JobProgress,
    /// Whether there is a picture, which [`picture`] reads.
    pub picture: bool,
}

/// Keeps a step; the same one twice is one. What is told of an unknown job is not kept. Whether it was new.
///
/// # Errors
/// When the database fails.
pub async fn put(db: &mut AnyConnection, progress: &JobProgress) -> Result<bool, StoreError> {
    let known = sqlx::query("SELECT id FROM jobs WHERE id = $1 AND integration = $2")
        .bind(progress.job_id.to_string())
        .bind(progress.integration.as_str())
        .fetch_optional(&mut *db)
        .await?;
    if known.is_none() {
        return Ok(false);
    }
    let mut told = progress.clone();
    let picture = told.picture.take().filter(|picture| picture.len() <= LONGEST_PICTURE);
    let body = text("a step of a job for", &told)?;
    let put = sqlx::query(
        "INSERT INTO job_steps (job, attempt, number, at, body, picture) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (job, attempt, number) DO NOTHING",
    )
    .bind(told.job_id.to_string())
    .bind(i64::from(told.attempt))
    .bind(i64::from(told.number))
    // By the gateway's own clock, by which it is removed.
    .bind(super::now())
    .bind(body)
    .bind(picture)
    .execute(db)
    .await?;
    Ok(put.rows_affected() == 1)
}

/// The steps of a job, in order.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &mut AnyConnection, job: Uuid) -> Result<Vec<StepRow>, StoreError> {
    let rows = sqlx::query(
        "SELECT body, CASE WHEN picture IS NULL THEN 0 ELSE 1 END AS pictured FROM job_steps WHERE job = $1 \
         ORDER BY attempt, number",
    )
    .bind(job.to_string())
    .fetch_all(db)
    .await?;
    let what = format!("a step of job {job}");
    rows.iter()
        .map(|row| {
            let pictured: i32 = row.try_get("pictured")?;
            Ok(StepRow { told: json(&what, &row.try_get::<String, _>("body")?)?, picture: pictured == 1 })
        })
        .collect()
}

/// The picture of a step, as base64.
///
/// # Errors
/// When the database fails.
pub async fn picture(
    db: &mut AnyConnection,
    job: Uuid,
    attempt: u32,
    number: u32,
) -> Result<Option<String>, StoreError> {
    let row = sqlx::query("SELECT picture FROM job_steps WHERE job = $1 AND attempt = $2 AND number = $3")
        .bind(job.to_string())
        .bind(i64::from(attempt))
        .bind(i64::from(number))
        .fetch_optional(db)
        .await?;
    Ok(row.map(|row| row.try_get("picture")).transpose()?.flatten())
}

/// Removes the pictures of an integration's jobs besides that one, a test that has passed.
///
/// # Errors
/// When the database fails.
pub async fn forget_pictures(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    besides: Uuid,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE job_steps SET picture = NULL WHERE picture IS NOT NULL AND job <> $1 \
         AND job IN (SELECT id FROM jobs WHERE integration = $2)",
    )
    .bind(besides.to_string())
    .bind(integration.as_str())
    .execute(db)
    .await?;
    Ok(())
}

/// Removes what is too old. `now`: in milliseconds since 1970.
///
/// # Errors
/// When the database fails.
pub async fn sweep(db: &mut AnyConnection, now: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM job_steps WHERE at < $1").bind(now - STEPS_MS).execute(&mut *db).await?;
    sqlx::query("UPDATE job_steps SET picture = NULL WHERE picture IS NOT NULL AND at < $1")
        .bind(now - PICTURES_MS)
        .execute(db)
        .await?;
    Ok(())
}
