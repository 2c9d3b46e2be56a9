//! Does attempts: the catalogue's entry, the service account's secrets, a browser that is kept warm, and the engine.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Mutex as SlotLock, mpsc, watch};
use tokio_util::sync::CancellationToken;

use crate::browser::LaunchOptions;
use crate::catalog::{Catalog, Entry};
use crate::contract::{ErrorKind, IntegrationId, JobError, JobResult, TracedResult, WorkerRef};
use crate::engine::{self, AccountSecrets, BrowserSlot, EvidenceRules, Order, WorkOrder};
use crate::secrets::Store;

use super::order::{Handler, WorkDone};
use super::warm_browsers::WarmBrowsers;

/// How long a browser stays open without a job. Default of [`JobRunner::idle`].
const IDLE: Duration = Duration::from_mins(10);
/// After how many jobs a browser is replaced, since browsers grow.
const JOBS_PER_BROWSER: u32 = 200;

/// After how many jobs is looked how much memory a browser has.
const MEMORY_EVERY: u32 = 10;
/// How much memory a browser may have for itself, in bytes. Default of [`JobRunner::memory`]: 1 GiB.
const MEMORY: u64 = 1 << 30;

/// Does attempts.
#[derive(Debug)]
pub struct JobRunner {
    /// Recipes and integrations, as they are now. A running job keeps those it began with.
    pub catalog: watch::Receiver<Arc<Catalog>>,
    /// How browsers are started.
    pub launch: LaunchOptions,
    /// Where evidence is kept, and how much it tells.
    pub evidence: EvidenceRules,
    /// The worker's id, for results.
    pub worker_id: String,
    /// The most browsers at once.
    pub sessions: usize,
    /// How long a browser stays open without a job. Default: 10 min.
    pub idle: Duration,
    /// How much memory a browser may have for itself, in bytes, before it is replaced. Default: 1 GiB.
    pub memory: u64,
    /// Where secrets are read from. Default of [`JobRunner::new`]: without a Vault.
    pub secrets: Store,
    /// Gets the record of every attempt, for a report.
    pub records: Option<mpsc::UnboundedSender<TracedResult>>,
    slots: Mutex<HashMap<IntegrationId, Place>>,
    warm: WarmBrowsers,
}

/// The slot of an integration.
#[derive(Debug, Clone)]
struct Place {
    slot: Arc<SlotLock<BrowserSlot>>,
    used: Instant,
}

impl JobRunner {
    /// With no browser open and the default idle time.
    pub fn new(
        catalog: watch::Receiver<Arc<Catalog>>,
        launch: LaunchOptions,
        evidence: EvidenceRules,
        worker_id: String,
        sessions: usize,
    ) -> Self {
        Self {
            catalog,
            launch,
            evidence,
            worker_id,
            sessions,
            idle: IDLE,
            memory: MEMORY,
            secrets: Store::default(),
            records: None,
            slots: Mutex::default(),
            warm: WarmBrowsers::default(),
        }
    }

    /// So many browsers are open before a job needs them, among the most at once. Default: none.
    #[must_use]
    pub fn with_warm(mut self, browsers: usize) -> Self {
        self.warm.wanted = browsers;
        self
    }

    /// Secrets are read from there.
    #[must_use]
    pub fn with_secrets(mut self, store: Store) -> Self {
        self.secrets = store;
        self
    }

    /// As the worker's handler.
    pub fn handler(self: &Arc<Self>) -> Handler {
        let (runner, looker, closer, mender) = (Arc::clone(self), Arc::clone(self), Arc::clone(self), Arc::clone(self));
        Handler::new(move |order| {
            let runner = Arc::clone(&runner);
            async move { runner.run(order).await }
        })
        .looking(move |job| {
            let entry = looker.catalog.borrow().entry(&job.integration);
            entry.map(|entry| engine::outlook(job, &entry)).unwrap_or_default()
        })
        .letting_go(move |integration| {
            let runner = Arc::clone(&closer);
            async move { runner.let_go(&integration).await }
        })
        .mended_when(move |integration, reason, rejected| {
            let runner = Arc::clone(&mender);
            async move { runner.is_mended(&integration, reason, rejected).await }
        })
    }

    /// Whether the secret is another one than those that were rejected, or all can be read again, and values delivered.
    async fn is_mended(&self, id: &IntegrationId, reason: ErrorKind, rejected: Vec<String>) -> bool {
        let Some(entry) = self.catalog.borrow().entry(id) else { return false };
        let Ok(secrets) = AccountSecrets::resolve(&entry.integration, &self.secrets).await else { return false };
        match reason {
            ErrorKind::SecretUnavailable => {
                for delivery in entry.deliveries.values() {
                    let Ok(place) = delivery.sample() else { return false };
                    if let Err(error) = self.secrets.may_deliver(&place).await {
                        tracing::debug!(integration = %id, %error, "still suspended");
                        return false;
                    }
                }
                true
            }
            ErrorKind::BadCredentials | ErrorKind::PasswordExpired if !rejected.is_empty() => {
                let id = id.clone();
                // Slow by design.
                let known = tokio::task::spawn_blocking(move || rejected.contains(&secrets.fingerprint(&id)));
                !known.await.unwrap_or(true)
            }
            _ => false,
        }
    }

    /// Closes the browser of an integration that another worker may take up.
    async fn let_go(&self, id: &IntegrationId) {
        let place = {
            let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
            slots.remove(id)
        };
        if let Some(place) = place {
            place.slot.lock().await.close().await;
        }
    }

    async fn run(&self, order: WorkOrder) -> WorkDone {
        let id = order.job.integration.clone();
        let Some(entry) = self.catalog.borrow().entry(&id) else {
            // It was removed a moment ago, and its lane is about to end; the job is for whoever knows it, now or later.
            let message = format!("this worker knows no integration `{id}`; its file may have been removed or broken");
            return WorkDone::not_begun(self.refused(&order, ErrorKind::UnknownIntegration, message).result);
        };
        // Read anew for each job, so that a changed secret is known at once.
        let read = AccountSecrets::resolve(&entry.integration, &self.secrets);
        let secrets = match order.stop.run_until_cancelled(read).await {
            Some(Ok(secrets)) => secrets,
            None => {
                let message = "the worker is stopping, or lost its lease; nothing was committed";
                return self.refused(&order, ErrorKind::WorkerShutdown, message.to_owned());
            }
            Some(Err(error)) => return self.refused(&order, ErrorKind::SecretUnavailable, error.to_string()),
        };
        let place = self.place(&id);
        let mut slot = place.lock().await;
        if slot.session().is_none() {
            self.make_room(&entry).await;
            if let Some(spare) = self.warm.take(&entry.recipe, &self.launch).await {
                slot.lend(spare);
            }
        } else if slot.jobs() >= JOBS_PER_BROWSER {
            slot.close().await;
        }
        let done = engine::execute(
            Order {
                work: &order,
                entry: &entry,
                secrets: &secrets,
                store: &self.secrets,
                launch: &self.launch,
                evidence: Some(&self.evidence),
                worker_id: &self.worker_id,
            },
            &mut slot,
        )
        .await;
        if let Some(spare) = slot.give_back() {
            spare.close().await;
        }
        if slot.jobs() % MEMORY_EVERY == 0
            && let Some(memory) = slot.memory().filter(|memory| *memory > self.memory)
        {
            tracing::info!(integration = %id, memory, "the browser has grown; the next job gets a new one");
            slot.close().await;
        }
        drop(slot);
        self.used(&id);
        if let Some(records) = &self.records
            && records.send(done.trace).is_err()
        {
            tracing::debug!("nobody collects records any more");
        }
        WorkDone { result: done.result, retry: done.retry, cut_off: done.cut_off, not_begun: false }
    }

    fn refused(&self, order: &WorkOrder, kind: ErrorKind, message: String) -> WorkDone {
        let job = &order.job;
        let mut result =
            JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), JobError::new(kind, message));
        result.attempt = order.attempt;
        result.redelivered = order.redelivered;
        result.origin.clone_from(&job.origin);
        result.mode = job.mode;
        result.times.queued = order.queued;
        result.worker = WorkerRef {
            id: self.worker_id.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            browser: String::new(),
        };
        WorkDone::untouched(result)
    }

    fn place(&self, id: &IntegrationId) -> Arc<SlotLock<BrowserSlot>> {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let place = slots
            .entry(id.clone())
            .or_insert_with(|| Place { slot: Arc::new(SlotLock::new(BrowserSlot::new())), used: Instant::now() });
        place.used = Instant::now();
        Arc::clone(&place.slot)
    }

    /// A browser is idle from the end of its last job on.
    fn used(&self, id: &IntegrationId) {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = slots.get_mut(id) {
            place.used = Instant::now();
        }
    }

    fn places(&self) -> Vec<(IntegrationId, Place)> {
        let slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let mut places: Vec<_> = slots.iter().map(|(id, place)| (id.clone(), place.clone())).collect();
        places.sort_by_key(|(_, place)| place.used);
        places
    }

    /// Closes the browser that was idle for longest, if one more would be too many.
    async fn make_room(&self, entry: &Entry) {
        let mut open = 0;
        let mut idle = Vec::new();
        for (other, place) in self.places() {
            if other == entry.integration.id {
                continue;
            }
            // A slot that is taken has a browser, or is about to.
            match place.slot.try_lock_owned() {
                Ok(mut slot) => {
                    if slot.session().is_some() {
                        open += 1;
                        idle.push(slot);
                    }
                }
                Err(_) => open += 1,
            }
        }
        for mut slot in idle {
            if open < self.sessions {
                break;
            }
            slot.close().await;
            open -= 1;
        }
        // One of those that wait is taken, or goes.
        if !self.warm.fits(&entry.recipe, &self.launch)
            && open + self.warm.count() >= self.sessions
            && let Some(spare) = self.warm.give_up()
        {
            spare.close().await;
        }
    }

    /// Keeps browsers open ahead of jobs, as many as [`JobRunner::with_warm`] says, until `stop`.
    pub async fn keep_warm(&self, stop: &CancellationToken) {
        let room = || {
            let places = self.places();
            let taken = places
                .iter()
                .filter(|(_, place)| place.slot.try_lock().map_or(true, |mut slot| slot.session().is_some()));
            self.sessions.saturating_sub(taken.count())
        };
        self.warm.keep(&self.launch, || Arc::clone(&self.catalog.borrow()), room, stop).await;
    }

    /// Closes browsers that have been idle for too long, until `stop`; then closes all.
    pub async fn close_idle(&self, stop: &CancellationToken) {
        let every = (self.idle / 4).max(Duration::from_millis(50));
        while stop.run_until_cancelled(tokio::time::sleep(every)).await.is_some() {
            for (_, place) in self.places() {
                if place.used.elapsed() >= self.idle
                    && let Ok(mut slot) = place.slot.try_lock_owned()
                {
                    slot.close().await;
                }
            }
        }
        let closing = self.places().into_iter().map(|(_, place)| async move { place.slot.lock().await.close().await });
        futures_util::future::join_all(closing).await;
    }
}
