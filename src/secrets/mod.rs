//! Secrets: where they come from, and how they are kept out of everything that is written down.

mod fingerprint;
mod one_time;
mod redactor;
mod resolve;
mod secret;

pub use fingerprint::fingerprint;
pub use one_time::{STEP_SECONDS, one_time_code};
pub use redactor::Redactor;
pub use resolve::{SecretError, resolve, resolve_password};
pub use secret::Secret;
