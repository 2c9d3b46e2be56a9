//! Whole lists, as jobs ask for them.

use std::collections::BTreeMap;

use tokio::time::Instant;

use crate::contract::{ErrorKind, Item, Phase, ProgressPhase, Proof, StepStatus};
use crate::recipe::{FieldFrom, LONGEST_ACTION, TableView, View};

use super::super::attempt::Attempt;
use super::super::failure::{Attempted, Failure};
use super::super::row::Row;
use super::super::telling::Portion;
use super::super::trace::ListRead;
use super::super::value;
use super::detail_clock::DetailClock;
use super::prove::weakest;
use super::table_read::TableRead;
use super::{Found, Source, Target};

/// After how many pages of rows it is told how far reading has come.
const SOME: u32 = 25;

/// How many rows a list needs to say something about all of them.
const FEW: usize = 3;

impl<'a> Attempt<'a> {
    /// Reads a whole list, with what proves that it is complete. `wanted`: the fields that are asked for, all that the
    /// list shows if none; those of detail pages and of groups' pages are read only if they are named.
    pub(in crate::engine) async fn list(&mut self, view: &'a View, wanted: &[String]) -> Attempted<ListRead> {
        self.recorder.enter(Phase::Read);
        self.recorder.tell(ProgressPhase::Reading, format!("Reading view `{}`.", view.name));
        let mut items: BTreeMap<String, Item> = BTreeMap::new();
        let mut reported = None;
        let mut proofs = Vec::new();
        let more = LONGEST_ACTION.get().saturating_sub(self.recipe.settings.timeouts.action.get());
        let latest = self.deadline + more;
        for (member, source) in self.sources(view) {
            let whole = self.whole_source(member, source).await?;
            if let Some(total) = whole.total {
                *reported.get_or_insert(0) += total;
            }
            proofs.push(whole.proof());
            if let Source::Table(table) = source {
                self.note_always_empty(&member.name, table, &whole.rows);
            }
            let detailed = match source {
                Source::Table(table) => {
                    let detail = table.detail.as_ref();
                    detail
                        .filter(|detail| wanted.iter().any(|field| detail.fields.contains_key(field)))
                        .map(|d| (table, d))
                }
                Source::Csv(_) => None,
            };
            let (count, mut done) = (whole.rows.len(), 0);
            let clock = DetailClock::new(Instant::now(), count, self.recipe.settings.timeouts.page.get(), latest);
            let mut late = None;
            for mut row in whole.rows {
                let key = row.item.get(source.key()).map(value::text).unwrap_or_default();
                let in_time = detailed.is_none()
                    || late.is_none() && {
                        let now = Instant::now();
                        self.deadline = clock.deadline(now, done, self.deadline);
                        clock.has_time(now, done, self.deadline)
                    };
                if let Some((table, detail)) = detailed.filter(|_| in_time) {
                    done += 1;
                    if done == 1 {
                        let text = format!("Reading the own pages of the {} of view `{}`.", view.resource, member.name);
                        self.recorder.tell(ProgressPhase::Reading, text);
                    }
                    if done.is_multiple_of(SOME) {
                        tracing::info!(view = %member.name, done, of = count, "reading the pages of rows");
                    }
                    let full = if detail.in_row {
                        self.full_row(member, table, &key, wanted).await
                    } else {
                        self.with_detail(member, table, row.clone(), wanted).await.map(Some)
                    };
                    match full {
                        Ok(Some(full)) => row = full,
                        Ok(None) => {
                            proofs.push(Proof::None);
                            continue;
                        }
                        // The time ended on this page: what the others showed goes out all the same.
                        Err(failure) if late.is_none() && self.is_late(&failure) => {
                            done -= 1;
                            late = Some(failure.message);
                        }
                        Err(failure) => return Err(failure),
                    }
                    let (items, last) = (u64::from(done), done as usize == count);
                    let portion = Portion { items, total: Some(count as u64), last, ..Portion::default() };
                    self.tell_portion(member, portion);
                }
                for (field, text) in &row.unmapped {
                    self.recorder.warn(
                        "unmapped_label",
                        format!("`{field}` of {} reads `{text}`, which no label knows", row.shown_key),
                    );
                }
                items.insert(key, row.item);
            }
            if detailed.is_some() && (done as usize) < count {
                let why = late.map(|why| format!(" ({why})")).unwrap_or_default();
                let message = format!(
                    "view `{}`: there was time for the own pages of {done} of {count} rows{why}; ask for fewer fields, or for users one by one",
                    member.name
                );
                self.recorder.warn("list_incomplete", message);
                proofs.push(Proof::None);
            }
        }
        proofs.push(self.add_memberships(view.resource, &mut items, wanted).await?);
        let proof = weakest(&proofs);
        let resource = self.recipe.resources.get(&view.resource);
        let shown = |name: &String| {
            let secret = resource.and_then(|resource| resource.fields.get(name)).is_some_and(|field| field.secret);
            !secret && (wanted.is_empty() || wanted.contains(name))
        };
        let only = |item: Item| item.into_iter().filter(|(name, _)| shown(name)).collect();
        let items = items.into_values().map(only).collect();
        Ok(ListRead { items, reported, proof })
    }

    /// A row that is found again in its list, with what its own page shows. `None`: it is not there any more.
    async fn full_row(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        key: &str,
        wanted: &[String],
    ) -> Attempted<Option<Row>> {
        let target = Target::new(&table.key, key, self.recipe.resources.get(&view.resource));
        let why = match self.find_in(view, table, &target).await? {
            Found::Present(found) => return self.with_detail(view, table, found, wanted).await.map(Some),
            Found::Unproven(why) => why,
            // It was there a moment ago. A list without it is not one that was read completely.
            Found::Absent => "it went away while the list was read".to_owned(),
        };
        self.recorder.warn("list_incomplete", format!("view `{}`: {key}: {why}", view.name));
        Ok(None)
    }

    /// Whether a page could not be read because the time is up.
    fn is_late(&self, failure: &Failure) -> bool {
        let slow =
            matches!(failure.kind, ErrorKind::StepTimeout | ErrorKind::UnexpectedPage | ErrorKind::ElementMissing);
        slow && Instant::now() >= self.deadline
    }

    /// A list of values that is empty in every row is more often a locator that leaves the row than what the app holds.
    fn note_always_empty(&mut self, view: &str, table: &TableView, rows: &[Row]) {
        let empty = |name: &String| rows.iter().all(|row| row.item.get(name).is_none_or(value::is_empty));
        for (name, field) in &table.fields {
            if matches!(field.from, FieldFrom::Each(_)) && !field.optional && rows.len() >= FEW && empty(name) {
                let message = format!(
                    "view `{view}`: `{name}` is empty in all {} rows; if somebody has one, its locator (`each`) looks elsewhere than in the row; if nobody has, write `optional: true`",
                    rows.len()
                );
                self.recorder.warn("always_empty", message);
            }
        }
    }

    /// Opens a view and reads its first page: enough to know that it can be read.
    pub(in crate::engine) async fn first_page(&mut self, view: &'a View) -> Attempted<()> {
        self.recorder.enter(Phase::Read);
        self.recorder.tell(ProgressPhase::Reading, format!("Reading the first page of view `{}`.", view.name));
        for (member, source) in self.sources(view) {
            let table = match source {
                Source::Table(table) if table.of.is_none() => table,
                Source::Table(_) => continue,
                Source::Csv(csv) => {
                    self.export_page(csv).await?;
                    continue;
                }
            };
            self.open(&table.open).await?;
            let query = self.list_query(table, None, None)?;
            let begun = self.begin();
            let deadline = self.page_deadline();
            let result = self.read_page(&query, deadline).await?;
            let does = format!("read the first page of view `{}`", member.name);
            let page = match result {
                Ok(page) => page,
                Err(error) => {
                    let failure = self.command_failed(begun, does, member.span, &error).await;
                    return Err(self.explain(failure).await);
                }
            };
            self.end(begun, does, Some(member.span), StepStatus::Ok, Some(format!("{} rows", page.rows.len()))).await;
            self.take(member, table, None, &(&page).into(), &mut TableRead::default())?;
        }
        Ok(())
    }
}
