//! Signing in through the identity provider: the browser is sent there, and comes back.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::super::answer::{go, own};
use super::super::api::{ApiError, with_query};
use super::super::gate::{COOKIE, cookie, is_local, same_origin};
use super::super::state::Console;
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;
use super::sign_in::{entered, show};

/// The cookie of a browser that is at the provider.
const AWAY: &str = "idlcm_provider";

/// Where somebody wants to go afterwards, and whether it is signed in and confirms that.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::gateway::console) struct Wish {
    next: String,
    confirm: String,
}

pub(in crate::gateway::console) async fn leave_for(
    State(console): State<Arc<Console>>,
    headers: HeaderMap,
    Query(wish): Query<Wish>,
) -> Result<Response, Trouble> {
    let (next, confirm) = (own(&wish.next), !wish.confirm.is_empty());
    // No other site makes somebody confirm anything.
    if confirm && !same_origin(&headers) {
        return Err(Trouble::Foreign);
    }
    let token = cookie(&headers, COOKIE).filter(|_| confirm);
    let asked = json!({"next": next, "confirm": confirm});
    match console.api.ask(token.as_ref(), Method::POST, "/session/provider", Some(&asked), None).await {
        Ok(told) => {
            let kept = format!("{}; Max-Age={}", told["browser"].as_str().unwrap_or_default(), told["seconds"]);
            Ok(with_cookie(go(told["url"].as_str().unwrap_or_default()), &kept, &headers))
        }
        Err(error) => refused(&console, error, next).await,
    }
}

/// What the provider sends a browser back with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::gateway::console) struct Came {
    state: String,
    code: Option<String>,
    error: Option<String>,
}

pub(in crate::gateway::console) async fn back(
    State(console): State<Arc<Console>>,
    headers: HeaderMap,
    Query(came): Query<Came>,
) -> Result<Response, Trouble> {
    let browser = cookie(&headers, AWAY);
    let browser = browser.as_ref().map_or("", |kept| kept.expose());
    let asked = json!({"state": came.state, "code": came.code, "error": came.error, "browser": browser});
    match console.api.ask(None, Method::POST, "/session/provider/back", Some(&asked), None).await {
        Ok(told) => {
            let next = own(told["next"].as_str().unwrap_or_default());
            let response = match told["token"].as_str() {
                Some(token) => entered(token, next, &headers),
                None => go(&with_query("/console/account/confirmed", &[("next", next)])),
            };
            Ok(with_cookie(response, "; Max-Age=0", &headers))
        }
        Err(error) => refused(&console, error, "").await,
    }
}

/// Says that whoever is signed in has confirmed it, and leads back to what it was about to do.
pub(in crate::gateway::console) async fn confirmed(visitor: Visitor, Query(wish): Query<Wish>) -> Response {
    visitor.show("confirmed.html", &json!({"next": own(&wish.next)}))
}

/// The page to sign in, with what went wrong: another way may work.
async fn refused(console: &Console, error: ApiError, next: &str) -> Result<Response, Trouble> {
    if error.kind != "provider" {
        return Err(error.into());
    }
    show(console, json!({"next": own(next)}), Some(&error)).await
}

/// With the cookie of the way there: no script reads it, and only the console's way back gets it.
fn with_cookie(mut response: Response, value: &str, headers: &HeaderMap) -> Response {
    let secure = if is_local(headers) { "" } else { "; Secure" };
    let text = format!("{AWAY}={value}; Path=/console/sign-in/provider; HttpOnly; SameSite=Lax{secure}");
    if let Ok(mut cookie) = HeaderValue::try_from(text) {
        cookie.set_sensitive(true);
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
