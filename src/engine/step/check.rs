//! `check`, `uncheck` and `set_checked`.

use crate::browser::CommandError;
use crate::contract::ErrorKind;
use crate::recipe::{Locator, Step, Template};

use super::super::attempt::Attempt;
use super::super::failure::{Attempted, Failure};
use super::StepError;
use super::guarded::Tries;

impl Attempt<'_> {
    pub(super) async fn check(&mut self, step: &Step, locator: &Locator, want: bool) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_check(step, locator, want).await;
        self.ended(begun, step, result).await
    }

    pub(super) async fn set_checked(&mut self, step: &Step, locator: &Locator, to: &Template) -> Attempted<()> {
        let text = self.scope.render(to)?.text;
        match text.trim() {
            "true" => self.check(step, locator, true).await,
            "false" => self.check(step, locator, false).await,
            other => {
                let message =
                    format!("`{other}` is neither `true` nor `false`, so that it does not say whether to check a box");
                Err(Failure::new(ErrorKind::InvalidAttribute, message).at(to.span))
            }
        }
    }

    async fn do_check(&mut self, step: &Step, locator: &Locator, want: bool) -> Result<(), StepError> {
        let deadline = self.step_deadline(step.timeout);
        let query = self.target(locator, deadline).await?;
        let arm = self.commit.armament(step.commit);
        let mut tries = Tries::default();
        loop {
            let guard = self.guard(step.commit);
            let session = self.session()?;
            session.guard_next(guard);
            let Some(prepared) = session.prepare_check(&query, want, &arm, deadline).await? else { break };
            let (screen, expects) = (self.page.screen(), self.commit.watched.expects().to_vec());
            match self.send(step, prepared).await {
                Err(StepError::Command(error)) if error.was_overtaken() && tries.overtaken(deadline) => {
                    self.cleared_the_way().await?;
                    self.commit.watched.restore(expects);
                    continue;
                }
                Err(StepError::Command(CommandError::Stopped { stopped })) => {
                    self.commit.watched.restore(expects);
                    self.stopped(step, stopped, &mut tries, deadline).await?;
                    continue;
                }
                sent => sent?,
            }
            // A box that is ticked leaves the page as it is; a switch that saves at once is the commit.
            if !step.commit {
                self.page.restore(screen);
                self.commit.watched.restore(expects);
                let deadline = self.step_deadline(step.timeout);
                match self.session()?.stays_checked(&query, want, deadline).await {
                    Err(CommandError::ReadBack { .. }) => {
                        let state = if want { "checked" } else { "unchecked" };
                        return Err(super::unexpected(format!("the box did not stay {state} after the click")).into());
                    }
                    other => other?,
                }
            }
            break;
        }
        Ok(())
    }
}
