//! The result of a job: what its sender gets.

use jiff::Timestamp;

use crate::contract::{Action, JobResult, ListPart, Mode, RESULT_SCHEMA, ResourceKind, Times, Verb, WorkerRef};

use super::super::order::Order;
use super::super::trace::{ListRead, Trace};
use super::judge::Verdict;

/// The result that follows from a verdict, with secrets still in it.
pub(in crate::engine) fn result(
    order: &Order<'_>,
    verdict: &Verdict,
    trace: &Trace,
    clock: Timestamp,
    browser: String,
) -> JobResult {
    let job = &order.work.job;
    let mut result = JobResult {
        schema: RESULT_SCHEMA.to_owned(),
        job_id: job.job_id,
        integration: job.integration.clone(),
        action: Some(job.action),
        mode: job.mode,
        attempt: order.work.attempt,
        redelivered: order.work.redelivered,
        worker: WorkerRef { id: order.worker_id.to_owned(), version: env!("CARGO_PKG_VERSION").to_owned(), browser },
        recipe: Some(order.entry.recipe.reference()),
        times: Times {
            queued: order.work.queued,
            started: Some(clock),
            finished: Some(Timestamp::now()),
            login_ms: trace.cost.login_ms,
            browser_ms: trace.cost.browser_ms,
            commands: trace.cost.commands,
        },
        outcome: verdict.outcome,
        effect: verdict.effect,
        subject: trace.last_seen.subject.clone(),
        applied_parts: verdict.applied_parts.clone(),
        unverified: verdict.unverified.clone(),
        items: None,
        resource: None,
        chunk: None,
        last: true,
        total_seen: None,
        total_reported: None,
        complete: None,
        proof: None,
        error: verdict.error.clone(),
        plan: trace.planned.clone().filter(|_| job.mode == Mode::Plan),
        evidence: Vec::new(),
        warnings: verdict.warnings.clone(),
        origin: job.origin.clone(),
        lists: Vec::new(),
    };
    if verdict.error.is_none() {
        let part = |(kind, list): (&ResourceKind, &ListRead)| ListPart {
            resource: *kind,
            items: list.items.clone(),
            total_reported: list.reported,
            proof: list.proof,
        };
        match job.action {
            Action::On(kind, Verb::List) => {
                if let Some(list) = trace.lists.get_key_value(&kind) {
                    result = result.with_list(part(list));
                }
            }
            Action::Sync => result.lists = trace.lists.iter().map(part).collect(),
            _ => {}
        }
    }
    result
}
