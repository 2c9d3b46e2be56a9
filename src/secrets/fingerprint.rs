//! How a secret is known again without being kept.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::Secret;

/// A salted SHA-256 of a secret in hexadecimal: equal for equal salt and secret. The salt is random and stays with the
/// fingerprint, so that fingerprints of different places cannot be compared.
pub fn fingerprint(secret: &Secret, salt: &[u8]) -> String {
    let mut hash = Sha256::new();
    // The length keeps salt and secret apart.
    hash.update(u64::try_from(salt.len()).unwrap_or(u64::MAX).to_be_bytes());
    hash.update(salt);
    hash.update(secret.expose().as_bytes());
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a `String` cannot fail.
        if write!(text, "{byte:02x}").is_err() {
            text.clear();
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_depends_on_secret_and_salt_and_shows_neither() {
        let one = fingerprint(&Secret::new("correct horse"), b"salt");
        assert_eq!(one, fingerprint(&Secret::new("correct horse"), b"salt"));
        assert_ne!(one, fingerprint(&Secret::new("correct horse"), b"pepper"));
        assert_ne!(one, fingerprint(&Secret::new("correct hors"), b"salt"));
        assert_ne!(fingerprint(&Secret::new("bc"), b"a"), fingerprint(&Secret::new("c"), b"ab"));
        assert_eq!(one.len(), 64);
        assert!(!one.contains("horse"));
    }
}
