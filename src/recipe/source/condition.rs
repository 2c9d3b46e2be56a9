//! Conditions: the one kind of question a recipe asks.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{LocatorSource, Many, Maybe, OneOrMany, Scalar, TextSource};
use crate::recipe::yaml::Recovered;

/// A question about the page or the job: exactly one key, and `text` beside `visible` if wanted.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a condition such as `{visible: users.heading}`")]
#[schemars(
    rename = "Condition",
    extend("minProperties" = 1, "maxProperties" = 2),
    extend("examples" = [
        {"visible": "user_form.error", "text": {"contains": "already been taken"}},
        {"screen": "users"},
        {"all": [{"gone": "users.loading"}, {"url": "/users*"}]}
    ])
)]
// Fields: the keys of a condition.
pub(crate) struct ConditionSource {
    /// An element is there and visible.
    pub(crate) visible: Maybe<LocatorSource>,
    /// Beside `visible`: the element's text.
    pub(crate) text: Maybe<TextSource>,
    /// Beside `visible`, in an `expect`: `row`, if the element stands in a dialog that the act in the subject's own row before
    /// it opened. For dialogs that do not say whom they are about.
    pub(crate) opened_by: Maybe<OpenedBySource>,
    /// No visible element matches.
    pub(crate) gone: Maybe<LocatorSource>,
    /// An element is there and enabled.
    pub(crate) enabled: Maybe<LocatorSource>,
    /// That screen is recognised.
    pub(crate) screen: Maybe<String>,
    /// The URL matches one of the globs. `*` crosses `/`. A glob that begins with `/` is compared with path and
    /// fragment, one with a `?` with path and query too, one with `://` with the whole URL.
    pub(crate) url: Maybe<OneOrMany<String>>,
    /// A short-lived message with that text appeared since the last click.
    pub(crate) toast: Maybe<TextSource>,
    /// A control has this value.
    pub(crate) value: Maybe<ValueOfSource>,
    /// In `settled` of a search: every row that is shown has this text, as `{contains: "{{ user.email }}"}`. The rows from before
    /// the search do not.
    pub(crate) every_row: Maybe<TextSource>,
    /// The job names that attribute: `user.name`.
    pub(crate) given: Maybe<String>,
    /// The engine found that attribute to differ: `user.name`.
    pub(crate) changed: Maybe<String>,
    /// Two values are equal: `[user.kind, guest]`.
    pub(crate) equals: Maybe<Vec<Recovered<Scalar>>>,
    /// All hold.
    pub(crate) all: Maybe<Many<ConditionSource>>,
    /// At least one holds.
    pub(crate) any: Maybe<Many<ConditionSource>>,
    /// It does not hold.
    pub(crate) not: Maybe<Box<ConditionSource>>,
}

/// What opened a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "OpenedBy")]
pub(crate) enum OpenedBySource {
    /// The last act in the subject's own row. It was not open before, and not closed since.
    Row,
}

/// A control and the value it must have.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{of: user_form.email, is: \"{{ user.email }}\"}`")]
#[schemars(rename = "ValueOf")]
pub(crate) struct ValueOfSource {
    /// The control.
    pub(crate) of: Recovered<LocatorSource>,
    /// Its value; of a select the text of the chosen option.
    pub(crate) is: Recovered<TextSource>,
}
