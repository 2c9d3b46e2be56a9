//! Secrets: where they come from, and how they are kept out of everything that is written down.

mod bounds;
mod fingerprint;
mod one_time;
mod redactor;
mod resolve;
mod secret;
mod state_file;
mod store;
mod vault;

pub use bounds::Bounds;
pub use fingerprint::fingerprint;
pub use one_time::{STEP_SECONDS, new_seed, one_time_code, same_seed};
pub use redactor::Redactor;
pub use resolve::{SecretError, from_file};
pub use secret::Secret;
pub use state_file::StateFile;
pub use store::{Reading, Store};
pub use vault::{Credential, Vault, VaultAddress, VaultError, VaultLogin, VaultRef, VaultRefError};
