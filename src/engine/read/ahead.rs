//! Reading ahead: the pages of a whole list that follow the one that is shown, without loading them.

use crate::browser::{AheadQuery, FetchedPage, ListQuery, Query, ReadAhead};
use crate::contract::StepStatus;
use crate::recipe::{Pager, Pages, TableView, View};

use super::super::attempt::Attempt;
use super::super::compile::Compiler;
use super::super::failure::Attempted;
use super::super::telling::Portion;
use super::Target;
use super::prove::distinct;
use super::table::{Look, too_many};
use super::table_read::TableRead;
use super::walk::{OTHER_FIRST_PAGE, PageKeys, Walk};

/// How many pages are read in one command at most.
const AT_ONCE: usize = 50;

/// How many pages are asked for before it is known that they are there, where the app states no number of entries.
const GUESSED: u64 = 2;

/// How many pages of one list are drawn because they show something new, before it is read by clicks.
const MOST_DRAWN: u32 = 5;

/// How a list goes on after what could be read ahead.
pub(super) enum Onward {
    /// By a click, from the page that is shown.
    Click,
    /// By loading the page that follows.
    Load(String),
    /// From its beginning, without reading ahead.
    Afresh,
    /// It is read to its end.
    Ended,
}

impl<'p> From<&'p FetchedPage> for Look<'p> {
    fn from(page: &'p FetchedPage) -> Self {
        let FetchedPage { rows, excepted, empty, end, total_text, problems, .. } = page;
        Self { rows, excepted: *excepted, empty: *empty, end: *end, total_text: total_text.as_deref(), problems }
    }
}

impl<'a> Attempt<'a> {
    /// Whether the pages of a list may be read ahead: all of it is read in the page itself, and nothing will be done in
    /// one of its rows.
    pub(super) fn may_read_ahead(&self, view: &View, pages: &Pages, query: &ListQuery) -> bool {
        let framed = |query: &Query| !query.frames.is_empty();
        pages.read_ahead
            && !framed(&query.rows)
            && !query.next.iter().any(framed)
            && !self.slot.is_drawn_only(&view.name)
    }

    /// Reads on from the page that is shown, which `walk` has taken note of, as far as that is possible without loading
    /// a page.
    pub(super) async fn ahead(
        &mut self,
        (view, table): (&'a View, &'a TableView),
        pages: &'a Pages,
        query: &ListQuery,
        walk: &mut Walk,
    ) -> Attempted<Onward> {
        let mut first = true;
        loop {
            self.may_go_on()?;
            let nexts = self.nexts(pages, walk.number)?;
            let ahead = AheadQuery {
                list: query,
                nexts,
                first,
                start: walk.start.as_deref(),
                known: walk.known.as_ref(),
                most: pages_left(walk),
            };
            let begun = self.begin();
            let from = walk.number;
            let deadline = self.page_deadline();
            let answer = match self.session()?.read_ahead(&ahead, deadline).await {
                Ok(answer) => answer,
                Err(error) if self.slot.session().is_none_or(|session| session.lost().is_some()) => {
                    let does = format!("read view `{}` ahead from page {from}", view.name);
                    return Err(self.command_failed(begun, does, view.span, &error).await);
                }
                Err(error) => ReadAhead { refused: Some(error.to_string()), ..ReadAhead::default() },
            };
            let onward = self.take_ahead((view, table), pages, &answer, walk)?;
            let does = match walk.number - from {
                0 => format!("read view `{}` ahead", view.name),
                1 => format!("read page {} of view `{}` ahead", walk.number, view.name),
                _ => format!("read pages {} to {} of view `{}` ahead", from + 1, walk.number, view.name),
            };
            let why = answer.refused.as_ref().or(answer.why.as_ref()).map(|why| format!(", no further: {why}"));
            let rows: usize = answer.pages.iter().map(|page| page.rows.len()).sum();
            self.end(
                begun,
                does,
                Some(view.span),
                StepStatus::Ok,
                Some(format!("{rows} rows{}", why.unwrap_or_default())),
            )
            .await;
            if answer.refused.is_some() && answer.start.is_none() {
                self.slot.is_only_drawn(&view.name);
            }
            self.tell_page((view, table), walk, None, matches!(onward, Some(Onward::Ended)));
            if let Some(onward) = onward {
                return Ok(onward);
            }
            first = false;
        }
    }

    /// Takes what was read ahead; `None` where there is more to be read so. What does not look right is read once more as
    /// the browser draws it.
    fn take_ahead(
        &mut self,
        (view, table): (&'a View, &'a TableView),
        pages: &Pages,
        answer: &ReadAhead,
        walk: &mut Walk,
    ) -> Attempted<Option<Onward>> {
        let number = walk.number;
        walk.start = walk.start.take().or_else(|| answer.start.clone());
        for page in &answer.pages {
            let before = walk.read.rows.len();
            let kept = (walk.read.excepted, walk.read.total, walk.read.empty, walk.read.end_seen);
            let taken = self.take(view, table, None, &page.into(), &mut walk.read);
            let ignore_case = self.key_ignores_case(view, table);
            let short = page.last
                && walk.read.entries().is_some_and(|all| all > distinct(&walk.read.rows, &table.key, ignore_case));
            if taken.is_err() || walk.read.unfit(before).is_some() || short {
                walk.read.rows.truncate(before);
                (walk.read.excepted, walk.read.total, walk.read.empty, walk.read.end_seen) = kept;
                self.slot.is_only_drawn(&view.name);
                return Ok(Some(Onward::Load(page.address.clone())));
            }
            walk.number += 1;
            walk.read.pages += 1;
            if walk.number > pages.max {
                return Err(too_many(view, &format!("{} pages (`pages.max`)", pages.max)));
            }
            // A control that is not shown may have led there.
            if walk.note((view, table), before, (&page.fingerprint, true), page.last).is_err() {
                self.slot.is_only_drawn(&view.name);
                return Ok(Some(Onward::Afresh));
            }
        }
        if let Some(address) = &answer.render {
            walk.drawn += 1;
            walk.known.clone_from(&answer.known);
            if walk.drawn >= MOST_DRAWN {
                self.slot.is_only_drawn(&view.name);
            }
            return Ok(Some(Onward::Load(address.clone())));
        }
        if answer.refused.is_some() {
            // The page that is shown leads to one that was read already.
            let again = answer.next.clone().filter(|_| walk.number > number);
            return Ok(Some(again.map_or(Onward::Click, Onward::Load)));
        }
        if answer.more {
            return Ok(None);
        }
        if let Some(again) = &answer.again
            && walk.read.drift.is_none()
        {
            let mut read = TableRead::default();
            let same = self.take(view, table, None, &again.into(), &mut read);
            walk.read.drift = match same {
                Ok(()) => walk.first.changed(&PageKeys::of(&read, table, 0)),
                Err(_) => Some(OTHER_FIRST_PAGE.to_owned()),
            };
        }
        Ok(Some(Onward::Ended))
    }

    /// Tells whoever watches how far a list in pages is read. Of one that is only searched for somebody, once it has more
    /// than one page.
    pub(super) fn tell_page(
        &mut self,
        (view, table): (&View, &TableView),
        walk: &Walk,
        target: Option<&Target>,
        last: bool,
    ) {
        if target.is_some() && walk.number == 1 {
            return;
        }
        let number = walk.number as u64;
        let pages = if last { Some(number) } else { walk.read.total.map(|_| number + pages_left(walk)) };
        // A list that a click makes longer has no pages; it is read in one.
        let (page, pages) = match table.pager {
            Some(Pager::LoadMore(_) | Pager::Scroll(_)) => (None, None),
            Some(Pager::Pages(_)) | None => (Some(number), pages),
        };
        let (items, total) = (walk.read.rows.len() as u64, walk.read.entries());
        self.tell_portion(view, Portion { page, pages, items, total, last });
    }

    /// What leads on from each of the pages from that number on.
    fn nexts(&mut self, pages: &'a Pages, number: usize) -> Attempted<Vec<Query>> {
        let last = number + AT_ONCE.min(pages.max.saturating_sub(number) + 1);
        let mut nexts = Vec::new();
        for number in number..=last {
            self.scope.next_page = Some(number + 1);
            nexts.push(Compiler::new(&self.scope).query(&pages.next)?);
        }
        Ok(nexts)
    }
}

/// How many pages follow, as far as the app states the number of its entries.
fn pages_left(walk: &Walk) -> u64 {
    let Some(total) = walk.read.total else { return GUESSED };
    let rows = walk.read.rows.len() as u64 + walk.read.excepted;
    let per_page = (rows / walk.number.max(1) as u64).max(1);
    total.saturating_sub(rows).div_ceil(per_page)
}
