//! The lane of one integration: subscribes while it is not held, and takes its jobs one at a time.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::answer::Answer;
use super::attempts::Attempts;
use super::finished::Finished;
use super::holding::Holding;
use super::next_step::NextStep;
use super::patience;
use super::refused::refused;
use super::settling::Settling;
use super::shared::Shared;
use super::site::Site;
use crate::contract::{ErrorKind, IntegrationId, Job, JobError, JobResult, decode_job};
use crate::queue::{DeadReason, Incoming, JobSource, Lease, Subscription};
use crate::retry::Waits;
use crate::telemetry::JobTrace;

/// From so many times given back on the worker settles a job itself; the broker would drop it in silence at 1000.
const MOST_DELIVERIES: u64 = 900;
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
            if after != NextStep::LeaseLost {
                holding.release().await;
            }
            subscription.close().await;
            if self.settled != settled {
                waits.reset();
            }
            // A hold has its own time. Whatever else leads back here may do so again at once.
            if after != NextStep::Held
                && site.end.run_until_cancelled(tokio::time::sleep(waits.next_wait())).await.is_none()
            {
                return;
            }
        }
    }

    async fn consume(&mut self, subscription: &mut Subscription, holding: &mut Holding) -> NextStep {
        let Site { shared, end, .. } = &*self.site.clone();
        loop {
            let incoming = tokio::select! {
                biased;
                () = end.cancelled() => return NextStep::Settled,
                () = self.site.becomes_held() => return NextStep::Held,
                incoming = subscription.next() => incoming,
            };
            let Some(incoming) = incoming else { return NextStep::LeaseLost };
            if patience::used_up(&incoming) {
                return NextStep::NotBegun;
            }
            let lease = subscription.lease().clone();
            let trace = JobTrace::new(incoming.trace_parent(), &self.site.integration);
            match trace.scope(self.take(incoming, &lease, holding)).await {
                NextStep::Settled => {
                    self.settled += 1;
                    shared.counts.settled.fetch_add(1, Ordering::Relaxed);
                }
                other => {
                    // Whoever lost the broker while it drains leaves its job as well.
                    if matches!(other, NextStep::Left | NextStep::LeaseLost) && shared.drain.is_cancelled() {
                        shared.counts.left.fetch_add(1, Ordering::Relaxed);
                    }
                    return other;
                }
            }
        }
    }

    async fn take(&mut self, incoming: Incoming, lease: &Lease, holding: &mut Holding) -> NextStep {
        let job = match self.job(&incoming) {
            Ok(job) => job,
            Err(answer) => return answer.settle(&self.site.shared, incoming, lease).await,
        };
        match self.work(&job, &incoming, lease, holding).await {
            Ok(finished) => self.settling.finish(&job, incoming, finished, lease).await,
            Err(after) => after,
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

    /// The end of a job: a remembered one, the worker's own, or that of attempts.
    async fn work(
        &mut self,
        job: &Job,
        incoming: &Incoming,
        lease: &Lease,
        holding: &mut Holding,
    ) -> Result<Finished, NextStep> {
        let site = &self.site;
        let failed = |kind: ErrorKind, message: String, dead: Option<DeadReason>| {
            Ok(Finished { result: refused(site, job, incoming, JobError::new(kind, message)), dead, heeded: false })
        };
        let before = incoming.properties.attempts_before();
        if let Some(finished) = site.shared.finished.recall(&site.integration, job.job_id, before) {
            tracing::info!(job_id = %job.job_id, integration = %site.integration, "done already; its result goes out again");
            return Ok(finished);
        }
        if incoming.delivery_count >= MOST_DELIVERIES {
            let message = format!("the job was given back to the queue {} times", incoming.delivery_count);
            return failed(ErrorKind::Internal, message, Some(DeadReason::DeliveryLimit));
        }
        holding.begin(incoming, lease).await?;
        if job.not_after.is_some_and(|end| end < Timestamp::now())
            && site.read(|state, integration| state.committing(integration, job.job_id)).is_empty()
        {
            let message = "the job's `not_after` passed before anything was written".to_owned();
            return failed(ErrorKind::Expired, message, None);
        }
        if site.read(|state, integration| state.crashes(integration, job.job_id)) >= MOST_CRASHES {
            let message = format!("{MOST_CRASHES} attempts began and none came to an end");
            return failed(ErrorKind::CrashLoop, message, Some(DeadReason::CrashLoop));
        }
        self.attempts.run(job, incoming, lease).await
    }
}
