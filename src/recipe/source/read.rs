//! What is read of an element, by fields of views and by `capture`.

use schemars::JsonSchema;
use serde::Deserialize;

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
