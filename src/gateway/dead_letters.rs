//! Dead letters for the management API: those of the broker, or those that an embedded queue has left in the database.

use std::sync::Arc;

use super::office::Office;
use super::store::{StoreError, dead_letters};
use crate::queue::{DeadLetters, GatewayLink, Kept, NotReplayed, QueueError, StoredLetter};

/// Dead letters cannot be looked at, sent again or taken away.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refused {
    /// There is none with that id.
    #[error("there is no dead letter {0}; it may have been sent again or taken away, or be looked at by somebody else")]
    Unknown(String),
    /// It writes, and nobody has said that it is to be sent all the same.
    #[error(
        "job {0} writes, and what it wishes may be out of date by now: look at it, and send it again with `\"force\": true`"
    )]
    Writes(String),
    /// It cannot be sent again. It stays.
    #[error(transparent)]
    NotReplayed(NotReplayed),
    /// The broker does not let the gateway's user read them.
    #[error(
        "the gateway's user on the broker may not read dead letters: its permission to read has to take in idlcm.dead, as the table in the README says ({0})"
    )]
    NotPermitted(QueueError),
    /// The queue cannot be asked.
    #[error(transparent)]
    Queue(QueueError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<QueueError> for Refused {
    fn from(error: QueueError) -> Self {
        if matches!(error, QueueError::Forbidden { .. }) { Self::NotPermitted(error) } else { Self::Queue(error) }
    }
}

impl From<NotReplayed> for Refused {
    fn from(error: NotReplayed) -> Self {
        match error {
            NotReplayed::Queue(error) => error.into(),
            other => Self::NotReplayed(other),
        }
    }
}

/// What is done with one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// It is sent again; `force`: although it writes.
    Replay {
        /// Also what writes.
        force: bool,
    },
    /// It is taken away for good.
    Purge,
}

/// So many of them, the oldest first, and whether there are more.
///
/// # Errors
/// When there is no link to the queue, when the gateway's user may not read them, or when the database fails.
pub(super) async fn list(office: &Office, most: usize) -> Result<(Vec<StoredLetter>, bool), Refused> {
    let link = office.link()?;
    // What one look holds, another would not see.
    let _turn = office.looking.lock().await;
    let mut all = Vec::new();
    if let Some(mut look) = link.dead_letters().await? {
        let ended = Box::pin(gather(&mut look, most, &mut all)).await;
        Box::pin(look.close()).await;
        ended?;
    } else {
        let mut db = office.database.read().await?;
        all = dead_letters::all(&mut db, i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1)).await?;
    }
    let more = all.len() > most;
    all.truncate(most);
    Ok((all, more))
}

async fn gather(look: &mut DeadLetters, most: usize, all: &mut Vec<StoredLetter>) -> Result<(), QueueError> {
    while all.len() <= most
        && let Some(kept) = look.next().await?
    {
        all.push(kept.letter);
    }
    Ok(())
}

/// Sends one again or takes it away; what it was.
///
/// # Errors
/// When there is none with that id, when it writes and is not forced, when it cannot be sent again; also as [`list`].
pub(super) async fn settle(office: &Office, id: &str, deed: Deed) -> Result<StoredLetter, Refused> {
    let link = office.link()?;
    let _turn = office.looking.lock().await;
    match link.dead_letters().await? {
        Some(mut look) => {
            let ended = Box::pin(of_broker(&mut look, id, deed)).await;
            Box::pin(look.close()).await;
            ended
        }
        None => Box::pin(of_database(office, &link, id, deed)).await,
    }
}

async fn of_broker(look: &mut DeadLetters, id: &str, deed: Deed) -> Result<StoredLetter, Refused> {
    let kept: Kept = loop {
        match look.next().await? {
            Some(kept) if kept.letter.id() == id => break kept,
            Some(_) => {}
            None => return Err(Refused::Unknown(id.to_owned())),
        }
    };
    let letter = kept.letter.clone();
    may(&letter, deed)?;
    match deed {
        Deed::Replay { .. } => look.replay(kept).await?,
        Deed::Purge => look.purge(kept).await?,
    }
    Ok(letter)
}

async fn of_database(office: &Office, link: &Arc<GatewayLink>, id: &str, deed: Deed) -> Result<StoredLetter, Refused> {
    let mut writing = office.database.write_any().await?;
    let letter = dead_letters::by_id(&mut writing, id).await?.ok_or_else(|| Refused::Unknown(id.to_owned()))?;
    may(&letter, deed)?;
    dead_letters::remove(&mut writing, id).await?;
    if matches!(deed, Deed::Replay { .. }) {
        link.replay(&letter)?;
    }
    writing.commit().await?;
    Ok(letter)
}

/// Whether that may be done with it. What is no job is refused by whoever knows why.
fn may(letter: &StoredLetter, deed: Deed) -> Result<(), Refused> {
    match crate::queue::letter_job(letter) {
        Some(job) if deed == (Deed::Replay { force: false }) && !job.action.is_read() => {
            Err(Refused::Writes(job.job_id.to_string()))
        }
        _ => Ok(()),
    }
}
