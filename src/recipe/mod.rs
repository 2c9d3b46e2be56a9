//! Recipes: from text to a checked [`Recipe`], with every problem of a file at once, each with its position.

mod action;
mod check;
mod checked;
mod condition;
pub(crate) mod diagnostic;
mod ecmascript;
mod element;
mod filter;
mod key;
mod load;
mod locator;
mod matcher;
mod origin;
mod outcome;
mod pattern;
mod position;
mod reference;
mod resource;
mod schema;
mod schema_text;
mod screen;
mod session;
mod settings;
mod shape;
mod source;
mod step;
mod template;
mod view;
pub(crate) mod yaml;

pub use action::{ActionKind, ActionSpec, End, Goal, WriteAction};
pub use checked::{App, CharacterClass, Generated, Interrupt, Param, Recipe};
pub use condition::{Condition, ConditionKind};
pub use diagnostic::{Diagnostic, Note, Severity};
pub use element::{Element, Part};
pub use key::Chord;
pub use load::{LoadError, Loaded, Strictness, check_locator, check_text, load};
pub(crate) use load::{check_user_template, read_file, source_text, utf8};
pub use locator::{ElementState, Finder, Locator};
pub use matcher::{MatchKind, TextMatcher};
pub use origin::{OriginError, OriginPattern};
pub use outcome::{OutcomeRule, RuleOutcome};
pub use pattern::Pattern;
pub use position::{Source, SourceText, Span};
pub use reference::reference;
pub use resource::{CatalogEntry, Field, FieldSource, Label, Resource};
pub use schema::json_schema;
pub use screen::{Recognition, Screen};
pub use session::SessionSpec;
pub use settings::{LONGEST_ACTION, LONGEST_VERIFY, Pace, Settings, Timeouts};
pub use step::{Branch, DialogRule, ReadMode, Step, StepVerb, Typing};
pub use template::{ChangePart, Filter, Hole, LabelSource, SecretName, Segment, Template, ValuePath};
pub use view::{
    CsvField, CsvFrom, CsvView, Detail, FieldFrom, LoadMore, Pager, Pages, Scroll, Search, SearchBy, Submit, TableView,
    Total, View, ViewField, ViewKind,
};
