//! Signing in and out.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::answer::{go, own};
use super::super::api::ApiError;
use super::super::form::Fields;
use super::super::gate::{COOKIE, is_local};
use super::super::state::Console;
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;

/// Where somebody wants to go.
#[derive(Debug, Default, Deserialize)]
pub(in crate::gateway::console) struct Wish {
    #[serde(default)]
    next: String,
}

pub(in crate::gateway::console) async fn page(
    State(console): State<Arc<Console>>,
    Query(wish): Query<Wish>,
) -> Result<Response, Trouble> {
    show(&console, json!({"next": own(&wish.next)}), None).await
}

/// The page to sign in. `refused`: why nobody was let in.
pub(super) async fn show(
    console: &Console,
    mut content: Value,
    refused: Option<&ApiError>,
) -> Result<Response, Trouble> {
    let told = console.api.ask(None, Method::GET, "/session/ways", None, None).await?;
    content["nobody"] = (told["people"] == false).into();
    content["provider"] = told["provider"].clone();
    if let Some(error) = refused {
        content["trouble"] = sentence(&error.message).into();
    }
    let mut response = console.pages.show("sign_in.html", Value::Null, &content);
    if let Some(error) = refused {
        *response.status_mut() = error.status;
    }
    Ok(response)
}

pub(in crate::gateway::console) async fn enter(
    State(console): State<Arc<Console>>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Trouble> {
    let (name, next) = (fields.get("name"), own(fields.get("next")));
    let typed = json!({"name": name, "password": fields.raw("password"), "code": fields.get("code")});
    match console.api.ask(None, Method::POST, "/session", Some(&typed), None).await {
        Ok(told) => Ok(entered(told["token"].as_str().unwrap_or_default(), next, &headers)),
        Err(error) if !error.kind.is_empty() => {
            // Whoever has typed no code yet is asked for one, and not scolded.
            let code = error.kind == "code" || fields.has("code");
            show(&console, json!({"next": next, "name": name, "code": code}), Some(&error)).await
        }
        Err(error) => Err(Trouble::Api(error)),
    }
}

/// Leads on, with the session in a cookie that no script reads and no other site sends.
pub(in crate::gateway::console) fn entered(token: &str, next: &str, headers: &HeaderMap) -> Response {
    let secure = if is_local(headers) { "" } else { "; Secure" };
    let mut response = go(next);
    if let Ok(mut cookie) =
        HeaderValue::try_from(format!("{COOKIE}={token}; Path=/console; HttpOnly; SameSite=Lax{secure}"))
    {
        cookie.set_sensitive(true);
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

pub(in crate::gateway::console) async fn leave(visitor: Visitor) -> Result<Response, Trouble> {
    visitor.delete("/session").await?;
    let gone = format!("{COOKIE}=; Path=/console; HttpOnly; SameSite=Lax; Max-Age=0");
    let headers = [(header::SET_COOKIE, gone), (header::LOCATION, "/console/sign-in".to_owned())];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}

/// With a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}
