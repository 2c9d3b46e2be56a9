//! Logging in, and interrupts.

use super::scope::{Scope, Use};
use super::{Checker, given};
use crate::contract::Duration;
use crate::recipe::checked::Interrupt;
use crate::recipe::outcome::RuleOutcome;
use crate::recipe::session::SessionSpec;

/// How long a session is used by default.
const MAX_AGE: Duration = Duration::from_secs(8 * 3_600);

impl Checker<'_> {
    pub(super) fn check_session(&self) -> Option<SessionSpec> {
        let help = "write `session: {check: {goto: /users, screen: users}, login: {steps: […]}}`";
        let recovered = self.required(self.source.session.as_ref(), "session", help)?;
        let source = recovered.get()?;
        let bare = Scope::bare("`session.check`");
        let check = source
            .check
            .get()
            .map(|check| (self.template(&check.goto, Use::Text, &bare), self.screen_name(&check.screen)));
        let login = source.login.get()?;
        let mut scope = Scope { secrets: true, commit: true, ..Scope::bare("`session.login`") };
        let steps = self.steps(&login.steps, &mut scope);
        if !scope.broken && steps.iter().all(|step| !super::commit::any_commit(step)) {
            self.error(
                "no_commit",
                login.steps.span,
                "no step of the login is marked `commit: true`",
                "mark each step that submits a secret, such as the click on \"Sign in\"",
            );
        }
        self.no_nth_commit(&steps);
        let after = Scope { captured: scope.captured, ..Scope::bare("`session.login`") };
        let outcomes = self.rules(&login.outcomes, &after, false);
        let rules_sound = given(&login.outcomes).is_none_or(|rules| rules.len() == outcomes.len());
        if rules_sound && !outcomes.iter().any(|rule| rule.is == RuleOutcome::Done) {
            self.warning(
                "no_done",
                source.login.span,
                "no rule says when the login is done",
                "add `outcomes: [{when: {screen: users}, is: done}]` to `session.login`",
            );
        }
        let mut leaving = Scope::bare("`session.logout`");
        let logout = self.optional_steps(&source.logout, &mut leaving);
        let (check_goto, check_screen) = check?;
        Some(SessionSpec {
            logout,
            check_goto: check_goto?,
            check_screen: check_screen?,
            login: steps,
            outcomes,
            max_age: given(&source.reuse).and_then(|reuse| given(&reuse.max_age)).copied().unwrap_or(MAX_AGE),
            exclusive: given(&source.exclusive).copied().unwrap_or_default(),
            span: recovered.span,
        })
    }

    pub(super) fn check_interrupts(&self) -> Vec<Interrupt> {
        let mut interrupts = Vec::new();
        for source in given(&self.source.interrupts).into_iter().flatten() {
            let Some(interrupt) = source.get() else { continue };
            let mut scope = Scope::bare("`interrupts`");
            let when = self.condition(&interrupt.when, &scope);
            let steps = self.steps(&interrupt.steps, &mut scope);
            if let (Some(when), Some(name)) = (when, interrupt.name.get()) {
                let max = given(&interrupt.max).copied().unwrap_or(1);
                interrupts.push(Interrupt { name: name.clone(), when, steps, max, span: source.span });
            }
        }
        interrupts
    }
}
