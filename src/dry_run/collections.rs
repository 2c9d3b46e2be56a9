//! Keys that change, and roles, groups and assets that are made, renamed and deleted.

use serde_json::json;

use crate::contract::{Action, Attributes, ErrorKind, Job, OnExists, ResourceKind, Verb};
use crate::fixture::Record;

use super::case::{Case, Expect};
use super::sample::{Sample, job};
use super::writes::{act, case};

pub(super) fn cases(sample: Sample<'_>) -> Vec<Case> {
    let mut cases = Vec::new();
    if let Some(user) = sample.active() {
        cases.extend(renames(sample, ResourceKind::Users, user));
    }
    for kind in [ResourceKind::Roles, ResourceKind::Groups, ResourceKind::Assets] {
        let Some(model) = sample.one_of(kind) else { continue };
        if sample.offers(kind, Verb::Create) {
            cases.extend(creates(sample, kind, model));
        }
        cases.extend(renames(sample, kind, model));
    }
    cases
}

/// The first part of the names of cases.
fn place(kind: ResourceKind) -> String {
    if kind == ResourceKind::Users { String::new() } else { format!("{kind}/") }
}

fn on(kind: ResourceKind, verb: Verb, wish: &Attributes) -> Option<Job> {
    job(Action::On(kind, verb), &json!({ kind.singular(): wish }))
}

fn creates(sample: Sample<'_>, kind: ResourceKind, model: &Record) -> Vec<Case> {
    let (Some(wish), place) = (sample.new_one(kind, model), place(kind)) else { return Vec::new() };
    let resource = &sample.prepared.recipe.resources[&kind];
    let create = || act(on(kind, Verb::Create, &wish), Expect::Done);
    let mut cases =
        vec![case(&format!("{place}create"), [create(), act(on(kind, Verb::Create, &wish), Expect::Unchanged)])];
    let mut taken = wish.clone();
    taken.insert(resource.key.clone(), sample.key_of(kind, model).into());
    let strict = on(kind, Verb::Create, &taken).map(|mut job| {
        job.options.on_exists = OnExists::Fail;
        job
    });
    let refused = Expect::Refused(vec![ErrorKind::AlreadyExists]);
    cases.push(case(&format!("{place}create/taken"), [act(strict, refused)]));
    if sample.offers(kind, Verb::Delete) {
        let key =
            Attributes::from_iter(wish.get_key_value(&resource.key).map(|(name, key)| (name.clone(), key.clone())));
        let delete = |expect| act(on(kind, Verb::Delete, &key), expect);
        // Some apps delete only what is out of use.
        let disable = sample.offers(kind, Verb::Disable).then(|| act(on(kind, Verb::Disable, &key), Expect::Done));
        let acts = std::iter::once(create()).chain(disable).chain([delete(Expect::Done), delete(Expect::Unchanged)]);
        cases.push(case(&format!("{place}delete"), acts));
        cases.push(case(&format!("{place}delete/nobody"), [delete(Expect::Unchanged)]));
    }
    cases.into_iter().flatten().collect()
}

/// A key that changes: to a new one, to one that somebody has, and of nobody.
fn renames(sample: Sample<'_>, kind: ResourceKind, model: &Record) -> Vec<Case> {
    let Some(resource) = sample.prepared.recipe.resources.get(&kind) else { return Vec::new() };
    let (name, place) = (&resource.key, place(kind));
    if !sample.offers(kind, Verb::Update) || !resource.fields[name].write_update {
        return Vec::new();
    }
    let (old, new) = (sample.key_of(kind, model), sample.unused(kind, &sample.key_of(kind, model)));
    let rename = |from: &str, to: &str, expect: Expect| {
        let rest = json!({ kind.singular(): {name: to}, "match": from });
        act(job(Action::On(kind, Verb::Update), &rest), expect)
    };
    let mut cases = vec![case(
        &format!("{place}update/{name}"),
        [rename(&old, &new, Expect::Done), rename(&old, &new, Expect::Unchanged)],
    )];
    if let Some(other) = sample.other_than(kind, model) {
        let taken = Expect::Refused(vec![ErrorKind::AlreadyExists]);
        cases.push(case(&format!("{place}update/{name}/taken"), [rename(&old, &sample.key_of(kind, other), taken)]));
    }
    let nobody = sample.unused(kind, &format!("x{old}"));
    let missing = Expect::Refused(vec![ErrorKind::NotFound]);
    cases.push(case(&format!("{place}update/{name}/nobody"), [rename(&nobody, &format!("{new}x"), missing)]));
    cases.into_iter().flatten().collect()
}
