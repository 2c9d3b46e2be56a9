//! The type of a secret's value.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

/// A secret's value: cannot be printed or serialized, and is wiped from memory when dropped.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Takes a value.
    pub fn new(value: impl Into<String>) -> Self {
        Self(SecretString::from(value.into()))
    }

    /// The value, for the moment in which it is typed or hashed.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debugging_a_secret_does_not_show_it() {
        assert_eq!(format!("{:?}", Some(Secret::new("correct horse"))), "Some(Secret)");
    }
}
