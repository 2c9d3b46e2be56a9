//! Jobs: put into the table with the wish that they serve, sent afterwards, and ended by their result.

use std::collections::HashMap;

use jiff::Timestamp;
use serde_json::Value;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use uuid::Uuid;

use super::error::{StoreError, json, text, uuid};
use crate::contract::{IntegrationId, Job, JobError, JobResult};

/// A job, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct JobRow {
    /// The job as it is sent.
    pub job: Job,
    /// The user or group that it is about.
    pub resource: Option<Uuid>,
    /// The number of the wish that it serves.
    pub generation: i64,
    /// Whether it was sent, and whether its result has come.
    pub state: JobState,
    /// How it ended.
    pub outcome: Option<String>,
    /// Why it failed.
    pub error: Option<JobError>,
    /// When it was made.
    pub created: Timestamp,
    /// When its result came.
    pub ended: Option<Timestamp>,
}

/// Where a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    /// It is to be sent.
    Waiting,
    /// A gateway is sending it.
    Sending,
    /// The queue has it.
    Sent,
    /// Its result has come.
    Done,
}

impl JobState {
    /// The name in the table and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Done => "done",
        }
    }
}

/// After so many milliseconds a job that another gateway began to send is sent again.
const PATIENCE_MS: i64 = 5000;

pub(super) const COLUMNS: &str =
    "id, integration, resource, body, state, generation, outcome, error, created_at, ended_at";

/// Puts a job into the table.
///
/// # Errors
/// When the database fails, or another one is under way for that resource ([`StoreError::is_double`]).
pub async fn insert(
    db: &mut AnyConnection,
    job: &Job,
    resource: Option<Uuid>,
    generation: i64,
) -> Result<(), StoreError> {
    let body = text("a job for", job)?;
    sqlx::query(
        "INSERT INTO jobs (id, integration, resource, action, body, state, generation, created_at, subject) \
         VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7, (SELECT r.name FROM resources r WHERE r.id = $3))",
    )
    .bind(job.job_id.to_string())
    .bind(job.integration.as_str())
    .bind(resource.map(|id| id.to_string()))
    .bind(job.action.to_string())
    .bind(body)
    .bind(generation)
    .bind(super::now())
    .execute(db)
    .await?;
    Ok(())
}

/// The one with that id.
///
/// # Errors
/// When the database fails.
pub async fn by_id(db: &mut AnyConnection, id: Uuid) -> Result<Option<JobRow>, StoreError> {
    let statement = format!("SELECT {COLUMNS} FROM jobs WHERE id = $1");
    let row = sqlx::query(AssertSqlSafe(statement)).bind(id.to_string()).fetch_optional(db).await?;
    row.as_ref().map(job).transpose()
}

/// The one that is under way for a resource.
///
/// # Errors
/// When the database fails.
pub async fn running(db: &mut AnyConnection, resource: Uuid) -> Result<Option<JobRow>, StoreError> {
    let statement = format!("SELECT {COLUMNS} FROM jobs WHERE resource = $1 AND state <> 'done'");
    let row = sqlx::query(AssertSqlSafe(statement)).bind(resource.to_string()).fetch_optional(db).await?;
    row.as_ref().map(job).transpose()
}

/// Whether one of that action is under way for an integration.
///
/// # Errors
/// When the database fails.
pub async fn under_way(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    action: &str,
) -> Result<Option<JobRow>, StoreError> {
    let statement = format!(
        "SELECT {COLUMNS} FROM jobs WHERE integration = $1 AND action = $2 AND state <> 'done' ORDER BY created_at LIMIT 1"
    );
    let row = sqlx::query(AssertSqlSafe(statement)).bind(integration.as_str()).bind(action).fetch_optional(db).await?;
    row.as_ref().map(job).transpose()
}

/// Takes those that are to be sent, oldest first, so that nobody takes them back any more. Among them are those that a
/// gateway took 5 s ago and has not sent: it may be gone.
///
/// # Errors
/// When the database fails.
pub async fn claim(db: &mut AnyConnection, most: i64) -> Result<Vec<JobRow>, StoreError> {
    // Of a paused integration none goes out.
    let statement = "SELECT j.id, j.integration, j.resource, j.body, j.state, j.generation, j.outcome, j.error, \
         j.created_at, j.ended_at FROM jobs j JOIN integrations i ON i.id = j.integration \
         WHERE i.paused = 0 AND (j.state = 'waiting' OR (j.state = 'sending' AND j.claimed_at < $2)) \
         ORDER BY j.created_at, j.id LIMIT $1";
    let now = super::now();
    let rows = sqlx::query(statement).bind(most).bind(now - PATIENCE_MS).fetch_all(&mut *db).await?;
    let all = rows.iter().map(job).collect::<Result<Vec<_>, _>>()?;
    for row in &all {
        sqlx::query("UPDATE jobs SET state = 'sending', claimed_at = $1 WHERE id = $2 AND state <> 'done'")
            .bind(now)
            .bind(row.job.job_id.to_string())
            .execute(&mut *db)
            .await?;
    }
    Ok(all)
}

/// Whether there is something to send.
///
/// # Errors
/// When the database fails.
pub async fn any_to_send(db: &mut AnyConnection) -> Result<bool, StoreError> {
    let row = sqlx::query(
        "SELECT COUNT(*) FROM jobs j JOIN integrations i ON i.id = j.integration WHERE i.paused = 0 \
         AND (j.state = 'waiting' OR (j.state = 'sending' AND j.claimed_at < $1))",
    )
    .bind(super::now() - PATIENCE_MS)
    .fetch_one(db)
    .await?;
    Ok(row.try_get::<i64, _>(0)? > 0)
}

/// How many have no result yet.
///
/// # Errors
/// When the database fails.
pub async fn open(db: &mut AnyConnection, integration: &IntegrationId) -> Result<i64, StoreError> {
    let row = sqlx::query("SELECT COUNT(*) FROM jobs WHERE integration = $1 AND state <> 'done'")
        .bind(integration.as_str())
        .fetch_one(db)
        .await?;
    Ok(row.try_get(0)?)
}

/// How many have no result yet, by integration.
///
/// # Errors
/// When the database fails.
pub async fn open_of_all(db: &mut AnyConnection) -> Result<HashMap<String, i64>, StoreError> {
    let rows = sqlx::query("SELECT integration, COUNT(*) FROM jobs WHERE state <> 'done' GROUP BY integration")
        .fetch_all(db)
        .await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

/// Notes that the queue has it.
///
/// # Errors
/// When the database fails.
pub async fn sent(db: &mut AnyConnection, id: Uuid) -> Result<(), StoreError> {
    sqlx::query("UPDATE jobs SET state = 'sent' WHERE id = $1 AND state = 'sending'")
        .bind(id.to_string())
        .execute(db)
        .await?;
    Ok(())
}

/// Those that were sent before that time (in milliseconds since 1970) and have no result are to be sent again.
///
/// # Errors
/// When the database fails.
pub async fn send_again(db: &mut AnyConnection, before: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE jobs SET state = 'waiting' WHERE state IN ('sending', 'sent') AND claimed_at < $1")
        .bind(before)
        .execute(db)
        .await?;
    Ok(())
}

/// Takes one back that was not sent yet; whether it was there.
///
/// # Errors
/// When the database fails.
pub async fn take_back(db: &mut AnyConnection, id: Uuid) -> Result<bool, StoreError> {
    let taken =
        sqlx::query("DELETE FROM jobs WHERE id = $1 AND state = 'waiting'").bind(id.to_string()).execute(db).await?;
    Ok(taken.rows_affected() == 1)
}

/// Notes its last result, without the entries of a list. `false`: it has one already.
///
/// # Errors
/// When the database fails.
pub async fn end(db: &mut AnyConnection, result: &JobResult) -> Result<bool, StoreError> {
    let what = format!("the result of job {}", result.job_id);
    let error = result.error.as_ref().map(|error| text("an error for", error)).transpose()?;
    let mut whole =
        serde_json::to_value(result).map_err(|error| StoreError::Unreadable { what, reason: error.to_string() })?;
    if let Some(fields) = whole.as_object_mut() {
        fields.remove("items");
    }
    let ended = sqlx::query(
        "UPDATE jobs SET state = 'done', attempt = $1, outcome = $2, error = $3, ended_at = $4, result = $5 \
         WHERE id = $6 AND state <> 'done'",
    )
    .bind(i64::from(result.attempt))
    .bind(result.outcome.name())
    .bind(error)
    .bind(super::now())
    .bind(whole.to_string())
    .bind(result.job_id.to_string())
    .execute(db)
    .await?;
    Ok(ended.rows_affected() == 1)
}

/// Takes it that a job has not ended yet: it was sent again, and another result has come.
///
/// # Errors
/// When the database fails, or another one is under way for its resource.
pub async fn reopen(db: &mut AnyConnection, id: Uuid) -> Result<(), StoreError> {
    sqlx::query("UPDATE jobs SET state = 'sent' WHERE id = $1").bind(id.to_string()).execute(db).await?;
    Ok(())
}

/// The attempt that ended a job, 0 while it runs, and its whole result; none of jobs that ended before results were kept.
///
/// # Errors
/// When the database fails.
pub async fn report(db: &mut AnyConnection, id: Uuid) -> Result<(u32, Option<Value>), StoreError> {
    let row = sqlx::query("SELECT attempt, result FROM jobs WHERE id = $1").bind(id.to_string()).fetch_one(db).await?;
    let result: Option<String> = row.try_get("result")?;
    let result = result.map(|text| json(&format!("the result of job {id}"), &text)).transpose()?;
    Ok((u32::try_from(row.try_get::<i64, _>("attempt")?).unwrap_or_default(), result))
}

pub(super) fn job(row: &AnyRow) -> Result<JobRow, StoreError> {
    let id: String = row.try_get("id")?;
    let what = format!("job {id}");
    let resource: Option<String> = row.try_get("resource")?;
    let error: Option<String> = row.try_get("error")?;
    let ended: Option<i64> = row.try_get("ended_at")?;
    // Through a value: the reader of jobs is strict, and its messages name the place.
    let body: Value = json(&what, &row.try_get::<String, _>("body")?)?;
    Ok(JobRow {
        job: serde_json::from_value(body)
            .map_err(|error| StoreError::Unreadable { what: what.clone(), reason: error.to_string() })?,
        resource: resource.map(|id| uuid(&what, &id)).transpose()?,
        generation: row.try_get("generation")?,
        state: match row.try_get::<String, _>("state")?.as_str() {
            "waiting" => JobState::Waiting,
            "sending" => JobState::Sending,
            "sent" => JobState::Sent,
            _ => JobState::Done,
        },
        outcome: row.try_get("outcome")?,
        error: error.map(|text| json(&what, &text)).transpose()?,
        created: super::time(row.try_get("created_at")?),
        ended: ended.map(super::time),
    })
}
