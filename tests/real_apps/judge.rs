//! Whether a result is what the scenario says, and what the app's own records say.

use std::collections::BTreeSet;

use idlcm::contract::{Action, JobResult, Outcome, Proof, ResourceKind, Verb};
use idlcm::recipe::{ActionKind, Recipe, ViewKind};

use crate::scenario::Step;
use crate::state::{self, Entries, Entry, State};

/// What is wrong with the messages of a step's result. The state is that after the step.
pub fn problems(recipe: &Recipe, step: &Step, messages: &[JobResult], state: &State) -> Vec<String> {
    let last = messages.last().unwrap();
    // Of a job that is done, the app's words are told, too.
    let error = last.error.as_ref().filter(|_| !last.outcome.is_done()).map(|error| error.kind);
    let told = |outcome: Outcome, error: Option<String>| {
        error.map_or_else(|| outcome.name().to_owned(), |kind| format!("{}, {kind}", outcome.name()))
    };
    let (expected, got) = (
        told(step.outcome, step.error.map(|kind| kind.to_string())),
        told(last.outcome, error.map(|kind| kind.to_string())),
    );
    let mut problems = Vec::new();
    if expected != got {
        problems.push(format!("expected {expected}; got {got}"));
    }
    if last.outcome.is_done() {
        problems.extend(subject(last, state));
        for kind in listed(step.action, recipe) {
            let own = messages.iter().filter(|message| message.resource.is_none_or(|resource| resource == kind));
            problems.extend(list(recipe, step, kind, &own.collect::<Vec<_>>(), state));
        }
    }
    problems
}

/// What the action lists.
fn listed(action: Action, recipe: &Recipe) -> Vec<ResourceKind> {
    match action {
        Action::On(kind, Verb::List) => vec![kind],
        Action::Sync => {
            let offered = |kind: &ResourceKind| recipe.actions.contains_key(&Action::On(*kind, Verb::List));
            ResourceKind::ALL.into_iter().filter(offered).collect()
        }
        _ => Vec::new(),
    }
}

/// The subject as it was last read is what the app holds.
fn subject(result: &JobResult, state: &State) -> Vec<String> {
    let Some(subject) = &result.subject else { return Vec::new() };
    let name = format!("the result's subject {}/{}", subject.resource, subject.key);
    let entry = state.get(&subject.resource).and_then(|entries| entries.get(&subject.key));
    let Some(entry) = entry else {
        let deleted = matches!(result.action, Some(Action::On(_, Verb::Delete)));
        return if deleted { Vec::new() } else { vec![format!("{name} is not in the app")] };
    };
    let read: Entry = subject.fields.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
    let held = entry.iter().filter(|(field, _)| read.contains_key(*field));
    state::of_fields(
        &name,
        &held.map(|(name, value)| (name.clone(), value.clone())).collect(),
        &state::without_nothing(read),
    )
}

/// A list is complete, proven, and entry for entry what the app holds.
fn list(recipe: &Recipe, step: &Step, kind: ResourceKind, messages: &[&JobResult], state: &State) -> Vec<String> {
    let Some(last) = messages.last() else { return vec![format!("no list of {kind}")] };
    let mut problems = Vec::new();
    if last.complete != Some(true) || last.proof.is_none_or(|proof| proof == Proof::None) {
        problems
            .push(format!("the list of {kind} is not proven: complete {:?}, proof {:?}", last.complete, last.proof));
    }
    let Some(held) = state.get(&kind) else {
        problems.push(format!("state.py has no {kind}"));
        return problems;
    };
    let key = &recipe.resources[&kind].key;
    let items: Vec<Entry> = messages
        .iter()
        .flat_map(|message| message.items.iter().flatten())
        .map(|item| state::without_nothing(item.iter().map(|(name, value)| (name.clone(), value.clone())).collect()))
        .collect();
    let name = format!("items of {kind}");
    let mut got = Entries::new();
    for item in &items {
        match item.get(key).and_then(|value| value.as_str()) {
            None => problems.push(format!("{name}: one without {key}: {item:?}")),
            Some(value) => {
                if got.insert(value.to_owned(), item.clone()).is_some() {
                    problems.push(format!("{name}: {value} stands there twice"));
                }
            }
        }
    }
    if last.total_seen != Some(items.len() as u64) {
        problems.push(format!("{name}: {} of them, and total_seen {:?}", items.len(), last.total_seen));
    }
    let shown = shown(recipe, step, kind);
    let expected = held.iter().map(|(of, entry)| {
        let fields = entry.iter().filter(|(field, _)| *field == key || shown(field));
        (of.clone(), fields.map(|(name, value)| (name.clone(), value.clone())).collect())
    });
    problems.extend(state::shortened(state::of_entries(&name, &expected.collect(), &got)));
    problems
}

/// Which fields the list has: those that are asked for, or else those that it shows without a look at each entry's own page.
fn shown(recipe: &Recipe, step: &Step, kind: ResourceKind) -> impl Fn(&str) -> bool {
    let asked = step.job().options.fields;
    let further = match recipe.actions.get(&Action::On(kind, Verb::List)).map(|spec| &spec.kind) {
        Some(ActionKind::Read { view, detail: false, .. }) => of_details(recipe, view),
        _ => BTreeSet::new(),
    };
    let whole = step.action != Action::Sync;
    move |field| {
        let wished = asked.iter().any(|name| name == field);
        wished || ((asked.is_empty() || !whole) && !further.contains(field))
    }
}

/// The fields that a view reads on each entry's own page.
fn of_details(recipe: &Recipe, view: &str) -> BTreeSet<String> {
    match &recipe.views[view].kind {
        ViewKind::Table(table) => table.detail.iter().flat_map(|detail| detail.fields.keys().cloned()).collect(),
        ViewKind::Csv(_) => BTreeSet::new(),
        ViewKind::Union(members) => members.iter().flat_map(|member| of_details(recipe, member)).collect(),
    }
}
