//! Why an attempt failed, for the recipe's author.

use crate::contract::{Effect, ErrorKind, Outcome};
use crate::recipe::Diagnostic;
use crate::secrets::Redactor;

use super::super::trace::Trace;
use super::judge::Verdict;

/// Why an attempt failed, as it is drawn into the recipe's text: what came near, and whether the app was changed.
pub(in crate::engine) fn problem(trace: &Trace, verdict: &Verdict, redactor: &Redactor) -> Option<Diagnostic> {
    let error = verdict.error.as_ref()?;
    let span = trace.failure.as_ref()?.span?;
    let candidates = error.seen.iter().flat_map(|seen| &seen.candidates);
    // What tells several matches apart is a part of a locator, what comes near a whole one.
    let advice = if error.kind == ErrorKind::ElementAmbiguous { "add" } else { "write" };
    let near = candidates.clone().enumerate().map(|(index, candidate)| match candidate.locator.as_str() {
        "" => format!("{}: {}", index + 1, candidate.element),
        locator => format!("{}: {}    {advice}  {locator}", index + 1, candidate.element),
    });
    let place = error.seen.iter().filter_map(|seen| {
        let path = seen.url_path.as_ref()?;
        Some(match &seen.title {
            Some(title) => format!("the page was {path} \"{title}\""),
            None => format!("the page was {path}"),
        })
    });
    let changed = match verdict.effect {
        Effect::None if trace.is_out() => {
            "the commit was sent, and reading back shows that it changed nothing in the app"
        }
        Effect::None if trace.reads => "nothing was changed in the app: the job only reads",
        Effect::None => "nothing was changed in the app: the commit step was not reached",
        Effect::Applied if verdict.applied_parts.is_empty() => {
            "the commit changed something in the app, and not as wished"
        }
        Effect::Applied => "the app was changed by an earlier part of the job; see `applied_parts`",
        Effect::Uncertain if verdict.outcome == Outcome::Failed => {
            "the commit was sent, and reading back shows nothing of it so far: look into the app"
        }
        Effect::Uncertain => "the commit was sent and its effect could not be read back: look into the app",
    };
    let step = error.step.as_deref().map(|step| format!("in {step}"));
    let lines = near.chain(place).chain(step).chain([changed.to_owned()]).collect::<Vec<_>>().join("\n");
    // The message lists the candidates, too; here each has a line of its own.
    let first = error.message.lines().next().unwrap_or_default();
    let message =
        if candidates.count() == 0 { &error.message } else { first.rsplit_once("; ").map_or(first, |(m, _)| m) };
    let message = redactor.redact(message).into_owned();
    Some(Diagnostic::error(error.kind.name(), span, message).help(redactor.redact(&lines).into_owned()))
}
