//! From a reference to a secret's value.

use std::path::PathBuf;

use super::Secret;
use crate::contract::SecretRef;

/// The fewest characters of a password: a shorter one would blank half of every log when it is masked.
const MIN_CHARACTERS: usize = 8;
/// The most bytes of a secret's file; a larger one is not a secret.
const MAX_BYTES: u64 = 64 * 1024;

/// A secret that cannot be used. No value ever stands in the message.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The environment variable is not set.
    #[error("the environment variable {0} is not set; set it for the process that runs idlcm")]
    EnvMissing(String),
    /// The environment variable is not text.
    #[error("the environment variable {0} is not UTF-8")]
    EnvNotText(String),
    /// The file cannot be read.
    #[error("the secret's file {} cannot be read: {source}", path.display())]
    File {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is far too large for a secret.
    #[error("the secret's file {} has {bytes} bytes; at most {MAX_BYTES} are read", path.display())]
    FileTooLarge {
        /// Its path.
        path: PathBuf,
        /// Its size.
        bytes: u64,
    },
    /// Vault is not supported.
    #[error("secrets in Vault are not supported by this version ({0}); use `env` or `file`")]
    Vault(String),
    /// There is nothing.
    #[error("the secret in {0} is empty")]
    Empty(String),
    /// It is too short to be masked.
    #[error(
        "the password in {0} has fewer than {MIN_CHARACTERS} characters, too few to be masked in logs; use a longer one"
    )]
    TooShort(String),
}

/// Reads a secret.
///
/// # Errors
/// When it is not there, cannot be read or is empty, or lives in a place that is not supported.
pub fn resolve(reference: &SecretRef) -> Result<Secret, SecretError> {
    let value = match reference {
        SecretRef::Env(name) => match std::env::var(name) {
            Ok(value) => value,
            Err(std::env::VarError::NotPresent) => return Err(SecretError::EnvMissing(name.clone())),
            Err(std::env::VarError::NotUnicode(_)) => return Err(SecretError::EnvNotText(name.clone())),
        },
        SecretRef::File(path) => read_file(PathBuf::from(path))?,
        SecretRef::Vault(path) => return Err(SecretError::Vault(path.clone())),
    };
    if value.is_empty() { Err(SecretError::Empty(reference.to_string())) } else { Ok(Secret::new(value)) }
}

/// Reads a password.
///
/// # Errors
/// As [`resolve`], and when it has fewer than 8 characters.
pub fn resolve_password(reference: &SecretRef) -> Result<Secret, SecretError> {
    let secret = resolve(reference)?;
    if secret.expose().chars().count() < MIN_CHARACTERS {
        return Err(SecretError::TooShort(reference.to_string()));
    }
    Ok(secret)
}

/// The text of a file without one trailing line break.
fn read_file(path: PathBuf) -> Result<String, SecretError> {
    let read = || -> std::io::Result<(u64, String)> {
        let bytes = std::fs::metadata(&path)?.len();
        if bytes > MAX_BYTES { Ok((bytes, String::new())) } else { Ok((bytes, std::fs::read_to_string(&path)?)) }
    };
    match read() {
        Ok((bytes, _)) if bytes > MAX_BYTES => Err(SecretError::FileTooLarge { path, bytes }),
        Ok((_, mut text)) => {
            if text.ends_with('\n') {
                text.pop();
                if text.ends_with('\r') {
                    text.pop();
                }
            }
            Ok(text)
        }
        Err(source) => Err(SecretError::File { path, source }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_file(content: &str) -> Result<Secret, SecretError> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("secret");
        std::fs::write(&path, content).unwrap();
        resolve_password(&SecretRef::File(path.display().to_string()))
    }

    #[test]
    fn one_trailing_line_break_is_not_part_of_a_secret() {
        assert_eq!(in_file("correct horse\n").unwrap().expose(), "correct horse");
        assert_eq!(in_file("correct horse\r\n").unwrap().expose(), "correct horse");
        assert_eq!(in_file("correct horse\n\n").unwrap().expose(), "correct horse\n");
        assert_eq!(in_file(" correct horse ").unwrap().expose(), " correct horse ");
    }

    #[test]
    fn short_and_empty_passwords_are_refused_without_being_shown() {
        let error = in_file("hunter2").unwrap_err();
        assert!(matches!(error, SecretError::TooShort(_)));
        assert!(!error.to_string().contains("hunter2"));
        assert!(matches!(in_file("\n").unwrap_err(), SecretError::Empty(_)));
    }

    #[test]
    fn a_file_that_is_not_there_and_a_vault_say_what_to_do() {
        let error = resolve(&SecretRef::File("/nowhere/at/all".into())).unwrap_err();
        assert!(error.to_string().starts_with("the secret's file /nowhere/at/all cannot be read"), "{error}");
        let error = resolve(&SecretRef::Vault("kv/acme#password".into())).unwrap_err();
        assert!(error.to_string().contains("not supported by this version"), "{error}");
        let error = resolve(&SecretRef::Env("IDLCM_TEST_THIS_IS_NOT_SET".into())).unwrap_err();
        assert!(error.to_string().contains("IDLCM_TEST_THIS_IS_NOT_SET is not set"), "{error}");
    }
}
