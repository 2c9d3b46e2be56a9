//! The next attempt at a job, and what follows from how it ended.

use std::sync::Arc;
use std::time::{Duration, Instant};

use uuid::Uuid;

use super::attempt::Attempt;
use super::backlog::Pending;
use super::finished::Finished;
use super::next_step::NextStep;
use super::outage::Outage;
use super::site::Site;
use super::suspending::Suspending;
use super::turns::Turn;
use super::{WorkDone, patience};
use crate::contract::{ErrorKind, Job, Outcome};
use crate::coordination::StateKind;
use crate::queue::{DeadReason, Lease};
use crate::telemetry;

/// Makes attempts, and remembers how many failed in a row because of the app.
#[derive(Debug)]
pub(super) struct Attempts {
    site: Arc<Site>,
    suspending: Suspending,
    outage: Outage,
}

/// What came of a job for now.
#[derive(Debug)]
pub(super) enum Progress {
    /// It has an end.
    Ended(Finished),
    /// It goes on after that time.
    Again(Duration),
}

impl Attempts {
    pub(super) fn new(site: Arc<Site>) -> Self {
        Self { suspending: Suspending::new(site.clone()), site, outage: Outage::default() }
    }

    /// Makes the next attempt at a job; an error if it is not this worker's to make, or none is to follow here.
    pub(super) async fn next(
        &mut self,
        pending: &mut Pending,
        lease: &Lease,
        turn: &mut Option<Turn>,
    ) -> Result<Progress, NextStep> {
        let number = self.begin(pending, lease, turn).await?;
        pending.tried = true;
        let Pending { incoming, job, .. } = &*pending;
        let began = Instant::now();
        let (done, gate_out_of_reach) = Attempt { site: &self.site, job, number, incoming, lease }.run().await;
        self.site.shared.turns.took(began.elapsed());
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
            self.outage.ended(&done.result);
            let dead = (done.result.outcome == Outcome::Uncertain).then_some(DeadReason::Uncertain);
            return Ok(Progress::Ended(Finished { result: done.result, dead, heeded: false }));
        };
        // An attempt that failed for the broker tells nothing of the app.
        let kind = if gate_out_of_reach { ErrorKind::LeaseLost } else { kind };
        self.after_failure(job, number, kind, &done, lease).await?;
        let made = self.site.read(|state, integration| state.spent(integration, job.job_id));
        if made >= kind.retry().attempts() {
            // Is it the app, or this job? Whoever reads the app's first page knows.
            if kind.tells_of_the_app()
                && let Some(failed) = self.app_fails(pending, number, lease).await
            {
                self.outage.over();
                return Err(self.suspending.for_outage(kind, &failed.result).await);
            }
            return Ok(Progress::Ended(Finished {
                result: done.result,
                dead: Some(DeadReason::AttemptsUsedUp),
                heeded: false,
            }));
        }
        let wait = self.site.shared.settings.retry_wait(made);
        telemetry::retry(&self.site.integration, kind);
        tracing::info!(
            job_id = %job.job_id, integration = %self.site.integration, attempt = number, %kind,
            seconds = wait.as_secs_f32(), "again after a wait"
        );
        Ok(Progress::Again(wait))
    }

    /// Takes a browser slot and records that the next attempt begins; its number, counted on from those that were made
    /// before the job was sent again.
    async fn begin(&self, pending: &Pending, lease: &Lease, turn: &mut Option<Turn>) -> Result<u32, NextStep> {
        let (site, job_id) = (&self.site, pending.job.job_id);
        let ended = || if pending.tried { NextStep::Left } else { NextStep::NotBegun };
        // Nothing is begun on a state that this worker knows to be incomplete.
        if !site.record_kept().await {
            return Err(NextStep::LeaseLost);
        }
        if turn.as_ref().is_some_and(|turn| site.shared.turns.is_over(turn)) {
            *turn = None;
        }
        if turn.is_none() {
            *turn = Some(self.slot(lease, ended).await?);
        }
        // A browser may have been long in coming.
        if patience::used_up(&pending.incoming, pending.outlook.longest) {
            return Err(ended());
        }
        // Meanwhile a person may have paused the integration.
        if site.held().is_some() {
            return Err(NextStep::Held);
        }
        let made = site.read(|state, integration| state.attempts(integration, job_id));
        let attempt = pending.incoming.properties.attempts_before().saturating_add(made).saturating_add(1);
        if let Err(error) = site.record(StateKind::Start { job_id, attempt }).await {
            if site.complaint_due("attempt not recorded") {
                tracing::error!(%job_id, integration = %site.integration, %error, "the attempt cannot be recorded and does not begin; the job waits");
            }
            return Err(NextStep::LeaseLost);
        }
        tracing::info!(%job_id, integration = %site.integration, action = %pending.job.action, attempt, "attempt begins");
        Ok(attempt)
    }

    /// Waits for a browser slot; whoever waits for long and has more integrations than its share gives this one away.
    async fn slot(&self, lease: &Lease, ended: impl Fn() -> NextStep) -> Result<Turn, NextStep> {
        let site = &self.site;
        let turns = &site.shared.turns;
        let mut next = Box::pin(turns.next());
        loop {
            tokio::select! {
                biased;
                () = lease.lost().cancelled() => return Err(NextStep::LeaseLost),
                () = site.end.cancelled() => return Err(ended()),
                turn = &mut next => return turn.ok_or_else(&ended),
                () = tokio::time::sleep(turns.patience()) => {}
            }
            if let Some(leaving) = site.hand_over().await {
                tracing::info!(integration = %site.integration, "handed over: another worker has more room");
                return Err(NextStep::HandedOver(leaving));
            }
        }
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

    /// Looks, without the job, whether the app works; how it failed, if it does not.
    async fn app_fails(&self, pending: &Pending, number: u32, lease: &Lease) -> Option<WorkDone> {
        let mut check = Job::check(self.site.integration.clone());
        // Its own folder for evidence; the job's mark is not its own.
        check.job_id = Uuid::new_v4();
        let attempt = Attempt { site: &self.site, job: &check, number, incoming: &pending.incoming, lease };
        let (done, gate_out_of_reach) = attempt.run().await;
        let down = done.passing_failure().is_some_and(ErrorKind::tells_of_the_app) && !gate_out_of_reach;
        tracing::info!(integration = %self.site.integration, down, "looked whether the app works without this job");
        down.then_some(done)
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
