//! Resources as they are answered.

use serde_json::{Map, Value, json};
use sqlx::AnyConnection;
use uuid::Uuid;

use super::caller::Caller;
use crate::contract::ResourceKind;
use crate::gateway::store::StoreError;
use crate::gateway::store::memberships::{self, Other};
use crate::gateway::store::resources::{Resource, State};
use crate::scim::{Projection, ResourceType};

/// Resources as they were last seen, with their groups or members unless nobody asks for them.
pub(super) async fn shown(
    db: &mut AnyConnection,
    caller: &Caller,
    of: &ResourceType,
    kind: ResourceKind,
    all: &[Resource],
    projection: Option<&Projection>,
) -> Result<Vec<Map<String, Value>>, StoreError> {
    let ids: Vec<Uuid> = all.iter().map(|resource| resource.id).collect();
    let list = if kind == ResourceKind::Groups { "members" } else { "groups" };
    let wanted = projection.is_none_or(|projection| projection.wants(list));
    let mut others = match (wanted, kind) {
        (true, ResourceKind::Groups) => memberships::members_of(db, &ids).await?,
        (true, ResourceKind::Users) if caller.app.groups.is_some() => memberships::groups_of(db, &ids).await?,
        _ => std::collections::HashMap::new(),
    };
    Ok(all
        .iter()
        .map(|resource| {
            let others = others.remove(&resource.id).unwrap_or_default();
            whole(caller, of, resource, resource.state(), &others)
        })
        .collect())
}

/// A resource in that state, with everything.
pub(super) fn whole(
    caller: &Caller,
    of: &ResourceType,
    resource: &Resource,
    state: &State,
    others: &[Other],
) -> Map<String, Value> {
    let external = resource.external_id.as_deref();
    let mut body = match resource.kind {
        ResourceKind::Groups => caller.app.show_group(state, external),
        _ => caller.app.show_user(state, &resource.shown, external),
    };
    let listed = |endpoint: &str, kind: &str, other: &Other| {
        let display = match &other.state {
            Some(state) => caller.app.group_name(&state.fields),
            None => other.name.clone(),
        };
        json!({"value": other.id, "$ref": format!("{}{endpoint}/{}", caller.base, other.id), "display": display, "type": kind})
    };
    if !others.is_empty() {
        let (name, all): (&str, Vec<Value>) = match resource.kind {
            ResourceKind::Groups => ("members", others.iter().map(|other| listed("/Users", "User", other)).collect()),
            _ => ("groups", others.iter().map(|other| listed("/Groups", "direct", other)).collect()),
        };
        body.insert(name.to_owned(), all.into());
    }
    let mut schemas = vec![Value::from(of.schema.id.as_str())];
    schemas.extend(
        of.extensions.iter().filter(|extension| body.contains_key(&extension.id)).map(|e| e.id.as_str().into()),
    );
    body.insert("schemas".to_owned(), schemas.into());
    body.insert("id".to_owned(), resource.id.to_string().into());
    body.insert(
        "meta".to_owned(),
        json!({
            "resourceType": of.name,
            "created": resource.created,
            "lastModified": resource.changed,
            "location": format!("{}{}/{}", caller.base, of.endpoint, resource.id),
            "version": version(resource),
        }),
    );
    body
}

/// The `ETag` of a resource (RFC 7644, section 3.14).
pub(super) fn version(resource: &Resource) -> String {
    format!("W/\"{}\"", resource.version)
}
