//! The members that a group is to have.

use std::collections::HashSet;

use serde_json::{Map, Value, json};
use sqlx::AnyConnection;
use uuid::Uuid;

use super::answer::Refusal;
use super::caller::Caller;
use crate::contract::ResourceKind;
use crate::gateway::provisioning::advance;
use crate::gateway::store::StoreError;
use crate::gateway::store::memberships::{self, Membership};
use crate::gateway::store::resources::{self, Resource};
use crate::scim::ScimError;

/// The ids of the members that a canonical group names. What is no id of ours is left out, as are users that are not here:
/// identity providers name everybody, also those whom the app is not for.
pub(super) fn named(group: &Map<String, Value>) -> Vec<Uuid> {
    let members = group.get("members").and_then(Value::as_array);
    let mut seen = HashSet::new();
    let values = members.into_iter().flatten().filter_map(|member| member.get("value")?.as_str()?.parse().ok());
    values.filter(|id| seen.insert(*id)).collect()
}

/// Members as a canonical group has them, as they are wished.
pub(super) async fn wished(db: &mut AnyConnection, group: Uuid) -> Result<Vec<Value>, StoreError> {
    let all = memberships::of_group(db, group).await?;
    Ok(all
        .into_iter()
        .filter(|membership| membership.desired)
        .map(|membership| json!({"value": membership.user, "type": "User"}))
        .collect())
}

/// Notes who is to be in the group; the users for whom that is something new.
pub(super) async fn wish(
    db: &mut AnyConnection,
    caller: &Caller,
    group: &Resource,
    members: &[Uuid],
) -> Result<Vec<Uuid>, Refusal> {
    let known = memberships::of_group(db, group.id).await?;
    let wished: HashSet<Uuid> = members.iter().copied().collect();
    let had: HashSet<Uuid> = known.iter().filter(|known| known.desired).map(|known| known.user).collect();
    let mut changed = Vec::new();
    for membership in known.iter().filter(|known| known.desired != wished.contains(&known.user)) {
        let desired = !membership.desired;
        memberships::put(db, &group.integration, &Membership { desired, ..membership.clone() }).await?;
        changed.push(membership.user);
    }
    let listed: HashSet<Uuid> = known.iter().map(|known| known.user).collect();
    for user in members.iter().filter(|user| !had.contains(user) && !listed.contains(user)) {
        let found = resources::by_id(db, &group.integration, ResourceKind::Users, *user).await?;
        if found.is_none_or(|user| user.deleting) {
            tracing::info!(integration = %group.integration, %user, "a member that is no user here is left out");
            continue;
        }
        let membership = Membership { group: group.id, user: *user, desired: true, observed: false };
        memberships::put(db, &group.integration, &membership).await?;
        changed.push(*user);
    }
    if !changed.is_empty() && !takes_members(caller) {
        let message = format!("{} offers no way to change who is in a group", caller.app.name());
        return Err(ScimError::new(501, message).into());
    }
    Ok(changed)
}

fn takes_members(caller: &Caller) -> bool {
    let groups = caller.app.groups.as_ref();
    let members = groups.and_then(|of| of.schema.attribute("members"));
    members.is_some_and(|members| members.mutability != crate::scim::Mutability::ReadOnly)
}

/// Plans what is to be done for these users.
pub(super) async fn move_on(db: &mut AnyConnection, caller: &Caller, users: &[Uuid]) -> Result<(), StoreError> {
    for id in users {
        if let Some(mut user) = resources::any(db, *id).await?.filter(|user| !user.deleted) {
            advance(db, &caller.app, &mut user).await?;
        }
    }
    Ok(())
}
