//! How a secret is known again without being kept.

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use sha2::{Digest, Sha256};

use super::Secret;

/// A salted argon2id hash of a secret (RFC 9106, its second recommended parameters scaled to 19 MiB and 2 passes, as
/// OWASP has them): equal for equal salt and secret, and slow to guess from. It is made once for each login.
pub fn fingerprint(secret: &Secret, salt: &[u8]) -> String {
    // Any salt will do, also one shorter than argon2 takes.
    let salt = Sha256::digest(salt);
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT);
    let mut hash = [0_u8; 32];
    // It fails for lengths that these are not; an empty fingerprint would then equal itself and stop every second login.
    match argon2.hash_password_into(secret.expose().as_bytes(), &salt, &mut hash) {
        Ok(()) => STANDARD_NO_PAD.encode(hash),
        Err(_) => String::new(),
    }
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
        assert_eq!(one.len(), 43);
        assert!(!one.contains("horse"));
    }
}
