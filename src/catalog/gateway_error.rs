//! Why a gateway cannot be asked, or is not understood.

use std::path::PathBuf;

use reqwest::StatusCode;

use crate::secrets::SecretError;

/// Why a gateway cannot be asked. Every message says what to do next; none holds the token.
#[derive(Debug, thiserror::Error)]
pub enum GatewayError {
    /// The address is not one of a gateway.
    #[error("this is not the address of a gateway: {why}; write `https://gateway.example`")]
    Address {
        /// What is wrong with it. Never the address itself: it may hold a password.
        why: String,
    },
    /// The token would travel in the clear.
    #[error(
        "the gateway at {host} would be reached without encryption; write `https://…`, or allow it with `--insecure`"
    )]
    PlainBeyondLoopback {
        /// The host in the address.
        host: String,
    },
    /// There is no token to be had.
    #[error("there is no token for the gateway: {0}")]
    Token(#[from] SecretError),
    /// What the file holds cannot be sent as a token.
    #[error("the token for the gateway in {} is not one line of printable ASCII; write the token alone into the file", path.display())]
    NotAToken {
        /// The file.
        path: PathBuf,
    },
    /// No certificate of an authority could be read on this machine.
    #[error(
        "TLS cannot be set up for the gateway: {reason}; SSL_CERT_FILE may name a file with certificates of authorities"
    )]
    Tls {
        /// Why not.
        reason: String,
    },
    /// Nobody answers, or the certificate proves nothing.
    #[error(
        "no gateway answers at {address}: {reason}; is it running, and is its certificate one that this machine trusts (SSL_CERT_FILE)?"
    )]
    Unreachable {
        /// The address.
        address: String,
        /// What the system said.
        reason: String,
    },
    /// The token is not one that the gateway takes.
    #[error("the gateway at {address} refuses the token ({status}); put one of its tokens for workers into {}", path.display())]
    Refused {
        /// The address.
        address: String,
        /// What it answered.
        status: StatusCode,
        /// The file with the token.
        path: PathBuf,
    },
    /// It answers something else.
    #[error(
        "the gateway at {address} answers with {status}; is this the address of an idlcm gateway, without a redirection?"
    )]
    Status {
        /// The address.
        address: String,
        /// What it answered.
        status: StatusCode,
    },
    /// The answer is not a list of integrations.
    #[error(
        "the answer of the gateway at {address} cannot be read: {reason}; are gateway and worker of neighbouring versions?"
    )]
    Unreadable {
        /// The address.
        address: String,
        /// What is wrong with it.
        reason: String,
    },
}
