//! What is measured of the shared state: which integrations are suspended.

use std::collections::{BTreeMap, BTreeSet};

use tokio::sync::watch;
use tokio_util::task::AbortOnDropHandle;

use crate::contract::IntegrationId;
use crate::coordination::StateLog;
use crate::telemetry;

/// Measures until what is returned is dropped.
pub(super) fn start(
    state: &StateLog,
    mut integrations: watch::Receiver<BTreeSet<IntegrationId>>,
) -> AbortOnDropHandle<()> {
    let state = state.clone();
    AbortOnDropHandle::new(tokio::spawn(async move {
        let mut holds = state.watch_holds();
        let mut told: BTreeMap<IntegrationId, bool> = BTreeMap::new();
        loop {
            let known = integrations.borrow_and_update().clone();
            // Marked as seen before it is looked at: what changes meanwhile is looked at again.
            holds.mark_unchanged();
            let now: BTreeMap<IntegrationId, bool> = state.read(|state| {
                // Whoever is not known here any more is not suspended here.
                let gone = told.keys().filter(|id| !known.contains(*id)).map(|id| (id.clone(), false));
                gone.chain(known.iter().map(|id| (id.clone(), state.suspension(id).is_some()))).collect()
            });
            for (id, suspended) in now.iter().filter(|(id, suspended)| told.get(*id) != Some(*suspended)) {
                telemetry::integration_suspended(id, *suspended);
            }
            told = now;
            // The state is not read any more once the link is lost.
            let changed = tokio::select! {
                changed = holds.changed() => changed.is_ok(),
                Ok(()) = integrations.changed() => true,
            };
            if !changed {
                return;
            }
        }
    }))
}
