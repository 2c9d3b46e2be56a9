//! Jobs of all integrations, one job with its timeline, and dead letters.

use axum::extract::{Path, Query};
use axum::http::{HeaderValue, Method, header};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::answer::go;
use super::super::api::{open_query, part, with_query};
use super::super::form::Fields;
use super::super::grave::{Grave, grave};
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;
use super::advice::advice;

/// What the report of a job may do: nothing but look like it looks.
const ALONE: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; \
     frame-ancestors 'self'";

/// Which jobs.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::gateway::console) struct Wish {
    q: String,
    integration: String,
    state: String,
    outcome: String,
    action: String,
    before: String,
}

pub(in crate::gateway::console) async fn list(visitor: Visitor, Query(wish): Query<Wish>) -> Result<Response, Trouble> {
    let asked = |before: &str| {
        let Wish { q, integration, state, outcome, action, .. } = &wish;
        let all = [("q", q), ("integration", integration), ("state", state), ("outcome", outcome), ("action", action)];
        let mut all: Vec<(&str, &str)> = all.map(|(name, value)| (name, value.as_str())).into();
        all.push(("before", before));
        all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>()
    };
    let at = |path: &str, pairs: &[(String, String)]| {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        with_query(path, &pairs)
    };
    let now = asked(&wish.before);
    let mut told = visitor.get(&format!("{}count=50", open_query(&at("/jobs", &now)))).await?;
    let next = told["next"].as_str().unwrap_or_default().to_owned();
    let letters = visitor.get("/dead-letters").await;
    let content = json!({
        "nav": "jobs", "live": true, "all": true, "rows": told["jobs"].take(), "here": at("/console/jobs", &now),
        "more": !next.is_empty(), "after": at("/console/jobs", &asked(&next)), "q": wish.q, "integration": wish.integration,
        "in_state": wish.state, "outcome": wish.outcome, "action": wish.action,
        "letters": letters.as_ref().ok().map(|told| told["dead_letters"].clone()),
        "letters_trouble": letters.err().map(|error| error.message),
    });
    Ok(visitor.show("jobs.html", &content))
}

pub(in crate::gateway::console) async fn one(
    visitor: Visitor,
    Path((id, job)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let content = shown(&visitor, &id, &job).await?;
    Ok(visitor.show("job.html", &content))
}

async fn shown(visitor: &Visitor, id: &str, job: &str) -> Result<Value, Trouble> {
    let path = format!("/integrations/{}/jobs/{}", part(id), part(job));
    let mut told = visitor.get(&path).await?;
    if let Some(action) = told["error"]["user_action"].as_str().map(str::to_owned) {
        let (words, step) = advice(&action);
        told["advice"] = words.into();
        told["advice_step"] = step.into();
    }
    let at = format!("/console/integrations/{}/jobs/{}", part(id), part(job));
    // Evidence may be on another machine, or too old to be kept.
    let missing = if told["result"]["evidence"][0].is_object() {
        visitor.get(&format!("{path}/report")).await.err().map(|error| error.message)
    } else {
        None
    };
    Ok(
        json!({"nav": "jobs", "evidence_missing": missing, "live": told["state"] != "done", "job": told, "here": at, "at": at, "id": id}),
    )
}

/// A picture, or the report: as the API has it.
pub(in crate::gateway::console) async fn picture(
    visitor: Visitor,
    Path((id, job, attempt, number)): Path<(String, String, String, String)>,
) -> Response {
    let [id, job, attempt, number] = [id, job, attempt, number].map(|text| part(&text));
    visitor.fetch(&format!("/integrations/{id}/jobs/{job}/pictures/{attempt}/{number}")).await
}

/// The report of a job's evidence: a page of its own, with styles and pictures of its own and without any right.
pub(in crate::gateway::console) async fn report(
    visitor: Visitor,
    Path((id, job)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let path = format!("/integrations/{}/jobs/{}/report", part(&id), part(&job));
    let mut response = visitor.fetch(&path).await;
    if !response.status().is_success() {
        visitor.get(&path).await?;
    }
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(ALONE));
    Ok(response)
}

/// What a person has seen in the app.
pub(in crate::gateway::console) async fn answer(
    visitor: Visitor,
    Path((id, job)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let path = format!("/integrations/{}/jobs/{}/answer", part(&id), part(&job));
    visitor.post(&path, &json!({"answer": fields.get("answer")})).await?;
    Ok(go(&format!("/console/integrations/{}/jobs/{}", part(&id), part(&job))))
}

/// A dead letter is sent again, or taken away.
pub(in crate::gateway::console) async fn letter(
    visitor: Visitor,
    Path((id, act)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let path = format!("/dead-letters/{}/{}", part(&id), part(&act));
    if act == "purge" {
        let form = format!("/console/dead-letters/{}/purge", part(&id));
        let asked =
            Grave { act: &form, back: "/console/jobs", method: Method::POST, path: &path, body: Some(json!({})) };
        return match grave(&visitor, &fields, asked).await? {
            Ok(_) => Ok(go("/console/jobs")),
            Err(question) => Ok(question),
        };
    }
    visitor.post(&path, &json!({"force": fields.get("force") == "yes"})).await?;
    Ok(go("/console/jobs"))
}
