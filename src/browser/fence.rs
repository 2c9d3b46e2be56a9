//! Where the app lives, which a session does not leave.

use std::fmt;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::recipe::OriginPattern;

/// What is not on an origin of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outside {
    /// The page itself, or one that it was about to lead to.
    Page,
    /// A frame that the recipe goes into.
    Frame,
    /// A window that the page was about to open.
    Window,
    /// Where a form sends what is typed into it.
    Form,
    /// The document that a field is in.
    Field,
}

impl fmt::Display for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Page => "the app led to",
            Self::Frame => "the frame is of",
            Self::Window => "the page was about to open a window of",
            Self::Form => "a form sends what is typed into it to",
            Self::Field => "the field for a secret is in a document of",
        })
    }
}

/// Where a session stays.
#[derive(Debug, Default)]
pub(super) struct Fence {
    /// The origins; empty: everywhere.
    pub(super) origins: Vec<OriginPattern>,
    /// By which the script that every document begins with is taken out again.
    pub(super) script: Option<String>,
}

impl Fence {
    /// The origins as the page reads them; `null`: everywhere.
    pub(super) fn to_json(&self) -> Value {
        if self.origins.is_empty() { Value::Null } else { json!(self.origins) }
    }
}
