//! One integration, tab by tab.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::api::{ApiError, part, with_query};
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;
use super::advice::{advice, next};
use super::wizard::lines;

/// How many entries a page has.
const ROWS: u64 = 50;

/// Which part of a tab.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::gateway::console) struct Wish {
    q: String,
    sort: String,
    state: String,
    page: Option<u64>,
    before: String,
    job: String,
}

pub(in crate::gateway::console) async fn first(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wish): Query<Wish>,
) -> Result<Response, Trouble> {
    show(&visitor, &id, "users", &wish).await
}

pub(in crate::gateway::console) async fn tab(
    visitor: Visitor,
    Path((id, tab)): Path<(String, String)>,
    Query(wish): Query<Wish>,
) -> Result<Response, Trouble> {
    show(&visitor, &id, &tab, &wish).await
}

/// What every tab shows of its integration.
pub(super) async fn head(visitor: &Visitor, id: &str, tab: &str) -> Result<Value, Trouble> {
    let mut told = visitor.get(&format!("/integrations/{}", part(id))).await?;
    let app = told["app"].as_str().unwrap_or_default().to_owned();
    // A recipe may be gone; the integration is still to be seen.
    let app = visitor.get(&format!("/apps/{}", part(&app))).await.unwrap_or_else(|_| json!({"name": app, "id": app}));
    let tokens = visitor.get(&format!("/integrations/{}/tokens", part(id))).await?;
    let live = tokens["tokens"].as_array().is_some_and(|all| all.iter().any(|token| token["live"] == true));
    let text = |name: &str| told[name].as_str().unwrap_or_default();
    let next = next(text("state"), told["synced"].is_string(), live);
    let (words, step) = advice(text("attention_action"));
    let at = format!("/console/integrations/{}", part(id));
    let content = json!({
        "nav": "integrations", "live": true, "tab": tab, "at": at, "app": app, "tokens": tokens["tokens"],
        "next": next.filter(|(_, page)| *page != tab).map(|(text, page)| json!({"text": text, "page": page})),
        "advice": words, "advice_step": step, "here": format!("{at}/{tab}"),
        "account_lines": lines(&told["document"]["service_account"]),
        "integration": told.take(),
    });
    Ok(content)
}

async fn show(visitor: &Visitor, id: &str, tab: &str, wish: &Wish) -> Result<Response, Trouble> {
    let mut content = head(visitor, id, tab).await?;
    let page = match tab {
        "users" | "groups" | "roles" | "assets" => resources(visitor, id, tab, wish, &mut content).await?,
        "jobs" => jobs(visitor, id, wish, &mut content).await?,
        "activity" => activity(visitor, id, wish, &mut content).await?,
        "settings" => "integration_settings.html",
        "provider" => "integration_provider.html",
        "sync" => sync(visitor, id, wish, &mut content).await?,
        "test" => test(visitor, id, wish, &mut content).await?,
        _ => {
            let (status, message) = (StatusCode::NOT_FOUND, format!("there is no tab {tab}"));
            return Err(Trouble::Api(ApiError { status, kind: String::new(), message }));
        }
    };
    Ok(visitor.show(page, &content))
}

async fn resources(
    visitor: &Visitor,
    id: &str,
    kind: &str,
    wish: &Wish,
    content: &mut Value,
) -> Result<&'static str, Trouble> {
    let page = wish.page.unwrap_or(1).max(1);
    let (skip, count) = (((page - 1) * ROWS).to_string(), ROWS.to_string());
    let sort = if wish.sort.is_empty() { "name" } else { &wish.sort };
    let asked = [("q", wish.q.as_str()), ("sort", sort), ("state", &wish.state), ("skip", &skip), ("count", &count)];
    let mut told = visitor.get(&with_query(&format!("/integrations/{}/resources/{kind}", part(id)), &asked)).await?;
    let total = told["total"].as_u64().unwrap_or_default();
    let at = content["here"].as_str().unwrap_or_default().to_owned();
    let number = page.to_string();
    let page_of = |sort: &str, page: &str| {
        with_query(&at, &[("q", &wish.q), ("state", &wish.state), ("sort", sort), ("page", page)])
    };
    content["here"] = page_of(sort, &number).into();
    content["sorts"] = ["name", "state", "changed"]
        .map(|name| {
            let other = if sort == name { format!("-{name}") } else { name.to_owned() };
            let now = match sort {
                _ if sort == name => "ascending",
                _ if sort.strip_prefix('-') == Some(name) => "descending",
                _ => "none",
            };
            (name.to_owned(), json!({"href": page_of(&other, ""), "now": now}))
        })
        .into_iter()
        .collect();
    content["pages"] = total.div_ceil(ROWS).max(1).into();
    content["page"] = page.into();
    content["before"] = page_of(sort, &(page - 1).to_string()).into();
    content["after"] = page_of(sort, &(page + 1).to_string()).into();
    content["total"] = total.into();
    content["kind"] = kind.into();
    content["q"] = wish.q.clone().into();
    content["state"] = wish.state.clone().into();
    let mut rows = told["resources"].take();
    for row in rows.as_array_mut().into_iter().flatten() {
        row["facts"] = facts(&row["observed"]["fields"], row["name"].as_str().unwrap_or_default(), &row["key"]);
    }
    content["rows"] = rows;
    Ok("integration_resources.html")
}

/// The fields of an entry, in a line, without what stands in other columns.
fn facts(fields: &Value, name: &str, key: &Value) -> Value {
    let shown = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    };
    let told = fields.as_object().into_iter().flatten().map(|(field, value)| (field, shown(value)));
    told.filter(|(_, text)| !text.is_empty() && text != "null" && *text != name && Some(text.as_str()) != key.as_str())
        .map(|(field, text)| json!({"name": field, "text": text}))
        .collect()
}

async fn jobs(visitor: &Visitor, id: &str, wish: &Wish, content: &mut Value) -> Result<&'static str, Trouble> {
    let asked = [
        ("integration", id),
        ("q", wish.q.as_str()),
        ("state", &wish.state),
        ("before", &wish.before),
        ("count", "50"),
    ];
    let mut told = visitor.get(&with_query("/jobs", &asked)).await?;
    content["rows"] = told["jobs"].take();
    let at = content["here"].as_str().unwrap_or_default().to_owned();
    content["here"] = with_query(&at, &[("q", &wish.q), ("state", &wish.state), ("before", &wish.before)]).into();
    let next = told["next"].as_str().unwrap_or_default();
    content["after"] = with_query(&at, &[("q", &wish.q), ("state", &wish.state), ("before", next)]).into();
    content["more"] = (!next.is_empty()).into();
    content["q"] = wish.q.clone().into();
    content["state"] = wish.state.clone().into();
    Ok("integration_jobs.html")
}

async fn activity(visitor: &Visitor, id: &str, wish: &Wish, content: &mut Value) -> Result<&'static str, Trouble> {
    let path = format!("/integrations/{}/activity", part(id));
    let mut told = visitor.get(&with_query(&path, &[("before", &wish.before), ("count", "50")])).await?;
    if !visitor.refreshing {
        content["chain"] = visitor.get(&format!("{path}/verify")).await?;
    }
    let last = told["activity"].as_array().and_then(|all| all.last()).and_then(|entry| entry["number"].as_i64());
    let at = content["here"].as_str().unwrap_or_default().to_owned();
    content["more"] = last.is_some_and(|number| number > 1).into();
    content["after"] = with_query(&at, &[("before", &last.unwrap_or_default().to_string())]).into();
    content["here"] = with_query(&at, &[("before", &wish.before)]).into();
    content["rows"] = told["activity"].take();
    Ok("integration_activity.html")
}

/// The last job of that kind, or the one that is named, with its steps.
async fn watched(visitor: &Visitor, id: &str, action: &str, wish: &Wish) -> Result<Value, Trouble> {
    let job = if wish.job.is_empty() {
        let told =
            visitor.get(&with_query("/jobs", &[("integration", id), ("action", action), ("count", "1")])).await?;
        told["jobs"][0]["id"].as_str().unwrap_or_default().to_owned()
    } else {
        wish.job.clone()
    };
    if job.is_empty() {
        return Ok(Value::Null);
    }
    let mut told = visitor.get(&format!("/integrations/{}/jobs/{}", part(id), part(&job))).await?;
    if told["error"].is_object() {
        let (words, step) = advice(told["error"]["user_action"].as_str().unwrap_or_default());
        told["advice"] = words.into();
        told["advice_step"] = step.into();
    }
    // The list that is read now.
    let steps = told["steps"].as_array().map(Vec::as_slice).unwrap_or_default();
    told["reading"] = steps.iter().rev().find(|step| step["items"].is_number()).cloned().unwrap_or_default();
    Ok(told)
}

async fn sync(visitor: &Visitor, id: &str, wish: &Wish, content: &mut Value) -> Result<&'static str, Trouble> {
    content["job"] = watched(visitor, id, "sync", wish).await?;
    content["here"] = with_query(content["here"].as_str().unwrap_or_default(), &[("job", &wish.job)]).into();
    if content["integration"]["review"].is_string() {
        // Somebody may have decided meanwhile.
        content["review"] = visitor.get(&format!("/integrations/{}/review", part(id))).await.unwrap_or_default();
    }
    Ok("integration_sync.html")
}

async fn test(visitor: &Visitor, id: &str, wish: &Wish, content: &mut Value) -> Result<&'static str, Trouble> {
    content["job"] = watched(visitor, id, "check", wish).await?;
    content["here"] = with_query(content["here"].as_str().unwrap_or_default(), &[("job", &wish.job)]).into();
    Ok("integration_test.html")
}
