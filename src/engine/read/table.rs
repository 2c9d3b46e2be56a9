//! Reading the rows of a table, with whatever brings up further rows.

use std::collections::BTreeMap;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;

use crate::browser::{FieldValue, ListProblem};
use crate::contract::{ErrorKind, Proof};
use crate::recipe::{Pager, Search, Step, TableView, View};

use super::super::attempt::Attempt;
use super::super::failure::{Attempted, Failure};
use super::super::row;
use super::Target;
use super::prove::{number, prove, twins};
use super::query::{LINK, signs};
use super::table_read::TableRead;

/// How often a list is read that the app itself, or what it shows, says is not what it was.
const MOST_READS: usize = 3;

/// What one look at a table showed.
pub(super) struct Look<'p> {
    /// The rows.
    pub(super) rows: &'p [BTreeMap<String, FieldValue>],
    /// How many rows there are besides that are no entries.
    pub(super) excepted: u64,
    /// Whether what stands for "nothing" was there.
    pub(super) empty: bool,
    /// Whether what stands for the end was there.
    pub(super) end: bool,
    /// The text in which the app states the number.
    pub(super) total_text: Option<&'p str>,
    /// What could not be read.
    pub(super) problems: &'p [ListProblem],
}

impl<'a> Attempt<'a> {
    /// Opens a table and reads it to its end, or until the target is seen. What the app says against it is reason to
    /// read once more: somebody may have been added or removed between two pages.
    pub(super) async fn read_table(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        target: Option<&Target>,
    ) -> Attempted<(TableRead, Proof)> {
        let mut tries = 0;
        loop {
            self.open(&table.open).await?;
            let read = self.pages(view, table, None, target).await?;
            let ignore_case = self.key_ignores_case(view, table);
            let (proof, problem) = prove(table, &read, ignore_case);
            tries += 1;
            match problem.filter(|_| !read.stopped) {
                // Keys that are still to come were waited for already, and a page that did not come to rest has had all its
                // time.
                Some(problem) if tries < MOST_READS && read.unrest.is_none() && read.unfit(0).is_none() => {
                    tracing::debug!(view = %view.name, %problem, "reading the list again");
                    self.page.touched();
                }
                problem => {
                    if let Some(problem) = problem {
                        self.recorder.warn("list_incomplete", format!("view `{}`: {problem}", view.name));
                    }
                    if let Some((one, other)) = twins(&read.rows, &table.key, ignore_case) {
                        let message =
                            format!("view `{}`: `{one}` and `{other}` read the same and are two rows", view.name);
                        self.recorder.warn("same_key", message);
                    }
                    return Ok((read, proof));
                }
            }
        }
    }

    pub(super) async fn open(&mut self, steps: &'a [Step]) -> Attempted<()> {
        for step in steps {
            Box::pin(self.step(step)).await?;
        }
        Ok(())
    }

    /// Reads what is open, to its end or until the target is seen. Made here and polled elsewhere: polled here, the futures of
    /// all pagers would lie on the stack at once, again for each list that is read on the way to another.
    pub(super) fn pages<'s>(
        &'s mut self,
        view: &'a View,
        table: &'a TableView,
        search: Option<&'a Search>,
        target: Option<&'s Target>,
    ) -> BoxFuture<'s, Attempted<TableRead>> {
        match &table.pager {
            // It stands at the beginning, or nowhere.
            _ if search.is_some_and(|search| search.sorted) => self.paged(view, table, search, target).boxed(),
            Some(Pager::Scroll(scroll)) => self.scrolled(view, table, scroll, search, target).boxed(),
            Some(Pager::LoadMore(more)) => self.lengthened(view, table, more, search, target).boxed(),
            Some(Pager::Pages(_)) | None => self.paged(view, table, search, target).boxed(),
        }
    }

    /// Adds what a look showed to what was read before.
    pub(super) fn take(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        search: Option<&'a Search>,
        look: &Look<'_>,
        read: &mut TableRead,
    ) -> Attempted<()> {
        if let Some(problem) = look.problems.first() {
            let message = format!("view `{}`: {}: {}", view.name, problem.field, problem.message);
            let at = table.fields.get(&problem.field).map_or(view.span, |field| field.span);
            return Err(Failure::new(ErrorKind::ElementMissing, message).at(at));
        }
        for raw in look.rows {
            let fields = ("in a row of the list", row::of_table(&table.fields));
            let mut row = row::row(&self.scope, view.resource, fields, &table.key, raw)?;
            if let Some(FieldValue::Many(links)) = raw.get(LINK) {
                let mut links = links.iter().filter(|link| !link.is_empty());
                row.link = links.next().filter(|link| links.all(|other| other == *link)).cloned();
            }
            read.rows.push(row);
        }
        read.excepted += look.excepted;
        read.empty = look.empty;
        read.end_seen = look.end;
        let (empty, total) = signs(table, search);
        read.total = match (total, look.total_text) {
            (Some(total), Some(text)) => match number(total, text) {
                // What stands for "nothing" is sign enough: an app may write its number of none in other words.
                None if look.empty && read.rows.is_empty() => None,
                None => {
                    let pattern = total.regex.as_str();
                    let message = format!("the number of entries reads `{text}`, which `{pattern}` does not match");
                    return Err(Failure::new(ErrorKind::UnexpectedPage, message).at(total.from.span));
                }
                number => number,
            },
            _ => None,
        };
        let nothing = look.rows.is_empty() && read.rows.is_empty() && read.excepted == 0;
        if nothing && !look.empty && empty.is_some() && read.total != Some(0) {
            let message = format!("view `{}` shows no rows and does not say that there are none (`empty`)", view.name);
            return Err(Failure::new(ErrorKind::UnexpectedPage, message).at(view.span));
        }
        Ok(())
    }
}

/// Says that a list has more than its recipe allows.
pub(super) fn too_many(view: &View, what: &str) -> Failure {
    Failure::new(ErrorKind::ListIncomplete, format!("view `{}` has more than {what}", view.name)).at(view.span)
}
