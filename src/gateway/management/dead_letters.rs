//! Jobs that a person has to look at: listed without secrets, sent again, taken away.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::door::Administrator;
use super::failure::Failure;
use crate::catalog::Entry;
use crate::gateway::dead_letters::{Deed, Refused, list, settle};
use crate::gateway::store::activity::{self, Log, Note};
use crate::gateway::store::{StoreError, integrations};
use crate::queue::{LetterSummary, StoredLetter, letter_job, masked_job};

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        let message = refused.to_string();
        match refused {
            Refused::Unknown(_) => Self::new(StatusCode::NOT_FOUND, message),
            Refused::Writes(_) => Self::of("force", StatusCode::CONFLICT, message),
            Refused::NotReplayed(_) => Self::of("not_replayed", StatusCode::CONFLICT, message),
            Refused::NotPermitted(_) => Self::of("not_permitted", StatusCode::SERVICE_UNAVAILABLE, message),
            Refused::Queue(_) => Self::new(StatusCode::SERVICE_UNAVAILABLE, message),
            Refused::Store(error) => error.into(),
        }
    }
}

/// How many.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sought {
    /// So many at most. Default 100, at most 1000.
    count: Option<usize>,
}

/// The oldest first. They stay where they are.
pub(super) async fn all(admin: Administrator, Query(sought): Query<Sought>) -> Result<Json<Value>, Failure> {
    let (letters, more) = Box::pin(list(&admin.office, sought.count.unwrap_or(100).clamp(1, 1000))).await?;
    let entries = entries(&admin).await?;
    let shown: Vec<Value> = letters.iter().enumerate().map(|(at, letter)| shown(at + 1, letter, &entries)).collect();
    Ok(Json(json!({"dead_letters": shown, "more": more})))
}

/// The recipes by which it is known which fields are secret, by integration.
async fn entries(admin: &Administrator) -> Result<HashMap<String, Arc<Entry>>, StoreError> {
    let mut db = admin.office.database.read().await?;
    let rows = integrations::all(&mut db).await?;
    let known = rows.iter().filter_map(|row| Some((row.id.to_string(), admin.office.apps.of(row).ok()?.entry.clone())));
    Ok(known.collect())
}

fn shown(place: usize, letter: &StoredLetter, entries: &HashMap<String, Arc<Entry>>) -> Value {
    let job = letter_job(letter);
    let entry = job.as_ref().and_then(|job| entries.get(job.integration.as_str())).map(Arc::as_ref);
    let summary = LetterSummary::new(place, letter, job.as_ref(), entry).masked(entry);
    let mut one = json!(summary);
    one["id"] = letter.id().into();
    one["bytes"] = letter.body.len().into();
    one["writes"] = job.as_ref().is_some_and(|job| !job.action.is_read()).into();
    one["job"] = job
        .map(|job| {
            let mut job = masked_job(&job, entry);
            if entry.is_none() {
                // By it, the subject would be known all the same.
                job.match_key = None;
            }
            json!(job)
        })
        .into();
    one
}

/// How a job is sent again.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Again {
    /// Also one that writes.
    force: bool,
}

/// Sends one again, under its own id.
pub(super) async fn replay(admin: Administrator, Path(id): Path<String>, body: Bytes) -> Result<Json<Value>, Failure> {
    let again: Again = if body.is_empty() {
        Again::default()
    } else {
        serde_json::from_slice(&body).map_err(|error| Failure::new(StatusCode::BAD_REQUEST, error.to_string()))?
    };
    let letter = Box::pin(settle(&admin.office, &id, Deed::Replay { force: again.force })).await?;
    note(&admin, &letter, "dead_letter.replay").await
}

/// Takes one away for good.
pub(super) async fn purge(admin: Administrator, Path(id): Path<String>) -> Result<Json<Value>, Failure> {
    let letter = Box::pin(settle(&admin.office, &id, Deed::Purge)).await?;
    note(&admin, &letter, "dead_letter.purge").await
}

/// Notes it in the log of its integration; of one that is not known here, in that of the house.
async fn note(admin: &Administrator, letter: &StoredLetter, event: &str) -> Result<Json<Value>, Failure> {
    let job = letter_job(letter);
    let id = letter.id();
    let detail = json!({"dead_letter": id, "reason": letter.reason, "job": job.as_ref().map(|job| job.job_id),
        "action": job.as_ref().map(|job| job.action), "integration": letter.routing_key});
    let mut writing = admin.office.database.write_any().await?;
    let known = match letter.routing_key.parse() {
        Ok(id) => integrations::by_id(&mut writing, &id).await?.map(|row| row.id),
        Err(_) => None,
    };
    let target = known.as_ref().map_or(id.as_str(), |id| id.as_str());
    let note = Note { actor: &admin.actor, event, target, outcome: "done", detail };
    activity::note(&mut writing, known.as_ref().map_or(Log::House, Log::Integration), note).await?;
    writing.commit().await?;
    Ok(Json(json!({"job": job.map(|job| job.job_id)})))
}
