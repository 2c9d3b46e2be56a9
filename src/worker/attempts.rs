//! Attempts at a job, one after the other, until it has an end or this worker is not to make the next one.

use std::sync::Arc;

use tokio::sync::SemaphorePermit;
use uuid::Uuid;

use super::attempt::Attempt;
use super::finished::Finished;
use super::next_step::NextStep;
use super::outage::Outage;
use super::site::Site;
use super::suspending::Suspending;
use super::{WorkDone, patience};
use crate::contract::{ErrorKind, Job, Outcome};
use crate::coordination::StateKind;
use crate::queue::{DeadReason, Incoming, Lease};
use crate::telemetry;

/// Makes attempts, and remembers how many failed in a row because of the app.
#[derive(Debug)]
pub(super) struct Attempts {
    site: Arc<Site>,
    suspending: Suspending,
    outage: Outage,
}

impl Attempts {
    pub(super) fn new(site: Arc<Site>) -> Self {
        Self { suspending: Suspending::new(site.clone()), site, outage: Outage::default() }
    }

    /// Makes attempts until the job has an end; otherwise says what the lane does next.
    pub(super) async fn run(&mut self, job: &Job, incoming: &Incoming, lease: &Lease) -> Result<Finished, NextStep> {
        let before = incoming.properties.attempts_before();
        let mut ended = NextStep::NotBegun;
        loop {
            let (number, slot) = self.begin(job, before, lease, incoming, ended).await?;
            ended = NextStep::Left;
            let done = Attempt { site: &self.site, job, number, incoming, lease }.run().await;
            drop(slot);
            let passing = done.passing_failure();
            tracing::info!(
                job_id = %job.job_id, integration = %self.site.integration, attempt = number,
                outcome = %done.result.outcome, kind = passing.map(tracing::field::display), "attempt ended"
            );
            if done.cut_off {
                return Err(self.cut_off(job.job_id, number).await);
            }
            if done.not_begun {
                return Err(self.not_begun(job.job_id, number).await);
            }
            let Some(kind) = passing else {
                self.outage.over();
                let dead = (done.result.outcome == Outcome::Uncertain).then_some(DeadReason::Uncertain);
                return Ok(Finished { result: done.result, dead, heeded: false });
            };
            self.after_failure(job, number, kind, &done, lease).await?;
            // A dead letter that is sent again has all of its attempts once more.
            let made = number.saturating_sub(before);
            if made >= kind.retry().attempts() {
                return Ok(Finished { result: done.result, dead: Some(DeadReason::AttemptsUsedUp), heeded: false });
            }
            // Another attempt might outlast the broker's patience with this delivery.
            if patience::used_up(incoming) {
                return Err(NextStep::Left);
            }
            let wait = self.site.shared.settings.retry_wait(made);
            telemetry::retry(&self.site.integration, kind);
            tracing::info!(
                job_id = %job.job_id, integration = %self.site.integration, attempt = number, %kind,
                seconds = wait.as_secs_f32(), "again after a wait"
            );
            self.site.pause(wait, lease, NextStep::Left).await?;
        }
    }

    /// Takes a browser slot and records that the next attempt begins; its number, counted on from those `before` the job
    /// was sent again. `ended`: what follows if the lane is told to end meanwhile.
    async fn begin(
        &self,
        job: &Job,
        before: u32,
        lease: &Lease,
        incoming: &Incoming,
        ended: NextStep,
    ) -> Result<(u32, SemaphorePermit<'_>), NextStep> {
        let (site, job_id) = (&self.site, job.job_id);
        // Nothing is begun on a state that this worker knows to be incomplete.
        if !site.record_kept().await {
            return Err(NextStep::LeaseLost);
        }
        let made = site.read(|state, integration| state.attempts(integration, job_id));
        let attempt = before.saturating_add(made).saturating_add(1);
        let slot = tokio::select! {
            biased;
            () = lease.lost().cancelled() => return Err(NextStep::LeaseLost),
            () = site.end.cancelled() => return Err(ended),
            slot = site.shared.sessions.acquire() => slot.map_err(|_| ended)?,
        };
        // A browser may have been long in coming.
        if patience::used_up(incoming) {
            return Err(ended);
        }
        // Between two attempts a person may have paused the integration.
        if site.held().is_some() {
            return Err(NextStep::Held);
        }
        if let Err(error) = site.record(StateKind::Start { job_id, attempt }).await {
            if site.complaint_due("attempt not recorded") {
                tracing::error!(%job_id, integration = %site.integration, %error, "the attempt cannot be recorded and does not begin; the job waits");
            }
            return Err(NextStep::LeaseLost);
        }
        tracing::info!(%job_id, integration = %site.integration, action = %job.action, attempt, "attempt begins");
        Ok((attempt, slot))
    }

    /// Takes in a failure that may pass; an error if no further attempt is this worker's to make.
    async fn after_failure(
        &mut self,
        job: &Job,
        number: u32,
        kind: ErrorKind,
        done: &WorkDone,
        lease: &Lease,
    ) -> Result<(), NextStep> {
        if !self.site.attempt_failed(job.job_id, number, kind).await {
            return Err(NextStep::LeaseLost);
        }
        // Another worker goes on from here, or has begun to.
        if !lease.is_alive() || kind == ErrorKind::LeaseLost {
            return Err(NextStep::LeaseLost);
        }
        if self.site.shared.stop.is_cancelled() {
            return Err(NextStep::Left);
        }
        let probing = self.site.read(|state, integration| state.suspension(integration).is_some());
        if self.outage.failed(job, kind, probing) {
            self.outage.over();
            return Err(self.suspending.for_outage(kind, &done.result).await);
        }
        Ok(())
    }

    /// The integration was taken out of the catalogue a moment ago: the job is for whoever has it.
    async fn not_begun(&self, job_id: Uuid, attempt: u32) -> NextStep {
        tracing::info!(%job_id, integration = %self.site.integration, "this worker has the integration no more; the job goes back");
        self.site.attempt_failed(job_id, attempt, ErrorKind::UnknownIntegration).await;
        NextStep::Left
    }

    /// Nobody knows yet what the commit did, and this worker is not to find out: the job stays with its mark, is neither
    /// answered nor remembered, and the next attempt begins by reading.
    async fn cut_off(&self, job_id: Uuid, attempt: u32) -> NextStep {
        let stopping = self.site.shared.stop.is_cancelled();
        let reason = if stopping { ErrorKind::WorkerShutdown } else { ErrorKind::LeaseLost };
        tracing::warn!(%job_id, integration = %self.site.integration, attempt, "reading back was cut off; the next attempt goes on");
        self.site.attempt_failed(job_id, attempt, reason).await;
        if stopping { NextStep::Left } else { NextStep::LeaseLost }
    }
}
