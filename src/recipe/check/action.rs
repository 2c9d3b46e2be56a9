//! Actions.

use indexmap::IndexMap;

use super::commit::Proof;
use super::scope::Scope;
use super::{Checker, given};
use crate::contract::{Action, Duration, ResourceKind, Verb};
use crate::recipe::action::{ActionKind, ActionSpec, Goal, WriteAction};
use crate::recipe::diagnostic::Diagnostic;
use crate::recipe::position::Span;
use crate::recipe::settings::LONGEST_VERIFY;
use crate::recipe::source::{ActionSource, AnyActionSource};
use crate::recipe::view::View;
use crate::recipe::yaml::Recovered;

/// How long an app may take to show an effect by default.
const VERIFY_DEADLINE: Duration = Duration::from_secs(30);

impl Checker<'_> {
    pub(super) fn check_actions(&self, views: &IndexMap<String, View>) -> IndexMap<Action, ActionSpec> {
        let mut actions = IndexMap::new();
        for (name, source) in given(&self.source.actions).into_iter().flat_map(|actions| &actions.0) {
            let Some(action) = self.action_name(&name.value, name.span) else { continue };
            if let Some(kind) = self.action(action, name.span, source) {
                actions.insert(action, ActionSpec { action, kind, span: name.span });
            }
        }
        // What a users view gives for free.
        if let Some(view) = views.get(ResourceKind::Users.plural()) {
            for action in [Action::On(ResourceKind::Users, Verb::Get), Action::Check] {
                let kind = ActionKind::Read { view: view.name.clone(), fallback: None, detail: false };
                actions.entry(action).or_insert(ActionSpec { action, kind, span: view.span });
            }
        }
        actions
    }

    fn action(&self, action: Action, span: Span, source: &AnyActionSource) -> Option<ActionKind> {
        let exists = match action {
            Action::Sync => Some("every list that the recipe offers, in one session"),
            Action::Check => Some("it logs in and opens the view `users`"),
            Action::On(..) => None,
        };
        if let Some(what) = exists {
            let message = format!("`{action}` exists by itself: {what}");
            self.error("defined_by_itself", span, message, "remove it");
            return None;
        }
        let kind = action.resource();
        if !self.resources.contains_key(&kind) && !self.resource_is_broken(kind.plural()) {
            let message = format!("`{action}` is about {kind}, which are not a resource here");
            self.error("unknown_resource", span, message, format!("add `{kind}: {{key: id}}` to `resources`"));
        }
        self.uses.fields.borrow_mut().clear();
        self.uses.wholly.borrow_mut().clear();
        match (action, source) {
            (Action::On(_, verb), AnyActionSource::ByField(fields)) => self.references(verb, fields),
            (Action::On(_, verb @ (Verb::AddMember | Verb::RemoveMember)), AnyActionSource::One(one)) => {
                self.member(verb, one.get()?, span)
            }
            (Action::On(kind, verb), AnyActionSource::One(one)) if !verb.is_read() => {
                self.write(kind, verb, one.get()?, span)
            }
            (_, AnyActionSource::One(one)) => self.read(action, one.get()?, span),
            (_, AnyActionSource::ByField(_)) => None,
        }
    }

    fn read(&self, action: Action, source: &ActionSource, span: Span) -> Option<ActionKind> {
        let kind = action.resource();
        let writing = [
            ("goal", source.goal.as_ref().map(|v| v.span)),
            ("steps", source.steps.as_ref().map(|v| v.span)),
            ("outcomes", source.outcomes.as_ref().map(|v| v.span)),
            ("verify", source.verify.as_ref().map(|v| v.span)),
            ("on_abort", source.on_abort.as_ref().map(|v| v.span)),
        ];
        for (name, place) in writing {
            if let Some(place) = place {
                let message = format!("`{action}` only reads; `{name}` has no place in it");
                self.error("misplaced_key", place, message, "keep `view` or `catalog: true`");
            }
        }
        match (&source.view, given(&source.catalog).copied().unwrap_or_default()) {
            (Some(view), false) => {
                let name = self.view_that_lists(view, kind)?;
                let fallback = self.fallback(source, &name, kind);
                let detail = self.with_detail(source, &name, fallback.as_deref());
                Some(ActionKind::Read { view: name, fallback, detail })
            }
            (None, true) => {
                for (name, place) in [
                    ("fallback", source.fallback.as_ref().map(|v| v.span)),
                    ("detail", source.detail.as_ref().map(|v| v.span)),
                ] {
                    if let Some(place) = place {
                        let message = format!("the catalogue is read from the recipe; `{name}` has no place beside it");
                        self.error("misplaced_key", place, message, "remove it, or read a view");
                    }
                }
                if self.resources.get(&kind).is_some_and(|resource| resource.catalog.is_none()) {
                    let message = format!("{kind} have no `catalog`");
                    self.error(
                        "no_catalog",
                        span,
                        message,
                        format!("add `catalog` to `resources.{kind}`, or read a view"),
                    );
                }
                Some(ActionKind::Catalog)
            }
            _ => {
                let message = format!("`{action}` reads either a view or the catalogue");
                self.error(
                    "bad_read_action",
                    span,
                    message,
                    format!("write `{action}: {{view: {kind}}}` or `{{catalog: true}}`"),
                );
                None
            }
        }
    }

    /// A view that lists all of a resource by itself.
    fn view_that_lists(&self, view: &Recovered<String>, kind: ResourceKind) -> Option<String> {
        let name = self.view_name(view)?;
        self.use_view(&name);
        self.lists_all(&name, view.span);
        if self.view_resource(&name).is_some_and(|resource| resource != kind) {
            let message = format!("the view `{name}` does not list {kind}");
            self.error("wrong_view", view.span, message, format!("name a view of {kind}"));
        }
        Some(name)
    }

    fn fallback(&self, source: &ActionSource, view: &str, kind: ResourceKind) -> Option<String> {
        let fallback = source.fallback.as_ref()?;
        let name = self.view_that_lists(fallback, kind)?;
        if name == view {
            let message = format!("`{name}` cannot stand in for itself");
            self.error("bad_fallback", fallback.span, message, "name another view, or remove this");
        }
        Some(name)
    }

    fn with_detail(&self, source: &ActionSource, view: &str, fallback: Option<&str>) -> bool {
        let Some(detail) = &source.detail else { return false };
        let wanted = detail.get().copied().unwrap_or_default();
        let has = |name: &str| match (self.readable_fields(name, true), self.readable_fields(name, false)) {
            (Some(with), Some(without)) => with.len() > without.len(),
            _ => true,
        };
        if wanted && !has(view) && !fallback.is_some_and(has) {
            let message = format!("the view `{view}` has no page per row");
            self.error("no_detail", detail.span, message, "add `detail` to the view, or remove this");
        }
        wanted
    }

    fn write(&self, kind: ResourceKind, verb: Verb, source: &ActionSource, span: Span) -> Option<ActionKind> {
        let action = Action::On(kind, verb);
        let goal = self.goal(kind, verb, source, span);
        let scope = Scope {
            commit: true,
            generated: true,
            change: verb == Verb::Update,
            ..Scope::about(kind, "a writing action")
        };
        let proves = matches!(verb, Verb::Update | Verb::Enable | Verb::Disable | Verb::Delete);
        let proof = self.subject_proof(kind, proves, false);
        let write = self.write_with(action, source, span, scope, &proof, goal)?;
        if matches!(verb, Verb::Create | Verb::Update) {
            self.goal_is_written(action, source, &write.goal, span);
        }
        Some(ActionKind::Write(Box::new(write)))
    }

    /// The steps of a writing action and all that follows them.
    pub(super) fn write_with(
        &self,
        action: Action,
        source: &ActionSource,
        span: Span,
        mut scope: Scope,
        proof: &Proof,
        goal: Goal,
    ) -> Option<WriteAction> {
        for (name, place) in [
            ("view", source.view.as_ref().map(|v| v.span)),
            ("catalog", source.catalog.as_ref().map(|v| v.span)),
            ("fallback", source.fallback.as_ref().map(|v| v.span)),
            ("detail", source.detail.as_ref().map(|v| v.span)),
        ] {
            if let Some(place) = place {
                let message = format!("`{action}` writes; `{name}` has no place in it");
                self.error("misplaced_key", place, message, "the view that verifies is named by `verify: {view: …}`");
            }
        }
        let kind = scope.subject.unwrap_or(action.resource());
        let steps = if let Some(steps) = &source.steps {
            self.steps(steps, &mut scope)
        } else {
            let help = "write what is done, with one `commit: true`";
            self.error("missing_key", span, format!("`{action}` has no `steps`"), help);
            scope.broken = true;
            Vec::new()
        };
        if !scope.broken {
            self.one_commit(&steps, proof, span);
        }
        let base = Scope { other: scope.other, ..Scope::about(kind, "`outcomes`") };
        let after = Scope { captured: scope.captured, change: scope.change, ..base.clone() };
        let outcomes = self.rules(&source.outcomes, &after, false);
        let mut abort = Scope { place: "`on_abort`", ..base };
        let on_abort = self.optional_steps(&source.on_abort, &mut abort);
        let (verify_view, verify_deadline) = self.verify(action, kind, source, span)?;
        self.goal_is_readable(action, kind, &goal, &verify_view, span);
        let wholly = self.uses.wholly.borrow().clone();
        Some(WriteAction { goal, steps, outcomes, verify_view, verify_deadline, on_abort, per_item: false, wholly })
    }

    fn verify(
        &self,
        action: Action,
        kind: ResourceKind,
        source: &ActionSource,
        span: Span,
    ) -> Option<(String, Duration)> {
        let verify = given(&source.verify);
        if let Some(place) = verify.and_then(|verify| verify.deadline.as_ref())
            && let Some(deadline) = place.get()
        {
            self.lasting(*deadline, place.span);
            self.at_most(*deadline, LONGEST_VERIFY, place.span);
        }
        let deadline = verify.and_then(|verify| given(&verify.deadline)).copied().unwrap_or(VERIFY_DEADLINE);
        let views_known = self.source.views.as_ref().is_none_or(|views| views.get().is_some());
        if views_known && given(&self.source.views).is_none_or(|views| !views.contains_key(kind.plural())) {
            self.error(
                "missing_view",
                span,
                format!("`{action}` needs a view named `{kind}`, to find its subject and to verify"),
                format!("add `views: {{{kind}: {{open: […], screen: …, rows: …, key: …, fields: {{…}}}}}}`"),
            );
        }
        let Some(view) = verify.and_then(|verify| verify.view.as_ref()) else {
            return Some((kind.plural().to_owned(), deadline));
        };
        Some((self.view_that_lists(view, kind)?, deadline))
    }

    pub(super) fn check_unsupported(&self) -> Vec<(Action, Span)> {
        let mut unsupported = Vec::new();
        for name in given(&self.source.unsupported).into_iter().flatten() {
            let Some(action) = name.get().and_then(|text| self.action_name(text, name.span)) else { continue };
            if action == Action::Sync {
                let message = "`sync` is what the recipe's lists make of it; it cannot be called unsupported";
                self.error("defined_by_itself", name.span, message, "remove it");
            } else if unsupported.iter().any(|(known, _)| *known == action) {
                self.warning("duplicate_action", name.span, format!("`{action}` stands here twice"), "remove one");
            } else {
                unsupported.push((action, name.span));
            }
        }
        unsupported
    }

    /// The field by which `users.update` offers another action too.
    fn derived_from(&self, action: Action, actions: &IndexMap<Action, ActionSpec>) -> Option<&str> {
        let users = self.resources.get(&ResourceKind::Users)?;
        if !actions.contains_key(&Action::On(ResourceKind::Users, Verb::Update)) {
            return None;
        }
        let mut written = users.fields.iter().filter(|(_, field)| field.write_update);
        let found = match action {
            Action::On(ResourceKind::Users, Verb::Grant | Verb::Revoke) => {
                written.find(|(_, field)| field.of.is_some() && field.many)
            }
            Action::On(ResourceKind::Users, Verb::Disable | Verb::Enable) => {
                written.find(|(name, _)| *name == "status")
            }
            _ => None,
        };
        found.map(|(name, _)| name.as_str())
    }

    /// An action is either offered or not.
    pub(super) fn check_unsupported_against(
        &self,
        unsupported: &[(Action, Span)],
        actions: &IndexMap<Action, ActionSpec>,
    ) {
        for (action, span) in unsupported {
            if let Some(defined) = actions.get(action) {
                self.report(
                    Diagnostic::error(
                        "contradicting_action",
                        *span,
                        format!("`{action}` is defined, and called unsupported"),
                    )
                    .help("remove one of the two")
                    .note(defined.span, "defined here"),
                );
            } else if let Some(field) = self.derived_from(*action, actions) {
                let problem = Diagnostic::error(
                    "contradicting_action",
                    *span,
                    format!("`{action}` is offered through `users.update`, and called unsupported"),
                )
                .help(format!("remove it here, or take `update` out of `write` at the field `{field}`"));
                let place = self.resources.get(&ResourceKind::Users).and_then(|users| users.fields.get(field));
                self.report(match place {
                    Some(place) => problem.note(place.span, "written by `users.update`"),
                    None => problem,
                });
            }
        }
    }
}
