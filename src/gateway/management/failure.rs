//! What an administrator is told when something cannot be done.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::gateway::integration::Refused;
use crate::gateway::people::{self, NotSignedIn};
use crate::gateway::store::StoreError;

/// An answer that is an error: `{"error": "…"}`, with a `kind` where programs are to do something about it.
#[derive(Debug)]
pub(super) struct Failure {
    status: StatusCode,
    kind: Option<&'static str>,
    message: String,
}

impl Failure {
    pub(super) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, kind: None, message: message.into() }
    }

    /// One that programs are to know again.
    pub(super) fn of(kind: &'static str, status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, kind: Some(kind), message: message.into() }
    }

    pub(super) fn unknown(what: impl std::fmt::Display) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("there is no {what}"))
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        let status = match &refused {
            Refused::NotSound(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Refused::Unknown(_) => StatusCode::NOT_FOUND,
            Refused::NotNow(_) => StatusCode::CONFLICT,
            Refused::Changed(_) => return Self::of("changed", StatusCode::PRECONDITION_FAILED, refused.to_string()),
            Refused::Store(_) | Refused::Queue(_) => StatusCode::SERVICE_UNAVAILABLE,
        };
        Self::new(status, refused.to_string())
    }
}

impl From<people::Refused> for Failure {
    fn from(refused: people::Refused) -> Self {
        use people::Refused as Of;
        let status = match refused {
            Of::Store(error) => return error.into(),
            Of::Changed => return Self::of("changed", StatusCode::PRECONDITION_FAILED, refused.to_string()),
            Of::Unknown(_) => StatusCode::NOT_FOUND,
            Of::NotAllowed(_) => StatusCode::FORBIDDEN,
            Of::NotNow(_) => StatusCode::CONFLICT,
            Of::Weak(_) => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self::new(status, refused.to_string())
    }
}

impl From<NotSignedIn> for Failure {
    fn from(refused: NotSignedIn) -> Self {
        let message = refused.to_string();
        match refused {
            NotSignedIn::Store(error) => error.into(),
            NotSignedIn::Wrong => Self::of("wrong", StatusCode::UNAUTHORIZED, message),
            NotSignedIn::Code => Self::of("code", StatusCode::UNAUTHORIZED, message),
            NotSignedIn::Wait(_) => Self::of("wait", StatusCode::TOO_MANY_REQUESTS, message),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "a request of an administrator fails");
        Self::new(StatusCode::SERVICE_UNAVAILABLE, error.to_string())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let body = match self.kind {
            Some(kind) => json!({"error": self.message, "kind": kind}),
            None => json!({"error": self.message}),
        };
        (self.status, Json(body)).into_response()
    }
}
