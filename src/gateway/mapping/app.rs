//! An app as SCIM shows it: its kinds of resources, and the way from SCIM to the recipe's fields and back.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::group_schema;
use super::place::Place;
use super::standing::Standing;
use super::user_schema;
use super::values::folded;
use crate::catalog::Entry;
use crate::contract::{Action, ResourceKind, Verb};
use crate::gateway::store::resources::State;
use crate::recipe::Resource;
use crate::scim::{Attribute, ResourceType, Schema};

/// An integration's app.
#[derive(Debug, Clone)]
pub struct App {
    /// The integration and its recipe.
    pub entry: Arc<Entry>,
    /// Its users.
    pub users: ResourceType,
    /// Its groups, if the recipe knows any.
    pub groups: Option<ResourceType>,
    /// How access is told, taken and given.
    pub standing: Standing,
    /// The fields of users and where they stand in SCIM.
    pub(super) places: Vec<(String, Place)>,
}

/// What a request asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// The recipe's fields, and whether the user is to have access.
    pub state: State,
    /// The key in the app.
    pub key: String,
    /// The key, folded where the app tells no case.
    pub wish_key: String,
    /// `userName` or `displayName`, in small letters.
    pub name: String,
    /// The identity provider's own id.
    pub external_id: Option<String>,
    /// Whether `active` was named; if not, access stays as it is.
    pub names_active: bool,
    /// What is the identity provider's own.
    pub shown: Map<String, Value>,
}

impl App {
    /// What the recipe and the integration say.
    pub fn new(entry: Arc<Entry>) -> Self {
        let fields = entry.recipe.resources.get(&ResourceKind::Users).map(|users| &users.fields);
        let mut taken = Vec::new();
        let mut places: Vec<(String, Place)> = Vec::new();
        for (name, field) in fields.into_iter().flatten().filter(|(_, field)| !field.secret) {
            let mut place = Place::of(name, field);
            // A place has room for one field; a second one stands under its own name.
            if place != Place::Own && taken.contains(&place) {
                place = Place::Own;
            }
            taken.push(place.clone());
            places.push((name.clone(), place));
        }
        let standing = Standing::of(&entry);
        // What tells who has access is `active`, whatever its name; nothing else is.
        for (name, place) in &mut places {
            if standing.field() == Some(name.as_str()) {
                *place = Place::Standing;
            } else if *place == Place::Standing {
                *place = Place::Own;
            }
        }
        Self {
            users: user_schema::users(&entry, &places),
            groups: group_schema::groups(&entry),
            standing,
            places,
            entry,
        }
    }

    /// What the recipe says of a kind of resource.
    pub fn resource(&self, kind: ResourceKind) -> Option<&Resource> {
        self.entry.recipe.resources.get(&kind)
    }

    /// Whether the recipe describes an action.
    pub fn can(&self, kind: ResourceKind, verb: Verb) -> bool {
        self.entry.recipe.actions.contains_key(&Action::On(kind, verb))
    }

    /// The type of a kind, if SCIM shows it.
    pub fn of(&self, kind: ResourceKind) -> Option<&ResourceType> {
        match kind {
            ResourceKind::Users => Some(&self.users),
            ResourceKind::Groups => self.groups.as_ref(),
            ResourceKind::Roles | ResourceKind::Assets => None,
        }
    }

    /// A key as it is found again.
    pub fn fold(&self, kind: ResourceKind, key: &str) -> String {
        let resource = self.resource(kind);
        let field = resource.and_then(|resource| resource.fields.get(&resource.key));
        folded(key, field.is_none_or(|field| field.case_sensitive))
    }

    /// The field of users that holds references to that kind.
    pub fn references(&self, kind: ResourceKind) -> Option<&str> {
        let users = self.resource(ResourceKind::Users)?;
        users.fields.iter().find(|(_, field)| field.of == Some(kind)).map(|(name, _)| name.as_str())
    }

    /// The name of the app.
    pub fn name(&self) -> &str {
        &self.entry.recipe.app.name
    }

    /// The roles (or assets) that a user can be given, from the recipe's catalogue: value and label.
    pub fn known(&self, kind: ResourceKind) -> Vec<(String, String)> {
        let catalog = self.resource(kind).and_then(|resource| resource.catalog.as_ref());
        let own = self.entry.integration.user_schema.roles.iter().filter(|_| kind == ResourceKind::Roles);
        let mut known: Vec<(String, String)> =
            catalog.into_iter().flatten().map(|(value, entry)| (value.clone(), entry.label.read.clone())).collect();
        known.extend(own.map(|(value, role)| (value.clone(), role.label.clone())));
        known
    }
}

/// Okta's type of roles and entitlements.
pub fn okta_type(kind: ResourceKind) -> ResourceType {
    let (name, endpoint, urn) = match kind {
        ResourceKind::Assets => ("Entitlement", "/Assets", "urn:okta:scim:schemas:core:1.0:Entitlement"),
        _ => ("Role", "/Roles", "urn:okta:scim:schemas:core:1.0:Role"),
    };
    let schema = Schema {
        id: urn.to_owned(),
        name: name.to_owned(),
        description: format!("{name} that users of the app may have"),
        attributes: vec![
            Attribute::text("displayName").required().read_only().described("The name that people read"),
            Attribute::text("type").read_only().described("What it is"),
        ],
    };
    ResourceType {
        name: name.to_owned(),
        endpoint: endpoint.to_owned(),
        description: schema.description.clone(),
        schema,
        extensions: Vec::new(),
    }
}

/// A role or an entitlement, as Okta imports it.
pub fn okta_resource(kind: ResourceKind, id: &str, name: &str, base: &str) -> Value {
    let of = okta_type(kind);
    json!({
        "schemas": [of.schema.id], "id": id, "displayName": name, "type": of.name,
        "meta": {"resourceType": of.name, "location": format!("{base}{}/{}", of.endpoint, super::encoded(id))},
    })
}
