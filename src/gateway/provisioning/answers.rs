//! What follows from a person's word about a job whose committing click was sent and whose effect was not read back.

use sqlx::AnyConnection;
use uuid::Uuid;

use super::advance::{advance, advance_members};
use super::next_step::written;
use super::results::{groups_of, succeed};
use super::seen::forgive;
use crate::contract::{Action, Job, ResourceKind, Verb};
use crate::gateway::mapping::App;
use crate::gateway::store::jobs::{self, JobRow};
use crate::gateway::store::memberships::{self, Membership};
use crate::gateway::store::resources::{self, Resource};
use crate::gateway::store::{StoreError, job_list};

/// Takes it that the app is as the job wished. Whether it counts as seen: not where there was a newer wish since, or where
/// the key of what was made is only known to the app; the next sync tells then.
///
/// # Errors
/// When the database fails.
pub async fn count_as_done(db: &mut AnyConnection, app: &App, row: &JobRow) -> Result<bool, StoreError> {
    let Action::On(kind, verb) = row.job.action else { return Ok(false) };
    let Some(mut resource) = last_wish(db, row).await? else { return Ok(false) };
    let key = app.resource(kind).map(|of| of.key.clone()).unwrap_or_default();
    if verb != Verb::Delete && resource.app_key.is_none() && !written(&row.job).contains_key(&key) {
        return Ok(false);
    }
    let groups = groups_of(db, app, &row.job).await?;
    // What it makes gone is gone when nothing more is wished of it.
    resource.deleting = verb == Verb::Delete;
    succeed(db, app, &mut resource, &row.job, None, &groups).await?;
    if let Some(observed) = &resource.observed {
        resource.desired = observed.clone();
    }
    forgive(&mut resource);
    for mut group in groups {
        wish(db, &row.job, &resource, &group, true).await?;
        if memberships::is_settled(db, group.id).await? {
            group.failed = group.failed_after;
        }
        advance(db, app, &mut group).await?;
    }
    advance(db, app, &mut resource).await?;
    if resource.kind == ResourceKind::Groups && !resource.deleted {
        advance_members(db, app, resource.id).await?;
    }
    Ok(true)
}

/// Wishes once more what the job wished; the job that was made for it. `None`: nothing is to be done, since there was a newer
/// wish, or the app was seen to be so already. A worker reads before it clicks: if it was done after all, it is not done
/// twice.
///
/// # Errors
/// When the database fails.
pub async fn wish_again(db: &mut AnyConnection, app: &App, row: &JobRow) -> Result<Option<Uuid>, StoreError> {
    let Action::On(_, verb) = row.job.action else { return Ok(None) };
    let Some(mut resource) = last_wish(db, row).await? else { return Ok(None) };
    resource.generation += 1;
    resource.error = None;
    match verb {
        Verb::Delete => resource.deleting = true,
        Verb::Disable => resource.desired.active = false,
        Verb::Enable => resource.desired.active = true,
        _ => resource.desired.fields.extend(written(&row.job)),
    }
    for mut group in groups_of(db, app, &row.job).await? {
        wish(db, &row.job, &resource, &group, false).await?;
        group.failed = group.failed_after;
        resources::update(db, &group).await?;
    }
    advance(db, app, &mut resource).await?;
    Ok(jobs::running(db, resource.id).await?.map(|running| running.job.job_id))
}

/// What a job is about, as long as its wish is the last one and nothing is under way. What was to be made and was given up
/// comes back, and the identity provider sees it from now on.
async fn last_wish(db: &mut AnyConnection, row: &JobRow) -> Result<Option<Resource>, StoreError> {
    let Some(id) = row.resource else { return Ok(None) };
    let Some(mut resource) = resources::any(db, id).await? else { return Ok(None) };
    // Ids are in order of time. Of members of groups the generation is not the user's.
    if resource.generation != row.generation || job_list::has_newer(db, row, false).await? {
        return Ok(None);
    }
    if resource.deleted {
        let (of, kind) = (&resource.integration, resource.kind);
        if resources::others(db, of, kind, &resource.wish_key, &resource.name, id).await? {
            return Ok(None);
        }
        resource.deleted = false;
        resource.acknowledged = true;
    }
    Ok(Some(resource))
}

/// Notes that the user of a job is to be in a group as the job wishes, and whether that was seen.
async fn wish(
    db: &mut AnyConnection,
    job: &Job,
    user: &Resource,
    group: &Resource,
    seen: bool,
) -> Result<(), StoreError> {
    let change = job.grants.as_ref().and_then(|grants| grants.groups.as_ref());
    let desired = change.is_some_and(|change| change.add.iter().any(|key| Some(key) == group.app_key.as_ref()));
    let known = memberships::of_user(db, user.id).await?.into_iter().find(|known| known.group == group.id);
    let observed = if seen { desired } else { known.is_some_and(|known| known.observed) };
    let membership = Membership { group: group.id, user: user.id, desired, observed };
    memberships::put(db, &user.integration, &membership).await
}
