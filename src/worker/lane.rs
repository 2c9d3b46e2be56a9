//! The lane of one integration: subscribes while it is not held, and does its jobs one at a time. Jobs that touch the same
//! stay in order.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::answer::Answer;
use super::attempts::{Attempts, Progress};
use super::backlog::{Backlog, Pending};
use super::finished::Finished;
use super::holding::Holding;
use super::next_step::NextStep;
use super::refused::refused;
use super::settling::Settling;
use super::shared::Shared;
use super::site::Site;
use super::turns::Turn;
use crate::contract::{ErrorKind, IntegrationId, Job, JobError, JobResult, decode_job};
use crate::coordination::SharedState;
use crate::engine::Outlook;
use crate::queue::{DeadReason, Incoming, JobSource, Lease, Subscription};
use crate::retry::Waits;
use crate::telemetry::{self, JobTrace};

/// From so many times given back on the worker settles a job itself; the broker would drop it in silence at 1000.
const MOST_DELIVERIES: u64 = 900;
/// Other workers have subscribed by then.
const HANDED_OVER: Duration = Duration::from_millis(300);
/// So many attempts may begin and never be heard of again.
const MOST_CRASHES: u32 = 3;

/// A lane.
#[derive(Debug)]
pub(super) struct Lane {
    site: Arc<Site>,
    attempts: Attempts,
    settling: Settling,
    /// How many jobs it has settled.
    settled: u64,
}

impl Lane {
    /// A lane that has not started. `end`: cancelled when no further job is to be begun.
    pub(super) fn new(shared: Arc<Shared>, integration: IntegrationId, end: CancellationToken) -> Self {
        let site = Arc::new(Site { shared, integration, end });
        Self { attempts: Attempts::new(site.clone()), settling: Settling::new(site.clone()), site, settled: 0 }
    }

    /// Whose jobs it takes.
    pub(super) fn integration(&self) -> &IntegrationId {
        &self.site.integration
    }

    /// Runs until it is told to end.
    pub(super) async fn run(mut self) {
        let site = self.site.clone();
        site.record_kept().await;
        let mut waits = Waits::reconnect();
        while let Some(()) = site.end.run_until_cancelled(site.not_held()).await {
            let source = JobSource::Integration(site.integration.clone());
            let mut subscription = match site.shared.link.subscribe(&source).await {
                Ok(subscription) => subscription,
                Err(error) => {
                    // One missing queue does not stop the others; an operator may declare it at any time.
                    if site.complaint_due("no queue") {
                        tracing::error!(integration = %site.integration, %error, "this integration gets no jobs");
                    }
                    let wait = tokio::time::sleep(site.shared.settings.missing_queue);
                    if site.end.run_until_cancelled(wait).await.is_none() {
                        return;
                    }
                    continue;
                }
            };
            let settled = self.settled;
            let mut holding = Holding::new(site.clone());
            let after = self.consume(&mut subscription, &mut holding).await;
            // Whoever comes next logs in; a browser here would only keep a session open.
            holding.let_go().await;
            if !matches!(after, NextStep::LeaseLost) {
                holding.release().await;
            }
            subscription.close().await;
            if self.settled != settled {
                waits.reset();
            }
            let wait = match after {
                // A hold has its own time.
                NextStep::Held => continue,
                NextStep::HandedOver(leaving) => {
                    telemetry::handed_over(&site.integration);
                    drop(leaving);
                    HANDED_OVER
                }
                // Whatever else leads back here may do so again at once.
                _ => waits.next_wait(),
            };
            if site.end.run_until_cancelled(tokio::time::sleep(wait)).await.is_none() {
                return;
            }
        }
    }

    async fn consume(&mut self, subscription: &mut Subscription, holding: &mut Holding) -> NextStep {
        let mut backlog = Backlog::default();
        let Err(after) = self.serve(subscription, &mut backlog, holding).await;
        let Shared { drain, counts, .. } = &*self.site.shared;
        if drain.is_cancelled() {
            counts.left.fetch_add(u64::try_from(backlog.unfinished()).unwrap_or(u64::MAX), Ordering::Relaxed);
        }
        after
    }

    /// Does one job after the other; whoever waits for another attempt lets those pass that do not touch the same.
    async fn serve(
        &mut self,
        subscription: &mut Subscription,
        backlog: &mut Backlog,
        holding: &mut Holding,
    ) -> Result<Infallible, NextStep> {
        let site = self.site.clone();
        let lease = subscription.lease().clone();
        let mut turn = None;
        loop {
            if site.end.is_cancelled() {
                return Err(NextStep::Settled);
            }
            if site.held().is_some() {
                return Err(NextStep::Held);
            }
            while let Some(incoming) = subscription.next_here() {
                self.admit(incoming, &lease, backlog).await?;
            }
            if backlog.waited_too_long() {
                return Err(NextStep::NotBegun);
            }
            let Some(place) = backlog.ready(Instant::now()) else {
                turn = None;
                let due = backlog.next_due();
                let later = async {
                    match due {
                        Some(due) => tokio::time::sleep_until(due.into()).await,
                        None => std::future::pending().await,
                    }
                };
                tokio::select! {
                    biased;
                    () = site.end.cancelled() => return Err(NextStep::Settled),
                    () = site.becomes_held() => return Err(NextStep::Held),
                    incoming = subscription.next() => {
                        let Some(incoming) = incoming else { return Err(NextStep::LeaseLost) };
                        self.admit(incoming, &lease, backlog).await?;
                    }
                    () = later => {}
                }
                continue;
            };
            let pending = backlog.get(place);
            let trace = pending.trace();
            let finished = match trace.scope(self.work(pending, &lease, holding, &mut turn)).await? {
                Progress::Ended(finished) => finished,
                Progress::Again(wait) => {
                    pending.due = Some(Instant::now() + wait);
                    continue;
                }
            };
            // From here on it is done: whatever happens to its result, it is not begun again.
            match trace.scope(self.settling.finish(backlog.remove(place), finished, &lease)).await {
                NextStep::Settled => self.count(),
                other => {
                    if matches!(other, NextStep::Left | NextStep::LeaseLost) && site.shared.drain.is_cancelled() {
                        site.shared.counts.left.fetch_add(1, Ordering::Relaxed);
                    }
                    return Err(other);
                }
            }
        }
    }

    fn count(&mut self) {
        self.settled += 1;
        self.site.shared.counts.settled.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes a delivery in. What is no job for this lane is answered at once.
    async fn admit(&mut self, incoming: Incoming, lease: &Lease, backlog: &mut Backlog) -> Result<(), NextStep> {
        match self.job(&incoming) {
            Ok(job) => {
                let outlook = self.site.shared.handler.look(&job);
                backlog.push(incoming, job, outlook);
                Ok(())
            }
            Err(answer) => {
                let trace = JobTrace::new(incoming.trace_parent(), &self.site.integration);
                match trace.scope(answer.settle(&self.site.shared, incoming, lease)).await {
                    NextStep::Settled => self.count(),
                    other => return Err(other),
                }
                Ok(())
            }
        }
    }

    /// The job of a message; the answer if it is none, or not this lane's.
    fn job(&self, incoming: &Incoming) -> Result<Job, Box<Answer>> {
        let Site { shared, integration, .. } = &*self.site;
        let job = decode_job(&incoming.body)
            .map_err(|error| Box::new(Answer::to_malformed(shared, incoming, &error, Some(integration))))?;
        if job.integration == *integration {
            return Ok(job);
        }
        let message = format!(
            "the job names the integration `{}` and was sent to `{integration}`; its routing key has to be its integration",
            job.integration
        );
        let error = JobError::new(ErrorKind::InvalidJob, message.clone());
        let result = JobResult::refused(job.job_id, job.integration, Some(job.action), error);
        Err(Box::new(Answer::to_stray(shared, incoming, DeadReason::RoutingMismatch, &message, Some(result))))
    }

    /// The end of a job: a remembered one, the worker's own, or that of its next attempt.
    async fn work(
        &mut self,
        pending: &mut Pending,
        lease: &Lease,
        holding: &mut Holding,
        turn: &mut Option<Turn>,
    ) -> Result<Progress, NextStep> {
        let site = &self.site;
        let Pending { incoming, job, outlook, .. } = &*pending;
        let failed = |kind: ErrorKind, message: String, dead: Option<DeadReason>| {
            let result = refused(site, job, incoming, JobError::new(kind, message));
            Ok(Progress::Ended(Finished { result, dead, heeded: false }))
        };
        let before = incoming.properties.attempts_before();
        if let Some(finished) = site.shared.finished.recall(&site.integration, job.job_id, before) {
            tracing::info!(job_id = %job.job_id, integration = %site.integration, "done already; its result goes out again");
            return Ok(Progress::Ended(finished));
        }
        holding.begin(incoming, lease).await?;
        if incoming.delivery_count >= MOST_DELIVERIES {
            let message = format!("the job was given back to the queue {} times", incoming.delivery_count);
            return failed(ErrorKind::Internal, message, Some(DeadReason::DeliveryLimit));
        }
        // What an attempt before may have clicked has to be read, whatever is true by now.
        if site.read(|state, integration| state.committing(integration, job.job_id)).is_empty() {
            let now = Timestamp::now();
            if job.not_after.is_some_and(|end| end < now) {
                let message = "the job's `not_after` passed before anything was written".to_owned();
                return failed(ErrorKind::Expired, message, None);
            }
            if before > 0 && self.superseded(incoming, outlook) {
                let message = "a later job about the same has ended since this one was sent first".to_owned();
                return failed(ErrorKind::Superseded, message, None);
            }
            for limit in &outlook.limits {
                let ended = |state: &SharedState, id: &IntegrationId| state.ended(id, job.action, limit.window, now);
                if site.read(ended) >= usize::try_from(limit.count).unwrap_or(usize::MAX) {
                    let message = format!("{} is limited to {limit} here, and that is reached", job.action);
                    return failed(ErrorKind::LimitReached, message, None);
                }
            }
            if let Some(wait) = outlook.per_minute.and_then(|most| self.pace(most, now)) {
                return Ok(Progress::Again(wait));
            }
        }
        if site.read(|state, integration| state.crashes(integration, job.job_id)) >= MOST_CRASHES {
            let message = format!("{MOST_CRASHES} attempts began and none came to an end");
            return failed(ErrorKind::CrashLoop, message, Some(DeadReason::CrashLoop));
        }
        self.attempts.next(pending, lease, turn).await
    }

    /// Whether a job that was sent again came first before another one that has changed the same since.
    fn superseded(&self, incoming: &Incoming, outlook: &Outlook) -> bool {
        let Some(sent) = incoming.properties.timestamp else { return false };
        let marks = outlook.footprint.marks();
        self.site.read(|state, integration| state.superseded(integration, &marks, sent))
    }

    /// How long to wait before the next attempt, where the app may not be used faster.
    fn pace(&self, most: u32, now: Timestamp) -> Option<Duration> {
        let next = self.site.read(|state, integration| state.next_start(integration, most, now))?;
        Duration::try_from(next.duration_since(now)).ok().filter(|wait| !wait.is_zero())
    }
}
