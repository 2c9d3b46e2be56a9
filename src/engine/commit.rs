//! The commit: the gate before it, and what the page says after it.

use tokio::sync::oneshot;

use crate::browser::{CommandError, Probe};
use crate::contract::{Action, ErrorKind, Phase, ProgressPhase, StepStatus};
use crate::recipe::{OutcomeRule, RuleOutcome};

use super::attempt::Attempt;
use super::commit_under_way::Committing;
use super::describe::words;
use super::failure::{Attempted, Failure, command_failure};
use super::gate::{GateRequest, Refusal};
use super::trace::Commit;

/// How long a refusal is waited for where no rule of the recipe knows what success looks like.
const MOMENT: std::time::Duration = std::time::Duration::from_secs(2);

impl<'a> Attempt<'a> {
    /// Asks the gate and waits for its answer.
    pub(super) async fn ask(
        &mut self,
        request: impl FnOnce(oneshot::Sender<Result<(), Refusal>>) -> GateRequest,
    ) -> Attempted<()> {
        match self.answer(request).await {
            Ok(()) => Ok(()),
            Err(refusal) => Err(refused(&refusal)),
        }
    }

    /// Asks whether a one-time password was used before.
    pub(super) async fn used_up(
        &mut self,
        request: impl FnOnce(oneshot::Sender<Result<(), Refusal>>) -> GateRequest,
    ) -> Attempted<bool> {
        match self.answer(request).await {
            Ok(()) => Ok(false),
            Err(Refusal::CodeUsed) => Ok(true),
            Err(refusal) => Err(refused(&refusal)),
        }
    }

    async fn answer(
        &mut self,
        request: impl FnOnce(oneshot::Sender<Result<(), Refusal>>) -> GateRequest,
    ) -> Result<(), Refusal> {
        let (reply, answer) = oneshot::channel();
        let sent = self.order.work.gate.send(request(reply)).await;
        let answer = match sent {
            Ok(()) => answer.await.unwrap_or(Err(Refusal::StateUnavailable)),
            Err(_) => Err(Refusal::StateUnavailable),
        };
        self.gate_shut |= matches!(answer, Err(Refusal::LeaseLost | Refusal::StateUnavailable | Refusal::Stopping));
        answer
    }

    /// Directly before the committing act: what it sends is delivered, it is recorded for all workers, and the lease proved. From here on this attempt
    /// only reads.
    #[tracing::instrument(name = "commit", level = "debug", skip_all)]
    pub(super) async fn enter_commit(&mut self) -> Attempted<()> {
        let Some(committing) = self.commit.of_action() else { return Ok(()) };
        if committing.is_sent() {
            return Err(Failure::new(ErrorKind::Internal, "a second commit in one part was refused"));
        }
        if committing.is_marked() {
            // An act was stopped on its way, and is tried again.
            self.still_leased().await?;
        } else {
            let part = committing.part();
            let action = self.recorder.trace.run_mut().map(|run| run.action);
            let what = action.map(|action| action.to_string()).unwrap_or_default();
            self.recorder.tell(ProgressPhase::Commit, format!("About to commit {what}."));
            // Before it is marked: where this fails, nothing was committed.
            self.deliver().await?;
            self.ask(|reply| GateRequest::Commit { part, reply }).await?;
        }
        self.commit.set_marked(true);
        self.set_sent(true);
        self.recorder.enter(Phase::Commit);
        Ok(())
    }

    /// The act was provably not sent: the mark is taken back, the attempt may start over.
    pub(super) async fn leave_commit(&mut self) -> Attempted<()> {
        let Some(part) = self.commit.of_action().map(Committing::part) else { return Ok(()) };
        self.commit.set_marked(false);
        self.set_sent(false);
        self.ask(|reply| GateRequest::CommitWithdrawn { part, reply }).await
    }

    /// The act was stopped, and may be tried again: the mark stays.
    pub(super) fn not_sent(&mut self) {
        if self.commit.of_action().is_some_and(Committing::is_sent) {
            self.set_sent(false);
            self.recorder.enter(Phase::Steps);
        }
    }

    /// Proves the lease once more.
    pub(super) async fn still_leased(&mut self) -> Attempted<()> {
        if self.commit.of_action().is_none() {
            return Ok(());
        }
        self.ask(|reply| GateRequest::StillLeased { reply }).await
    }

    fn set_sent(&mut self, sent: bool) {
        self.commit.set_sent(sent);
        if let Some(run) = self.recorder.trace.run_mut() {
            run.commit = if sent { Commit::Sent } else { Commit::NotSent };
        }
    }

    /// The rules that say what the page after an action's commit means, most specific first.
    pub(super) fn rules(&self, action: Action, own: &'a [OutcomeRule]) -> Vec<&'a OutcomeRule> {
        own.iter().chain(self.recipe_rules().iter().filter(|rule| rule.applies_to(action))).collect()
    }

    fn recipe_rules(&self) -> &'a [OutcomeRule] {
        &self.recipe.outcomes
    }

    /// Waits until one rule says how it went; handles interrupts meanwhile. `None`: no rule did in time, or the page could not be asked.
    #[tracing::instrument(level = "debug", skip_all)]
    pub(super) async fn outcome(
        &mut self,
        rules: &[&'a OutcomeRule],
        probes: &[Probe],
    ) -> Option<(RuleOutcome, String)> {
        self.recorder.enter(Phase::Outcome);
        if self.commit.of_action().is_some() {
            self.recorder
                .tell(ProgressPhase::Outcome, format!("Sent; waiting for what {} says.", self.recipe.app.name));
        }
        let armed = self.commit.disarm()?;
        let begun = self.begin();
        let mut deadline = self.step_deadline(None);
        let says_done = rules.iter().any(|rule| rule.is == RuleOutcome::Done);
        if !says_done {
            // Nothing that is waited for would mean success: reading back tells. A moment, for what the app refuses.
            deadline = deadline.min(tokio::time::Instant::now() + MOMENT);
        }
        let act = self.commit.act().cloned();
        let mut successes: Vec<bool> = rules.iter().map(|rule| rule.is == RuleOutcome::Done).collect();
        successes.resize(rules.len() + self.recipe.interrupts.len(), false);
        let after = act.as_ref().map(|act| (act, successes.as_slice()));
        let patient = self.page_deadline();
        let waited = loop {
            // What comes up meanwhile may lie over what the app says.
            let asked = self.or_interrupts(probes).ok()?;
            let waited = match self.slot.session()?.wait_armed(&asked, &armed, after, deadline).await {
                // The app is still at work on what was sent; loading a page now might cut that off.
                Ok(outcome) if outcome.open => self.slot.session()?.wait_armed(&asked, &armed, after, patient).await,
                waited => waited,
            };
            let first = waited.as_ref().ok().and_then(|outcome| outcome.first);
            let cleared = match first {
                Some(first) if first >= rules.len() => self.handle_interrupt(first - rules.len()).await.map(|()| true),
                // What was there before the act may still be.
                None if says_done && waited.is_ok() => self.cleared_the_way().await,
                _ => Ok(false),
            };
            match cleared {
                Ok(false) => break waited,
                Ok(true) => {}
                Err(failure) => {
                    tracing::debug!(message = %failure.message, "an interrupt could not be handled");
                    if first.is_none() {
                        break waited;
                    }
                }
            }
            deadline = deadline.max(self.step_deadline(None).min(patient));
        };
        let source = &self.recipe.source;
        match waited {
            Ok(outcome) => {
                let Some(rule) = outcome.first.and_then(|index| rules.get(index)) else {
                    self.end(
                        begun,
                        "wait for what the app says".to_owned(),
                        None,
                        StepStatus::Warning,
                        Some("no rule of the recipe came to hold".to_owned()),
                    )
                    .await;
                    return None;
                };
                // The login just loaded that page: whatever begins with it need not load it again.
                if rule.is == RuleOutcome::Done
                    && self.login.is_some()
                    && let Some(url) = outcome.led_to.as_ref().and_then(|url| url.parse().ok())
                {
                    self.page.loaded(url);
                }
                let place = format!("rule at {}", source.at(rule.span));
                let probe = outcome.first.and_then(|index| probes.get(index)).filter(|_| rule.is != RuleOutcome::Done);
                let text = match probe {
                    Some(probe) => {
                        self.words_of(probe).await.map_or_else(|| place.clone(), |said| format!("{said} ({place})"))
                    }
                    None => place,
                };
                self.end(begun, format!("the app says {}", words(rule.is)), Some(rule.span), StepStatus::Ok, None)
                    .await;
                Some((rule.is, text))
            }
            // What was sent, or what came of it, was about to leave the app.
            Err(error @ CommandError::Outside { .. }) => {
                let kind = ErrorKind::OriginBlocked;
                self.end(
                    begun,
                    "wait for what the app says".to_owned(),
                    None,
                    StepStatus::Failed,
                    Some(error.to_string()),
                )
                .await;
                Some((RuleOutcome::Error(kind), error.to_string()))
            }
            Err(error) => {
                let failure = command_failure(&error);
                self.end(
                    begun,
                    "wait for what the app says".to_owned(),
                    None,
                    StepStatus::Warning,
                    Some(failure.message),
                )
                .await;
                None
            }
        }
    }
}

fn refused(refusal: &Refusal) -> Failure {
    Failure::new(refusal.kind(), refusal.to_string())
}
