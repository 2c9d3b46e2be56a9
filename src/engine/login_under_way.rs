//! The login that is under way: how far it came with the secret that the app may reject.

/// How far a login came with the secret that the app may reject.
#[derive(Debug)]
pub(super) struct LoginUnderWay {
    /// The fingerprint of the service account's secrets.
    pub(super) fingerprint: String,
    /// Where the first secret was typed: the gate was asked and granted it. `None`: none was typed yet.
    pub(super) typed_at: Option<String>,
    /// Whether something was done since that may have sent it.
    pub(super) sent: bool,
}

impl LoginUnderWay {
    /// No secret was typed yet.
    pub(super) fn begin(fingerprint: String) -> Self {
        Self { fingerprint, typed_at: None, sent: false }
    }

    /// Whether a secret was typed.
    pub(super) fn is_typed(&self) -> bool {
        self.typed_at.is_some()
    }

    /// Something was done on the page, which sends what was typed.
    pub(super) fn acted(&mut self) {
        self.sent |= self.is_typed();
    }
}
