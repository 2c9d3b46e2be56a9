//! Who may manage, and who may only read what workers need.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};

use super::failure::Failure;
use crate::gateway::integration::{equal, hash};
use crate::gateway::office::Office;
use crate::secrets::Secret;

/// The tokens of the management API, as hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    administrator: String,
    worker: Option<String>,
}

impl Keys {
    /// `worker`: opens the documents of integrations only, for workers on other machines. Default: the administrator's.
    pub fn new(administrator: &Secret, worker: Option<&Secret>) -> Self {
        Self { administrator: hash(administrator.expose()), worker: worker.map(|token| hash(token.expose())) }
    }
}

/// What all requests share.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) office: Arc<Office>,
    pub(super) keys: Keys,
}

/// An administrator, who may do everything.
#[derive(Debug, Clone)]
pub(super) struct Administrator {
    pub(super) office: Arc<Office>,
    /// Who, for the activity log: `administrator`, with what the header `X-Actor` says.
    pub(super) actor: String,
}

/// A worker, or an administrator.
#[derive(Debug, Clone)]
pub(super) struct Worker {
    pub(super) office: Arc<Office>,
}

impl FromRequestParts<Arc<Desk>> for Administrator {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Failure> {
        if !equal(&given(parts), &desk.keys.administrator) {
            return Err(refused());
        }
        let named = parts.headers.get("x-actor").and_then(|value| value.to_str().ok()).map(str::trim);
        let named = named.filter(|name| !name.is_empty() && name.len() <= 100);
        let actor = named.map_or_else(|| "administrator".to_owned(), |name| format!("administrator {name}"));
        Ok(Self { office: Arc::clone(&desk.office), actor })
    }
}

impl FromRequestParts<Arc<Desk>> for Worker {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Failure> {
        let given = given(parts);
        let worker = desk.keys.worker.as_ref().is_some_and(|worker| equal(&given, worker));
        if worker | equal(&given, &desk.keys.administrator) {
            return Ok(Self { office: Arc::clone(&desk.office) });
        }
        Err(refused())
    }
}

fn given(parts: &Parts) -> String {
    let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    hash(header.strip_prefix("Bearer ").unwrap_or(header).trim())
}

fn refused() -> Failure {
    Failure::new(StatusCode::UNAUTHORIZED, "the administrator's token is missing or wrong")
}
