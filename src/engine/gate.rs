//! What the engine asks of whoever runs it, before it does something that cannot be taken back.
//!
//! The engine sends a [`GateRequest`] and waits for the answer; the worker answers from the shared state and the lease,
//! `idlcm run` from a file of its own. A closed channel or a refusal stops the attempt before the act.

use tokio::sync::{mpsc, oneshot};

use crate::contract::ErrorKind;

/// A question to the gate. Dropping `reply` counts as a refusal.
#[derive(Debug)]
pub enum GateRequest {
    /// A secret that can be rejected is about to be typed: asked once in a login, directly before the first one. Granted
    /// only after `login started` stands in the shared state, and only if this secret was not rejected before.
    Login {
        /// Salted fingerprint of the secret, so that a rejected one is known again without being kept.
        fingerprint: String,
        /// Whether it may be typed.
        reply: oneshot::Sender<Result<(), Refusal>>,
    },
    /// A one-time password is about to be typed. Granted only after its time step stands in the shared state, and only
    /// if neither it nor a later one was used before, by anybody.
    Totp {
        /// Salted fingerprint of the seed, the same in every integration.
        fingerprint: String,
        /// The time step (RFC 6238, section 4.2).
        step: u64,
        /// Whether its code may be typed.
        reply: oneshot::Sender<Result<(), Refusal>>,
    },
    /// A login that was asked for has a known end.
    LoginEnded {
        /// The same fingerprint.
        fingerprint: String,
        /// How it ended.
        end: LoginEnd,
        /// Answered when it is recorded.
        reply: oneshot::Sender<Result<(), Refusal>>,
    },
    /// The committing click of a part is about to be sent. Granted only after `committing` stands in the shared state,
    /// and only if the lease still holds (proved by a round trip, within 2 s).
    Commit {
        /// Which part of the job, from 0.
        part: u32,
        /// Whether it may be sent.
        reply: oneshot::Sender<Result<(), Refusal>>,
    },
    /// A native dialog that completes the commit is about to be accepted: the lease is proved once more.
    StillLeased {
        /// Whether it holds.
        reply: oneshot::Sender<Result<(), Refusal>>,
    },
    /// The committing click was provably not sent: its mark is taken back. The mark of one that was sent stays until the
    /// job has ended, so that an attempt that follows begins by reading.
    CommitWithdrawn {
        /// Which part of the job.
        part: u32,
        /// Answered when it is recorded.
        reply: oneshot::Sender<Result<(), Refusal>>,
    },
}

impl GateRequest {
    /// Answers yes, whatever is asked.
    pub fn grant(self) {
        let (Self::Login { reply, .. }
        | Self::Totp { reply, .. }
        | Self::LoginEnded { reply, .. }
        | Self::Commit { reply, .. }
        | Self::StillLeased { reply }
        | Self::CommitWithdrawn { reply, .. }) = self;
        // An engine that does not wait any more has stopped.
        if reply.send(Ok(())).is_err() {
            tracing::debug!("the engine did not wait for the answer");
        }
    }
}

/// How a login ended, where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginEnd {
    /// The service account is logged in.
    Accepted,
    /// The app refused it, in this way.
    Rejected(ErrorKind),
    /// The app surely never got the secret: the login broke off before anything was submitted.
    NotSent,
}

/// Why the gate stays shut.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Another worker may hold the integration now.
    #[error("the lease on the integration is lost; this attempt clicks nothing more")]
    LeaseLost,
    /// This secret was rejected before; it is not typed again until it changes or an operator resumes.
    #[error("this password was rejected before and has not changed; it is not typed again")]
    RejectedBefore,
    /// The code of this time step was typed before.
    #[error("this one-time password was used before; each is used once")]
    CodeUsed,
    /// Two logins in a row ended without a known end.
    #[error("two logins in a row ended without a known end; look into the app before resuming")]
    LoginUnproven,
    /// Too many logins began within the hour.
    #[error("30 logins began within the hour; does the app end its sessions at once? The next one waits")]
    TooManyLogins,
    /// The shared state could not be written.
    #[error("the shared state could not be written; this attempt clicks nothing more")]
    StateUnavailable,
    /// The worker is stopping.
    #[error("the worker is stopping; this attempt clicks nothing more")]
    Stopping,
}

impl Refusal {
    /// As what kind of failure an attempt ends that was refused so.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::LeaseLost => ErrorKind::LeaseLost,
            Self::RejectedBefore => ErrorKind::BadCredentials,
            Self::CodeUsed => ErrorKind::MfaRejected,
            Self::LoginUnproven => ErrorKind::LoginUnproven,
            Self::TooManyLogins => ErrorKind::RateLimited,
            Self::StateUnavailable => ErrorKind::Network,
            Self::Stopping => ErrorKind::WorkerShutdown,
        }
    }
}

/// The engine's end of the gate.
pub type Gate = mpsc::Sender<GateRequest>;
