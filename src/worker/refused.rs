//! Results of jobs that the worker ends itself: no attempt is begun, or one broke off without a word.

use super::site::Site;
use crate::contract::{Effect, Job, JobError, JobResult, Outcome};
use crate::queue::Incoming;

/// The result of a job that the worker ends for that reason.
pub(super) fn refused(site: &Site, job: &Job, incoming: &Incoming, error: JobError) -> JobResult {
    let mut result = JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), error);
    result.mode = job.mode;
    result.origin.clone_from(&job.origin);
    let attempts = site.read(|state, integration| state.attempts(integration, job.job_id)).max(1);
    result.attempt = incoming.properties.attempts_before().saturating_add(attempts);
    // A click of an attempt before may be out whose effect nobody has read: nothing else can be said.
    if !site.read(|state, integration| state.committing(integration, job.job_id)).is_empty() {
        result.outcome = Outcome::Uncertain;
        result.effect = Effect::Uncertain;
    }
    site.shared.sign(&mut result, incoming);
    result
}
