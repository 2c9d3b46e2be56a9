//! Jobs that came to an end a short while ago, so that a job which is delivered again gets its result again and does not
//! run.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::contract::{IntegrationId, JobResult};
use crate::queue::DeadReason;

/// How long an end is remembered once its message is settled: senders that are not sure send again.
const MEMORY: Duration = Duration::from_mins(15);
/// The most ends of settled jobs that are remembered; the oldest are forgotten first.
const MOST: usize = 1000;

/// How a job ended, and what is still to be told about it.
#[derive(Debug, Clone)]
pub(super) struct Finished {
    pub(super) result: JobResult,
    /// It is a dead letter besides.
    pub(super) dead: Option<DeadReason>,
    /// Whether what it says of the integration, that it is suspended or works again, was recorded.
    pub(super) heeded: bool,
}

/// Ends, until a while after their messages are settled: a result that nobody could publish yet is all that is known of
/// what was done. One id in two integrations is two jobs: senders give one id to all the integrations that one event
/// concerns. A dead letter that was sent again is a new wish for the same: it is told apart by the attempts that were made
/// before.
#[derive(Debug, Default)]
pub(super) struct FinishedJobs(Mutex<Ends>);

type Ends = HashMap<(IntegrationId, Uuid, u32), End>;

#[derive(Debug)]
struct End {
    finished: Finished,
    /// When its message was acknowledged.
    settled: Option<Instant>,
}

impl FinishedJobs {
    pub(super) fn remember(&self, finished: &Finished, before: u32) {
        let mut jobs = self.lock();
        jobs.retain(|_, end| end.settled.is_none_or(|at| at.elapsed() < MEMORY));
        if jobs.len() > MOST {
            let settled = jobs.iter().filter_map(|(job, end)| end.settled.map(|at| (at, job)));
            let oldest = settled.min_by_key(|(at, _)| *at).map(|(_, job)| job.clone());
            oldest.map(|job| jobs.remove(&job));
        }
        let job = (finished.result.integration.clone(), finished.result.job_id, before);
        jobs.insert(job, End { finished: finished.clone(), settled: None });
    }

    /// What the end says of the integration was recorded.
    pub(super) fn heed(&self, integration: &IntegrationId, job_id: Uuid, before: u32) {
        if let Some(end) = self.lock().get_mut(&(integration.clone(), job_id, before)) {
            end.finished.heeded = true;
        }
    }

    /// Its message is settled; or it will come again.
    pub(super) fn acknowledged(&self, integration: &IntegrationId, job_id: Uuid, before: u32, told: bool) {
        if let Some(end) = self.lock().get_mut(&(integration.clone(), job_id, before)) {
            end.settled = told.then(Instant::now);
        }
    }

    pub(super) fn recall(&self, integration: &IntegrationId, job_id: Uuid, before: u32) -> Option<Finished> {
        let job = (integration.clone(), job_id, before);
        self.lock()
            .get(&job)
            .filter(|end| end.settled.is_none_or(|at| at.elapsed() < MEMORY))
            .map(|end| end.finished.clone())
    }

    fn lock(&self) -> MutexGuard<'_, Ends> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
