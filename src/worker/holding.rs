//! Holding an integration: from the certainty that nobody else works for it any more until it is given back.

use std::sync::Arc;

use super::next_step::NextStep;
use super::site::Site;
use super::takeover;
use crate::coordination::{RecordError, StateKind};
use crate::queue::{Incoming, Lease};
use crate::telemetry;

/// One subscription's time as the holder.
#[derive(Debug)]
pub(super) struct Holding {
    site: Arc<Site>,
    /// Whether `acquired` stands in the shared state.
    acquired: bool,
}

impl Holding {
    /// Not begun.
    pub(super) fn new(site: Arc<Site>) -> Self {
        Self { site, acquired: false }
    }

    /// Says, once, that this worker is about to work for the integration, as soon as it is certain that nobody else does.
    pub(super) async fn begin(&mut self, incoming: &Incoming, lease: &Lease) -> Result<(), NextStep> {
        if self.acquired {
            return Ok(());
        }
        let site = &self.site;
        let unavailable = |error: RecordError| {
            if site.complaint_due("state out of reach") {
                tracing::error!(integration = %site.integration, %error, "the shared state is out of reach; jobs wait");
            }
            NextStep::LeaseLost
        };
        // What the predecessor wrote last has to be seen before it is judged.
        site.state().sync().await.map_err(unavailable)?;
        if site.held().is_some() {
            return Err(NextStep::Held);
        }
        let (worker, fence) = (site.state().worker(), site.shared.settings.fence);
        let wait = site
            .read(|state, integration| takeover::delay(state.tenure(integration), worker, incoming.redelivered, fence));
        if !wait.is_zero() {
            let seconds = wait.as_secs_f32();
            tracing::info!(integration = %site.integration, seconds, "waiting until the previous holder has surely stopped");
            site.pause(wait, lease).await?;
        }
        site.record(StateKind::TenureAcquired).await.map_err(unavailable)?;
        self.acquired = true;
        Ok(())
    }

    /// Ends what was kept for the next job.
    pub(super) async fn let_go(&self) {
        if self.acquired {
            self.site.shared.handler.let_go(&self.site.integration).await;
        }
    }

    /// Says that the integration was given back with nothing left half done, if it was held: the handler has returned.
    pub(super) async fn release(mut self) {
        if !std::mem::take(&mut self.acquired) {
            return;
        }
        if let Err(error) = self.site.record(StateKind::TenureReleased).await {
            tracing::debug!(integration = %self.site.integration, %error, "the next holder will wait a while");
        }
    }
}

impl Drop for Holding {
    /// Whoever holds it and does not give it back has lost it.
    fn drop(&mut self) {
        if self.acquired {
            telemetry::lease_lost(&self.site.integration);
        }
    }
}
