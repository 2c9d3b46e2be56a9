//! POST: a user or a group is to exist.

use std::time::Duration;

use axum::http::StatusCode;
use serde_json::{Value, json};
use sqlx::AnyConnection;
use tokio::time::Instant;

use super::answer::{Answer, Answered, Refusal};
use super::caller::Caller;
use super::read::kind_of;
use super::show::shown;
use super::waiting::{Waited, wait};
use super::{members, refusal};
use crate::contract::{ResourceKind, Verb};
use crate::gateway::mapping::Wish;
use crate::gateway::provisioning::{advance, tell};
use crate::gateway::store::integrations::Profile;
use crate::gateway::store::resources::{self, Resource};
use crate::gateway::store::{StoreError, now};
use crate::scim::{Projection, ScimError};

/// How long others are told that a request waits, in milliseconds; told again while it does. One whose connection or
/// gateway is gone stands in nobody's way for longer.
const LEASE: i64 = 5000;
/// How often it is told again.
const RENEWED: Duration = Duration::from_secs(2);

/// Makes a user or a group.
pub(super) async fn create(caller: &Caller, kind: ResourceKind, body: &Value, projection: &Projection) -> Answered {
    let of = kind_of(caller, kind)?;
    writable(caller)?;
    if !caller.app.can(kind, Verb::Create) {
        let message = format!("{} offers no way to make {kind}; make it there, and sync", caller.app.name());
        return Err(ScimError::new(501, message).into());
    }
    let read = of.read(body, caller.dialect())?;
    let wish = wished(caller, kind, &read)?;
    let named = if kind == ResourceKind::Groups { members::named(&read) } else { Vec::new() };
    let patience = caller.office.settings.waits.of(caller.profile());

    let mut writing = caller.office.database.write(&caller.integration.id).await?;
    let known =
        resources::by_key_or_name(&mut writing, &caller.integration.id, kind, &wish.wish_key, &wish.name).await?;
    let mut resource = match known {
        Some(known) => attach(caller, known, &wish)?,
        None => fresh(&mut writing, caller, kind, &wish).await?,
    };
    resource.awaited_until = now() + LEASE;
    let changed = if kind == ResourceKind::Groups {
        members::wish(&mut writing, caller, &resource, &named).await?
    } else {
        Vec::new()
    };
    advance(&mut writing, &caller.app, &mut resource).await?;
    members::move_on(&mut writing, caller, &changed).await?;
    writing.commit().await?;
    caller.office.to_send.notify_one();

    if caller.respond_async {
        note(caller, &resource, 0, true).await?;
        return respond(caller, kind, &resource, StatusCode::ACCEPTED, projection).await;
    }
    match waiting(caller, &resource, patience).await? {
        Waited::Failed(error) => Err(refusal::failed(caller, &error)),
        // Entra takes it as made, and looks whether it is in its next cycle.
        Waited::NotYet if caller.profile() != Profile::Entra => {
            note(caller, &resource, 0, false).await?;
            Err(refusal::not_yet(caller))
        }
        Waited::Settled | Waited::NotYet => {
            note(caller, &resource, 0, true).await?;
            respond(caller, kind, &resource, StatusCode::CREATED, projection).await
        }
    }
}

/// Waits for the app, and lets others know.
async fn waiting(caller: &Caller, resource: &Resource, patience: Duration) -> Result<Waited, StoreError> {
    let until = Instant::now() + patience;
    loop {
        let most = RENEWED.min(until.saturating_duration_since(Instant::now()));
        let waited = wait(&caller.office, resource.id, resource.generation, most).await?;
        if waited != Waited::NotYet || Instant::now() >= until {
            return Ok(waited);
        }
        note(caller, resource, now() + LEASE, false).await?;
    }
}

/// Whether writes are let in.
pub(super) fn writable(caller: &Caller) -> Result<(), Refusal> {
    if caller.integration.synced.is_none() {
        // Accounts that exist already would be made twice.
        let message =
            format!("what {} holds is not known yet; its administrator has to run Sync first", caller.app.name());
        return Err(Refusal::later(ScimError::new(503, message), 300));
    }
    if caller.integration.paused {
        let message = format!("{} is paused by its administrator", caller.app.name());
        return Err(Refusal::later(ScimError::new(503, message), 300));
    }
    Ok(())
}

/// What a canonical resource asks for; what is required and not named is taken from the recipe's defaults.
pub(super) fn wished(
    caller: &Caller,
    kind: ResourceKind,
    read: &serde_json::Map<String, Value>,
) -> Result<Wish, ScimError> {
    let app = &caller.app;
    if kind == ResourceKind::Groups {
        return app.read_group(read);
    }
    let mut wish = app.read_user(read)?;
    app.with_defaults(&mut wish);
    app.check_required(&wish)?;
    if !wish.state.active && app.standing.taken_by.is_none() {
        return Err(ScimError::mutability(format!("{} offers no way to take access away", app.name())));
    }
    Ok(wish)
}

/// One that does not exist yet, as far as is known.
async fn fresh(
    db: &mut AnyConnection,
    caller: &Caller,
    kind: ResourceKind,
    wish: &Wish,
) -> Result<Resource, StoreError> {
    let id = caller.integration.id.clone();
    let mut new = Resource::new(id, kind, wish.wish_key.clone(), wish.name.clone());
    new.generation = 1;
    new.acknowledged = false;
    adopt(&mut new, wish);
    resources::insert(db, &new).await?;
    tell(db, &new, "identity provider", "create", "asked", json!({})).await?;
    Ok(new)
}

/// The one that a request before asked for and got no answer to.
fn attach(caller: &Caller, mut known: Resource, wish: &Wish) -> Result<Resource, ScimError> {
    let waits = known.awaited_until > now();
    if known.acknowledged || waits || known.deleting {
        let what = known.kind.singular();
        let why = match (known.deleting, waits && !known.acknowledged) {
            (true, _) => "is being deleted",
            (_, true) => "is being made by another request",
            _ => "exists already",
        };
        return Err(ScimError::uniqueness(format!("the {what} {} {why} in {}", wish.key, caller.app.name())));
    }
    if known.desired != wish.state {
        known.generation += 1;
    }
    adopt(&mut known, wish);
    Ok(known)
}

/// Takes over a wish.
pub(super) fn adopt(resource: &mut Resource, wish: &Wish) {
    resource.desired = wish.state.clone();
    resource.wish_key.clone_from(&wish.wish_key);
    resource.name.clone_from(&wish.name);
    resource.external_id.clone_from(&wish.external_id);
    resource.shown.clone_from(&wish.shown);
}

/// Notes until when a request waits for it, and whether the identity provider was told that it exists.
async fn note(caller: &Caller, resource: &Resource, until: i64, acknowledged: bool) -> Result<(), StoreError> {
    let mut writing = caller.office.database.write(&caller.integration.id).await?;
    resources::await_until(&mut writing, resource.id, until, acknowledged).await?;
    writing.commit().await
}

/// The resource as it is now.
pub(super) async fn respond(
    caller: &Caller,
    kind: ResourceKind,
    resource: &Resource,
    status: StatusCode,
    projection: &Projection,
) -> Answered {
    let of = kind_of(caller, kind)?;
    let mut db = caller.office.database.read().await?;
    let now = resources::any(&mut db, resource.id).await?;
    let now = now.ok_or_else(|| StoreError::Missing(format!("resource {}", resource.id)))?;
    let body = shown(&mut db, caller, of, kind, std::slice::from_ref(&now), Some(projection)).await?;
    let answer = Answer::new(status, Value::Object(body.into_iter().next().unwrap_or_default())).of_resource();
    Ok(answer.projected(|body| projection.apply(of, &body)))
}
