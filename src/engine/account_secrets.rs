//! The secrets of an integration's service account.

use crate::contract::{Integration, IntegrationId};
use crate::secrets::{self, Secret, SecretError};

/// The secrets of the service account, resolved.
#[derive(Debug)]
pub struct AccountSecrets {
    /// Its user name.
    pub username: Secret,
    /// Its password.
    pub password: Secret,
    /// The base32 seed of its one-time passwords, if its login asks for them.
    pub totp: Option<Secret>,
}

impl AccountSecrets {
    /// Reads the secrets that an integration refers to.
    ///
    /// # Errors
    /// When one cannot be read, with its reference.
    pub fn resolve(integration: &Integration) -> Result<Self, SecretError> {
        Ok(Self {
            username: secrets::resolve(&integration.service_account.username)?,
            password: secrets::resolve_password(&integration.service_account.password)?,
            totp: integration.service_account.totp.as_ref().map(secrets::resolve_password).transpose()?,
        })
    }

    /// By which this pair is known again after it was rejected, without being kept.
    pub fn fingerprint(&self, integration: &IntegrationId) -> String {
        let pair = Secret::new(format!("{}\0{}", self.username.expose(), self.password.expose()));
        secrets::fingerprint(&pair, integration.as_str().as_bytes())
    }

    /// By which a seed is known again in all integrations that share it: a code is used once, by anybody.
    pub(super) fn seed_fingerprint(seed: &Secret) -> String {
        secrets::fingerprint(&secrets::same_seed(seed), b"one-time passwords")
    }
}
