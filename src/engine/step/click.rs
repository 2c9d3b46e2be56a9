//! `click`.

use tokio::time::Instant;

use crate::browser::CommandError;
use crate::recipe::{Locator, Step};

use super::super::attempt::Attempt;
use super::super::failure::Attempted;
use super::StepError;
use super::guarded::Tries;

impl Attempt<'_> {
    pub(super) async fn click(&mut self, step: &Step, locator: &Locator) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_click(step, locator).await;
        self.ended(begun, step, result).await
    }

    async fn do_click(&mut self, step: &Step, locator: &Locator) -> Result<(), StepError> {
        let deadline = self.step_deadline(step.timeout);
        let query = self.target(locator, deadline).await?;
        let tabs = self.tabs_before(step).await?;
        let mut tries = Tries::default();
        loop {
            let expects = self.commit.watched.expects().to_vec();
            let prepared = self.prepared(&query, step.commit, deadline).await?;
            match self.send(step, prepared).await {
                // A page that draws itself anew: the click was refused, and the element stands there again.
                Err(StepError::Command(error)) if error.was_redrawn() && Instant::now() < deadline => {}
                Err(StepError::Command(error)) if error.was_overtaken() && tries.overtaken(deadline) => {
                    self.cleared_the_way().await?;
                }
                Err(StepError::Command(CommandError::Stopped { stopped })) => {
                    self.commit.watched.restore(expects.clone());
                    self.stopped(step, stopped, &mut tries, deadline).await?;
                }
                Ok(()) => return self.follow_tab(step, &tabs).await,
                Err(error) => return Err(error),
            }
            self.commit.watched.restore(expects);
        }
    }
}
