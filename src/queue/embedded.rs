//! A queue inside the process, for `serve`, `demo`, `run` and tests: the same order per integration, one consumer at a time, and
//! what is not acknowledged goes back to its place.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use jiff::Timestamp;
use tokio::sync::{Mutex as TurnMutex, Notify, mpsc, oneshot};
use tokio_util::task::TaskTracker;

use super::job_source::JobSource;
use super::message::{JOB_TYPE, Properties};
use super::outbox::{Outbox, Published, Way};
use super::state_journal::{StateFileError, StateJournal};
use super::subscription::PREFETCH;
use super::{Incoming, Lease, QueueError, Settle, Subscription, consumer, name, state_journal};
use crate::contract::{IntegrationId, Job};
use crate::coordination::{StateLog, StateView};

/// The queue. Copies are the same queue.
#[derive(Debug, Clone)]
pub struct EmbeddedQueue {
    lines: Arc<Mutex<HashMap<String, Arc<Line>>>>,
    out: mpsc::UnboundedSender<Published>,
    view: StateView,
    /// Where the state is kept beyond this process.
    journal: Option<Arc<TurnMutex<StateJournal>>>,
}

/// The messages of one queue.
#[derive(Debug, Default)]
struct Line {
    /// Whether jobs are put here; a worker may wait for an integration that is declared later.
    declared: AtomicBool,
    waiting: Mutex<VecDeque<Stored>>,
    changed: Notify,
    /// Held by the one who consumes.
    turn: Arc<TurnMutex<()>>,
}

#[derive(Debug, Clone)]
struct Stored {
    body: Vec<u8>,
    properties: Properties,
    routing_key: String,
    /// Whether an attempt at it had begun when it was put in.
    begun: bool,
    given_back: u64,
}

impl EmbeddedQueue {
    /// A queue for these integrations, and what comes out of it.
    pub fn new(integrations: &BTreeSet<IntegrationId>) -> (Self, mpsc::UnboundedReceiver<Published>) {
        let (out, published) = mpsc::unbounded_channel();
        let names = integrations.iter().map(name::job_queue).chain([name::UNROUTED.to_owned()]);
        let lines = names.map(|name| (name, Arc::new(Line::declared()))).collect();
        (Self { lines: Arc::new(Mutex::new(lines)), out, view: StateView::default(), journal: None }, published)
    }

    /// The same queue with its state in a file, one line of JSON for each event: what the file tells is known from now on,
    /// and an event is on the disk when it is recorded. A process that takes over the file of one that was killed, and is
    /// given its unfinished jobs again under their ids, goes on where that one may have clicked by reading. What is older
    /// than 30 days is left out of the file. To be called before the queue is used.
    ///
    /// # Errors
    /// When another process uses the file, or when it cannot be read and written.
    pub fn with_state_file(mut self, path: &Path) -> Result<Self, StateFileError> {
        self.journal = Some(Arc::new(TurnMutex::new(StateJournal::open(path, &self.view)?)));
        Ok(self)
    }

    /// Takes jobs of that integration from now on, also for whoever has subscribed to them before.
    pub fn declare(&self, integration: &IntegrationId) {
        self.line(&name::job_queue(integration)).declared.store(true, Ordering::Release);
    }

    /// Whether it takes jobs of that integration.
    pub(super) fn is_declared(&self, integration: &IntegrationId) -> bool {
        self.line(&name::job_queue(integration)).declared.load(Ordering::Acquire)
    }

    /// The line of that name, which is not declared by being looked for.
    fn line(&self, name: &str) -> Arc<Line> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.entry(name.to_owned()).or_default().clone()
    }

    /// Puts a job at the end of its integration's queue.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn submit(&self, job: &Job) -> Result<(), QueueError> {
        self.submit_for(job, None)
    }

    /// Puts a job at the end of its integration's queue. `reply_to`: whose job it is; without, nothing is told while it runs.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn submit_for(&self, job: &Job, reply_to: Option<&str>) -> Result<(), QueueError> {
        let body = serde_json::to_vec(job)
            .map_err(|e| QueueError::Unwritable { what: format!("job {}", job.job_id), reason: e.to_string() })?;
        let properties = Properties {
            message_id: Some(job.job_id.to_string()),
            reply_to: reply_to.map(str::to_owned),
            kind: Some(JOB_TYPE.to_owned()),
            timestamp: Some(Timestamp::now()),
            ..Properties::default()
        };
        self.put(job.integration.as_str(), body, properties);
        Ok(())
    }

    /// Puts a message at the end of the queue with that routing key, or among the unrouted ones.
    pub fn put(&self, routing_key: &str, body: Vec<u8>, properties: Properties) {
        let named = self
            .lines
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&format!("{}.{routing_key}", name::JOBS))
            .cloned();
        let declared = named.filter(|line| line.declared.load(Ordering::Acquire));
        let line = declared.unwrap_or_else(|| self.line(name::UNROUTED));
        let begun = self.begun(routing_key, &properties);
        let stored = Stored { body, properties, routing_key: routing_key.to_owned(), begun, given_back: 0 };
        line.lock().push_back(stored);
        line.changed.notify_one();
    }

    /// Whether an attempt at the job has begun already, such as in a process before this one: it is put in for the second
    /// time then, as if it had come back.
    fn begun(&self, routing_key: &str, properties: &Properties) -> bool {
        let job_id = properties.message_id.as_deref().and_then(|id| id.parse().ok());
        let (Some(job_id), Ok(integration)) = (job_id, routing_key.parse()) else { return false };
        self.view.read(|state| state.attempts(&integration, job_id) > 0)
    }

    /// The state as a writer with that id sees it.
    pub fn state(&self, worker: &str, tasks: &TaskTracker) -> StateLog {
        let Some(journal) = &self.journal else { return StateLog::in_memory(worker, &self.view, tasks) };
        let (log, asked) = StateLog::carried(worker, &self.view);
        tasks.spawn(state_journal::carry(journal.clone(), self.view.clone(), asked));
        log
    }

    pub(super) fn outbox(&self) -> Outbox {
        Outbox(Way::Memory(self.out.clone()))
    }

    pub(super) fn subscribe(&self, source: &JobSource, tasks: &TaskTracker) -> Subscription {
        // One that is not declared yet waits for jobs, which come once it is.
        let line = self.line(&source.queue());
        let (lease, proofs) = Lease::new(consumer::next_epoch());
        let (sender, deliveries) = mpsc::channel(usize::from(PREFETCH));
        let (close, closing) = oneshot::channel();
        tasks.spawn(line.consume(sender, lease.clone(), proofs, closing));
        Subscription { deliveries, lease, close }
    }
}

impl Line {
    fn declared() -> Self {
        Self { declared: AtomicBool::new(true), ..Self::default() }
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Stored>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn consume(
        self: Arc<Self>,
        deliveries: mpsc::Sender<Incoming>,
        lease: Lease,
        mut proofs: mpsc::Receiver<oneshot::Sender<()>>,
        mut closing: oneshot::Receiver<oneshot::Sender<()>>,
    ) {
        let turn = tokio::select! {
            turn = self.turn.clone().lock_owned() => turn,
            _ = &mut closing => return,
        };
        // In order of delivery; a number for each, since several may be settled in any order.
        let mut held: VecDeque<(u64, Stored)> = VecDeque::new();
        let mut settling = FuturesUnordered::new();
        let mut delivered = 0;
        let closer = loop {
            while held.len() < usize::from(PREFETCH) {
                let Some(stored) = self.lock().pop_front() else { break };
                let (incoming, settled) = hand_out(&stored);
                let number = delivered;
                delivered += 1;
                held.push_back((number, stored));
                settling.push(async move { (number, settled.await) });
                // Whoever stopped reading is about to close.
                drop(deliveries.try_send(incoming));
            }
            tokio::select! {
                biased;
                Some((number, settled)) = settling.next(), if !settling.is_empty() => {
                    if let Ok(Settle::Ack(reply)) = settled {
                        held.retain(|(held, _)| *held != number);
                        reply.send(true).ok();
                    }
                }
                asked = &mut closing => break asked.ok(),
                Some(reply) = proofs.recv() => { reply.send(()).ok(); }
                () = self.changed.notified() => {}
            }
        };
        lease.lost().cancel();
        {
            let mut waiting = self.lock();
            while let Some((_, stored)) = held.pop_back() {
                waiting.push_front(Stored { given_back: stored.given_back + 1, ..stored });
            }
        }
        drop(turn);
        if let Some(done) = closer {
            done.send(()).ok();
        }
    }
}

fn hand_out(stored: &Stored) -> (Incoming, oneshot::Receiver<Settle>) {
    let (settle, settled) = oneshot::channel();
    let incoming = Incoming {
        body: stored.body.clone(),
        properties: stored.properties.clone(),
        exchange: name::JOBS.to_owned(),
        routing_key: stored.routing_key.clone(),
        redelivered: stored.begun || stored.given_back > 0,
        delivery_count: stored.given_back,
        arrived: std::time::Instant::now(),
        settle,
    };
    (incoming, settled)
}
