//! A sync that waits for a person's word: what it would change.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::door::Administrator;
use super::failure::Failure;
use super::integrations::known;
use crate::gateway::provisioning::foresee;
use crate::gateway::store::chunks;

/// What the sync that is held back would change, and whether it may be taken in. Nothing is changed by asking.
pub(super) async fn show(admin: Administrator, Path(id): Path<String>) -> Result<Json<Value>, Failure> {
    let row = known(&admin, &id).await?;
    let Some(review) = &row.review else {
        return Err(Failure::new(StatusCode::NOT_FOUND, format!("no sync of {id} waits for a word")));
    };
    let told = |may_apply: bool, obstacle: Option<String>| json!({"job": review.job, "reason": review.reason, "may_apply": may_apply, "obstacle": obstacle});
    let mut db = admin.office.database.read().await?;
    let app = match admin.office.apps.of(&row) {
        Ok(app) => app,
        Err(error) => return Ok(Json(told(false, Some(error.to_string())))),
    };
    let Some(lists) = chunks::whole(&mut db, review.job).await? else {
        return Ok(Json(told(false, Some("a part of what was read is missing; sync again".to_owned()))));
    };
    let foresight = foresee(&mut db, &app, &lists).await?;
    let mut body = told(foresight.incomplete.is_none(), foresight.incomplete);
    body["kinds"] = json!(foresight.kinds);
    Ok(Json(body))
}
