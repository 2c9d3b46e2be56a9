//! `upload`.

use std::path::Path;

use crate::recipe::{Locator, Step};

use super::super::attempt::Attempt;
use super::super::failure::Attempted;
use super::StepError;

impl Attempt<'_> {
    pub(super) async fn upload(&mut self, step: &Step, into: &Locator, file: &Path) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_upload(step, into, file).await;
        self.ended(begun, step, result).await
    }

    async fn do_upload(&mut self, step: &Step, into: &Locator, file: &Path) -> Result<(), StepError> {
        let deadline = self.step_deadline(step.timeout);
        let query = self.target(into, deadline).await?;
        self.page.touched();
        Ok(self.session()?.upload(&query, file, deadline).await?)
    }
}
