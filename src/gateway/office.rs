//! What all parts of a gateway share: the database, the apps, and who waits for what.

use std::sync::Arc;

use tokio::sync::{Notify, watch};

use super::apps::Apps;
use super::settings::Settings;
use super::store::Database;

/// What all parts of a gateway share.
#[derive(Debug)]
pub struct Office {
    /// What is remembered.
    pub database: Database,
    /// The apps.
    pub apps: Apps,
    /// How it behaves.
    pub settings: Settings,
    /// Told when there is something to send.
    pub to_send: Notify,
    /// Rises with each result.
    results: watch::Sender<u64>,
}

impl Office {
    /// Nobody waits yet.
    pub fn new(database: Database, apps: Apps, settings: Settings) -> Arc<Self> {
        Arc::new(Self { database, apps, settings, to_send: Notify::new(), results: watch::Sender::new(0) })
    }

    /// Told that there is a result.
    pub fn told(&self) {
        self.results.send_modify(|count| *count += 1);
    }

    /// Rises with each result that this gateway takes in.
    pub fn results(&self) -> watch::Receiver<u64> {
        self.results.subscribe()
    }
}
