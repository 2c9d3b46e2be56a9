//! The steps of an integration's life, each an entry of the activity log.

use jiff::Timestamp;
use rand::Rng as _;
use rand::distr::Alphanumeric;
use serde_json::{Value, json};
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::contract::{Action, IntegrationId, JobResult, Outcome};
use crate::gateway::apps::NotSound;
use crate::gateway::office::Office;
use crate::gateway::provisioning::{Synced, close_seen, plain, take_in, wanted};
use crate::gateway::store::activity::{self, Note};
use crate::gateway::store::integrations::{self, IntegrationRow, Profile, Review, Stage};
use crate::gateway::store::jobs::{self, JobRow};
use crate::gateway::store::{StoreError, chunks, steps};
use crate::queue::QueueError;

/// A step cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The document is no sound integration.
    #[error(transparent)]
    NotSound(#[from] NotSound),
    /// There is no such integration.
    #[error("there is no integration {0}")]
    Unknown(String),
    /// The integration is not that far, or too far.
    #[error("{0}")]
    NotNow(String),
    /// Somebody else changed it since it was read.
    #[error("somebody else has changed {0} meanwhile; look at what it is now, and save again what you still want")]
    Changed(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The workers cannot be told.
    #[error(transparent)]
    Queue(#[from] QueueError),
}

/// Characters of the part of the SCIM base URL that tells an integration: no `_`, which Okta does not take.
const PUBLIC_ID: usize = 16;

/// Creates an integration from its document.
///
/// # Errors
/// When the document is not sound, the id is taken, or the database fails.
pub async fn create(
    office: &Office,
    document: Value,
    profile: Profile,
    actor: &str,
) -> Result<IntegrationRow, Refused> {
    let app = office.apps.read(&document)?;
    let id = app.entry.integration.id.clone();
    let public_id = rand::rng().sample_iter(Alphanumeric).take(PUBLIC_ID).map(char::from).collect();
    let row = IntegrationRow {
        id: id.clone(),
        public_id,
        profile,
        stage: Stage::Draft,
        paused: false,
        attention: None,
        document,
        tested: None,
        synced: None,
        review: None,
        created: Timestamp::now(),
    };
    let mut writing = office.database.write_any().await?;
    match integrations::insert(&mut writing, &row).await {
        Err(error) if error.is_double() => {
            return Err(Refused::NotNow(format!("there is an integration {id} already; choose another id")));
        }
        other => other?,
    }
    let detail = json!({"app": app.entry.recipe.app.id, "idp": profile.name()});
    note(&mut writing, &id, actor, "integration.create", "done", detail).await?;
    writing.commit().await?;
    office.documents.notify_one();
    Ok(row)
}

/// Replaces the document of an integration; it is tested again. `seen`: the version that whoever changes it has read
/// ([`IntegrationRow::version`]); none: whatever it is.
///
/// # Errors
/// As [`create`]; also when it names another id or another app, or was changed since that version.
pub async fn update(
    office: &Office,
    id: &IntegrationId,
    document: Value,
    profile: Option<Profile>,
    seen: Option<&str>,
    actor: &str,
) -> Result<IntegrationRow, Refused> {
    let app = office.apps.read(&document)?;
    if app.entry.integration.id != *id {
        let named = &app.entry.integration.id;
        return Err(Refused::NotNow(format!("the document is about {named}, not about {id}; an id stays")));
    }
    let mut writing = office.database.write(id).await?;
    let mut row = known(&mut writing, id).await?;
    if seen.is_some_and(|seen| seen != row.version()) {
        return Err(Refused::Changed(id.to_string()));
    }
    if row.document.get("app") != document.get("app") {
        return Err(Refused::NotNow(format!("{id} is about another app; create a new integration for this one")));
    }
    row.document = document;
    row.profile = profile.unwrap_or(row.profile);
    integrations::update(&mut writing, &row).await?;
    note(&mut writing, id, actor, "integration.update", "done", json!({})).await?;
    writing.commit().await?;
    office.documents.notify_one();
    if row.stage != Stage::Archived {
        start(office, id, Action::Check, actor).await?;
    }
    Ok(row)
}

/// Starts a test (`check`) or a sync; the job, or the one that is under way already.
///
/// # Errors
/// When the integration is not that far, or the database fails.
pub async fn start(office: &Office, id: &IntegrationId, action: Action, actor: &str) -> Result<Uuid, Refused> {
    let mut writing = office.database.write(id).await?;
    let row = known(&mut writing, id).await?;
    if row.stage == Stage::Archived {
        return Err(Refused::NotNow(format!("{id} is archived")));
    }
    if action == Action::Sync && row.stage == Stage::Draft {
        return Err(Refused::NotNow(format!("{id} is a draft; test it first")));
    }
    if let Some(running) = jobs::under_way(&mut writing, id, &action.to_string()).await? {
        return Ok(running.job.job_id);
    }
    let app = office.apps.of(&row)?;
    let mut job = plain(&app, action, actor);
    if action == Action::Sync {
        job.options.fields = wanted(&app);
    }
    jobs::insert(&mut writing, &job, None, 0).await?;
    let event = if action == Action::Sync { "sync" } else { "integration.test" };
    note(&mut writing, id, actor, event, "asked", json!({"job": job.job_id})).await?;
    writing.commit().await?;
    office.to_send.notify_one();
    Ok(job.job_id)
}

/// Takes in the last result of a test or a sync.
///
/// # Errors
/// When the database fails.
pub async fn report(
    db: &mut AnyConnection,
    office: &Office,
    mut row: IntegrationRow,
    job: &JobRow,
    result: &JobResult,
) -> Result<(), StoreError> {
    let id = row.id.clone();
    jobs::end(db, result).await?;
    let done = matches!(result.outcome, Outcome::Succeeded | Outcome::Unchanged);
    let why = || {
        let message = result.error.as_ref().map(|error| error.message.clone());
        message.unwrap_or_else(|| format!("it ended as {}", result.outcome.name()))
    };
    if job.job.action == Action::Check {
        row.tested = (!done).then(why);
        if done {
            row.stage = row.stage.max(Stage::Ready);
            steps::forget_pictures(db, &id, result.job_id).await?;
        } else if row.stage == Stage::Ready {
            row.stage = Stage::Draft;
        }
        integrations::update(db, &row).await?;
        let outcome = if done { "done" } else { "failed" };
        let detail = json!({"job": result.job_id, "message": row.tested});
        return note(db, &id, "worker", "integration.test", outcome, detail).await;
    }
    if !done {
        chunks::forget(db, result.job_id).await?;
        let detail = json!({"job": result.job_id, "message": why()});
        return note(db, &id, "worker", "sync", "failed", detail).await;
    }
    apply(db, office, row, result.job_id, false, "worker").await.map(drop)
}

async fn apply(
    db: &mut AnyConnection,
    office: &Office,
    mut row: IntegrationRow,
    job: Uuid,
    approved: bool,
    actor: &str,
) -> Result<Synced, StoreError> {
    let id = row.id.clone();
    if let Some(older) = row.review.take().filter(|review| review.job != job) {
        chunks::forget(db, older.job).await?;
    }
    let held = |reason: &str| Synced::Held { reason: reason.to_owned(), may_apply: false };
    let lists = chunks::whole(db, job).await?;
    let app = office.apps.of(&row);
    let synced = match (&lists, &app) {
        (Some(lists), Ok(app)) => take_in(db, app, lists, approved).await?,
        (None, _) => held("a part of what was read is missing; sync again"),
        (_, Err(error)) => held(&error.to_string()),
    };
    match &synced {
        Synced::Applied(changes) => {
            row.synced = Some(Timestamp::now());
            row.review = None;
            chunks::forget(db, job).await?;
            integrations::update(db, &row).await?;
            let mut detail = changes.to_json();
            detail["job"] = json!(job);
            note(db, &id, actor, "sync", "done", detail).await?;
            if let Ok(app) = &app {
                close_seen(db, app).await?;
            }
        }
        Synced::Held { reason, .. } => {
            row.review = Some(Review { job, reason: reason.clone() });
            integrations::update(db, &row).await?;
            note(db, &id, actor, "sync", "held", json!({"job": job, "message": reason})).await?;
        }
    }
    Ok(synced)
}

/// Takes a sync in that was held back, or drops it.
///
/// # Errors
/// When none is held back, or the database fails.
pub async fn decide(office: &Office, id: &IntegrationId, take: bool, actor: &str) -> Result<Option<Synced>, Refused> {
    let mut writing = office.database.write(id).await?;
    let mut row = known(&mut writing, id).await?;
    let Some(review) = row.review.take() else {
        return Err(Refused::NotNow(format!("no sync of {id} waits for a word")));
    };
    let synced = if take {
        Some(apply(&mut writing, office, row, review.job, true, actor).await?)
    } else {
        chunks::forget(&mut writing, review.job).await?;
        integrations::update(&mut writing, &row).await?;
        note(&mut writing, id, actor, "sync", "refused", json!({"job": review.job})).await?;
        None
    };
    writing.commit().await?;
    office.told();
    Ok(synced)
}

/// Holds jobs of an integration back, or lets them go; the latter also ends what the workers wait for.
///
/// # Errors
/// When there is none, it is archived, the workers cannot be told, or the database fails.
pub async fn pause(office: &Office, id: &IntegrationId, pause: bool, actor: &str) -> Result<(), Refused> {
    let mut writing = office.database.write(id).await?;
    let mut row = known(&mut writing, id).await?;
    if row.stage == Stage::Archived {
        return Err(Refused::NotNow(format!("{id} is archived")));
    }
    row.paused = pause;
    if !pause && row.attention.take().is_some() {
        office.resume(id).await?;
    }
    integrations::update(&mut writing, &row).await?;
    let event = if pause { "integration.pause" } else { "integration.resume" };
    note(&mut writing, id, actor, event, "done", json!({})).await?;
    writing.commit().await?;
    office.to_send.notify_one();
    Ok(())
}

/// Ends an integration: its tokens open nothing any more, no job goes out, and workers forget it. What it did is kept.
///
/// # Errors
/// When there is none, or the database fails.
pub async fn archive(office: &Office, id: &IntegrationId, actor: &str) -> Result<(), Refused> {
    let mut writing = office.database.write(id).await?;
    let mut row = known(&mut writing, id).await?;
    row.stage = Stage::Archived;
    row.paused = true;
    integrations::update(&mut writing, &row).await?;
    note(&mut writing, id, actor, "integration.archive", "done", json!({})).await?;
    writing.commit().await?;
    office.documents.notify_one();
    Ok(())
}

async fn known(db: &mut AnyConnection, id: &IntegrationId) -> Result<IntegrationRow, Refused> {
    integrations::by_id(db, id).await?.ok_or_else(|| Refused::Unknown(id.to_string()))
}

async fn note(
    db: &mut AnyConnection,
    id: &IntegrationId,
    actor: &str,
    event: &str,
    outcome: &str,
    detail: Value,
) -> Result<(), StoreError> {
    activity::note(db, id, Note { actor, event, target: id.as_str(), outcome, detail }).await
}
