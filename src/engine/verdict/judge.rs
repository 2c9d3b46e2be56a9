//! From the record of an attempt to how the job ended. Pure: the same trace always gives the same verdict.

use crate::contract::{Effect, ErrorKind, JobError, OnExists, Outcome, PartRef, Warning};
use crate::recipe::RuleOutcome;

use super::super::failure::Failure;
use super::super::trace::{ActionRun, Commit, Trace, Verified};

/// How a job ended.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::engine) struct Verdict {
    /// How it ended.
    pub outcome: Outcome,
    /// Whether the app was changed.
    pub effect: Effect,
    /// Why it failed.
    pub error: Option<JobError>,
    /// Parts that took effect before a later one failed.
    pub applied_parts: Vec<PartRef>,
    /// Fields that were written and cannot be read.
    pub unverified: Vec<String>,
    /// What the reader should know besides.
    pub warnings: Vec<Warning>,
}

/// What one action comes to.
enum RunVerdict {
    Applied { adopted: bool },
    Failed(Failure, Effect),
    Uncertain(Failure),
}

/// What a commit did that was read back and is not as wished. Only where the app refused it and reads as before is it
/// certain that it did nothing: an app that says that all went well, or nothing at all, may show it later.
fn effect_unwished(run: &ActionRun) -> Effect {
    let refused = match &run.rule {
        Some((RuleOutcome::Error(kind), _)) => {
            !matches!(kind, ErrorKind::AppUnavailable | ErrorKind::SessionExpired | ErrorKind::OriginBlocked)
        }
        Some((RuleOutcome::AlreadyExists | RuleOutcome::NotFound, _)) => true,
        Some((RuleOutcome::Done, _)) | None => false,
    };
    match (run.changed, refused) {
        (true, _) => Effect::Applied,
        (false, true) => Effect::None,
        (false, false) => Effect::Uncertain,
    }
}

fn run_verdict(run: &ActionRun, on_exists: OnExists, warnings: &mut Vec<Warning>) -> Option<RunVerdict> {
    if !run.is_out() {
        return None;
    }
    let effect = effect_unwished(run);
    let told = |kind: ErrorKind, text: &str| Failure::new(kind, format!("{}: {text}", run.action));
    Some(match (&run.verified, &run.rule) {
        (Some(Verified::Met), Some((RuleOutcome::AlreadyExists, text))) if run.commit == Commit::Sent => {
            if on_exists == OnExists::Fail {
                RunVerdict::Failed(told(ErrorKind::AlreadyExists, text), Effect::None)
            } else {
                RunVerdict::Applied { adopted: true }
            }
        }
        (Some(Verified::Met), rule) => {
            if let Some((RuleOutcome::Error(kind), text)) = rule {
                warnings.push(Warning {
                    code: "app_reported_error".to_owned(),
                    message: format!("the app reported {kind} ({text}), but the effect was read back"),
                });
            }
            RunVerdict::Applied { adopted: false }
        }
        (Some(Verified::NotMet(_)), Some((RuleOutcome::Error(kind), text))) => {
            RunVerdict::Failed(told(*kind, text), effect)
        }
        (Some(Verified::NotMet(_)), Some((RuleOutcome::AlreadyExists, text))) => {
            RunVerdict::Failed(told(ErrorKind::AlreadyExists, text), effect)
        }
        (Some(Verified::NotMet(_)), Some((RuleOutcome::NotFound, text))) => {
            RunVerdict::Failed(told(ErrorKind::NotFound, text), effect)
        }
        (Some(Verified::NotMet(differs)), _) => {
            let seen = match effect {
                Effect::Applied => "it was changed, and is not as wished",
                Effect::None | Effect::Uncertain => "nothing of it is to be seen",
            };
            let message = format!("{}: the app was read after the commit; {seen}: {differs}", run.action);
            RunVerdict::Failed(Failure::new(ErrorKind::PostconditionFailed, message), effect)
        }
        (Some(Verified::Unreadable(why)), _) => RunVerdict::Uncertain(Failure::new(
            ErrorKind::VerifyTimeout,
            format!("{}: the commit was sent and its effect could not be read back: {why}", run.action),
        )),
        (None, _) => RunVerdict::Uncertain(Failure::new(
            ErrorKind::VerifyTimeout,
            format!("{}: the commit was sent and its effect was not read back", run.action),
        )),
    })
}

/// How the job ended, from the record of its last attempt.
pub(in crate::engine) fn judge(trace: &Trace, on_exists: OnExists) -> Verdict {
    let mut warnings = trace.warnings.clone();
    let mut applied = Vec::new();
    let mut unverified = Vec::new();
    let mut changed = false;
    for run in &trace.runs {
        let Some(end) = run_verdict(run, on_exists, &mut warnings) else { continue };
        match end {
            RunVerdict::Applied { adopted } => {
                changed |= !adopted;
                if !adopted {
                    applied.push(PartRef { action: run.action, fields: run.fields.clone(), item: run.item.clone() });
                }
                unverified.extend(run.unverified.iter().cloned());
            }
            RunVerdict::Failed(failure, effect) => {
                // The place of a later failure (reading back) helps more than none.
                return failed(&failure, effect, trace, applied, warnings, unverified);
            }
            RunVerdict::Uncertain(failure) => {
                let mut error = failure.to_error();
                if let Some(later) = &trace.failure {
                    error.step.clone_from(&later.step);
                    error.seen.clone_from(&later.seen);
                }
                return Verdict {
                    outcome: Outcome::Uncertain,
                    effect: Effect::Uncertain,
                    error: Some(error),
                    applied_parts: applied,
                    unverified,
                    warnings,
                };
            }
        }
    }
    if let Some(failure) = &trace.failure {
        return failed(failure, Effect::None, trace, applied, warnings, unverified);
    }
    let effect = if changed { Effect::Applied } else { Effect::None };
    let invited = trace.last_seen.status.as_ref().and_then(serde_json::Value::as_str) == Some("invited");
    let outcome = if trace.planned.is_some() {
        Outcome::Planned
    } else if trace.reads {
        Outcome::Succeeded
    } else if changed
        && !unverified.is_empty()
        && applied.iter().all(|part| part.fields.iter().all(|f| unverified.contains(f)))
    {
        // Only fields that no view can read were written: nothing was proven.
        Outcome::Uncertain
    } else if changed {
        if invited { Outcome::Pending } else { Outcome::Succeeded }
    } else {
        Outcome::Unchanged
    };
    let effect = if outcome == Outcome::Uncertain { Effect::Uncertain } else { effect };
    Verdict { outcome, effect, error: None, applied_parts: Vec::new(), unverified, warnings }
}

fn failed(
    failure: &Failure,
    effect: Effect,
    trace: &Trace,
    applied: Vec<PartRef>,
    warnings: Vec<Warning>,
    unverified: Vec<String>,
) -> Verdict {
    let mut error = failure.to_error();
    if let Some(later) = &trace.failure {
        if error.step.is_none() {
            error.step.clone_from(&later.step);
        }
        if error.seen.is_none() {
            error.seen.clone_from(&later.seen);
        }
    }
    let effect = if effect == Effect::None && !applied.is_empty() { Effect::Applied } else { effect };
    Verdict { outcome: Outcome::Failed, effect, error: Some(error), applied_parts: applied, unverified, warnings }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Action;
    use crate::engine::trace::LastSeen;

    fn part(commit: Commit, verified: Option<Verified>, rule: Option<RuleOutcome>) -> ActionRun {
        ActionRun {
            action: "users.create".parse::<Action>().unwrap(),
            fields: vec!["name".to_owned()],
            item: None,
            commit,
            rule: rule.map(|rule| (rule, "rule at 1:1".to_owned())),
            verified,
            changed: false,
            unverified: Vec::new(),
        }
    }

    fn verdict(runs: Vec<ActionRun>, failure: Option<Failure>) -> Verdict {
        judge(&Trace { runs, failure, ..Trace::default() }, OnExists::Adopt)
    }

    fn kind(verdict: &Verdict) -> Option<ErrorKind> {
        verdict.error.as_ref().map(|error| error.kind)
    }

    #[test]
    fn the_read_decides_and_not_the_message() {
        let met = verdict(
            vec![part(Commit::Sent, Some(Verified::Met), Some(RuleOutcome::Error(ErrorKind::AppUnavailable)))],
            None,
        );
        assert_eq!((met.outcome, met.effect), (Outcome::Succeeded, Effect::Applied));
        assert_eq!(met.warnings[0].code, "app_reported_error");

        let not_met = part(Commit::Sent, Some(Verified::NotMet("x".to_owned())), Some(RuleOutcome::Done));
        let lied = verdict(vec![not_met], None);
        assert_eq!((lied.outcome, lied.effect), (Outcome::Failed, Effect::Uncertain));
        assert_eq!(kind(&lied), Some(ErrorKind::PostconditionFailed));
    }

    /// The table "After the click" of `docs/integrators.md`, cell by cell.
    #[test]
    fn outcome_and_effect_follow_from_what_was_sent_what_was_read_and_what_the_app_said() {
        use ErrorKind::{AppUnavailable, NoSeats, PostconditionFailed, SessionExpired, VerifyTimeout};
        use RuleOutcome::{AlreadyExists, Done, Error, NotFound};
        let not_met = || Some(Verified::NotMet("it differs".to_owned()));
        let unreadable = || Some(Verified::Unreadable("gone".to_owned()));
        let done = [None, Some(Done)];
        let down = [Error(AppUnavailable), Error(SessionExpired)];
        let check = |what: &str, sent: ActionRun, expected: (Outcome, Effect, Option<ErrorKind>)| {
            let verdict = verdict(vec![sent], None);
            assert_eq!((verdict.outcome, verdict.effect, kind(&verdict)), expected, "{what}");
        };
        for (commit, by) in [(Commit::Sent, "this attempt"), (Commit::Resumed, "an earlier one")] {
            for rule in done {
                let met = part(commit.clone(), Some(Verified::Met), rule);
                check(by, met, (Outcome::Succeeded, Effect::Applied, None));
            }
            check(by, part(commit, unreadable(), None), (Outcome::Uncertain, Effect::Uncertain, Some(VerifyTimeout)));
        }
        for rule in [Error(NoSeats), Error(AppUnavailable), NotFound] {
            let met = part(Commit::Sent, Some(Verified::Met), Some(rule));
            check("met all the same", met, (Outcome::Succeeded, Effect::Applied, None));
        }
        let exists = part(Commit::Sent, Some(Verified::Met), Some(AlreadyExists));
        check("there already", exists, (Outcome::Unchanged, Effect::None, None));
        // As before.
        for (rule, told) in
            [(Error(NoSeats), NoSeats), (AlreadyExists, ErrorKind::AlreadyExists), (NotFound, ErrorKind::NotFound)]
        {
            let refused = part(Commit::Sent, not_met(), Some(rule));
            check("refused", refused.clone(), (Outcome::Failed, Effect::None, Some(told)));
            let half = ActionRun { changed: true, ..refused };
            check("refused, and changed", half, (Outcome::Failed, Effect::Applied, Some(told)));
        }
        for rule in done {
            let lie = part(Commit::Sent, not_met(), rule);
            check("nothing to be seen", lie.clone(), (Outcome::Failed, Effect::Uncertain, Some(PostconditionFailed)));
            let half = ActionRun { changed: true, ..lie };
            check("changed otherwise", half, (Outcome::Failed, Effect::Applied, Some(PostconditionFailed)));
        }
        for rule in down {
            let Error(told) = rule else { unreachable!() };
            let gone = part(Commit::Sent, not_met(), Some(rule));
            check("gone after the click", gone, (Outcome::Failed, Effect::Uncertain, Some(told)));
        }
        for rule in [None, Some(Done), Some(Error(NoSeats)), Some(AlreadyExists), Some(NotFound)] {
            for verified in [None, unreadable()] {
                let blind = part(Commit::Sent, verified, rule);
                check("not read", blind, (Outcome::Uncertain, Effect::Uncertain, Some(VerifyTimeout)));
            }
        }
        // An earlier action was read back, and the click of the next one is not certain to have done nothing.
        let first = || part(Commit::Sent, Some(Verified::Met), Some(Done));
        for (second, effect) in [
            (part(Commit::Sent, not_met(), Some(Error(NoSeats))), Effect::Applied),
            (part(Commit::Sent, not_met(), None), Effect::Uncertain),
        ] {
            let verdict = verdict(vec![first(), second], None);
            assert_eq!((verdict.outcome, verdict.effect, verdict.applied_parts.len()), (Outcome::Failed, effect, 1));
        }
    }

    #[test]
    fn what_cannot_be_read_is_uncertain_whatever_the_app_said() {
        for rule in [None, Some(RuleOutcome::Done), Some(RuleOutcome::Error(ErrorKind::NoSeats))] {
            let unreadable = part(Commit::Sent, Some(Verified::Unreadable("gone".to_owned())), rule);
            let verdict = verdict(vec![unreadable], None);
            assert_eq!((verdict.outcome, verdict.effect), (Outcome::Uncertain, Effect::Uncertain));
            assert_eq!(kind(&verdict), Some(ErrorKind::VerifyTimeout));
        }
        assert_eq!(verdict(vec![part(Commit::Sent, None, None)], None).outcome, Outcome::Uncertain);
    }

    #[test]
    fn a_refusal_that_the_read_confirms_is_told_in_the_apps_terms() {
        let refused = part(
            Commit::Sent,
            Some(Verified::NotMet("not in the list".to_owned())),
            Some(RuleOutcome::Error(ErrorKind::NoSeats)),
        );
        assert_eq!(kind(&verdict(vec![refused], None)), Some(ErrorKind::NoSeats));
    }

    #[test]
    fn a_failure_before_the_commit_changed_nothing() {
        let verdict =
            verdict(vec![part(Commit::NotSent, None, None)], Some(Failure::new(ErrorKind::ElementMissing, "nothing")));
        assert_eq!((verdict.outcome, verdict.effect), (Outcome::Failed, Effect::None));
        assert!(verdict.applied_parts.is_empty());
    }

    #[test]
    fn what_was_done_before_a_later_failure_is_named() {
        let verdict = verdict(
            vec![part(Commit::Sent, Some(Verified::Met), Some(RuleOutcome::Done)), part(Commit::NotSent, None, None)],
            Some(Failure::new(ErrorKind::ElementMissing, "nothing")),
        );
        assert_eq!((verdict.outcome, verdict.effect), (Outcome::Failed, Effect::Applied));
        assert_eq!(verdict.applied_parts.len(), 1);
    }

    #[test]
    fn an_existing_subject_found_by_the_click_is_adopted_or_refused() {
        let exists = || part(Commit::Sent, Some(Verified::Met), Some(RuleOutcome::AlreadyExists));
        let adopted = verdict(vec![exists()], None);
        assert_eq!((adopted.outcome, adopted.effect), (Outcome::Unchanged, Effect::None));
        let trace = Trace { runs: vec![exists()], ..Trace::default() };
        assert_eq!(kind(&judge(&trace, OnExists::Fail)), Some(ErrorKind::AlreadyExists));
        // After a crash the subject that exists is this job's own.
        let resumed = ActionRun { commit: Commit::Resumed, ..exists() };
        assert_eq!(
            judge(&Trace { runs: vec![resumed], ..Trace::default() }, OnExists::Fail).outcome,
            Outcome::Succeeded
        );
    }

    #[test]
    fn an_invitation_is_pending() {
        let trace = Trace {
            runs: vec![part(Commit::Sent, Some(Verified::Met), Some(RuleOutcome::Done))],
            last_seen: LastSeen { status: Some("invited".into()), ..LastSeen::default() },
            ..Trace::default()
        };
        assert_eq!(judge(&trace, OnExists::Adopt).outcome, Outcome::Pending);
    }

    #[test]
    fn only_unreadable_fields_prove_nothing() {
        let mut blind = part(Commit::Sent, Some(Verified::Met), Some(RuleOutcome::Done));
        blind.unverified = vec!["name".to_owned()];
        let verdict = verdict(vec![blind], None);
        assert_eq!((verdict.outcome, verdict.effect), (Outcome::Uncertain, Effect::Uncertain));
        assert_eq!(verdict.unverified, ["name"]);
    }
}
