//! What the gateway can do, and what its resources look like (RFC 7644, section 4).

use serde_json::{Value, json};

use super::answer::{Answer, Answered};
use super::caller::Caller;
use super::query::MOST;
use crate::contract::ResourceKind;
use crate::gateway::mapping::okta_type;
use crate::gateway::store::integrations::Profile;
use crate::scim::{ResourceType, Schema, ScimError, list_response};

/// `/ServiceProviderConfig` (RFC 7643, section 5).
pub(super) fn configuration(caller: &Caller) -> Answer {
    Answer::ok(json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": {"supported": true},
        "bulk": {"supported": false, "maxOperations": 0, "maxPayloadSize": 0},
        "filter": {"supported": true, "maxResults": MOST},
        "changePassword": {"supported": false},
        "sort": {"supported": true},
        "etag": {"supported": true},
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": "Bearer token",
            "description": "A token of this integration, as the administrator got it",
            "specUri": "https://www.rfc-editor.org/info/rfc6750",
            "primary": true,
        }],
        "meta": {
            "resourceType": "ServiceProviderConfig",
            "location": format!("{}/ServiceProviderConfig", caller.base),
        },
    }))
}

/// All types of resources.
fn types(caller: &Caller) -> Vec<ResourceType> {
    let mut all = vec![caller.app.users.clone()];
    all.extend(caller.app.groups.clone());
    if caller.profile() == Profile::Okta {
        let has = |kind| caller.app.references(kind).is_some();
        let kinds = [ResourceKind::Roles, ResourceKind::Assets].into_iter().filter(|kind| has(*kind));
        all.extend(kinds.map(okta_type));
    }
    all
}

/// `/ResourceTypes`, or one of them.
pub(super) fn resource_types(caller: &Caller, id: Option<&str>) -> Answered {
    let all = types(caller).into_iter().map(|of| (of.name.clone(), of.to_json(&caller.base)));
    pick(all.collect(), id, "resource type")
}

/// `/Schemas`, or one of them.
pub(super) fn schemas(caller: &Caller, id: Option<&str>) -> Answered {
    let all: Vec<Schema> = types(caller).into_iter().flat_map(|of| [vec![of.schema], of.extensions].concat()).collect();
    let shown =
        all.iter().map(|schema| (schema.id.clone(), schema.to_json(&format!("{}/Schemas/{}", caller.base, schema.id))));
    pick(shown.collect(), id, "schema")
}

fn pick(all: Vec<(String, Value)>, id: Option<&str>, what: &str) -> Answered {
    let Some(id) = id else {
        let total = all.len() as u64;
        return Ok(Answer::ok(list_response(all.into_iter().map(|(_, one)| one).collect(), total, 1)));
    };
    let found = all.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(id));
    let none = || ScimError::not_found(format!("there is no {what} {id}"));
    Ok(Answer::ok(found.ok_or_else(none)?.1))
}
