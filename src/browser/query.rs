//! What is sent to the page: locators and conditions with every template already rendered. `page.js` is the other side.

use serde::Serialize;

/// Compares a text of the page, white space collapsed and trimmed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Matcher {
    /// The whole text.
    Whole {
        /// The text.
        text: String,
        /// Upper and lower case count as the same.
        ignore_case: bool,
    },
    /// A part of it.
    Contains {
        /// The text.
        text: String,
        /// Upper and lower case count as the same.
        ignore_case: bool,
    },
    /// Its beginning.
    Prefix {
        /// The text.
        text: String,
        /// Upper and lower case count as the same.
        ignore_case: bool,
    },
    /// Its end.
    Suffix {
        /// The text.
        text: String,
        /// Upper and lower case count as the same.
        ignore_case: bool,
    },
    /// A regular expression that matches somewhere in it.
    Regex {
        /// As it is written, in the syntax of the `regex` crate.
        #[serde(skip)]
        written: String,
        /// The same as the page understands it (ECMA-262, flag `u`), with `ignore_case` worked in.
        pattern: String,
        /// Upper and lower case count as the same.
        #[serde(skip)]
        ignore_case: bool,
    },
    /// One of these.
    Any {
        /// The alternatives.
        any: Vec<Matcher>,
    },
    /// Anything but this; also no text at all.
    Not {
        /// What it must not be.
        not: Box<Matcher>,
    },
}

impl Matcher {
    /// A text that a user could type to find what matches; `None` for a regular expression.
    pub fn typed(&self) -> Option<&str> {
        match self {
            Self::Whole { text, .. }
            | Self::Contains { text, .. }
            | Self::Prefix { text, .. }
            | Self::Suffix { text, .. } => Some(text),
            Self::Regex { .. } | Self::Not { .. } => None,
            Self::Any { any } => any.iter().find_map(Self::typed),
        }
    }
}

/// The main criterion of a [`Query`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "find")]
pub enum By {
    /// By computed ARIA role and accessible name.
    Role {
        /// The role.
        role: String,
        /// The accessible name.
        name: Option<Matcher>,
    },
    /// A control by its label.
    Label {
        /// The label.
        text: Matcher,
    },
    /// A control by its placeholder.
    Placeholder {
        /// The placeholder.
        text: Matcher,
    },
    /// By `alt`.
    Alt {
        /// The text.
        text: Matcher,
    },
    /// By `title`.
    Title {
        /// The text.
        text: Matcher,
    },
    /// By one of the test id attributes.
    TestId {
        /// The id.
        text: Matcher,
        /// The attributes, in order.
        attributes: Vec<String>,
    },
    /// The smallest visible element with that text.
    Text {
        /// The text.
        text: Matcher,
    },
    /// In a row: the cell under the header with that text.
    Column {
        /// The header.
        text: Matcher,
    },
    /// In a row of a list that is no table: the cell at the place of the header with that text.
    Cell {
        /// The header.
        text: Matcher,
        /// The headers, on the page.
        headers: Box<Query>,
        /// The cells, in the row.
        cells: Box<Query>,
    },
    /// A CSS selector.
    Css {
        /// The selector.
        selector: String,
    },
    /// An `XPath` expression.
    Xpath {
        /// The expression.
        expression: String,
    },
    /// The row that is looked in.
    #[serde(rename = "self")]
    Itself,
    /// What follows the row that is looked in, if no row of the list does.
    Sibling {
        /// At which place, 1 for the next.
        at: usize,
    },
    /// Alternatives in order; later ones that match too must match the same element.
    AnyOf {
        /// The alternatives.
        any: Vec<Query>,
    },
}

/// States that an element must have to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub struct State {
    /// Not disabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<bool>,
    /// Expanded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expanded: Option<bool>,
    /// Selected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected: Option<bool>,
}

/// How one element is found in the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Query {
    /// The main criterion.
    pub by: By,
    /// Only inside the element that this finds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Box<Query>>,
    /// Only elements that contain a match of this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has: Option<Box<Query>>,
    /// Only elements that contain no match of this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_not: Option<Box<Query>>,
    /// Only elements whose text matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_text: Option<Matcher>,
    /// Only elements whose attributes match.
    #[serde(rename = "where", skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<(String, Matcher)>,
    /// Only elements in this state.
    pub state: State,
    /// Only the n-th match, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nth: Option<usize>,
    /// Match hidden elements too.
    pub hidden: bool,
    /// The frames it lives in, from the top document inwards. Each must match exactly one frame element.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub frames: Vec<Query>,
    /// Only inside the row with this key of a table that [`RowQuery`] describes; it is found again at each look, so
    /// that a list that redraws itself does not matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<Box<RowQuery>>,
}

impl Query {
    /// A query with a main criterion and nothing else.
    pub fn by(by: By) -> Self {
        Self {
            by,
            within: None,
            has: None,
            has_not: None,
            has_text: None,
            attributes: Vec::new(),
            state: State::default(),
            nth: None,
            hidden: false,
            frames: Vec::new(),
            row: None,
        }
    }
}

/// One row of a list, found by the value of its key field. Exactly one row must match.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RowQuery {
    /// All rows of the list.
    pub rows: Query,
    /// A row in which this is found is none of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<Box<Query>>,
    /// Where the key is in a row.
    pub key: Query,
    /// What is read of the key's element.
    pub read: Read,
    /// What the key must be, as it stands on screen.
    pub value: Matcher,
    /// What holds on the page that has the rows: where it does not and there is no row, that page was left, and with it
    /// the row. `None`: the row is never left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Box<Probe>>,
}

/// What is read of an element.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "read")]
pub enum Read {
    /// Its text, white space collapsed.
    Text,
    /// The value of a control; of a select the text of its chosen option.
    Value,
    /// Whether it is checked.
    Checked,
    /// Its accessible name.
    Name,
    /// Where the link that it is, or is in, leads to; empty if there is none.
    Link,
    /// An attribute.
    Attribute {
        /// Its name.
        name: String,
    },
}

/// A question about the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "ask")]
pub enum Probe {
    /// An element is there and visible, with this text if one is given.
    Visible {
        /// The element. More than one visible match counts as visible.
        query: Query,
        /// Its text.
        text: Option<Matcher>,
    },
    /// No visible element matches.
    Gone {
        /// The element.
        query: Query,
    },
    /// An element is there and enabled.
    Enabled {
        /// The element.
        query: Query,
    },
    /// The URL of the top document matches one of the globs; see the recipe's `Screen::url`.
    Url {
        /// The globs.
        globs: Vec<String>,
    },
    /// The title of the document matches.
    Title {
        /// The title.
        text: Matcher,
    },
    /// A message with that text appeared since the page was armed.
    Toast {
        /// The text.
        text: Matcher,
    },
    /// A control has this value.
    Value {
        /// The control.
        query: Query,
        /// The value.
        is: Matcher,
    },
    /// An element is there and visible, in a dialog that the last act in a row opened and that is open since.
    OpenedByRow {
        /// The element.
        query: Query,
    },
    /// Every element that matches has this text; also where there is none.
    EveryRow {
        /// The elements.
        query: Query,
        /// The text.
        text: Matcher,
    },
    /// Holds always or never: what could be decided without the page.
    Known {
        /// The answer.
        holds: bool,
    },
    /// All hold.
    All {
        /// The parts.
        all: Vec<Probe>,
    },
    /// At least one holds.
    Any {
        /// The parts.
        any: Vec<Probe>,
    },
    /// It does not hold.
    Not {
        /// The part.
        not: Box<Probe>,
    },
}
