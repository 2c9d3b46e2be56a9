//! Actions.

use indexmap::IndexMap;

use super::scope::Scope;
use super::{Checker, given, named};
use crate::contract::{Action, Duration, ResourceKind, Verb};
use crate::recipe::action::{ActionKind, ActionSpec, WriteAction};
use crate::recipe::diagnostic::Diagnostic;
use crate::recipe::position::Span;
use crate::recipe::source::ActionSource;
use crate::recipe::view::View;
use crate::recipe::yaml::Recovered;

/// How long an app may take to show an effect by default.
const VERIFY_DEADLINE: Duration = Duration::from_secs(30);

impl Checker<'_> {
    pub(super) fn check_actions(&self, views: &IndexMap<String, View>) -> IndexMap<Action, ActionSpec> {
        let mut actions = IndexMap::new();
        for (name, source) in named(&self.source.actions) {
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

    fn action(&self, action: Action, span: Span, recovered: &Recovered<ActionSource>) -> Option<ActionKind> {
        let unsupported = match action {
            Action::Sync => Some("`sync` needs no definition: remove it"),
            Action::Check => Some("`check` exists whenever there is a view `users`: remove it"),
            Action::On(_, Verb::Grant | Verb::Revoke) => Some(
                "make the field writable with `write: [update]` and let `users.update` add and remove values: `for_each` over `change.<field>.add`",
            ),
            Action::On(_, Verb::AddMember | Verb::RemoveMember) => Some("write membership through `users.update`"),
            Action::On(..) => None,
        };
        if let Some(help) = unsupported {
            self.error("not_supported", span, format!("defining `{action}` is not supported by this version"), help);
            return None;
        }
        let source = recovered.get()?;
        let kind = action.resource();
        if !self.resources.contains_key(&kind) && !self.resource_is_broken(kind.plural()) {
            let message = format!("`{action}` is about {kind}, which are not a resource here");
            self.error("unknown_resource", span, message, format!("add `{kind}: {{key: id}}` to `resources`"));
        }
        match action {
            Action::On(kind, verb) if !verb.is_read() => self.write(kind, verb, source, span),
            _ => self.read(action, source, span),
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
                let name = self.view_name(view)?;
                if self.view_resource(&name).is_some_and(|resource| resource != kind) {
                    let message = format!("the view `{name}` does not list {kind}");
                    self.error("wrong_view", view.span, message, format!("name a view of {kind}"));
                }
                Some(ActionKind::Read { view: name, fallback: None, detail: false })
            }
            (None, true) => {
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

    fn write(&self, kind: ResourceKind, verb: Verb, source: &ActionSource, span: Span) -> Option<ActionKind> {
        let action = Action::On(kind, verb);
        for (name, place) in
            [("view", source.view.as_ref().map(|v| v.span)), ("catalog", source.catalog.as_ref().map(|v| v.span))]
        {
            if let Some(place) = place {
                let message = format!("`{action}` writes; `{name}` has no place in it");
                self.error("misplaced_key", place, message, "the view that verifies is named by `verify: {view: …}`");
            }
        }
        let goal = self.goal(kind, verb, source, span);
        let mut scope = Scope {
            commit: true,
            generated: true,
            change: verb == Verb::Update,
            ..Scope::about(kind, "a writing action")
        };
        let steps = if let Some(steps) = &source.steps {
            self.steps(steps, &mut scope)
        } else {
            let help = "write what is done, with one `commit: true`";
            self.error("missing_key", span, format!("`{action}` has no `steps`"), help);
            scope.broken = true;
            Vec::new()
        };
        if !scope.broken {
            let proves = matches!(verb, Verb::Update | Verb::Enable | Verb::Disable | Verb::Delete);
            let key = self.resources.get(&kind).filter(|_| proves);
            let key = key.map(|resource| format!("{}.{}", kind.singular(), resource.key));
            self.one_commit(&steps, key.as_deref(), span);
        }
        let after = Scope { captured: scope.captured, change: scope.change, ..Scope::about(kind, "`outcomes`") };
        let outcomes = self.rules(&source.outcomes, &after, false);
        let mut abort = Scope::about(kind, "`on_abort`");
        let on_abort = self.optional_steps(&source.on_abort, &mut abort);
        let (verify_view, verify_deadline) = self.verify(action, source, span)?;
        self.goal_is_readable(action, &goal, &verify_view, span);
        let per_item = false;
        Some(ActionKind::Write(Box::new(WriteAction {
            goal,
            steps,
            outcomes,
            verify_view,
            verify_deadline,
            on_abort,
            per_item,
        })))
    }

    fn verify(&self, action: Action, source: &ActionSource, span: Span) -> Option<(String, Duration)> {
        let kind = action.resource();
        let verify = given(&source.verify);
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
        let name = self.view_name(view)?;
        if self.view_resource(&name).is_some_and(|resource| resource != kind) {
            let message = format!("the view `{name}` does not list {kind}");
            self.error("wrong_view", view.span, message, format!("name a view of {kind}"));
        }
        Some((name, deadline))
    }

    pub(super) fn check_unsupported(&self) -> Vec<(Action, Span)> {
        let mut unsupported = Vec::new();
        for name in given(&self.source.unsupported).into_iter().flatten() {
            if let Some(text) = name.get()
                && let Some(action) = self.action_name(text, name.span)
            {
                unsupported.push((action, name.span));
            }
        }
        unsupported
    }

    /// An action is either offered or not.
    pub(super) fn check_unsupported_against(
        &self,
        unsupported: &[(Action, Span)],
        actions: &IndexMap<Action, ActionSpec>,
    ) {
        for (action, span) in unsupported {
            let defined = actions.get(action);
            if let Some(defined) = defined {
                self.report(
                    Diagnostic::error(
                        "contradicting_action",
                        *span,
                        format!("`{action}` is defined, and called unsupported"),
                    )
                    .help("remove one of the two")
                    .note(defined.span, "defined here"),
                );
            }
        }
    }
}
