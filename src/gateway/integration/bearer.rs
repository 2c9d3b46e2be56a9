//! The bearer tokens that identity providers get: text with a checksum, kept as a hash only.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::RngCore as _;
use sha2::{Digest as _, Sha256};

use crate::secrets::Secret;

/// What every token begins with, so that scanners for secrets know one.
const PREFIX: &str = "idlcm";
/// How many random bytes there are: 256 bits.
const RANDOM: usize = 32;
/// How many characters of the checksum there are.
const CHECK: usize = 6;

/// The text is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no token of an integration")]
pub struct NotABearer;

/// A token: `idlcm.<public id>.<43 random characters>.<6 of checksum>`.
#[derive(Debug, Clone)]
pub struct Bearer {
    text: Secret,
    public_id: String,
}

impl Bearer {
    /// A new one.
    pub fn new(public_id: &str) -> Self {
        let body = format!("{PREFIX}.{public_id}.{}", random());
        let text = format!("{body}.{}", checksum(&body));
        Self { text: Secret::new(text), public_id: public_id.to_owned() }
    }

    /// Reads the header `Authorization`, with `Bearer` before the token or without. A mistyped token is told from a wrong one
    /// without the database.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(header: &str) -> Result<Self, NotABearer> {
        let text = match header.split_once(' ') {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("bearer") => rest,
            _ => header,
        };
        let text = text.trim();
        let (body, check) = text.rsplit_once('.').ok_or(NotABearer)?;
        let mut parts = body.split('.');
        let sound = parts.next() == Some(PREFIX) && check == checksum(body);
        match (sound, parts.next()) {
            (true, Some(public_id)) => Ok(Self { text: Secret::new(text), public_id: public_id.to_owned() }),
            _ => Err(NotABearer),
        }
    }

    /// The text, to be shown once.
    pub fn text(&self) -> &Secret {
        &self.text
    }

    /// For which integration.
    pub fn public_id(&self) -> &str {
        &self.public_id
    }

    /// What is kept of it: its SHA-256 in hexadecimal. It has 256 random bits, so that a slow hash would protect nothing.
    pub fn hash(&self) -> String {
        hash(self.text.expose())
    }
}

/// Whether two hashes are one, in a time that does not tell where they differ.
pub(in crate::gateway) fn equal(one: &str, other: &str) -> bool {
    let difference = one.bytes().zip(other.bytes()).fold(0, |difference, (one, other)| difference | (one ^ other));
    one.len() == other.len() && difference == 0
}

/// The SHA-256 of a secret with enough randomness of its own, in hexadecimal.
pub(in crate::gateway) fn hash(text: &str) -> String {
    format!("{:x}", Sha256::digest(text.as_bytes()))
}

/// 256 random bits, as 43 characters.
pub(in crate::gateway) fn random() -> String {
    let mut random = [0_u8; RANDOM];
    rand::rng().fill_bytes(&mut random);
    URL_SAFE_NO_PAD.encode(random)
}

fn checksum(body: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(body.as_bytes())).chars().take(CHECK).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_with_and_without_its_scheme_and_not_when_mistyped() {
        let new = Bearer::new("4fK9");
        let text = new.text().expose().to_owned();
        for header in [text.clone(), format!("Bearer {text}"), format!("bearer  {text}")] {
            let read = Bearer::read(&header).unwrap();
            assert_eq!((read.public_id(), read.hash()), ("4fK9", new.hash()));
        }
        let other = text.replace("4fK9", "4fK8");
        for wrong in ["", "Bearer", "x", &text[1..], &text[..text.len() - 1], &other] {
            assert!(Bearer::read(wrong).is_err(), "{wrong}");
        }
        assert!(!format!("{new:?}").contains(&text));
        assert_ne!(Bearer::new("4fK9").hash(), new.hash());
    }

    #[test]
    fn hashes_are_compared_whole() {
        assert!(equal("abc", "abc"));
        assert!(!equal("abc", "abd"));
        assert!(!equal("abc", "ab"));
    }
}
