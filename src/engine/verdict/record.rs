//! The record of an attempt, as evidence and reports have it.

use crate::contract::{JobResult, Phase, Seen, StepStatus, TracedError, TracedRecipe, TracedResult, TracedStep};
use crate::secrets::Redactor;

use super::super::order::Order;
use super::super::trace::Trace;
use super::super::value;

/// What is kept of a trace, without secrets.
pub(in crate::engine) fn record(
    order: &Order<'_>,
    result: &JobResult,
    trace: Trace,
    wall_ms: u64,
    redactor: &Redactor,
) -> TracedResult {
    let recipe = &order.entry.recipe;
    let subject = order.work.job.subject().and_then(|subject| {
        let key = &recipe.resources.get(&order.work.job.action.subject())?.key;
        subject.get(key).map(|key| redactor.redact(&value::text(key)).into_owned())
    });
    let mut steps = trace.steps;
    if steps.is_empty() && result.error.is_some() {
        steps.push(TracedStep {
            phase: Phase::Session,
            does: "check the job before a browser is started".to_owned(),
            at: None,
            line: None,
            ms: 0,
            commands: 0,
            status: StepStatus::Failed,
            detail: result.error.as_ref().map(|error| redactor.redact(&error.message).into_owned()),
            calls: Vec::new(),
            picture: None,
            outline: None,
        });
    }
    TracedResult {
        job_id: order.work.job.job_id.to_string(),
        integration: order.work.job.integration.to_string(),
        action: order.work.job.action.to_string(),
        subject,
        outcome: result.outcome,
        effect: result.effect,
        error: result.error.as_ref().map(|error| TracedError {
            kind: error.kind.name().to_owned(),
            message: redactor.redact(&error.message).into_owned(),
            step: error.step.clone(),
            seen: error.seen.as_ref().map(seen_words).filter(|seen| !seen.is_empty()),
        }),
        warnings: result.warnings.iter().map(|warning| redactor.redact(&warning.message).into_owned()).collect(),
        recipe: TracedRecipe {
            id: recipe.app.id.clone(),
            version: recipe.app.version,
            path: recipe.source.path.display().to_string(),
        },
        commands: result.times.commands,
        login_ms: result.times.login_ms,
        browser_ms: result.times.browser_ms,
        wall_ms,
        steps,
    }
}

/// What was seen, in a sentence.
fn seen_words(seen: &Seen) -> String {
    let path = seen.url_path.iter().map(|path| format!("page {path}"));
    let title = seen.title.iter().map(|title| format!("title \"{title}\""));
    let dialog = seen.dialog.iter().map(|text| format!("dialog \"{text}\""));
    let near = seen.candidates.iter().map(|candidate| {
        if candidate.locator.is_empty() {
            candidate.element.clone()
        } else {
            format!("{}: {}", candidate.element, candidate.locator)
        }
    });
    path.chain(title).chain(dialog).chain(near).collect::<Vec<_>>().join("; ")
}
