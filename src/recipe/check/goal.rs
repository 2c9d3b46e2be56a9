//! Goals: what holds after an action.

use indexmap::IndexMap;

use super::{Checker, given};
use crate::contract::{Action, FieldType, ResourceKind, Verb};
use crate::recipe::action::Goal;
use crate::recipe::position::Span;
use crate::recipe::resource::Field;
use crate::recipe::source::{ActionSource, GoalSource, OneOrMany, Scalar};

impl Checker<'_> {
    /// The goal of a writing action: what is written, and otherwise what the action's name says.
    pub(super) fn goal(&self, kind: ResourceKind, verb: Verb, source: &ActionSource, span: Span) -> Goal {
        let written = given(&source.goal);
        let exists = written.and_then(|goal| given(&goal.exists)).copied();
        if let Some(wrong) = exists.filter(|exists| *exists == (verb == Verb::Delete)) {
            let place = written.and_then(|goal| goal.exists.as_ref()).map_or(span, |exists| exists.span);
            self.error(
                "contradicting_goal",
                place,
                format!("after `{}` the subject cannot have `exists: {wrong}`", verb.name()),
                format!("write `exists: {}` or leave it out", !wrong),
            );
        }
        let mut goal = Goal { exists: exists.unwrap_or(verb != Verb::Delete), ..Goal::default() };
        let Some(resource) = self.resources.get(&kind) else { return goal };
        if let Some(list) = written.and_then(|goal| goal.matches.as_ref()) {
            for field in list.get().into_iter().flatten() {
                let Some(name) = field.get() else { continue };
                if resource.fields.contains_key(name) {
                    goal.matches.push(name.clone());
                } else if !self.field_is_broken(kind, name) {
                    self.unknown("field", name, field.span, resource.fields.keys().map(String::as_str));
                }
            }
        } else {
            let writes = |field: &Field| match verb {
                Verb::Create => field.write_create,
                Verb::Update => field.write_update,
                _ => false,
            };
            let written = resource.fields.iter().filter(|(name, field)| **name != resource.key && writes(field));
            goal.matches = written.map(|(name, _)| name.clone()).collect();
        }
        goal.set = self.goal_set(kind, verb, written, span);
        if goal.exists && goal.matches.is_empty() && goal.set.is_empty() && verb != Verb::Create {
            self.error(
                "empty_goal",
                span,
                "this action has no goal that could be verified",
                "write `goal: {exists: true, match: [name]}` or `set`, or mark fields with `write`",
            );
        }
        goal
    }

    fn goal_set(
        &self,
        kind: ResourceKind,
        verb: Verb,
        written: Option<&GoalSource>,
        span: Span,
    ) -> IndexMap<String, Vec<serde_json::Value>> {
        let mut set = IndexMap::new();
        let Some(resource) = self.resources.get(&kind) else { return set };
        let Some(source) = written.and_then(|goal| goal.set.as_ref()) else {
            let wished = match verb {
                Verb::Disable => "disabled",
                Verb::Enable => "active",
                _ => return set,
            };
            if written.is_some_and(|goal| goal.matches.is_some()) {
                return set;
            }
            match resource.fields.get("status") {
                Some(status) => {
                    let value = serde_json::Value::from(wished);
                    self.fits(&value, status.field_type, &status.labels, span);
                    set.insert("status".to_owned(), vec![value]);
                }
                None if self.field_is_broken(kind, "status") => {}
                None => self.error(
                    "empty_goal",
                    span,
                    format!("{kind} have no `status` that could tell whether this worked"),
                    "add the field `status`, or write what holds afterwards: `goal: {set: {role: none}}`",
                ),
            }
            return set;
        };
        for (name, values) in source.get().into_iter().flatten() {
            let Some(field) = resource.fields.get(&name.value) else {
                if !self.field_is_broken(kind, &name.value) {
                    self.unknown("field", &name.value, name.span, resource.fields.keys().map(String::as_str));
                }
                continue;
            };
            let Some(OneOrMany(values_given)) = values.get() else { continue };
            if values_given.is_empty() && !field.many {
                self.error("empty_list", values.span, "no value stands here", "write at least one");
            }
            for Scalar(value) in values_given {
                self.fits(value, field.field_type, &field.labels, values.span);
                if field.field_type == FieldType::Ref
                    && let (Some(of), Some(text)) = (field.of, value.as_str())
                    && let Some(catalog) = self.resources.get(&of).and_then(|resource| resource.catalog.as_ref())
                    && !catalog.contains_key(text)
                {
                    self.unknown("value", text, values.span, catalog.keys().map(String::as_str));
                }
            }
            set.insert(name.value.clone(), values_given.iter().map(|Scalar(value)| value.clone()).collect());
        }
        set
    }

    /// Reports fields of a goal that no step names: what a job says about them would never arrive.
    pub(super) fn goal_is_written(&self, action: Action, source: &ActionSource, goal: &Goal, span: Span) {
        if self.found.borrow().has_errors() {
            return; // a step that is broken names nothing
        }
        let used = self.fields_used.borrow();
        for name in goal.matches.iter().filter(|name| !used.contains(*name)) {
            let place = source.goal.as_ref().map_or(span, |goal| goal.span);
            let kind = action.resource();
            let message = format!("no step of `{action}` writes `{name}`, which its goal names");
            let help = format!(
                "fill it in with `{{{{ {}.{name} }}}}`, or take `{name}` out of the goal and out of `write`",
                kind.singular()
            );
            self.warning("unwritten_field", place, message, help);
        }
    }

    /// Reports fields of a goal that the verifying view cannot read.
    pub(super) fn goal_is_readable(&self, action: Action, kind: ResourceKind, goal: &Goal, view: &str, span: Span) {
        let Some(readable) = self.readable_fields(view, true) else { return };
        let Some(resource) = self.resources.get(&kind) else { return };
        for name in goal.matches.iter().chain(goal.set.keys()) {
            let Some(field) = resource.fields.get(name) else { continue };
            if !readable.contains(name) && !field.write_only && field.from.is_none() {
                self.warning(
                    "unverifiable_field",
                    span,
                    format!("the view `{view}` does not read `{name}`, so that `{action}` cannot verify it"),
                    format!("add `{name}` to the view or its `detail`, or write `write_only: true` at the field to accept that"),
                );
            }
        }
    }
}
