//! Who looks at the console.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, Method, Response};
use serde_json::{Value, json};

use super::api::ApiError;
use super::state::Console;
use crate::gateway::integration::hash;
use crate::gateway::people::Role;
use crate::secrets::Secret;

/// A person who is signed in, and its way to the management API.
#[derive(Debug, Clone)]
pub(super) struct Visitor {
    pub(super) console: Arc<Console>,
    pub(super) token: Secret,
    /// As the API shows it.
    pub(super) person: Value,
    pub(super) role: Role,
    /// Whether an open page asks for a part of itself anew, which it does after each change: what only the page as a whole
    /// shows, and what takes long, is left out then.
    pub(super) refreshing: bool,
}

impl Visitor {
    /// The token that every form of this session carries: whoever has a page of the session has it, and nobody else.
    pub(super) fn csrf(&self) -> String {
        csrf(&self.token)
    }

    /// Asks the API for something.
    ///
    /// # Errors
    /// When the answer is an error.
    pub(super) async fn get(&self, path: &str) -> Result<Value, ApiError> {
        self.console.api.ask(Some(&self.token), Method::GET, path, None, None).await
    }

    /// Has the API do something.
    ///
    /// # Errors
    /// When the answer is an error.
    pub(super) async fn post(&self, path: &str, body: &Value) -> Result<Value, ApiError> {
        self.console.api.ask(Some(&self.token), Method::POST, path, Some(body), None).await
    }

    /// Has the API write something over what was seen.
    ///
    /// # Errors
    /// When the answer is an error.
    pub(super) async fn put(&self, path: &str, body: &Value, seen: Option<&str>) -> Result<Value, ApiError> {
        self.console.api.ask(Some(&self.token), Method::PUT, path, Some(body), seen).await
    }

    /// Has the API take something away.
    ///
    /// # Errors
    /// When the answer is an error.
    pub(super) async fn delete(&self, path: &str) -> Result<Value, ApiError> {
        self.console.api.ask(Some(&self.token), Method::DELETE, path, None, None).await
    }

    /// The API's answer as it is.
    pub(super) async fn fetch(&self, path: &str) -> Response<Body> {
        self.console.api.send(Some(&self.token), Method::GET, path, HeaderMap::new(), Body::empty()).await
    }

    /// A page for it.
    pub(super) fn show(&self, page: &str, content: &Value) -> Response<Body> {
        self.console.pages.show(page, self.shown(), content)
    }

    /// What every page knows of it.
    fn shown(&self) -> Value {
        json!({
            "name": self.person["name"], "display": self.person["display"], "role": self.role.name(),
            "id": self.person["id"], "csrf": self.csrf(), "second_factor": self.person["second_factor"],
            "must_change": self.person["must_change"], "signs_in_with": self.person["signs_in_with"],
            "may_write": self.role >= Role::Admin, "may_grave": self.role >= Role::SuperAdmin,
        })
    }
}

/// The token of a session's forms.
pub(super) fn csrf(token: &Secret) -> String {
    hash(&format!("form {}", token.expose()))
}
