//! What all parts of a gateway share: the database, the apps, and who waits for what.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, Notify, watch};
use tokio_util::sync::CancellationToken;

use super::apps::Apps;
use super::settings::Settings;
use super::store::integrations::{self, Stage};
use super::store::{Database, StoreError};
use crate::contract::IntegrationId;
use crate::queue::{GatewayLink, QueueError};

/// How often is looked for documents that another gateway has written.
const LOOK: Duration = Duration::from_millis(500);

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
    /// Told when a document was written.
    pub documents: Notify,
    /// Cancelled when the gateway stops: what is held open for ever ends then.
    pub stopping: CancellationToken,
    /// The link to the queue, while there is one.
    link: watch::Sender<Option<Arc<GatewayLink>>>,
    /// Held by whoever looks through the dead letters.
    pub(super) looking: Mutex<()>,
    /// Rises with each result.
    results: watch::Sender<u64>,
}

impl Office {
    /// Nobody waits yet.
    pub fn new(database: Database, apps: Apps, settings: Settings) -> Arc<Self> {
        Arc::new(Self {
            database,
            apps,
            settings,
            to_send: Notify::new(),
            documents: Notify::new(),
            stopping: CancellationToken::new(),
            link: watch::Sender::new(None),
            looking: Mutex::new(()),
            results: watch::Sender::new(0),
        })
    }

    /// The integrations that workers are to serve: id and document.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn documents(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut db = self.database.read().await?;
        let all = integrations::all(&mut db).await?;
        let served = all.into_iter().filter(|row| row.stage != Stage::Archived);
        Ok(served.map(|row| (format!("integration {}", row.id), row.document.to_string())).collect())
    }

    /// Returns when documents may have changed: after half a second, or at once after one was written here.
    pub async fn documents_may_change(&self) {
        // Another gateway may have written one.
        tokio::time::timeout(LOOK, self.documents.notified()).await.ok();
    }

    /// Told that there is a link to the queue, or none any more.
    pub(super) fn linked(&self, link: Option<Arc<GatewayLink>>) {
        self.link.send_replace(link);
    }

    /// Lets the workers go on with an integration that they suspended.
    ///
    /// # Errors
    /// When there is no link to the queue, or it fails.
    pub async fn resume(&self, integration: &IntegrationId) -> Result<(), QueueError> {
        self.link()?.resume(integration).await
    }

    /// The link to the queue.
    ///
    /// # Errors
    /// When there is none at the moment.
    pub(super) fn link(&self) -> Result<Arc<GatewayLink>, QueueError> {
        self.link.borrow().clone().ok_or_else(|| {
            let (what, reason) = ("the queue".to_owned(), "there is no link to it at the moment; try again".to_owned());
            QueueError::Lost { what, reason }
        })
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
