//! Why jobs of an integration wait, and who works for it.

use jiff::Timestamp;

use crate::contract::ErrorKind;

/// Why an integration does not get jobs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension {
    /// Since when.
    pub since: Timestamp,
    /// Until when; `None`: until an operator resumes.
    pub until: Option<Timestamp>,
    /// What for.
    pub reason: ErrorKind,
    /// In a sentence.
    pub message: String,
    /// How many in a row without a recovery between, from 1.
    pub count: u32,
    /// When it was told last.
    pub(super) told: Timestamp,
}

/// Why jobs of an integration wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// The integration is suspended.
    Suspended(Suspension),
    /// An operator paused it.
    Paused,
}

impl Hold {
    /// When it ends by itself.
    pub fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Suspended(suspension) => suspension.until,
            Self::Paused => None,
        }
    }
}

/// Who worked for an integration last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The worker.
    pub worker: String,
    /// Whether it gave the integration back with nothing left half done.
    pub released: bool,
    /// When it began or ended.
    pub at: Timestamp,
}
