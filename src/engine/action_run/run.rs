//! One action of an attempt: its steps, its commit, and the read that decides.

use crate::contract::{ErrorKind, Item, Phase, ProgressPhase};
use crate::recipe::{RuleOutcome, WriteAction};

use super::super::attempt::Attempt;
use super::super::commit_under_way::Committing;
use super::super::compile::Compiler;
use super::super::desired_state::{DesiredState, NextPart};
use super::super::failure::{Attempted, Failure};
use super::super::step::Flow;
use super::super::trace::{ActionRun, Verified};
use super::super::value;
use super::goal::is_about_references;
use super::number::part_number;
use super::recommit::MOST_QUIET;

/// How an action ended, as far as going on is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RunEnd {
    /// Its goal holds: the next difference may be closed.
    Met,
    /// It does not, or nobody knows: nothing more is touched.
    Stop,
    /// The job is a plan, and the commit is next.
    Planned,
}

impl Attempt<'_> {
    /// Does one action, commits it once and reads it back.
    pub(super) async fn run_action(
        &mut self,
        next: &NextPart,
        wish: &DesiredState,
        observed: Option<&Item>,
    ) -> Attempted<RunEnd> {
        let recipe = self.recipe;
        let action = next.action;
        let write = next.write(recipe).ok_or_else(|| {
            Failure::new(ErrorKind::UnsupportedAction, format!("recipe `{}` does not describe {action}", recipe.app.id))
        })?;
        let view = self.verify_view(write, wish.resource)?;
        self.fill_scope(next, wish, observed);
        let (mut goal, unverified) = if is_about_references(action) {
            self.reference_goal(next, view)
        } else {
            self.goal(action, write, wish, &next.changes, view)
        };
        goal.only.clone_from(&wish.only);
        let rules = self.rules(action, &write.outcomes);
        let compiler = Compiler::new(&self.scope);
        let probes = rules.iter().map(|rule| compiler.probe(&rule.when)).collect::<Attempted<Vec<_>>>()?;
        self.commit.begin(Committing::action(action, part_number(action), self.or_interrupts(&probes)?));
        let fields = goal.names().chain(&unverified).cloned().collect();
        self.recorder.trace.runs.push(ActionRun::begin(action, fields, next.item.clone(), unverified));
        self.recorder.trace.nearly.before = self.recorder.trace.nearly.now.take();
        self.recorder.enter(Phase::Steps);
        self.recorder.tell(ProgressPhase::Steps, format!("Doing the steps of {action}."));
        let flow = self.steps(&write.steps).await;
        let sent = self.commit.is_sent();
        let mut told = None;
        let failure = match (flow, sent) {
            (Ok(Flow::Planned), _) => {
                self.commit.end();
                self.abort(write).await;
                return Ok(RunEnd::Planned);
            }
            (Ok(_), true) => None,
            (Ok(Flow::End(RuleOutcome::Error(kind))), false) => {
                Some(Failure::new(kind, format!("{action}: the app says {}", kind.name().replace('_', " "))))
            }
            (Ok(_), false) => Some(Failure::new(
                ErrorKind::UnexpectedPage,
                format!("the steps of {action} ended without reaching the commit"),
            )),
            (Err(failure), true) => {
                // The click is out. What went wrong afterwards is for the reader; what happened is for the read.
                if failure.kind == ErrorKind::UnexpectedDialog {
                    told = Some((RuleOutcome::Error(failure.kind), failure.message));
                } else {
                    self.recorder.warn("after_commit", failure.message);
                }
                None
            }
            (Err(failure), false) => Some(failure),
        };
        if let Some(failure) = failure {
            let failure = self.explain(failure).await;
            if let Err(stays) = self.leave_tab().await {
                tracing::debug!(message = %stays.message, "a tab could not be left");
            }
            self.abort(write).await;
            self.commit.end();
            return Err(failure);
        }
        let mut rule = match told {
            Some(told) => Some(told),
            None => self.outcome(&rules, &probes).await,
        };
        let mut quiet = 0;
        while rule.is_none() && quiet < MOST_QUIET && self.came_to_nothing().await {
            quiet += 1;
            self.leave_commit().await?;
            if !self.commit_again(&action.to_string()).await? {
                break;
            }
            rule = self.outcome(&rules, &probes).await;
        }
        let said = if rule.is_none() { self.explained(&[]).await.messages } else { Vec::new() };
        self.commit.end();
        // What the tab said was looked at; what became of it is read in the first window.
        if let Err(failure) = self.leave_tab().await {
            self.recorder.warn("after_commit", failure.message);
        }
        // The app asked something that nobody answered: what it asked for did not happen, which the read has to confirm.
        if let Some(text) = self.dismiss_stray_dialog().await
            && rule.is_none()
        {
            let message = format!("a native dialog that no step declares said `{text}` and was dismissed");
            rule = Some((RuleOutcome::Error(ErrorKind::UnexpectedDialog), message));
        }
        let rejected = match &rule {
            Some((RuleOutcome::Error(kind), _)) => {
                !matches!(kind, ErrorKind::AppUnavailable | ErrorKind::SessionExpired)
            }
            // What is there already may be listed later, if it is what was to be made.
            Some((RuleOutcome::AlreadyExists, _)) => goal.left.is_some(),
            _ => false,
        };
        if rule.is_none() && rules.iter().any(|rule| rule.is == RuleOutcome::Done) {
            let said = said.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ");
            let said = if said.is_empty() { said } else { format!("; it says {said}") };
            let message =
                format!("after the commit of {action} the app showed nothing that a rule of the recipe knows{said}");
            self.recorder.warn("outcome_unknown", message);
        }
        if let Some(run) = self.recorder.trace.run_mut() {
            run.rule = rule;
        }
        let key = self.key_after(wish);
        let verified = self.verify(view, &key, &goal, write.verify_deadline.get(), rejected).await;
        let stored = self.recorder.trace.nearly.made().is_some();
        let changed = stored || self.reads_otherwise(observed, key != wish.key);
        let made = verified == Verified::Met && self.recorder.trace.run_mut().is_some_and(|run| !run.found_there());
        self.tell_generated(made, &verified);
        if let Some(run) = self.recorder.trace.run_mut() {
            run.changed = changed;
        }
        Ok(self.verified(verified))
    }

    /// Whether the subject, as it was read last, is another than it was before the commit. `renamed`: it is looked for
    /// under another key now, so that not to find it says nothing.
    fn reads_otherwise(&self, before: Option<&Item>, renamed: bool) -> bool {
        let after = self.recorder.trace.last_seen.item();
        match (before, after) {
            (None, None) => false,
            (Some(_), None) => !renamed,
            (None, Some(_)) => true,
            (Some(before), Some(after)) => {
                let kind = self.recorder.trace.last_seen.subject.as_ref().map(|subject| subject.resource);
                let fields = kind.and_then(|kind| self.recipe.resources.get(&kind)).map(|resource| &resource.fields);
                after.iter().any(|(name, now)| {
                    let field = fields.and_then(|fields| fields.get(name));
                    before.get(name).is_some_and(|was| !value::same_in(field, was, now))
                })
            }
        }
    }

    /// Keeps what was read back of the action that was done last.
    pub(super) fn verified(&mut self, verified: Verified) -> RunEnd {
        let met = verified == Verified::Met;
        if let Some(run) = self.recorder.trace.run_mut() {
            run.verified = Some(verified);
        }
        if met { RunEnd::Met } else { RunEnd::Stop }
    }

    /// Closes what the steps left open. Its own failure does not matter: the browser is thrown away then.
    async fn abort(&mut self, write: &WriteAction) {
        self.dismiss_stray_dialog().await;
        self.page.leave_row();
        for step in &write.on_abort {
            if Box::pin(self.step(step)).await.is_err() {
                self.slot.log_out();
                return;
            }
        }
    }
}
