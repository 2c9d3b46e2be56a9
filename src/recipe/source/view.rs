//! Views: how collections are read.

use schemars::JsonSchema;
use serde::Deserialize;

use super::locator::with_locator_keys;
use super::text::text_or_object;
use super::{ConditionSource, FilterSource, LocatorSource, Many, Maybe, Named, StepSource};
use crate::contract::{Duration, ResourceKind};
use crate::recipe::yaml::Recovered;

/// How a collection is read: either `union` alone, or `open`, `screen`, `rows`, `key` and `fields` with a proof that
/// the list is complete (`total`, `empty`, `end` or `complete`).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(
    deny_unknown_fields,
    expecting = "an object such as `{open: […], screen: users, rows: …, key: email, fields: {…}}`"
)]
#[schemars(rename = "View")]
pub(crate) struct ViewSource {
    /// What it is about. Default: the resource that its name is or begins with (`users_active`).
    pub(crate) resource: Maybe<ResourceKind>,
    /// Views of the same resource that the app keeps apart, joined in this order.
    pub(crate) union: Maybe<Vec<Recovered<String>>>,
    /// How its page is reached.
    pub(crate) open: Maybe<Many<StepSource>>,
    /// The screen it is on.
    pub(crate) screen: Maybe<String>,
    /// Matches every row and nothing else.
    pub(crate) rows: Maybe<LocatorSource>,
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
    /// How further rows are got.
    pub(crate) pages: Maybe<PagesSource>,
    /// How the list is narrowed to one key.
    pub(crate) search: Maybe<SearchSource>,
    /// A page per row with fields that the list does not show.
    pub(crate) detail: Maybe<DetailSource>,
}

/// That a view is complete by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Complete")]
pub(crate) enum CompleteSource {
    /// The app shows everything on one page.
    SinglePage,
}

/// A number that the app states.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{from: users.count, regex: \"of ([0-9,]+)\"}`")]
#[schemars(rename = "Total")]
pub(crate) struct TotalSource {
    /// Where.
    #[serde(rename = "from")]
    pub(crate) element: Recovered<LocatorSource>,
    /// Its first group is the number; grouping characters are dropped.
    pub(crate) regex: Recovered<String>,
}

/// A pager. The list ends when its control is gone or disabled.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{next: users.next, max: 500}`")]
#[schemars(rename = "Pages")]
pub(crate) struct PagesSource {
    /// The control that leads to the next page.
    pub(crate) next: Recovered<LocatorSource>,
    /// The most pages; more is an error.
    pub(crate) max: Recovered<u32>,
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
#[serde(deny_unknown_fields, expecting = "an object such as `{open: […], screen: user_form, fields: {…}}`")]
#[schemars(rename = "Detail")]
pub(crate) struct DetailSource {
    /// How the page is reached.
    pub(crate) open: Recovered<Many<StepSource>>,
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
    /// What is read of a row: a locator inside it (`column`, `css` …), `each` for a list, or a constant `value`.
    #[derive(Debug, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields, expecting = "an object such as `{column: Email, filters: [lower]}`")]
    #[schemars(rename = "ViewField")]
    struct ViewFieldSource {
        /// The same for every row.
        value: Maybe<String>,
        /// Every element inside the row that this finds: a list.
        each: Maybe<LocatorSource>,
        /// What is read of the element. Default: `text`.
        read: Maybe<ReadSource>,
        /// An attribute to read instead.
        attr: Maybe<String>,
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

/// What is read of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Read")]
pub(crate) enum ReadSource {
    /// Its text, white space collapsed.
    Text,
    /// The value of a control.
    Value,
    /// Whether it is checked.
    Checked,
    /// Its accessible name.
    Name,
    /// The URL of the page. Only in `capture`.
    Url,
}
