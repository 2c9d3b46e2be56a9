//! The values that the steps of an action see.

use serde_json::Value;

use crate::contract::{Action, Item, Verb};

use super::super::attempt::Attempt;
use super::super::desired_state::{DesiredState, NextPart};
use super::super::generated::generate;
use super::super::value;

impl Attempt<'_> {
    /// Sets what the steps of the action see.
    pub(super) fn fill_scope(&mut self, next: &NextPart, wish: &DesiredState, observed: Option<&Item>) {
        let creates = matches!(next.action, Action::On(_, Verb::Create));
        let resource = self.recipe.resources.get(&wish.resource);
        let mut given = wish.given.clone();
        for (name, field) in resource.into_iter().flat_map(|resource| &resource.fields) {
            if creates && let Some(default) = &field.default {
                given.entry(name.clone()).or_insert_with(|| default.clone());
            }
            // Grants stand beside the attributes in a job; to the steps they are the field's value all the same.
            if field.of.is_some()
                && let Some(wished) = Self::wished_references(name, creates, wish, next)
            {
                given.insert(name.clone(), wished);
            }
        }
        let mut subject = observed.cloned().unwrap_or_default();
        subject.extend(given.clone());
        if let Some(resource) = resource {
            // Rows are found by the key that the app has now.
            let (field, new) = (resource.fields.get(&resource.key), Value::String(self.key_after(wish)));
            let mut key = Value::String(wish.key.clone());
            let has = |key: &Value| {
                let shown = observed.map_or(&new, |observed| observed.get(&resource.key).unwrap_or(&Value::Null));
                value::same_in(field, key, shown)
            };
            if has(&new) && !has(&key) {
                key = new.clone();
            }
            subject.insert(resource.key.clone(), key);
        }
        self.scope.subject = subject;
        self.scope.given = given;
        self.scope.resource = wish.resource;
        self.scope.change.clone_from(&next.changes);
        self.scope.others = next.others(self.order.entry);
        self.scope.typed.clear();
        self.delivering.clear();
        for (name, spec) in &self.recipe.generated {
            let value = generate(spec);
            self.recorder.hide(&value);
            self.scope.generated.insert(name.clone(), value);
        }
    }

    /// The value of a reference field as the steps are to write it, where the job names it among its grants.
    fn wished_references(name: &str, creates: bool, wish: &DesiredState, next: &NextPart) -> Option<Value> {
        if let Some(change) = next.changes.get(name) {
            return Some(change.to.clone());
        }
        if !creates {
            return None;
        }
        let whole = wish.fields.get(name).and_then(|values| values.first()).cloned();
        let added = || wish.grants.get(name).map(|(add, _)| add.iter().cloned().map(Value::String).collect());
        whole.or_else(added).filter(|value| !value::is_empty(value))
    }
}
