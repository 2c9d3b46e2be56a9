//! A result of a worker, applied once.

use serde_json::json;
use sqlx::AnyConnection;

use super::advance::{advance, advance_members, fail, tell};
use super::next_step::written;
use crate::contract::{Action, Attributes, ErrorKind, Job, JobError, JobResult, ResourceKind, Subject, Verb};
use crate::gateway::mapping::{App, plain};
use crate::gateway::store::StoreError;
use crate::gateway::store::jobs::{self, JobRow};
use crate::gateway::store::memberships::{self, Membership};
use crate::gateway::store::resources::{self, Resource, State};

/// Applies the result of a job about a user or a group, and plans what follows. The same result again changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn apply(db: &mut AnyConnection, app: &App, row: &JobRow, result: &JobResult) -> Result<(), StoreError> {
    if !jobs::end(db, result).await? {
        return Ok(());
    }
    let Some(id) = row.resource else { return Ok(()) };
    let Some(mut resource) = resources::any(db, id).await? else { return Ok(()) };
    let done = result.outcome.is_done();
    let verb = match row.job.action {
        Action::On(_, verb) => verb.name(),
        _ => "job",
    };
    let detail = json!({
        "job": result.job_id, "outcome": result.outcome.name(),
        "error": result.error.as_ref().map(|error| json!({"kind": error.kind.name(), "message": error.message})),
    });
    tell(db, &resource, "worker", verb, if done { "done" } else { "failed" }, detail).await?;
    let mut groups = groups_of(db, app, &row.job).await?;
    if done {
        succeed(db, app, &mut resource, &row.job, result.subject.as_ref(), &groups).await?;
    } else {
        partly(db, app, &mut resource, &row.job, result, &groups).await?;
        // By what is open, not by key: a group may have another one by now.
        if row.job.grants.is_some() {
            groups = fail_groups(db, resource.id, result).await?;
        }
        fail(db, &mut resource, row.generation, error_of(result)).await?;
    }
    for mut group in groups {
        advance(db, app, &mut group).await?;
    }
    if !resource.deleted {
        advance(db, app, &mut resource).await?;
        // They wait while the group itself is written.
        if resource.kind == ResourceKind::Groups && !resource.deleted {
            advance_members(db, app, resource.id).await?;
        }
    }
    Ok(())
}

/// Notes that a user could not be put into, or taken out of, the groups for which that is open; all of these groups.
async fn fail_groups(
    db: &mut AnyConnection,
    user: uuid::Uuid,
    result: &JobResult,
) -> Result<Vec<Resource>, StoreError> {
    let mut groups = Vec::new();
    for membership in memberships::of_user(db, user).await? {
        let open = membership.desired != membership.observed;
        let Some(mut group) = resources::any(db, membership.group).await?.filter(|group| open && !group.deleted) else {
            continue;
        };
        group.note_failure(group.generation, error_of(result));
        groups.push(group);
    }
    Ok(groups)
}

fn error_of(result: &JobResult) -> JobError {
    result.error.clone().unwrap_or_else(|| {
        let message = "a committing click was sent and its effect could not be read back";
        JobError::new(ErrorKind::VerifyTimeout, message)
    })
}

/// Takes in what the job has brought about. `subject`: as the app showed it; none where only a person has looked.
pub(super) async fn succeed(
    db: &mut AnyConnection,
    app: &App,
    resource: &mut Resource,
    job: &Job,
    subject: Option<&Subject>,
    groups: &[Resource],
) -> Result<(), StoreError> {
    let Action::On(_, verb) = job.action else { return Ok(()) };
    if verb == Verb::Delete {
        resource.observed = None;
        resource.app_key = None;
        for membership in memberships::of_user(db, resource.id).await? {
            memberships::put(db, &resource.integration, &Membership { observed: false, ..membership }).await?;
        }
        return Ok(());
    }
    let mut observed = resource.observed.clone().unwrap_or(State { active: true, ..State::default() });
    // What the app shows of what was written is what was wished, in the app's own words.
    let seen = subject.map(|subject| &subject.fields);
    for (name, sent) in written(job) {
        let shown = seen.and_then(|seen| seen.get(&name)).unwrap_or(&sent).clone();
        if resource.desired.fields.get(&name) == Some(&sent) {
            resource.desired.fields.insert(name.clone(), shown.clone());
        }
        observed.fields.insert(name, shown);
    }
    observe(app, &mut observed, seen);
    observed.active = match verb {
        Verb::Disable => false,
        Verb::Enable => true,
        _ if resource.kind == ResourceKind::Users => app.standing.is_active(&observed.fields),
        _ => true,
    };
    // What only the app writes is never wished otherwise.
    if resource.observed.is_none() {
        for (name, value) in &observed.fields {
            resource.desired.fields.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    let key_field = app.resource(resource.kind).map(|of| of.key.clone()).unwrap_or_default();
    let key = observed.fields.get(&key_field).map(plain).filter(|key| !key.is_empty());
    resource.app_key = key.or_else(|| subject.map(|subject| subject.key.clone()));
    resource.observed = Some(observed);
    for group in groups {
        seen_in(db, resource, group, job).await?;
    }
    Ok(())
}

/// Takes in what took effect before a later part failed.
async fn partly(
    db: &mut AnyConnection,
    app: &App,
    resource: &mut Resource,
    job: &Job,
    result: &JobResult,
    groups: &[Resource],
) -> Result<(), StoreError> {
    let made = result.applied_parts.iter().any(|part| part.action == job.action);
    if made && matches!(job.action, Action::On(_, Verb::Create)) {
        // It exists; what else was wished of it is not so.
        return succeed(db, app, resource, job, result.subject.as_ref(), groups).await;
    }
    if let (Some(observed), Some(subject)) = (&mut resource.observed, &result.subject) {
        observe(app, observed, Some(&subject.fields));
        if resource.kind == ResourceKind::Users {
            observed.active = app.standing.is_active(&observed.fields);
        }
    }
    for group in groups {
        let given = result.applied_parts.iter().any(|part| part.item == group.app_key && part.item.is_some());
        if given {
            seen_in(db, resource, group, job).await?;
        }
    }
    Ok(())
}

/// Takes in fields as they were read; who is in which group is kept apart.
fn observe(app: &App, observed: &mut State, seen: Option<&Attributes>) {
    let apart = app.references(ResourceKind::Groups);
    let fields = seen.into_iter().flatten().filter(|(name, _)| apart != Some(name));
    observed.fields.extend(fields.map(|(name, value)| (name.clone(), value.clone())));
}

/// Notes that the user is in the group now, or not any more.
async fn seen_in(db: &mut AnyConnection, user: &Resource, group: &Resource, job: &Job) -> Result<(), StoreError> {
    let change = job.grants.as_ref().and_then(|grants| grants.groups.as_ref());
    let added = change.is_some_and(|change| change.add.iter().any(|key| Some(key) == group.app_key.as_ref()));
    let known = memberships::of_user(db, user.id).await?.into_iter().find(|known| known.group == group.id);
    let desired = known.map_or(added, |known| known.desired);
    let membership = Membership { group: group.id, user: user.id, desired, observed: added };
    memberships::put(db, &user.integration, &membership).await
}

/// The groups that a job puts its user into or takes it out of.
pub(super) async fn groups_of(db: &mut AnyConnection, app: &App, job: &Job) -> Result<Vec<Resource>, StoreError> {
    let Some(change) = job.grants.as_ref().and_then(|grants| grants.groups.as_ref()) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for key in change.add.iter().chain(&change.remove) {
        let id = &app.entry.integration.id;
        found.extend(resources::by_app_key(db, id, ResourceKind::Groups, key).await?);
    }
    Ok(found)
}
