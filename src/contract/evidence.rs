//! A pointer from a result to what was recorded while the job ran.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A piece of evidence, by its path below the worker's evidence folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceRef {
    /// The folder of this attempt, relative to the evidence folder.
    pub folder: String,
    /// The files in it.
    pub files: Vec<String>,
}
