//! Who does attempts, and what comes of them.

use std::fmt;
use std::sync::Arc;

use futures_util::future::BoxFuture;

use crate::contract::{ErrorKind, IntegrationId, Job, JobResult, Outcome, Retry};
use crate::engine::{Outlook, WorkOrder};

/// What came of an attempt.
#[derive(Debug, Clone)]
pub struct WorkDone {
    /// The result, which is published unless another attempt follows.
    pub result: JobResult,
    /// What may follow. Whoever made the attempt knows whether a committing click was sent.
    pub retry: Retry,
    /// Reading back what a commit did was cut off by a stop or a lost lease: the job goes back to the queue with its mark,
    /// and the next attempt goes on reading.
    pub cut_off: bool,
    /// The attempt could not begin here; the job goes back to the queue as it was.
    pub not_begun: bool,
}

impl WorkDone {
    /// An attempt that did nothing to the app, so that the failure's own kind decides what may follow.
    pub fn untouched(result: JobResult) -> Self {
        let retry = result.error.as_ref().map_or(Retry::Never, |error| error.kind.retry());
        Self { result, retry, cut_off: false, not_begun: false }
    }

    /// No attempt: the job is not this worker's any more.
    pub fn not_begun(result: JobResult) -> Self {
        Self { result, retry: Retry::Never, cut_off: false, not_begun: true }
    }

    /// Why another attempt may follow.
    pub fn passing_failure(&self) -> Option<ErrorKind> {
        let kind = self.result.error.as_ref()?.kind;
        let passing = matches!(self.retry, Retry::Backoff | Retry::FreshBrowser);
        (passing && self.result.outcome == Outcome::Failed).then_some(kind)
    }
}

type Work = dyn Fn(WorkOrder) -> BoxFuture<'static, WorkDone> + Send + Sync;
type Look = dyn Fn(&Job) -> Outlook + Send + Sync;
type Mended = dyn Fn(IntegrationId, ErrorKind, Vec<String>) -> BoxFuture<'static, bool> + Send + Sync;
type LetGo = dyn Fn(IntegrationId) -> BoxFuture<'static, ()> + Send + Sync;

/// Does attempts. It is not interrupted: it ends soon after `stop` is cancelled.
#[derive(Clone)]
pub struct Handler {
    work: Arc<Work>,
    look: Arc<Look>,
    let_go: Arc<LetGo>,
    mended: Arc<Mended>,
}

impl Handler {
    /// A handler from a function. Nothing is known of its jobs beforehand, and nothing is kept between them.
    pub fn new<F, D>(work: F) -> Self
    where
        F: Fn(WorkOrder) -> D + Send + Sync + 'static,
        D: Future<Output = WorkDone> + Send + 'static,
    {
        Self {
            work: Arc::new(move |order| Box::pin(work(order))),
            look: Arc::new(|_| Outlook::default()),
            let_go: Arc::new(|_| Box::pin(std::future::ready(()))),
            mended: Arc::new(|_, _, _| Box::pin(std::future::ready(false))),
        }
    }

    /// With what can be told of a job beforehand.
    #[must_use]
    pub fn looking(mut self, look: impl Fn(&Job) -> Outlook + Send + Sync + 'static) -> Self {
        self.look = Arc::new(look);
        self
    }

    /// With what is done once the worker has nothing to do with an integration any more.
    #[must_use]
    pub fn letting_go<F, D>(mut self, let_go: F) -> Self
    where
        F: Fn(IntegrationId) -> D + Send + Sync + 'static,
        D: Future<Output = ()> + Send + 'static,
    {
        self.let_go = Arc::new(move |integration| Box::pin(let_go(integration)));
        self
    }

    /// With a look whether what an integration was suspended for is mended; given the fingerprints of rejected secrets.
    #[must_use]
    pub fn mended_when<F, D>(mut self, mended: F) -> Self
    where
        F: Fn(IntegrationId, ErrorKind, Vec<String>) -> D + Send + Sync + 'static,
        D: Future<Output = bool> + Send + 'static,
    {
        self.mended = Arc::new(move |integration, reason, rejected| Box::pin(mended(integration, reason, rejected)));
        self
    }

    pub(super) async fn is_mended(&self, integration: &IntegrationId, why: ErrorKind, rejected: Vec<String>) -> bool {
        (self.mended)(integration.clone(), why, rejected).await
    }

    pub(super) fn work(&self, order: WorkOrder) -> BoxFuture<'static, WorkDone> {
        (self.work)(order)
    }

    pub(super) fn look(&self, job: &Job) -> Outlook {
        (self.look)(job)
    }

    pub(super) async fn let_go(&self, integration: &IntegrationId) {
        (self.let_go)(integration.clone()).await;
    }
}

impl fmt::Debug for Handler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Handler")
    }
}
