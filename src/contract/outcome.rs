//! How a job ended, and whether anything was changed.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Changed, and read back in the app; or, for a read, read.
    Succeeded,
    /// It was so already.
    Unchanged,
    /// Accepted by the app, waits for a person (an invitation was sent).
    Pending,
    /// Not done, or not as wished; `error` says why, and the effect whether anything was changed.
    Failed,
    /// A committing click was sent and its effect could not be read back. Final; never repeated by the product.
    Uncertain,
    /// `mode: plan`: what would have happened.
    Planned,
}

impl Outcome {
    /// How bad the outcome is; a job of several parts takes the worst part's outcome.
    pub fn severity(self) -> u8 {
        match self {
            Self::Planned => 0,
            Self::Unchanged => 1,
            Self::Succeeded => 2,
            Self::Pending => 3,
            Self::Failed => 4,
            Self::Uncertain => 5,
        }
    }

    /// The worse of two.
    #[must_use]
    pub fn worse(self, other: Self) -> Self {
        if other.severity() > self.severity() { other } else { self }
    }

    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Succeeded => "succeeded",
            Self::Unchanged => "unchanged",
            Self::Pending => "pending",
            Self::Failed => "failed",
            Self::Uncertain => "uncertain",
            Self::Planned => "planned",
        }
    }

    /// Whether the app is as wished, or will be once a person has agreed.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Succeeded | Self::Unchanged | Self::Pending)
    }

    /// Whether a caller has to do something: `failed` and `uncertain`.
    pub fn needs_attention(self) -> bool {
        matches!(self, Self::Failed | Self::Uncertain)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Whether the app was changed by this job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Nothing was changed.
    None,
    /// Something was changed, and read back; in a failed job not all that was wished, or not as it was wished.
    Applied,
    /// A committing click was sent and what it did is not known: it could not be read, or nothing of it is to be seen
    /// although the app did not refuse it.
    Uncertain,
}
