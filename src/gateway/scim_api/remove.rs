//! DELETE: a user or a group is not to exist.

use axum::http::StatusCode;
use serde_json::json;

use super::answer::{Answer, Answered};
use super::caller::Caller;
use super::create::writable;
use super::read::{kind_of, known};
use super::refusal;
use super::update::check_version;
use super::waiting::{Waited, wait};
use crate::contract::{ResourceKind, Verb};
use crate::gateway::provisioning::{advance, tell};
use crate::gateway::store::resources;
use crate::scim::ScimError;

/// Takes a user or a group away. Where the app deletes no users, access is taken away, and the identity provider does not
/// see the account any more.
pub(super) async fn remove(caller: &Caller, kind: ResourceKind, id: &str) -> Answered {
    kind_of(caller, kind)?;
    writable(caller)?;
    let found = known(caller, kind, id).await?;
    let possible =
        caller.app.can(kind, Verb::Delete) || (kind == ResourceKind::Users && caller.app.standing.taken_by.is_some());
    if !possible {
        let message = format!("{} offers no way to delete {kind}", caller.app.name());
        return Err(ScimError::new(501, message).into());
    }
    let mut writing = caller.office.database.write(&caller.integration.id).await?;
    let Some(mut resource) = resources::by_id(&mut writing, &caller.integration.id, kind, found.id).await? else {
        return Ok(Answer::empty(StatusCode::NO_CONTENT));
    };
    check_version(caller, &resource)?;
    if !resource.deleting {
        resource.deleting = true;
        resource.generation += 1;
        tell(&mut writing, &resource, "identity provider", "delete", "asked", json!({})).await?;
    }
    advance(&mut writing, &caller.app, &mut resource).await?;
    writing.commit().await?;
    caller.office.to_send.notify_one();
    if caller.respond_async {
        return Ok(Answer::empty(StatusCode::ACCEPTED));
    }
    let patience = caller.office.settings.waits.of(caller.profile());
    match wait(&caller.office, resource.id, resource.generation, patience).await? {
        Waited::Settled => Ok(Answer::empty(StatusCode::NO_CONTENT)),
        Waited::Failed(error) => Err(refusal::failed(caller, &error)),
        Waited::NotYet => Err(refusal::not_yet(caller)),
    }
}
