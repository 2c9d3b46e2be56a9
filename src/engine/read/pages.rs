//! Lists in pages, and lists of one page.

use std::time::Duration;

use tokio::time::Instant;

use crate::browser::{CommandError, ElementHandle, ListPage, ListQuery, Query, Sent, Unrest};
use crate::contract::{ErrorKind, StepStatus};
use crate::recipe::{Pager, Pages, Search, TableView, View};

use super::super::attempt::Attempt;
use super::super::compile::Compiler;
use super::super::failure::{Attempted, Failure};
use super::super::value;
use super::Target;
use super::ahead::Onward;
use super::find::matching_rows;
use super::prove::distinct;
use super::query::signs;
use super::table::{Look, too_many};
use super::table_read::TableRead;
use super::walk::{PageKeys, Walk};

/// How long a page is waited for before it is asked whether it is another one that the recipe knows: one look of the
/// browser's side.
pub(super) const MOMENT: Duration = Duration::from_secs(3);

/// How long further rows are waited for where the app states more than there are.
const LATE_ROWS: Duration = Duration::from_millis(1500);

/// How long a key is waited for where a row shows a text that cannot be one.
pub(super) const LATE_KEYS: Duration = Duration::from_secs(5);

/// How often a control that is redrawn under the driver's click is clicked so.
const CLICK_TRIES: u32 = 4;

/// That the app failed to answer what its list is made of: what is missing in it then says nothing.
fn unreadable(unrest: &Unrest) -> Option<Failure> {
    let Unrest { why, status } = unrest;
    let kind = match (*status)? {
        401 => ErrorKind::SessionExpired,
        // Perhaps a right that is missing, perhaps a guard against robots: no reason to suspend everything.
        403 => ErrorKind::UnexpectedPage,
        _ => ErrorKind::AppUnavailable,
    };
    Some(Failure::new(kind, format!("{why}, and nothing is concluded from what its list shows then")))
}

impl<'p> From<&'p ListPage> for Look<'p> {
    fn from(page: &'p ListPage) -> Self {
        let ListPage { rows, excepted, empty, end, total_text, problems, .. } = page;
        Self { rows, excepted: *excepted, empty: *empty, end: *end, total_text: total_text.as_deref(), problems }
    }
}

impl<'a> Attempt<'a> {
    /// Reads page after page, until the end or until the target is seen.
    pub(super) async fn paged(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        search: Option<&'a Search>,
        target: Option<&Target>,
    ) -> Attempted<TableRead> {
        let pager = match &table.pager {
            Some(Pager::Pages(pages)) if !search.is_some_and(|search| search.sorted) => Some(pages),
            _ => None,
        };
        self.scope.next_page = Some(2);
        let read = self.page_after_page(view, table, pager, search, target).await;
        self.scope.next_page = None;
        read
    }

    async fn page_after_page(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        pager: Option<&'a Pages>,
        search: Option<&'a Search>,
        target: Option<&Target>,
    ) -> Attempted<TableRead> {
        let mut query = self.list_query(table, search, target)?;
        if search.is_none() {
            query.before = self.slot.rows_seen(&view.name);
        }
        let mut walk = Walk::new();
        loop {
            let (page, before) = self.page(view, table, search, &query, target, &mut walk.read).await?;
            query.before = None;
            walk.note((view, table), before, (&page.fingerprint, page.settled), page.next.is_none())?;
            self.tell_page((view, table), &walk, target, pager.is_none() || page.next.is_none());
            if walk.number == 1 && search.is_none() {
                self.slot.saw_rows(&view.name, walk.read.rows.len());
            }
            walk.read.stopped = target.is_some_and(|target| !matching_rows(&walk.read.rows, table, target).is_empty());
            let (Some(next), Some(pager)) = (page.next, pager) else {
                // Whoever looks for one row reads all of it twice.
                if walk.number > 1 && search.is_none() && target.is_none() && walk.read.drift.is_none() {
                    walk.read.drift = self.first_page_again(view, table, &walk.first).await?;
                }
                walk.read.ended = true;
                return Ok(walk.read);
            };
            if walk.read.stopped {
                return Ok(walk.read);
            }
            let whole = search.is_none() && target.is_none() && page.problems.is_empty();
            let onward = if whole && self.may_read_ahead(view, pager, &query) {
                self.ahead((view, table), pager, &query, &mut walk).await?
            } else {
                Onward::Click
            };
            match &onward {
                Onward::Ended => {
                    walk.read.ended = true;
                    return Ok(walk.read);
                }
                Onward::Afresh => {
                    self.page.touched();
                    self.scope.next_page = Some(2);
                    self.open(&table.open).await?;
                    walk = Walk::new();
                    query = self.list_query(table, None, None)?;
                    continue;
                }
                Onward::Click | Onward::Load(_) => walk.number += 1,
            }
            if walk.number > pager.max {
                return Err(too_many(view, &format!("{} pages (`pages.max`)", pager.max)));
            }
            query.previous = if let Onward::Load(address) = onward {
                self.follow(&address, view.span).await?;
                None
            } else {
                let again = query.next.clone();
                self.next_page(view, next, again.as_ref(), walk.number).await?;
                Some(page.fingerprint)
            };
            self.scope.next_page = Some(walk.number + 1);
            query.next = Some(Compiler::new(&self.scope).query(&pager.next)?);
        }
    }

    /// Reads the first page once more, and says what it shows that it did not before.
    async fn first_page_again(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        first: &PageKeys,
    ) -> Attempted<Option<String>> {
        self.page.touched();
        self.scope.next_page = Some(2);
        self.open(&table.open).await?;
        let query = self.list_query(table, None, None)?;
        let mut read = TableRead::default();
        self.page(view, table, None, &query, None, &mut read).await?;
        Ok(first.changed(&PageKeys::of(&read, table, 0)))
    }

    /// The keys of the rows on this page alone, as the app shows them.
    pub(in super::super) async fn rows_here(&mut self, view: &'a View, table: &'a TableView) -> Attempted<Vec<String>> {
        let query = self.list_query(table, None, None)?;
        let mut read = TableRead::default();
        self.page(view, table, None, &query, None, &mut read).await?;
        match read.unfit(0) {
            Some(why) => {
                let message = format!("view `{}`: {why}", view.name);
                Err(Failure::new(ErrorKind::UnexpectedPage, message).at(view.span))
            }
            None => Ok(read.keys(&table.key)),
        }
    }

    /// Reads one page into `read`, and says where its rows begin there. On the last page the app's own number decides
    /// whether rows are still on their way.
    async fn page(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        search: Option<&'a Search>,
        query: &ListQuery,
        target: Option<&Target>,
        read: &mut TableRead,
    ) -> Attempted<(ListPage, usize)> {
        read.pages += 1;
        let number = read.pages;
        let (before, excepted) = (read.rows.len(), read.excepted);
        let mut deadline = self.page_deadline();
        let ignore_case = self.key_ignores_case(view, table);
        let mut keys_until = None;
        let mut query = query.clone();
        loop {
            self.may_go_on()?;
            let begun = self.begin();
            let late = read.rows.len() > before;
            let until = match keys_until {
                Some(until) => deadline.min(until),
                None if late => deadline.min(Instant::now() + LATE_ROWS),
                None => deadline,
            };
            let result = self.read_page(&query, until).await?;
            let does = format!("read page {number} of view `{}`", view.name);
            let page = match result {
                Ok(page) => page,
                Err(error) => {
                    let failure = self.command_failed(begun, does, view.span, &error).await;
                    return Err(self.unready(&error, &query.ready, failure).await);
                }
            };
            self.page.recognised(table.screen.clone());
            let detail = format!("{} rows{}", page.rows.len(), if page.empty { ", said to be empty" } else { "" });
            self.end(begun, does, Some(view.span), StepStatus::Ok, Some(detail)).await;
            read.rows.truncate(before);
            read.excepted = excepted;
            if let Err(failure) = self.take(view, table, search, &(&page).into(), read) {
                if self.cleared_the_way().await? {
                    deadline = self.page_deadline();
                    continue;
                }
                return Err(failure);
            }
            read.firm = page.firm;
            read.unrest = page.unrest.as_ref().map(|unrest| unrest.why.clone()).or(read.unrest.take());
            if let Some(why) = &page.never {
                let message =
                    format!("view `{}`: its page does not come to rest: {why}; it was read as it was", view.name);
                self.recorder.warn("page_never_rests", message);
            }
            let (_, total) = signs(table, search);
            let seen = distinct(&read.rows, &table.key, ignore_case);
            let short = search.is_none() && total.is_some() && read.entries() > Some(seen);
            let found = || target.is_some_and(|target| !matching_rows(&read.rows[before..], table, target).is_empty());
            // A row without a proper key is one that is still to come: whoever it is, this list is not read.
            let unfit = !read.gave_up && read.unfit(before).is_some() && !found();
            let fruitless = late && !page.settled;
            if unfit {
                let until = *keys_until.get_or_insert_with(|| Instant::now() + LATE_KEYS);
                read.gave_up = fruitless || Instant::now() >= until;
            } else {
                keys_until = None;
            }
            let wait = if unfit { !read.gave_up } else { short && page.next.is_none() && !fruitless };
            if !wait || Instant::now() >= deadline {
                // A second look that brought nothing new says nothing about the pager.
                return Ok((ListPage { settled: page.settled || late, ..page }, before));
            }
            query.previous = Some(page.fingerprint);
        }
    }

    /// Whether case does not tell the keys of a table apart.
    pub(super) fn key_ignores_case(&self, view: &View, table: &TableView) -> bool {
        let resource = self.recipe.resources.get(&view.resource);
        value::ignores_case(resource.and_then(|resource| resource.fields.get(&table.key)))
    }

    /// Reads one page. A page that is not there after a moment may be one that the recipe knows (the login, maintenance):
    /// then there is nothing to wait for. Or something came up that the recipe knows how to get rid of.
    pub(super) async fn read_page(
        &mut self,
        query: &ListQuery,
        mut deadline: Instant,
    ) -> Attempted<Result<ListPage, CommandError>> {
        let mut asked = false;
        loop {
            let soon = deadline.min(Instant::now() + MOMENT);
            let result = self.session()?.read_list(query, soon).await;
            let nothing = match &result {
                Err(CommandError::NotReady { .. }) => true,
                Ok(page) if !page.settled || page.unrest.is_some() => page.rows.is_empty() && !page.empty,
                _ => return Ok(result),
            };
            if nothing && self.cleared_the_way().await? {
                deadline = self.page_deadline();
                continue;
            }
            if result.is_err() && soon >= deadline {
                return Ok(result);
            }
            if !asked && let Some(known) = self.known_page().await {
                return Err(known);
            }
            asked = true;
            if let Ok(page) = &result
                && let Some(failure) = page.unrest.as_ref().and_then(unreadable)
            {
                return Err(failure);
            }
            if soon >= deadline {
                return Ok(result);
            }
            // Something may come up at any time while a page is waited for; a page that is there is left in peace.
            if result.is_ok() || self.recipe.interrupts.is_empty() {
                let last = self.session()?.read_list(query, deadline).await;
                if matches!(last, Err(CommandError::NotReady { .. })) && self.cleared_the_way().await? {
                    deadline = self.page_deadline();
                    continue;
                }
                return Ok(last);
            }
        }
    }

    async fn next_page(
        &mut self,
        view: &'a View,
        next: ElementHandle,
        again: Option<&Query>,
        number: usize,
    ) -> Attempted<()> {
        let begun = self.begin();
        // While the next page loads, a browser that is asked for a picture may never answer.
        self.picture_before().await;
        let clicked = self.click_on(next, again).await;
        let does = format!("go to page {number} of view `{}`", view.name);
        match clicked {
            Ok(()) => {
                self.end(begun, does, Some(view.span), StepStatus::Ok, None).await;
                Ok(())
            }
            Err(error) => Err(self.command_failed(begun, does, view.span, &error).await),
        }
    }

    /// Clicks what leads to further rows. A list that redraws itself may have replaced it meanwhile: then it is looked
    /// for again. A click that may have been sent is not sent again.
    pub(super) async fn click_on(&mut self, element: ElementHandle, again: Option<&Query>) -> Result<(), CommandError> {
        self.acted();
        let deadline = self.page_deadline();
        let gone = || CommandError::Lost { reason: "the browser is gone".to_owned(), sent: Sent::No };
        let mut element = element;
        let mut redrawn = 0;
        loop {
            let session = self.slot.session().ok_or_else(gone)?;
            match session.click_element(element, deadline).await {
                Err(error @ CommandError::Rejected { .. }) if error.sent() == Sent::No && Instant::now() < deadline => {
                    let Some(query) = again else { return Err(error) };
                    if self.cleared_the_way().await.is_err() {
                        return Err(error);
                    }
                    let session = self.slot.session().ok_or_else(gone)?;
                    redrawn += u32::from(error.was_redrawn());
                    let found = session.prepare_click(query, &[], deadline).await?.element;
                    if redrawn >= CLICK_TRIES {
                        // Redrawn faster than the driver clicks. Nothing is committed here, only a further page shown.
                        return match session.click_in_page(query, deadline).await {
                            // The page went away with it.
                            Err(CommandError::Driver { sent: Sent::Maybe, .. }) => Ok(()),
                            clicked => clicked,
                        };
                    }
                    element = found;
                }
                result => return result,
            }
        }
    }
}
