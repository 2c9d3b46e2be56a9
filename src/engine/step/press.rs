//! `press`.

use crate::browser::{CommandError, Sent};
use crate::recipe::{Chord, Locator, Step};

use super::super::attempt::Attempt;
use super::super::failure::Attempted;
use super::StepError;
use super::guarded::Tries;

impl Attempt<'_> {
    pub(super) async fn press(&mut self, step: &Step, keys: &[Chord], target: Option<&Locator>) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_press(step, keys, target).await;
        self.ended(begun, step, result).await
    }

    async fn do_press(&mut self, step: &Step, keys: &[Chord], target: Option<&Locator>) -> Result<(), StepError> {
        let deadline = self.step_deadline(step.timeout);
        let query = match target {
            Some(locator) => Some(self.target(locator, deadline).await?),
            None => None,
        };
        // A key may load another page, and a browser that is asked for a picture just then may never answer.
        self.picture_before().await;
        let keys: Vec<&[char]> = keys.iter().map(Chord::codes).collect();
        let mut tries = Tries::default();
        loop {
            let guard = self.guard(step.commit);
            if query.is_none() {
                self.session()?.guard_next(guard.clone());
            }
            if step.commit {
                self.arm_commit(query.as_ref(), deadline).await?;
                self.enter_commit().await?;
            }
            let expects = self.commit.watched.expects().to_vec();
            let session = self.session()?;
            if query.is_some() {
                session.guard_next(guard);
            }
            let pressed = session.press(&keys, query.as_ref(), deadline).await;
            let act = session.take_guarded();
            self.acted();
            match pressed {
                Ok(()) => {
                    if step.commit {
                        self.commit.sent_as(act);
                    }
                    return self.answer_dialog(step).await;
                }
                Err(CommandError::Stopped { stopped }) => {
                    self.commit.watched.restore(expects);
                    self.stopped(step, stopped, &mut tries, deadline).await?;
                }
                Err(error) => {
                    if step.commit && error.sent() == Sent::No {
                        self.leave_commit().await?;
                    }
                    return Err(error.into());
                }
            }
        }
    }
}
