//! Time-based one-time passwords (RFC 6238): six digits, HMAC-SHA-1, steps of 30 s, as authenticator apps have them.

use rand::RngCore as _;
use totp_rs::{Algorithm, Secret as Seed, TOTP};

use super::Secret;

/// Seconds that a code is good for (RFC 6238, section 4.1).
pub const STEP_SECONDS: u64 = 30;

/// The code of a time step, counted from the Unix epoch. `None` if the seed is not base32 (RFC 4648; spaces, dashes and
/// case do not matter).
pub fn one_time_code(seed: &Secret, step: u64) -> Option<Secret> {
    let bytes = Seed::Encoded(same_seed(seed).expose().to_owned()).to_bytes().ok().filter(|bytes| !bytes.is_empty())?;
    // Unchecked: many apps give out seeds shorter than the 128 bits of RFC 4226, section 4.
    let totp = TOTP::new_unchecked(Algorithm::SHA1, 6, 0, STEP_SECONDS, bytes);
    Some(Secret::new(totp.generate(step * STEP_SECONDS)))
}

/// A new seed of 160 bits, as RFC 4226, section 4, recommends: 32 characters of base32.
pub fn new_seed() -> Secret {
    let mut random = [0_u8; 20];
    rand::rng().fill_bytes(&mut random);
    Secret::new(Seed::Raw(random.to_vec()).to_encoded().to_string())
}

/// A seed without what does not matter: two ways to write one seed give the same codes, and count as one.
pub fn same_seed(seed: &Secret) -> Secret {
    Secret::new(seed.expose().chars().filter(|c| !matches!(c, ' ' | '-' | '=')).collect::<String>().to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_rfc() {
        // RFC 6238, appendix B, the last six of its eight digits.
        let seed = Secret::new("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        for (time, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(one_time_code(&seed, time / STEP_SECONDS).unwrap().expose(), code);
        }
        let spaced = Secret::new("gezd gnbv gy3t qojq gezd gnbv gy3t qojq");
        assert_eq!(one_time_code(&spaced, 1).unwrap().expose(), "287082");
    }

    #[test]
    fn what_is_no_seed_gives_no_code() {
        for text in ["", "not base32!", "1890"] {
            assert!(one_time_code(&Secret::new(text), 1).is_none(), "{text}");
        }
    }
}
