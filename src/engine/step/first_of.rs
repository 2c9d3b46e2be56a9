//! `first_of`.

use crate::contract::ErrorKind;
use crate::recipe::{Branch, ConditionKind, Step};

use super::super::attempt::Attempt;
use super::super::compile::Compiler;
use super::super::failure::{Attempted, Failure};
use super::{Flow, StepError};

impl Attempt<'_> {
    pub(super) async fn first_of(&mut self, step: &Step, branches: &[Branch]) -> Attempted<Flow> {
        let begun = self.begin();
        let result = self.do_first_of(step, branches).await;
        let index = self.ended(begun, step, result).await?;
        let branch = &branches[index];
        if let ConditionKind::Screen(name) = &branch.when.kind {
            self.page.recognised(name.clone());
        }
        match self.steps(&branch.steps).await? {
            Flow::Next => Ok(branch.is.map_or(Flow::Next, Flow::End)),
            end => Ok(end),
        }
    }

    async fn do_first_of(&mut self, step: &Step, branches: &[Branch]) -> Result<usize, StepError> {
        let deadline = self.step_deadline(step.timeout);
        let compiler = Compiler { scope: &self.scope, row: self.page.row() };
        let probes = branches.iter().map(|branch| compiler.probe(&branch.when)).collect::<Attempted<Vec<_>>>()?;
        self.wait_first(&probes, deadline)
            .await?
            .ok_or_else(|| Failure::new(ErrorKind::UnexpectedPage, "none of the branches came to hold").into())
    }
}
