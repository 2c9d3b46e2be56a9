//! Writes: done, done again, and refused.

use serde_json::{Value, json};

use crate::contract::{Action, Attributes, ErrorKind, Job, OnExists, ResourceKind, Verb};
use crate::fixture::Record;

use super::case::{Act, Case, Expect, Kind};
use super::sample::{Sample, again, job, on};

const USERS: ResourceKind = ResourceKind::Users;

pub(super) fn cases(sample: Sample<'_>) -> Vec<Case> {
    let mut cases = Vec::new();
    if sample.offers(USERS, Verb::Create) {
        cases.extend(creates(sample));
    }
    if let (true, Some(user)) = (sample.offers(USERS, Verb::Update), sample.active()) {
        cases.extend(updates(sample, user));
    }
    for (verb, user) in
        [(Verb::Disable, sample.active()), (Verb::Enable, sample.disabled()), (Verb::Delete, sample.active())]
    {
        if let (true, Some(user)) = (sample.offers(USERS, verb), user) {
            cases.extend(switches(sample, verb, user));
        }
    }
    if let Some(user) = sample.active() {
        cases.extend(references(sample, user));
        cases.extend(members(sample));
    }
    cases
}

pub(super) fn case(name: &str, acts: impl IntoIterator<Item = Option<Act>>) -> Option<Case> {
    let acts: Option<Vec<Act>> = acts.into_iter().collect();
    Some(Case::new(Kind::Writes, name, acts?))
}

pub(super) fn act(job: Option<Job>, expect: Expect) -> Option<Act> {
    Some(Act::new(job?, expect))
}

fn creates(sample: Sample<'_>) -> Vec<Case> {
    let Some(wish) = sample.newcomer() else { return Vec::new() };
    let create = |wish: &Attributes| on(Verb::Create, wish);
    let mut cases = vec![case("create", [act(create(&wish), Expect::Done), act(create(&wish), Expect::Unchanged)])];
    let users = &sample.prepared.recipe.resources[&USERS];
    for (name, field) in users.fields.iter().filter(|(_, field)| field.of.is_some() && field.write_create) {
        for value in sample.references(field).into_iter().take(6) {
            let mut wish = wish.clone();
            wish.insert(name.clone(), if field.many { json!([value]) } else { value.clone().into() });
            cases.push(case(&format!("create/{name}/{value}"), [act(create(&wish), Expect::Done)]));
        }
    }
    for (name, field) in users.fields.iter().filter(|(name, field)| field.write_create || **name == users.key) {
        if let Some(value) = sample.prepared.fixture.refused_value(USERS, name).filter(|_| field.of.is_none()) {
            let mut wish = wish.clone();
            wish.insert(name.clone(), value.into());
            cases.push(case(&format!("create/invalid/{name}"), [act(create(&wish), Expect::Refused(vec![]))]));
        }
    }
    if let Some(taken) = sample.active() {
        let mut wish = wish.clone();
        wish.insert(users.key.clone(), sample.key(taken).into());
        let strict = create(&wish).map(|mut job| {
            job.options.on_exists = OnExists::Fail;
            job
        });
        cases.push(case("create/taken", [act(strict, Expect::Refused(vec![ErrorKind::AlreadyExists]))]));
        cases.push(case("create/adopted", [act(create(&wish), Expect::Truthful)]));
    }
    if sample.prepared.fixture.counts_seats() {
        let mut full = case("create/no-seats", [act(create(&wish), Expect::Refused(vec![ErrorKind::NoSeats]))]);
        if let Some(case) = &mut full {
            case.setup.no_seats = true;
        }
        cases.push(full);
    }
    cases.into_iter().flatten().collect()
}

fn updates(sample: Sample<'_>, user: &Record) -> Vec<Case> {
    let users = &sample.prepared.recipe.resources[&USERS];
    let key = sample.key(user);
    let wish = |key: &str, name: &str, value: &Value| {
        let named = [(users.key.clone(), Value::from(key)), (name.to_owned(), value.clone())];
        on(Verb::Update, &Attributes::from(named))
    };
    let mut cases = Vec::new();
    for (name, field) in users.fields.iter().filter(|(name, field)| field.write_update && **name != users.key) {
        let Some(value) = sample.changed(user, name, field) else { continue };
        let job = || wish(&key, name, &value);
        cases.push(case(&format!("update/{name}"), [act(job(), Expect::Done), act(job(), Expect::Unchanged)]));
        if let (Some(nobody), 1) = (sample.nobody(), cases.len()) {
            let missing = Expect::Refused(vec![ErrorKind::NotFound]);
            cases.push(case("update/nobody", [act(wish(&nobody, name, &value), missing)]));
        }
    }
    cases.into_iter().flatten().collect()
}

fn switches(sample: Sample<'_>, verb: Verb, user: &Record) -> Vec<Case> {
    let name = verb.name();
    let key = sample.key(user);
    let job = || sample.on_key(verb, &key);
    let mut cases = vec![case(name, [act(job(), Expect::Done), act(job(), Expect::Unchanged)])];
    let mut protected =
        case(&format!("{name}/protected"), [act(job(), Expect::Refused(vec![ErrorKind::ProtectedUser]))]);
    if let Some(case) = &mut protected {
        case.setup.protected.push(key.clone());
    }
    if verb != Verb::Enable {
        cases.push(protected);
    }
    let nobody = sample.nobody().and_then(|key| sample.on_key(verb, &key));
    let missing = if verb == Verb::Enable { Expect::Refused(vec![ErrorKind::NotFound]) } else { Expect::Unchanged };
    cases.push(case(&format!("{name}/nobody"), [act(nobody, missing)]));
    cases.into_iter().flatten().collect()
}

/// Roles, groups and assets of a user, given and taken one by one.
fn references(sample: Sample<'_>, user: &Record) -> Vec<Case> {
    let users = &sample.prepared.recipe.resources[&USERS];
    let mut cases = Vec::new();
    let grants = sample.offers(USERS, Verb::Grant);
    for (name, field) in users.fields.iter().filter(|(_, field)| field.many) {
        let (Some(kind), Some(Value::Array(other))) = (field.of, sample.changed(user, name, field)) else { continue };
        if !(grants || field.write_update) {
            continue;
        }
        let wish = |verb: Verb, change: &str| {
            let rest = json!({"user": {&users.key: sample.key(user)}, "grants": {kind.plural(): {change: other}}});
            job(Action::On(USERS, verb), &rest)
        };
        let give = || wish(Verb::Grant, "add");
        let take = || wish(Verb::Revoke, "remove");
        cases.push(case(&format!("grant/{name}"), [act(give(), Expect::Done), act(give(), Expect::Unchanged)]));
        if sample.offers(USERS, Verb::Revoke) || field.write_update {
            let acts = [act(give(), Expect::Done), act(take(), Expect::Done), act(take(), Expect::Unchanged)];
            cases.push(case(&format!("revoke/{name}"), acts));
        }
    }
    cases.into_iter().flatten().collect()
}

/// Members of a group, on the group's page.
fn members(sample: Sample<'_>) -> Vec<Case> {
    let Some(add) = member(sample) else { return Vec::new() };
    let add = || Some(again(&add));
    let remove = || add().map(|job| Job { action: Action::On(ResourceKind::Groups, Verb::RemoveMember), ..job });
    let mut cases = vec![case("add-member", [act(add(), Expect::Done), act(add(), Expect::Unchanged)])];
    if sample.offers(ResourceKind::Groups, Verb::RemoveMember) {
        let acts = [act(add(), Expect::Done), act(remove(), Expect::Done), act(remove(), Expect::Unchanged)];
        cases.push(case("remove-member", acts));
    }
    cases.into_iter().flatten().collect()
}

/// Puts a user into a group that they are not in, on the group's page, if the recipe offers that.
pub(super) fn member(sample: Sample<'_>) -> Option<Job> {
    let groups = ResourceKind::Groups;
    if !sample.offers(groups, Verb::AddMember) {
        return None;
    }
    let user = sample.active()?;
    let users = &sample.prepared.recipe.resources[&USERS];
    let (name, field) = users.fields.iter().find(|(_, field)| field.of == Some(groups))?;
    let group = sample.changed(user, name, field)?.get(0)?.as_str()?.to_owned();
    let resource = sample.prepared.recipe.resources.get(&groups)?;
    let rest = json!({"user": {&users.key: sample.key(user)}, "group": {&resource.key: group}});
    job(Action::On(groups, Verb::AddMember), &rest)
}
