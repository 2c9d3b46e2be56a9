//! Who is let in, and to what.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::failure::Failure;
use crate::gateway::integration::{equal, hash};
use crate::gateway::office::Office;
use crate::gateway::people::{self, By, Role, Signed};
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

/// Who is let in at the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Least {
    /// Anybody: to sign in.
    Anybody,
    /// A worker, or an administrator.
    Worker,
    /// Whoever is signed in, even with a first password that is to be changed.
    Signed,
    /// A person with that role, or the bearer of the administrator's token.
    Role(Role),
    /// The same, and it confirmed within the last minutes that it is the one.
    Confirmed(Role),
}

/// Somebody who was let in.
#[derive(Debug, Clone)]
pub(super) struct Administrator {
    pub(super) office: Arc<Office>,
    /// Who, for the activity log: a person's name, or `administrator` with what the header `X-Actor` says.
    pub(super) actor: String,
    /// What it may do.
    pub(super) role: Role,
    /// The person; none for the bearer of the administrator's token.
    pub(super) signed: Option<Signed>,
}

impl Administrator {
    /// As who it changes people.
    pub(super) fn by(&self) -> By<'_> {
        let id = self.signed.as_ref().map(|signed| signed.person.id);
        By { actor: &self.actor, role: self.role, id }
    }

    /// The person who is signed in.
    pub(super) fn signed(&self) -> Result<&Signed, Failure> {
        let nobody = "this is for people who are signed in, not for the administrator's token";
        self.signed.as_ref().ok_or_else(|| Failure::new(StatusCode::BAD_REQUEST, nobody))
    }
}

/// Lets a request in, or not.
pub(super) async fn admit(desk: Arc<Desk>, least: Least, mut request: Request, next: Next) -> Response {
    match known(&desk, least, request.headers().clone()).await {
        Ok(Some(administrator)) => {
            request.extensions_mut().insert(administrator);
        }
        Ok(None) => {}
        Err(failure) => return failure.into_response(),
    }
    next.run(request).await
}

async fn known(desk: &Desk, least: Least, headers: HeaderMap) -> Result<Option<Administrator>, Failure> {
    if least == Least::Anybody {
        return Ok(None);
    }
    let given = bearer(&headers);
    let hashed = hash(given);
    if equal(&hashed, &desk.keys.administrator) {
        let named = headers.get("x-actor").and_then(|value| value.to_str().ok()).map(str::trim);
        let named = named.filter(|name| !name.is_empty() && name.len() <= 100);
        let actor = named.map_or_else(|| "administrator".to_owned(), |name| format!("administrator {name}"));
        return Ok(Some(Administrator { office: Arc::clone(&desk.office), actor, role: Role::Owner, signed: None }));
    }
    if least == Least::Worker && desk.keys.worker.as_ref().is_some_and(|worker| equal(&hashed, worker)) {
        return Ok(None);
    }
    let signed = people::by_token(&desk.office, given).await?.ok_or_else(refused)?;
    let (role, fresh) = (signed.person.role, signed.is_fresh());
    let (needed, confirmed) = match least {
        Least::Role(role) => (role, false),
        Least::Confirmed(role) => (role, true),
        Least::Worker => (Role::Owner, false),
        Least::Signed | Least::Anybody => (Role::Viewer, false),
    };
    if least != Least::Signed && signed.person.must_change {
        return Err(Failure::of(
            "change_password",
            StatusCode::FORBIDDEN,
            "change the first password before anything else",
        ));
    }
    if role < needed {
        let (needed, role) = (needed.name().replace('_', " "), role.name().replace('_', " "));
        return Err(Failure::new(StatusCode::FORBIDDEN, format!("this takes the role {needed}; you are {role}")));
    }
    if confirmed && !fresh {
        return Err(Failure::of(
            "confirm",
            StatusCode::FORBIDDEN,
            "confirm that it is you to do this: with your password, or at your identity provider",
        ));
    }
    let actor = signed.person.name.clone();
    Ok(Some(Administrator { office: Arc::clone(&desk.office), actor, role, signed: Some(signed) }))
}

impl FromRequestParts<Arc<Desk>> for Administrator {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Desk>) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or_else(refused)
    }
}

/// The token that a request carries; empty if there is none.
pub(super) fn bearer(headers: &HeaderMap) -> &str {
    let header = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    header.strip_prefix("Bearer ").unwrap_or(header).trim()
}

/// Whoever asks is not known.
pub(super) fn refused() -> Failure {
    Failure::new(StatusCode::UNAUTHORIZED, "the token is missing or wrong, or the session has ended")
}
