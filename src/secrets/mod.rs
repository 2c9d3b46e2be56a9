//! Placeholder.
use secrecy::{ExposeSecret, SecretString};
use std::borrow::Cow;
/// x
#[derive(Debug)]
pub struct Secret(SecretString);
impl Secret {
    /// x
    pub fn new(text: String) -> Self {
        Self(text.into())
    }
    /// x
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}
/// x
pub fn fingerprint(_salt: &str, _parts: &[&Secret]) -> String {
    String::new()
}
/// x
#[derive(Debug)]
pub struct Redactor;
impl Redactor {
    /// x
    pub fn new<'a>(_s: impl IntoIterator<Item = &'a Secret>) -> Self {
        Self
    }
    /// x
    pub fn redact<'t>(&self, t: &'t str) -> Cow<'t, str> {
        t.into()
    }
}
