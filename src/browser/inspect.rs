//! What a page shows to whoever writes its recipe.

use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::time::Instant;

use super::answer::About;
use super::error::{Candidate, CommandError};
use super::query::Query;
use super::session::Session;

/// An element that a page shows, and the locator to paste into a recipe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownElement {
    /// Its ARIA role; `frame` for a frame.
    pub role: String,
    /// Its accessible name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The text of its labels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What the control holds; never that of one which holds a secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Whether it holds a secret.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub secret: bool,
    /// Its text, where that is not its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// `disabled`, `checked` and so on; `out of reach` behind a dialog.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub state: Vec<String>,
    /// The options of a select.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// The column headers of a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<String>>,
    /// How many rows with cells it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<usize>,
    /// Locators of the frames that it lives in, from the top inwards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frames: Vec<String>,
    /// What finds it alone in its document, as a recipe writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
}

impl ShownElement {
    /// Everything in it that the page wrote.
    pub fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let Self { role: _, name, label, value, secret: _, text, state: _, options, columns, rows: _, frames, locator } =
            self;
        let some = [label, value, text, locator].into_iter().flatten();
        std::iter::once(name).chain(some).chain(options).chain(columns.iter_mut().flatten()).chain(frames)
    }
}

/// What a page shows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Shown {
    /// In tree order.
    pub elements: Vec<ShownElement>,
    /// How many of them have no locator, since there was no time to look for one.
    pub unnamed: usize,
    /// How many more there are.
    pub left_out: usize,
    /// What the page was still busy with when it was looked at.
    pub busy: Option<String>,
}

/// One of the elements that a locator matches.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Match {
    /// As a person writes it.
    pub element: String,
    /// What finds it alone, as a recipe writes it; empty where nothing does.
    pub locator: String,
    /// What would have to be added to the locator so that it finds this one alone; empty if nothing does.
    pub add: String,
}

/// What a locator matches.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Matches {
    /// How many an act would have to choose from.
    pub count: usize,
    /// How many more are visible, but behind a dialog or off the page.
    pub out_of_reach: usize,
    /// How many more are not visible.
    pub hidden: usize,
    /// Which alternative of an `any_of` was needed, from 0, if not the first.
    pub used: Option<usize>,
    /// The first of them.
    pub matches: Vec<Match>,
    /// What comes near, where nothing matches.
    pub nearest: Vec<Candidate>,
}

impl Matches {
    /// Everything in it that the page wrote.
    pub fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let matches =
            self.matches.iter_mut().flat_map(|found| [&mut found.element, &mut found.locator, &mut found.add]);
        matches.chain(self.nearest.iter_mut().flat_map(|near| [&mut near.element, &mut near.locator]))
    }
}

impl Session {
    /// Waits until the page is at rest, some seconds at most, and tells what a query matches. One command for each 3 s;
    /// more where it lives in a frame of another origin.
    ///
    /// # Errors
    /// [`CommandError`]: the query cannot be answered on this page, or the browser does not answer.
    pub async fn matches(&mut self, query: &Query, deadline: Instant) -> Result<Matches, CommandError> {
        let request = json!({ "op": "matches", "query": query });
        Ok(self.wait_framed(request, &query.frames, About::query(query), deadline).await?.value)
    }

    /// Waits until the page is at rest, some seconds at most, and tells what it shows: controls, headings, tables and
    /// messages, through open shadow roots and frames of its own origin; with `all` every element with a text of its
    /// own, too. One command for each 3 s.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn inspect(&mut self, all: bool, deadline: Instant) -> Result<Shown, CommandError> {
        let request = json!({ "op": "inspect", "all": all });
        Ok(self.wait_for(request, About::page(), deadline).await?.value)
    }
}
