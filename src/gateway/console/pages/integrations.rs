//! All integrations, and what can be done with one in a click.

use axum::extract::{Path, Query};
use axum::http::Method;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::answer::go;
use super::super::api::{open_query, part, with_query};
use super::super::form::Fields;
use super::super::grave::{Grave, grave};
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;

/// How many are on a page.
const ROWS: usize = 50;

/// Which of them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::gateway::console) struct Wish {
    q: String,
    state: String,
    page: Option<usize>,
}

pub(in crate::gateway::console) async fn list(visitor: Visitor, Query(wish): Query<Wish>) -> Result<Response, Trouble> {
    let mut told = visitor.get("/integrations").await?;
    let drafts = visitor.get("/drafts").await?["drafts"].take();
    let all = told["integrations"].as_array_mut().map(std::mem::take).unwrap_or_default();
    let words = wish.q.to_lowercase();
    let is_wished = |row: &Value| {
        let state = row["state"].as_str().unwrap_or_default();
        let has = |name: &str| row[name].as_str().is_some_and(|text| text.to_lowercase().contains(&words));
        let in_state = if wish.state.is_empty() { state != "archived" } else { state == wish.state };
        in_state && (words.is_empty() || has("name") || has("id") || has("app"))
    };
    let mut rows: Vec<Value> = all.into_iter().filter(is_wished).collect();
    // What needs somebody comes first.
    rows.sort_by_cached_key(|row| (needs(row).is_none(), row["name"].as_str().unwrap_or_default().to_lowercase()));
    let (total, pages) = (rows.len(), rows.len().div_ceil(ROWS));
    let page = wish.page.unwrap_or(1).clamp(1, pages.max(1));
    let rows: Vec<Value> = rows.into_iter().skip((page - 1) * ROWS).take(ROWS).map(row).collect();
    let at = |page: &str| with_query("/console", &[("q", &wish.q), ("state", &wish.state), ("page", page)]);
    let page_at = open_query(&with_query("/console", &[("q", &wish.q), ("state", &wish.state)])) + "page=";
    let content = json!({
        "nav": "integrations", "live": true, "rows": rows, "total": total, "pages": pages, "page": page, "q": wish.q,
        "state": wish.state, "drafts": drafts, "here": at(&page.to_string()), "page_at": page_at,
    });
    Ok(visitor.show("integrations.html", &content))
}

/// What somebody has to do about it, in a sentence.
pub(in crate::gateway::console) fn needs(row: &Value) -> Option<String> {
    let text = |name: &str| row[name].as_str().map(str::to_owned);
    match row["state"].as_str() {
        Some("needs_attention") => text("attention"),
        Some("needs_review") => text("review").map(|review| format!("A sync waits for your word: {review}")),
        Some("draft") => text("test_failed").map(|failed| format!("The test failed: {failed}")),
        _ => None,
    }
}

fn row(mut row: Value) -> Value {
    row["needs"] = needs(&row).into();
    row["account"] = account(&row["service_account"]).into();
    row
}

/// The service account by where its name stands, without the path.
pub(in crate::gateway::console) fn account(account: &Value) -> String {
    let reference = account["username"].as_object().and_then(|reference| reference.iter().next());
    let Some((kind, place)) = reference else { return String::new() };
    let place = place.as_str().unwrap_or_default();
    match kind.as_str() {
        "file" => place.rsplit('/').nth(1).unwrap_or(place).to_owned(),
        "vault" => place.split('#').next().unwrap_or(place).to_owned(),
        _ => place.trim_end_matches("_USERNAME").trim_end_matches("_USER").to_owned(),
    }
}

/// A step of an integration's life.
pub(in crate::gateway::console) async fn step(
    visitor: Visitor,
    Path((id, step)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let (path, page) =
        (format!("/integrations/{}/{}", part(&id), part(&step)), format!("/console/integrations/{}", part(&id)));
    if step == "archive" {
        let act = format!("{page}/step/archive");
        let asked = Grave { act: &act, back: &page, method: Method::POST, path: &path, body: None };
        return match grave(&visitor, &fields, asked).await? {
            Ok(_) => Ok(go("/console")),
            Err(question) => Ok(question),
        };
    }
    let told = visitor.post(&path, &Value::Null).await?;
    let job = told["job"].as_str().unwrap_or_default();
    Ok(go(&match step.as_str() {
        "check" => format!("{page}/test?job={}", part(job)),
        "sync" => format!("{page}/sync?job={}", part(job)),
        "apply" | "discard" => format!("{page}/sync"),
        _ => page,
    }))
}
