//! What was done and what is known: the activity log, jobs, users and groups as last seen.

use axum::Json;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::door::Administrator;
use super::failure::Failure;
use super::integrations::known;
use super::jobs::shown;
use crate::contract::ResourceKind;
use crate::gateway::store::{activity, job_list, listing};

/// Which part of a long list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    /// Entries before that number.
    before: Option<i64>,
    /// So many at most. Default 100, at most 1000.
    count: Option<i64>,
}

impl Part {
    pub(super) fn before(&self) -> i64 {
        self.before.unwrap_or(i64::MAX)
    }

    pub(super) fn count(&self) -> i64 {
        self.count.unwrap_or(100).clamp(1, 1000)
    }
}

pub(super) async fn log(
    admin: Administrator,
    Path(id): Path<String>,
    Query(part): Query<Part>,
) -> Result<Json<Value>, Failure> {
    let row = known(&admin, &id).await?;
    let mut db = admin.office.database.read().await?;
    let found = activity::latest(&mut db, &row.id, part.before(), part.count()).await?;
    Ok(Json(json!({"activity": entries(&found)})))
}

/// Entries of an activity log, as they are shown.
pub(super) fn entries(found: &[activity::Entry]) -> Vec<Value> {
    let shown = found.iter().map(|entry| {
        json!({"number": entry.number, "at": entry.at, "actor": entry.actor, "event": entry.event,
            "target": entry.target, "outcome": entry.outcome, "detail": entry.detail, "hash": entry.hash})
    });
    shown.collect()
}

/// Follows the chain of hashes.
pub(super) async fn verify(admin: Administrator, Path(id): Path<String>) -> Result<Json<Value>, Failure> {
    let row = known(&admin, &id).await?;
    let mut db = admin.office.database.read().await?;
    Ok(Json(chain(activity::verify(&mut db, &row.id).await?)))
}

/// Whether a chain is whole, and how long; else where it breaks.
pub(super) fn chain(followed: Result<i64, i64>) -> Value {
    match followed {
        Ok(entries) => json!({"intact": true, "entries": entries}),
        Err(number) => json!({"intact": false, "broken_at": number}),
    }
}

pub(super) async fn jobs(
    admin: Administrator,
    Path(id): Path<String>,
    Query(part): Query<Part>,
) -> Result<Json<Value>, Failure> {
    let row = known(&admin, &id).await?;
    let mut db = admin.office.database.read().await?;
    let filter = job_list::Filter { integration: Some(row.id), most: part.count(), ..job_list::Filter::default() };
    let found = job_list::page(&mut db, &filter).await?;
    let shown = shown(&mut db, &admin.office, &found).await?;
    Ok(Json(json!({"jobs": shown})))
}

/// Which resources, in which order.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sought {
    /// A part of the name, the key or the identity provider's id.
    q: Option<String>,
    /// `name`, `state` or `changed`; `-` before it for the other way round. Default: as they were made.
    sort: Option<String>,
    /// Only those in that state.
    state: Option<String>,
    /// Not the first so many.
    skip: Option<i64>,
    /// So many at most. Default 100, at most 1000.
    count: Option<i64>,
}

impl Sought {
    fn asked(&self) -> Result<listing::Asked, Failure> {
        let refused = |message: String| Failure::new(StatusCode::BAD_REQUEST, message);
        let text =
            |value: &Option<String>| value.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let (order, reverse) = match self.sort.as_deref() {
            None => (listing::Order::Made, false),
            Some("") => (listing::Order::Name, false),
            Some(name) => listing::Order::named(name).ok_or_else(|| {
                refused(format!("there is no order `{name}`; known: name, state, changed, each also with - before it"))
            })?,
        };
        let state = text(&self.state);
        if let Some(state) = state.as_deref().filter(|state| !listing::STATES.contains(state)) {
            return Err(refused(format!("there is no state `{state}`; known: {}", listing::STATES.join(", "))));
        }
        let (skip, most) = (self.skip.unwrap_or_default().max(0), self.count.unwrap_or(100).clamp(1, 1000));
        Ok(listing::Asked { text: text(&self.q), state, order, reverse, skip, most })
    }
}

pub(super) async fn resources(
    admin: Administrator,
    Path((id, kind)): Path<(String, String)>,
    Query(sought): Query<Sought>,
) -> Result<Json<Value>, Failure> {
    let row = known(&admin, &id).await?;
    let kind = ResourceKind::from_plural(&kind).ok_or_else(|| {
        Failure::new(StatusCode::NOT_FOUND, format!("there is no kind `{kind}`; known: users, groups, roles, assets"))
    })?;
    let mut db = admin.office.database.read().await?;
    let (total, page) = listing::page(&mut db, &row.id, kind, &sought.asked()?).await?;
    let shown: Vec<Value> = page
        .iter()
        .map(|one| {
            json!({"id": one.id, "name": one.name, "key": one.app_key, "external_id": one.external_id,
                "state": one.stage(), "desired": one.desired, "observed": one.observed, "error": one.error,
                "changed": one.changed})
        })
        .collect();
    Ok(Json(json!({"total": total, "resources": shown})))
}
