//! Logging in, and interrupts.

use super::commit::any_commit;
use super::scope::{Scope, Use};
use super::{Checker, given};
use crate::contract::Duration;
use crate::recipe::checked::Interrupt;
use crate::recipe::diagnostic::Diagnostic;
use crate::recipe::outcome::RuleOutcome;
use crate::recipe::session::SessionSpec;
use crate::recipe::source::SessionSource;
use crate::recipe::step::{Step, StepVerb};
use crate::recipe::template::{SecretName, Segment, ValuePath};

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
        if !scope.broken {
            self.submitted(&steps, false);
        }
        self.exclusive(source);
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

    /// Reports secrets that are typed and not submitted by a step marked `commit`: whether they were tried would not be
    /// known. `followed`: a commit comes after these steps. The name of an account is tried together with what follows.
    fn submitted(&self, steps: &[Step], mut followed: bool) {
        for step in steps.iter().rev() {
            let after = followed;
            followed |= any_commit(step);
            match &step.verb {
                StepVerb::Row { steps, .. } | StepVerb::ForEach { steps, .. } => self.submitted(steps, after),
                StepVerb::FirstOf(branches) => {
                    for branch in branches {
                        self.submitted(&branch.steps, after);
                    }
                }
                verb if types_secret(verb) && !followed => {
                    let message = "this secret is typed, and no step after it is marked `commit: true`";
                    let help = "mark the step that submits it, so that a rejected secret is never tried twice";
                    self.error("uncommitted_secret", step.span, message, help);
                }
                _ => {}
            }
        }
    }

    /// Reports more sessions than the app lets live.
    fn exclusive(&self, source: &SessionSource) {
        let sessions = given(&self.source.settings).and_then(|settings| given(&settings.pace));
        if let Some(place) = sessions.and_then(|pace| pace.sessions.as_ref())
            && place.get().is_some_and(|sessions| *sessions > 1)
            && let Some(exclusive) = &source.exclusive
            && exclusive.get() == Some(&true)
        {
            let problem = Diagnostic::error(
                "contradicting_sessions",
                exclusive.span,
                "the app ends other sessions of the account, and several are wished for",
            );
            self.report(problem.help("write `pace: {sessions: 1}`").note(place.span, "several sessions"));
        }
    }

    pub(super) fn check_interrupts(&self) -> Vec<Interrupt> {
        let mut interrupts = Vec::new();
        for source in given(&self.source.interrupts).into_iter().flatten() {
            let Some(interrupt) = source.get() else { continue };
            let mut scope = Scope::bare("`interrupts`");
            let when = self.condition(&interrupt.when, &scope);
            let steps = self.steps(&interrupt.steps, &mut scope);
            if let (Some(when), Some(name)) = (when, interrupt.name.get()) {
                let max = self.positive(&interrupt.max).unwrap_or(1);
                interrupts.push(Interrupt { name: name.clone(), when, steps, max, span: source.span });
            }
        }
        interrupts
    }
}

/// Whether a step types a secret that an app may reject.
fn types_secret(verb: &StepVerb) -> bool {
    match verb {
        StepVerb::Totp(_) => true,
        StepVerb::Fill { value, .. } => value.segments.iter().any(
            |segment| matches!(segment, Segment::Hole(hole) if hole.path == ValuePath::Secret(SecretName::Password)),
        ),
        _ => false,
    }
}
