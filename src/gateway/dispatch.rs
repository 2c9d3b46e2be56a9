//! The way to the workers and back: sends what is to be sent, takes in results, progress and events, links again when the link is
//! lost.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::integration;
use super::office::Office;
use super::provisioning;
use super::store::integrations::{Attention, IntegrationRow};
use super::store::{StoreError, activity, chunks, integrations, jobs, steps};
use crate::contract::{Action, IntegrationId, JobProgress, JobResult};
use crate::queue::{Delivered, EventKind, GatewayLink, GatewayQueue, IntegrationEvent, News, QueueError};
use crate::retry::Waits;

/// How many jobs go out at once.
const AT_ONCE: i64 = 100;
/// A job without a result that was sent so many milliseconds before the start is sent again: 10 min.
const LONG_AGO_MS: i64 = 600_000;
/// How often is looked for what another gateway has left to be sent.
const LOOK: Duration = Duration::from_secs(2);
/// How often is looked for steps of jobs that are too old.
const SWEEP: Duration = Duration::from_hours(1);

/// Why a link ended.
#[derive(Debug, thiserror::Error)]
enum Ended {
    #[error(transparent)]
    Queue(#[from] QueueError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Sends and takes in until `stop` is cancelled. A broker that is away is waited for, for ever.
pub async fn run(office: Arc<Office>, queue: GatewayQueue, stop: CancellationToken) {
    let tasks = TaskTracker::new();
    let mut waits = Waits::reconnect();
    let mut first = true;
    while !stop.is_cancelled() {
        let Some(linked) = stop.run_until_cancelled(queue.link("idlcm gateway", &tasks)).await else { break };
        match linked {
            Ok(link) => {
                tracing::info!("linked to the queue");
                waits.reset();
                let link = Arc::new(link);
                office.linked(Some(Arc::clone(&link)));
                let ready = office.settings.health.linked();
                let ended = serve(&office, &queue, &link, &stop, first).await;
                first = false;
                drop(ready);
                office.linked(None);
                // Whoever still uses it gives it up with its request.
                if let Some(link) = Arc::into_inner(link) {
                    link.close().await;
                }
                if let Err(error) = ended {
                    tracing::warn!(%error, "the link to the queue ended; linking again");
                }
            }
            Err(error) => tracing::error!(%error, "no link to the queue; trying again and again"),
        }
        if stop.run_until_cancelled(tokio::time::sleep(waits.next_wait())).await.is_none() {
            break;
        }
    }
    tasks.close();
    tasks.wait().await;
}

async fn serve(
    office: &Office,
    queue: &GatewayQueue,
    link: &GatewayLink,
    stop: &CancellationToken,
    first: bool,
) -> Result<(), Ended> {
    let mut db = office.database.read().await?;
    for row in integrations::all(&mut db).await? {
        link.declare(&row.id).await?;
    }
    drop(db);
    if first {
        let now = crate::gateway::store::now();
        // An embedded queue is as young as this process: what it held before is gone with the process before. A broker has
        // what was sent, unless the database is an older one that was restored; twice is one wish.
        let before = if matches!(queue, GatewayQueue::Embedded(_)) { now } else { now - LONG_AGO_MS };
        let mut writing = office.database.write_any().await?;
        jobs::send_again(&mut writing, before).await?;
        writing.commit().await?;
    }
    tokio::select! {
        sent = sending(office, link) => sent,
        taken = taking(office, link) => taken,
        swept = sweeping(office) => swept,
        () = stop.cancelled() => Ok(()),
    }
}

async fn sending(office: &Office, link: &GatewayLink) -> Result<(), Ended> {
    loop {
        let mut db = office.database.read().await?;
        let any = jobs::any_to_send(&mut db).await?;
        drop(db);
        if !any {
            // The other gateway's jobs, and those of an integration that is not paused any more.
            tokio::time::timeout(LOOK, office.to_send.notified()).await.ok();
            continue;
        }
        let mut writing = office.database.write_any().await?;
        let all: Vec<_> = jobs::claim(&mut writing, AT_ONCE).await?.into_iter().map(|row| row.job).collect();
        writing.commit().await?;
        let integrations: BTreeSet<&IntegrationId> = all.iter().map(|job| &job.integration).collect();
        for integration in integrations {
            link.declare(integration).await?;
        }
        // Sent twice after a crash, it is one wish all the same: it has one id.
        link.publish(&all).await?;
        let mut writing = office.database.write_any().await?;
        for job in &all {
            jobs::sent(&mut writing, job.job_id).await?;
        }
        writing.commit().await?;
    }
}

async fn sweeping(office: &Office) -> Result<(), Ended> {
    loop {
        let mut writing = office.database.write_any().await?;
        steps::sweep(&mut writing, crate::gateway::store::now()).await?;
        writing.commit().await?;
        tokio::time::sleep(SWEEP).await;
    }
}

async fn taking(office: &Office, link: &GatewayLink) -> Result<(), Ended> {
    loop {
        let delivered: Delivered = link.next().await?;
        match &delivered.what {
            News::Result(result) => take(office, result).await?,
            News::Progress(progress) => follow(office, progress).await?,
            News::Event(event) => hear(office, event).await?,
            News::Unreadable(why) => tracing::error!(%why, "a message that cannot be read is dropped"),
        }
        office.told();
        office.to_send.notify_one();
        // One that is not acknowledged comes again, and changes nothing then.
        if !delivered.ack().await {
            tracing::debug!("a result was not acknowledged and will come again");
        }
    }
}

/// Takes in a result.
async fn take(office: &Office, result: &JobResult) -> Result<(), StoreError> {
    let mut writing = office.database.write(&result.integration).await?;
    let Some(row) = jobs::by_id(&mut writing, result.job_id).await? else {
        tracing::debug!(job = %result.job_id, "the result of a job that this gateway did not send");
        return Ok(());
    };
    let Some(mut integration) = integrations::by_id(&mut writing, &result.integration).await? else { return Ok(()) };
    // Whoever mended it, it works again.
    if result.outcome.is_done() && integration.attention.take().is_some() {
        integrations::update(&mut writing, &integration).await?;
    }
    match row.job.action {
        Action::Check | Action::Sync => {
            if row.state == jobs::JobState::Done {
                return Ok(());
            }
            if result.items.is_some() {
                chunks::put(&mut writing, result).await?;
            }
            if result.last {
                integration::report(&mut writing, office, integration, &row, result).await?;
            }
        }
        Action::On(..) => match office.apps.of(&integration) {
            Ok(app) => {
                provisioning::apply(&mut writing, &app, &row, result).await?;
                if result.outcome.is_done() {
                    // What is read of one may answer what was asked about it before.
                    provisioning::close_seen(&mut writing, &app).await?;
                }
            }
            Err(error) => {
                tracing::error!(integration = %integration.id, %error, "its recipe is not sound any more");
                jobs::end(&mut writing, result).await?;
            }
        },
    }
    writing.commit().await
}

/// Keeps how far a job has come.
async fn follow(office: &Office, progress: &JobProgress) -> Result<(), StoreError> {
    let mut writing = office.database.write(&progress.integration).await?;
    if !steps::put(&mut writing, progress).await? {
        tracing::debug!(job = %progress.job_id, "a step that is known, or of a job that this gateway did not send");
    }
    writing.commit().await
}

/// Notes that jobs of an integration wait, or run again.
async fn hear(office: &Office, event: &IntegrationEvent) -> Result<(), StoreError> {
    let mut writing = office.database.write(&event.integration).await?;
    let Some(row) = integrations::by_id(&mut writing, &event.integration).await? else { return Ok(()) };
    let attention = match event.event {
        EventKind::Held => {
            Some(Attention { message: event.message.clone(), kind: event.reason, action: event.user_action })
        }
        EventKind::Active => None,
    };
    if row.attention == attention {
        return Ok(());
    }
    let held = attention.is_some();
    let detail = json!({"message": event.message, "kind": event.reason, "user_action": event.user_action});
    integrations::update(&mut writing, &IntegrationRow { attention, ..row }).await?;
    let note = activity::Note {
        actor: "worker",
        event: if held { "integration.held" } else { "integration.active" },
        target: event.integration.as_str(),
        outcome: "done",
        detail,
    };
    activity::note(&mut writing, &event.integration, note).await?;
    writing.commit().await
}
