//! Who gets which page: the session, the role, and for everything that changes something the form's own token.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::form::Fields;
use super::state::Console;
use super::trouble::Trouble;
use super::visitor::{Visitor, csrf};
use crate::gateway::integration::equal;
use crate::gateway::people::Role;
use crate::secrets::Secret;

/// The cookie with the session's token.
pub(super) const COOKIE: &str = "idlcm_session";
/// The most bytes of a form.
const LARGEST: usize = 1024 * 1024;
/// What pages may do: nothing from elsewhere, no script in the page itself, no frame around it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
     frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/// Who gets a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Anybody,
    /// Whoever is signed in, even with a first password that is to be changed.
    Signed,
    /// Whoever has that role.
    Role(Role),
}

/// Lets a request to a page in, or not.
pub(super) async fn admit(console: Arc<Console>, access: Access, request: Request, next: Next) -> Response {
    let next_page = match *request.method() {
        Method::GET => request.uri().path_and_query().map(ToString::to_string),
        _ => None,
    };
    let (partial, headers) = (request.headers().contains_key("hx-request"), request.headers().clone());
    let mut response = match enter(&console, access, request).await {
        Ok(request) => next.run(request).await,
        Err(trouble) => trouble.at(next_page).into_response(),
    };
    // A part of a page is not replaced by the page to sign in: the whole page goes there.
    if partial && let Some(place) = response.headers_mut().remove(header::LOCATION) {
        response.headers_mut().insert("hx-redirect", place);
        *response.status_mut() = StatusCode::OK;
    }
    if let Some(trouble) = response.extensions().get::<Trouble>().cloned() {
        let visitor = signed(&console, &headers).await.ok();
        return guarded(trouble.page(&console, visitor.as_ref()));
    }
    guarded(response)
}

/// The headers of every page.
fn guarded(mut response: Response) -> Response {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

async fn enter(console: &Arc<Console>, access: Access, request: Request) -> Result<Request, Trouble> {
    let (mut parts, body) = request.into_parts();
    let changes = parts.method != Method::GET && parts.method != Method::HEAD;
    if changes && !same_origin(&parts.headers) {
        return Err(Trouble::Foreign);
    }
    let visitor = match access {
        Access::Anybody => None,
        _ => Some(signed(console, &parts.headers).await?),
    };
    let fields = if changes {
        let bytes = to_bytes(body, LARGEST).await.map_err(|_| Trouble::TooLarge)?;
        Fields::read(&bytes)
    } else {
        Fields::default()
    };
    if let Some(visitor) = visitor {
        let given = match parts.headers.get("x-form-token").and_then(|value| value.to_str().ok()) {
            Some(token) => token,
            None => fields.get("_token"),
        };
        if changes && !equal(given, &csrf(&visitor.token)) {
            return Err(Trouble::Foreign);
        }
        if let Access::Role(needed) = access {
            if visitor.person["must_change"] == true {
                return Err(Trouble::ChangePassword);
            }
            if visitor.role < needed {
                return Err(Trouble::NotAllowed(needed));
            }
        }
        parts.extensions.insert(visitor);
    }
    parts.extensions.insert(fields);
    Ok(Request::from_parts(parts, Body::empty()))
}

/// Whoever is signed in.
pub(super) async fn signed(console: &Arc<Console>, headers: &HeaderMap) -> Result<Visitor, Trouble> {
    let token = cookie(headers, COOKIE).ok_or(Trouble::SignIn(None))?;
    let told = console.api.ask(Some(&token), Method::GET, "/session", None, None).await?;
    let person = told["person"].clone();
    let role = person["role"].as_str().and_then(Role::from_name).ok_or(Trouble::SignIn(None))?;
    let refreshing = headers.contains_key("x-live");
    Ok(Visitor { console: Arc::clone(console), token, person, role, refreshing })
}

/// The cookie of that name.
pub(super) fn cookie(headers: &HeaderMap, wanted: &str) -> Option<Secret> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == wanted).map(|(_, value)| Secret::new(value))
}

/// Whether the browser says that a page of this origin asks. One that says nothing is no browser of these years; the form's
/// token is asked for besides.
pub(super) fn same_origin(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (text("origin"), text("host")) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, rest)| rest == host),
        _ => true,
    }
}

/// Whether a request came to this machine only, where there need not be TLS.
pub(super) fn is_local(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "[::1]") || name.starts_with("127.")
}

impl FromRequestParts<Arc<Console>> for Visitor {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Console>) -> Result<Self, Trouble> {
        parts.extensions.get::<Self>().cloned().ok_or(Trouble::SignIn(None))
    }
}

impl FromRequestParts<Arc<Console>> for Fields {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Console>) -> Result<Self, Trouble> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}
