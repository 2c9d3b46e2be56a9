//! `mount/path#field`: where a value is in Vault.

use std::fmt;
use std::str::FromStr;

/// The field beside a delivered value that says which job it was made for.
pub(super) const JOB: &str = "idlcm_job";

/// A field of a path of a KV engine of version 2. The first part is the mount.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VaultRef {
    pub(in crate::secrets) path: VaultPath,
    pub(in crate::secrets) field: String,
}

/// A mount and the parts of a path below it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct VaultPath {
    mount: String,
    parts: Vec<String>,
}

/// Why a text is not a reference to a value in Vault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a reference to a value in Vault: {why}")]
pub struct VaultRefError {
    text: String,
    why: &'static str,
}

impl VaultRef {
    /// A field of a mount's path, whose parts are taken as they are.
    ///
    /// # Errors
    /// When a part could not be one of a path: it is empty, `.` or has `..`, a slash or a character that is not printable
    /// in it.
    pub fn new(mount: &str, parts: Vec<String>, field: &str) -> Result<Self, VaultRefError> {
        let wrong = |why| VaultRefError { text: format!("{mount}/{}#{field}", parts.join("/")), why };
        if parts.is_empty() {
            return Err(wrong("a mount and a path are needed; write `mount/path#field`"));
        }
        if field.is_empty() {
            return Err(wrong("the field is missing; write `mount/path#field`"));
        }
        for part in std::iter::once(mount).chain(parts.iter().map(String::as_str)) {
            if part.is_empty() {
                return Err(wrong(
                    "a part of the path is empty; write `mount/path#field`, without a slash at either end",
                ));
            }
            // Vault itself refuses both.
            if part == "." || part.contains("..") {
                return Err(wrong("no part may be `.` or have `..` in it"));
            }
            if part.contains(['/', '\u{fffd}']) || part.chars().any(char::is_control) {
                return Err(wrong("a part has a character in it that no path can have"));
            }
        }
        Ok(Self { path: VaultPath { mount: mount.to_owned(), parts }, field: field.to_owned() })
    }

    /// The field's name.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// Whether its field is the one that says for which job a delivered value was made (`idlcm_job`).
    pub fn is_reserved(&self) -> bool {
        self.field == JOB
    }
}

impl VaultPath {
    /// The parts of its address after `/v1/`: `{mount}/data/{path}`.
    pub(super) fn data(&self) -> Vec<&str> {
        [self.mount.as_str(), "data"].into_iter().chain(self.parts.iter().map(String::as_str)).collect()
    }

    /// As policies name it.
    pub(super) fn policy(&self) -> String {
        self.data().join("/")
    }
}

impl FromStr for VaultRef {
    type Err = VaultRefError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some((path, field)) = text.rsplit_once('#') else {
            return Err(VaultRefError { text: text.to_owned(), why: "the field is missing; write `mount/path#field`" });
        };
        let mut parts = path.split('/').map(str::to_owned);
        let mount = parts.next().unwrap_or_default();
        Self::new(&mount, parts.collect(), field).map_err(|error| VaultRefError { text: text.to_owned(), ..error })
    }
}

impl fmt::Display for VaultPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.mount, self.parts.join("/"))
    }
}

impl fmt::Display for VaultRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.path, self.field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_part_is_the_mount_and_what_follows_the_last_hash_the_field() {
        let found: VaultRef = "kv/acme/led#gerly#totp".parse().unwrap();
        assert_eq!((found.path.policy().as_str(), found.field()), ("kv/data/acme/led#gerly", "totp"));
        assert_eq!(found.to_string(), "kv/acme/led#gerly#totp");
    }

    #[test]
    fn what_is_no_reference_is_told_with_what_to_write() {
        for text in
            ["kv/acme", "kv#f", "#f", "kv/acme#", "/kv/acme#f", "kv//acme#f", "kv/acme/#f", "kv/../sys#f", "kv/.#f"]
        {
            let error = text.parse::<VaultRef>().unwrap_err().to_string();
            assert!(error.starts_with(&format!("`{text}` is not a reference")), "{error}");
        }
    }
}
