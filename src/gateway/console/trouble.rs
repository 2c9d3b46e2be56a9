//! What a person is told when a page cannot be had.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::answer::go;
use super::api::{ApiError, with_query};
use super::state::Console;
use super::visitor::Visitor;
use crate::gateway::people::Role;

/// A page cannot be had.
#[derive(Debug, Clone)]
pub(super) enum Trouble {
    /// Nobody is signed in. Then to this page.
    SignIn(Option<String>),
    /// The first password has to be changed.
    ChangePassword,
    /// The role is not enough.
    NotAllowed(Role),
    /// The form is not of this session.
    Foreign,
    /// The form is too large.
    TooLarge,
    /// The API says no.
    Api(ApiError),
}

impl Trouble {
    /// Whoever signs in goes on to this page.
    pub(super) fn at(self, page: Option<String>) -> Self {
        match self {
            Self::SignIn(None) => Self::SignIn(page),
            other => other,
        }
    }

    /// As a page.
    pub(super) fn page(&self, console: &Arc<Console>, visitor: Option<&Visitor>) -> Response {
        let (status, title, text) = match self {
            Self::SignIn(_) | Self::ChangePassword => return self.clone().into_response(),
            Self::NotAllowed(role) => {
                let text = format!("This takes the role {}. Ask an owner.", role.name().replace('_', " "));
                (StatusCode::FORBIDDEN, "Not allowed", text)
            }
            Self::Foreign => {
                let text = "This form does not belong to your session. Nothing was done. Go back, load the page anew and try \
                            again.";
                (StatusCode::FORBIDDEN, "Not from this session", text.to_owned())
            }
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "Too large", "The form has more than 1 MiB.".to_owned()),
            Self::Api(error) => {
                let title = match error.status {
                    StatusCode::NOT_FOUND => "Not found",
                    StatusCode::FORBIDDEN => "Not allowed",
                    StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED => "Not now",
                    StatusCode::SERVICE_UNAVAILABLE => "Not at the moment",
                    _ => "This did not work",
                };
                (error.status, title, error.message.clone())
            }
        };
        let content = json!({"title": title, "text": text});
        let mut response = match visitor {
            Some(visitor) => visitor.show("trouble.html", &content),
            None => console.pages.show("trouble.html", Value::Null, &content),
        };
        *response.status_mut() = status;
        response
    }
}

impl From<ApiError> for Trouble {
    fn from(error: ApiError) -> Self {
        match (error.status, error.kind.as_str()) {
            (StatusCode::UNAUTHORIZED, _) => Self::SignIn(None),
            (_, "change_password") => Self::ChangePassword,
            _ => Self::Api(error),
        }
    }
}

impl IntoResponse for Trouble {
    /// Those that are no page lead to one; the others are made a page of by the gate, which knows who looks.
    fn into_response(self) -> Response {
        match &self {
            Self::SignIn(page) => {
                let next = page.as_deref().filter(|page| page.len() > "/console/".len()).unwrap_or_default();
                go(&with_query("/console/sign-in", &[("next", next)]))
            }
            Self::ChangePassword => go("/console/account"),
            _ => {
                let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
                response.extensions_mut().insert(self);
                response
            }
        }
    }
}
