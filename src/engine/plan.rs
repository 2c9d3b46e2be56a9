//! What a job would do: the resolved steps of the actions it is made of.

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Action, Item, Job, PlannedStep, Verb};
use crate::recipe::{ActionKind, Recipe, Step, StepVerb};

use super::attempt::Attempt;
use super::describe::describe;
use super::desired_state::{DesiredState, NextPart, next_part, wish};
use super::failure::Attempted;
use super::job_scope::JobScope;
use super::value;

/// The steps that a job would take, without a browser. What the app has is not known: a create is planned as if the
/// subject did not exist, everything else as if it did.
///
/// # Errors
/// Everything about the job that can be known without the app.
pub fn plan(job: &Job, entry: &Entry, service_account: Option<&str>) -> Attempted<Vec<PlannedStep>> {
    let wish = wish(job, entry, service_account)?;
    let recipe = &*entry.recipe;
    let Some(wish) = wish else {
        let Some(spec) = recipe.actions.get(&job.action) else { return Ok(Vec::new()) };
        let does = match &spec.kind {
            ActionKind::Read { view, .. } => format!("read view {view}"),
            ActionKind::Catalog => "answer from the recipe's catalogue".to_owned(),
            ActionKind::Write(_) | ActionKind::References(_) => String::new(),
        };
        return Ok(vec![PlannedStep {
            action: job.action,
            does,
            at: recipe.source.at(spec.span),
            commit: false,
            done: false,
        }]);
    };
    let mut steps = Vec::new();
    for next in parts(&wish, None, entry) {
        let scope = scope_of(entry, &wish, &next);
        steps.extend(action_steps(&scope, recipe, &next, |_| false));
    }
    if let Action::On(_, Verb::Get) = job.action {
        steps.push(PlannedStep {
            action: job.action,
            does: format!("find {} in view {}", wish.key, wish.resource),
            at: recipe.view_of(wish.resource).map(|view| recipe.source.at(view.span)).unwrap_or_default(),
            commit: false,
            done: false,
        });
    }
    Ok(steps)
}

/// The values that the steps of a part would see.
fn scope_of<'a>(entry: &'a Entry, wish: &DesiredState, next: &NextPart) -> JobScope<'a> {
    let mut scope = JobScope::new(entry, wish.resource);
    scope.subject.clone_from(&wish.given);
    scope.given.clone_from(&wish.given);
    if let Some(resource) = entry.recipe.resources.get(&wish.resource) {
        scope.subject.insert(resource.key.clone(), Value::String(wish.key.clone()));
    }
    scope.change.clone_from(&next.changes);
    scope.others = next.others(entry);
    scope
}

/// The actions that a job is probably made of: each is taken to bring about what it is for. Without an observation a
/// create finds nothing, and everything else finds all of it different.
fn parts(wish: &DesiredState, observed: Option<&Item>, entry: &Entry) -> Vec<NextPart> {
    let recipe = &*entry.recipe;
    let Some(resource) = recipe.resources.get(&wish.resource) else { return Vec::new() };
    let mut parts = Vec::new();
    if wish.asked.is_read() {
        return parts;
    }
    let mut item = observed.cloned();
    if item.is_none() && !wish.may_create {
        let removed = wish.grants.iter().map(|(name, (_, remove))| (name.clone(), Value::from(remove.clone())));
        item = Some(removed.collect());
    }
    while let Ok(Some(next)) = next_part(wish, item.as_ref(), recipe) {
        let gone = matches!(next.action, Action::On(_, Verb::Delete));
        let mut after = item.take().unwrap_or_else(|| {
            let written = |name: &String| resource.fields.get(name).is_some_and(|field| field.write_create);
            let fields = wish.fields.iter().filter_map(|(name, values)| Some((name, values.first()?.clone())));
            let grants = wish.grants.iter().map(|(name, (add, _))| (name, Value::from(add.clone())));
            let set = next.write(recipe).into_iter().flat_map(|write| &write.goal.set);
            let set = set.filter_map(|(name, values)| Some((name.clone(), values.first()?.clone())));
            fields.chain(grants).filter(|(name, _)| written(name)).map(|(n, v)| (n.clone(), v)).chain(set).collect()
        });
        for (name, change) in &next.changes {
            let kept = value::items(after.get(name).unwrap_or(&Value::Null));
            let kept = kept.into_iter().filter(|item| !change.remove.contains(item));
            let narrowed = next.field.is_some().then(|| kept.chain(change.add.iter().cloned()).collect::<Vec<_>>());
            after.insert(name.clone(), narrowed.map_or_else(|| change.to.clone(), Value::from));
        }
        item = Some(after);
        parts.push(next);
        if gone || parts.len() > wish.items() + 6 {
            break;
        }
    }
    parts
}

fn action_steps(
    scope: &JobScope<'_>,
    recipe: &Recipe,
    next: &NextPart,
    done: impl Fn(&Step) -> bool,
) -> Vec<PlannedStep> {
    fn flatten<'s>(steps: &'s [Step], into: &mut Vec<&'s Step>) {
        for step in steps {
            into.push(step);
            match &step.verb {
                StepVerb::Row { steps, .. } | StepVerb::ForEach { steps, .. } => flatten(steps, into),
                StepVerb::FirstOf(branches) => branches.iter().for_each(|branch| flatten(&branch.steps, into)),
                _ => {}
            }
        }
    }
    let action = next.action;
    let Some(write) = next.write(recipe) else { return Vec::new() };
    let mut steps = Vec::new();
    flatten(&write.steps, &mut steps);
    steps
        .into_iter()
        .map(|step| PlannedStep {
            action,
            does: describe(scope, step),
            at: recipe.source.at(step.span),
            commit: step.commit,
            done: done(step),
        })
        .collect()
}

/// The steps of a plan that was walked in the live app up to the commit of `reached`.
pub(super) fn walked(
    attempt: &Attempt<'_>,
    reached: &NextPart,
    observed: Option<&Item>,
    wish: &DesiredState,
) -> Vec<PlannedStep> {
    let recipe = attempt.recipe;
    let recorded = |step: &Step| {
        let at = recipe.source.at(step.span);
        attempt.recorder.trace.steps.iter().any(|recorded| {
            recorded.at.as_deref() == Some(at.as_str()) && recorded.status == crate::contract::StepStatus::Ok
        })
    };
    let mut steps = action_steps(&attempt.scope, recipe, reached, |step| is_done(step, &recorded));
    for next in parts(wish, observed, attempt.order.entry).into_iter().skip(1) {
        steps.extend(action_steps(&scope_of(attempt.order.entry, wish, &next), recipe, &next, |_| false));
    }
    steps
}

/// Whether a step was done. One that holds steps is not recorded by itself: it was done if one of those was, or if the
/// commit that was reached is one of them.
fn is_done(step: &Step, recorded: &impl Fn(&Step) -> bool) -> bool {
    let entered = |steps: &[Step]| steps.iter().any(|inner| inner.commit || is_done(inner, recorded));
    match &step.verb {
        StepVerb::Row { steps, .. } | StepVerb::ForEach { steps, .. } => entered(steps),
        _ => recorded(step),
    }
}
