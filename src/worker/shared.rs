//! What all lanes of a link share.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::complaints::Complaints;
use super::finished::FinishedJobs;
use super::turns::Turns;
use super::unrecorded::Unrecorded;
use super::{Handler, Settings};
use crate::contract::{JobResult, WorkerRef};
use crate::queue::{Incoming, Link};

/// What all lanes of a link share.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) link: Link,
    pub(super) settings: Settings,
    pub(super) handler: Handler,
    pub(super) turns: Arc<Turns>,
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
}
