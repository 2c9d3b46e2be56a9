//! What a job would do: the resolved steps of the actions it is made of.

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Action, Job, PlannedStep, Verb};
use crate::recipe::{ActionKind, Recipe, Step, StepVerb};

use super::attempt::Attempt;
use super::describe::describe;
use super::failure::Outcome;
use super::scope::Scope;
use super::wish::{Wish, wish, write_action};

/// The steps that a job would take, without a browser. What the app has is not known: a create is planned as if the
/// subject did not exist, everything else as if it did.
///
/// # Errors
/// Everything about the job that can be known without the app.
pub fn plan(job: &Job, entry: &Entry, service_account: Option<&str>) -> Outcome<Vec<PlannedStep>> {
    let wish = wish(job, entry, service_account)?;
    let recipe = &*entry.recipe;
    let mut scope = Scope::new(entry, job.action.resource());
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
    scope.subject.clone_from(&wish.given);
    scope.given.clone_from(&wish.given);
    if let Some(resource) = recipe.resources.get(&wish.resource) {
        scope.subject.insert(resource.key.clone(), Value::String(wish.key.clone()));
    }
    let assumed = wish.differences(
        &crate::contract::Item::new(),
        recipe.resources.get(&wish.resource).unwrap_or(&recipe.resources[0]),
    );
    scope.change = assumed;
    let mut steps = Vec::new();
    for action in parts(&wish, job.action, recipe) {
        steps.extend(action_steps(&scope, recipe, action, |_| false));
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

/// The actions that a job is probably made of.
fn parts(wish: &Wish, asked: Action, recipe: &Recipe) -> Vec<Action> {
    let kind = wish.resource;
    let on = |verb| Action::On(kind, verb);
    let Some(resource) = recipe.resources.get(&kind) else { return Vec::new() };
    let mut parts = Vec::new();
    let creating = asked == on(Verb::Create);
    if write_action(recipe, asked).is_some() {
        parts.push(asked);
    }
    let later = wish
        .fields_needed()
        .any(|name| resource.fields.get(name).is_some_and(|field| field.write_update && !field.write_create));
    if creating && later && write_action(recipe, on(Verb::Update)).is_some() {
        parts.push(on(Verb::Update));
    }
    parts
}

fn action_steps(scope: &Scope<'_>, recipe: &Recipe, action: Action, done: impl Fn(&Step) -> bool) -> Vec<PlannedStep> {
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
    let Some(write) = write_action(recipe, action) else { return Vec::new() };
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
pub(super) fn walked(attempt: &Attempt<'_>, reached: Action, wish: &Wish) -> Vec<PlannedStep> {
    let recipe = attempt.recipe;
    let done = |step: &Step| {
        let at = recipe.source.at(step.span);
        attempt.trace.steps.iter().any(|recorded| {
            recorded.at.as_deref() == Some(at.as_str()) && recorded.status == crate::contract::StepStatus::Ok
        })
    };
    let mut steps = action_steps(&attempt.scope, recipe, reached, done);
    for action in parts(wish, attempt.context.job.action, recipe).into_iter().filter(|action| *action != reached) {
        steps.extend(action_steps(&attempt.scope, recipe, action, |_| false));
    }
    steps
}
