//! How one logs in to Vault: by a token, or by AppRole. What is in files is read anew each time, so that it can be
//! rotated under a running worker.

use std::path::PathBuf;

use super::super::resolve::{from_env, from_file};
use super::super::{Secret, SecretError};
use super::error::VaultError;

/// Where a token or a secret id is. Never on the command line, which every user of the machine can read.
#[derive(Debug, Clone)]
pub enum Credential {
    /// In an environment variable, whose name this is.
    Env(&'static str),
    /// In a file, read at each login; one trailing line break does not count.
    File(PathBuf),
}

/// How one logs in.
#[derive(Debug, Clone)]
pub enum VaultLogin {
    /// With a token.
    Token(Credential),
    /// By AppRole: `POST auth/{mount}/login`
    /// ([documentation](https://developer.hashicorp.com/vault/api-docs/auth/approle#login-with-approle)).
    AppRole {
        /// Where the method is mounted. Vault's default: `approle`.
        mount: String,
        /// The role's id. Not a secret by itself.
        role_id: String,
        /// The secret id.
        secret_id: Credential,
    },
}

impl Credential {
    /// Reads it. `what` is for the message: `the token for Vault`.
    ///
    /// # Errors
    /// When it is not there or empty.
    pub(super) fn read(&self, what: &'static str) -> Result<Secret, VaultError> {
        let found = match self {
            Self::Env(name) => from_env(name),
            Self::File(path) => from_file(path),
        };
        let told = |error: SecretError| VaultError::Credential { what, why: error.to_string() };
        let value = found.map_err(told)?;
        // A trailing blank in the environment, or a line break too many in a file, is no part of it.
        let trimmed = value.expose().trim();
        if trimmed.is_empty() {
            return Err(VaultError::Credential { what, why: format!("{} is empty", self.place()) });
        }
        Ok(Secret::new(trimmed))
    }

    /// Where it is, for messages.
    pub(super) fn place(&self) -> String {
        match self {
            Self::Env(name) => format!("the environment variable {name}"),
            Self::File(path) => format!("the file {}", path.display()),
        }
    }
}
