//! One job: what became of it, step by step, and pictures of a test.

use axum::Json;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sqlx::AnyConnection;
use uuid::Uuid;

use super::door::Administrator;
use super::failure::Failure;
use super::integrations::by_path;
use super::jobs::shown;
use crate::contract::JobProgress;
use crate::gateway::store::job_list;
use crate::gateway::store::jobs::{self, JobRow};
use crate::gateway::store::steps::{self, StepRow};

/// A job with its steps. While it runs, asking again shows what came meanwhile.
pub(super) async fn one(admin: Administrator, Path((id, job)): Path<(String, Uuid)>) -> Result<Json<Value>, Failure> {
    let mut db = admin.office.database.snapshot().await?;
    of(&mut db, &id, job).await?;
    let listed: Vec<_> = job_list::by_id(&mut db, job).await?.into_iter().collect();
    let mut body = shown(&mut db, &admin.office, &listed).await?.pop().unwrap_or_default();
    let (attempt, result) = jobs::report(&mut db, job).await?;
    let told = steps::of(&mut db, job).await?;
    // The number of the attempt is in the table when the job has ended.
    let attempt = told.last().map(|step| step.told.attempt).max(Some(attempt)).filter(|attempt| *attempt > 0);
    body["attempt"] = json!(attempt);
    body["result"] = json!(result);
    body["steps"] = told.iter().map(step).collect();
    Ok(Json(body))
}

/// A step as it is shown.
fn step(StepRow { told, picture }: &StepRow) -> Value {
    json!({
        "attempt": told.attempt, "number": told.number, "at": told.at, "phase": told.phase, "text": told.text,
        "page": told.page, "pages": told.pages, "items": told.items, "total": told.total, "picture": picture,
    })
}

/// The picture of a step.
pub(super) async fn picture(
    admin: Administrator,
    Path((id, job, attempt, number)): Path<(String, Uuid, u32, u32)>,
) -> Result<Response, Failure> {
    let mut db = admin.office.database.read().await?;
    of(&mut db, &id, job).await?;
    let text = steps::picture(&mut db, job, attempt, number).await?;
    let bytes = text.and_then(|text| STANDARD.decode(text).ok());
    // A worker sends no other kind; whatever else it is, it is not shown to a browser.
    let shown = bytes.and_then(|bytes| Some((JobProgress::picture_type(&bytes)?, bytes)));
    let (kind, bytes) = shown.ok_or_else(|| Failure::unknown(format!("picture {number} of attempt {attempt}")))?;
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // It shows people of the app, and is removed one day.
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, bytes).into_response())
}

/// The job in a path, if it is one of that integration.
async fn of(db: &mut AnyConnection, id: &str, job: Uuid) -> Result<JobRow, Failure> {
    let integration = by_path(db, id).await?;
    let row = jobs::by_id(db, job).await?.filter(|row| row.job.integration == integration.id);
    row.ok_or_else(|| Failure::unknown(format!("job {job}")))
}
