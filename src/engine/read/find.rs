//! Finding one subject: by search where the view has one, else by reading until it is seen or the end is proven.

use serde_json::Value;

use crate::browser::{Matcher, RowQuery};

use crate::contract::{ErrorKind, ProgressPhase, Proof, ResourceKind};
use crate::recipe::{Filter, TableView, View};
use crate::secrets::Secret;

use super::super::attempt::Attempt;
use super::super::compile::{self, Compiler};
use super::super::failure::{Attempted, Failure};
use super::super::identity;
use super::super::needed::Needed;
use super::super::row::Row;
use super::super::value;
use super::{Found, Source, Target};

/// How often a list is read until it is twice the same.
const HELD_STILL: usize = 4;

impl<'a> Attempt<'a> {
    /// Finds one subject by its key, with the fields that are needed of it.
    pub(in crate::engine) async fn find(&mut self, view: &'a View, key: &str, needed: &Needed) -> Attempted<Found> {
        let mut unproven = None;
        self.recorder.trace.nearly.now = None;
        for (member, source) in self.sources(view) {
            let target = Target::new(source.key(), key, self.recipe.resources.get(&view.resource));
            match Box::pin(self.find_in_source(member, source, &target)).await? {
                Found::Present(mut row) => {
                    if let Source::Table(table) = source {
                        row = self.with_detail(member, table, row, needed.fields()).await?;
                    }
                    for (field, text) in &row.unmapped {
                        if needed.fields().contains(field) {
                            let message =
                                format!("`{field}` of {key} reads `{text}`, which no label of the recipe knows");
                            return Err(Failure::new(ErrorKind::UnexpectedPage, message).at(member.span));
                        }
                        self.recorder
                            .warn("unmapped_label", format!("`{field}` of {key} reads `{text}`, which no label knows"));
                    }
                    let row = Box::pin(self.with_memberships(view.resource, key, row, needed)).await?;
                    self.hide_secrets(view.resource, &row);
                    return Ok(Found::Present(row));
                }
                Found::Absent => {}
                Found::Unproven(why) => unproven = Some(why),
            }
        }
        Ok(unproven.map_or(Found::Absent, Found::Unproven))
    }

    /// Tells whoever watches that one entry is looked for.
    pub(in crate::engine) fn tell_looking(&mut self, view: &View) {
        let text = format!("Looking for the {} in view `{}`.", view.resource.singular(), view.name);
        self.recorder.tell(ProgressPhase::Reading, text);
    }

    /// What the app shows in a secret field is as secret as what a job names for it.
    fn hide_secrets(&mut self, kind: ResourceKind, row: &Row) {
        let Some(resource) = self.recipe.resources.get(&kind) else { return };
        let secret = |name: &String| resource.fields.get(name).is_some_and(|field| field.secret);
        for (_, value) in row.item.iter().filter(|(name, _)| secret(name)) {
            for text in value::items(value) {
                self.recorder.hide(&Secret::new(text));
            }
        }
    }

    async fn find_in_source(&mut self, view: &'a View, source: Source<'a>, target: &Target) -> Attempted<Found> {
        match source {
            Source::Table(table) => self.find_in(view, table, target).await,
            Source::Csv(csv) => {
                let whole = self.exported(view, csv).await?;
                let filters = csv.fields.get(&target.by).map(|field| field.filters.as_slice()).unwrap_or_default();
                judge(view, target, matching(&whole.rows, filters, target), whole.proof())
            }
        }
    }

    /// Finds one row of a table. The browser stays on the page that shows it.
    pub(in crate::engine) async fn find_in(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        target: &Target,
    ) -> Attempted<Found> {
        let Some(of) = table.of.filter(|of| !self.scope.others.contains_key(of)) else {
            return self.find_here(view, table, target).await;
        };
        // A list for each group: the first that shows it.
        let groups = Box::pin(self.all_of(of)).await?;
        let mut unproven = (groups.proof() == Proof::None)
            .then(|| format!("nothing proves that the list of {of} is complete, whose members are looked at"));
        for group in groups.rows {
            self.scope.others.insert(of, group.item);
            let found = self.find_here(view, table, target).await;
            self.scope.others.remove(&of);
            match found? {
                Found::Absent => {}
                Found::Unproven(why) => unproven = Some(why),
                present @ Found::Present(_) => return Ok(present),
            }
        }
        Ok(unproven.map_or(Found::Absent, Found::Unproven))
    }

    async fn find_here(&mut self, view: &'a View, table: &'a TableView, target: &Target) -> Attempted<Found> {
        if let Some(search) = table.search.as_ref().filter(|_| target.by == table.key) {
            let subject = self.subject_of(table, target);
            let saved = std::mem::replace(&mut self.scope.subject, subject);
            let found = self.search(view, table, search, target).await;
            self.scope.subject = saved;
            if let Some(found) = found? {
                return Ok(found);
            }
        }
        let mut before = None;
        for _ in 0..HELD_STILL {
            let (read, proof) = self.read_table(view, table, Some(target)).await?;
            let matching = matching_rows(&read.rows, table, target);
            self.note_nearly(&read.rows, &target.by, &target.value);
            let keys = Some(read.keys(&table.key));
            // Of a list that comes in portions, a row may move from one that is not read yet to one that is: it is not
            // there only if the list held still.
            if !matching.is_empty() || proof == Proof::None || read.pages < 2 || before == keys {
                return judge(view, target, matching, proof);
            }
            before = keys;
            self.page.touched();
        }
        Ok(Found::Unproven(format!(
            "`{}` was not seen in view `{}`, but the list was another one each time it was read; give the view a `search`",
            target.value, view.name
        )))
    }

    /// Keeps the key that reads nearly as the one looked for, if there is one.
    pub(super) fn note_nearly(&mut self, rows: &[Row], by: &str, wanted: &str) {
        let keys = rows.iter().filter_map(|row| row.item.get(by)).map(value::text);
        let near = identity::near(wanted);
        let mut near = keys.filter(|key| near(key));
        if let (Some(only), None) = (near.next(), near.next()) {
            self.recorder.trace.nearly.now = Some(only);
        }
    }

    /// How a row is found again at each look.
    pub(in crate::engine) fn row_query(
        &self,
        kind: ResourceKind,
        table: &TableView,
        by: &str,
        shown: &str,
    ) -> Attempted<RowQuery> {
        let compiler = Compiler::new(&self.scope);
        let described = self.recipe.resources.get(&kind).and_then(|resource| resource.fields.get(by));
        let field = table.fields.get(by).and_then(|field| compiler.field(by, field).transpose()).transpose()?;
        let Some(field) = field else {
            return Err(Failure::new(
                ErrorKind::UnexpectedPage,
                format!("`{by}` is not read from the rows of the view"),
            ));
        };
        Ok(RowQuery {
            rows: compiler.query(&table.rows)?,
            except: table.except.as_ref().map(|except| compiler.query(except).map(Box::new)).transpose()?,
            key: field.query,
            read: field.read,
            value: Matcher::Whole { text: compile::collapse(shown), ignore_case: value::ignores_case(described) },
            page: self
                .recipe
                .screens
                .get(&table.screen)
                .map(|screen| compiler.place(screen))
                .transpose()?
                .map(Box::new),
        })
    }
}

/// What the rows that show the target mean, with what proves that there are no others.
fn judge(view: &View, target: &Target, mut matching: Vec<Row>, proof: Proof) -> Attempted<Found> {
    match (matching.len(), proof) {
        (1, _) => Ok(Found::Present(matching.remove(0))),
        (0, Proof::None) => Ok(Found::Unproven(format!(
            "`{}` was not seen in view `{}`, but nothing proves that the list is complete",
            target.value, view.name
        ))),
        (0, _) => Ok(Found::Absent),
        (count, _) => Err(ambiguous(target, count, view)),
    }
}

/// The rows of a table that show the target.
pub(super) fn matching_rows(rows: &[Row], table: &TableView, target: &Target) -> Vec<Row> {
    let filters = table.fields.get(&target.by).map(|field| field.filters.as_slice()).unwrap_or_default();
    matching(rows, filters, target)
}

fn matching(rows: &[Row], filters: &[Filter], target: &Target) -> Vec<Row> {
    let read = |text: &str| identity::as_read(text, target.ignore_case);
    let wanted = read(&as_read(filters, target));
    rows.iter()
        .filter(|row| row.item.get(&target.by).is_some_and(|value| read(&value::text(value)) == wanted))
        .cloned()
        .collect()
}

/// The wanted value as the view would read it: its own filters applied, such as `lower`.
pub(super) fn as_read(filters: &[Filter], target: &Target) -> String {
    let value = Value::String(compile::collapse(&target.value));
    let simple = |filter: &&Filter| {
        matches!(filter, Filter::Lower | Filter::Upper | Filter::Capitalize | Filter::Title | Filter::Trim)
    };
    let filters: Vec<_> = filters.iter().filter(simple).cloned().collect();
    value::filter(value.clone(), &filters, false).map_or_else(|_| value::text(&value), |value| value::text(&value))
}

pub(super) fn ambiguous(target: &Target, count: usize, view: &View) -> Failure {
    let message =
        format!("{count} rows of view `{}` have {} `{}`; one was expected", view.name, target.by, target.value);
    Failure::new(ErrorKind::AmbiguousMatch, message).at(view.span)
}
