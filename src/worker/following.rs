//! How far an attempt has come, published for whoever watches its job: in order, beside the attempt and never in its way, and
//! done before its result is published.

use std::time::Duration;

use tokio::sync::mpsc;

use crate::contract::{Job, JobProgress};
use crate::queue::{Incoming, Outbox, ReplyAddress};

/// How many messages may wait for the broker. What comes when there is no room is lost.
const ROOM: usize = 256;
/// How long the end of an attempt waits for messages that are still to be published. A broker that does not confirm is no
/// reason to keep a result back.
const GRACE: Duration = Duration::from_secs(2);

/// What is published of an attempt.
#[derive(Debug)]
pub(super) struct Following {
    told: mpsc::Receiver<JobProgress>,
    outbox: Outbox,
    to: ReplyAddress,
}

impl Following {
    /// Of an attempt at that job, and where it is to be told; nothing where nobody asks for it, or gave no address.
    pub(super) fn of(job: &Job, incoming: &Incoming, outbox: &Outbox) -> Option<(mpsc::Sender<JobProgress>, Self)> {
        let to = ReplyAddress::from(incoming);
        if job.options.watch.is_nothing() || to.reply_to.is_none() {
            return None;
        }
        let (sender, told) = mpsc::channel(ROOM);
        Some((sender, Self { told, outbox: outbox.clone(), to }))
    }

    /// Publishes what is told, until nobody tells anything any more. A failure is only logged; after one that does not pass,
    /// such as a right that is missing, nothing more is tried in this attempt.
    async fn run(mut self) {
        while let Some(progress) = self.told.recv().await {
            let (job_id, number) = (progress.job_id, progress.number);
            if let Err(error) = self.outbox.progress(progress, &self.to).await {
                tracing::debug!(%job_id, number, %error, "progress is not published");
                if !error.is_passing() {
                    return;
                }
            }
        }
    }
}

/// Does the work of an attempt and publishes meanwhile. It ends when the work has ended and what was told is published, or a
/// short while has passed.
pub(super) async fn beside<T>(following: Option<Following>, work: impl Future<Output = T>) -> T {
    let Some(following) = following else { return work.await };
    let mut work = std::pin::pin!(work);
    let mut publishing = Box::pin(following.run());
    tokio::select! {
        biased;
        done = &mut work => {
            // Whoever told it is gone with the work: what is left is in the channel.
            if tokio::time::timeout(GRACE, publishing).await.is_err() {
                tracing::debug!("some progress is not published in time");
            }
            done
        }
        () = &mut publishing => work.await,
    }
}
