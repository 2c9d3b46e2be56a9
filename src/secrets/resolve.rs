//! From the environment or a file to a secret's value, and what is wrong with it.

use std::io::Read as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use super::Secret;
use super::vault::{VaultError, VaultRefError};
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
    #[error("the secret's file {} has {bytes} bytes or more; at most {MAX_BYTES} are read", path.display())]
    FileTooLarge {
        /// Its path.
        path: PathBuf,
        /// Its size.
        bytes: u64,
    },
    /// The reference leads out of what secrets may be read from.
    #[error(
        "{reference} is not among the secrets of this process, which are {bounds}; put it there, or change that option"
    )]
    OutOfBounds {
        /// The reference.
        reference: String,
        /// Where secrets may be read from.
        bounds: String,
    },
    /// What stands there is no reference to a value in Vault.
    #[error(transparent)]
    VaultRef(#[from] VaultRefError),
    /// Vault does not give it.
    #[error("the secret in vault path {reference} cannot be read: {problem}")]
    Vault {
        /// The reference.
        reference: String,
        /// Why not.
        problem: VaultError,
    },
    /// Vault does not take a value that was to be delivered there, or does not tell what is there already.
    #[error("no value can be delivered to vault path {reference}: {problem}")]
    NotDelivered {
        /// The reference.
        reference: String,
        /// Why not.
        problem: VaultError,
    },
    /// There is nothing.
    #[error("the secret in {0} is empty")]
    Empty(String),
    /// It is too short to be masked.
    #[error(
        "the password in {0} has fewer than {MIN_CHARACTERS} characters, too few to be masked in logs; use a longer one"
    )]
    TooShort(String),
}

/// The value of an environment variable.
pub(super) fn from_env(name: &str) -> Result<Secret, SecretError> {
    match std::env::var(name) {
        Ok(value) => Ok(Secret::new(value)),
        Err(std::env::VarError::NotPresent) => Err(SecretError::EnvMissing(name.to_owned())),
        Err(std::env::VarError::NotUnicode(_)) => Err(SecretError::EnvNotText(name.to_owned())),
    }
}

/// The secret in a file; one trailing line break is not part of it.
///
/// # Errors
/// When the file cannot be read or holds nothing.
pub fn from_file(path: &Path) -> Result<Secret, SecretError> {
    let secret = Secret::new(read_file(path.to_owned())?);
    if secret.expose().is_empty() { Err(SecretError::Empty(format!("file {}", path.display()))) } else { Ok(secret) }
}

/// That there is something in it.
pub(super) fn check(secret: Secret, reference: &SecretRef) -> Result<Secret, SecretError> {
    if secret.expose().is_empty() { Err(SecretError::Empty(reference.to_string())) } else { Ok(secret) }
}

/// That it can be masked.
pub(super) fn long_enough(secret: Secret, reference: &SecretRef) -> Result<Secret, SecretError> {
    if secret.expose().chars().count() < MIN_CHARACTERS {
        return Err(SecretError::TooShort(reference.to_string()));
    }
    Ok(secret)
}

/// The text of a file without one trailing line break.
fn read_file(path: PathBuf) -> Result<String, SecretError> {
    let read = || -> std::io::Result<(u64, String)> {
        let flags = OFlags::NONBLOCK.bits().cast_signed();
        // A pipe nobody writes to would be waited for for ever, and a device has no end.
        let file = std::fs::OpenOptions::new().read(true).custom_flags(flags).open(&path)?;
        if !file.metadata()?.is_file() {
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidInput, "it is no regular file"));
        }
        let mut text = String::new();
        let bytes = file.take(MAX_BYTES + 1).read_to_string(&mut text)?;
        Ok((bytes as u64, text))
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
    use super::super::Store;
    use super::*;

    fn in_file(content: &str) -> Result<Secret, SecretError> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("secret");
        std::fs::write(&path, content).unwrap();
        long_enough(from_file(&path)?, &SecretRef::File(path.display().to_string()))
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
    fn a_pipe_and_a_device_are_no_secrets_and_are_not_waited_for() {
        let dir = tempfile::tempdir().unwrap();
        let pipe = dir.path().join("pipe");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR).unwrap();
        for path in [pipe.as_path(), Path::new("/dev/zero"), dir.path()] {
            let error = from_file(path).unwrap_err().to_string();
            assert!(error.contains("it is no regular file"), "{error}");
        }
        let large = dir.path().join("large");
        std::fs::write(&large, vec![b'x'; 70_000]).unwrap();
        assert!(matches!(from_file(&large).unwrap_err(), SecretError::FileTooLarge { .. }));
    }

    #[tokio::test]
    async fn what_is_not_there_says_what_to_do() {
        let store = Store::default();
        let missing = async |reference| store.reading().secret(&reference).await.unwrap_err().to_string();
        let error = missing(SecretRef::File("/nowhere/at/all".into())).await;
        assert!(error.starts_with("the secret's file /nowhere/at/all cannot be read"), "{error}");
        let error = missing(SecretRef::Vault("kv/acme#password".into())).await;
        assert!(error.contains("vault path kv/acme#password") && error.contains("set VAULT_ADDR"), "{error}");
        let error = missing(SecretRef::Vault("kv#password".into())).await;
        assert!(error.contains("`kv#password` is not a reference"), "{error}");
        let error = missing(SecretRef::Env("IDLCM_TEST_THIS_IS_NOT_SET".into())).await;
        assert!(error.contains("IDLCM_TEST_THIS_IS_NOT_SET is not set"), "{error}");
    }
}
