//! `click`.

use tokio::time::Instant;

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
        let tabs = self.tabs_before(step).await?;
        loop {
            let prepared = self.prepared(&query, step.commit, deadline).await?;
            match self.send(step, prepared).await {
                // A page that draws itself anew: the click was refused, and the element stands there again. A commit has
                // passed its gate, and what becomes of it is decided by the attempt.
                Err(StepError::Command(error)) if error.was_redrawn() && !step.commit && Instant::now() < deadline => {}
                Ok(()) => return self.follow_tab(step, &tabs).await,
                Err(error) => return Err(error),
            }
        }
    }
}
