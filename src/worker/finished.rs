//! Jobs that came to an end a short while ago, so that a job which is delivered again gets its result again and does not
//! run.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::contract::{IntegrationId, JobResult};
use crate::queue::DeadReason;

/// How long an end is remembered.
const MEMORY: Duration = Duration::from_mins(15);

/// How a job ended, and what is still to be told about it.
#[derive(Debug, Clone)]
pub(super) struct Finished {
    pub(super) result: JobResult,
    /// It is a dead letter besides.
    pub(super) dead: Option<DeadReason>,
    /// Whether what it says of the integration, that it is suspended or works again, was recorded.
    pub(super) heeded: bool,
}

/// The ends of the last 15 min. One id in two integrations is two jobs: senders give one id to all the integrations that
/// one event concerns. A dead letter that was sent again is a new wish for the same: it is told apart by the attempts that
/// were made before.
#[derive(Debug, Default)]
pub(super) struct FinishedJobs(Mutex<Ends>);

type Ends = HashMap<(IntegrationId, Uuid, u32), (Instant, Finished)>;

impl FinishedJobs {
    pub(super) fn remember(&self, finished: &Finished, before: u32) {
        let mut jobs = self.lock();
        jobs.retain(|_, (at, _)| at.elapsed() < MEMORY);
        let job = (finished.result.integration.clone(), finished.result.job_id, before);
        jobs.insert(job, (Instant::now(), finished.clone()));
    }

    /// What the end says of the integration was recorded.
    pub(super) fn heed(&self, integration: &IntegrationId, job_id: Uuid, before: u32) {
        if let Some((_, finished)) = self.lock().get_mut(&(integration.clone(), job_id, before)) {
            finished.heeded = true;
        }
    }

    pub(super) fn recall(&self, integration: &IntegrationId, job_id: Uuid, before: u32) -> Option<Finished> {
        let job = (integration.clone(), job_id, before);
        self.lock().get(&job).filter(|(at, _)| at.elapsed() < MEMORY).map(|(_, finished)| finished.clone())
    }

    fn lock(&self) -> MutexGuard<'_, Ends> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
