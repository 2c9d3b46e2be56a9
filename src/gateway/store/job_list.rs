//! Jobs of all integrations for people, newest first: filtered, page by page, with what a person has answered.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use uuid::Uuid;

use super::error::StoreError;
use super::jobs::{COLUMNS, JobRow, job};
use super::listing::containing;
use crate::contract::IntegrationId;

/// A job with what only people want to know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedJob {
    /// The job.
    pub row: JobRow,
    /// The name of the user or group that it is about, as it was when the job was made.
    pub subject: Option<String>,
    /// What a person has said where nobody knows what its click did.
    pub answer: Option<Answered>,
}

/// What a person has said about a job that ended uncertain.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Answered {
    /// `done`, `not_done`; `seen` when a later read of the app has said it, `before` of jobs from before there were questions.
    pub answer: String,
    /// Who.
    pub by: Option<String>,
    /// When.
    pub at: Option<Timestamp>,
}

/// Which jobs.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only of that integration.
    pub integration: Option<IntegrationId>,
    /// Only those without a result, or only those with one.
    pub open: Option<bool>,
    /// Only those that ended so.
    pub outcome: Option<String>,
    /// Only those with that action.
    pub action: Option<String>,
    /// A part of whom it is about, whatever the case, or the id of a job.
    pub text: Option<String>,
    /// Only those after this one in the list: its `created_at` and id.
    pub before: Option<(i64, String)>,
    /// So many at most.
    pub most: i64,
}

/// The jobs that a filter lets through, newest first.
///
/// # Errors
/// When the database fails.
pub async fn page(db: &mut AnyConnection, filter: &Filter) -> Result<Vec<ListedJob>, StoreError> {
    let (mut terms, mut values): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut one = |term: &str, value: String| {
        values.push(value);
        // The two numbers come first.
        terms.push(term.replace('?', &format!("${}", values.len() + 2)));
    };
    if let Some(id) = &filter.integration {
        one("integration = ?", id.to_string());
    }
    if let Some(outcome) = &filter.outcome {
        one("outcome = ?", outcome.clone());
    }
    if let Some(action) = &filter.action {
        one("action = ?", action.clone());
    }
    if let Some(text) = &filter.text {
        match text.parse::<Uuid>() {
            Ok(id) => one("id = ?", id.to_string()),
            Err(_) => one("subject LIKE ? ESCAPE '!'", containing(text)),
        }
    }
    match filter.open {
        Some(true) => terms.push("state <> 'done'".to_owned()),
        Some(false) => terms.push("state = 'done'".to_owned()),
        None => {}
    }
    let (created, id) = filter.before.clone().unwrap_or((i64::MAX, String::new()));
    values.push(id);
    terms.push(format!("(created_at, id) < ($2, ${})", values.len() + 2));
    // The ids first, from an index alone: a job's row is long, and most are not shown.
    let statement = format!(
        "SELECT {COLUMNS}, subject, answer, answered_by, answered_at FROM jobs WHERE id IN (SELECT id FROM jobs WHERE {} \
         ORDER BY created_at DESC, id DESC LIMIT $1) ORDER BY created_at DESC, id DESC",
        terms.join(" AND ")
    );
    let mut query = sqlx::query(AssertSqlSafe(statement)).bind(filter.most).bind(created);
    for value in &values {
        query = query.bind(value.as_str());
    }
    query.fetch_all(db).await?.iter().map(listed).collect()
}

/// The one with that id.
///
/// # Errors
/// When the database fails.
pub async fn by_id(db: &mut AnyConnection, id: Uuid) -> Result<Option<ListedJob>, StoreError> {
    let statement = format!("SELECT {COLUMNS}, subject, answer, answered_by, answered_at FROM jobs WHERE id = $1");
    let row = sqlx::query(AssertSqlSafe(statement)).bind(id.to_string()).fetch_optional(db).await?;
    row.as_ref().map(listed).transpose()
}

/// The jobs of an integration about which a person is asked.
///
/// # Errors
/// When the database fails.
pub async fn asking(db: &mut AnyConnection, integration: &IntegrationId) -> Result<Vec<JobRow>, StoreError> {
    let statement = format!(
        "SELECT {COLUMNS} FROM jobs WHERE integration = $1 AND outcome = 'uncertain' AND answer IS NULL ORDER BY created_at, id"
    );
    let rows = sqlx::query(AssertSqlSafe(statement)).bind(integration.as_str()).fetch_all(db).await?;
    rows.iter().map(job).collect()
}

/// Whether there was a later job about the same user or group; `succeeded`: one that brought the app to be as it wished.
///
/// # Errors
/// When the database fails.
pub async fn has_newer(db: &mut AnyConnection, row: &JobRow, succeeded: bool) -> Result<bool, StoreError> {
    let ended = if succeeded { "AND outcome IN ('succeeded', 'unchanged')" } else { "" };
    let statement = format!(
        "SELECT COUNT(*) FROM jobs WHERE integration = $1 AND created_at >= $2 AND resource = $3 AND id > $4 {ended}"
    );
    let found = sqlx::query(AssertSqlSafe(statement))
        .bind(row.job.integration.as_str())
        .bind(row.created.as_millisecond())
        .bind(row.resource.map(|id| id.to_string()))
        .bind(row.job.job_id.to_string())
        .fetch_one(db)
        .await?;
    Ok(found.try_get::<i64, _>(0)? > 0)
}

/// Notes an answer. `false`: it has one already, or nothing is asked about it.
///
/// # Errors
/// When the database fails.
pub async fn answer(db: &mut AnyConnection, id: Uuid, answer: &str, by: &str) -> Result<bool, StoreError> {
    let noted = sqlx::query(
        "UPDATE jobs SET answer = $1, answered_by = $2, answered_at = $3 \
         WHERE id = $4 AND outcome = 'uncertain' AND answer IS NULL",
    )
    .bind(answer)
    .bind(by)
    .bind(super::now())
    .bind(id.to_string())
    .execute(db)
    .await?;
    Ok(noted.rows_affected() == 1)
}

fn listed(row: &AnyRow) -> Result<ListedJob, StoreError> {
    let answer: Option<String> = row.try_get("answer")?;
    let (by, at): (Option<String>, Option<i64>) = (row.try_get("answered_by")?, row.try_get("answered_at")?);
    Ok(ListedJob {
        row: job(row)?,
        subject: row.try_get("subject")?,
        answer: answer.map(|answer| Answered { answer, by, at: at.map(super::time) }),
    })
}
