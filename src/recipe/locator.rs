//! How elements are found. A locator must match exactly one visible element.

use super::matcher::TextMatcher;
use super::position::Span;

/// How one element is found. References to named elements are already replaced by what they stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct Locator {
    /// The main criterion.
    pub finder: Finder,
    /// Only inside the element that this finds.
    pub within: Option<Box<Locator>>,
    /// Only elements that contain a match of this.
    pub has: Option<Box<Locator>>,
    /// Only elements that contain no match of this.
    pub has_not: Option<Box<Locator>>,
    /// Only elements whose text matches.
    pub has_text: Option<TextMatcher>,
    /// Only elements whose attributes match.
    pub where_attributes: Vec<(String, TextMatcher)>,
    /// Only elements in this state.
    pub state: ElementState,
    /// Only the n-th match, from 0. A warning; refused for a committing click.
    pub nth: Option<usize>,
    /// Match hidden elements too (file inputs).
    pub hidden: bool,
    /// Where it stands: at the place of use, or at the element's definition for a named one.
    pub span: Span,
    /// The name it was given: `users.add`.
    pub name: Option<String>,
    /// The frames it lives in, from the top document inwards.
    pub frames: Vec<Locator>,
}

/// The main criterion of a [`Locator`].
#[derive(Debug, Clone, PartialEq)]
pub enum Finder {
    /// By computed ARIA role (WAI-ARIA 1.2) and accessible name (accname 1.2).
    Role {
        /// The role.
        role: String,
        /// The accessible name.
        name: Option<TextMatcher>,
    },
    /// A form control by its label.
    Label(TextMatcher),
    /// A form control by its placeholder.
    Placeholder(TextMatcher),
    /// By `alt`.
    Alt(TextMatcher),
    /// By `title`.
    Title(TextMatcher),
    /// By one of the test id attributes.
    TestId(TextMatcher),
    /// The smallest visible element with that text.
    Text(TextMatcher),
    /// In a row: the cell under the header with that text.
    Column(TextMatcher),
    /// In a row of a list that is no table: the cell at the place that the header with that text has among the headers.
    Cell {
        /// The text of the header.
        header: TextMatcher,
        /// The headers, on the page.
        headers: Box<Locator>,
        /// The cells, in the row.
        cells: Box<Locator>,
    },
    /// A CSS selector, literal.
    Css(String),
    /// An `XPath` expression, literal.
    Xpath(String),
    /// In a row: the row.
    Itself,
    /// In a row: the element that follows it, 1 for the next; none where that is a row of the list.
    Sibling(usize),
    /// Alternatives in order; needing a later one is drift.
    AnyOf(Vec<Locator>),
}

/// States that an element must have to match; `None` does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ElementState {
    /// Not disabled.
    pub enabled: Option<bool>,
    /// Checked (`aria-checked` counts).
    pub checked: Option<bool>,
    /// Expanded (`aria-expanded`).
    pub expanded: Option<bool>,
    /// Selected (`aria-selected` counts).
    pub selected: Option<bool>,
}
