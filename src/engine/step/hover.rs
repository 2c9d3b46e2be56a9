//! `hover`.

use crate::recipe::{Locator, Step};

use super::super::attempt::Attempt;
use super::super::failure::Attempted;
use super::StepError;

impl Attempt<'_> {
    pub(super) async fn hover(&mut self, step: &Step, locator: &Locator) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_hover(step, locator).await;
        self.ended(begun, step, result).await
    }

    async fn do_hover(&mut self, step: &Step, locator: &Locator) -> Result<(), StepError> {
        let deadline = self.step_deadline(step.timeout);
        let query = self.target(locator, deadline).await?;
        Ok(self.session()?.hover(&query, deadline).await?)
    }
}
