//! Views: how collections are read.

use schemars::JsonSchema;
use serde::Deserialize;

use super::locator::with_locator_keys;
use super::text::text_or_object;
use super::{ConditionSource, FilterSource, LocatorSource, Many, Maybe, Named, OneOrMany, ReadSource, StepSource};
use crate::contract::{Duration, ResourceKind};
use crate::recipe::yaml::Recovered;

/// How a collection is read: either `union` alone, or `open`, `screen`, `rows`, `key` and `fields` with a proof that
/// the list is complete (`total`, `empty`, `end` or `complete`).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(
    deny_unknown_fields,
    expecting = "an object such as `{open: […], screen: users, rows: …, key: email, fields: {…}}`"
)]
#[schemars(
    rename = "View",
    extend("examples" = [{
        "open": [{"goto": "/admin/users"}],
        "screen": "users",
        "rows": {"role": "row", "within": "users.table", "has": {"role": "cell"}},
        "key": "email",
        "total": {"from": "users.count", "regex": "of ([0-9,]+)"},
        "pages": {"next": "users.next", "max": 500},
        "fields": {"email": {"column": "Email", "filters": ["lower"]}, "status": {"column": "Status", "map": "status"}}
    }])
)]
// Fields: the keys of a view.
pub(crate) struct ViewSource {
    /// What its rows are. Default: the resource that its name is or begins with (`users_active`); `users` where `of` is
    /// given.
    pub(crate) resource: Maybe<ResourceKind>,
    /// The view is opened once for each of these: `of: groups` lists the members of one group. Its `open` knows the
    /// group at hand as `group.*`.
    pub(crate) of: Maybe<ResourceKind>,
    /// Views of the same resource that the app keeps apart, joined in this order.
    pub(crate) union: Maybe<Vec<Recovered<String>>>,
    /// How its page is reached.
    pub(crate) open: Maybe<Many<StepSource>>,
    /// The screen it is on.
    pub(crate) screen: Maybe<String>,
    /// Matches every row and nothing else.
    pub(crate) rows: Maybe<LocatorSource>,
    /// What tells rows that the app counts and that are no entries, such as an advertisement or an account of the system:
    /// a row in which this is found is passed over, and counts in `total` only. Default: there are none.
    pub(crate) except: Maybe<LocatorSource>,
    /// Where the list is no table: what its headers are, and the cells of a row. Then `column` works there, too.
    pub(crate) columns: Maybe<ColumnsSource>,
    /// The field that identifies a row.
    pub(crate) key: Maybe<String>,
    /// What is read of each row.
    pub(crate) fields: Maybe<Named<ViewFieldSource>>,
    /// Visible when there is nothing. Zero rows without it are drift.
    pub(crate) empty: Maybe<LocatorSource>,
    /// The number of entries that the app states.
    pub(crate) total: Maybe<TotalSource>,
    /// Visible at the end of the list.
    pub(crate) end: Maybe<LocatorSource>,
    /// `single_page`: the app shows everything on one page.
    pub(crate) complete: Maybe<CompleteSource>,
    /// Further rows stand on further pages. At most one of `pages`, `scroll`, `load_more`.
    pub(crate) pages: Maybe<PagesSource>,
    /// Further rows appear while a container is scrolled, and those out of sight may vanish.
    pub(crate) scroll: Maybe<ScrollSource>,
    /// Further rows are added below by a control.
    pub(crate) load_more: Maybe<LoadMoreSource>,
    /// The rows are those of a file that the app exports; takes the place of `rows` and pagers.
    pub(crate) csv: Maybe<CsvSource>,
    /// How the list is narrowed to one key.
    pub(crate) search: Maybe<SearchSource>,
    /// A page per row with fields that the list does not show.
    pub(crate) detail: Maybe<DetailSource>,
}

/// The columns of a list that is no table: a row has as many cells as there are headers, in the same order.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{headers: {css: .head span}, cells: {css: .cell}}`")]
#[schemars(rename = "Columns")]
pub(crate) struct ColumnsSource {
    /// Matches every header, wherever they stand on the page. Hidden ones count.
    pub(crate) headers: Recovered<LocatorSource>,
    /// Matches every cell of a row. Hidden ones count.
    pub(crate) cells: Recovered<LocatorSource>,
}

/// That a view is complete by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Complete")]
pub(crate) enum CompleteSource {
    /// The app shows everything on one page; of a `csv` view: the file holds everything.
    SinglePage,
}

/// A number that the app states.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{from: users.count, regex: \"of ([0-9,]+)\"}`")]
#[schemars(rename = "Total", extend("examples" = [
    {"from": "users.count", "regex": "of ([0-9,]+)"},
    {"from": {"role": "grid"}, "attr": "aria-rowcount", "less": 1}
]))]
pub(crate) struct TotalSource {
    /// Where.
    #[serde(rename = "from")]
    pub(crate) element: Recovered<LocatorSource>,
    /// An attribute to read instead of the text, such as `aria-rowcount`.
    pub(crate) attr: Maybe<String>,
    /// Its first group is the number; grouping characters are dropped. Default: an attribute is nothing but the number.
    pub(crate) regex: Maybe<String>,
    /// How many of what it counts are no entries, such as `1` for a line of headers. Default: 0.
    pub(crate) less: Maybe<u32>,
}

/// A pager. The list ends when its control is gone or disabled.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{next: users.next, max: 500}`")]
#[schemars(rename = "Pages")]
pub(crate) struct PagesSource {
    /// The control that leads to the next page. A text matcher written here may hold `{{ page.next }}`, the number of
    /// that page (from 2), for pagers that have only numbers.
    pub(crate) next: Recovered<LocatorSource>,
    /// The most pages; more is an error.
    pub(crate) max: Recovered<u32>,
    /// Whether further pages of a whole list may be fetched by the page itself, in its own session, without being loaded
    /// and drawn: where each page leads to the next by a link, and only if the page that is drawn reads the same as its
    /// address answers. Default: true.
    pub(crate) read_ahead: Maybe<bool>,
}

/// A list that shows only the rows in sight. It ends where it cannot be scrolled further; that is no proof that it is
/// complete, so give `total` or `end` too.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{container: users.list, max_rows: 20000}`")]
#[schemars(rename = "Scroll")]
pub(crate) struct ScrollSource {
    /// What is scrolled, or an element inside it.
    pub(crate) container: Recovered<LocatorSource>,
    /// The most rows; more is an error.
    pub(crate) max_rows: Recovered<u32>,
}

/// A control that adds rows below. The list ends when it is gone or disabled.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{click: users.more, max: 200}`")]
#[schemars(rename = "LoadMore")]
pub(crate) struct LoadMoreSource {
    /// The control.
    pub(crate) click: Recovered<LocatorSource>,
    /// The most clicks; more is an error.
    pub(crate) max: Recovered<u32>,
}

/// A file that the app exports, with a header line: how it is got and read.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{click: users.menu, download: users.export}`")]
#[schemars(rename = "Csv")]
pub(crate) struct CsvSource {
    /// Done before the download: opens a menu, for instance. Default: nothing.
    pub(crate) steps: Maybe<Many<StepSource>>,
    /// Short for one step that clicks.
    pub(crate) click: Maybe<LocatorSource>,
    /// The control; the click on it starts the download. It may take `settings.timeouts.download`.
    pub(crate) download: Maybe<LocatorSource>,
    /// How the file's bytes are read: a label of the WHATWG Encoding Standard, such as `utf-8`, `windows-1252`,
    /// `utf-16le`. A byte order mark wins. Default: `utf-8`.
    pub(crate) encoding: Maybe<String>,
    /// What stands between two cells: one character. Default: `,`.
    pub(crate) delimiter: Maybe<String>,
}

/// How a list is narrowed to one key: `goto` alone, or `into` and `value`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(
    deny_unknown_fields,
    expecting = "an object such as `{into: users.search, value: \"{{ user.email }}\", submit: enter}`"
)]
#[schemars(rename = "Search")]
pub(crate) struct SearchSource {
    /// A path that shows the narrowed list.
    pub(crate) goto: Maybe<String>,
    /// The search box.
    pub(crate) into: Maybe<LocatorSource>,
    /// What is typed.
    pub(crate) value: Maybe<String>,
    /// What starts the search after typing: `enter` or `{click: locator}`. Default: the list narrows while typing.
    pub(crate) submit: Maybe<SubmitSource>,
    /// Holds when the narrowed list is shown.
    pub(crate) settled: Maybe<ConditionSource>,
    /// The key, where the list that is shown then is sorted by it and begins at it: who comes before the first row is not
    /// there. That the rows are sorted is looked at.
    pub(crate) sorted_by: Maybe<String>,
    /// Visible when nothing matches; proof that the subject is not there.
    pub(crate) empty: Maybe<LocatorSource>,
    /// The number of matches that the app states.
    pub(crate) total: Maybe<TotalSource>,
}

text_or_object! {
    /// What starts a search after typing.
    SubmitSource as "Submit" = Key "`enter`: the Enter key" | Click(SubmitClickSource)
}

/// A click that starts a search.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "`enter` or `{click: locator}`")]
#[schemars(rename = "SubmitClick")]
pub(crate) struct SubmitClickSource {
    /// The control.
    pub(crate) click: Recovered<LocatorSource>,
}

/// A page per row; opened only when one of its fields is asked for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(
    deny_unknown_fields,
    expecting = "an object such as `{link: {role: link, name: Edit}, screen: user_form, fields: {…}}`"
)]
#[schemars(rename = "Detail")]
pub(crate) struct DetailSource {
    /// The link in the row that leads to the page, in place of `open`. Its address is read with the list, so that each page
    /// is loaded without going back to the list.
    pub(crate) link: Maybe<LocatorSource>,
    /// How the page is reached, where no link of the row has its address.
    pub(crate) open: Maybe<Many<StepSource>>,
    /// Whether `open` starts inside the row. Default: no.
    pub(crate) in_row: Maybe<bool>,
    /// The screen it is on.
    pub(crate) screen: Recovered<String>,
    /// What is read there, with locators in the whole page.
    pub(crate) fields: Recovered<Named<ViewFieldSource>>,
    /// How long a detail page may take. Default: `settings.timeouts.page`.
    pub(crate) timeout: Maybe<Duration>,
}

with_locator_keys! {
    /// What is read of a row: a locator inside it (`column`, `css` …), `each` for a list, `header` in a `csv` view, or a
    /// constant `value`.
    #[derive(Debug, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields, expecting = "an object such as `{column: Email, filters: [lower]}`")]
    #[schemars(rename = "ViewField")]
    // Fields: the keys of a field of a view.
    struct ViewFieldSource {
        /// The same for every row.
        value: Maybe<String>,
        /// In a `csv` view: the column with this header, white space at its ends aside.
        header: Maybe<String>,
        /// Every element inside the row that this finds: a list.
        each: Maybe<LocatorSource>,
        /// Whether something inside the row is there, such as an icon: `{present: {css: .off}, then: disabled, else: active}`.
        present: Maybe<LocatorSource>,
        /// The value if it is. Default: `true`.
        then: Maybe<String>,
        /// The value if it is not. Default: `false`.
        #[serde(rename = "else")]
        otherwise: Maybe<String>,
        /// What is read of the element. Default: `text`.
        read: Maybe<ReadSource>,
        /// An attribute to read instead.
        attr: Maybe<String>,
        /// Texts that stand for no value, such as `-` or `[None, "-"]`.
        absent: Maybe<OneOrMany<String>>,
        /// Text on screen back to canonical value: a field with `labels` or a resource with a `catalog`.
        map: Maybe<String>,
        /// What is done to the text before it is mapped.
        filters: Maybe<Many<FilterSource>>,
        /// A missing element is no drift; the value is then absent. Default: no.
        optional: Maybe<bool>,
        /// Taken when the element is missing or its text empty.
        default: Maybe<String>,
    }
}

impl ViewFieldSource {
    /// Whether it has a main criterion of a locator.
    pub(crate) fn has_finder(&self) -> bool {
        let keys = self.locator_keys();
        keys.role.is_some()
            || keys.label.is_some()
            || keys.placeholder.is_some()
            || keys.alt.is_some()
            || keys.title.is_some()
            || keys.test_id.is_some()
            || keys.text.is_some()
            || keys.column.is_some()
            || keys.css.is_some()
            || keys.xpath.is_some()
            || keys.itself.is_some()
            || keys.sibling.is_some()
            || keys.any_of.is_some()
    }
}
