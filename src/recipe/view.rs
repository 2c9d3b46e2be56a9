//! Views: how a collection is read, and what proves that it was read completely.

use indexmap::IndexMap;

use crate::contract::{Duration, ResourceKind};

use super::condition::Condition;
use super::locator::Locator;
use super::pattern::Pattern;
use super::position::Span;
use super::step::{ReadMode, Step};
use super::template::{Filter, LabelSource, Template};

/// How a collection of the app is read.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Its name; the one named after a resource is used to find and to verify.
    pub name: String,
    /// What it is about.
    pub resource: ResourceKind,
    /// How its rows are got.
    pub kind: ViewKind,
    /// Where it stands.
    pub span: Span,
}

/// How a view's rows are got.
#[derive(Debug, Clone, PartialEq)]
pub enum ViewKind {
    /// Read from the page.
    Table(Box<TableView>),
    /// Lists that the app keeps apart, joined in this order; complete when each is.
    Union(Vec<String>),
}

/// A collection read from rows of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct TableView {
    /// How its page is reached.
    pub open: Vec<Step>,
    /// The screen it is on.
    pub screen: String,
    /// Matches every row and nothing else.
    pub rows: Locator,
    /// The field that identifies a row.
    pub key: String,
    /// What is read of a row, by field name.
    pub fields: IndexMap<String, ViewField>,
    /// Visible when there is nothing.
    pub empty: Option<Locator>,
    /// The number that the app states.
    pub total: Option<Total>,
    /// Visible at the end of the list.
    pub end: Option<Locator>,
    /// The app shows everything on one page.
    pub single_page: bool,
    /// How further rows are got.
    pub pages: Option<Pages>,
    /// How the list is narrowed to one key.
    pub search: Option<Search>,
    /// A page per row with further fields.
    pub detail: Option<Detail>,
}

/// A number that the app states.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// Where.
    pub from: Locator,
    /// Its first group is the number; grouping characters are dropped.
    pub regex: Pattern,
}

/// A pager: the control that leads to the next page. The list ends when it is gone or disabled.
#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    /// The control.
    pub next: Locator,
    /// The most pages; more is an error.
    pub max: usize,
}

/// How a list is narrowed to one key.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// How: a path that shows the narrowed list, or a box to type into.
    pub by: SearchBy,
    /// Holds when the narrowed list is shown. Needed when nothing else tells.
    pub settled: Option<Condition>,
    /// Visible when nothing matches; proof of absence.
    pub empty: Option<Locator>,
    /// The number of matches that the app states.
    pub total: Option<Total>,
}

/// How a search is started.
#[derive(Debug, Clone, PartialEq)]
pub enum SearchBy {
    /// By loading a path.
    Goto(Template),
    /// By typing.
    Box {
        /// The search box.
        into: Locator,
        /// What is typed.
        value: Template,
        /// What starts the search after typing.
        submit: Submit,
    },
}

/// What starts a search after typing.
#[derive(Debug, Clone, PartialEq)]
pub enum Submit {
    /// The list narrows while typing.
    Typing,
    /// The Enter key.
    Enter,
    /// A click.
    Click(Locator),
}

/// What is read of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct ViewField {
    /// Where the value is.
    pub from: FieldFrom,
    /// What is read of the element.
    pub read: ReadMode,
    /// Text on screen back to canonical value.
    pub map: Option<LabelSource>,
    /// What is done to the text before it is mapped.
    pub filters: Vec<Filter>,
    /// A missing element is no drift; the value is then absent.
    pub optional: bool,
    /// Taken when the element is missing or its text empty.
    pub default: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// Where a field's value is.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldFrom {
    /// In one element inside the row; `column` locators mean the cell.
    One(Locator),
    /// In each element inside the row: a list.
    Each(Locator),
    /// The same for every row.
    Constant(String),
}

/// A page per row with fields that the list does not show; opened only when one of them is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Detail {
    /// How the page is reached. A step list that starts inside the row when `in_row`, else anywhere, with the row's key
    /// as the subject's key.
    pub open: Vec<Step>,
    /// Whether `open` starts inside the row.
    pub in_row: bool,
    /// The screen it is on.
    pub screen: String,
    /// What is read there, with locators in the whole page.
    pub fields: IndexMap<String, ViewField>,
    /// How long a detail page may take. Default: `settings.timeouts.page`.
    pub timeout: Option<Duration>,
}
