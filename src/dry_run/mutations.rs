//! Pages that are not any more what the recipe was written for: what the recipe needs, renamed, doubled, removed.

use std::collections::BTreeSet;

use crate::contract::{Action, Job, ResourceKind};
use crate::engine::query_of;
use crate::fixture::Fault;
use crate::recipe::{Element, FieldFrom, Finder, Locator, MatchKind, Part, Segment, StepVerb, TextMatcher, ViewKind};

use super::case::{Act, Case, Expect, Kind};
use super::faults::writes;
use super::page_mutation::{OnPage, PageMutation};
use super::sample::{Sample, again, list};

pub(super) fn cases(sample: Sample<'_>) -> Vec<Case> {
    let Ok(entry) = sample.prepared.entry("http://127.0.0.1:1", &[]) else { return Vec::new() };
    let writes = writes(sample);
    let Some(users) = list(ResourceKind::Users) else { return Vec::new() };
    let mut cases = Vec::new();
    let elements = sample.prepared.recipe.elements();
    let commits = commits(sample);
    for (name, element) in &elements {
        let Some(query) = query_of(&entry, element.locator) else { continue };
        let on = OnPage { query, globs: globs(sample, name) };
        let acts = || needing(sample, element, &writes);
        cases.push(mutated(&format!("renamed/{name}"), PageMutation::Renamed(on.clone()), acts()));
        if acts_on(sample, name) {
            cases.push(mutated(&format!("doubled/{name}"), PageMutation::Doubled(on.clone()), acts()));
        }
        // Elsewhere an element that is gone is as one that is called something else.
        if commits.contains(name) {
            cases.push(mutated(&format!("removed/{name}"), PageMutation::Removed(on.clone()), acts()));
        }
    }
    // A list, and the first of the writes.
    let both = || {
        let jobs = std::iter::once(&users).chain(writes.first().map(|(_, job)| job));
        jobs.map(|job| Act::new(again(job), Expect::Truthful)).collect::<Vec<_>>()
    };
    let headers = headers(sample);
    for header in &headers {
        cases.push(mutated(
            &format!("column-renamed/{header}"),
            PageMutation::ColumnRenamed { header: header.clone() },
            both(),
        ));
    }
    for pair in headers.windows(2) {
        let swapped = PageMutation::ColumnsSwapped { header: pair[0].clone(), other: pair[1].clone() };
        cases.push(mutated(&format!("columns-swapped/{}-{}", pair[0], pair[1]), swapped, both()));
    }
    cases.push(mutated("dialog", PageMutation::Dialog, both()));
    cases.push(mutated("translated", PageMutation::Translated, both()));
    for (name, job) in &writes {
        let commit = commit_of(sample, job.action).and_then(|locator| query_of(&entry, locator));
        if let Some(query) = commit {
            let act = vec![Act::new(again(job), Expect::Truthful)];
            cases.push(mutated(
                &format!("covered/{name}"),
                PageMutation::Covered(OnPage { query, globs: Vec::new() }),
                act,
            ));
        }
    }
    for rows in [1, 3] {
        let mut missing = Case::new(
            Kind::Mutations,
            &format!("rows-missing/{rows}"),
            vec![Act::new(again(&users), Expect::Truthful)],
        );
        missing.setup.faults.push(Fault::Vanish(rows));
        cases.push(missing);
    }
    cases
}

/// Where the screen of an element is, so that an element of another page which looks the same stays as it is.
fn globs(sample: Sample<'_>, element: &str) -> Vec<String> {
    let screen = element.split('.').next().and_then(|name| sample.prepared.recipe.screens.get(name));
    screen.map(|screen| screen.recognise.url.clone()).unwrap_or_default()
}

fn mutated(name: &str, mutation: PageMutation, acts: Vec<Act>) -> Case {
    let mut case = Case::new(Kind::Mutations, name, acts);
    case.setup.mutation = Some(mutation);
    case
}

/// The jobs that need an element: the first of the writes that does, else those that read the view.
fn needing(sample: Sample<'_>, element: &Element<'_>, writes: &[(&'static str, Job)]) -> Vec<Act> {
    let users = ResourceKind::Users;
    let write = writes.iter().find(|(_, job)| element.used_by.contains(&Part::Action(job.action)));
    let read = || {
        let views = element.used_by.iter().filter_map(|part| match part {
            Part::View(name) => sample.prepared.recipe.views.get(name),
            _ => None,
        });
        let view = views.into_iter().next();
        let kind = view.map_or(users, |view| view.resource);
        // By the view of users somebody is looked for, too: that is what comes before a write.
        let sought = view.filter(|view| view.name == users.plural()).and(writes.first()).map(|(_, job)| job.clone());
        list(kind).into_iter().chain(sought).collect::<Vec<_>>()
    };
    let jobs = write.map_or_else(read, |(_, job)| vec![job.clone()]);
    jobs.iter().map(|job| Act::new(again(job), Expect::Truthful)).collect()
}

/// Whether a step of an action or of the login acts on the element.
fn acts_on(sample: Sample<'_>, name: &str) -> bool {
    let recipe = &sample.prepared.recipe;
    let writes = recipe.writes();
    let steps = writes.iter().flat_map(|write| &write.steps).chain(&recipe.session.login);
    steps.filter_map(|step| step.verb.target()).any(|target| target.name.as_deref() == Some(name))
}

/// The elements that committing steps act on.
fn commits(sample: Sample<'_>) -> BTreeSet<&str> {
    let writes = sample.prepared.recipe.writes();
    let commits = writes.into_iter().flat_map(|write| &write.steps).filter(|step| step.commit);
    commits.filter_map(|step| step.verb.target()?.name.as_deref()).collect()
}

/// What the committing step of an action acts on.
fn commit_of(sample: Sample<'_>, action: Action) -> Option<&Locator> {
    match &sample.prepared.recipe.write(action)?.commit()?.verb {
        StepVerb::Click(locator) => Some(locator),
        _ => None,
    }
}

/// The headers by which the view of users finds its columns.
fn headers(sample: Sample<'_>) -> Vec<String> {
    let view = sample.prepared.recipe.view_of(ResourceKind::Users).map(|view| &view.kind);
    let Some(ViewKind::Table(table)) = view else { return Vec::new() };
    let columns = table.fields.values().filter_map(|field| match &field.from {
        FieldFrom::One(Locator { finder: Finder::Column(text), .. }) => literal(text),
        _ => None,
    });
    columns.collect()
}

fn literal(matcher: &TextMatcher) -> Option<String> {
    let MatchKind::Is(template) = &matcher.kind else { return None };
    match template.segments.as_slice() {
        [Segment::Literal(text)] => Some(text.clone()),
        _ => None,
    }
}
