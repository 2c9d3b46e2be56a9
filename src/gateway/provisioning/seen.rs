//! Questions that answer themselves: a later read of the app has shown what nobody knew.

use serde_json::json;
use sqlx::AnyConnection;

use super::next_step::written;
use crate::contract::{Action, Job, Verb};
use crate::gateway::mapping::{App, same};
use crate::gateway::store::activity::{self, Note};
use crate::gateway::store::jobs::JobRow;
use crate::gateway::store::resources::{self, Resource, State};
use crate::gateway::store::{StoreError, job_list, memberships};

/// The answer of a question that a read has answered.
pub const SEEN: &str = "seen";

/// Closes the questions of an integration whose wish was seen to hold since, or that a newer wish has overtaken.
///
/// # Errors
/// When the database fails.
pub async fn close_seen(db: &mut AnyConnection, app: &App) -> Result<(), StoreError> {
    for row in job_list::asking(db, &app.entry.integration.id).await? {
        let Some(id) = row.resource else { continue };
        let Some(mut resource) = resources::any(db, id).await? else { continue };
        let overtaken = job_list::has_newer(db, &row, true).await?;
        if !overtaken && !holds(db, app, &row, &resource).await? {
            continue;
        }
        if job_list::answer(db, row.job.job_id, SEEN, "worker").await? {
            if !resource.deleted && resource.generation == row.generation && resource.has_failed(row.generation) {
                forgive(&mut resource);
                resources::update(db, &resource).await?;
            }
            let detail = json!({"job": row.job.job_id, "overtaken": overtaken});
            let note = Note { actor: "worker", event: "job.answer", target: &resource.name, outcome: SEEN, detail };
            activity::note(db, &resource.integration, note).await?;
        }
    }
    Ok(())
}

/// What has failed has not: the app is as wished.
pub(super) fn forgive(resource: &mut Resource) {
    resource.failed = resource.failed_after;
    resource.settled = resource.generation;
    resource.error = None;
}

/// Whether what a job wished was seen in the app.
async fn holds(db: &mut AnyConnection, app: &App, row: &JobRow, resource: &Resource) -> Result<bool, StoreError> {
    let Action::On(kind, verb) = row.job.action else { return Ok(false) };
    let id = &app.entry.integration.id;
    let now = if resource.deleted {
        // One that was found in the app later has a row of its own.
        resources::by_key_or_name(db, id, kind, &resource.wish_key, &resource.name).await?
    } else {
        Some(resource.clone())
    };
    let observed = now.as_ref().and_then(|now| now.observed.as_ref());
    Ok(match (verb, observed) {
        (Verb::Delete, observed) => observed.is_none(),
        (_, None) => false,
        (Verb::Create, Some(_)) => true,
        (Verb::Disable, Some(observed)) => !observed.active,
        (Verb::Enable, Some(observed)) => observed.active,
        (_, Some(observed)) => {
            fields_hold(app, &row.job, observed) && groups_hold(db, app, &row.job, now.as_ref()).await?
        }
    })
}

fn fields_hold(app: &App, job: &Job, observed: &State) -> bool {
    let fields = app.resource(job.action.resource()).map(|resource| &resource.fields);
    written(job).iter().all(|(name, wish)| {
        let told = fields.and_then(|fields| fields.get(name)).is_none_or(|field| field.case_sensitive);
        same(Some(wish), observed.fields.get(name), told)
    })
}

async fn groups_hold(
    db: &mut AnyConnection,
    app: &App,
    job: &Job,
    user: Option<&Resource>,
) -> Result<bool, StoreError> {
    let change = job.grants.as_ref().and_then(|grants| grants.groups.as_ref());
    let (Some(change), Some(user)) = (change, user) else { return Ok(true) };
    let known = memberships::of_user(db, user.id).await?;
    let wished = change.add.iter().map(|key| (key, true)).chain(change.remove.iter().map(|key| (key, false)));
    for (key, wish) in wished {
        let group = resources::by_app_key(db, &app.entry.integration.id, crate::contract::ResourceKind::Groups, key);
        let group = group.await?.map(|group| group.id);
        let seen = known.iter().any(|one| Some(one.group) == group && one.observed);
        if seen != wish {
            return Ok(false);
        }
    }
    Ok(true)
}
