//! Why Vault did not give or take a secret, with what to do about it.

use std::path::PathBuf;

/// Why Vault did not give or take a secret. No token and no secret ever stands in it; what Vault itself said may.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// There is no address.
    #[error("there is no Vault; set VAULT_ADDR (or --vault-addr), and what to log in with")]
    NotConfigured,
    /// The address is not one of a Vault.
    #[error("VAULT_ADDR (--vault-addr) is not the address of a Vault: {why}; write `https://vault.example:8200`")]
    Address {
        /// What is wrong with it. Never the address itself: it may hold a password.
        why: String,
    },
    /// Secrets would travel in the clear.
    #[error(
        "the Vault at {host} would be reached without encryption; write `https://…`, or allow it with `--insecure`"
    )]
    PlainBeyondLoopback {
        /// The host in the address.
        host: String,
    },
    /// The certificates of `VAULT_CACERT` cannot be used.
    #[error("the certificates in {} (VAULT_CACERT, --vault-ca-file) cannot be used: {why}", path.display())]
    CaFile {
        /// The file.
        path: PathBuf,
        /// Why not.
        why: String,
    },
    /// TLS cannot be set up on this machine.
    #[error("TLS cannot be set up for Vault: {0}; VAULT_CACERT may name a file with the certificate of its authority")]
    Tls(String),
    /// There is nothing to log in with.
    #[error(
        "there is nothing to log in to Vault with; set VAULT_TOKEN_FILE or VAULT_TOKEN, or VAULT_ROLE_ID with \
         VAULT_SECRET_ID_FILE or VAULT_SECRET_ID"
    )]
    NoLogin,
    /// The token or the secret id cannot be had.
    #[error("{what} cannot be had: {why}")]
    Credential {
        /// `the token for Vault`, `the secret id for Vault`.
        what: &'static str,
        /// Why not; its file or its environment variable is named there.
        why: String,
    },
    /// What should be a token, or a namespace, cannot be sent.
    #[error("{0} is not one line of printable ASCII")]
    NotSendable(&'static str),
    /// Nobody answers, or the certificate proves nothing.
    #[error("no Vault answers at {address}: {why}; is it running, and is its certificate trusted (VAULT_CACERT)?")]
    Unreachable {
        /// Scheme, host and port.
        address: String,
        /// What the system said.
        why: String,
    },
    /// It is sealed, or stands by.
    #[error("the Vault at {address} is sealed or not ready{}; unseal it, or name the active one", told(said))]
    Sealed {
        /// Scheme, host and port.
        address: String,
        /// What it said.
        said: String,
    },
    /// It points to another address, which is not followed: the token is for this one alone.
    #[error(
        "the Vault at {address} points to another address; set VAULT_ADDR to the active one, or to a load balancer \
         before it"
    )]
    Redirected {
        /// Scheme, host and port.
        address: String,
    },
    /// The role, the secret id or the token is not taken.
    #[error("Vault refuses the login {how}{}; it may have expired or been revoked: issue a new one", told(said))]
    LoginRefused {
        /// `by AppRole (auth/approle)`, `with the token of …`.
        how: String,
        /// What it said.
        said: String,
    },
    /// The policy does not allow it.
    #[error("Vault does not allow to {to} `{path}`{}; its policy has to grant `{capability}` there", told(said))]
    Denied {
        /// `read` or `write`.
        to: &'static str,
        /// The path as policies name it: `kv/data/acme/ledgerly`.
        path: String,
        /// What the policy needs.
        capability: &'static str,
        /// What it said.
        said: String,
    },
    /// Nothing is kept there.
    #[error("Vault has nothing at `{0}`; write it there, or correct the reference (the first part is the mount)")]
    NotThere(String),
    /// The newest version was deleted or destroyed.
    #[error("the newest version of `{0}` in Vault is deleted; undelete it or write a new one")]
    Deleted(String),
    /// There is no such field.
    #[error("`{path}` in Vault has no field `{field}`; add it, or correct what follows `#`")]
    NoField {
        /// Mount and path.
        path: String,
        /// The field.
        field: String,
    },
    /// It is not a text.
    #[error("the field `{field}` of `{path}` in Vault is not a text; write it in quotes")]
    NotText {
        /// Mount and path.
        path: String,
        /// The field.
        field: String,
    },
    /// Others keep writing there.
    #[error("`{0}` in Vault was changed by somebody else each time it was to be written; nothing was written")]
    Contended(String),
    /// Any other answer.
    #[error("Vault answers with {status} to a request for `{path}`{}", told(said))]
    Status {
        /// The status of the answer.
        status: u16,
        /// What was asked for.
        path: String,
        /// What it said.
        said: String,
    },
    /// The answer is not one of a KV engine of version 2.
    #[error("what Vault answers for `{path}` cannot be read: {why}; is the mount a KV engine of version 2?")]
    Unreadable {
        /// What was asked for.
        path: String,
        /// What is wrong with it.
        why: String,
    },
}

/// What Vault said, in brackets.
fn told(said: &str) -> String {
    if said.is_empty() { String::new() } else { format!(" ({said})") }
}
