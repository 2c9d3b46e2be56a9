//! What was done, by whom, to what: all logs together.

use axum::extract::{Query, RawQuery};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::api::with_query;
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;

/// Which entries.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::gateway::console) struct Wish {
    integration: String,
    log: String,
    actor: String,
    event: String,
    outcome: String,
    since: String,
    until: String,
    before: String,
}

pub(in crate::gateway::console) async fn list(visitor: Visitor, Query(wish): Query<Wish>) -> Result<Response, Trouble> {
    let filters = [
        ("integration", wish.integration.as_str()),
        ("log", &wish.log),
        ("actor", &wish.actor),
        ("event", &wish.event),
        ("outcome", &wish.outcome),
        ("since", &day(&wish.since, "T00:00:00Z")),
        ("until", &day(&wish.until, "T23:59:59Z")),
    ];
    let at = |path: &str, more: &[(&str, &str)]| with_query(path, &[&filters, more].concat());
    let mut told = visitor.get(&at("/activity", &[("before", &wish.before), ("count", "50")])).await?;
    let mut chains = if visitor.refreshing { Value::Null } else { visitor.get("/activity/verify").await? };
    let chains = chains["chains"].as_array_mut().map(std::mem::take).unwrap_or_default();
    let broken: Vec<_> = chains.iter().filter(|chain| chain["intact"] != true).collect();
    let next = told["next"].as_str().unwrap_or_default().to_owned();
    let content = json!({
        "nav": "activity", "live": true, "all": true, "rows": told["activity"].take(), "chains": chains.len(),
        "broken": broken, "more": !next.is_empty(), "after": at("/console/activity", &[("before", &next)]),
        "here": at("/console/activity", &[("before", &wish.before)]),
        "csv": at("/console/activity/export", &[("format", "csv")]),
        "jsonl": at("/console/activity/export", &[("format", "jsonl")]),
        "wish": {"integration": wish.integration, "log": wish.log, "actor": wish.actor, "event": wish.event,
            "outcome": wish.outcome, "since": wish.since, "until": wish.until},
    });
    Ok(visitor.show("activity.html", &content))
}

/// The API takes times; forms give days.
fn day(day: &str, time: &str) -> String {
    if day.len() == "2026-01-31".len() { format!("{day}{time}") } else { day.to_owned() }
}

/// The file, as the API makes it.
pub(in crate::gateway::console) async fn export(visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    visitor.fetch(&format!("/activity/export?{}", query.unwrap_or_default())).await
}
