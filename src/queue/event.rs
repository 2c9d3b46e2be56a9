//! What is said about an integration besides results, under `event.<integration>`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::contract::{ErrorKind, IntegrationId, UserAction};

/// The version that events name in `schema`.
pub const EVENT_SCHEMA: &str = "idlcm.event/1";

/// Something that the senders of jobs may want to show. Not the end of any job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationEvent {
    /// `idlcm.event/1`.
    pub schema: String,
    /// When.
    pub at: Timestamp,
    /// Which integration.
    pub integration: IntegrationId,
    /// What happened.
    pub event: EventKind,
    /// Until when, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ErrorKind>,
    /// What a person should do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_action: Option<UserAction>,
    /// In a sentence.
    pub message: String,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Jobs wait from now on.
    Held,
    /// Jobs run again.
    Active,
}
