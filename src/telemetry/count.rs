//! A function for each thing that can be counted. Where no recorder is installed, they do nothing.

use jiff::Timestamp;
use metrics::{counter, gauge, histogram};

use super::{job_trace, metric};
use crate::contract::{ErrorKind, IntegrationId, JobResult};

/// A job came to an end: its result is stored and its message acknowledged.
pub fn job_ended(result: &JobResult) {
    job_trace::job_ended(result);
    let action = result.action.map_or_else(|| "none".to_owned(), |action| action.to_string());
    let integration = result.integration.to_string();
    counter!(
        metric::JOBS, "integration" => integration.clone(), "action" => action, "outcome" => result.outcome.name()
    )
    .increment(1);
    if let (Some(started), Some(finished)) = (result.times.started, result.times.finished) {
        histogram!(metric::JOB, "integration" => integration).record(seconds_between(started, finished));
    }
}

/// An attempt at a job ended, with that result.
#[expect(clippy::cast_precision_loss, reason = "milliseconds of a login are far below 2^52")]
pub fn attempt_ended(result: &JobResult) {
    if result.times.login_ms > 0 {
        let seconds = result.times.login_ms as f64 / 1000.0;
        histogram!(metric::LOGIN, "integration" => result.integration.to_string()).record(seconds);
    }
}

/// An attempt at a job begins; `attempt`: from 1, over all workers; `sent`: the timestamp of its message.
pub fn job_begins(integration: &IntegrationId, attempt: u32, sent: Option<Timestamp>) {
    if let (1, Some(sent)) = (attempt, sent) {
        let age = seconds_between(sent, Timestamp::now());
        histogram!(metric::AGE, "integration" => integration.to_string()).record(age);
    }
}

/// An attempt failed for a reason that may pass; another one follows.
pub fn retry(integration: &IntegrationId, kind: ErrorKind) {
    counter!(metric::RETRIES, "integration" => integration.to_string(), "kind" => kind.name()).increment(1);
}

/// A dead letter was stored; `reason`: the name of its reason.
pub fn dead_letter(reason: &'static str) {
    counter!(metric::DEAD, "reason" => reason).increment(1);
}

/// There were no dead letters yet for these reasons. A counter that first appears as 1 has not grown, for Prometheus.
pub fn dead_letters_none(reasons: impl IntoIterator<Item = &'static str>) {
    for reason in reasons {
        counter!(metric::DEAD, "reason" => reason).absolute(0);
    }
}

/// Whether an integration is suspended now.
pub fn integration_suspended(integration: &IntegrationId, suspended: bool) {
    gauge!(metric::SUSPENDED, "integration" => integration.to_string()).set(f64::from(u8::from(suspended)));
}

/// How many jobs this worker does at once.
pub fn slots(all: usize) {
    gauge!(metric::SLOTS).set(f64::from(u32::try_from(all).unwrap_or(u32::MAX)));
}

/// A browser slot that is used, until this is dropped.
#[derive(Debug)]
pub struct SlotUsed(());

impl SlotUsed {
    /// From now on.
    #[expect(clippy::new_without_default, reason = "it counts: nobody is to make one by the way")]
    pub fn new() -> Self {
        gauge!(metric::SLOTS_USED).increment(1);
        Self(())
    }
}

impl Drop for SlotUsed {
    fn drop(&mut self) {
        gauge!(metric::SLOTS_USED).decrement(1);
    }
}

/// An integration was given to workers with more room.
pub fn handed_over(integration: &IntegrationId) {
    counter!(metric::HANDOVERS, "integration" => integration.to_string()).increment(1);
}

/// An integration that this worker worked for was lost.
pub fn lease_lost(integration: &IntegrationId) {
    counter!(metric::LEASES_LOST, "integration" => integration.to_string()).increment(1);
}

/// An acknowledgement came too late.
pub fn stale_ack() {
    counter!(metric::STALE_ACKS).increment(1);
}

/// A message came that was delivered before.
pub fn redelivered() {
    counter!(metric::REDELIVERED).increment(1);
}

/// A browser and its driver were started.
pub fn browser_started() {
    counter!(metric::BROWSERS_STARTED).increment(1);
}

/// A browser or its driver is of no use any more, and nobody wished so.
pub fn browser_lost() {
    counter!(metric::BROWSERS_LOST).increment(1);
}

/// A command was sent to a driver.
pub fn webdriver_command() {
    counter!(metric::COMMANDS).increment(1);
}

/// Whether the worker is linked to the queue.
pub(super) fn linked(linked: bool) {
    gauge!(metric::LINKED).set(f64::from(u8::from(linked)));
}

/// What is known from the start, so that it is there before anything happens.
pub(super) fn nothing_yet() {
    gauge!(metric::BUILD, "version" => env!("CARGO_PKG_VERSION")).set(1);
    gauge!(metric::SLOTS_USED).set(0);
    linked(false);
    for unlabelled in
        [metric::STALE_ACKS, metric::REDELIVERED, metric::BROWSERS_STARTED, metric::BROWSERS_LOST, metric::COMMANDS]
    {
        counter!(unlabelled).absolute(0);
    }
}

/// Seconds from one time to another; 0 where clocks disagree.
fn seconds_between(from: Timestamp, to: Timestamp) -> f64 {
    to.duration_since(from).as_secs_f64().max(0.0)
}
