//! References of which the wish needs to know only whether the user has them, not what else the user has.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Action, ResourceKind, Verb};
use crate::recipe::{ActionKind, Field, Recipe, WriteAction};

use super::super::job_scope::Change;
use super::part::write_action;
use super::reference;
use super::state::DesiredState;

impl DesiredState {
    /// For each field of references that may be read in part, the values to look for: those that the job names, and those
    /// that exclude one of them.
    pub(super) fn only(&self, entry: &Entry) -> BTreeMap<String, Vec<String>> {
        let recipe = &*entry.recipe;
        let Some(resource) = recipe.resources.get(&self.resource) else { return BTreeMap::new() };
        let mut only = BTreeMap::new();
        for (name, (add, remove)) in &self.grants {
            let (Some(field), false) = (resource.fields.get(name), self.fields.contains_key(name)) else { continue };
            let Some(of) = field.of.filter(|_| field.many && field.from.is_some()) else { continue };
            // What comes with a new account is compared with what was asked for.
            let whole = (self.may_create && field.write_create) || self.watched.contains(name);
            let change = Change { add: add.clone(), remove: remove.clone(), to: Value::Null };
            if whole || !written_in_part(name, field, &change, recipe) {
                continue;
            }
            let mut values: Vec<String> = add.iter().chain(remove).cloned().collect();
            for known in entry.references(of) {
                if add.iter().any(|added| entry.excludes(of, added, known)) && !values.iter().any(|one| one == known) {
                    values.push(known.to_owned());
                }
            }
            only.insert(name.clone(), values);
        }
        only
    }
}

/// Whether the recipe writes such a change, and none of its actions asks for more of the field than what differs.
fn written_in_part(name: &str, field: &Field, change: &Change, recipe: &Recipe) -> bool {
    let update = Action::On(ResourceKind::Users, Verb::Update);
    let written = reference::part(name, field, change, recipe).is_some()
        || (field.write_update && write_action(recipe, update).is_some());
    let wholly = |write: &WriteAction| {
        let goal = &write.goal;
        write.wholly.contains(name)
            || goal.set.contains_key(name)
            || goal.others.iter().any(|end| end.set.contains_key(name))
    };
    written
        && !recipe.actions.values().any(|spec| match &spec.kind {
            ActionKind::Write(write) => wholly(write),
            ActionKind::References(fields) => fields.values().any(wholly),
            ActionKind::Read { .. } | ActionKind::Catalog => false,
        })
}
