//! What workers tell each other, one event at a time.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::contract::{Action, ErrorKind, IntegrationId, Outcome};

/// The `type` of an event's message.
pub const STATE_TYPE: &str = "idlcm.state/1";

/// Something that all workers have to know about an integration. Fields that are not known are ignored, so that workers
/// of neighbouring versions understand each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateEvent {
    /// When, by the clock of the worker.
    pub at: Timestamp,
    /// The worker's id, or `operator`.
    pub worker: String,
    /// Which integration.
    pub integration: IntegrationId,
    /// What happened.
    pub kind: StateKind,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StateKind {
    /// No more jobs for now. Jobs wait, they do not fail.
    Suspended {
        /// Until when; `None`: until an operator resumes.
        until: Option<Timestamp>,
        /// What for.
        reason: ErrorKind,
        /// In a sentence.
        message: String,
        /// Since when, if it is only told again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<Timestamp>,
    },
    /// What the service account was suspended for is mended: its secret is another one, or can be read again.
    Mended,
    /// The app works again: ends a suspension that had an end.
    Recovered,
    /// An operator resumes: ends every suspension and pause, and forgets rejected secrets.
    Resumed,
    /// An operator pauses.
    Paused,
    /// A worker is about to work for the integration.
    TenureAcquired,
    /// It gave the integration back with nothing left half done.
    TenureReleased,
    /// A secret is about to be typed.
    LoginStarted {
        /// Salted fingerprint of the secret.
        fingerprint: String,
    },
    /// A one-time password is about to be typed.
    TotpUsed {
        /// Salted fingerprint of the seed, the same in every integration.
        fingerprint: String,
        /// Its time step (RFC 6238, section 4.2).
        step: u64,
    },
    /// It was accepted.
    LoginOk {
        /// The same fingerprint.
        fingerprint: String,
    },
    /// It was refused.
    LoginRejected {
        /// The same fingerprint.
        fingerprint: String,
        /// How.
        reason: ErrorKind,
    },
    /// It was surely not sent: the login broke off before. Workers that do not know this event count the login as one
    /// without a known end.
    LoginNotSent {
        /// The same fingerprint.
        fingerprint: String,
    },
    /// An attempt at a job begins.
    Start {
        /// The job.
        job_id: Uuid,
        /// Which attempt, from 1.
        attempt: u32,
    },
    /// An attempt came to an end and another one follows.
    AttemptFailed {
        /// The job.
        job_id: Uuid,
        /// Which attempt.
        attempt: u32,
        /// Why.
        reason: ErrorKind,
    },
    /// The committing click of a part is about to be sent.
    Committing {
        /// The job.
        job_id: Uuid,
        /// Which part, from 0.
        part: u32,
    },
    /// The click was surely not sent, or arrived at a page that did nothing with it: the mark is taken back.
    /// `committed` on the wire, as workers of before write it.
    #[serde(rename = "committed")]
    CommitWithdrawn {
        /// The job.
        job_id: Uuid,
        /// Which part.
        part: u32,
    },
    /// The job has its result.
    End {
        /// The job.
        job_id: Uuid,
        /// Which attempt was the last.
        attempt: u32,
        /// How it ended.
        outcome: Outcome,
        /// What it was; limits are counted by it.
        action: Option<Action>,
        /// Marks of the records that it was about, if it was to change them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        wrote: Vec<String>,
        /// When its sender sent it first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sent: Option<Timestamp>,
    },
}
