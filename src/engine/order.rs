//! What the engine is asked to do.

use std::path::Path;

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::browser::LaunchOptions;
use crate::catalog::Entry;
use crate::contract::Job;

use super::account_secrets::AccountSecrets;
use super::gate::Gate;

/// What is to be done, and with what.
#[derive(Debug)]
pub struct Order<'a> {
    /// The job.
    pub job: &'a Job,
    /// Its integration and recipe.
    pub entry: &'a Entry,
    /// The service account's secrets.
    pub secrets: &'a AccountSecrets,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// Whether the broker delivered the job before.
    pub redelivered: bool,
    /// When the job was put on the queue.
    pub queued: Option<Timestamp>,
    /// Parts that an earlier attempt had begun to commit.
    pub resume_parts: &'a [u32],
    /// Asked before what cannot be taken back.
    pub gate: &'a Gate,
    /// Looked at between steps.
    pub stop: &'a CancellationToken,
    /// How browsers are started; window, language and the time of a page are the recipe's.
    pub launch: &'a LaunchOptions,
    /// Where evidence is kept; `None`: nowhere.
    pub evidence: Option<&'a Path>,
    /// The worker's id, for the result.
    pub worker_id: &'a str,
}
