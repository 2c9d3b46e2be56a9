//! Lists that a control makes longer: it is clicked until it is gone or disabled, then the whole list is read at once.

use tokio::time::Instant;

use crate::browser::CommandError;
use crate::contract::{ErrorKind, StepStatus};
use crate::recipe::{LoadMore, Search, TableView, View};

use super::super::attempt::Attempt;
use super::super::compile::Compiler;
use super::super::failure::{Attempted, Failure};
use super::super::telling::Portion;
use super::Target;
use super::find::matching_rows;
use super::pages::MOMENT;
use super::table::too_many;
use super::table_read::TableRead;

impl<'a> Attempt<'a> {
    /// Makes the list as long as it gets, and reads it.
    pub(super) async fn lengthened(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        more: &'a LoadMore,
        search: Option<&'a Search>,
        target: Option<&Target>,
    ) -> Attempted<TableRead> {
        let query = self.list_query(table, search, target)?;
        let control = Compiler::new(&self.scope).query(&more.click)?;
        let begun = self.begin();
        let does = format!("load all rows of view `{}`", view.name);
        let mut known = None;
        let mut clicks = 0;
        loop {
            self.may_go_on()?;
            let deadline = self.page_deadline();
            // Something may have come up before the first look; later the control is clicked, which sees to it.
            let first = known.is_none() && !self.recipe.interrupts.is_empty();
            let soon = if first { deadline.min(Instant::now() + MOMENT) } else { deadline };
            let mut looked = self.session()?.more_rows(&query, &control, known, soon).await;
            if soon < deadline && Instant::now() >= soon {
                if looked.is_err() && self.cleared_the_way().await? {
                    continue;
                }
                looked = self.session()?.more_rows(&query, &control, known, deadline).await;
            }
            let rows = match looked {
                Ok(rows) => rows,
                Err(CommandError::NotReady { .. }) if self.cleared_the_way().await? => continue,
                Err(error) => {
                    let failure = self.command_failed(begun, does, view.span, &error).await;
                    return Err(self.known_page().await.unwrap_or(failure));
                }
            };
            let Some(element) = rows.control else { break };
            if !rows.grew && self.cleared_the_way().await? {
                continue;
            }
            if !rows.grew {
                let message = format!(
                    "click {clicks} on `load_more` of view `{}` added no rows to the {} that were there, and the control did not go away",
                    view.name, rows.count
                );
                return Err(Failure::new(ErrorKind::UnexpectedPage, message).at(view.span));
            }
            if clicks >= more.max {
                return Err(too_many(view, &format!("{} clicks' worth of rows (`load_more.max`)", more.max)));
            }
            if target.is_none() {
                let portion = Portion { items: rows.count as u64, ..Portion::default() };
                self.tell_portion(view, portion);
            }
            clicks += 1;
            known = Some(rows.count);
            if let Err(error) = self.click_on(element, Some(&control)).await {
                return Err(self.command_failed(begun, does, view.span, &error).await);
            }
        }
        self.end(begun, does, Some(view.span), StepStatus::Ok, Some(format!("{clicks} clicks"))).await;
        let mut read = self.paged(view, table, search, target).await?;
        read.ended = true;
        read.pages = clicks + 1;
        read.stopped = target.is_some_and(|target| !matching_rows(&read.rows, table, target).is_empty());
        Ok(read)
    }
}
