//! Where Vault is and how one logs in to it, as flags and as the environment variables that Vault's own tools know.

use std::path::PathBuf;

use clap::Args;

use crate::secrets::{Credential, Store, Vault, VaultAddress, VaultLogin};

/// Settings of Vault. A token or a secret id is never among them: everybody on a machine can read command lines.
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_field_names, reason = "the names of the options, which all commands share")]
#[command(next_help_heading = "Vault")]
pub(super) struct VaultSettings {
    /// Where Vault is, such as <https://vault.example:8200>, for secrets that are kept there
    #[arg(long, env = "VAULT_ADDR", global = true, value_name = "URL", hide_env_values = true)]
    vault_addr: Option<String>,
    /// The namespace (Vault Enterprise)
    #[arg(long, env = "VAULT_NAMESPACE", global = true, value_name = "NAME")]
    vault_namespace: Option<String>,
    /// File with the certificates of authorities that alone are trusted. Default: those of the system
    #[arg(long, env = "VAULT_CACERT", global = true, value_name = "FILE")]
    vault_ca_file: Option<PathBuf>,
    /// File with a token, read at each login. Without it: the environment variable `VAULT_TOKEN`
    #[arg(long, env = "VAULT_TOKEN_FILE", global = true, value_name = "FILE")]
    vault_token_file: Option<PathBuf>,
    /// Log in by AppRole instead, as that role
    #[arg(long, env = "VAULT_ROLE_ID", global = true, value_name = "ID", hide_env_values = true)]
    vault_role_id: Option<String>,
    /// File with the role's secret id, read at each login. Without it: the environment variable `VAULT_SECRET_ID`
    #[arg(long, env = "VAULT_SECRET_ID_FILE", global = true, value_name = "FILE")]
    vault_secret_id_file: Option<PathBuf>,
    /// Where AppRole is mounted
    #[arg(long, env = "VAULT_AUTH_MOUNT", global = true, value_name = "MOUNT", default_value = "approle")]
    vault_auth_mount: String,
}

impl VaultSettings {
    /// Where secrets are read from. What is wrong with these settings is told to whoever needs a secret in Vault.
    pub(super) fn store(&self, insecure: bool) -> Store {
        let address = VaultAddress {
            url: self.vault_addr.clone().unwrap_or_default(),
            namespace: self.vault_namespace.clone(),
            ca_file: given(self.vault_ca_file.as_ref()),
            insecure,
        };
        Store::new(Vault::new(&address, self.login()))
    }

    /// Whether there is an address.
    pub(super) fn is_given(&self) -> bool {
        self.vault_addr.as_ref().is_some_and(|address| !address.is_empty())
    }

    /// AppRole where a role is named, else a token.
    fn login(&self) -> Option<VaultLogin> {
        let credential = |file: Option<&PathBuf>, name: &'static str| match given(file) {
            Some(file) => Some(Credential::File(file)),
            None => std::env::var_os(name).map(|_| Credential::Env(name)),
        };
        match self.vault_role_id.as_ref().filter(|id| !id.is_empty()) {
            Some(role_id) => Some(VaultLogin::AppRole {
                mount: self.vault_auth_mount.clone(),
                role_id: role_id.clone(),
                secret_id: credential(self.vault_secret_id_file.as_ref(), "VAULT_SECRET_ID")?,
            }),
            None => credential(self.vault_token_file.as_ref(), "VAULT_TOKEN").map(VaultLogin::Token),
        }
    }
}

/// An empty environment variable names no file.
fn given(file: Option<&PathBuf>) -> Option<PathBuf> {
    file.filter(|file| !file.as_os_str().is_empty()).cloned()
}
