//! Logging out before a browser is closed in good order.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::browser::LaunchOptions;
use crate::catalog::Entry;
use crate::contract::Job;
use crate::secrets::{Redactor, Secret, Store};

use super::account_secrets::AccountSecrets;
use super::attempt::Attempt;
use super::browser_slot::BrowserSlot;
use super::order::{Order, WorkOrder};

/// How long logging out may take: the browser goes in any case.
const TIME: Duration = Duration::from_secs(10);

impl BrowserSlot {
    /// Logs out where the recipe says how, and ends the browser, if there is one. Bounded in time: a browser that does
    /// not answer is killed.
    pub async fn close(&mut self) {
        if let Some((entry, launch)) = self.take_logout() {
            // Logging out takes steps, and steps know how to open a browser: without the box the type would hold itself.
            Box::pin(leave(&entry, &launch, self)).await;
        }
        self.abandon().await;
    }
}

/// Does the recipe's `session.logout` steps. That the app does not play along is not worth telling anybody: the session
/// ends with its browser's cookies at the latest.
async fn leave(entry: &Entry, launch: &LaunchOptions, slot: &mut BrowserSlot) {
    let job = Job::check(entry.integration.id.clone());
    let nothing = || Secret::new("");
    let secrets = AccountSecrets { username: nothing(), password: nothing(), totp: None };
    let (gate, _) = tokio::sync::mpsc::channel(1);
    let work = WorkOrder::new(job, gate, CancellationToken::new());
    let store = &Store::default();
    let order = Order { work: &work, entry, secrets: &secrets, store, launch, evidence: None, worker_id: "" };
    let mut attempt = Attempt::new(&order, slot, Redactor::default(), TIME);
    let done = tokio::time::timeout(TIME, attempt.steps(&entry.recipe.session.logout)).await;
    match done {
        Ok(Ok(_)) => {}
        Ok(Err(failure)) => {
            tracing::debug!(integration = %entry.integration.id, message = %failure.message, "logging out failed");
        }
        Err(_) => tracing::debug!(integration = %entry.integration.id, "logging out took too long"),
    }
}
