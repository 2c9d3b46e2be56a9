//! Ends of attempts and of logins that could not be told when they came, since the broker was away: told once it is back, so
//! that an attempt whose worker lives does not look like one whose worker died of it, and a rejected password stays known.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::contract::IntegrationId;
use crate::coordination::{RecordError, StateKind, StateLog};

/// What is still to be recorded, in order.
#[derive(Debug, Default)]
pub(super) struct Unrecorded(Mutex<Vec<(IntegrationId, StateKind)>>);

impl Unrecorded {
    /// Records an end, or keeps it for later.
    ///
    /// # Errors
    /// Why it is kept.
    pub(super) async fn tell(
        &self,
        integration: &IntegrationId,
        state: &StateLog,
        end: StateKind,
    ) -> Result<(), RecordError> {
        let recorded = state.record(integration, end.clone()).await;
        if let Err(error) = &recorded {
            tracing::debug!(%integration, %error, "an end is told once the broker is back");
            self.kept().push((integration.clone(), end));
        }
        recorded
    }

    /// Records what was kept of an integration; what cannot be recorded is kept. Whether all of it is told.
    pub(super) async fn record(&self, integration: &IntegrationId, state: &StateLog) -> bool {
        let due: Vec<StateKind> =
            self.kept().extract_if(.., |(whose, _)| whose == integration).map(|(_, end)| end).collect();
        let mut all = true;
        for end in due {
            all &= self.tell(integration, state, end).await.is_ok();
        }
        all
    }

    fn kept(&self) -> MutexGuard<'_, Vec<(IntegrationId, StateKind)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
