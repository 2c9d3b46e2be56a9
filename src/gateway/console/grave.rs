//! What gives or takes access: done only by whoever has confirmed within the last minutes who it is.

use axum::http::{Method, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};

use super::api::ApiError;
use super::form::Fields;
use super::trouble::Trouble;
use super::visitor::Visitor;

/// Fields that belong to the question itself.
const OWN: [&str; 4] = ["_token", "_password", "_code", "username"];

/// Something to be had done by the API, and the page that it was asked on.
#[derive(Debug)]
pub(super) struct Grave<'a> {
    /// Where the form was sent to.
    pub(super) act: &'a str,
    /// The page of the form.
    pub(super) back: &'a str,
    pub(super) method: Method,
    pub(super) path: &'a str,
    pub(super) body: Option<Value>,
}

/// Has it done. The page that asks for the password, with all that was typed, comes back where it has to be given first;
/// it sends the form again.
///
/// # Errors
/// When the API says no.
pub(super) async fn grave(
    visitor: &Visitor,
    fields: &Fields,
    act: Grave<'_>,
) -> Result<Result<Value, Response>, Trouble> {
    if fields.has("_password") {
        let typed = json!({"password": fields.raw("_password"), "code": fields.get("_code")});
        match visitor.post("/session/confirm", &typed).await {
            Ok(_) => {}
            Err(error) if matches!(error.kind.as_str(), "wrong" | "code" | "wait") => {
                let text = if error.kind == "wrong" { "the password is wrong".to_owned() } else { error.message };
                return Ok(Err(question(visitor, fields, &act, &text).await?));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let api = &visitor.console.api;
    let done = api.ask(Some(&visitor.token), act.method.clone(), act.path, act.body.as_ref(), None).await;
    match done {
        Ok(value) => Ok(Ok(value)),
        Err(ApiError { status: StatusCode::FORBIDDEN, kind, .. }) if kind == "confirm" => {
            Ok(Err(question(visitor, fields, &act, "").await?))
        }
        Err(error) => Err(error.into()),
    }
}

/// Whoever has no password here goes to the identity provider instead, and does it again afterwards.
async fn question(visitor: &Visitor, fields: &Fields, act: &Grave<'_>, trouble: &str) -> Result<Response, Trouble> {
    let provider = visitor.get("/session/ways").await?["provider"].clone();
    let kept: Vec<(&str, &str)> = fields.pairs().filter(|(name, _)| !OWN.contains(name)).collect();
    let content = json!({
        "act": act.act, "back": act.back, "kept": kept, "trouble": trouble, "provider": provider,
    });
    Ok(visitor.show("confirm.html", &content))
}
