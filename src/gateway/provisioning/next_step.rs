//! What is to be done next in the app, given what is wished and what was seen. Pure.

use serde_json::Value;
use uuid::Uuid;

use crate::contract::{Action, Attributes, GrantChange, Grants, Job, Options, Origin, ResourceKind, Verb, Watch};
use crate::gateway::mapping::{App, is_empty, same};
use crate::gateway::store::resources::{Resource, State};
use crate::recipe::Field;

/// What is to be done next.
#[derive(Debug, Clone, PartialEq)]
pub enum NextStep {
    /// This job.
    Job(Box<Job>),
    /// Nothing: the app is as wished, as far as it can be now.
    Nothing,
    /// Nothing, and it is to be forgotten.
    Gone,
}

/// The keys of the groups that a user is to be put into and taken out of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memberships {
    /// To be put into.
    pub add: Vec<String>,
    /// To be taken out of.
    pub remove: Vec<String>,
}

/// The next step for a user. Access is taken first and given first: it matters more than a name.
pub fn for_user(app: &App, user: &Resource, groups: &Memberships) -> NextStep {
    let key = user.app_key.as_deref();
    let Some((observed, key)) = user.observed.as_ref().zip(key) else {
        if user.deleting {
            return NextStep::Gone;
        }
        // Someone without access need not be invited first.
        return if user.desired.active { create(app, user) } else { NextStep::Nothing };
    };
    let on = |verb| job(app, user, verb);
    if user.deleting {
        return match (app.can(ResourceKind::Users, Verb::Delete), app.standing.taken_by) {
            (true, _) => sent(with_key(app, on(Verb::Delete), key)),
            (false, Some(verb)) if observed.active => sent(with_key(app, on(verb), key)),
            _ => NextStep::Gone,
        };
    }
    match (user.desired.active, observed.active) {
        (false, true) => {
            return app.standing.taken_by.map_or(NextStep::Nothing, |verb| sent(with_key(app, on(verb), key)));
        }
        (true, false) => {
            if let Some(verb) = app.standing.given_by {
                return sent(with_key(app, on(verb), key));
            }
        }
        (false, false) | (true, true) => {}
    }
    let changes = differences(app, ResourceKind::Users, &user.desired, observed);
    if !changes.is_empty() {
        return sent(update(app, user, ResourceKind::Users, changes, key));
    }
    if groups.add.is_empty() && groups.remove.is_empty() {
        return NextStep::Nothing;
    }
    let mut job = with_key(app, on(Verb::Update), key);
    let change = GrantChange { set: None, add: groups.add.clone(), remove: groups.remove.clone() };
    job.grants = Some(Grants { groups: Some(change), ..Grants::default() });
    sent(job)
}

/// The next step for a group; its members are their own.
pub fn for_group(app: &App, group: &Resource) -> NextStep {
    let Some((observed, key)) = group.observed.as_ref().zip(group.app_key.as_deref()) else {
        return if group.deleting { NextStep::Gone } else { create(app, group) };
    };
    if group.deleting {
        return if app.can(ResourceKind::Groups, Verb::Delete) {
            sent(with_key(app, job(app, group, Verb::Delete), key))
        } else {
            NextStep::Gone
        };
    }
    let changes = differences(app, ResourceKind::Groups, &group.desired, observed);
    if changes.is_empty() { NextStep::Nothing } else { sent(update(app, group, ResourceKind::Groups, changes, key)) }
}

fn sent(job: Job) -> NextStep {
    NextStep::Job(Box::new(job))
}

fn create(app: &App, resource: &Resource) -> NextStep {
    let mut job = job(app, resource, Verb::Create);
    let written = |(name, _): &(&String, &Value)| {
        field(app, resource.kind, name)
            .is_some_and(|field| field.write_create || field.write_update || field.of.is_some())
    };
    let fields = resource.desired.fields.iter().filter(written);
    name_subject(&mut job, fields.map(|(name, value)| (name.clone(), value.clone())).collect());
    sent(job)
}

fn update(app: &App, resource: &Resource, kind: ResourceKind, changes: Attributes, key: &str) -> Job {
    let mut job = job(app, resource, Verb::Update);
    let key_field = app.resource(kind).map(|resource| resource.key.clone()).unwrap_or_default();
    let mut subject = changes;
    // Another key is found by the one before.
    job.match_key = subject.contains_key(&key_field).then(|| key.to_owned());
    subject.entry(key_field).or_insert_with(|| key.into());
    name_subject(&mut job, subject);
    job
}

/// The fields that the app can be brought to have as wished. What is not wished any more is wished to be empty.
fn differences(app: &App, kind: ResourceKind, desired: &State, observed: &State) -> Attributes {
    let Some(resource) = app.resource(kind) else { return Attributes::new() };
    let mut changes = Attributes::new();
    for (name, field) in &resource.fields {
        let written = field.write_update || (field.of.is_some() && field.of != Some(ResourceKind::Groups));
        if !written || app.standing.field() == Some(name) || field.of == Some(ResourceKind::Groups) {
            continue;
        }
        let (wish, seen) = (desired.fields.get(name), observed.fields.get(name));
        if same(wish, seen, field.case_sensitive) {
            continue;
        }
        let empty = || if field.many { Value::Array(Vec::new()) } else { Value::String(String::new()) };
        let wish = wish.filter(|wish| !is_empty(wish)).cloned();
        // An app that demands a value keeps the one it has.
        if wish.is_none() && (field.required || *name == resource.key) {
            continue;
        }
        changes.insert(name.clone(), wish.unwrap_or_else(empty));
    }
    changes
}

fn field<'a>(app: &'a App, kind: ResourceKind, name: &str) -> Option<&'a Field> {
    app.resource(kind)?.fields.get(name)
}

fn with_key(app: &App, mut job: Job, key: &str) -> Job {
    let kind = job.action.resource();
    let name = app.resource(kind).map_or("id", |resource| resource.key.as_str()).to_owned();
    name_subject(&mut job, Attributes::from([(name, key.into())]));
    job
}

fn name_subject(job: &mut Job, subject: Attributes) {
    match job.action.resource() {
        ResourceKind::Users => job.user = Some(subject),
        ResourceKind::Groups => job.group = Some(subject),
        ResourceKind::Roles => job.role = Some(subject),
        ResourceKind::Assets => job.asset = Some(subject),
    }
}

fn job(app: &App, resource: &Resource, verb: Verb) -> Job {
    plain(app, Action::On(resource.kind, verb), "identity provider")
}

/// A job without a subject. How far it comes is told; of a test with pictures, since whoever tests wants to see why it fails.
pub fn plain(app: &App, action: Action, actor: &str) -> Job {
    let watch = if action == Action::Check { Watch::Pictures } else { Watch::Steps };
    Job {
        job_id: Uuid::now_v7(),
        action,
        options: Options { watch, ..Options::default() },
        origin: Some(Origin { source: Some("gateway".to_owned()), actor: Some(actor.to_owned()), ..Origin::default() }),
        ..Job::check(app.entry.integration.id.clone())
    }
}

/// The fields that a job writes, as it writes them.
pub(super) fn written(job: &Job) -> Attributes {
    job.named(job.action.resource()).cloned().unwrap_or_default()
}
