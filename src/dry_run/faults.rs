//! An app that errs, lies or is slow, and a browser that crashes.

use std::time::Duration;

use crate::contract::{Attributes, Job, ResourceKind, Verb};
use crate::fixture::Fault;

use super::case::{Act, Case, Cut, Expect, Kind};
use super::sample::{Sample, on};
use super::writes::member;

pub(super) fn cases(sample: Sample<'_>) -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, job) in writes(sample) {
        let plain = |fault: &str, expect: Expect| {
            Case::new(Kind::Faults, &format!("{fault}/{name}"), vec![Act::new(job.clone(), expect)])
        };
        let with = |fault: &str, on: Fault, expect: Expect| {
            let mut case = plain(fault, expect);
            case.setup.faults.push(on);
            case
        };
        let cut = |fault: &str, cut: Cut| {
            let mut case = plain(fault, Expect::Truthful);
            case.acts[0].cut = cut;
            case
        };
        cases.push(with("error-before", Fault::ErrorBefore(1), Expect::Truthful));
        cases.push(with("error-after", Fault::ErrorAfter(1), Expect::Truthful));
        cases.push(with("lie", Fault::Lie(1), Expect::Truthful));
        cases.push(cut("crash-after", Cut::AfterCommit));
        if matches!(name, "create" | "disable") {
            cases.push(with("slow", Fault::Slow(Duration::from_millis(300)), Expect::Done));
            cases.push(cut("crash-before", Cut::BeforeCommit));
        }
        if name == "create" {
            if sample.prepared.fixture.speaks_json() {
                cases.push(with("error-reads", Fault::ErrorReads(2), Expect::Truthful));
            }
            let late = Fault::DelayVisible(Duration::from_millis(1200));
            cases.push(with("late", late, Expect::Truthful));
            cases.push(with("maintenance", Fault::Maintenance, Expect::Refused(vec![])));
        }
    }
    cases
}

/// One job for each way of writing that the recipe offers.
pub(super) fn writes(sample: Sample<'_>) -> Vec<(&'static str, Job)> {
    let users = ResourceKind::Users;
    let offered = |verb: Verb, wish: Option<Attributes>| {
        on(verb, &wish?).filter(|_| sample.offers(users, verb)).map(|job| (verb.name(), job))
    };
    let resource = &sample.prepared.recipe.resources[&users];
    let key = |user| Attributes::from([(resource.key.clone(), sample.key(user).into())]);
    let update = sample.active().and_then(|user| {
        let mut fields = resource.fields.iter().filter(|(name, field)| field.write_update && **name != resource.key);
        let (name, value) = fields.find_map(|(name, field)| Some((name, sample.changed(user, name, field)?)))?;
        let mut wish = key(user);
        wish.insert(name.clone(), value);
        Some(wish)
    });
    [
        offered(Verb::Create, sample.newcomer()),
        offered(Verb::Update, update),
        offered(Verb::Disable, sample.active().map(key)),
        offered(Verb::Enable, sample.disabled().map(key)),
        member(sample).map(|job| (Verb::AddMember.name(), job)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
