//! Passwords as argon2id hashes.

use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use rand::RngCore as _;
use tokio::sync::Semaphore;

use crate::secrets::Secret;

/// The fewest characters of a password (NIST SP 800-63B-4, section 3.1.1.2, asks for 15 where it is the only factor and for
/// 8 with a second one; OWASP takes 12 to be strong enough behind a slow hash and a delay).
const SHORTEST: usize = 12;
/// The most bytes that are hashed.
const LONGEST: usize = 512;

/// A password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Weak {
    /// It is too short.
    #[error("the password has fewer than {SHORTEST} characters; choose a longer one, such as four words")]
    Short,
    /// It is too long.
    #[error("the password has more than {LONGEST} bytes; choose a shorter one")]
    Long,
    /// It is, or holds little but, the person's name.
    #[error("the password is too much like the name; choose another one")]
    Name,
    /// It is one letter again and again.
    #[error("the password is made of too few different characters; choose another one")]
    Monotonous,
}

/// Whether a password is taken for a person of that name.
pub(super) fn strong(password: &Secret, name: &str) -> Result<(), Weak> {
    let text = password.expose();
    if text.len() > LONGEST {
        return Err(Weak::Long);
    }
    if text.chars().count() < SHORTEST {
        return Err(Weak::Short);
    }
    let (lower, local) = (text.to_lowercase(), name.split('@').next().unwrap_or(name));
    if lower == name || (local.len() >= 4 && lower.replace(local, "").chars().count() < SHORTEST / 2) {
        return Err(Weak::Name);
    }
    if text.chars().collect::<std::collections::BTreeSet<_>>().len() < 4 {
        return Err(Weak::Monotonous);
    }
    Ok(())
}

/// OWASP's second choice for argon2id: 19 MiB, two passes.
fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT)
}

/// How many passwords are hashed at once: each takes a tenth of a second of a core and 19 MiB, and whoever knocks a thousand
/// times at once is not to have a thousand times that.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// Hashes, or compares, off the threads that answer others, and some at once.
pub(super) async fn slowly<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let _turn = AT_ONCE.acquire().await.ok()?;
    tokio::task::spawn_blocking(work).await.ok()
}

/// The hash of a password with a salt of its own, as a PHC string. Takes a tenth of a second.
pub(super) fn hash(password: &Secret) -> Option<Secret> {
    let mut random = [0_u8; 16];
    rand::rng().fill_bytes(&mut random);
    let salt = SaltString::encode_b64(&random).ok()?;
    let hash = argon2().hash_password(password.expose().as_bytes(), &salt).ok()?;
    Some(Secret::new(hash.to_string()))
}

/// Whether a password has that hash. With no hash it takes as long, and is wrong.
pub(super) fn matches(password: &Secret, hash: Option<&Secret>) -> bool {
    /// The hash of nothing that anybody knows.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9i$8GyMVDu5bPwTQfO8J7XPWvHdGZGzqF2mXm5w2M9j1aQ";
    let text = hash.map_or(NOBODY, Secret::expose);
    let right = PasswordHash::new(text)
        .is_ok_and(|known| argon2().verify_password(password.expose().as_bytes(), &known).is_ok());
    right && hash.is_some() && password.expose().len() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_matches_its_password_only_and_nobody_has_none() {
        let (one, other) = (Secret::new("correct horse battery"), Secret::new("correct horse batterz"));
        let known = hash(&one).unwrap();
        assert!(known.expose().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(matches(&one, Some(&known)) && !matches(&other, Some(&known)) && !matches(&one, None));
        assert_ne!(hash(&one).unwrap().expose(), known.expose());
        // The one of nobody is a hash, so that it takes as long.
        assert!(
            PasswordHash::new(
                "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9i$8GyMVDu5bPwTQfO8J7XPWvHdGZGzqF2mXm5w2M9j1aQ"
            )
            .is_ok()
        );
    }

    #[test]
    fn weak_passwords_are_told_apart() {
        let weak = |text: &str| strong(&Secret::new(text), "ada@acme.example").err();
        assert_eq!(weak("short"), Some(Weak::Short));
        assert_eq!(weak("ada@acme.example"), Some(Weak::Name));
        assert_eq!(weak("abababababababab"), Some(Weak::Monotonous));
        assert_eq!(weak(&"abcdefgh".repeat(100)), Some(Weak::Long));
        assert_eq!(weak("four words in a row"), None);
    }
}
