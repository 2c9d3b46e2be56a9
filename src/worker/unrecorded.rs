//! Ends of attempts and of logins that could not be told when they came, since the broker was away: told once it is back, so
//! that an attempt whose worker lives does not look like one whose worker died of it, and a rejected password stays known.

use std::sync::{Mutex, PoisonError};

use crate::contract::IntegrationId;
use crate::queue::{StateKind, StateLog};

/// What is still to be recorded, in order.
#[derive(Debug, Default)]
pub(super) struct Unrecorded(Mutex<Vec<(IntegrationId, StateKind)>>);

impl Unrecorded {
    /// Keeps an end for later.
    pub(super) fn keep(&self, integration: &IntegrationId, end: StateKind) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((integration.clone(), end));
    }

    /// Records what was kept of an integration; what cannot be recorded is kept. Whether all of it is told.
    pub(super) async fn record(&self, integration: &IntegrationId, state: &StateLog) -> bool {
        let due: Vec<StateKind> = {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            kept.extract_if(.., |(whose, _)| whose == integration).map(|(_, end)| end).collect()
        };
        let mut all = true;
        for end in due {
            if let Err(error) = state.record(integration, end.clone()).await {
                tracing::debug!(%integration, %error, "an end still cannot be recorded");
                self.keep(integration, end);
                all = false;
            }
        }
        all
    }
}
