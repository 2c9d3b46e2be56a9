//! Rules that say what a page means.

use crate::contract::{Action, ErrorKind};

use super::condition::Condition;
use super::position::Span;

/// What a rule may conclude.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleOutcome {
    /// The app says it is done. Verified all the same.
    Done,
    /// The app says that the subject exists.
    AlreadyExists,
    /// The app says that the subject does not exist.
    NotFound,
    /// A failure.
    Error(ErrorKind),
}

/// When this holds, it means that. Only what appeared since the last click counts.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeRule {
    /// The sign.
    pub when: Condition,
    /// What it means.
    pub is: RuleOutcome,
    /// Only in actions whose names match one of these globs; empty: in all.
    pub only_in: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

impl OutcomeRule {
    /// Whether the rule holds in that action.
    pub fn applies_to(&self, action: Action) -> bool {
        self.only_in.is_empty() || {
            let name = action.to_string();
            self.only_in.iter().any(|glob| match glob.strip_suffix('*') {
                Some(prefix) => name.starts_with(prefix),
                None => *glob == name,
            })
        }
    }
}
