//! Whose jobs a worker takes.

use super::name;
use crate::contract::IntegrationId;

/// Whose jobs a subscription is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobSource {
    /// One integration's. One worker at a time gets them.
    Integration(IntegrationId),
    /// Jobs whose integration has no queue. All workers share them.
    Unrouted,
}

impl JobSource {
    /// The queue that the jobs come from.
    pub(super) fn queue(&self) -> String {
        match self {
            Self::Integration(id) => name::job_queue(id),
            Self::Unrouted => name::UNROUTED.to_owned(),
        }
    }
}
