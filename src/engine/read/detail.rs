//! A row's own page, for the fields that the list does not show.

use std::collections::BTreeMap;

use crate::browser::{CommandError, FieldValue, Probe};
use crate::contract::{ErrorKind, StepStatus};
use crate::recipe::{Locator, TableView, View};

use super::super::attempt::Attempt;
use super::super::compile::Compiler;
use super::super::failure::{Attempted, Failure};
use super::super::row::{self, Row};

impl<'a> Attempt<'a> {
    /// Opens a row's own page for the fields that the list does not show, if one of them is needed.
    pub(super) async fn with_detail(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        mut row: Row,
        needed: &[String],
    ) -> Attempted<Row> {
        let Some(detail) = &table.detail else { return Ok(row) };
        if !needed.iter().any(|field| detail.fields.contains_key(field) && !table.fields.contains_key(field)) {
            return Ok(row);
        }
        let saved_subject = std::mem::replace(&mut self.scope.subject, row.item.clone());
        if detail.in_row {
            self.page.enter_row(self.row_query(view.resource, table, &table.key, &row.shown_key)?);
        }
        let opened = match &detail.link {
            Some(link) => self.linked(&row, link).await,
            None => self.open(&detail.open).await,
        };
        self.page.leave_row();
        self.scope.subject = saved_subject;
        opened?;
        let compiler = Compiler::new(&self.scope);
        let ready = match self.recipe.screens.get(&detail.screen) {
            Some(screen) => compiler.screen(screen)?,
            None => Probe::Known { holds: true },
        };
        let mut fields = Vec::new();
        // Only what is asked for: a field that nobody needs is no reason to fail.
        let wanted = || detail.fields.iter().filter(|(name, _)| needed.contains(name));
        for (name, field) in wanted() {
            fields.extend(compiler.field(name, field)?);
        }
        let begun = self.begin();
        let deadline = detail.timeout.map_or_else(|| self.page_deadline(), |timeout| self.step_deadline(Some(timeout)));
        let mut result = self.session()?.read_fields(&ready, &fields, deadline).await;
        if matches!(result, Err(CommandError::NotReady { .. })) && self.cleared_the_way().await? {
            let deadline = self.page_deadline();
            result = self.session()?.read_fields(&ready, &fields, deadline).await;
        }
        let does = format!("read the page of {} for view `{}`", row.shown_key, view.name);
        let raw: BTreeMap<String, FieldValue> = match result {
            Ok(raw) => raw,
            Err(error) => {
                let failure = self.command_failed(begun, does, view.span, &error).await;
                return Err(self.unready(&error, &ready, failure).await);
            }
        };
        self.page.recognised(detail.screen.clone());
        self.end(begun, does, Some(view.span), StepStatus::Ok, None).await;
        let place = format!("on the page of `{}`", row.shown_key);
        let more = row::row(&self.scope, view.resource, (&place, row::of_table(wanted())), &table.key, &raw)?;
        row.item.extend(more.item);
        row.unmapped.extend(more.unmapped);
        Ok(row)
    }

    /// Loads the page that the row's link leads to.
    async fn linked(&mut self, row: &Row, link: &Locator) -> Attempted<()> {
        let Some(address) = &row.link else {
            let message = format!("the row of `{}` has no link to its own page, or several", row.shown_key);
            return Err(Failure::new(ErrorKind::ElementMissing, message).at(link.span));
        };
        // Where only the fragment differs, the page of the row before would be shown, and read, for a moment.
        self.page.ask_server();
        self.follow(address, link.span).await.map_err(|failure| failure.at(link.span))
    }
}
