//! Why a command ended early: a message for the terminal and an exit code.

use std::fmt;

use super::exit_code::ExitCode;

/// A message that says what to do next, and the exit code.
#[derive(Debug)]
pub(super) struct Stop {
    /// The exit code.
    pub code: ExitCode,
    /// The message; lines are printed as they are.
    pub message: String,
}

impl Stop {
    /// With that code.
    pub(super) fn new(code: ExitCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// A file that is not as it should be.
    pub(super) fn invalid(message: impl fmt::Display) -> Self {
        Self::new(ExitCode::InvalidFile, message.to_string())
    }

    /// Something outside is missing or out of reach.
    pub(super) fn missing(message: impl fmt::Display) -> Self {
        Self::new(ExitCode::Missing, message.to_string())
    }
}

/// What a command returns.
pub(super) type Ended = Result<ExitCode, Stop>;
