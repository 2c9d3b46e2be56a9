//! The lane of one integration: subscribes while it is not held, runs its jobs one at a time, settles them.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use futures_util::FutureExt as _;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Semaphore, mpsc};
use tokio_util::sync::CancellationToken;

use super::complaints::Complaints;
use super::finished::{Finished, FinishedJobs};
use super::gatekeeper::Gatekeeper;
use super::next_step::NextStep;
use super::outage::Outage;
use super::takeover;
use super::unrecorded::Unrecorded;
use super::{Handler, Settings, WorkDone, WorkOrder};
use crate::contract::{
    DecodeError, Effect, ErrorKind, IntegrationId, Job, JobError, JobResult, Outcome, Retry, WorkerRef, decode_job,
};
use crate::engine::LONGEST_PAGE;
use crate::queue::{
    DeadLetter, DeadReason, EVENT_SCHEMA, EventKind, Hold, Incoming, IntegrationEvent, JobSource, Lease, Link,
    QueueError, ReplyAddress, StateKind, StateLog, Subscription, topology,
};
use crate::recipe::{LONGEST_ACTION, LONGEST_VERIFY};
use crate::retry::Waits;

/// From so many times given back on the worker settles a job itself; the broker would drop it in silence at 1000.
const MOST_DELIVERIES: u64 = 900;
/// A message that waited here for so long is given back and comes again.
const LONGEST_HOLD: Duration = Duration::from_mins(20);
/// What an attempt spends besides its own time: starting a browser, waiting for one-time codes, evidence.
const BESIDES: Duration = Duration::from_mins(3);
/// An attempt that begins at the last moment still ends before the broker takes its job away.
const _: () = assert!(
    (LONGEST_HOLD.as_secs()
        + LONGEST_ACTION.get().as_secs()
        + LONGEST_VERIFY.get().as_secs()
        + LONGEST_PAGE.as_secs()
        + BESIDES.as_secs())
        * 1000
        < topology::CONSUMER_TIMEOUT_MS.unsigned_abs()
);
/// So many attempts may begin and never be heard of again.
const MOST_CRASHES: u32 = 3;
/// A dead letter that is sent again runs, also when its end is remembered.
pub(super) const REPLAY_HEADER: &str = "idlcm-replay";

/// What all lanes of a link share.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) link: Link,
    pub(super) settings: Settings,
    pub(super) handler: Handler,
    pub(super) sessions: Semaphore,
    pub(super) finished: Arc<FinishedJobs>,
    pub(super) counts: Arc<Counts>,
    pub(super) complaints: Arc<Complaints>,
    pub(super) unrecorded: Arc<Unrecorded>,
    /// Cancelled when no further job is to begin because the worker ends.
    pub(super) drain: CancellationToken,
    /// Cancelled when running jobs are to stop before their next committing click.
    pub(super) stop: CancellationToken,
}

/// What a worker has done, over all links.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) settled: AtomicU64,
    pub(super) left: AtomicU64,
}

/// A lane.
#[derive(Debug)]
pub(super) struct Lane {
    pub(super) shared: Arc<Shared>,
    pub(super) integration: IntegrationId,
    /// Cancelled when no further job is to be begun: the worker drains, the link is lost, or the integration is gone.
    pub(super) end: CancellationToken,
    pub(super) outage: Outage,
    /// How many jobs it has settled.
    pub(super) settled: u64,
}

impl Lane {
    /// Runs until it is told to end.
    pub(super) async fn run(mut self) {
        self.shared.unrecorded.record(&self.integration, self.state()).await;
        let mut waits = Waits::reconnect();
        while let Some(()) = self.end.clone().run_until_cancelled(self.not_held()).await {
            let source = JobSource::Integration(self.integration.clone());
            let mut subscription = match self.shared.link.subscribe(&source).await {
                Ok(subscription) => subscription,
                Err(error) => {
                    // One missing queue does not stop the others; an operator may declare it at any time.
                    if self.complaint_due("no queue") {
                        tracing::error!(integration = %self.integration, %error, "this integration gets no jobs");
                    }
                    let wait = tokio::time::sleep(self.shared.settings.missing_queue);
                    if self.end.run_until_cancelled(wait).await.is_none() {
                        return;
                    }
                    continue;
                }
            };
            let settled = self.settled;
            let mut holding = Holding { acquired: false };
            let after = self.consume(&mut subscription, &mut holding).await;
            // What this worker did in the app has ended: the handler has returned.
            if holding.acquired
                && after != NextStep::LeaseLost
                && let Err(error) = self.state().record(&self.integration, StateKind::TenureReleased).await
            {
                tracing::debug!(integration = %self.integration, %error, "the next holder will wait a while");
            }
            subscription.close().await;
            if self.settled != settled {
                waits.reset();
            }
            // A hold has its own time. Whatever else leads back here may do so again at once.
            if after != NextStep::Held
                && self.end.run_until_cancelled(tokio::time::sleep(waits.next_wait())).await.is_none()
            {
                return;
            }
        }
    }

    fn complaint_due(&self, about: &'static str) -> bool {
        self.shared.complaints.due(self.integration.as_str(), about)
    }

    fn state(&self) -> &StateLog {
        self.shared.link.state()
    }

    fn held(&self) -> Option<Hold> {
        self.state().read(|state| state.hold(&self.integration, Timestamp::now()))
    }

    async fn not_held(&self) {
        let mut state = self.state().watch();
        while let Some(hold) = self.held() {
            let wait = hold.until().map(|until| until.duration_since(Timestamp::now()).unsigned_abs());
            let over = async {
                match wait {
                    Some(wait) => tokio::time::sleep(wait).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = over => {}
                changed = state.changed() => if changed.is_err() {
                    // The state is not read any more; the link is about to be lost.
                    return std::future::pending().await;
                }
            }
        }
    }

    async fn becomes_held(&self) {
        let mut state = self.state().watch();
        while self.held().is_none() {
            if state.changed().await.is_err() {
                return std::future::pending().await;
            }
        }
    }

    async fn consume(&mut self, subscription: &mut Subscription, holding: &mut Holding) -> NextStep {
        loop {
            let incoming = tokio::select! {
                biased;
                () = self.end.cancelled() => return NextStep::Settled,
                () = self.becomes_held() => return NextStep::Held,
                incoming = subscription.next() => incoming,
            };
            let Some(incoming) = incoming else { return NextStep::LeaseLost };
            // The broker takes everything away from a consumer that holds a message for an hour, counted from its
            // delivery, also while it only waits here. A new subscription starts the clock again.
            if incoming.arrived.elapsed() > LONGEST_HOLD {
                return NextStep::NotBegun;
            }
            let lease = subscription.lease().clone();
            match self.take(incoming, &lease, holding).await {
                NextStep::Settled => {
                    self.settled += 1;
                    self.shared.counts.settled.fetch_add(1, Ordering::Relaxed);
                }
                NextStep::Left => {
                    if self.shared.drain.is_cancelled() {
                        self.shared.counts.left.fetch_add(1, Ordering::Relaxed);
                    }
                    return NextStep::Left;
                }
                other => return other,
            }
        }
    }

    async fn take(&mut self, incoming: Incoming, lease: &Lease, holding: &mut Holding) -> NextStep {
        let job = match decode_job(&incoming.body) {
            Ok(job) if job.integration == self.integration => job,
            Ok(job) => {
                let message = format!(
                    "the job names the integration `{}` and was sent to `{}`; its routing key has to be its integration",
                    job.integration, self.integration
                );
                let error = JobError::new(ErrorKind::InvalidJob, message);
                let result = JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), error);
                return self.refuse(incoming, DeadReason::RoutingMismatch, Some(result), lease).await;
            }
            Err(error) => {
                let result = addressable(&error, &incoming, Some(&self.integration));
                return self.refuse_malformed(incoming, error, result, lease).await;
            }
        };
        let replayed = incoming.properties.headers.contains_key(REPLAY_HEADER);
        if !replayed && let Some(finished) = self.shared.finished.recall(&self.integration, job.job_id) {
            tracing::info!(job_id = %job.job_id, integration = %self.integration, "done already; its result goes out again");
            return self.finish(&job, incoming, finished, lease).await;
        }
        if incoming.delivery_count >= MOST_DELIVERIES {
            let message = format!("the job was given back to the queue {} times", incoming.delivery_count);
            let finished = self.failed(&job, &incoming, ErrorKind::Internal, message, Some(DeadReason::DeliveryLimit));
            return self.finish(&job, incoming, finished, lease).await;
        }
        if let Err(after) = self.begin_holding(&incoming, lease, holding).await {
            return after;
        }
        if job.not_after.is_some_and(|end| end < Timestamp::now())
            && self.state().read(|state| state.committing(&self.integration, job.job_id)).is_empty()
        {
            let message = "the job's `not_after` passed before anything was written".to_owned();
            let finished = self.failed(&job, &incoming, ErrorKind::Expired, message, None);
            return self.finish(&job, incoming, finished, lease).await;
        }
        if self.state().read(|state| state.crashes(&self.integration, job.job_id)) >= MOST_CRASHES {
            let message = format!("{MOST_CRASHES} attempts began and none came to an end");
            let finished = self.failed(&job, &incoming, ErrorKind::CrashLoop, message, Some(DeadReason::CrashLoop));
            return self.finish(&job, incoming, finished, lease).await;
        }
        self.attempts(job, incoming, lease).await
    }

    /// Says that this worker is about to work for the integration, once it is certain that nobody else still does.
    async fn begin_holding(&self, incoming: &Incoming, lease: &Lease, holding: &mut Holding) -> Result<(), NextStep> {
        if holding.acquired {
            return Ok(());
        }
        let unavailable = |error: QueueError| {
            if self.complaint_due("state out of reach") {
                tracing::error!(integration = %self.integration, %error, "the shared state is out of reach; jobs wait");
            }
            NextStep::LeaseLost
        };
        // What the predecessor wrote last has to be seen before it is judged.
        self.state().sync().await.map_err(unavailable)?;
        if self.held().is_some() {
            return Err(NextStep::Held);
        }
        let wait = self.state().read(|state| {
            let last = state.tenure(&self.integration);
            takeover::delay(last, self.state().worker(), incoming.redelivered, self.shared.settings.fence)
        });
        if !wait.is_zero() {
            let seconds = wait.as_secs_f32();
            tracing::info!(integration = %self.integration, seconds, "waiting until the previous holder has surely stopped");
            self.pause(wait, lease, NextStep::NotBegun).await?;
        }
        self.state().record(&self.integration, StateKind::TenureAcquired).await.map_err(unavailable)?;
        holding.acquired = true;
        Ok(())
    }

    /// Sleeps, unless the lease is lost or the lane is told to end.
    async fn pause(&self, wait: Duration, lease: &Lease, ended: NextStep) -> Result<(), NextStep> {
        tokio::select! {
            biased;
            () = lease.lost().cancelled() => Err(NextStep::LeaseLost),
            () = self.end.cancelled() => Err(ended),
            () = tokio::time::sleep(wait) => Ok(()),
        }
    }

    async fn attempts(&mut self, job: Job, incoming: Incoming, lease: &Lease) -> NextStep {
        let job_id = job.job_id;
        let mut ended = NextStep::NotBegun;
        loop {
            // Nothing is begun on a state that this worker knows to be incomplete.
            if !self.shared.unrecorded.record(&self.integration, self.state()).await {
                return NextStep::LeaseLost;
            }
            let attempt = self.state().read(|state| state.attempts(&self.integration, job_id)) + 1;
            let shared = self.shared.clone();
            let slot = tokio::select! {
                biased;
                () = lease.lost().cancelled() => return NextStep::LeaseLost,
                () = self.end.cancelled() => return ended,
                slot = shared.sessions.acquire() => slot,
            };
            let Ok(slot) = slot else { return ended };
            // Between two attempts a person may have paused the integration.
            if self.held().is_some() {
                return NextStep::Held;
            }
            ended = NextStep::Left;
            if let Err(error) = self.state().record(&self.integration, StateKind::Start { job_id, attempt }).await {
                if self.complaint_due("attempt not recorded") {
                    tracing::error!(%job_id, integration = %self.integration, %error, "the attempt cannot be recorded and does not begin; the job waits");
                }
                return NextStep::LeaseLost;
            }
            tracing::info!(%job_id, integration = %self.integration, action = %job.action, attempt, "attempt begins");
            let (done, panicked) = self.attempt(&job, attempt, &incoming, lease).await;
            drop(slot);
            let passing = if panicked { None } else { done.passing_failure() };
            tracing::info!(
                %job_id, integration = %self.integration, attempt, outcome = %done.result.outcome,
                kind = passing.map(tracing::field::display), "attempt ended"
            );
            if done.cut_off {
                return self.cut_off(job_id, attempt).await;
            }
            if done.not_begun {
                return self.not_begun(job_id, attempt).await;
            }
            let Some(kind) = passing else {
                self.outage.over();
                let dead = (done.result.outcome == Outcome::Uncertain).then_some(DeadReason::Uncertain);
                return self.finish(&job, incoming, Finished { result: done.result, dead }, lease).await;
            };
            if !self.attempt_failed(job_id, attempt, kind).await {
                return NextStep::LeaseLost;
            }
            // Another worker goes on from here, or has begun to.
            if !lease.is_alive() || kind == ErrorKind::LeaseLost {
                return NextStep::LeaseLost;
            }
            if self.shared.stop.is_cancelled() {
                return NextStep::Left;
            }
            let probing = self.state().read(|state| state.suspension(&self.integration).is_some());
            if self.outage.failed(&job, kind, probing) {
                self.outage.over();
                return self.suspend_for_outage(kind, &done).await;
            }
            if attempt >= kind.retry().attempts() {
                let finished = Finished { result: done.result, dead: Some(DeadReason::AttemptsUsedUp) };
                return self.finish(&job, incoming, finished, lease).await;
            }
            // Another attempt might outlast the broker's patience with this delivery; a new one starts the clock again.
            if incoming.arrived.elapsed() > LONGEST_HOLD {
                return NextStep::Left;
            }
            let wait = self.shared.settings.retry_wait(attempt);
            tracing::info!(%job_id, integration = %self.integration, attempt, %kind, seconds = wait.as_secs_f32(), "again after a wait");
            if let Err(after) = self.pause(wait, lease, NextStep::Left).await {
                return after;
            }
        }
    }

    /// The integration was taken out of the catalogue a moment ago: the job is for whoever has it.
    async fn not_begun(&self, job_id: uuid::Uuid, attempt: u32) -> NextStep {
        tracing::info!(%job_id, integration = %self.integration, "this worker has the integration no more; the job goes back");
        self.attempt_failed(job_id, attempt, ErrorKind::UnknownIntegration).await;
        NextStep::Left
    }

    /// Tells all workers that an attempt has ended; whether that could be told now.
    async fn attempt_failed(&self, job_id: uuid::Uuid, attempt: u32, reason: ErrorKind) -> bool {
        let failure = StateKind::AttemptFailed { job_id, attempt, reason };
        self.shared.unrecorded.tell(&self.integration, self.state(), failure).await.is_ok()
    }

    /// Nobody knows yet what the commit did, and this worker is not to find out: the job stays with its mark, is neither
    /// answered nor remembered, and the next attempt begins by reading.
    async fn cut_off(&self, job_id: uuid::Uuid, attempt: u32) -> NextStep {
        let stopping = self.shared.stop.is_cancelled();
        let reason = if stopping { ErrorKind::WorkerShutdown } else { ErrorKind::LeaseLost };
        tracing::warn!(%job_id, integration = %self.integration, attempt, "reading back was cut off; the next attempt goes on");
        self.attempt_failed(job_id, attempt, reason).await;
        if stopping { NextStep::Left } else { NextStep::LeaseLost }
    }

    /// One attempt, with its gate. A panic is a failed job, never a dead worker.
    async fn attempt(&self, job: &Job, attempt: u32, incoming: &Incoming, lease: &Lease) -> (WorkDone, bool) {
        let (gate, mut requests) = mpsc::channel(1);
        let stop = CancellationToken::new();
        let order = WorkOrder {
            job: job.clone(),
            attempt,
            redelivered: incoming.redelivered,
            queued: incoming.properties.timestamp,
            resume_parts: self.state().read(|state| state.committing(&self.integration, job.job_id)),
            gate,
            stop: stop.clone(),
        };
        let keeper = Gatekeeper {
            integration: &self.integration,
            job_id: job.job_id,
            state: self.state(),
            lease,
            stop: &self.shared.stop,
            codes: self.shared.settings.codes.as_ref(),
            unrecorded: &self.shared.unrecorded,
        };
        let handler = self.shared.handler.clone();
        let mut work = Box::pin(AssertUnwindSafe(async move { handler.work(order).await }).catch_unwind());
        loop {
            tokio::select! {
                biased;
                () = lease.lost().cancelled(), if !stop.is_cancelled() => stop.cancel(),
                () = self.shared.stop.cancelled(), if !stop.is_cancelled() => stop.cancel(),
                Some(request) = requests.recv() => keeper.answer(request).await,
                done = &mut work => return match done {
                    Ok(done) => (done, false),
                    Err(_) => (self.panicked(job, attempt, incoming), true),
                },
            }
        }
    }

    fn panicked(&self, job: &Job, attempt: u32, incoming: &Incoming) -> WorkDone {
        tracing::error!(job_id = %job.job_id, integration = %self.integration, "the attempt panicked; this is a bug");
        let message = "the worker met a bug of its own; its log has the place".to_owned();
        let mut result = self.failed(job, incoming, ErrorKind::Internal, message, None).result;
        result.attempt = attempt;
        WorkDone { result, retry: Retry::Never, cut_off: false, not_begun: false }
    }

    async fn suspend_for_outage(&self, kind: ErrorKind, done: &WorkDone) -> NextStep {
        let count = self.state().read(|state| state.suspension(&self.integration).map_or(0, |s| s.count)) + 1;
        let wait = self.shared.settings.outage_wait(count);
        let until = Timestamp::now() + SignedDuration::try_from(wait).unwrap_or(SignedDuration::from_mins(30));
        let said = done.result.error.as_ref().map_or_else(String::new, |error| format!(" ({})", error.message));
        let message = format!("the app does not work for now{said}; jobs wait until {until}");
        self.suspend(Some(until), kind, message).await
    }

    /// Says to all workers and to the senders that the integration's jobs wait.
    async fn suspend(&self, until: Option<Timestamp>, reason: ErrorKind, message: String) -> NextStep {
        tracing::warn!(integration = %self.integration, %reason, %message, "suspended");
        let suspended = StateKind::Suspended { until, reason, message: message.clone() };
        if let Err(error) = self.state().record(&self.integration, suspended).await {
            tracing::error!(integration = %self.integration, %error, "the suspension cannot be recorded");
            return NextStep::LeaseLost;
        }
        self.tell(EventKind::Held, until, Some(reason), message).await;
        NextStep::Held
    }

    async fn tell(&self, event: EventKind, until: Option<Timestamp>, reason: Option<ErrorKind>, message: String) {
        let event = IntegrationEvent {
            schema: EVENT_SCHEMA.to_owned(),
            at: Timestamp::now(),
            integration: self.integration.clone(),
            event,
            until,
            reason,
            user_action: reason.map(ErrorKind::user_action),
            message,
        };
        // A courtesy: nothing depends on it.
        if let Err(error) = Box::pin(self.shared.link.outbox().event(event)).await {
            tracing::warn!(integration = %self.integration, %error, "the event could not be published");
        }
    }

    fn failed(
        &self,
        job: &Job,
        incoming: &Incoming,
        kind: ErrorKind,
        message: String,
        dead: Option<DeadReason>,
    ) -> Finished {
        let error = JobError::new(kind, message);
        let mut result = JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), error);
        result.mode = job.mode;
        result.origin.clone_from(&job.origin);
        result.attempt = self.state().read(|state| state.attempts(&self.integration, job.job_id)).max(1);
        self.doubt(job, &mut result);
        self.shared.sign(&mut result, incoming);
        Finished { result, dead }
    }

    /// A click of an attempt before may be out whose effect nobody has read: nothing else can be said.
    fn doubt(&self, job: &Job, result: &mut JobResult) {
        if !self.state().read(|state| state.committing(&self.integration, job.job_id)).is_empty() {
            result.outcome = Outcome::Uncertain;
            result.effect = Effect::Uncertain;
        }
    }

    /// Publishes the result, waits for its confirm, then acknowledges. A result that is not confirmed is published again;
    /// the job never runs again for it.
    async fn finish(&mut self, job: &Job, incoming: Incoming, finished: Finished, lease: &Lease) -> NextStep {
        self.shared.finished.remember(&finished);
        let Finished { result, dead } = finished;
        let letter = dead.map(|reason| letter(&incoming, reason, &result));
        if let Err(after) = self.shared.publish(Some(result.clone()), letter, &incoming, lease).await {
            return after;
        }
        let mut after = NextStep::Settled;
        if let Some(error) = result.error.as_ref().filter(|error| error.kind.suspends()) {
            after = self.suspend(None, error.kind, error.message.clone()).await;
            if after == NextStep::LeaseLost {
                return after;
            }
        } else {
            self.recovered(&result).await;
        }
        let end = StateKind::End {
            job_id: job.job_id,
            attempt: result.attempt,
            outcome: result.outcome,
            action: Some(job.action),
        };
        if let Err(error) = self.state().record(&self.integration, end).await {
            tracing::warn!(job_id = %job.job_id, %error, "the job's end cannot be recorded");
        }
        if !incoming.ack().await {
            tracing::warn!(job_id = %job.job_id, integration = %self.integration, "the lease was lost before the acknowledgement");
            return NextStep::LeaseLost;
        }
        after
    }

    /// After an outage: a job that came through the app shows that it works again.
    async fn recovered(&self, result: &JobResult) {
        let suspended =
            self.state().read(|state| state.suspension(&self.integration).is_some_and(|s| s.until.is_some()));
        if !suspended || result.outcome == Outcome::Failed {
            return;
        }
        match self.state().record(&self.integration, StateKind::Recovered).await {
            Ok(()) => self.tell(EventKind::Active, None, None, "the app works again".to_owned()).await,
            Err(error) => tracing::warn!(integration = %self.integration, %error, "the recovery cannot be recorded"),
        }
    }

    async fn refuse_malformed(
        &self,
        incoming: Incoming,
        error: DecodeError,
        result: Option<JobResult>,
        lease: &Lease,
    ) -> NextStep {
        if result.is_none() {
            let letter = letter_with(&incoming, DeadReason::Malformed, &error.message);
            return self.shared.settle(incoming, None, letter, lease).await;
        }
        self.refuse(incoming, DeadReason::Malformed, result, lease).await
    }

    async fn refuse(
        &self,
        incoming: Incoming,
        reason: DeadReason,
        mut result: Option<JobResult>,
        lease: &Lease,
    ) -> NextStep {
        if let Some(result) = &mut result {
            self.shared.sign(result, &incoming);
        }
        let detail = result.as_ref().and_then(|r| r.error.as_ref()).map_or("", |error| error.message.as_str());
        let letter = letter_with(&incoming, reason, detail);
        self.shared.settle(incoming, result, letter, lease).await
    }
}

#[derive(Debug)]
struct Holding {
    /// Whether `acquired` stands in the shared state.
    acquired: bool,
}

/// The answer to what is no job, if it can be told whose it is: by what could be read of it, else by the message around
/// it. Its `message_id` is the job's id, and its routing key, or the queue it lay in, the integration.
pub(super) fn addressable(
    error: &DecodeError,
    incoming: &Incoming,
    queue: Option<&IntegrationId>,
) -> Option<JobResult> {
    let job_id = error.job_id.or_else(|| incoming.properties.message_id.as_ref()?.parse().ok())?;
    let integration =
        error.integration.clone().or_else(|| queue.cloned()).or_else(|| incoming.routing_key.parse().ok())?;
    Some(JobResult::refused(job_id, integration, None, JobError::new(error.kind, error.message.clone())))
}

fn letter(incoming: &Incoming, reason: DeadReason, result: &JobResult) -> DeadLetter {
    let detail = result.error.as_ref().map_or("", |error| error.message.as_str());
    DeadLetter {
        attempts: result.attempt,
        recipe: result.recipe.as_ref().map(|recipe| format!("{} {} {}", recipe.id, recipe.version, recipe.sha256)),
        evidence: result.evidence.first().map(|evidence| evidence.folder.clone()),
        ..letter_with(incoming, reason, detail)
    }
}

pub(super) fn letter_with(incoming: &Incoming, reason: DeadReason, detail: &str) -> DeadLetter {
    DeadLetter {
        body: incoming.body.clone(),
        properties: incoming.properties.clone(),
        exchange: incoming.exchange.clone(),
        routing_key: incoming.routing_key.clone(),
        reason,
        detail: detail.to_owned(),
        attempts: 0,
        recipe: None,
        evidence: None,
        at: Timestamp::now(),
    }
}

impl Shared {
    /// Fills in what the worker knows and a refused job does not.
    pub(super) fn sign(&self, result: &mut JobResult, incoming: &Incoming) {
        result.worker = WorkerRef {
            id: self.settings.worker_id.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            browser: String::new(),
        };
        result.redelivered = incoming.redelivered;
        result.times.queued = incoming.properties.timestamp;
        result.times.finished = Some(Timestamp::now());
    }

    /// Publishes until it is confirmed, or until the lease is lost or the worker has to stop. What cannot pass before
    /// somebody has changed something is tried again slowly, and after a while the job goes back to its queue: it stays
    /// there, and the log says what to do.
    async fn publish(
        &self,
        result: Option<JobResult>,
        letter: Option<DeadLetter>,
        incoming: &Incoming,
        lease: &Lease,
    ) -> Result<(), NextStep> {
        let to = ReplyAddress::from(&incoming.properties);
        let mut waits = Waits::reconnect();
        loop {
            let published = Box::pin(async {
                if let Some(result) = result.clone() {
                    self.link.outbox().result(result, &to).await?;
                }
                if let Some(letter) = letter.clone() {
                    self.link.outbox().dead_letter(letter).await?;
                }
                Ok::<(), QueueError>(())
            });
            let Err(error) = published.await else { return Ok(()) };
            let wait = if error.is_passing() {
                if self.complaints.due(&incoming.routing_key, "not confirmed") {
                    tracing::warn!(%error, "not confirmed; publishing again");
                }
                waits.next_wait()
            } else {
                let job_id = result.as_ref().map(|result| tracing::field::display(result.job_id));
                if self.complaints.due(&incoming.routing_key, "not published") {
                    tracing::error!(job_id, %error, "this cannot be published; the job stays, and its queue waits for it");
                }
                self.settings.missing_queue
            };
            if !error.is_passing() && incoming.arrived.elapsed() > LONGEST_HOLD {
                return Err(NextStep::Left);
            }
            tokio::select! {
                biased;
                () = lease.lost().cancelled() => return Err(NextStep::LeaseLost),
                () = self.stop.cancelled() => return Err(NextStep::Left),
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// Publishes what is to be said about a message that is no job for the engine, and acknowledges it.
    pub(super) async fn settle(
        &self,
        incoming: Incoming,
        result: Option<JobResult>,
        letter: DeadLetter,
        lease: &Lease,
    ) -> NextStep {
        tracing::warn!(
            routing_key = %incoming.routing_key, reason = %letter.reason, detail = %letter.detail, "dead letter"
        );
        match self.publish(result, Some(letter), &incoming, lease).await {
            Ok(()) if incoming.ack().await => NextStep::Settled,
            Ok(()) => NextStep::LeaseLost,
            Err(after) => after,
        }
    }
}
