//! Conditions: the one kind of question a recipe asks.

use super::locator::Locator;
use super::matcher::TextMatcher;
use super::position::Span;
use super::template::{Template, ValuePath};

/// A question about the page or the job.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// What is asked.
    pub kind: ConditionKind,
    /// Where it stands.
    pub span: Span,
}

/// What a [`Condition`] asks.
#[derive(Debug, Clone, PartialEq)]
pub enum ConditionKind {
    /// An element is there and visible, with this text if one is given.
    Visible(Locator, Option<TextMatcher>),
    /// No visible element matches.
    Gone(Locator),
    /// An element is there and enabled.
    Enabled(Locator),
    /// That screen is recognised.
    Screen(String),
    /// The URL matches one of the globs (see [`super::Screen::url`]).
    Url(Vec<String>),
    /// A short-lived message with that text appeared since the last click.
    Toast(TextMatcher),
    /// A control has this value.
    Value(Locator, TextMatcher),
    /// An element is there and visible, in a dialog that the last act in a row opened.
    OpenedByRow(Locator),
    /// Every row of the list that is shown has this text; the rows are those of the view whose search asks.
    EveryRow(Box<Locator>, TextMatcher),
    /// The job names that attribute. Needs no page.
    Given(ValuePath),
    /// The engine found that field to differ. Needs no page.
    Changed(String),
    /// Two values are equal. Needs no page.
    Equals(ValuePath, Template),
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}

impl Condition {
    /// Whether the answer depends on the page. `given`, `changed`, `equals` and what is made of them alone do not.
    pub fn needs_page(&self) -> bool {
        match &self.kind {
            ConditionKind::Given(_) | ConditionKind::Changed(_) | ConditionKind::Equals(..) => false,
            ConditionKind::All(parts) | ConditionKind::Any(parts) => parts.iter().any(Self::needs_page),
            ConditionKind::Not(part) => part.needs_page(),
            _ => true,
        }
    }
}
