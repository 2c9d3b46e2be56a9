//! Reading views: one subject with proof of its absence, or the whole list with proof of its completeness.

use std::collections::BTreeMap;

use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;

use crate::browser::{CommandError, ElementHandle, FieldValue, ListPage, ListQuery, Matcher, Probe, RowQuery};
use crate::contract::{ErrorKind, Item, Phase, Proof, ResourceKind, StepStatus};
use crate::recipe::{Locator, Pager, Search, SearchBy, Step, StepVerb, Submit, TableView, Total, View, ViewKind};

use super::attempt::Attempt;
use super::failure::{Failure, Outcome};
use super::lower::{self, Lowering};
use super::row::{self, Row};
use super::trace::ListRead;
use super::value;

/// What a search for one subject found.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found {
    /// It is there.
    Present(Row),
    /// It is provably not there.
    Absent,
    /// It was not seen, but nothing proves that it is not there: why.
    Unproven(String),
}

/// What is looked for in a list.
#[derive(Debug, Clone)]
pub(super) struct Target {
    /// The field.
    pub(super) by: String,
    /// Its value.
    pub(super) value: String,
}

/// Rows of consecutive pages.
#[derive(Debug, Default)]
struct Pages {
    rows: Vec<Row>,
    /// Whether the page said that there is nothing.
    empty: bool,
    /// The number that the app states.
    total: Option<u64>,
    /// Whether the end was reached.
    ended: bool,
    /// Whether the sign of the end was seen.
    end_seen: bool,
    /// Whether reading stopped at the target.
    stopped: bool,
}

impl<'a> Attempt<'a> {
    /// The views that a view is made of, in order; a table is made of itself.
    pub(super) fn tables(&self, view: &'a View) -> Vec<(&'a View, &'a TableView)> {
        match &view.kind {
            ViewKind::Table(table) => vec![(view, table)],
            ViewKind::Csv(_) => Vec::new(),
            ViewKind::Union(members) => members
                .iter()
                .filter_map(|name| self.recipe.views.get(name))
                .flat_map(|member| self.tables(member))
                .collect(),
        }
    }

    /// Whether a view reads that field at all.
    pub(super) fn reads(&self, view: &'a View, field: &str) -> bool {
        self.tables(view).iter().any(|(_, table)| {
            table.fields.contains_key(field)
                || table.detail.as_ref().is_some_and(|detail| detail.fields.contains_key(field))
        })
    }

    /// Finds one subject by its key, with the fields that are needed of it.
    pub(super) async fn find(&mut self, view: &'a View, key: &str, needed: &[String]) -> Outcome<Found> {
        let mut unproven = None;
        for (member, table) in self.tables(view) {
            let target = Target { by: table.key.clone(), value: key.to_owned() };
            match self.find_in(member, table, &target).await? {
                Found::Present(row) => {
                    let row = self.with_detail(member, table, row, needed).await?;
                    for (field, text) in &row.unmapped {
                        if needed.contains(field) {
                            let message =
                                format!("`{field}` of {key} reads `{text}`, which no label of the recipe knows");
                            return Err(Failure::new(ErrorKind::UnexpectedPage, message).at(member.span));
                        }
                        self.trace
                            .warn("unmapped_label", format!("`{field}` of {key} reads `{text}`, which no label knows"));
                    }
                    return Ok(Found::Present(row));
                }
                Found::Absent => {}
                Found::Unproven(why) => unproven = Some(why),
            }
        }
        Ok(unproven.map_or(Found::Absent, Found::Unproven))
    }

    /// Finds one row of a table. The browser stays on the page that shows it.
    pub(super) async fn find_in(&mut self, view: &'a View, table: &'a TableView, target: &Target) -> Outcome<Found> {
        if let Some(search) = table.search.as_ref().filter(|_| target.by == table.key) {
            let subject = self.subject_of(table, target);
            let saved = std::mem::replace(&mut self.scope.subject, subject);
            let found = self.search(view, table, search, target).await;
            self.scope.subject = saved;
            if let Some(found) = found? {
                return Ok(found);
            }
        }
        self.open(table).await?;
        let pages = self.pages(view, table, None, Some(target)).await?;
        let mut matching = matching(&pages.rows, table, target);
        match matching.len() {
            0 => {}
            1 => return Ok(Found::Present(matching.remove(0))),
            count => return Err(ambiguous(target, count, view)),
        }
        Ok(match prove(table, &pages).0 {
            Proof::None => Found::Unproven(format!(
                "`{}` was not seen in view `{}`, but nothing proves that the list is complete",
                target.value, view.name
            )),
            _ => Found::Absent,
        })
    }

    /// The subject that a search's templates see: what is known, with the value that is looked for.
    fn subject_of(&self, table: &TableView, target: &Target) -> Item {
        let mut subject = self.scope.subject.clone();
        if target.by == table.key {
            subject.insert(target.by.clone(), Value::String(target.value.clone()));
        }
        subject
    }

    /// Narrows the list to one key. `None`: nothing found, and the search itself does not prove absence.
    async fn search(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        search: &'a Search,
        target: &Target,
    ) -> Outcome<Option<Found>> {
        match &search.by {
            SearchBy::Goto(path) => self.goto(path, Some(view.span)).await?,
            SearchBy::Box { into, value, submit } => {
                self.open(table).await?;
                let fill = StepVerb::Fill { into: into.clone(), value: value.clone() };
                Box::pin(self.step(&synthetic(fill, into.span))).await?;
                match submit {
                    Submit::Typing => {}
                    Submit::Enter => {
                        let press = StepVerb::Press { keys: vec!["Enter".to_owned()], target: Some(into.clone()) };
                        Box::pin(self.step(&synthetic(press, into.span))).await?;
                    }
                    Submit::Click(locator) => {
                        Box::pin(self.step(&synthetic(StepVerb::Click(locator.clone()), locator.span))).await?;
                    }
                }
            }
        }
        let mut previous_look = false;
        loop {
            let pages = self.pages(view, table, Some(search), Some(target)).await?;
            let mut matching = matching(&pages.rows, table, target);
            match matching.len() {
                0 => {}
                1 => return Ok(Some(Found::Present(matching.remove(0)))),
                count => return Err(ambiguous(target, count, view)),
            }
            let distinct = distinct(&pages.rows, &table.key);
            let proven =
                if search.total.is_some() { pages.total == Some(distinct) } else { pages.empty && distinct == 0 };
            if !proven {
                return Ok(None);
            }
            // A list that is still being narrowed looks empty for a moment: absence has to be seen twice.
            if previous_look {
                return Ok(Some(Found::Absent));
            }
            previous_look = true;
        }
    }

    async fn open(&mut self, table: &'a TableView) -> Outcome<()> {
        for step in &table.open {
            Box::pin(self.step(step)).await?;
        }
        Ok(())
    }

    /// Reads page after page, until the end or until the target is seen.
    async fn pages(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        search: Option<&'a Search>,
        target: Option<&Target>,
    ) -> Outcome<Pages> {
        let mut query = self.list_query(table, search)?;
        let mut read = Pages::default();
        let mut number = 1;
        loop {
            self.may_go_on()?;
            let begun = self.begin();
            let deadline = self.page_deadline();
            let result = self.read_page(&query, deadline).await?;
            let does = format!("read page {number} of view `{}`", view.name);
            let page = match result {
                Ok(page) => page,
                Err(error) => {
                    let failure = self.command_failed(begun, does, view.span, &error).await;
                    return Err(failure);
                }
            };
            self.screen = Some(table.screen.clone());
            let detail = format!("{} rows{}", page.rows.len(), if page.empty { ", said to be empty" } else { "" });
            self.end(begun, does, Some(view.span), StepStatus::Ok, Some(detail)).await;
            self.take(view, table, search, &page, &mut read)?;
            read.stopped = target.is_some_and(|target| !matching(&read.rows, table, target).is_empty());
            let Some(next) = page.next else {
                read.ended = true;
                return Ok(read);
            };
            if read.stopped {
                return Ok(read);
            }
            number += 1;
            let max = pages_of(table).map_or(1, |pages| pages.max);
            if number > max {
                let message = format!("view `{}` has more than {max} pages (`pages.max`)", view.name);
                return Err(Failure::new(ErrorKind::ListIncomplete, message).at(view.span));
            }
            self.next_page(view, next, number).await?;
            query.previous = Some(page.fingerprint);
        }
    }

    /// Reads one page. A page that is not there after a moment may be one that the recipe knows (the login, maintenance):
    /// then there is nothing to wait for.
    async fn read_page(&mut self, query: &ListQuery, deadline: Instant) -> Outcome<Result<ListPage, CommandError>> {
        let soon = deadline.min(Instant::now() + MOMENT);
        match self.session()?.read_list(query, soon).await {
            Err(CommandError::NotReady { .. }) if soon < deadline => {}
            result => return Ok(result),
        }
        if let Some(known) = self.known_page().await {
            return Err(known);
        }
        Ok(self.session()?.read_list(query, deadline).await)
    }

    async fn next_page(&mut self, view: &'a View, next: ElementHandle, number: usize) -> Outcome<()> {
        let begun = self.begin();
        // While the next page loads, a browser that is asked for a picture may never answer.
        self.picture_before().await;
        self.acted();
        let deadline = self.page_deadline();
        let clicked = self.session()?.click_element(next, deadline).await;
        let does = format!("go to page {number} of view `{}`", view.name);
        match clicked {
            Ok(()) => {
                self.end(begun, does, Some(view.span), StepStatus::Ok, None).await;
                Ok(())
            }
            Err(error) => {
                let failure = self.command_failed(begun, does, view.span, &error).await;
                Err(failure)
            }
        }
    }

    fn list_query(&self, table: &'a TableView, search: Option<&'a Search>) -> Outcome<ListQuery> {
        let lowering = Lowering::new(&self.scope);
        let mut ready = Vec::new();
        if let Some(screen) = self.recipe.screens.get(&table.screen) {
            ready.push(lowering.screen(screen)?);
        }
        if let Some(settled) = search.and_then(|search| search.settled.as_ref()) {
            ready.push(lowering.probe(settled)?);
        }
        let mut fields = Vec::new();
        for (name, field) in &table.fields {
            fields.extend(lowering.field(name, field)?);
        }
        let (empty, total) = signs(table, search);
        Ok(ListQuery {
            ready: Probe::All { all: ready },
            rows: lowering.query(&table.rows)?,
            fields,
            empty: empty.map(|empty| lowering.query(empty)).transpose()?,
            total: total.map(|total| lowering.query(&total.from)).transpose()?,
            end: table.end.as_ref().map(|end| lowering.query(end)).transpose()?,
            next: pages_of(table).map(|pages| lowering.query(&pages.next)).transpose()?,
            previous: None,
            quiet: 30,
            end_quiet: 30,
        })
    }

    fn take(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        search: Option<&'a Search>,
        page: &ListPage,
        read: &mut Pages,
    ) -> Outcome<()> {
        if let Some(problem) = page.problems.first() {
            let message = format!("view `{}`: {}: {}", view.name, problem.field, problem.message);
            return Err(Failure::new(ErrorKind::ElementMissing, message).at(view.span));
        }
        for raw in &page.rows {
            read.rows.push(row::row(&self.scope, view.resource, &table.fields, &table.key, raw)?);
        }
        read.empty = page.empty;
        read.end_seen = page.end;
        let (empty, total) = signs(table, search);
        read.total = match (total, &page.total_text) {
            (Some(total), Some(text)) => Some(number(total, text).ok_or_else(|| {
                let message =
                    format!("the number of entries reads `{text}`, which `{}` does not match", total.regex.as_str());
                Failure::new(ErrorKind::UnexpectedPage, message).at(total.from.span)
            })?),
            _ => None,
        };
        if page.rows.is_empty() && !page.empty && empty.is_some() && read.rows.is_empty() && read.total != Some(0) {
            let message = format!("view `{}` shows no rows and does not say that there are none (`empty`)", view.name);
            return Err(Failure::new(ErrorKind::UnexpectedPage, message).at(view.span));
        }
        Ok(())
    }

    /// Reads a whole list, with what proves that it is complete.
    pub(super) async fn list(&mut self, view: &'a View, wanted: &[String]) -> Outcome<ListRead> {
        self.phase = Phase::Read;
        let mut items: BTreeMap<String, Item> = BTreeMap::new();
        let mut reported = None;
        let mut proofs = Vec::new();
        for (member, table) in self.tables(view) {
            let mut tries = 0;
            let (pages, proof) = loop {
                self.open(table).await?;
                let pages = self.pages(member, table, None, None).await?;
                let (proof, problem) = prove(table, &pages);
                tries += 1;
                match problem {
                    // Somebody may have been added or removed between two pages: read once more.
                    Some(problem) if tries < 2 => {
                        tracing::debug!(view = %member.name, %problem, "reading the list again");
                        self.fresh_url = None;
                    }
                    problem => {
                        if let Some(problem) = problem {
                            self.trace.warn("list_incomplete", format!("view `{}`: {problem}", member.name));
                        }
                        break (pages, proof);
                    }
                }
            };
            if let Some(total) = pages.total {
                *reported.get_or_insert(0) += total;
            }
            proofs.push(proof);
            let detailed =
                table.detail.as_ref().filter(|detail| wanted.iter().any(|field| detail.fields.contains_key(field)));
            for row in pages.rows {
                for (field, text) in &row.unmapped {
                    self.trace.warn(
                        "unmapped_label",
                        format!("`{field}` of {} reads `{text}`, which no label knows", row.shown_key),
                    );
                }
                let key = row.item.get(&table.key).map(value::text).unwrap_or_default();
                let item = if detailed.is_some() {
                    match self.find(view, &key, wanted).await? {
                        Found::Present(row) => row.item,
                        Found::Absent | Found::Unproven(_) => continue,
                    }
                } else {
                    row.item
                };
                items.insert(key, item);
            }
        }
        let proof = weakest(&proofs);
        let items = items.into_values().map(|item| only(item, wanted)).collect();
        Ok(ListRead { items, reported, proof })
    }

    /// Opens a view and reads its first page: enough to know that it can be read.
    pub(super) async fn first_page(&mut self, view: &'a View) -> Outcome<()> {
        self.phase = Phase::Read;
        for (member, table) in self.tables(view) {
            self.open(table).await?;
            let query = self.list_query(table, None)?;
            let begun = self.begin();
            let deadline = self.page_deadline();
            let result = self.session()?.read_list(&query, deadline).await;
            let does = format!("read the first page of view `{}`", member.name);
            let page = match result {
                Ok(page) => page,
                Err(error) => {
                    let failure = self.command_failed(begun, does, member.span, &error).await;
                    return Err(self.explain(failure).await);
                }
            };
            self.end(begun, does, Some(member.span), StepStatus::Ok, Some(format!("{} rows", page.rows.len()))).await;
            self.take(member, table, None, &page, &mut Pages::default())?;
        }
        Ok(())
    }

    /// Opens a row's own page for the fields that the list does not show, if one of them is needed.
    async fn with_detail(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        mut row: Row,
        needed: &[String],
    ) -> Outcome<Row> {
        let Some(detail) = &table.detail else { return Ok(row) };
        if !needed.iter().any(|field| detail.fields.contains_key(field) && !table.fields.contains_key(field)) {
            return Ok(row);
        }
        let saved_subject = std::mem::replace(&mut self.scope.subject, row.item.clone());
        if detail.in_row {
            self.row = Some(self.row_query(table, &table.key, &row.shown_key)?);
        }
        let mut opened = Ok(());
        for step in &detail.open {
            opened = Box::pin(self.step(step)).await.map(|_| ());
            if opened.is_err() {
                break;
            }
        }
        self.row = None;
        self.scope.subject = saved_subject;
        opened?;
        let lowering = Lowering::new(&self.scope);
        let ready = match self.recipe.screens.get(&detail.screen) {
            Some(screen) => lowering.screen(screen)?,
            None => Probe::Known { holds: true },
        };
        let mut fields = Vec::new();
        for (name, field) in &detail.fields {
            fields.extend(lowering.field(name, field)?);
        }
        let begun = self.begin();
        let deadline = self.page_deadline();
        let result = self.session()?.read_fields(&ready, &fields, deadline).await;
        let does = format!("read the page of {} for view `{}`", row.shown_key, view.name);
        let raw: BTreeMap<String, FieldValue> = match result {
            Ok(raw) => raw,
            Err(error) => {
                let failure = self.command_failed(begun, does, view.span, &error).await;
                return Err(failure);
            }
        };
        self.screen = Some(detail.screen.clone());
        self.end(begun, does, Some(view.span), StepStatus::Ok, None).await;
        let more = row::row(&self.scope, view.resource, &detail.fields, &table.key, &raw)?;
        row.item.extend(more.item);
        row.unmapped.extend(more.unmapped);
        Ok(row)
    }

    /// How a row is found again at each look.
    pub(super) fn row_query(&self, table: &TableView, by: &str, shown: &str) -> Outcome<RowQuery> {
        let lowering = Lowering::new(&self.scope);
        let field = table.fields.get(by).and_then(|field| lowering.field(by, field).transpose()).transpose()?;
        let Some(field) = field else {
            return Err(Failure::new(
                ErrorKind::UnexpectedPage,
                format!("`{by}` is not read from the rows of the view"),
            ));
        };
        Ok(RowQuery {
            rows: lowering.query(&table.rows)?,
            key: field.query,
            read: field.read,
            value: Matcher::Whole { text: lower::collapse(shown), ignore_case: false },
        })
    }

    /// The views of a resource that a subject can be found in.
    pub(super) fn view_of(&self, kind: ResourceKind) -> Outcome<&'a View> {
        let recipe: &'a crate::recipe::Recipe = &self.context.entry.recipe;
        recipe.view_of(kind).ok_or_else(|| {
            Failure::new(ErrorKind::UnsupportedAction, format!("recipe `{}` has no view named `{kind}`", recipe.app.id))
        })
    }
}

/// What says that there is nothing and how many there are: a narrowed list has signs of its own.
fn signs<'v>(table: &'v TableView, search: Option<&'v Search>) -> (Option<&'v Locator>, Option<&'v Total>) {
    match search {
        Some(search) => (search.empty.as_ref(), search.total.as_ref()),
        None => (table.empty.as_ref(), table.total.as_ref()),
    }
}

/// The rows that show the target.
fn matching(rows: &[Row], table: &TableView, target: &Target) -> Vec<Row> {
    let wanted = as_read(table, target);
    rows.iter()
        .filter(|row| row.item.get(&target.by).is_some_and(|value| value::text(value) == wanted))
        .cloned()
        .collect()
}

/// The wanted value as the view would read it: its own filters applied, such as `lower`.
fn as_read(table: &TableView, target: &Target) -> String {
    let value = Value::String(lower::collapse(&target.value));
    let Some(field) = table.fields.get(&target.by) else { return target.value.clone() };
    let text_filters: Vec<_> = field
        .filters
        .iter()
        .filter(|filter| {
            matches!(filter, crate::recipe::Filter::Lower | crate::recipe::Filter::Upper | crate::recipe::Filter::Trim)
        })
        .cloned()
        .collect();
    value::filter(value.clone(), &text_filters, false).map_or_else(|_| value::text(&value), |value| value::text(&value))
}

/// How long a page is waited for before it is asked whether it is another one that the recipe knows: one look of the
/// browser's side.
const MOMENT: Duration = Duration::from_secs(3);

/// A step that no recipe wrote: part of a search.
fn synthetic(verb: StepVerb, span: crate::recipe::Span) -> Step {
    Step { verb, when: None, commit: false, timeout: None, dialog: None, note: None, span }
}

fn ambiguous(target: &Target, count: usize, view: &View) -> Failure {
    let message =
        format!("{count} rows of view `{}` have {} `{}`; one was expected", view.name, target.by, target.value);
    Failure::new(ErrorKind::AmbiguousMatch, message).at(view.span)
}

fn number(total: &Total, text: &str) -> Option<u64> {
    let found = total.regex.captures(text)?;
    let digits: String = found.get(1).or_else(|| found.get(0))?.as_str().chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn distinct(rows: &[Row], key: &str) -> u64 {
    let keys: std::collections::BTreeSet<String> =
        rows.iter().filter_map(|row| row.item.get(key)).map(value::text).collect();
    keys.len() as u64
}

/// The pager of a list in pages.
fn pages_of(table: &TableView) -> Option<&crate::recipe::Pages> {
    match &table.pager {
        Some(Pager::Pages(pages)) => Some(pages),
        _ => None,
    }
}

/// What proves that the pages hold everything, and if something speaks against it, what.
fn prove(table: &TableView, pages: &Pages) -> (Proof, Option<String>) {
    let seen = distinct(&pages.rows, &table.key);
    if table.total.is_some() {
        return match pages.total {
            Some(total) if total == seen => (Proof::Total, None),
            None if seen == 0 && pages.empty => (Proof::Empty, None),
            Some(total) => (Proof::None, Some(format!("the app states {total} entries and {seen} were read"))),
            None => (Proof::None, Some("the app states no number of entries".to_owned())),
        };
    }
    if seen == 0 {
        return if pages.empty { (Proof::Empty, None) } else { (Proof::None, None) };
    }
    if table.end.is_some() {
        return (if pages.end_seen { Proof::End } else { Proof::None }, None);
    }
    if pages.ended && pages_of(table).is_some() {
        return (Proof::End, None);
    }
    if table.single_page { (Proof::SinglePage, None) } else { (Proof::None, None) }
}

/// The weakest of the parts' proofs proves the whole.
fn weakest(proofs: &[Proof]) -> Proof {
    let strength = |proof: &Proof| match proof {
        Proof::None => 0,
        Proof::SinglePage => 1,
        Proof::End => 2,
        Proof::Empty => 3,
        Proof::Total => 4,
    };
    proofs.iter().copied().min_by_key(strength).unwrap_or(Proof::None)
}

/// Only the wanted fields; all when none is named.
fn only(item: Item, wanted: &[String]) -> Item {
    if wanted.is_empty() { item } else { item.into_iter().filter(|(name, _)| wanted.contains(name)).collect() }
}
