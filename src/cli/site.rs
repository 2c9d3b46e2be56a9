//! One integration at the command line: its browser, its secrets, and the answers to the engine's questions.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::browser::LaunchOptions;
use crate::catalog::Entry;
use crate::contract::Job;
use crate::engine::{self, AccountSecrets, BrowserSlot, Done, NotVisited, Order, Visit, Visited, WorkOrder};

use super::catalog;
use super::login_memory::LoginMemory;
use super::stop::Stop;

/// One integration at the command line. What is done one after the other shares its browser, and with it the login.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) entry: Arc<Entry>,
    secrets: AccountSecrets,
    launch: LaunchOptions,
    slot: BrowserSlot,
    memory: LoginMemory,
}

impl Site {
    /// No browser is opened yet. `retry_login`: a password that was rejected in an earlier run may be typed once more.
    ///
    /// # Errors
    /// When a secret cannot be read.
    pub(super) fn new(entry: Arc<Entry>, launch: LaunchOptions, retry_login: bool) -> Result<Self, Stop> {
        let secrets = catalog::secrets(&entry)?;
        let memory = LoginMemory::new(entry.integration.id.clone(), retry_login);
        Ok(Self { entry, secrets, launch, slot: BrowserSlot::new(), memory })
    }

    /// One attempt at a job.
    pub(super) async fn execute(&mut self, job: Job, evidence: &Path, stop: &CancellationToken) -> Done {
        let Self { entry, secrets, launch, slot, memory } = self;
        let (gate, requests) = mpsc::channel(1);
        let work = async {
            let work = WorkOrder::new(job, gate, stop.clone());
            let (entry, secrets, launch) = (&**entry, &*secrets, &*launch);
            let order = Order { work: &work, entry, secrets, launch, evidence: Some(evidence), worker_id: "run" };
            let done = engine::execute(order, slot).await;
            // The gate goes with it.
            drop(work);
            done
        };
        tokio::join!(work, memory.answer(requests)).0
    }

    /// Looks at a page of the app.
    pub(super) async fn visit(&mut self, visit: Visit<'_>, stop: &CancellationToken) -> Result<Visited, NotVisited> {
        let Self { entry, secrets, launch, slot, memory } = self;
        let (gate, requests) = mpsc::channel(1);
        let work = async {
            let work = WorkOrder::new(Job::check(entry.integration.id.clone()), gate, stop.clone());
            let (entry, secrets, launch) = (&**entry, &*secrets, &*launch);
            let order = Order { work: &work, entry, secrets, launch, evidence: None, worker_id: "visit" };
            let visited = Box::pin(engine::visit(order, slot, visit)).await;
            drop(work);
            visited
        };
        tokio::join!(work, memory.answer(requests)).0
    }

    /// Logs out where the recipe says how, and ends the browser.
    pub(super) async fn close(&mut self) {
        self.slot.close().await;
    }
}
