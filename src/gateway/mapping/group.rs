//! A group: from SCIM to the recipe's fields, and back.

use serde_json::{Map, Value};

use super::app::{App, Wish};
use super::group_schema::name_field;
use super::values::plain;
use crate::contract::{Attributes, ResourceKind};
use crate::gateway::store::resources::State;
use crate::scim::ScimError;

impl App {
    /// What a canonical resource asks for; its members are looked at apart.
    ///
    /// # Errors
    /// It has no name.
    pub fn read_group(&self, resource: &Map<String, Value>) -> Result<Wish, ScimError> {
        let Some(groups) = self.resource(ResourceKind::Groups) else {
            return Err(ScimError::new(501, format!("{} has no groups", self.name())));
        };
        let name = resource.get("displayName").map(plain).unwrap_or_default().trim().to_owned();
        if name.is_empty() {
            return Err(ScimError::invalid_value("`displayName` is missing: a group needs a name"));
        }
        let fields = Attributes::from([(name_field(groups).to_owned(), Value::String(name.clone()))]);
        Ok(Wish {
            state: State { fields, active: true },
            wish_key: self.group_key(&name),
            name: name.to_lowercase(),
            key: name,
            external_id: resource.get("externalId").and_then(Value::as_str).map(str::to_owned),
            names_active: true,
            shown: Map::new(),
        })
    }

    /// By what a group is found again: its name, which is the key in many apps, and has to be of one group in all others.
    pub fn group_key(&self, name: &str) -> String {
        self.fold(ResourceKind::Groups, name)
    }

    /// The name of a group with these fields.
    pub fn group_name(&self, fields: &Attributes) -> String {
        let groups = self.resource(ResourceKind::Groups);
        groups.and_then(|groups| fields.get(name_field(groups))).map(plain).unwrap_or_default()
    }

    /// A group as SCIM shows it, without `id`, `meta`, `members` and `schemas`.
    pub fn show_group(&self, state: &State, external_id: Option<&str>) -> Map<String, Value> {
        let mut group = Map::new();
        if let Some(id) = external_id {
            group.insert("externalId".to_owned(), id.into());
        }
        group.insert("displayName".to_owned(), self.group_name(&state.fields).into());
        group
    }
}
