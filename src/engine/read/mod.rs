//! Reading views: one subject with proof of its absence, or the whole list with proof of its completeness.

mod ahead;
mod csv;
mod csv_table;
mod detail;
mod detail_clock;
mod find;
mod list;
mod listed;
mod load_more;
mod members;
mod named;
mod order;
mod pages;
mod prove;
mod query;
mod scroll;
mod search;
mod table;
mod table_read;
mod walk;

pub use csv_table::{Column, csv_table};

use crate::contract::{ErrorKind, Proof, ResourceKind};
use crate::recipe::{CsvView, Resource, TableView, View, ViewKind};

use super::attempt::Attempt;
use super::failure::{Attempted, Failure};
use super::row::Row;
use super::telling::Portion;
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
    /// Whether case does not tell its values apart.
    pub(super) ignore_case: bool,
}

impl Target {
    /// Whoever has that value in that field.
    pub(super) fn new(by: &str, value: &str, resource: Option<&Resource>) -> Self {
        let ignore_case = value::ignores_case(resource.and_then(|resource| resource.fields.get(by)));
        Self { by: by.to_owned(), value: value.to_owned(), ignore_case }
    }
}

/// Where the rows of a view come from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source<'a> {
    /// A page of the app.
    Table(&'a TableView),
    /// A file that the app exports.
    Csv(&'a CsvView),
}

impl Source<'_> {
    /// The field that identifies a row.
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Table(table) => &table.key,
            Self::Csv(csv) => &csv.key,
        }
    }

    /// The fields that the list itself shows.
    fn shown(&self) -> impl Iterator<Item = &String> {
        let (table, csv) = match self {
            Self::Table(table) => (Some(table.fields.keys()), None),
            Self::Csv(csv) => (None, Some(csv.fields.keys())),
        };
        table.into_iter().flatten().chain(csv.into_iter().flatten())
    }

    fn has(&self, field: &str) -> bool {
        match self {
            Self::Table(table) => {
                table.fields.contains_key(field)
                    || table.detail.as_ref().is_some_and(|detail| detail.fields.contains_key(field))
            }
            Self::Csv(csv) => csv.fields.contains_key(field),
        }
    }
}

/// A list that was read to its end.
#[derive(Debug, Default)]
struct Whole {
    /// Its rows, in its own order.
    rows: Vec<Row>,
    /// The number that the app states.
    total: Option<u64>,
    /// What proves that it is complete.
    proof: Option<Proof>,
}

impl Whole {
    fn proof(&self) -> Proof {
        self.proof.unwrap_or(Proof::None)
    }
}

impl<'a> Attempt<'a> {
    /// What a view is made of, in order; a union of its members.
    pub(super) fn sources(&self, view: &'a View) -> Vec<(&'a View, Source<'a>)> {
        match &view.kind {
            ViewKind::Table(table) => vec![(view, Source::Table(table))],
            ViewKind::Csv(csv) => vec![(view, Source::Csv(csv))],
            ViewKind::Union(members) => members
                .iter()
                .filter_map(|name| self.recipe.views.get(name))
                .flat_map(|member| self.sources(member))
                .collect(),
        }
    }

    /// Tells whoever watches how far a list is read. Where a list is read once for each group, the end of one is not the end.
    fn tell_portion(&mut self, view: &View, portion: Portion) {
        let last = portion.last && self.scope.others.is_empty();
        self.recorder.tell_portion(&view.name, Portion { last, ..portion });
    }

    /// The tables that a view is made of: a row can be acted on only there.
    pub(super) fn tables(&self, view: &'a View) -> Vec<(&'a View, &'a TableView)> {
        let tables = self.sources(view).into_iter().filter_map(|(view, source)| match source {
            Source::Table(table) => Some((view, table)),
            Source::Csv(_) => None,
        });
        tables.collect()
    }

    /// Whether a field can be read of what a view lists.
    pub(super) fn reads(&self, view: &'a View, field: &str) -> bool {
        self.sources(view).iter().any(|(_, source)| source.has(field))
            || self.member_view(view.resource, field).is_some()
    }

    /// The views of a resource that a subject can be found in.
    pub(super) fn view_of(&self, kind: ResourceKind) -> Attempted<&'a View> {
        let recipe = self.recipe;
        recipe.view_of(kind).ok_or_else(|| {
            Failure::new(ErrorKind::UnsupportedAction, format!("recipe `{}` has no view named `{kind}`", recipe.app.id))
        })
    }
}
