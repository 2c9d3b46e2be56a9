//! The people who may use the console.

use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization as _;

use super::super::answer::go;
use super::super::api::{open_query, part, with_query};
use super::super::form::Fields;
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;
use crate::gateway::people::Role;

/// How many are on a page.
const ROWS: usize = 50;

/// Which of them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::gateway::console) struct Wish {
    q: String,
    page: Option<usize>,
    told: String,
}

/// What a page may say when it is come back to.
fn told(word: &str) -> &'static str {
    match word {
        "created" => "The person was added.",
        "changed" => "The change was saved.",
        "disabled" => "The person was disabled, and is signed out everywhere.",
        "enabled" => "The person was enabled.",
        "password" => "The person has a new first password, and is signed out everywhere.",
        "second-factor" => "No code is asked for any more when this person signs in.",
        _ => "",
    }
}

pub(in crate::gateway::console) async fn list(visitor: Visitor, Query(wish): Query<Wish>) -> Result<Response, Trouble> {
    let mut all = visitor.get("/people").await?;
    let all = all["people"].as_array_mut().map(std::mem::take).unwrap_or_default();
    let words = wish.q.trim().nfc().collect::<String>().to_lowercase();
    let has =
        |person: &Value, name: &str| person[name].as_str().is_some_and(|text| text.to_lowercase().contains(&words));
    let found: Vec<Value> = all.into_iter().filter(|one| has(one, "name") || has(one, "display")).collect();
    let (total, pages) = (found.len(), found.len().div_ceil(ROWS).max(1));
    let page = wish.page.unwrap_or(1).clamp(1, pages);
    let rows: Vec<Value> = found.into_iter().skip((page - 1) * ROWS).take(ROWS).collect();
    let page_at = open_query(&with_query("/console/people", &[("q", &wish.q)])) + "page=";
    let content = json!({
        "nav": "people", "rows": rows, "q": wish.q, "told": told(&wish.told), "total": total, "pages": pages, "page": page,
        "page_at": page_at,
    });
    Ok(visitor.show("people.html", &content))
}

/// The roles that the visitor may give.
fn roles(visitor: &Visitor) -> Vec<&'static str> {
    Role::ALL.into_iter().filter(|role| visitor.role.manages(*role)).map(Role::name).collect()
}

pub(in crate::gateway::console) async fn begin(visitor: Visitor) -> Response {
    new(&visitor, &json!({"role": "viewer"}), "")
}

fn new(visitor: &Visitor, typed: &Value, trouble: &str) -> Response {
    let content = json!({"nav": "people", "roles": roles(visitor), "typed": typed, "trouble": trouble});
    visitor.show("person_new.html", &content)
}

pub(in crate::gateway::console) async fn add(visitor: Visitor, fields: Fields) -> Result<Response, Trouble> {
    let password = match fields.get("signs_in_with") {
        "identity_provider" => Value::Null,
        _ => fields.raw("password").into(),
    };
    let mut person = json!({
        "name": fields.get("name"), "display": fields.get("display"), "role": fields.get("role"), "password": password,
    });
    match visitor.post("/people", &person).await {
        Ok(_) => Ok(go("/console/people?told=created")),
        Err(error) if error.status.is_client_error() && error.status != 401 => {
            // The password is typed again: it stands in no page.
            person["password"] = Value::Null;
            let mut page = new(&visitor, &person, &error.message);
            *page.status_mut() = error.status;
            Ok(page)
        }
        Err(error) => Err(error.into()),
    }
}

pub(in crate::gateway::console) async fn one(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wish): Query<Wish>,
) -> Result<Response, Trouble> {
    let person = visitor.get(&format!("/people/{}", part(&id))).await?;
    Ok(show(&visitor, &person, told(&wish.told), ""))
}

fn show(visitor: &Visitor, person: &Value, told: &str, trouble: &str) -> Response {
    let role = person["role"].as_str().and_then(Role::from_name);
    let content = json!({
        "nav": "people", "person": person, "roles": roles(visitor), "told": told, "trouble": trouble,
        "manages": role.is_some_and(|role| visitor.role.manages(role)), "self": person["id"] == visitor.person["id"],
    });
    visitor.show("person.html", &content)
}

/// Saves what the form says: `do` is `save`, `disable`, `enable`, `password` or `second_factor`.
pub(in crate::gateway::console) async fn change(
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let path = format!("/people/{}", part(&id));
    let version: Option<i64> = fields.get("version").parse().ok();
    let (done, word) = match fields.get("do") {
        "disable" => (visitor.put(&path, &json!({"active": false, "version": version}), None).await, "disabled"),
        "enable" => (visitor.put(&path, &json!({"active": true, "version": version}), None).await, "enabled"),
        "password" => {
            let body = json!({"password": fields.raw("password")});
            (visitor.post(&format!("{path}/password"), &body).await, "password")
        }
        "second_factor" => (visitor.delete(&format!("{path}/totp")).await, "second-factor"),
        _ => {
            let role = Some(fields.get("role")).filter(|role| !role.is_empty());
            let wish = json!({"display": fields.get("display"), "role": role, "version": version});
            (visitor.put(&path, &wish, None).await, "changed")
        }
    };
    match done {
        Ok(_) => Ok(go(&with_query(&format!("/console/people/{}", part(&id)), &[("told", word)]))),
        Err(error) if error.status.is_client_error() && error.status != 401 => {
            // What it is now, with what was wished still in the form, so that nothing that was typed is lost.
            let mut person = visitor.get(&path).await?;
            if word == "changed" && error.kind == "changed" {
                let now = json!({"display": person["display"], "role": person["role"]});
                person["now"] = now;
                person["display"] = fields.get("display").into();
                person["role"] = fields.get("role").into();
            }
            let mut page = show(&visitor, &person, "", &error.message);
            *page.status_mut() = error.status;
            Ok(page)
        }
        Err(error) => Err(error.into()),
    }
}
