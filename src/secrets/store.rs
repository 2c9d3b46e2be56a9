//! Where secrets are read from: the environment, files, and a Vault where there is one, which takes generated values, too.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bounds::Bounds;
use super::resolve::{check, from_env, from_file, long_enough};
use super::vault::{Document, Vault, VaultError, VaultPath, VaultRef};
use super::{Secret, SecretError};
use crate::contract::SecretRef;

/// Where secrets are read from. Clones share the login to Vault.
#[derive(Debug, Clone)]
pub struct Store {
    /// Why there is none is told to whoever needs it.
    vault: Result<Arc<Vault>, VaultError>,
    bounds: Bounds,
}

/// Without a Vault.
impl Default for Store {
    fn default() -> Self {
        Self { vault: Err(VaultError::NotConfigured), bounds: Bounds::default() }
    }
}

/// Secrets that are read at one time: what a path of Vault holds is asked for once.
pub struct Reading<'s> {
    store: &'s Store,
    documents: BTreeMap<VaultPath, Document>,
}

impl Store {
    /// With that Vault, or why there is none.
    pub fn new(vault: Result<Vault, VaultError>) -> Self {
        Self { vault: vault.map(Arc::new), bounds: Bounds::default() }
    }

    /// Within these bounds.
    #[must_use]
    pub fn within(mut self, bounds: Bounds) -> Self {
        self.bounds = bounds;
        self
    }

    /// The Vault.
    ///
    /// # Errors
    /// Why there is none.
    pub fn vault(&self) -> Result<&Vault, VaultError> {
        self.vault.as_deref().map_err(Clone::clone)
    }

    /// Begins to read. Nothing is kept from one reading to the next, so that a changed secret is known at once.
    pub fn reading(&self) -> Reading<'_> {
        Reading { store: self, documents: BTreeMap::new() }
    }

    /// The value that an earlier attempt at that job delivered there; `None` if none did.
    ///
    /// # Errors
    /// When Vault cannot be read.
    pub async fn delivered(&self, to: &VaultRef, job: &str) -> Result<Option<Secret>, SecretError> {
        let read = async { self.vault()?.made_for(to, job).await };
        read.await.map_err(|problem| SecretError::NotDelivered { reference: to.to_string(), problem })
    }

    /// Writes a value there, and beside it the job that it was made for (`idlcm_job`). Other fields of the path stay.
    ///
    /// # Errors
    /// When Vault does not take it. It may have taken it where the connection broke.
    pub async fn deliver(&self, to: &VaultRef, job: &str, value: &Secret) -> Result<(), SecretError> {
        let write = async { self.vault()?.write(to, job, value).await };
        write.await.map_err(|problem| SecretError::NotDelivered { reference: to.to_string(), problem })
    }

    /// Whether a value could be delivered there. Nothing is written.
    ///
    /// # Errors
    /// When it could not, or nobody knows.
    pub async fn may_deliver(&self, to: &VaultRef) -> Result<(), SecretError> {
        let ask = async { self.vault()?.may_write(&to.path).await };
        ask.await.map_err(|problem| SecretError::NotDelivered { reference: to.to_string(), problem })
    }
}

impl Reading<'_> {
    /// Reads a secret.
    ///
    /// # Errors
    /// When it is not there, cannot be read or is empty.
    pub async fn secret(&mut self, reference: &SecretRef) -> Result<Secret, SecretError> {
        self.store.bounds.allow(reference)?;
        let secret = match reference {
            SecretRef::Env(name) => from_env(name)?,
            SecretRef::File(path) => from_file(path.as_ref())?,
            SecretRef::Vault(text) => {
                let told = |problem| SecretError::Vault { reference: text.clone(), problem };
                self.in_vault(&text.parse()?).await.map_err(told)?
            }
        };
        check(secret, reference)
    }

    /// Reads a password.
    ///
    /// # Errors
    /// As [`Reading::secret`], and when it has fewer than 8 characters.
    pub async fn password(&mut self, reference: &SecretRef) -> Result<Secret, SecretError> {
        long_enough(self.secret(reference).await?, reference)
    }

    async fn in_vault(&mut self, of: &VaultRef) -> Result<Secret, VaultError> {
        if let Some(known) = self.documents.get(&of.path) {
            return known.text(of);
        }
        let document = self.store.vault()?.read(&of.path).await?;
        let text = document.text(of);
        self.documents.insert(of.path.clone(), document);
        text
    }
}
