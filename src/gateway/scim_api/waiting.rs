//! Waiting until the app is as wished.

use std::time::Duration;

use tokio::time::Instant;
use uuid::Uuid;

use crate::contract::JobError;
use crate::gateway::office::Office;
use crate::gateway::store::{StoreError, resources};

/// How often is looked for what another gateway has taken in.
const LOOK: Duration = Duration::from_millis(500);

/// How the waiting ended.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Waited {
    /// The app is as wished.
    Settled,
    /// It is not, and it will not be.
    Failed(JobError),
    /// It is under way.
    NotYet,
}

/// Waits for a wish.
pub(super) async fn wait(office: &Office, id: Uuid, generation: i64, most: Duration) -> Result<Waited, StoreError> {
    let until = Instant::now() + most;
    let mut results = office.results();
    loop {
        results.borrow_and_update();
        let mut db = office.database.read().await?;
        let resource = resources::any(&mut db, id).await?;
        drop(db);
        let Some(resource) = resource else { return Err(StoreError::Missing(format!("resource {id}"))) };
        if resource.has_failed(generation) {
            let unknown = || JobError::new(crate::contract::ErrorKind::Internal, "it failed");
            return Ok(Waited::Failed(resource.error.unwrap_or_else(unknown)));
        }
        if resource.settled >= generation {
            return Ok(Waited::Settled);
        }
        if Instant::now() >= until {
            return Ok(Waited::NotYet);
        }
        let next = until.min(Instant::now() + LOOK);
        // The sender lives as long as the office.
        tokio::time::timeout_at(next, results.changed()).await.ok();
    }
}
