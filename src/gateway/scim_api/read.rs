//! Reads: one resource, lists, searches. All from the database.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::answer::{Answer, Answered, Refusal};
use super::caller::Caller;
use super::query::Query;
use super::show::{shown, version};
use crate::contract::ResourceKind;
use crate::gateway::mapping::{okta_resource, okta_type};
use crate::gateway::store::activity::{self, Note};
use crate::gateway::store::integrations::{self, Stage};
use crate::gateway::store::resources::{self, Resource};
use crate::gateway::store::search::{self, Indexed};
use crate::scim::{AttributePath, Comparison, Filter, Projection, ResourceType, ScimError, list_response, sort};

/// How many rows are looked through at a time where no index helps.
const BATCH: i64 = 1000;

/// One user or group.
pub(super) async fn one(caller: &Caller, kind: ResourceKind, id: &str, projection: &Projection) -> Answered {
    let of = kind_of(caller, kind)?;
    let resource = known(caller, kind, id).await?;
    if caller.if_none_match.as_deref() == Some(version(&resource).as_str()) {
        return Ok(Answer::empty(StatusCode::NOT_MODIFIED));
    }
    let mut db = caller.office.database.read().await?;
    let body = shown(&mut db, caller, of, kind, std::slice::from_ref(&resource), Some(projection)).await?;
    let body = body.into_iter().next().unwrap_or_default();
    let answer = Answer::ok(Value::Object(body)).of_resource();
    Ok(answer.projected(|body| projection.apply(of, &body)))
}

/// The type of a kind, if the app has it.
pub(super) fn kind_of(caller: &Caller, kind: ResourceKind) -> Result<&ResourceType, ScimError> {
    caller.app.of(kind).ok_or_else(|| ScimError::not_found(format!("{} has no {kind}", caller.app.name())))
}

/// The resource with that id, if the identity provider knows of it.
pub(super) async fn known(caller: &Caller, kind: ResourceKind, id: &str) -> Result<Resource, Refusal> {
    let none = || ScimError::not_found(format!("there is no {} {id}", kind.singular()));
    let uuid: Uuid = id.parse().map_err(|_| none())?;
    let mut db = caller.office.database.read().await?;
    let found = resources::by_id(&mut db, &caller.integration.id, kind, uuid).await?;
    Ok(found.filter(|resource| resource.acknowledged).ok_or_else(none)?)
}

/// A list of users or groups.
pub(super) async fn list(caller: &Caller, kind: ResourceKind, query: &Query) -> Answered {
    let (total, page) = found(caller, kind, query).await?;
    let end = query.start + i64::try_from(page.len()).unwrap_or_default();
    if kind == ResourceKind::Users && query.filter.is_none() && !page.is_empty() && end > total {
        imported(caller).await?;
    }
    Ok(answered(page, total, query.start))
}

/// Users and groups at once (RFC 7644, section 3.4.2.1).
pub(super) async fn everything(caller: &Caller, query: &Query) -> Answered {
    let whole = |start, count| Query {
        filter: query.filter.clone(),
        projection: query.projection.clone(),
        start,
        count,
        sort: query.sort.clone(),
    };
    let (users, mut page) = found(caller, ResourceKind::Users, &whole(query.start, query.count)).await?;
    let mut total = users;
    if caller.app.groups.is_some() {
        let taken = i64::try_from(page.len()).unwrap_or_default();
        let start = (query.start - users).max(1);
        let (groups, more) = found(caller, ResourceKind::Groups, &whole(start, query.count - taken)).await?;
        page.extend(more);
        total += groups;
    }
    Ok(answered(page, total, query.start))
}

fn answered(page: Vec<Map<String, Value>>, total: i64, start: i64) -> Answer {
    let page = page.into_iter().map(Value::Object).collect();
    Answer::ok(list_response(page, u64::try_from(total).unwrap_or_default(), u64::try_from(start).unwrap_or(1)))
}

async fn found(caller: &Caller, kind: ResourceKind, query: &Query) -> Result<(i64, Vec<Map<String, Value>>), Refusal> {
    let of = kind_of(caller, kind)?;
    let id = &caller.integration.id;
    let mut db = caller.office.database.read().await?;
    let project = |all: Vec<Map<String, Value>>| all.iter().map(|one| query.projection.apply(of, one)).collect();
    if query.filter.is_none() && query.sort.is_none() {
        let (total, page) = search::page(&mut db, id, kind, query.start - 1, query.count).await?;
        let bodies = shown(&mut db, caller, of, kind, &page, Some(&query.projection)).await?;
        return Ok((total, project(bodies)));
    }
    let indexed = query.filter.as_ref().and_then(|filter| index(filter, kind));
    let matches = |body: &Map<String, Value>| {
        query.filter.as_ref().is_none_or(|filter| filter.matches(&Value::Object(body.clone())))
    };
    let mut all = Vec::new();
    if let Some(indexed) = indexed {
        let rows = search::with(&mut db, id, kind, &indexed).await?;
        let bodies = shown(&mut db, caller, of, kind, &rows, None).await?;
        all.extend(bodies.into_iter().filter(matches));
    } else {
        let mut skip = 0;
        loop {
            let (_, rows) = search::page(&mut db, id, kind, skip, BATCH).await?;
            if rows.is_empty() {
                break;
            }
            skip += BATCH;
            let bodies = shown(&mut db, caller, of, kind, &rows, None).await?;
            all.extend(bodies.into_iter().filter(matches));
        }
    }
    if let Some((path, descending)) = &query.sort {
        sort(&mut all, path, *descending, of);
    }
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let skip = usize::try_from(query.start - 1).unwrap_or_default();
    let page = all.into_iter().skip(skip).take(usize::try_from(query.count).unwrap_or_default()).collect();
    Ok((total, project(page)))
}

/// The column that a filter can be looked up in; what else it says is looked at afterwards.
fn index(filter: &Filter, kind: ResourceKind) -> Option<Indexed> {
    match filter {
        Filter::And(parts) => parts.iter().find_map(|part| index(part, kind)),
        Filter::Compare(path, Comparison::Equal, Value::String(text)) => column(path, text, kind),
        _ => None,
    }
}

fn column(path: &AttributePath, text: &str, kind: ResourceKind) -> Option<Indexed> {
    if path.sub.is_some() || path.schema.as_deref().is_some_and(|urn| !urn.to_lowercase().contains(":core:2.0:")) {
        return None;
    }
    let name = if kind == ResourceKind::Groups { "displayname" } else { "username" };
    match path.name.to_lowercase().as_str() {
        "id" => Some(Indexed::Id(text.to_lowercase())),
        "externalid" => Some(Indexed::ExternalId(text.to_owned())),
        other if other == name => Some(Indexed::Name(text.trim().to_lowercase())),
        _ => None,
    }
}

/// The identity provider has read everything.
async fn imported(caller: &Caller) -> Result<(), Refusal> {
    if caller.integration.stage >= Stage::Active || caller.integration.synced.is_none() {
        return Ok(());
    }
    let id = &caller.integration.id;
    let mut writing = caller.office.database.write(id).await?;
    let Some(mut row) = integrations::by_id(&mut writing, id).await? else { return Ok(()) };
    if row.stage < Stage::Active {
        row.stage = Stage::Active;
        integrations::update(&mut writing, &row).await?;
        let note = Note {
            actor: "identity provider",
            event: "integration.import",
            target: id.as_str(),
            outcome: "done",
            detail: json!({}),
        };
        activity::note(&mut writing, id, note).await?;
        writing.commit().await?;
    }
    Ok(())
}

/// The roles or entitlements that users may have, as Okta imports them.
pub(super) async fn okta(caller: &Caller, kind: ResourceKind, query: &Query) -> Answered {
    let all = okta_all(caller, kind).await?;
    let matching: Vec<Value> =
        all.into_iter().filter(|one| query.filter.as_ref().is_none_or(|filter| filter.matches(one))).collect();
    let total = matching.len() as u64;
    let skip = usize::try_from(query.start - 1).unwrap_or_default();
    let page = matching.into_iter().skip(skip).take(usize::try_from(query.count).unwrap_or_default());
    Ok(Answer::ok(list_response(page.collect(), total, u64::try_from(query.start).unwrap_or(1))))
}

/// One of them.
pub(super) async fn okta_one(caller: &Caller, kind: ResourceKind, id: &str) -> Answered {
    let all = okta_all(caller, kind).await?;
    let found = all.into_iter().find(|one| one.get("id").and_then(Value::as_str) == Some(id));
    let none = || ScimError::not_found(format!("there is no {} {id}", okta_type(kind).name.to_lowercase()));
    Ok(Answer::ok(found.ok_or_else(none)?))
}

/// What the app showed, else what its recipe knows.
async fn okta_all(caller: &Caller, kind: ResourceKind) -> Result<Vec<Value>, Refusal> {
    let mut db = caller.office.database.read().await?;
    let seen = resources::keys(&mut db, &caller.integration.id, kind).await?;
    let known = caller.app.known(kind);
    let label = |id: &str| known.iter().find(|(value, _)| value == id).map_or(id, |(_, label)| label).to_owned();
    let mut ids: Vec<String> = seen.into_iter().map(|(_, key)| key).collect();
    if ids.is_empty() {
        ids = known.iter().map(|(value, _)| value.clone()).collect();
    }
    ids.sort();
    Ok(ids.iter().map(|id| okta_resource(kind, id, &label(id), &caller.base)).collect())
}
