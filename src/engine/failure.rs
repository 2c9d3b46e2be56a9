//! Why an attempt stopped, with the place in the recipe where it did.

use crate::browser::{Candidate, CommandError};
use crate::contract::{ErrorKind, JobError, Seen, SeenCandidate};
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

    /// The same failure, for which no place of the recipe is to blame.
    #[must_use]
    pub(super) fn nowhere(self) -> Self {
        Self { span: None, ..self }
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

/// A failed command as a failure, with what was seen.
pub(super) fn command_failure(error: &CommandError) -> Failure {
    let kind = match error {
        CommandError::NotReady { .. } | CommandError::Download { .. } => ErrorKind::UnexpectedPage,
        CommandError::Missing { .. } => ErrorKind::ElementMissing,
        CommandError::Ambiguous { .. } => ErrorKind::ElementAmbiguous,
        CommandError::DialogOpen { .. } => ErrorKind::UnexpectedDialog,
        CommandError::NotActionable { .. } | CommandError::Stopped { .. } => ErrorKind::StepTimeout,
        CommandError::Timeout { .. } => ErrorKind::AppBusy,
        CommandError::Outside { .. } => ErrorKind::OriginBlocked,
        CommandError::ReadBack { .. } | CommandError::NoOption { .. } => ErrorKind::InvalidAttribute,
        CommandError::Lost { .. } => ErrorKind::BrowserLost,
        CommandError::Invalid { .. } => ErrorKind::InvalidRecipe,
        CommandError::Rejected { .. } | CommandError::Driver { .. } => ErrorKind::DriverError,
    };
    let mut failure = Failure::new(kind, error.to_string());
    let seen = Seen {
        dialog: match error {
            CommandError::DialogOpen { text, .. } => Some(text.clone()),
            _ => None,
        },
        candidates: seen_candidates(candidates(error)),
        ..Seen::default()
    };
    failure.seen = Some(seen);
    failure
}

/// Candidates as a result tells them.
pub(super) fn seen_candidates(candidates: &[Candidate]) -> Vec<SeenCandidate> {
    let seen = |near: &Candidate| SeenCandidate { element: near.element.clone(), locator: near.locator.clone() };
    candidates.iter().map(seen).collect()
}

/// What came near to what was looked for, or what matched besides.
fn candidates(error: &CommandError) -> &[Candidate] {
    match error {
        CommandError::Missing { candidates, .. } => candidates,
        CommandError::Ambiguous { matches, .. } => matches,
        _ => &[],
    }
}

/// What most of the engine returns: what was attempted, or why it failed.
pub(super) type Attempted<T> = Result<T, Failure>;
