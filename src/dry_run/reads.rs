//! Lists against the app's own data: with nobody, with one, with a page full, with all.

use crate::contract::{ResourceKind, Verb};
use crate::recipe::ActionKind;

use super::case::{Act, Case, Expect, Kind};
use super::sample::{Sample, list};

/// So many fit on one page of most apps.
const ONE_PAGE: usize = 10;

pub(super) fn cases(sample: Sample<'_>) -> Vec<Case> {
    let mut cases = Vec::new();
    for kind in ResourceKind::ALL {
        let action = crate::contract::Action::On(kind, Verb::List);
        let Some(spec) = sample.prepared.recipe.actions.get(&action) else { continue };
        let all = || list(kind).map(|job| vec![Act::new(job, Expect::Complete)]).unwrap_or_default();
        cases.push(Case::new(Kind::Reads, &format!("{kind}/all"), all()));
        if kind != ResourceKind::Users || !matches!(spec.kind, ActionKind::Read { .. }) {
            continue;
        }
        for (name, count) in [("none", 0), ("one", 1), ("a-page", ONE_PAGE)] {
            let mut case = Case::new(Kind::Reads, &format!("{kind}/{name}"), all());
            case.setup.users = Some(count);
            cases.push(case);
        }
    }
    for (name, key) in [("somebody", sample.active().map(|user| sample.key(user))), ("nobody", sample.nobody())] {
        let get = key.and_then(|key| sample.on_key(Verb::Get, &key));
        if let Some(job) = get.filter(|_| sample.offers(ResourceKind::Users, Verb::Get)) {
            cases.push(Case::new(Kind::Reads, &format!("users/{name}"), vec![Act::new(job, Expect::Truthful)]));
        }
    }
    cases
}
