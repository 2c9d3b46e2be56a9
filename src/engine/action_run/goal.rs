//! What an action's commit is to bring about, and how far what was read is from it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::contract::{Action, ResourceKind, Verb};
use crate::recipe::{Resource, View, WriteAction};

use super::super::attempt::Attempt;
use super::super::desired_state::{DesiredState, NextPart};
use super::super::failure::Attempted;
use super::super::identity;
use super::super::job_scope::Change;
use super::super::needed::Needed;
use super::super::row::Row;
use super::super::value;

/// What an action's commit is to bring about.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::engine) struct RunGoal {
    /// Whether the subject exists.
    pub(in crate::engine) exists: bool,
    /// The key that the subject had before, where the action gives it another one: nobody has it afterwards.
    pub(in crate::engine) left: Option<String>,
    /// Readable fields, each with the values that will do.
    pub(in crate::engine) fields: BTreeMap<String, Vec<Value>>,
    /// References that it has or does not have, whatever else it has.
    pub(super) references: Vec<Reference>,
    /// Other ends that are as good.
    pub(in crate::engine) others: Vec<RunGoal>,
    /// References of which only these values are looked at, by field.
    pub(super) only: BTreeMap<String, Vec<String>>,
}

/// A value that a field that refers to others holds or does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    /// The field.
    pub(super) field: String,
    /// The value.
    pub(super) item: String,
    /// Whether it is to be there.
    pub(super) present: bool,
}

impl RunGoal {
    /// The fields that it is about, each once.
    pub(in crate::engine) fn names(&self) -> impl Iterator<Item = &String> {
        let fields = self.fields.keys().chain(self.references.iter().map(|reference| &reference.field));
        fields.collect::<BTreeSet<_>>().into_iter()
    }

    /// What must be read to know whether it holds, or whether another end does.
    pub(in crate::engine) fn needed(&self) -> Needed {
        let others = self.others.iter().flat_map(RunGoal::names);
        let names = self.names().chain(others).collect::<BTreeSet<_>>().into_iter().cloned().collect();
        let mut only = self.only.clone();
        only.retain(|name, _| !std::iter::once(self).chain(&self.others).any(|end| end.fields.contains_key(name)));
        Needed::partly(names, &only)
    }

    /// What differs from the wished end in what was read; `None`: it holds.
    pub(in crate::engine) fn differs(&self, row: Option<&Row>, resource: Option<&Resource>) -> Option<String> {
        let Some(row) = row else { return self.exists.then(|| "it is not in the list".to_owned()) };
        if !self.exists {
            return Some("it is still in the list".to_owned());
        }
        let mut differing: Vec<String> = self
            .fields
            .iter()
            .filter_map(|(name, accepted)| {
                let now = row.item.get(name).unwrap_or(&Value::Null);
                let wished = accepted.first().map(value::text).unwrap_or_default();
                let field = resource.and_then(|resource| resource.fields.get(name));
                (!accepted.iter().any(|value| value::same_in(field, value, now)))
                    .then(|| format!("`{name}` reads `{}` instead of `{wished}`", value::text(now)))
            })
            .collect();
        for Reference { field, item, present } in &self.references {
            let now = row.item.get(field).unwrap_or(&Value::Null);
            if value::holds(&value::items(now), item) != *present {
                let lacks = if *present { "lacks" } else { "still holds" };
                // What was looked at in part is not told as the whole.
                let reads = match row.looked_at.get(field) {
                    None => format!(" (it reads `{}`)", value::text(now)),
                    Some(_) => String::new(),
                };
                differing.push(format!("`{field}` {lacks} `{item}`{reads}"));
            }
        }
        (!differing.is_empty()).then(|| differing.join(", "))
    }
}

impl RunGoal {
    /// What the app made of the values, if it has all of them, and some by a rule of its own: `my_group` for `My Group`.
    pub(in crate::engine) fn stored(&self, row: &Row, resource: Option<&Resource>) -> Option<String> {
        let references = self.references.iter();
        let holds = |reference: &Reference| {
            value::holds(&value::items(row.item.get(&reference.field).unwrap_or(&Value::Null)), &reference.item)
                == reference.present
        };
        let mut stored = Vec::new();
        for (name, accepted) in self.fields.iter().filter(|_| self.exists) {
            let now = row.item.get(name).unwrap_or(&Value::Null);
            let field = resource.and_then(|resource| resource.fields.get(name));
            if accepted.iter().any(|value| value::same_in(field, value, now)) {
                continue;
            }
            let now = value::text(now);
            if !accepted.iter().any(|value| identity::nearly(&value::text(value), &now)) {
                return None;
            }
            stored.push(format!("`{name}` is stored as `{now}`"));
        }
        (!stored.is_empty() && references.into_iter().all(holds)).then(|| stored.join(", "))
    }
}

impl<'a> Attempt<'a> {
    pub(super) fn verify_view(&self, write: &WriteAction, kind: ResourceKind) -> Attempted<&'a View> {
        let recipe = self.recipe;
        match recipe.views.get(&write.verify_view) {
            // A membership is read with the user, not with the group that its action is named after.
            Some(view) if view.resource == kind => Ok(view),
            _ => self.view_of(kind),
        }
    }

    /// The key under which the subject is found afterwards: a new one if the job changes it.
    pub(super) fn key_after(&self, wish: &DesiredState) -> String {
        let key = self.recipe.resources.get(&wish.resource).map(|resource| resource.key.as_str()).unwrap_or_default();
        let wished = wish.fields.get(key).and_then(|accepted| accepted.first());
        wished.map_or_else(|| wish.key.clone(), value::text)
    }

    /// What giving or taking references is to bring about.
    pub(super) fn reference_goal(&self, next: &NextPart, view: &'a View) -> (RunGoal, Vec<String>) {
        let mut goal = RunGoal { exists: true, ..RunGoal::default() };
        let mut unverified = Vec::new();
        for (name, change) in &next.changes {
            if !self.reads(view, name) {
                unverified.push(name.clone());
                continue;
            }
            goal.references.extend(references(name, &change.add, true));
            goal.references.extend(references(name, &change.remove, false));
        }
        (goal, unverified)
    }

    /// What an action's commit is to bring about, and which written fields nothing can read.
    pub(super) fn goal(
        &self,
        action: Action,
        write: &WriteAction,
        wish: &DesiredState,
        changes: &BTreeMap<String, Change>,
        view: &'a View,
    ) -> (RunGoal, Vec<String>) {
        let resource = self.recipe.resources.get(&wish.resource);
        let field = |name: &str| resource.and_then(|resource| resource.fields.get(name));
        let mut fields: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        match action {
            Action::On(_, Verb::Create) => {
                for (name, accepted) in &wish.fields {
                    if field(name).is_some_and(|field| field.write_create) || write.goal.matches.contains(name) {
                        fields.insert(name.clone(), accepted.clone());
                    }
                }
                fields.extend(write.goal.set.iter().map(|(name, values)| (name.clone(), values.clone())));
            }
            Action::On(_, Verb::Update) => {
                for (name, accepted) in &wish.fields {
                    if field(name).is_some_and(|field| field.write_update)
                        && (changes.is_empty() || changes.contains_key(name))
                    {
                        fields.insert(name.clone(), accepted.clone());
                    }
                }
                for (name, change) in changes {
                    fields.entry(name.clone()).or_insert_with(|| vec![change.to.clone()]);
                }
            }
            _ => fields.extend(write.goal.set.iter().map(|(name, values)| (name.clone(), values.clone()))),
        }
        let readable = |name: &String| self.reads(view, name) && !field(name).is_some_and(|field| field.write_only);
        let mut goal = RunGoal { exists: write.goal.exists, ..RunGoal::default() };
        let mut unverified: Vec<String> = fields.keys().filter(|name| !readable(name)).cloned().collect();
        for (name, (add, remove)) in &wish.grants {
            let written = field(name).is_some_and(|field| match action {
                Action::On(_, Verb::Create) => field.write_create && !add.is_empty(),
                Action::On(_, Verb::Update) => field.write_update && (changes.is_empty() || changes.contains_key(name)),
                _ => false,
            });
            if !written {
                continue;
            }
            // What others give to the user meanwhile is none of this job's business.
            fields.remove(name);
            if readable(name) {
                goal.references.extend(references(name, add, true));
                goal.references.extend(references(name, remove, false));
            } else if !unverified.contains(name) {
                unverified.push(name.clone());
            }
        }
        fields.retain(|name, _| readable(name));
        goal.left = resource
            .filter(|resource| matches!(action, Action::On(_, Verb::Update)) && fields.contains_key(&resource.key))
            .map(|resource| (field(&resource.key), Value::String(self.key_after(wish))))
            .filter(|(key, new)| !value::same_in(*key, new, &Value::String(wish.key.clone())))
            .map(|_| wish.key.clone());
        goal.fields = fields;
        // An end of which something cannot be read proves nothing.
        let ends = write.goal.others.iter().filter(|end| end.set.keys().all(readable));
        goal.others = ends
            .map(|end| RunGoal {
                exists: end.exists,
                fields: end.set.iter().map(|(name, values)| (name.clone(), values.clone())).collect(),
                ..RunGoal::default()
            })
            .collect();
        (goal, unverified)
    }
}

/// Whether an action gives or takes references instead of writing fields.
pub(super) fn is_about_references(action: Action) -> bool {
    matches!(action, Action::On(_, Verb::Grant | Verb::Revoke | Verb::AddMember | Verb::RemoveMember))
}

/// References of a field that the goal has, or has not.
pub(super) fn references<'i>(
    field: &'i str,
    items: &'i [String],
    present: bool,
) -> impl Iterator<Item = Reference> + use<'i> {
    items.iter().map(move |item| Reference { field: field.to_owned(), item: item.clone(), present })
}
