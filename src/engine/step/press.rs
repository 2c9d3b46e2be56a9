//! `press`.

use crate::browser::Sent;
use crate::recipe::{Locator, Step};

use super::super::attempt::Attempt;
use super::super::failure::Outcome;
use super::StepError;

impl Attempt<'_> {
    pub(super) async fn press(&mut self, step: &Step, keys: &[String], target: Option<&Locator>) -> Outcome<()> {
        let begun = self.begin();
        let result = self.do_press(step, keys, target).await;
        self.ended(begun, step, result).await
    }

    async fn do_press(&mut self, step: &Step, keys: &[String], target: Option<&Locator>) -> Result<(), StepError> {
        let deadline = self.step_deadline(step.timeout);
        let query = match target {
            Some(locator) => Some(self.target(locator, deadline).await?),
            None => None,
        };
        // A key may load another page, and a browser that is asked for a picture just then may never answer.
        self.picture_before().await;
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        if step.commit {
            self.arm_commit(query.as_ref(), deadline).await?;
            self.enter_commit().await?;
        }
        let pressed = self.session()?.press(&keys, query.as_ref(), deadline).await;
        self.acted();
        if let Err(error) = pressed {
            if step.commit && error.sent() == Sent::No {
                self.leave_commit().await?;
            }
            return Err(error.into());
        }
        self.answer_dialog(step).await
    }
}
