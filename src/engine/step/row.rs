//! `row`: exactly one row of a view, and steps inside it.

use crate::contract::ErrorKind;
use crate::recipe::{Step, Template};

use super::super::attempt::Attempt;
use super::super::failure::{Attempted, Failure};
use super::super::read::{Found, Target};
use super::super::value;
use super::Flow;

impl Attempt<'_> {
    pub(super) async fn in_row(
        &mut self,
        step: &Step,
        view: &str,
        by: &str,
        value: Option<&Template>,
        steps: &[Step],
    ) -> Attempted<Flow> {
        let recipe = self.recipe;
        let view = recipe
            .views
            .get(view)
            .ok_or_else(|| Failure::new(ErrorKind::Internal, format!("view `{view}` is not in the checked recipe")))?;
        let wanted = match value {
            Some(template) => self.scope.render(template)?.text,
            None => self.scope.subject.get(by).map(value::text).unwrap_or_default(),
        };
        let target = Target::new(by, &wanted, recipe.resources.get(&view.resource));
        for (member, table) in self.tables(view) {
            let Found::Present(row) = self.find_in(member, table, &target).await? else { continue };
            let shown =
                if by == table.key { row.shown_key } else { row.item.get(by).map(value::text).unwrap_or_default() };
            self.page.enter_row(self.row_query(view.resource, table, by, &shown)?);
            let flow = self.steps(steps).await;
            self.page.leave_row();
            return flow;
        }
        let message = format!("no row of view `{}` has {by} `{wanted}`", view.name);
        Err(Failure::new(ErrorKind::SubjectMismatch, message).at(step.span))
    }
}
