//! Goals: what holds after an action.

use indexmap::IndexMap;

use super::{Checker, given};
use crate::contract::{Action, FieldType, ResourceKind, Verb};
use crate::recipe::action::{End, Goal};
use crate::recipe::diagnostic::Diagnostic;
use crate::recipe::position::Span;
use crate::recipe::resource::Field;
use crate::recipe::source::{ActionSource, EndSource, GoalSource, Many, OneOrMany, Scalar};
use crate::recipe::yaml::{Recovered, Spanned};

/// Fields of a goal as they are written.
type SetSource = IndexMap<Spanned<String>, Recovered<OneOrMany<Scalar>>>;

impl Checker<'_> {
    /// The goal of a writing action: what is written, and otherwise what the action's name says.
    pub(super) fn goal(&self, kind: ResourceKind, verb: Verb, source: &ActionSource, span: Span) -> Goal {
        let written = given(&source.goal);
        if let Some(goal) = written
            && let Some(ends) = &goal.any_of
        {
            return self.ends(kind, verb, goal, ends);
        }
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
            let problem = Diagnostic::error("empty_goal", span, "this action has no goal that could be verified")
                .help("write `goal: {exists: true, match: [name]}` or `set`, or mark fields with `write`");
            let field = resource.fields.iter().find(|(name, _)| **name != resource.key);
            self.report(match field {
                Some((_, field)) => problem.note(field.span, "no field of it says that this action writes it"),
                None => problem,
            });
        }
        goal
    }

    /// A goal with several good ends; the first is the wished one.
    fn ends(&self, kind: ResourceKind, verb: Verb, goal: &GoalSource, ends: &Recovered<Many<EndSource>>) -> Goal {
        let fallback = Goal { exists: verb != Verb::Delete, ..Goal::default() };
        let beside = [
            ("exists", goal.exists.as_ref().map(|v| v.span)),
            ("match", goal.matches.as_ref().map(|v| v.span)),
            ("set", goal.set.as_ref().map(|v| v.span)),
        ];
        for (name, place) in beside {
            if let Some(place) = place {
                let message = format!("`{name}` has no place beside `any_of`");
                self.error("misplaced_key", place, message, "write it in the ends that it belongs to");
            }
        }
        if !matches!(verb, Verb::Disable | Verb::Enable | Verb::Delete) {
            let message = format!("after `{}` holds what the job says; it has one end", verb.name());
            let help = "remove `any_of`; a field may have values that will do: `set: {status: [active, invited]}`";
            self.error("misplaced_key", ends.span, message, help);
            return fallback;
        }
        let Some(list) = ends.get() else { return fallback };
        if list.is_empty() {
            self.error("empty_list", ends.span, "no end stands here", "write at least two, the wished one first");
        } else if list.len() == 1 {
            let help = "add another end, or write its `exists` and `set` directly below `goal`";
            self.error("only_one_end", ends.span, "`any_of` has only one end", help);
        }
        let mut known: Vec<(End, Span)> = Vec::new();
        for (index, item) in list.iter().enumerate() {
            let Some(source) = item.get() else { continue };
            let Some(end) = self.end(kind, verb, index == 0, source, item.span) else { continue };
            match known.iter().find(|(earlier, _)| same_end(earlier, &end)) {
                Some((_, place)) => self.report(
                    Diagnostic::error("duplicate_end", item.span, "this end stands here already")
                        .help("keep one of the two")
                        .note(*place, "the first"),
                ),
                None => known.push((end, item.span)),
            }
        }
        let mut ends = known.into_iter().map(|(end, _)| end);
        let Some(first) = ends.next() else { return fallback };
        Goal { exists: first.exists, set: first.set, others: ends.collect(), ..Goal::default() }
    }

    fn end(&self, kind: ResourceKind, verb: Verb, first: bool, source: &EndSource, span: Span) -> Option<End> {
        let exists = given(&source.exists).copied().unwrap_or(true);
        // The end that is wished for is the one that the action is named after.
        let contradicts = if first { exists == (verb == Verb::Delete) } else { !exists && verb == Verb::Enable };
        if contradicts {
            let place = source.exists.as_ref().map_or(span, |exists| exists.span);
            let message = format!("after `{}` the subject cannot have `exists: {exists}`", verb.name());
            let help = if first && verb == Verb::Delete {
                "write `{exists: false}` first: it is the wished end"
            } else if first {
                "write the wished end first, such as `{exists: true, set: {status: disabled}}`"
            } else {
                "remove this end"
            };
            self.error("contradicting_goal", place, message, help);
            return None;
        }
        let set = source.set.as_ref();
        if let Some(set) = set.filter(|_| !exists) {
            let help = "write `{exists: false}` alone, or `exists: true`";
            self.error("contradicting_goal", set.span, "what does not exist has no fields", help);
            return None;
        }
        if exists && set.is_none_or(|set| set.get().is_some_and(IndexMap::is_empty)) {
            let help = "say what the subject has then: `set: {status: disabled}`";
            self.error("empty_goal", span, "everybody who exists is at this end already", help);
            return None;
        }
        let mut values = IndexMap::new();
        if let Some(set) = set {
            // What is broken in it was reported; the end is not compared with others.
            values = self.set_of(kind, set.get()?);
            if values.is_empty() {
                return None;
            }
        }
        Some(End { exists, set: values })
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
        source.get().map(|source| self.set_of(kind, source)).unwrap_or_default()
    }

    fn set_of(&self, kind: ResourceKind, source: &SetSource) -> IndexMap<String, Vec<serde_json::Value>> {
        let mut set = IndexMap::new();
        let Some(resource) = self.resources.get(&kind) else { return set };
        for (name, values) in source {
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
        let used = self.uses.fields.borrow();
        for name in goal.matches.iter().filter(|name| !used.contains(*name)) {
            let place = source.goal.as_ref().map_or(span, |goal| goal.span);
            let kind = action.resource();
            if self.resources.get(&kind).is_some_and(|resource| resource.key == *name)
                && matches!(action, Action::On(_, Verb::Update))
            {
                let subject = kind.singular();
                let message = format!(
                    "no step of `{action}` writes the new `{name}`: `{subject}.{name}` is the one that it has now"
                );
                let help = format!(
                    "fill it in with `{{{{ change.{name}.to }}}}`, or take `update` out of the `write` of `{name}` if it never changes"
                );
                self.error("unwritten_key", place, message, help);
                continue;
            }
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
        let unread = |name: &&String| {
            resource
                .fields
                .get(*name)
                .is_some_and(|field| field.write_only || (!readable.contains(*name) && field.from.is_none()))
        };
        for name in goal.others.iter().flat_map(|end| end.set.keys()).filter(unread) {
            let help = format!("add `{name}` to the view or its `detail`, or remove the end that names it");
            self.error(
                "unreadable_end",
                span,
                format!("the view `{view}` does not read `{name}`, so that an end of `{action}` can never be seen"),
                help,
            );
        }
    }
}

/// Whether two ends accept the same.
fn same_end(left: &End, right: &End) -> bool {
    let covers = |all: &[serde_json::Value], some: &[serde_json::Value]| some.iter().all(|value| all.contains(value));
    left.exists == right.exists
        && left.set.len() == right.set.len()
        && left.set.iter().all(|(name, values)| {
            right.set.get(name).is_some_and(|others| covers(values, others) && covers(others, values))
        })
}
