//! Lists that show only the rows in sight: the browser's side scrolls, this one says when it is enough.

use tokio::time::Instant;

use crate::browser::{CommandError, Matcher, ScrollEnd, ScrollQuery, ScrollRead, ScrollStop, Scrolled, Scrolling};
use crate::contract::StepStatus;
use crate::recipe::{Scroll, Search, TableView, View};

use super::super::attempt::Attempt;
use super::super::compile::{Compiler, collapse};
use super::super::failure::Attempted;
use super::super::telling::Portion;
use super::Target;
use super::find::matching_rows;
use super::pages::LATE_KEYS;
use super::prove::distinct;
use super::table::{Look, too_many};
use super::table_read::TableRead;

/// How long nothing new must appear at the end of a list, in milliseconds, when the app's own number says that all is
/// read, or a search has left what there is.
const SHORT_END: u64 = 100;

/// How long, when nothing says so: rows may be on their way.
const LONG_END: u64 = 2500;

impl<'p> From<&'p ScrollRead> for Look<'p> {
    fn from(read: &'p ScrollRead) -> Self {
        let ScrollRead { rows, excepted, empty, end, total_text, problems, .. } = read;
        Self { rows, excepted: *excepted, empty: *empty, end: *end, total_text: total_text.as_deref(), problems }
    }
}

impl<'a> Attempt<'a> {
    /// Scrolls from the top to the end, or until the target is in sight.
    pub(super) async fn scrolled(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        scroll: &'a Scroll,
        search: Option<&'a Search>,
        target: Option<&Target>,
    ) -> Attempted<TableRead> {
        let stop = |field: &str, text: &str, ignore_case| ScrollStop {
            field: field.to_owned(),
            is: Matcher::Whole { text: collapse(text), ignore_case },
        };
        let mut asked = ScrollQuery {
            container: Compiler::new(&self.scope).query(&scroll.container)?,
            key: table.key.clone(),
            max_rows: scroll.max_rows,
            quiet: SHORT_END,
            stop: target.map(|target| stop(&target.by, &target.value, true)),
        };
        let ignore_case = self.key_ignores_case(view, table);
        let mut scrolling = Scrolling::default();
        let mut revealing = false;
        let mut keys_until = None;
        loop {
            let found = self.scroll_on(view, table, search, &asked, &mut scrolling).await?;
            let mut read = TableRead { gaps: found.gaps, pages: found.moves + 1, ..TableRead::default() };
            if let Err(failure) = self.take(view, table, search, &(&found).into(), &mut read) {
                if self.cleared_the_way().await? {
                    scrolling = Scrolling::default();
                    continue;
                }
                return Err(failure);
            }
            let matching = target.map(|target| matching_rows(&read.rows, table, target)).unwrap_or_default();
            match found.how {
                ScrollEnd::TooMany => {
                    return Err(too_many(view, &format!("{} rows (`scroll.max_rows`)", scroll.max_rows)));
                }
                ScrollEnd::Stopped if matching.is_empty() => asked.stop = None,
                ScrollEnd::Stopped => {
                    read.stopped = true;
                    return Ok(read);
                }
                ScrollEnd::End => {
                    if read.unfit(0).is_some() && matching.is_empty() && !revealing {
                        // Rows without a proper key are still to come, and were kept under the one they had: from the
                        // top again.
                        if Instant::now() < *keys_until.get_or_insert_with(|| Instant::now() + LATE_KEYS) {
                            scrolling = Scrolling::default();
                            asked.quiet = LONG_END;
                            continue;
                        }
                        read.ended = true;
                        return Ok(read);
                    }
                    let all = read.entries() == Some(distinct(&read.rows, &table.key, ignore_case));
                    if !all && search.is_none() && asked.quiet < LONG_END {
                        asked.quiet = LONG_END;
                        continue;
                    }
                    read.ended = true;
                    if target.is_none() {
                        let (items, total) = (read.rows.len() as u64, read.entries());
                        let portion = Portion { items, total, last: true, ..Portion::default() };
                        self.tell_portion(view, portion);
                    }
                    if matching.is_empty() || revealing {
                        read.stopped = !matching.is_empty();
                        return Ok(read);
                    }
                    // It was passed without being known for what it is: the view's filters changed its text. Whoever
                    // looks for one row wants to act on it: it is brought into sight.
                    revealing = true;
                    scrolling = Scrolling::default();
                    asked.stop = matching.first().map(|row| stop(&table.key, &row.shown_key, ignore_case));
                }
            }
        }
    }

    async fn scroll_on(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        search: Option<&'a Search>,
        asked: &ScrollQuery,
        scrolling: &mut Scrolling,
    ) -> Attempted<ScrollRead> {
        let query = self.list_query(table, search, None)?;
        let begun = self.begin();
        let does = format!("scroll through view `{}`", view.name);
        let patience = self.recipe.settings.timeouts.page.get();
        let mut asked_once = false;
        let mut before = 0;
        let found = loop {
            self.may_go_on()?;
            let deadline = self.deadline;
            let error = match self.session()?.scroll_list(&query, asked, scrolling, patience, deadline).await {
                Ok(Scrolled::Done(found)) => break found,
                Ok(Scrolled::Going { read, .. }) if read > before => {
                    before = read;
                    if asked.stop.is_none() {
                        let portion = Portion { items: read as u64, ..Portion::default() };
                        self.tell_portion(view, portion);
                    }
                    continue;
                }
                Ok(Scrolled::Going { .. }) => None,
                Err(error) => Some(error),
            };
            // Nothing came for a while: something may be in the way. What was passed meanwhile is not known: from the top
            // again.
            if error.as_ref().is_none_or(|error| matches!(error, CommandError::NotReady { .. }))
                && self.cleared_the_way().await?
            {
                *scrolling = Scrolling::default();
                before = 0;
                continue;
            }
            if let Some(error) = error {
                let failure = self.command_failed(begun, does, view.span, &error).await;
                return Err(self.unready(&error, &query.ready, failure).await);
            }
            if before == 0 && !asked_once {
                // Nothing there after a moment: the page may be one that the recipe knows.
                asked_once = true;
                if let Some(known) = self.known_page().await {
                    return Err(known);
                }
            }
        };
        self.page.recognised(table.screen.clone());
        self.page.touched();
        let detail = format!("{} rows, scrolled {} times", found.rows.len(), found.moves);
        self.end(begun, does, Some(view.span), StepStatus::Ok, Some(detail)).await;
        Ok(found)
    }
}
