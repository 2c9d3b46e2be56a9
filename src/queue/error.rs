//! What can go wrong between this program and the broker, and what to do about it.

use std::path::PathBuf;

use lapin::protocol::{AMQPErrorKind, AMQPHardError, AMQPSoftError};

/// A failure of the queue. Every message says what to do next.
#[derive(Debug, Clone, thiserror::Error)]
pub enum QueueError {
    /// The address is not one of a broker.
    #[error("this is not the address of a broker: {why}; write `amqps://user@host:5671/virtual-host`")]
    Address {
        /// What is wrong with it. Never the address itself: it may hold a password.
        why: String,
    },
    /// Jobs name people, and the password would travel in the clear.
    #[error("{host} would be reached without encryption; write `amqps://…`, or allow it with `--insecure`")]
    PlainBeyondLoopback {
        /// The host in the address.
        host: String,
    },
    /// The password file could not be read.
    #[error("the broker's password file {} cannot be read: {reason}", path.display())]
    PasswordFile {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
    /// Nobody answers at the address.
    #[error("no broker answers at {address}: {reason}; is it running? `idlcm doctor` shows what is there")]
    Unreachable {
        /// The address, without the password.
        address: String,
        /// What the system said.
        reason: String,
    },
    /// Somebody answers whose certificate proves nothing.
    #[error(
        "the certificate of the broker at {address} is not trusted: {reason}; name the file with the certificates of its authority (PEM) in the environment variable SSL_CERT_FILE, and write the host as its certificate does"
    )]
    Untrusted {
        /// The address, without the password.
        address: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The broker answers and does not let this user in.
    #[error("the broker at {address} refuses the connection: {reason}; check user, password and virtual host")]
    Refused {
        /// The address, without the password.
        address: String,
        /// What the broker said.
        reason: String,
    },
    /// A queue or exchange does not exist.
    #[error(
        "{what} does not exist on the broker, or is not up yet just after its start; declare it with `idlcm queue apply`"
    )]
    Missing {
        /// Its name.
        what: String,
    },
    /// The user lacks a permission.
    #[error("the broker does not permit this for {what}: {reason}; see the table of permissions in the README")]
    Forbidden {
        /// What was done, to what.
        what: String,
        /// What the broker said.
        reason: String,
    },
    /// A queue or exchange exists with other settings.
    #[error("{what} exists with other settings: {reason}; `idlcm queue apply` shows what can be changed")]
    Different {
        /// Its name.
        what: String,
        /// What differs, in the broker's words.
        reason: String,
    },
    /// The broker did not take the message; it is not known to be stored.
    #[error("the broker did not confirm {what}: {reason}")]
    NotConfirmed {
        /// Which message.
        what: String,
        /// Why not.
        reason: String,
    },
    /// No queue takes a message with that key.
    #[error("no queue takes {what}; declare the queues with `idlcm queue apply`")]
    Unroutable {
        /// Which message and key.
        what: String,
    },
    /// The connection or the channel went away.
    #[error("the connection to the broker is lost ({what}): {reason}")]
    Lost {
        /// What was being done.
        what: String,
        /// What is known of the cause.
        reason: String,
    },
    /// A name or key that is longer than the protocol allows (AMQP 0-9-1, section 4.2.5.3: 255 bytes).
    #[error("{what} has more than 255 bytes, the most that AMQP allows")]
    TooLong {
        /// Which name.
        what: String,
    },
    /// A value could not be written as JSON.
    #[error("{what} cannot be written as JSON: {reason}")]
    Unwritable {
        /// Which value.
        what: String,
        /// Why not.
        reason: String,
    },
}

impl QueueError {
    /// Sorts an error of the client library; `what` names the object or the act.
    pub(super) fn sort(what: impl Into<String>, error: &lapin::Error) -> Self {
        let what = what.into();
        let lapin::ErrorKind::ProtocolError(amqp) = error.kind() else {
            return Self::Lost { what, reason: error.to_string() };
        };
        let reason = amqp.get_message().to_string();
        match amqp.kind() {
            AMQPErrorKind::Soft(AMQPSoftError::NOTFOUND) => Self::Missing { what },
            AMQPErrorKind::Soft(AMQPSoftError::ACCESSREFUSED) | AMQPErrorKind::Hard(AMQPHardError::NOTALLOWED) => {
                Self::Forbidden { what, reason }
            }
            AMQPErrorKind::Soft(AMQPSoftError::PRECONDITIONFAILED) => Self::Different { what, reason },
            _ => Self::Lost { what, reason },
        }
    }

    /// Whether trying the same again later may help without anybody doing anything.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::Lost { .. } | Self::NotConfirmed { .. })
    }
}
