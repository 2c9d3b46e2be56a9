//! The secrets of an integration's service account.

use crate::contract::{Integration, IntegrationId};
use crate::secrets::{self, Secret, SecretError, Store};

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
    /// Reads the secrets that an integration refers to; a path in Vault that holds several of them once.
    ///
    /// # Errors
    /// When one cannot be read, with its reference.
    pub async fn resolve(integration: &Integration, store: &Store) -> Result<Self, SecretError> {
        let account = &integration.service_account;
        let mut reading = store.reading();
        Ok(Self {
            username: reading.secret(&account.username).await?,
            password: reading.password(&account.password).await?,
            totp: match &account.totp {
                Some(totp) => Some(reading.password(totp).await?),
                None => None,
            },
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
