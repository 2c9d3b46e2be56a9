//! What a recipe names where it counts.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};

/// Something that was named where it counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Used {
    Screen(String),
    Element(String, String),
    Routine(String),
    View(String),
    Param(String),
    Generated(String),
    Secret(String),
}

/// What was named so far.
#[derive(Debug, Default)]
pub(super) struct Uses {
    /// Of the whole recipe.
    pub(super) names: RefCell<HashSet<Used>>,
    /// Fields of the subject that the action at hand names.
    pub(super) fields: RefCell<HashSet<String>>,
    /// Those of them that it names with all that they hold.
    pub(super) wholly: RefCell<BTreeSet<String>>,
}
