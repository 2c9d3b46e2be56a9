//! Steps in words, for reports, errors and plans. Never shows a secret.

use crate::recipe::{Chord, Locator, RuleOutcome, Step, StepVerb};

use super::compile::Compiler;
use super::job_scope::JobScope;
use super::value;

/// What a step does, with the values of the scope put in.
pub(super) fn describe(scope: &JobScope<'_>, step: &Step) -> String {
    let verb = step.verb.name();
    let shown = |template| scope.render(template).map_or_else(|_| "…".to_owned(), |text| format!("`{}`", text.shown()));
    let name = |locator| name(scope, locator);
    match &step.verb {
        StepVerb::Goto(path) => format!("{verb} {}", scope.render_path(path).unwrap_or_else(|_| "…".to_owned())),
        StepVerb::Click(locator) | StepVerb::Hover(locator) | StepVerb::Check(locator) | StepVerb::Uncheck(locator) => {
            format!("{verb} {}", name(locator))
        }
        StepVerb::Press { keys, .. } => {
            format!("{verb} {}", keys.iter().map(Chord::text).collect::<Vec<_>>().join(" "))
        }
        StepVerb::Fill { into, value, .. } => format!("{verb} {} with {}", name(into), shown(value)),
        StepVerb::Choose { from, option, .. } => {
            let option = Compiler::new(scope).matcher(option).map_or_else(|_| "…".to_owned(), |text| text.to_string());
            format!("{verb} {option} in {}", name(from))
        }
        StepVerb::SetChecked { into, to } => format!("set {} to {}", name(into), shown(to)),
        StepVerb::SetDate { into, value, .. } => format!("set date {} to {}", name(into), shown(value)),
        StepVerb::Totp(into) => format!("{verb} into {}", name(into)),
        StepVerb::Upload { into, file } => format!("{verb} `{}` into {}", file.display(), name(into)),
        StepVerb::Row { view, by, value, .. } => {
            let value = match value {
                Some(template) => shown(template),
                None => format!("`{}`", scope.subject.get(by).map(value::text).unwrap_or_default()),
            };
            format!("{verb} of view {view} where {by} is {value}")
        }
        StepVerb::WaitFor(condition) | StepVerb::Expect(condition) => {
            let what = Compiler::new(scope).probe(condition).map_or_else(|_| "…".to_owned(), |probe| probe.to_string());
            format!("{} {what}", verb.replace('_', " "))
        }
        StepVerb::FirstOf(branches) => format!("first of {} branches", branches.len()),
        StepVerb::ForEach { name: each, .. } => format!("for each {each}"),
        StepVerb::Capture { from, name: capture, .. } => format!("{verb} {capture} from {}", name(from)),
        StepVerb::Is(outcome) => format!("{verb} {}", words(*outcome)),
    }
}

/// An element as people call it: by its name in the recipe, or as it is found.
fn name(scope: &JobScope<'_>, locator: &Locator) -> String {
    let found = || Compiler::new(scope).query(locator).map_or_else(|_| "…".to_owned(), |query| query.to_string());
    locator.name.clone().unwrap_or_else(found)
}

/// An outcome as recipes write it.
pub(super) fn words(outcome: RuleOutcome) -> &'static str {
    match outcome {
        RuleOutcome::Done => "done",
        RuleOutcome::AlreadyExists => "already_exists",
        RuleOutcome::NotFound => "not_found",
        RuleOutcome::Error(kind) => kind.name(),
    }
}
