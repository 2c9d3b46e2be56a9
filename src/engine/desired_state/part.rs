//! One action of a job: what it closes of the difference, and how the recipe does it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Action, Attributes, ResourceKind, Verb};
use crate::recipe::{ActionKind, Recipe, WriteAction};

use super::super::job_scope::Change;

/// One action that brings the app nearer to the wish.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::engine) struct NextPart {
    /// The action.
    pub action: Action,
    /// The reference field that it writes, if it writes only one.
    pub field: Option<String>,
    /// The one value that it adds or removes, where each has a commit of its own.
    pub item: Option<String>,
    /// What differs, as far as this action closes it.
    pub changes: BTreeMap<String, Change>,
}

impl NextPart {
    /// An action that writes what it can.
    pub(in crate::engine) fn new(action: Action, changes: BTreeMap<String, Change>) -> Self {
        Self { action, field: None, item: None, changes }
    }

    /// What templates see of the group (role, asset) that a membership is about.
    pub(in crate::engine) fn others(&self, entry: &Entry) -> BTreeMap<ResourceKind, Attributes> {
        let (Action::On(kind, Verb::AddMember | Verb::RemoveMember), Some(item)) = (self.action, &self.item) else {
            return BTreeMap::new();
        };
        let Some(resource) = entry.recipe.resources.get(&kind) else { return BTreeMap::new() };
        let label =
            resource.catalog.as_ref().and_then(|catalog| catalog.get(item)).map(|known| known.label.read.clone());
        let mut other = Attributes::from([(resource.key.clone(), Value::String(item.clone()))]);
        if let Some(label) = label {
            // What a catalogue calls a label is what the app calls the name.
            for name in resource.fields.keys().filter(|name| ["label", "name"].contains(&name.as_str())) {
                other.entry(name.clone()).or_insert_with(|| Value::String(label.clone()));
            }
        }
        BTreeMap::from([(kind, other)])
    }

    /// How the recipe does it.
    pub(in crate::engine) fn write<'r>(&self, recipe: &'r Recipe) -> Option<&'r WriteAction> {
        match &recipe.actions.get(&self.action)?.kind {
            ActionKind::Write(write) => Some(write),
            ActionKind::References(fields) => fields.get(self.field.as_ref()?),
            ActionKind::Read { .. } | ActionKind::Catalog => None,
        }
    }
}

/// The write action that the recipe has under that name.
pub(in crate::engine) fn write_action(recipe: &Recipe, action: Action) -> Option<&WriteAction> {
    match &recipe.actions.get(&action)?.kind {
        ActionKind::Write(write) => Some(write),
        ActionKind::Read { .. } | ActionKind::Catalog | ActionKind::References(_) => None,
    }
}
