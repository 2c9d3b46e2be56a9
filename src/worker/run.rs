//! A worker's life: link to the queue, a lane for each integration, link again when it is lost, drain at the end.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::complaints::Complaints;
use super::finished::FinishedJobs;
use super::lane::Lane;
use super::shared::{Counts, Shared};
use super::turns::Turns;
use super::unrecorded::Unrecorded;
use super::{Handler, Settings, observing, unrouted};
use crate::contract::IntegrationId;
use crate::queue::{Link, Queue};
use crate::retry::Waits;

/// How long a link lasts that was a sound one.
const STEADY: Duration = Duration::from_secs(30);

/// The longest wait for the tasks of a lost link.
const TIDY: Duration = Duration::from_secs(5);

/// A worker that has not started yet.
#[derive(Debug)]
pub struct Worker {
    /// Where jobs come from.
    pub queue: Queue,
    /// For which integrations; it may change while the worker runs. None is fine: it waits.
    pub integrations: watch::Receiver<BTreeSet<IntegrationId>>,
    /// Who does the jobs.
    pub handler: Handler,
    /// How the worker behaves.
    pub settings: Settings,
}

/// What a worker has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Jobs that were settled.
    pub settled: u64,
    /// Jobs that were begun and went back to the queue when the worker stopped. If there are any, the program ends with
    /// exit code 5.
    pub left: u64,
}

impl Worker {
    /// Works until `drain` is cancelled. Then no further job begins, and running ones get the settings' time to end;
    /// after it, or when `stop` is cancelled, they stop before their next committing click and go back to the queue.
    ///
    /// A broker that is away is waited for, for ever.
    pub async fn run(self, drain: CancellationToken, stop: CancellationToken) -> Summary {
        let tasks = TaskTracker::new();
        let counts = Arc::new(Counts::default());
        let finished = Arc::new(FinishedJobs::default());
        let complaints = Arc::new(Complaints::default());
        let unrecorded = Arc::new(Unrecorded::default());
        let stop = stop.child_token();
        let draining = async {
            drain.cancelled().await;
            tokio::time::sleep(self.settings.drain).await;
            stop.cancel();
        };
        let working = async {
            let mut waits = Waits::reconnect();
            loop {
                let linked = drain.run_until_cancelled(self.queue.link(&self.settings.worker_id, &tasks)).await;
                let link = match linked {
                    None => return,
                    Some(Ok(link)) => link,
                    Some(Err(error)) => {
                        let wait = waits.next_wait();
                        if complaints.due("", "no link") {
                            tracing::error!(%error, "no link to the queue; trying again and again");
                        }
                        if drain.run_until_cancelled(tokio::time::sleep(wait)).await.is_none() {
                            return;
                        }
                        continue;
                    }
                };
                if complaints.due("", "linked") {
                    tracing::info!(worker = %self.settings.worker_id, "linked to the queue");
                }
                let began = Instant::now();
                let shared = Arc::new(Shared {
                    link,
                    settings: self.settings.clone(),
                    handler: self.handler.clone(),
                    turns: Arc::new(Turns::new(self.settings.sessions)),
                    finished: finished.clone(),
                    counts: counts.clone(),
                    complaints: complaints.clone(),
                    unrecorded: unrecorded.clone(),
                    drain: drain.clone(),
                    stop: stop.clone(),
                });
                let linked = self.settings.health.linked();
                self.serve(&shared, &drain).await;
                drop(linked);
                if let Ok(shared) = Arc::try_unwrap(shared) {
                    shared.link.close().await;
                }
                // A link that is lost at once, again and again, is no link: something may not be done any more.
                if began.elapsed() > STEADY {
                    waits.reset();
                }
                let wait = tokio::time::sleep(waits.next_wait());
                if drain.run_until_cancelled(wait).await.is_none() {
                    return;
                }
            }
        };
        // The deadline never ends the work, only what the work listens to.
        tokio::select! {
            () = working => {}
            () = async { draining.await; std::future::pending::<()>().await } => {}
        }
        tasks.close();
        if tokio::time::timeout(TIDY, tasks.wait()).await.is_err() {
            tracing::warn!("some tasks of the queue did not end in time");
        }
        Summary { settled: counts.settled.load(Ordering::Relaxed), left: counts.left.load(Ordering::Relaxed) }
    }

    /// Runs the lanes until the link is lost or the worker drains; returns when all of them have ended.
    async fn serve(&self, shared: &Arc<Shared>, drain: &CancellationToken) {
        let end = drain.child_token();
        let mut integrations = self.integrations.clone();
        let mut lanes = JoinSet::new();
        let mut ends: HashMap<IntegrationId, CancellationToken> = HashMap::new();
        lanes.spawn(lane_of_unrouted(shared.clone(), end.clone()));
        let link: &Link = &shared.link;
        let _observed = observing::start(link.state(), integrations.clone());
        loop {
            let wished = integrations.borrow_and_update().clone();
            for (integration, end) in &ends {
                if !wished.contains(integration) {
                    end.cancel();
                }
            }
            // One that was removed and came back while its job still runs gets a lane once the lane before has ended.
            for integration in wished {
                ends.entry(integration.clone()).or_insert_with(|| {
                    let end = end.child_token();
                    lanes.spawn(lane_of(Lane::new(shared.clone(), integration, end.clone())));
                    end
                });
            }
            tokio::select! {
                () = end.cancelled() => break,
                () = link.lost() => {
                    if shared.complaints.due("", "link lost") {
                        tracing::warn!("the link to the queue is lost; nothing is acknowledged any more");
                    }
                    break;
                }
                changed = changed(&mut integrations) => changed,
                Some(ended) = lanes.join_next(), if !lanes.is_empty() => match ended {
                    Ok(Some(integration)) => { ends.remove(&integration); }
                    Ok(None) => {}
                    Err(error) => {
                        // A bug outside of any job; a link anew starts all lanes again.
                        tracing::error!(%error, "a lane ended unexpectedly; linking anew");
                        break;
                    }
                },
            }
        }
        end.cancel();
        while let Some(ended) = lanes.join_next().await {
            if let Err(error) = ended {
                tracing::error!(%error, "a lane ended unexpectedly");
            }
        }
    }
}

async fn lane_of(lane: Lane) -> Option<IntegrationId> {
    let integration = lane.integration().clone();
    Box::pin(lane.run()).await;
    Some(integration)
}

async fn lane_of_unrouted(shared: Arc<Shared>, end: CancellationToken) -> Option<IntegrationId> {
    unrouted::run(shared, end).await;
    None
}

/// Whoever set the integrations may be gone; they stay as they are then.
async fn changed(integrations: &mut watch::Receiver<BTreeSet<IntegrationId>>) {
    if integrations.changed().await.is_err() {
        std::future::pending::<()>().await;
    }
}
