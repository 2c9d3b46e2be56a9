//! PUT and PATCH: a user or a group is to be otherwise.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};
use sqlx::AnyConnection;

use super::answer::{Answer, Answered, Refusal};
use super::caller::Caller;
use super::create::{adopt, respond, wished, writable};
use super::read::{kind_of, known};
use super::show::{version, whole};
use super::waiting::{Waited, wait};
use super::{members, refusal};
use crate::contract::ResourceKind;
use crate::gateway::mapping::Wish;
use crate::gateway::provisioning::{advance, tell};
use crate::gateway::store::integrations::Profile;
use crate::gateway::store::resources::{self, Resource};
use crate::scim::{Mutability, Projection, ResourceType, ScimError, patch};

/// How it is to be otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// As the body is (PUT).
    Replace,
    /// As the operations of the body say (PATCH).
    Patch,
}

/// Changes a user or a group.
pub(super) async fn update(
    caller: &Caller,
    kind: ResourceKind,
    id: &str,
    how: How,
    body: &Value,
    projection: &Projection,
) -> Answered {
    let of = kind_of(caller, kind)?;
    writable(caller)?;
    // Before the body is looked at: what is not there cannot be changed, whatever is sent.
    let found = known(caller, kind, id).await?;
    let mut writing = caller.office.database.write(&caller.integration.id).await?;
    let resource = resources::by_id(&mut writing, &caller.integration.id, kind, found.id).await?;
    let Some(mut resource) = resource.filter(|resource| !resource.deleting) else {
        return Err(ScimError::not_found(format!("the {} {id} is being deleted", kind.singular())).into());
    };
    check_version(caller, &resource)?;
    let before = as_wished(&mut writing, caller, of, &resource).await?;
    let after = match how {
        How::Replace => replaced(of, &before, of.read(body, caller.dialect())?)?,
        How::Patch => patch(&before, body, of, caller.dialect())?,
    };
    let mut wish = wished(caller, kind, &after)?;
    if !wish.names_active {
        // Nobody is let in again because a request does not speak of it.
        wish.state.active = resource.desired.active;
        if how == How::Patch {
            wish.shown.insert("active".to_owned(), Value::Null);
        }
    }
    let named = if kind == ResourceKind::Groups { members::named(&after) } else { Vec::new() };
    free(&mut writing, caller, &resource, &wish).await?;
    let access_taken = resource.desired.active && !wish.state.active;
    let other = resource.desired != wish.state;
    let noted =
        (&resource.shown, &resource.external_id, &resource.name) != (&wish.shown, &wish.external_id, &wish.name);
    let unsettled = resource.is_under_way();
    if other || noted || unsettled {
        adopt(&mut resource, &wish);
    }
    let changed = if kind == ResourceKind::Groups {
        members::wish(&mut writing, caller, &resource, &named).await?
    } else {
        Vec::new()
    };
    if other || !changed.is_empty() {
        resource.generation += 1;
        let detail = json!({"active": wish.state.active, "members": changed.len()});
        tell(&mut writing, &resource, "identity provider", "update", "asked", detail).await?;
        advance(&mut writing, &caller.app, &mut resource).await?;
        members::move_on(&mut writing, caller, &changed).await?;
    } else if noted {
        resources::update(&mut writing, &resource).await?;
    }
    writing.commit().await?;
    caller.office.to_send.notify_one();
    if other || unsettled || !changed.is_empty() {
        settled(caller, &resource, access_taken || (unsettled && !resource.desired.active)).await?;
    }
    if caller.profile() == Profile::Entra && how == How::Patch {
        return Ok(Answer::empty(StatusCode::NO_CONTENT));
    }
    respond(caller, kind, &resource, StatusCode::OK, projection).await
}

/// `If-Match` (RFC 7644, section 3.14).
pub(super) fn check_version(caller: &Caller, resource: &Resource) -> Result<(), ScimError> {
    match &caller.if_match {
        Some(wanted) if wanted.trim() != "*" && !wanted.split(',').any(|one| one.trim() == version(resource)) => {
            Err(ScimError::new(412, format!("it has changed: its version is {} now", version(resource))))
        }
        _ => Ok(()),
    }
}

/// A resource as the identity provider wishes it so far.
async fn as_wished(
    db: &mut AnyConnection,
    caller: &Caller,
    of: &ResourceType,
    resource: &Resource,
) -> Result<Map<String, Value>, Refusal> {
    let mut body = whole(caller, of, resource, &resource.desired, &[]);
    if resource.kind == ResourceKind::Groups {
        let all = members::wished(db, resource.id).await?;
        if !all.is_empty() {
            body.insert("members".to_owned(), all.into());
        }
    }
    Ok(body)
}

/// A whole resource in the place of another; what can be set only once stays as it is, or is refused if it is named
/// otherwise (RFC 7644, section 3.5.1).
fn replaced(
    of: &ResourceType,
    before: &Map<String, Value>,
    mut after: Map<String, Value>,
) -> Result<Map<String, Value>, ScimError> {
    for attribute in of.schema.attributes.iter().filter(|a| a.mutability == Mutability::Immutable) {
        let Some(value) = before.get(&attribute.name) else { continue };
        match after.get(&attribute.name) {
            None => _ = after.insert(attribute.name.clone(), value.clone()),
            Some(new) if values(new) != values(value) => {
                return Err(ScimError::mutability(format!("`{}` cannot be changed in this app", attribute.name)));
            }
            Some(_) => {}
        }
    }
    Ok(after)
}

/// What is compared: of a list, the values.
fn values(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items.iter().map(|item| item.get("value").unwrap_or(item).clone()).collect(),
        one => vec![one.clone()],
    }
}

/// Whether nobody else has the key or the name.
async fn free(db: &mut AnyConnection, caller: &Caller, resource: &Resource, wish: &Wish) -> Result<(), Refusal> {
    let id = &caller.integration.id;
    let other = resources::others(db, id, resource.kind, &wish.wish_key, &wish.name, resource.id).await?;
    if other {
        let what = resource.kind.singular();
        return Err(ScimError::uniqueness(format!("another {what} has the name {}", wish.name)).into());
    }
    Ok(())
}

/// Waits until the app follows. An answer that access is taken means that it is.
async fn settled(caller: &Caller, resource: &Resource, access_taken: bool) -> Result<(), Refusal> {
    if caller.respond_async {
        return Ok(());
    }
    let patience = caller.office.settings.waits.of(caller.profile());
    match wait(&caller.office, resource.id, resource.generation, patience).await? {
        Waited::Settled => Ok(()),
        Waited::Failed(error) => Err(refusal::failed(caller, &error)),
        Waited::NotYet if caller.profile() == Profile::Entra && !access_taken => Ok(()),
        Waited::NotYet => Err(refusal::not_yet(caller)),
    }
}
