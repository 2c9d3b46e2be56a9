//! The jobs of all integrations, and what is asked about them.

use std::collections::HashMap;

use axum::Json;
use axum::extract::Query;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use sqlx::AnyConnection;

use super::cursor;
use super::door::Administrator;
use super::failure::Failure;
use super::integrations::known;
use crate::contract::IntegrationId;
use crate::gateway::office::Office;
use crate::gateway::provisioning::question;
use crate::gateway::store::job_list::{self, Filter, ListedJob};
use crate::gateway::store::{StoreError, integrations};

/// Which jobs.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sought {
    /// Only of that integration.
    integration: Option<String>,
    /// `open` or `done`.
    state: Option<String>,
    /// Such as `uncertain`.
    outcome: Option<String>,
    /// Such as `users.create`.
    action: Option<String>,
    /// A part of whom it is about, or the id of a job.
    q: Option<String>,
    /// What the page before gave as `next`.
    before: Option<String>,
    /// So many at most. Default 100, at most 1000.
    count: Option<i64>,
}

/// Drops what is empty, as forms send it.
pub(super) fn filled(value: Option<String>) -> Option<String> {
    value.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl Sought {
    async fn filter(self, admin: &Administrator) -> Result<Filter, Failure> {
        let integration = match filled(self.integration) {
            Some(id) => Some(known(admin, &id).await?.id),
            None => None,
        };
        let open = match filled(self.state).as_deref() {
            None => None,
            Some("open") => Some(true),
            Some("done") => Some(false),
            Some(other) => {
                let message = format!("there is no state `{other}` to ask for; known: open, done");
                return Err(Failure::new(StatusCode::BAD_REQUEST, message));
            }
        };
        let before = match filled(self.before) {
            Some(cursor) => {
                let (at, mut rest) = cursor::read(&cursor, 1)?;
                Some((at, rest.remove(0)))
            }
            None => None,
        };
        let most = self.count.unwrap_or(100).clamp(1, 1000);
        let (outcome, action, text) = (filled(self.outcome), filled(self.action), filled(self.q));
        Ok(Filter { integration, open, outcome, action, text, before, most })
    }
}

/// The jobs of all integrations, newest first.
pub(super) async fn all(admin: Administrator, Query(sought): Query<Sought>) -> Result<Json<Value>, Failure> {
    let filter = sought.filter(&admin).await?;
    let mut db = admin.office.database.read().await?;
    let found = job_list::page(&mut db, &filter).await?;
    let full = i64::try_from(found.len()).is_ok_and(|count| count == filter.most);
    let next = found.last().filter(|_| full).map(|last| {
        let row = &last.row;
        cursor::after(row.created, &[&row.job.job_id.to_string()])
    });
    Ok(Json(json!({"jobs": shown(&mut db, &admin.office, &found).await?, "next": next})))
}

/// Jobs as people see them, with what is asked about them.
pub(super) async fn shown(
    db: &mut AnyConnection,
    office: &Office,
    found: &[ListedJob],
) -> Result<Vec<Value>, StoreError> {
    let mut names = HashMap::new();
    let mut all = Vec::with_capacity(found.len());
    for listed in found {
        let row = &listed.row;
        let subject = listed.subject.as_deref().or(row.job.match_key.as_deref());
        let mut one = json!({"id": row.job.job_id, "integration": row.job.integration, "action": row.job.action,
            "state": row.state.name(), "outcome": row.outcome, "error": row.error, "created": row.created,
            "ended": row.ended, "resource": row.resource, "subject": subject,
            "user_action": row.error.as_ref().map(|error| error.user_action), "question": null,
            "answer": listed.answer});
        if question::is_open(listed) {
            let app = app_name(db, office, &mut names, &row.job.integration).await?;
            one["question"] = json!({"text": question::text(&row.job, subject, &app), "answers": question::ANSWERS});
        }
        all.push(one);
    }
    Ok(all)
}

async fn app_name(
    db: &mut AnyConnection,
    office: &Office,
    names: &mut HashMap<IntegrationId, String>,
    id: &IntegrationId,
) -> Result<String, StoreError> {
    if let Some(name) = names.get(id) {
        return Ok(name.clone());
    }
    let app = integrations::by_id(db, id).await?.and_then(|row| office.apps.of(&row).ok());
    let name = app.map_or_else(|| id.to_string(), |app| app.name().to_owned());
    names.insert(id.clone(), name.clone());
    Ok(name)
}
