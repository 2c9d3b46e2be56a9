//! What is to hold when a job is done, and how what was read differs from it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::contract::{Action, Attributes, Item, ResourceKind, Verb, Warning};
use crate::recipe::{Recipe, Resource};

use super::super::identity;
use super::super::job_scope::Change;
use super::super::needed::Needed;
use super::super::value;
use super::part::write_action;

/// What is to hold when a job is done.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::engine) struct DesiredState {
    /// What it is about.
    pub resource: ResourceKind,
    /// The value of the key by which the subject is found.
    pub key: String,
    /// Whether the subject is to exist.
    pub exists: bool,
    /// Whether it may be created when it does not.
    pub may_create: bool,
    /// Fields that the subject is to have, each with the values that will do; the first is the wished one.
    pub fields: BTreeMap<String, Vec<Value>>,
    /// References to add and to remove, where the job does not name the whole set.
    pub grants: BTreeMap<String, (Vec<String>, Vec<String>)>,
    /// References of which only these values matter, by field: what else the user has need not be read.
    pub only: BTreeMap<String, Vec<String>>,
    /// Further fields by which another end is known that is as good as the wished one.
    pub watched: Vec<String>,
    /// The attributes that the job names, after the fields' own filters.
    pub given: Attributes,
    /// What the job asks for.
    pub asked: Action,
    /// What the reader of the result should know about how the job was understood.
    pub warnings: Vec<Warning>,
}

impl DesiredState {
    /// What differs between the wish and what was read, by field.
    pub(in crate::engine) fn differences(&self, observed: &Item, resource: &Resource) -> BTreeMap<String, Change> {
        let mut changes = BTreeMap::new();
        for (name, accepted) in &self.fields {
            let Some(field) = resource.fields.get(name) else { continue };
            if field.write_only {
                continue;
            }
            let now = observed.get(name).unwrap_or(&Value::Null);
            if accepted.iter().any(|value| value::same_in(Some(field), value, now)) {
                continue;
            }
            let to = accepted.first().cloned().unwrap_or(Value::Null);
            let (have, want) = (value::items(now), value::items(&to));
            changes.insert(
                name.clone(),
                Change {
                    add: want.iter().filter(|item| !value::holds(&have, item)).cloned().collect(),
                    remove: have.iter().filter(|item| !value::holds(&want, item)).cloned().collect(),
                    to,
                },
            );
        }
        for (name, (add, remove)) in &self.grants {
            let have = value::items(observed.get(name).unwrap_or(&Value::Null));
            let mut add: Vec<String> = add.iter().filter(|item| !value::holds(&have, item)).cloned().collect();
            // As the app writes them.
            let remove: Vec<String> = have.iter().filter(|item| value::holds(remove, item)).cloned().collect();
            let field = resource.fields.get(name);
            // Who has one and loses it has what everybody has who was given none.
            let default = field.and_then(|field| field.default.clone());
            let default = default.filter(|default| !value::holds(&remove, &value::text(default)));
            let many = field.is_some_and(|field| field.many);
            // What was looked at in part is not known to be the last.
            let last = many && !self.only.contains_key(name) && add.is_empty() && have.len() == remove.len();
            add.extend(default.iter().filter(|_| last && !remove.is_empty()).map(value::text));
            if !add.is_empty() || !remove.is_empty() {
                let mut to = have.into_iter().filter(|item| !remove.contains(item)).chain(add.iter().cloned());
                let to = if many {
                    to.map(Value::String).collect()
                } else {
                    to.next().map(Value::String).or(default).unwrap_or_default()
                };
                changes.insert(name.clone(), Change { add, remove, to });
            }
        }
        changes
    }

    /// Fields that the app has as they are wished, but not in the same letters: what it stores instead. `raw`: texts as
    /// the page has them.
    pub(in crate::engine) fn stored_differently(
        &self,
        observed: &Item,
        raw: &BTreeMap<String, String>,
        resource: &Resource,
    ) -> Vec<String> {
        let key = std::iter::once((&resource.key, vec![Value::String(self.key.clone())]))
            .filter(|(name, _)| !self.fields.contains_key(*name));
        let wished = self.fields.iter().map(|(name, accepted)| (name, accepted.clone())).chain(key);
        let differs = |(name, accepted): (&String, Vec<Value>)| {
            let field = resource.fields.get(name).filter(|field| !field.secret && !field.write_only)?;
            let now =
                raw.get(name).map_or_else(|| observed.get(name).cloned(), |raw| Some(Value::String(raw.clone())))?;
            let same = accepted.iter().any(|value| value::same_letters(value, &now));
            let wished = accepted.iter().find(|value| value::same_in(Some(field), value, &now)).filter(|_| !same)?;
            Some(format!(
                "the app stores `{name}` as `{}`, the job says `{}`",
                identity::spelled_out(&value::text(&now)),
                identity::spelled_out(&value::text(wished))
            ))
        };
        wished.filter_map(differs).collect()
    }

    /// How many references are wished for or against.
    pub(in crate::engine) fn items(&self) -> usize {
        let whole = self.fields.values().filter_map(|values| values.first()).map(|value| value::items(value).len());
        let grants = self.grants.values().map(|(add, remove)| add.len() + remove.len());
        whole.chain(grants).sum()
    }

    /// What must be read to know whether the wish holds.
    pub(in crate::engine) fn needed(&self) -> Needed {
        Needed::partly(self.fields.keys().chain(self.grants.keys()).chain(&self.watched).cloned().collect(), &self.only)
    }

    /// Fields of the other ends of the actions that the wish may come to.
    pub(in crate::engine) fn watched(&self, recipe: &Recipe) -> Vec<String> {
        let ends = [Verb::Disable, Verb::Enable, Verb::Delete].into_iter().filter_map(|verb| {
            let goal = &write_action(recipe, Action::On(self.resource, verb))?.goal;
            let comes_to =
                if goal.exists { goal.set.keys().any(|name| self.fields.contains_key(name)) } else { !self.exists };
            comes_to.then_some(&goal.others)
        });
        ends.flatten().flat_map(|end| end.set.keys().cloned()).collect()
    }
}
