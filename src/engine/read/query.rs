//! What the page is asked for a list.

use crate::browser::{FieldQuery, ListQuery, Matcher, Probe, Read, ScrollStop};
use crate::recipe::{Locator, Pager, Search, TableView, Total};

use super::super::attempt::Attempt;
use super::super::compile::{Compiler, collapse};
use super::super::failure::Attempted;
use super::Target;

/// How long rows have to stay the same, in milliseconds, where something else tells whether they are all there: a
/// number that the app states, or the signs of a search.
const QUIET: u64 = 30;

/// The longest that a page's timers are waited for, in milliseconds.
const MOST_PATIENCE: u64 = 12_000;

/// How long, where nothing else does.
const LONG_QUIET: u64 = 250;

/// Under which name the address of a row's own page is read; no field can have it.
pub(super) const LINK: &str = "detail.link";

impl<'a> Attempt<'a> {
    /// A list, or what a search left of it.
    pub(super) fn list_query(
        &self,
        table: &'a TableView,
        search: Option<&'a Search>,
        target: Option<&Target>,
    ) -> Attempted<ListQuery> {
        let compiler = Compiler::new(&self.scope);
        let mut ready = Vec::new();
        if let Some(screen) = self.recipe.screens.get(&table.screen) {
            ready.push(compiler.screen(screen)?);
        }
        if let Some(settled) = search.and_then(|search| search.settled.as_ref()) {
            ready.push(compiler.probe(settled)?);
        }
        let mut fields = Vec::new();
        for (name, field) in &table.fields {
            fields.extend(compiler.field(name, field)?);
        }
        if let Some(link) = table.detail.as_ref().and_then(|detail| detail.link.as_ref()) {
            // Who is looked at in the list only may have none.
            let query = compiler.query(link)?;
            fields.push(FieldQuery { name: LINK.to_owned(), query, each: true, read: Read::Link });
        }
        let (empty, total) = signs(table, search);
        let next = match &table.pager {
            Some(Pager::Pages(pages)) => Some(&pages.next),
            _ => None,
        };
        let certain = search.is_some_and(|search| search.settled.is_some() || empty.is_some()) || total.is_some();
        Ok(ListQuery {
            ready: Probe::All { all: ready },
            rows: compiler.query(&table.rows)?,
            except: table.except.as_ref().map(|except| compiler.query(except).map(Box::new)).transpose()?,
            fields,
            empty: empty.map(|empty| compiler.query(empty)).transpose()?,
            total: total.map(|total| compiler.total(total).map(Box::new)).transpose()?,
            end: table.end.as_ref().map(|end| compiler.query(end)).transpose()?,
            next: next.map(|next| compiler.query(next)).transpose()?,
            previous: None,
            // A search that has no sign of its own for "nothing" leaves nothing to see.
            blank: search.is_some() && empty.is_none() && total.is_none(),
            quiet: if certain { QUIET } else { LONG_QUIET },
            end_quiet: if certain { QUIET } else { LONG_QUIET },
            sought: target.map(|target| ScrollStop {
                field: target.by.clone(),
                is: Matcher::Whole { text: collapse(&target.value), ignore_case: true },
            }),
            before: None,
            patience: Some(patience(self.recipe.settings.timeouts.page.get())),
        })
    }
}

/// How long a page that does not come to rest is waited for, of the time that a page has, in milliseconds.
fn patience(page: std::time::Duration) -> u64 {
    u64::try_from(page.as_millis() * 6 / 10).unwrap_or(u64::MAX).min(MOST_PATIENCE)
}

/// What says that there is nothing and how many there are: a narrowed list has signs of its own.
pub(super) fn signs<'v>(table: &'v TableView, search: Option<&'v Search>) -> (Option<&'v Locator>, Option<&'v Total>) {
    match search {
        Some(search) => (search.empty.as_ref(), search.total.as_ref()),
        None => (table.empty.as_ref(), table.total.as_ref()),
    }
}
