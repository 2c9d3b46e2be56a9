//! Where a secret lives. The value itself never stands in a file or a job.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A reference to a secret: exactly one of an environment variable, a file or a path in a vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SecretRef {
    /// The name of an environment variable.
    Env(String),
    /// The path of a file; one trailing line break is not part of the secret.
    File(String),
    /// A path in a KV engine (version 2) of `HashiCorp` Vault and a field in it, written `mount/path#field`. The first part is
    /// the mount; the field has to be a text.
    Vault(String),
}

impl fmt::Display for SecretRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Env(name) => write!(f, "environment variable {name}"),
            Self::File(path) => write!(f, "file {path}"),
            Self::Vault(path) => write!(f, "vault path {path}"),
        }
    }
}
