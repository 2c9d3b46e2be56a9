//! One integration over one link, as everything in its lane sees it: its state, its holds, its end.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use super::next_step::NextStep;
use super::shared::Shared;
use super::turns::Leaving;
use crate::contract::{ErrorKind, IntegrationId};
use crate::coordination::{Hold, RecordError, SharedState, StateKind, StateLog};
use crate::queue::Lease;

/// How often a hold is told again; the log forgets after 30 days.
const TOLD_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// The integration of a lane.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) shared: Arc<Shared>,
    pub(super) integration: IntegrationId,
    /// Cancelled when no further job is to be begun: the worker drains, the link is lost, or the integration is gone.
    pub(super) end: CancellationToken,
}

impl Site {
    pub(super) fn state(&self) -> &StateLog {
        self.shared.link.state()
    }

    /// Looks into what all workers know of the integration.
    pub(super) fn read<T>(&self, look: impl FnOnce(&SharedState, &IntegrationId) -> T) -> T {
        self.state().read(|state| look(state, &self.integration))
    }

    /// Tells all workers.
    ///
    /// # Errors
    /// As [`StateLog::record`].
    pub(super) async fn record(&self, kind: StateKind) -> Result<(), RecordError> {
        self.state().record(&self.integration, kind).await
    }

    /// Tells what could not be told when it came; whether all of it is told.
    pub(super) async fn record_kept(&self) -> bool {
        self.shared.unrecorded.record(&self.integration, self.state()).await
    }

    /// Tells all workers that an attempt has ended, now or later; whether it could be told now.
    pub(super) async fn attempt_failed(&self, job_id: uuid::Uuid, attempt: u32, reason: ErrorKind) -> bool {
        let failure = StateKind::AttemptFailed { job_id, attempt, reason };
        self.shared.unrecorded.tell(&self.integration, self.state(), failure).await.is_ok()
    }

    /// Whether this trouble of the integration is to be told now.
    pub(super) fn complaint_due(&self, about: &'static str) -> bool {
        self.shared.complaints.due(self.integration.as_str(), about)
    }

    /// Why jobs wait, if they do.
    pub(super) fn held(&self) -> Option<Hold> {
        self.read(|state, integration| state.hold(integration, Timestamp::now()))
    }

    pub(super) async fn not_held(&self) {
        let mut state = self.state().watch_holds();
        while let Some(hold) = self.held() {
            let now = Timestamp::now();
            let wait = if let Some(until) = hold.until() {
                until.duration_since(now).unsigned_abs()
            } else {
                self.look_after(&hold, now).await;
                self.shared.settings.missing_queue
            };
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                changed = state.changed() => if changed.is_err() {
                    // The state is not read any more; the link is about to be lost.
                    return std::future::pending().await;
                }
            }
        }
    }

    /// Whether this integration is to go to a worker that has more room.
    pub(super) async fn hand_over(&self) -> Option<Leaving> {
        let members = match self.shared.link.members().await {
            Ok(members) => members,
            Err(error) => {
                tracing::debug!(%error, "nobody knows how many workers there are");
                return None;
            }
        };
        let worker = self.state().worker();
        let (held, all) = self.state().read(|state| state.tenures(worker));
        self.shared.turns.hand_over(held, all, members)
    }

    /// Ends a hold that is mended, and tells again what would be forgotten with the end of the log.
    async fn look_after(&self, hold: &Hold, now: Timestamp) {
        let mut news = self.read(|state, integration| state.to_tell_again(integration, now - TOLD_EVERY));
        if let Hold::Suspended(suspension) = hold {
            let rejected = self.read(SharedState::rejected);
            if self.shared.handler.is_mended(&self.integration, suspension.reason, rejected).await {
                tracing::info!(integration = %self.integration, reason = %suspension.reason, "mended: jobs run again");
                news = vec![StateKind::Mended];
            }
        }
        for kind in news {
            if let Err(error) = self.record(kind).await {
                tracing::warn!(integration = %self.integration, %error, "the hold cannot be told again");
            }
        }
    }

    pub(super) async fn becomes_held(&self) {
        let mut state = self.state().watch_holds();
        while self.held().is_none() {
            if state.changed().await.is_err() {
                return std::future::pending().await;
            }
        }
    }

    /// Sleeps before anything is begun, unless the lease is lost or the lane is told to end.
    pub(super) async fn pause(&self, wait: Duration, lease: &Lease) -> Result<(), NextStep> {
        tokio::select! {
            biased;
            () = lease.lost().cancelled() => Err(NextStep::LeaseLost),
            () = self.end.cancelled() => Err(NextStep::NotBegun),
            () = tokio::time::sleep(wait) => Ok(()),
        }
    }
}
