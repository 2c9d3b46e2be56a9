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
    /// Read from a file that the app exports.
    Csv(Box<CsvView>),
    /// Lists that the app keeps apart, joined in this order; complete when each is.
    Union(Vec<String>),
}

/// A collection read from rows of a page.
#[derive(Debug, Clone, PartialEq)]
// Fields: the keys of a view.
pub struct TableView {
    /// The view is opened once for each of these, which `open` knows as `group.*`; its rows belong to that group.
    pub of: Option<ResourceKind>,
    /// How its page is reached.
    pub open: Vec<Step>,
    /// The screen it is on.
    pub screen: String,
    /// Matches every row and nothing else.
    pub rows: Locator,
    /// A row in which this is found is no entry, though the app counts it.
    pub except: Option<Locator>,
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
    pub pager: Option<Pager>,
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
    /// What is read of it.
    pub read: ReadMode,
    /// Its first group is the number; grouping characters are dropped.
    pub regex: Pattern,
    /// How many of what it counts are no entries.
    pub less: u64,
}

/// How further rows are got.
#[derive(Debug, Clone, PartialEq)]
pub enum Pager {
    /// By going to the next page.
    Pages(Pages),
    /// By scrolling a list that holds only the rows in sight.
    Scroll(Scroll),
    /// By a control that adds rows below.
    LoadMore(LoadMore),
}

/// A list that shows only the rows in sight. It ends where it cannot be scrolled further and no row is new.
#[derive(Debug, Clone, PartialEq)]
pub struct Scroll {
    /// What is scrolled, or an element inside it.
    pub container: Locator,
    /// The most rows; more is an error.
    pub max_rows: usize,
}

/// A control that adds rows below. The list ends when it is gone or disabled.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadMore {
    /// The control.
    pub click: Locator,
    /// The most clicks; more is an error.
    pub max: usize,
}

/// A collection read from a file that the app exports.
#[derive(Debug, Clone, PartialEq)]
pub struct CsvView {
    /// How the page is reached.
    pub open: Vec<Step>,
    /// The screen it is on.
    pub screen: String,
    /// What is done before the download: opens a menu, for instance.
    pub steps: Vec<Step>,
    /// The click on it starts the download.
    pub download: Locator,
    /// How the file's bytes are read, by its WHATWG label. Default: `utf-8`. A byte order mark wins.
    pub encoding: String,
    /// What stands between two cells. Default: `,`.
    pub delimiter: u8,
    /// The field that identifies a row.
    pub key: String,
    /// What is taken of a row, by field name.
    pub fields: IndexMap<String, CsvField>,
    /// The number that the app states on the page.
    pub total: Option<Total>,
    /// The file is said to hold everything.
    pub complete: bool,
}

/// What is taken of a row of an exported file.
#[derive(Debug, Clone, PartialEq)]
pub struct CsvField {
    /// Where the value is.
    pub from: CsvFrom,
    /// Text in the file back to canonical value.
    pub map: Option<LabelSource>,
    /// What is done to the text before it is mapped.
    pub filters: Vec<Filter>,
    /// A missing column is no drift; the value is then absent.
    pub optional: bool,
    /// Taken when the column is missing or its text empty.
    pub default: Option<String>,
    /// Texts that stand for no value.
    pub absent: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// Where a field of an exported file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CsvFrom {
    /// In the column with this header.
    Header(String),
    /// The same for every row.
    Constant(String),
}

/// A pager: the control that leads to the next page. The list ends when it is gone or disabled.
#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    /// The control. Its matchers may hold `page.next`, the number of the page that it leads to, from 2.
    pub next: Locator,
    /// The most pages; more is an error.
    pub max: usize,
    /// Whether further pages of a whole list may be fetched without being loaded.
    pub read_ahead: bool,
}

/// How a list is narrowed to one key.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// How: a path that shows the narrowed list, or a box to type into.
    pub by: SearchBy,
    /// Holds when the narrowed list is shown. Needed when nothing else tells.
    pub settled: Option<Condition>,
    /// Whether the list then begins at the key and is sorted by it.
    pub sorted: bool,
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
    /// Texts that stand for no value.
    pub absent: Vec<String>,
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
    /// Whether an element is inside the row, and the value for either.
    Present {
        /// The element.
        locator: Locator,
        /// If it is there.
        then: String,
        /// If it is not.
        otherwise: String,
    },
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
    /// The link in the row whose address is the page's: it is read with the list and loaded, in place of `open`.
    pub link: Option<Locator>,
    /// The screen it is on.
    pub screen: String,
    /// What is read there, with locators in the whole page.
    pub fields: IndexMap<String, ViewField>,
    /// How long a detail page may take. Default: `settings.timeouts.page`.
    pub timeout: Option<Duration>,
}
