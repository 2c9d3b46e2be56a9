//! One integration at the command line: its browser, its secrets, and the answers to the engine's questions.

use std::sync::Arc;

use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::browser::{LaunchOptions, Matches, Shown};
use crate::catalog::Entry;
use crate::contract::Job;
use crate::engine::{
    self, AccountSecrets, BrowserSlot, Done, EvidenceRules, NotVisited, Order, Visit, Visited, WorkOrder,
};
use crate::recipe::Locator;
use crate::secrets::Store;

use super::catalog;
use super::login_memory::LoginMemory;
use super::stop::Stop;

/// One integration at the command line. What is done one after the other shares its browser, and with it the login.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) entry: Arc<Entry>,
    secrets: AccountSecrets,
    store: Store,
    launch: LaunchOptions,
    slot: BrowserSlot,
    memory: LoginMemory,
}

impl Site {
    /// No browser is opened yet. `retry_login`: a password that was rejected in an earlier run may be typed once more.
    ///
    /// # Errors
    /// When a secret cannot be read.
    pub(super) async fn new(
        entry: Arc<Entry>,
        store: Store,
        launch: LaunchOptions,
        retry_login: bool,
    ) -> Result<Self, Stop> {
        let secrets = catalog::secrets(&entry, &store).await?;
        let memory = LoginMemory::new(entry.integration.id.clone(), retry_login);
        Ok(Self { entry, secrets, store, launch, slot: BrowserSlot::new(), memory })
    }

    /// From now on the browser stays open where something failed in it, until the next attempt or the end.
    pub(super) fn keep_open(&mut self) {
        self.slot.keep_open();
    }

    /// Whether there is a browser.
    pub(super) fn is_open(&mut self) -> bool {
        self.slot.session().is_some()
    }

    /// One attempt at a job.
    pub(super) async fn execute(&mut self, job: Job, evidence: &EvidenceRules, stop: &CancellationToken) -> Done {
        self.order(job, Some(evidence), stop, async |order, slot| engine::execute(order, slot).await).await
    }

    /// What a page of the app shows.
    pub(super) async fn inspect(
        &mut self,
        visit: Visit<'_>,
        all: bool,
        stop: &CancellationToken,
    ) -> Result<Visited<Shown>, NotVisited> {
        let job = Job::check(self.entry.integration.id.clone());
        self.order(job, None, stop, async |order, slot| engine::inspect(order, slot, visit, all).await).await
    }

    /// What a locator matches on a page of the app.
    pub(super) async fn matches(
        &mut self,
        visit: Visit<'_>,
        locator: &Locator,
        stop: &CancellationToken,
    ) -> Result<Visited<Matches>, NotVisited> {
        let job = Job::check(self.entry.integration.id.clone());
        self.order(job, None, stop, async |order, slot| engine::matches(order, slot, visit, locator).await).await
    }

    /// Lets the engine do something, and answers its questions meanwhile.
    async fn order<T>(
        &mut self,
        job: Job,
        evidence: Option<&EvidenceRules>,
        stop: &CancellationToken,
        act: impl AsyncFnOnce(Order<'_>, &mut BrowserSlot) -> T,
    ) -> T {
        let Self { entry, secrets, store, launch, slot, memory } = self;
        let (gate, requests) = mpsc::channel(1);
        let work = async {
            let work = WorkOrder::new(job, gate, stop.clone());
            let (entry, secrets, store, launch) = (&**entry, &*secrets, &*store, &*launch);
            let order = Order { work: &work, entry, secrets, store, launch, evidence, worker_id: "run" };
            let done = Box::pin(act(order, slot)).await;
            // The gate goes with it.
            drop(work);
            done
        };
        tokio::join!(work, memory.answer(requests)).0
    }

    /// Logs out where the recipe says how, and ends the browser.
    pub(super) async fn close(&mut self) {
        self.slot.close().await;
    }
}
