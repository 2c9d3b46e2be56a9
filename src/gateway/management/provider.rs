//! Signing in through the identity provider: the way there, and back.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};

use super::door::{Desk, bearer, refused};
use super::failure::Failure;
use super::people::shown;
use crate::gateway::people::{self, Arrived, NotLetIn, ProviderError, Return};
use crate::gateway::store::round_trips::KEPT_SECONDS;
use crate::secrets::Secret;

/// What is wished for.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Wish {
    /// The page that is told when the person comes back.
    next: String,
    /// Whether the person of the session proves again who it is.
    confirm: bool,
}

/// Begins: where the browser is to go, and what it is to keep until it comes back.
pub(super) async fn begin(
    State(desk): State<Arc<Desk>>,
    headers: HeaderMap,
    Json(wish): Json<Wish>,
) -> Result<Json<Value>, Failure> {
    let signed = if wish.confirm {
        Some(people::by_token(&desk.office, bearer(&headers)).await?.ok_or_else(refused)?)
    } else {
        None
    };
    let begun = Box::pin(people::set_out(&desk.office, &wish.next, signed.as_ref())).await?;
    Ok(Json(json!({"url": begun.url, "browser": begun.browser.expose(), "seconds": KEPT_SECONDS})))
}

/// What the browser comes back with.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Came {
    state: String,
    browser: String,
    #[serde(default)]
    code: Option<String>,
    #[serde(default)]
    error: Option<String>,
}

/// Ends: a new session, or the one that there was, confirmed.
pub(super) async fn back(State(desk): State<Arc<Desk>>, Json(came): Json<Came>) -> Result<Json<Value>, Failure> {
    let Came { state, browser, code, error } = came;
    let given = Return { state, code, error, browser: Secret::new(browser) };
    Ok(Json(match Box::pin(people::come_back(&desk.office, given)).await? {
        Arrived::In { token, person, next } => {
            // The only time that it is told.
            json!({"token": token.expose(), "person": shown(&person), "next": next, "confirmed": false})
        }
        Arrived::Confirmed { next } => json!({"next": next, "confirmed": true}),
    }))
}

impl From<NotLetIn> for Failure {
    fn from(refused: NotLetIn) -> Self {
        let message = refused.to_string();
        match refused {
            NotLetIn::Store(error) => error.into(),
            NotLetIn::Provider(ProviderError::Down(_)) | NotLetIn::Crowded => {
                Self::of("provider", StatusCode::SERVICE_UNAVAILABLE, message)
            }
            NotLetIn::NoProvider => Self::of("provider", StatusCode::NOT_FOUND, message),
            _ => Self::of("provider", StatusCode::FORBIDDEN, message),
        }
    }
}
