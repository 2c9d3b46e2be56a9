//! `capture`.

use crate::recipe::{Locator, ReadMode, Step};

use super::super::attempt::Attempt;
use super::super::compile;
use super::super::failure::Attempted;
use super::StepError;

impl Attempt<'_> {
    pub(super) async fn capture(&mut self, step: &Step, from: &Locator, read: &ReadMode, name: &str) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_capture(step, from, read).await;
        let text = self.ended(begun, step, result).await?;
        self.scope.captured.insert(name.to_owned(), text);
        Ok(())
    }

    async fn do_capture(&mut self, step: &Step, from: &Locator, read: &ReadMode) -> Result<String, StepError> {
        let deadline = self.step_deadline(step.timeout);
        if *read == ReadMode::Url {
            return Ok(self.session()?.location(deadline).await?.url);
        }
        let query = self.target(from, deadline).await?;
        Ok(self.session()?.read(&query, &compile::read(read), deadline).await?)
    }
}
