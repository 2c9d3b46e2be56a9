//! Brings a resource one step nearer to its wish: plans the next job, or notes that there is nothing left to do.

use sqlx::AnyConnection;
use uuid::Uuid;

use super::next_step::{Memberships, NextStep, for_group, for_user};
use crate::contract::ResourceKind;
use crate::gateway::mapping::App;
use crate::gateway::store::jobs::{self, JobState};
use crate::gateway::store::memberships::{self, Membership};
use crate::gateway::store::resources::{self, Resource};
use crate::gateway::store::{StoreError, activity};

/// Plans what is next for a resource and writes it back. A job that was not sent yet makes room for a newer wish; one that
/// runs is waited for.
///
/// # Errors
/// When the database fails.
pub async fn advance(db: &mut AnyConnection, app: &App, resource: &mut Resource) -> Result<(), StoreError> {
    if let Some(running) = jobs::running(db, resource.id).await? {
        let unsent = running.state == JobState::Waiting && jobs::take_back(db, running.job.job_id).await?;
        if !unsent {
            return resources::update(db, resource).await;
        }
    }
    let step = match resource.kind {
        ResourceKind::Users => for_user(app, resource, &open(db, resource).await?),
        _ => for_group(app, resource),
    };
    match step {
        NextStep::Job(job) => {
            jobs::insert(db, &job, Some(resource.id), resource.generation).await?;
            resources::update(db, resource).await
        }
        NextStep::Gone => {
            resource.deleted = true;
            resource.settled = resource.generation;
            resource.error = None;
            resources::update(db, resource).await?;
            memberships::forget(db, resource.id).await
        }
        NextStep::Nothing => {
            // A group is as wished when its members are.
            let settled = resource.kind != ResourceKind::Groups || memberships::is_settled(db, resource.id).await?;
            if settled && !resource.has_failed(resource.generation) {
                resource.settled = resource.generation;
                resource.error = None;
            }
            resources::update(db, resource).await
        }
    }
}

/// Plans what is next for everyone whose membership of a group is not as wished.
///
/// # Errors
/// When the database fails.
pub async fn advance_members(db: &mut AnyConnection, app: &App, group: Uuid) -> Result<(), StoreError> {
    for membership in memberships::of_group(db, group).await? {
        if membership.desired != membership.observed
            && let Some(mut user) = resources::any(db, membership.user).await?.filter(|user| !user.deleted)
        {
            advance(db, app, &mut user).await?;
        }
    }
    Ok(())
}

/// Notes that wishes up to that one have failed. Where no newer one waits, what is wished is what is there from now on:
/// nothing is tried again unasked.
///
/// # Errors
/// When the database fails.
pub async fn fail(
    db: &mut AnyConnection,
    resource: &mut Resource,
    generation: i64,
    error: crate::contract::JobError,
) -> Result<(), StoreError> {
    resource.note_failure(generation, error);
    if resource.generation > generation {
        return resources::update(db, resource).await;
    }
    resource.deleting = false;
    if let Some(observed) = &resource.observed {
        resource.desired = observed.clone();
        for membership in memberships::of_user(db, resource.id).await? {
            let as_seen = Membership { desired: membership.observed, ..membership };
            memberships::put(db, &resource.integration, &as_seen).await?;
        }
    } else {
        // It was never made: its name is free again.
        resource.deleted = true;
        memberships::forget(db, resource.id).await?;
    }
    resources::update(db, resource).await
}

/// The memberships of a user that are not as wished, by the keys of groups that exist in the app.
async fn open(db: &mut AnyConnection, user: &Resource) -> Result<Memberships, StoreError> {
    let mut open = Memberships::default();
    for membership in memberships::of_user(db, user.id).await? {
        if membership.desired == membership.observed {
            continue;
        }
        // Its key may be about to change.
        if jobs::running(db, membership.group).await?.is_some() {
            continue;
        }
        let group = resources::any(db, membership.group).await?;
        let Some(key) = group.filter(|group| !group.deleted && !group.deleting).and_then(|group| group.app_key) else {
            continue;
        };
        if membership.desired { open.add.push(key) } else { open.remove.push(key) }
    }
    Ok(open)
}

/// Adds an entry about a resource to the activity log.
///
/// # Errors
/// When the database fails.
pub async fn tell(
    db: &mut AnyConnection,
    resource: &Resource,
    actor: &str,
    verb: &str,
    outcome: &str,
    detail: serde_json::Value,
) -> Result<(), StoreError> {
    let event = format!("{}.{verb}", resource.kind.singular());
    let note = activity::Note { actor, event: &event, target: &resource.name, outcome, detail };
    activity::note(db, &resource.integration, note).await
}
