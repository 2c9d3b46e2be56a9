//! Recipes: from text to a checked [`Recipe`], with every problem of a file at once, each with its position.

mod action;
mod checked;
mod condition;
mod locator;
mod matcher;
mod outcome;
mod pattern;
mod position;
mod resource;
mod screen;
mod session;
mod settings;
mod step;
mod template;
mod view;

pub use action::{ActionKind, ActionSpec, Goal, WriteAction};
pub use checked::{App, CharacterClass, Generated, Interrupt, Param, Recipe};
pub use condition::{Condition, ConditionKind};
pub use locator::{ElementState, Finder, Locator};
pub use matcher::{MatchKind, TextMatcher};
pub use outcome::{OutcomeRule, RuleOutcome};
pub use pattern::Pattern;
pub use position::{Source, SourceText, Span};
pub use resource::{Field, Resource};
pub use screen::Screen;
pub use session::SessionSpec;
pub use settings::{Pace, Settings, Timeouts};
pub use step::{Branch, DialogRule, ReadMode, Step, StepVerb};
pub use template::{ChangePart, Filter, Hole, LabelSource, SecretName, Segment, Template, ValuePath};
pub use view::{Detail, FieldFrom, Pages, Search, SearchBy, Submit, TableView, Total, View, ViewField, ViewKind};
