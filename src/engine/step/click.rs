//! `click`.

use crate::recipe::{Locator, Step};

use super::super::attempt::Attempt;
use super::super::failure::Outcome;
use super::StepError;

impl Attempt<'_> {
    pub(super) async fn click(&mut self, step: &Step, locator: &Locator) -> Outcome<()> {
        let begun = self.begin();
        let result = self.do_click(step, locator).await;
        self.ended(begun, step, result).await
    }

    async fn do_click(&mut self, step: &Step, locator: &Locator) -> Result<(), StepError> {
        let deadline = self.step_deadline(step.timeout);
        let query = self.target(locator, deadline).await?;
        let prepared = self.prepared(&query, step.commit, deadline).await?;
        self.send(step, prepared).await
    }
}
