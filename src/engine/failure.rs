//! Why an attempt stopped, with the place in the recipe where it did.

use crate::contract::{ErrorKind, JobError, Seen};
use crate::recipe::Span;

/// Why an attempt stopped.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// What kind of failure.
    pub kind: ErrorKind,
    /// What happened, in a sentence.
    pub message: String,
    /// The recipe's place, if one is to blame.
    pub span: Option<Span>,
    /// `users.create, step 2 of 6 (click)`; filled in by the step that failed.
    pub step: Option<String>,
    /// What was seen on the page.
    pub seen: Option<Seen>,
}

impl Failure {
    /// A failure without a place.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), span: None, step: None, seen: None }
    }

    /// The same failure, at that place of the recipe, unless it already has one.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }

    /// Whether the page may have a better reason for it than what was not found on it.
    pub(super) fn may_be_explained(&self) -> bool {
        use ErrorKind::{ElementAmbiguous, ElementMissing, StepTimeout, UnexpectedPage};
        matches!(self.kind, ElementMissing | UnexpectedPage | StepTimeout | ElementAmbiguous)
    }

    /// As it stands in a result.
    pub fn to_error(&self) -> JobError {
        JobError {
            kind: self.kind,
            message: self.message.clone(),
            step: self.step.clone(),
            user_action: self.kind.user_action(),
            seen: self.seen.clone(),
        }
    }
}

/// What most of the engine returns.
pub(super) type Outcome<T> = Result<T, Failure>;
