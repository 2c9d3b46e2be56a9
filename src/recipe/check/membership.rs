//! Who belongs to which group: views that are opened once per group, fields that are read from them, and the actions
//! that write them.

use indexmap::IndexMap;

use super::commit::{Proof, any_commit};
use super::scope::Scope;
use super::{Checker, given};
use crate::contract::{Action, FieldType, ResourceKind, Verb};
use crate::recipe::action::{ActionKind, Goal};
use crate::recipe::position::Span;
use crate::recipe::resource::FieldSource as ReadFrom;
use crate::recipe::source::{ActionSource, FieldSource, Named, ViewSource};
use crate::recipe::step::{Step, StepVerb};
use crate::recipe::template::{ChangePart, ValuePath};
use crate::recipe::yaml::{Recovered, Spanned};

impl Checker<'_> {
    fn view_source(&self, name: &str) -> Option<&ViewSource> {
        given(&self.source.views)?.get(name)?.get()
    }

    /// Of which resource a view is opened once for each.
    pub(super) fn opened_per(&self, view: &str) -> Option<ResourceKind> {
        given(&self.view_source(view)?.of).copied()
    }

    /// Checks `of` of a view.
    pub(super) fn view_of(&self, name: &str, source: &ViewSource, kind: ResourceKind) {
        let Some(of) = &source.of else { return };
        let Some(each) = of.get().copied() else { return };
        if each == kind {
            let message = format!("this view lists {kind}; it cannot be opened once for each of them");
            let help = "`of` names what the rows belong to: `of: groups` in a view of users";
            self.error("bad_of", of.span, message, help);
            return;
        }
        if name == kind.plural() {
            let message = format!("the view `{name}` finds and verifies; it lists all {kind}");
            self.error("bad_of", of.span, message, format!("name this view `{}_members`", each.singular()));
        }
        let Some(resource) = self.resources.get(&each) else {
            if !self.resource_is_broken(each.plural()) {
                let message = format!("{each} are not a resource here");
                self.error("unknown_resource", of.span, message, format!("add `{each}: {{key: id}}` to `resources`"));
            }
            return;
        };
        let listed = given(&self.source.views).is_some_and(|views| views.contains_key(each.plural()));
        if resource.catalog.is_none() && !listed {
            let message = format!("nothing says which {each} there are");
            let help = format!("add a view `{each}`, or a `catalog` to `resources.{each}`");
            self.error("bad_of", of.span, message, help);
        }
    }

    /// Reports a view where one is wanted that lists all by itself.
    pub(super) fn lists_all(&self, name: &str, span: Span) {
        if let Some(of) = self.opened_per(name) {
            let message =
                format!("the view `{name}` is opened once for each {}; it lists nothing by itself", of.singular());
            self.error("wrong_view", span, message, "name a view without `of`");
        }
    }

    /// Checks that a `row` can open its view.
    pub(super) fn row_of(&self, name: &str, span: Span, scope: &Scope) {
        self.use_view(name);
        let source = self.view_source(name);
        if source.is_some_and(|view| view.csv.is_some()) {
            let message = format!("the view `{name}` reads a file; it has no rows to click in");
            self.error("wrong_view", span, message, "name a view that reads the page");
        }
        if let Some(of) = self.opened_per(name)
            && scope.other != Some(of)
        {
            let one = of.singular();
            let message = format!("the view `{name}` is opened for one {one}, and none is at hand here");
            let help = format!("write the action as `{of}.add_member` or `{of}.remove_member`, which know `{one}.*`");
            self.error("wrong_view", span, message, help);
        }
    }

    /// Where a reference field of users is read, if not in their own list.
    pub(super) fn read_from(
        &self,
        kind: ResourceKind,
        name: &Spanned<String>,
        source: &FieldSource,
    ) -> Option<ReadFrom> {
        let place = source.read_from.as_ref()?;
        let from = place.get()?;
        let wrong = |span, message: String, help: String| self.error("bad_from", span, message, help);
        let of = given(&source.of).copied();
        if kind != ResourceKind::Users || source.field_type.get() != Some(&FieldType::Ref) {
            let message = format!("`{}` is not a reference of users; it is read from their own view", name.value);
            wrong(place.span, message, "remove `from`, or write `type: ref` and `of`".to_owned());
            return None;
        }
        if given(&source.write_only).copied().unwrap_or_default() {
            let message = format!("`{}` is called `write_only`, and read from a view", name.value);
            self.error("contradicting_field", place.span, message, "remove one of the two");
        }
        let view = self.view_name(&from.view);
        let path = from.value.get()?;
        if let Some(view) = &view {
            self.use_view(view);
            let each = self.opened_per(view);
            if each.is_none() || of.is_some() && each != of {
                let wanted = of.map_or("groups", ResourceKind::plural);
                let message = format!("the view `{view}` is not opened once for each of the {wanted}");
                wrong(from.view.span, message, format!("write `of: {wanted}` in that view, or name another one"));
            } else if self.view_resource(view).is_some_and(|resource| resource != ResourceKind::Users) {
                let message = format!("the view `{view}` does not list users");
                wrong(from.view.span, message, "name a view of users with `of`".to_owned());
            }
        }
        let kind = of?;
        let field = match path.split_once('.') {
            Some((root, field)) if root == kind.singular() => field,
            _ => {
                let message = format!("`{path}` is not a field of one {}", kind.singular());
                wrong(from.value.span, message, format!("write `{}.id`", kind.singular()));
                return None;
            }
        };
        // The key of what is referred to is the value of a reference; no other field tells them apart.
        let resource = given(&self.source.resources).and_then(|all| all.get(kind.plural())).and_then(Recovered::get);
        if let Some(key) = resource.and_then(|resource| resource.key.get())
            && key != field
        {
            let message = format!("a reference holds the key of its {}, and that is `{key}`", kind.singular());
            wrong(from.value.span, message, format!("write `value: {}.{key}`", kind.singular()));
        }
        Some(ReadFrom { view: view?, value: field.to_owned() })
    }

    /// `users.grant` and `users.revoke`: by the reference field that they write.
    pub(super) fn references(&self, verb: Verb, source: &Recovered<Named<ActionSource>>) -> Option<ActionKind> {
        let fields = source.get()?;
        let mut writes = IndexMap::new();
        if fields.is_empty() {
            let message = "no reference field stands here";
            self.error("empty_list", source.span, message, "write `groups: {steps: […]}` with the name of the field");
        }
        for (name, action) in fields {
            let Some(written) = action.get() else { continue };
            if !self.reference_field(&name.value, name.span) {
                continue;
            }
            self.derived_goal(written, &name.value);
            let part = if verb == Verb::Grant { ChangePart::Add } else { ChangePart::Remove };
            let items = ValuePath::Change(name.value.clone(), part);
            let scope = Scope {
                commit: true,
                generated: true,
                change: true,
                per_item: Some(items),
                ..Scope::about(ResourceKind::Users, "a writing action")
            };
            let action = Action::On(ResourceKind::Users, verb);
            let proof = self.subject_proof(ResourceKind::Users, true, verb == Verb::Grant);
            let goal = Goal { exists: true, matches: vec![name.value.clone()], ..Goal::default() };
            if let Some(mut write) = self.write_with(action, written, name.span, scope, &proof, goal) {
                write.per_item = loops_over_commits(&write.steps);
                writes.insert(name.value.clone(), write);
            }
        }
        (!writes.is_empty()).then_some(ActionKind::References(writes))
    }

    /// `groups.add_member` and `groups.remove_member`: about one user and one group.
    pub(super) fn member(&self, verb: Verb, source: &ActionSource, span: Span) -> Option<ActionKind> {
        let action = Action::On(ResourceKind::Groups, verb);
        let users = self.resources.get(&ResourceKind::Users)?;
        let refers = |(_, field): &(&String, &crate::recipe::resource::Field)| field.of == Some(ResourceKind::Groups);
        let fields: Vec<&String> = users.fields.iter().filter(refers).map(|(name, _)| name).collect();
        let field = match fields.as_slice() {
            [one] => (*one).clone(),
            [] => {
                let message = format!("`{action}` writes who belongs to a group, and no field of users holds that");
                let help = "add one: `resources.users.fields.groups: {type: ref, of: groups, many: true}`";
                self.error("no_reference", span, message, help);
                return None;
            }
            _ => {
                let message = format!("`{action}` writes one field of users, and several refer to groups");
                let help = "write `users.grant` and `users.revoke` instead, which name the field";
                self.error("no_reference", span, message, help);
                return None;
            }
        };
        self.derived_goal(source, &field);
        let scope = Scope {
            commit: true,
            generated: true,
            other: Some(ResourceKind::Groups),
            ..Scope::about(ResourceKind::Users, "a writing action")
        };
        let proof = self.subject_proof(ResourceKind::Users, true, verb == Verb::AddMember);
        let goal = Goal { exists: true, matches: vec![field], ..Goal::default() };
        let mut write = self.write_with(action, source, span, scope, &proof, goal)?;
        write.per_item = true;
        Some(ActionKind::Write(Box::new(write)))
    }

    pub(super) fn subject_proof(&self, kind: ResourceKind, needed: bool, picked: bool) -> Proof {
        let key = self.resources.get(&kind).map(|resource| resource.key.clone());
        Proof { subject: Some(kind), needed: needed && key.is_some(), key: key.unwrap_or_default(), picked }
    }

    fn reference_field(&self, name: &str, span: Span) -> bool {
        let Some(users) = self.resources.get(&ResourceKind::Users) else { return false };
        let references = || users.fields.iter().filter(|(_, f)| f.of.is_some()).map(|(name, _)| name.as_str());
        match users.fields.get(name) {
            Some(field) if field.of.is_some() => true,
            Some(_) => {
                let message = format!("the field `{name}` refers to nothing");
                let known: Vec<&str> = references().collect();
                let help = match known.as_slice() {
                    [] => "write `type: ref` and `of` at the field".to_owned(),
                    known => format!("known here: {}", super::quoted(known)),
                };
                self.error("no_reference", span, message, help);
                false
            }
            None => {
                if !self.field_is_broken(ResourceKind::Users, name) {
                    self.unknown("field", name, span, references());
                }
                false
            }
        }
    }

    /// What such an action is for follows from its name.
    fn derived_goal(&self, source: &ActionSource, field: &str) {
        if let Some(goal) = &source.goal {
            let message = format!("the goal of this action is what the job says about `{field}`");
            self.error("misplaced_key", goal.span, message, "remove `goal`");
        }
    }
}

/// Whether a loop commits once per item.
fn loops_over_commits(steps: &[Step]) -> bool {
    steps.iter().any(|step| match &step.verb {
        StepVerb::ForEach { steps, .. } => steps.iter().any(any_commit),
        StepVerb::Row { steps, .. } => loops_over_commits(steps),
        StepVerb::FirstOf(branches) => branches.iter().any(|branch| loops_over_commits(&branch.steps)),
        _ => false,
    })
}
