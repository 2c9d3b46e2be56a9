//! What the engine is asked to do: one attempt at one job, and with what.

use jiff::Timestamp;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::browser::LaunchOptions;
use crate::catalog::Entry;
use crate::contract::{Job, JobProgress};
use crate::secrets::Store;

use super::account_secrets::AccountSecrets;
use super::evidence_rules::EvidenceRules;
use super::gate::Gate;

/// One attempt at one job.
#[derive(Debug)]
pub struct WorkOrder {
    /// The job.
    pub job: Job,
    /// Which attempt, from 1, counted over all workers.
    pub attempt: u32,
    /// Whether the job was delivered before.
    pub redelivered: bool,
    /// When it was put on the queue.
    pub queued: Option<Timestamp>,
    /// Parts whose committing click may have been sent by an earlier attempt: the attempt starts at their verification.
    pub resume_parts: Vec<u32>,
    /// What is asked before something that cannot be taken back.
    pub gate: Gate,
    /// Cancelled when the attempt is to stop before its next committing click.
    pub stop: CancellationToken,
    /// Where to tell how far the attempt has come, if the job's `options.watch` wants that. Never waited for: what finds no
    /// room in the channel is lost. Default: nowhere.
    pub progress: Option<mpsc::Sender<JobProgress>>,
}

impl WorkOrder {
    /// The first attempt at a job that was not delivered before.
    pub fn new(job: Job, gate: Gate, stop: CancellationToken) -> Self {
        Self { job, attempt: 1, redelivered: false, queued: None, resume_parts: Vec::new(), gate, stop, progress: None }
    }
}

/// An attempt, with what the engine needs for it.
#[derive(Debug)]
pub struct Order<'a> {
    /// What is to be done.
    pub work: &'a WorkOrder,
    /// The job's integration and recipe.
    pub entry: &'a Entry,
    /// The service account's secrets.
    pub secrets: &'a AccountSecrets,
    /// Where generated values are delivered to.
    pub store: &'a Store,
    /// How browsers are started; window, language and the time of a page are the recipe's.
    pub launch: &'a LaunchOptions,
    /// Where evidence is kept; `None`: nowhere.
    pub evidence: Option<&'a EvidenceRules>,
    /// The worker's id, for the result.
    pub worker_id: &'a str,
}
