//! One's own account: password and one-time codes.

use axum::http::Method;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::answer::go;
use super::super::form::Fields;
use super::super::grave::{Grave, grave};
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;

const PAGE: &str = "/console/account";

pub(in crate::gateway::console) async fn page(visitor: Visitor) -> Response {
    show(&visitor, &json!({}))
}

fn show(visitor: &Visitor, content: &Value) -> Response {
    visitor.show("account.html", content)
}

pub(in crate::gateway::console) async fn password(visitor: Visitor, fields: Fields) -> Result<Response, Trouble> {
    let typed = json!({"old": fields.raw("old"), "new": fields.raw("new")});
    match visitor.post("/session/password", &typed).await {
        Ok(_) if visitor.person["must_change"] == true => Ok(go("/console")),
        Ok(_) => Ok(show(&visitor, &json!({"told": "Your password was changed. Your other sessions have ended."}))),
        Err(error) if error.status.is_client_error() && error.status != 401 => {
            Ok(show(&visitor, &json!({"trouble": error.message})))
        }
        Err(error) => Err(error.into()),
    }
}

pub(in crate::gateway::console) async fn second_factor(visitor: Visitor, fields: Fields) -> Result<Response, Trouble> {
    let (method, body) = match fields.get("do") {
        "off" => (Method::DELETE, None),
        "on" => (Method::POST, Some(json!({"seed": fields.get("seed"), "code": fields.get("code")}))),
        _ => (Method::POST, Some(json!({}))),
    };
    let act = "/console/account/second-factor";
    let asked = Grave { act, back: PAGE, method, path: "/session/totp", body };
    match grave(&visitor, &fields, asked).await {
        Ok(Ok(told)) if told["seed"].is_string() => Ok(show(&visitor, &told)),
        Ok(Ok(_)) => Ok(go(PAGE)),
        Ok(Err(question)) => Ok(question),
        Err(Trouble::Api(error)) if error.status == 409 => {
            Ok(show(&visitor, &json!({"trouble": error.message, "seed": fields.get("seed")})))
        }
        Err(trouble) => Err(trouble),
    }
}
