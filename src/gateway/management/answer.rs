//! Answers of people to what is asked about jobs.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::door::Administrator;
use super::failure::Failure;
use super::integrations::named;
use crate::gateway::integration::{Answer, Follows, NotTaken, answer};

/// What a person says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    answer: Answer,
}

impl From<NotTaken> for Failure {
    fn from(refused: NotTaken) -> Self {
        let message = refused.to_string();
        match refused {
            NotTaken::Unknown(_) => Self::new(StatusCode::NOT_FOUND, message),
            NotTaken::NotAsked(_) => Self::of("not_asked", StatusCode::CONFLICT, message),
            NotTaken::Answered(_) => Self::of("answered", StatusCode::CONFLICT, message),
            NotTaken::Refused(refused) => refused.into(),
        }
    }
}

/// Takes an answer.
pub(super) async fn take(
    admin: Administrator,
    Path((id, job)): Path<(String, Uuid)>,
    Json(said): Json<Said>,
) -> Result<Json<Value>, Failure> {
    let follows = Box::pin(answer(&admin.office, &named(&id)?, job, said.answer, &admin.actor)).await?;
    let mut body = match follows {
        Follows::Noted(counted) => json!({"counts_as_seen": counted}),
        Follows::SentAgain(job) => json!({"job": job}),
        Follows::Looking(sync) => json!({"job": sync}),
    };
    body["answer"] = said.answer.name().into();
    Ok(Json(body))
}
