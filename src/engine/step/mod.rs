//! The verbs of the recipe language, one file each, and what is common to all steps.

mod capture;
mod check;
mod choose;
mod click;
mod condition;
mod dialog;
mod fill;
mod first_of;
mod for_each;
mod guarded;
mod hover;
mod press;
mod row;
mod set_date;
mod tab;
mod totp;
mod upload;

use futures_util::future::BoxFuture;
use futures_util::{FutureExt as _, TryFutureExt as _};
use tokio::time::Instant;

use crate::browser::{CommandError, Prepared, Query, Session};
use crate::contract::{ErrorKind, Phase, StepStatus};
use crate::recipe::{Locator, RuleOutcome, Step, StepVerb};

use super::attempt::Attempt;
use super::compile::Compiler;
use super::failure::{Attempted, Failure, command_failure};

/// Where an attempt goes on after a step.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Flow {
    /// At the next step.
    Next,
    /// Nowhere: the recipe says how it ends here.
    End(RuleOutcome),
    /// Nowhere: the next step is the commit, and the job is a plan.
    Planned,
}

impl Attempt<'_> {
    /// Does steps in order, until one ends the list.
    pub(super) async fn steps(&mut self, steps: &[Step]) -> Attempted<Flow> {
        for step in steps {
            match Box::pin(self.step(step)).await? {
                Flow::Next => {}
                end => return Ok(end),
            }
        }
        Ok(Flow::Next)
    }

    /// Does one step.
    pub(super) async fn step(&mut self, step: &Step) -> Attempted<Flow> {
        self.may_go_on()?;
        if let Some(when) = &step.when {
            let holds = if when.needs_page() {
                let probe = Compiler { scope: &self.scope, row: self.page.row() }.probe(when)?;
                let now = self.step_deadline(None);
                let held = self.session()?.probe(std::slice::from_ref(&probe), now).await;
                held.map_err(|error| command_failure(&error).at(when.span))?.first() == Some(&true)
            } else {
                Compiler::new(&self.scope).known(when)?
            };
            if !holds {
                let begun = self.begin();
                self.end(
                    begun,
                    self.describe(step),
                    Some(step.span),
                    StepStatus::Skipped,
                    Some("`when` does not hold".to_owned()),
                )
                .await;
                return Ok(Flow::Next);
            }
        }
        if !self.order.launch.slow.is_zero() {
            tokio::time::sleep(self.order.launch.slow).await;
        }
        if step.commit && self.planning() {
            return Ok(Flow::Planned);
        }
        if step.commit {
            self.page.stay_in_row();
            self.commit.reached(step, self.page.row());
        }
        self.verb(step).await.map_err(|failure| failure.at(step.span))
    }

    /// What a step does. Made here and polled elsewhere: polled here, the futures of all verbs would lie on the stack at once,
    /// again at each turn of steps within steps.
    fn verb<'s>(&'s mut self, step: &'s Step) -> BoxFuture<'s, Attempted<Flow>> {
        let next = |()| Flow::Next;
        match &step.verb {
            StepVerb::Goto(path) => self.goto(path, Some(step.span)).map_ok(next).boxed(),
            StepVerb::Click(locator) => self.click(step, locator).map_ok(next).boxed(),
            StepVerb::Hover(locator) => self.hover(step, locator).map_ok(next).boxed(),
            StepVerb::Press { keys, target } => self.press(step, keys, target.as_ref()).map_ok(next).boxed(),
            StepVerb::Fill { into, value, typing } => {
                self.fill(step, into, value, typing.as_ref()).map_ok(next).boxed()
            }
            StepVerb::Choose { from, option, filter } => self.choose(step, from, option, *filter).map_ok(next).boxed(),
            StepVerb::Check(locator) => self.check(step, locator, true).map_ok(next).boxed(),
            StepVerb::Uncheck(locator) => self.check(step, locator, false).map_ok(next).boxed(),
            StepVerb::SetChecked { into, to } => self.set_checked(step, into, to).map_ok(next).boxed(),
            StepVerb::Row { view, by, value, steps } => self.in_row(step, view, by, value.as_ref(), steps).boxed(),
            StepVerb::WaitFor(condition) | StepVerb::Expect(condition) => {
                self.hold(step, condition).map_ok(next).boxed()
            }
            StepVerb::FirstOf(branches) => self.first_of(step, branches).boxed(),
            StepVerb::ForEach { items, name, max, steps } => self.for_each(items, name, *max, steps).boxed(),
            StepVerb::Capture { from, read, name } => self.capture(step, from, read, name).map_ok(next).boxed(),
            StepVerb::SetDate { into, value, format } => {
                self.set_date(step, into, value, format.as_ref()).map_ok(next).boxed()
            }
            StepVerb::Totp(into) => self.totp(step, into).map_ok(next).boxed(),
            StepVerb::Upload { into, file } => self.upload(step, into, file).map_ok(next).boxed(),
            StepVerb::Is(outcome) => std::future::ready(Ok(Flow::End(*outcome))).boxed(),
        }
    }

    /// Whether the job is a plan, so that the commit is not reached.
    fn planning(&self) -> bool {
        self.commit.of_action().is_some() && self.order.work.job.mode == crate::contract::Mode::Plan
    }

    /// An element as it is sent to the page, once its screen is shown.
    async fn target(&mut self, locator: &Locator, deadline: Instant) -> Attempted<Query> {
        self.on_screen_of(locator, deadline).await?;
        Compiler { scope: &self.scope, row: self.page.row() }.query(locator)
    }

    /// Gets an element ready to be clicked; gets rid of what is in the way, if the recipe knows it.
    async fn prepared(&mut self, query: &Query, commit: bool, deadline: Instant) -> Result<Prepared, StepError> {
        let arm = self.commit.armament(commit);
        let guard = self.guard(commit);
        let patience = self.patience(deadline);
        let session = self.session()?;
        session.guard_next(guard.clone());
        let first = session.prepare_click(query, &arm, patience).await;
        match first {
            Ok(prepared) => Ok(prepared),
            Err(error) if patience == deadline || !in_the_way(&error) => Err(error.into()),
            Err(_) => {
                self.cleared_the_way().await?;
                let session = self.session()?;
                session.guard_next(guard);
                Ok(session.prepare_click(query, &arm, deadline).await?)
            }
        }
    }

    /// Looks at the page before a committing act that is not a click: its target must be there, by the first alternative
    /// of its locator, and only what appears afterwards counts.
    async fn arm_commit(&mut self, target: Option<&Query>, deadline: Instant) -> Result<(), StepError> {
        let arm = self.commit.armament(true);
        let session = self.session()?;
        if let Some(query) = target {
            session.read(query, &crate::browser::Read::Text, deadline).await?;
            if let Some(drift) = session.take_drifts().first() {
                let message = format!(
                    "{} was found only by a later alternative of `any_of`; a commit needs the first",
                    drift.query
                );
                return Err(unexpected(message).into());
            }
        }
        let baseline = session.arm(&arm, deadline).await?;
        self.commit.arm(baseline);
        Ok(())
    }

    /// How long an element is waited for before the interrupts are asked: all the time there is, if there are none.
    fn patience(&self, deadline: Instant) -> Instant {
        if self.recipe.interrupts.is_empty() {
            deadline
        } else {
            deadline.min(Instant::now() + std::time::Duration::from_secs(2))
        }
    }

    /// What a step does, for people.
    pub(super) fn describe(&self, step: &Step) -> String {
        super::describe::describe(&self.scope, step)
    }

    /// Records how a step ended, and turns its error into a failure.
    async fn ended<T>(
        &mut self,
        begun: super::recorder::Begun,
        step: &Step,
        result: Result<T, StepError>,
    ) -> Attempted<T> {
        let does = self.describe(step);
        match result {
            Ok(value) => {
                self.drifted(step)?;
                let note = self.recorder.take_note();
                self.end(begun, does, Some(step.span), StepStatus::Ok, note).await;
                Ok(value)
            }
            Err(error) => {
                let failure = match error {
                    StepError::Failure(failure) => failure,
                    StepError::Command(error) => command_failure(&error),
                };
                let failure = self.with_tabs(failure).await;
                // What was looked for is fixed where it is written, which for a named element is its definition.
                let sought = step
                    .verb
                    .target()
                    .filter(|_| matches!(failure.kind, ErrorKind::ElementMissing | ErrorKind::ElementAmbiguous));
                let failure = failure.at(sought.map_or(step.span, |locator| locator.span));
                let position = self.position(step);
                let failure = Failure { step: failure.step.clone().or(Some(position)), ..failure };
                self.end(begun, does, Some(step.span), StepStatus::Failed, Some(failure.message.clone())).await;
                Err(failure)
            }
        }
    }

    /// A later alternative of `any_of` was needed: reads go on and warn, a write stops while nothing is changed.
    fn drifted(&mut self, step: &Step) -> Attempted<()> {
        let drifts = self.slot.session().map(Session::take_drifts).unwrap_or_default();
        let Some(drift) = drifts.first() else { return Ok(()) };
        let message = format!("{} was found only by alternative {} of `any_of`", drift.query, drift.used + 1);
        if self.commit.of_action().is_some_and(|committing| !committing.is_sent()) {
            return Err(Failure::new(ErrorKind::ElementMissing, message).at(step.span));
        }
        self.recorder.warn("drift", message);
        Ok(())
    }

    /// `users.create, click users.add, recipes/ledgerly/recipe.yaml:38:17`.
    fn position(&self, step: &Step) -> String {
        let part = match self.recorder.phase() {
            Phase::Login => "session.login".to_owned(),
            _ => self.commit.action().unwrap_or(self.order.work.job.action).to_string(),
        };
        let text = format!("{part}, {}, {}", self.describe(step), self.recipe.source.at(step.span));
        self.recorder.redact(&text).into_owned()
    }
}

/// Why a step failed: the browser's words, or a failure that is already understood.
#[derive(Debug)]
enum StepError {
    Command(CommandError),
    Failure(Failure),
}

impl From<CommandError> for StepError {
    fn from(error: CommandError) -> Self {
        Self::Command(error)
    }
}

impl From<Failure> for StepError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

fn in_the_way(error: &CommandError) -> bool {
    matches!(error, CommandError::Missing { .. } | CommandError::NotActionable { .. })
}

/// A page that the recipe did not expect, found while doing a step.
fn unexpected(message: String) -> Failure {
    Failure::new(ErrorKind::UnexpectedPage, message)
}
