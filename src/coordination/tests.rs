//! Tests of the shared state: what stands after which events.

use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::contract::{ErrorKind, IntegrationId, Outcome};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn acme() -> IntegrationId {
    "acme".parse().unwrap()
}

fn event(second: i64, kind: StateKind) -> StateEvent {
    StateEvent { at: at(second), worker: "w1".to_owned(), integration: acme(), kind }
}

fn folded(kinds: impl IntoIterator<Item = (i64, StateKind)>) -> SharedState {
    let mut state = SharedState::default();
    for (second, kind) in kinds {
        state.apply(&event(second, kind));
    }
    state
}

fn suspended(until: Option<i64>) -> StateKind {
    StateKind::Suspended {
        until: until.map(at),
        reason: if until.is_some() { ErrorKind::AppUnavailable } else { ErrorKind::BadCredentials },
        message: "why".to_owned(),
        since: None,
    }
}

fn started(fingerprint: &str) -> StateKind {
    StateKind::LoginStarted { fingerprint: fingerprint.to_owned() }
}

#[test]
fn an_outage_ends_by_itself_and_an_account_problem_does_not() {
    let state = folded([(0, suspended(Some(60)))]);
    assert!(state.hold(&acme(), at(59)).is_some());
    assert!(state.hold(&acme(), at(60)).is_none());
    assert!(state.suspension(&acme()).is_some());
    let state = folded([(0, suspended(None)), (1, suspended(Some(60))), (2, StateKind::Recovered)]);
    assert_eq!(state.hold(&acme(), at(1_000_000)).unwrap().until(), None);
    let state = folded([(0, suspended(None)), (1, StateKind::Resumed)]);
    assert!(state.hold(&acme(), at(2)).is_none());
}

#[test]
fn what_only_a_person_ends_is_told_again_before_it_is_forgotten() {
    let rejected = StateKind::LoginRejected { fingerprint: "f".to_owned(), reason: ErrorKind::BadCredentials };
    let state = folded([(0, rejected.clone()), (1, suspended(None)), (2, StateKind::Paused)]);
    assert_eq!(state.to_tell_again(&acme(), at(1)), []);
    let again = state.to_tell_again(&acme(), at(100));
    assert_eq!(again[..2], [StateKind::Paused, rejected]);
    // Whoever begins with what was told again knows the same, and it is the same suspension still.
    let since = state.suspension(&acme()).unwrap().since;
    let state = folded(again.into_iter().map(|kind| (99, kind)));
    let suspension = state.suspension(&acme()).unwrap();
    assert_eq!((suspension.count, state.to_tell_again(&acme(), at(99))), (1, Vec::new()));
    assert_eq!(suspension.since, since);
    assert_eq!(state.rejected(&acme()), ["f"]);
    assert_eq!(state.login(&acme(), "f", at(100)), Err(LoginRefusal::Rejected));
    // An outage ends by itself.
    assert_eq!(folded([(0, suspended(Some(60)))]).to_tell_again(&acme(), at(100)), []);
}

#[test]
fn a_mended_secret_ends_a_suspension_for_it_and_no_pause() {
    let state = folded([(0, suspended(None)), (1, StateKind::Paused), (2, StateKind::Mended)]);
    assert_eq!((state.suspension(&acme()), state.hold(&acme(), at(3))), (None, Some(Hold::Paused)));
    let state = folded([(0, suspended(Some(60))), (1, StateKind::Mended)]);
    assert!(state.hold(&acme(), at(2)).is_some());
}

#[test]
fn attempts_that_were_not_the_jobs_fault_do_not_count_against_it() {
    let job_id = Uuid::from_u128(7);
    let attempt = |number: i64, reason| {
        let start = StateKind::Start { job_id, attempt: u32::try_from(number).unwrap() };
        let failed = StateKind::AttemptFailed { job_id, attempt: u32::try_from(number).unwrap(), reason };
        [(10 * number, start), (10 * number + 1, failed)]
    };
    let mut events: Vec<(i64, StateKind)> = Vec::new();
    events.extend(attempt(1, ErrorKind::BrowserLost));
    events.extend(attempt(2, ErrorKind::LeaseLost));
    events.extend(attempt(3, ErrorKind::AppUnavailable));
    events.push((35, suspended(Some(60))));
    events.extend(attempt(4, ErrorKind::AppUnavailable));
    let state = folded(events);
    assert_eq!((state.attempts(&acme(), job_id), state.spent(&acme(), job_id)), (4, 2));
}

#[test]
fn a_session_that_ends_at_once_is_not_begun_for_ever() {
    let login = |second| [(second, started("f")), (second + 1, StateKind::LoginOk { fingerprint: "f".to_owned() })];
    let logins = |count: i64| folded((0..count).flat_map(|number| login(10 * number)));
    assert_eq!(logins(29).login(&acme(), "f", at(400)), Ok(()));
    assert_eq!(logins(30).login(&acme(), "f", at(400)), Err(LoginRefusal::TooMany));
    assert_eq!(logins(30).login(&acme(), "f", at(3600)), Ok(()), "the first one is an hour ago");
    let resumed = folded((0..30).flat_map(|number| login(10 * number)).chain([(399, StateKind::Resumed)]));
    assert_eq!(resumed.login(&acme(), "f", at(400)), Ok(()));
}

#[test]
fn the_next_start_waits_for_the_pace() {
    let job_id = Uuid::from_u128(7);
    let state = folded([0, 10, 20].map(|second| (second, StateKind::Start { job_id, attempt: 1 })));
    assert_eq!(state.next_start(&acme(), 4, at(21)), None);
    assert_eq!(state.next_start(&acme(), 3, at(21)), Some(at(60)));
    assert_eq!(state.next_start(&acme(), 2, at(21)), Some(at(70)));
    assert_eq!(state.next_start(&acme(), 3, at(61)), None);
}

#[test]
fn outages_in_a_row_are_counted_until_the_app_recovers() {
    let state = folded([(0, suspended(Some(60))), (61, suspended(Some(180)))]);
    assert_eq!(state.suspension(&acme()).unwrap().count, 2);
    let state = folded([(0, suspended(Some(60))), (61, StateKind::Recovered), (70, suspended(Some(130)))]);
    assert_eq!(state.suspension(&acme()).unwrap().count, 1);
}

#[test]
fn a_recovery_does_not_end_a_pause() {
    let state = folded([(0, StateKind::Paused), (1, StateKind::Recovered)]);
    assert_eq!(state.hold(&acme(), at(2)), Some(Hold::Paused));
}

#[test]
fn a_rejected_secret_is_never_typed_again_until_it_changes_or_an_operator_resumes() {
    let rejected = || StateKind::LoginRejected { fingerprint: "old".to_owned(), reason: ErrorKind::BadCredentials };
    let state = folded([(0, started("old")), (1, rejected())]);
    assert_eq!(state.login(&acme(), "old", at(1_000_000)), Err(LoginRefusal::Rejected));
    assert_eq!(state.login(&acme(), "new", at(2)), Ok(()));
    let state = folded([(0, started("old")), (1, rejected()), (2, StateKind::Resumed)]);
    assert_eq!(state.login(&acme(), "old", at(3)), Ok(()));
}

#[test]
fn a_second_login_without_a_known_end_within_the_hour_is_the_last() {
    let state = folded([(0, started("a"))]);
    assert_eq!(state.login(&acme(), "a", at(10)), Ok(()));
    let state = folded([(0, started("a")), (10, started("a"))]);
    assert_eq!(state.login(&acme(), "a", at(20)), Err(LoginRefusal::Unproven));
    assert_eq!(state.login(&acme(), "a", at(3_605)), Ok(()));
    let state =
        folded([(0, started("a")), (10, started("a")), (11, StateKind::LoginOk { fingerprint: "a".to_owned() })]);
    assert_eq!(state.login(&acme(), "a", at(20)), Ok(()));
    let not_sent = StateKind::LoginNotSent { fingerprint: "a".to_owned() };
    let state = folded([(0, started("a")), (10, started("a")), (11, not_sent)]);
    assert_eq!(state.login(&acme(), "a", at(20)), Ok(()));
}

#[test]
fn an_event_of_a_later_version_keeps_its_known_fields() {
    let text = r#"{"at":"2026-01-02T03:04:05Z","worker":"w","integration":"acme","kind":
        {"start":{"job_id":"5f0c2e1e-53bb-4f44-9a0e-6f1f6f4f5a10","attempt":2,"new":1}},"also":"new"}"#;
    let event: StateEvent = serde_json::from_str(text).unwrap();
    assert!(matches!(event.kind, StateKind::Start { attempt: 2, .. }));
    let unit = event_text(StateKind::TenureReleased);
    assert!(unit.contains(r#""kind":"tenure_released""#), "{unit}");
}

#[test]
fn one_id_in_two_integrations_is_two_jobs() {
    let job_id = JOBS[0];
    let beta: IntegrationId = "beta".parse().unwrap();
    let mut state = folded([
        (0, StateKind::Start { job_id, attempt: 1 }),
        (1, StateKind::Committing { job_id, part: 2 }),
        (2, StateKind::Start { job_id, attempt: 2 }),
    ]);
    assert_eq!((state.attempts(&beta, job_id), state.crashes(&beta, job_id)), (0, 0));
    assert_eq!(state.committing(&beta, job_id), [0; 0]);
    let end =
        StateKind::End { job_id, attempt: 1, outcome: Outcome::Succeeded, action: None, wrote: Vec::new(), sent: None };
    state.apply(&StateEvent { integration: beta.clone(), ..event(3, end) });
    assert_eq!((state.attempts(&acme(), job_id), state.committing(&acme(), job_id)), (2, vec![2]));
}

#[test]
fn an_attempt_that_lost_the_broker_is_no_crash_once_its_worker_is_back() {
    let job_id = JOBS[0];
    let start = |attempt| StateKind::Start { job_id, attempt };
    let cut = [(0, StateKind::TenureAcquired), (1, start(1)), (2, StateKind::TenureAcquired), (3, start(2))];
    let mut state = folded(cut);
    assert_eq!((state.attempts(&acme(), job_id), state.crashes(&acme(), job_id)), (2, 1));
    // Another worker that takes over says nothing about the first one.
    let other = |second, kind| StateEvent { worker: "w2".to_owned(), ..event(second, kind) };
    state.apply(&other(4, StateKind::TenureAcquired));
    state.apply(&other(5, start(3)));
    assert_eq!(state.crashes(&acme(), job_id), 2);
    state.apply(&other(6, StateKind::AttemptFailed { job_id, attempt: 3, reason: ErrorKind::BrowserLost }));
    assert_eq!(state.crashes(&acme(), job_id), 1);
    state.apply(&event(7, StateKind::TenureAcquired));
    assert_eq!((state.attempts(&acme(), job_id), state.crashes(&acme(), job_id)), (3, 0));
}

#[test]
fn a_worker_that_comes_late_takes_no_mark_of_its_successor_away() {
    let job_id = JOBS[0];
    let by = |worker: &str, second, kind| StateEvent { worker: worker.to_owned(), ..event(second, kind) };
    let mut state = SharedState::default();
    state.apply(&by("w1", 0, StateKind::TenureAcquired));
    state.apply(&by("w1", 1, StateKind::Start { job_id, attempt: 1 }));
    state.apply(&by("w1", 2, StateKind::Committing { job_id, part: 0 }));
    state.apply(&by("w2", 3, StateKind::TenureAcquired));
    state.apply(&by("w2", 4, StateKind::Start { job_id, attempt: 2 }));
    state.apply(&by("w2", 5, StateKind::Committing { job_id, part: 0 }));
    // Written before the first worker knew that it had lost the integration, and told afterwards.
    state.apply(&by("w1", 6, StateKind::CommitWithdrawn { job_id, part: 0 }));
    assert_eq!(state.committing(&acme(), job_id), [0]);
    let end =
        StateKind::End { job_id, attempt: 1, outcome: Outcome::Failed, action: None, wrote: Vec::new(), sent: None };
    state.apply(&by("w1", 7, end.clone()));
    assert_eq!((state.committing(&acme(), job_id), state.crashes(&acme(), job_id)), (vec![0], 1));
    state.apply(&by("w1", 8, StateKind::TenureReleased));
    let holder = state.tenure(&acme()).unwrap();
    assert_eq!((holder.worker.as_str(), holder.released), ("w2", false));
    // Whoever holds the integration ends the job for good, with the marks of those before.
    state.apply(&by("w2", 9, end));
    assert_eq!((state.committing(&acme(), job_id), state.attempts(&acme(), job_id)), (vec![], 0));
}

fn event_text(kind: StateKind) -> String {
    serde_json::to_string(&event(0, kind)).unwrap()
}

const JOBS: [Uuid; 3] = [Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3)];

fn any_kind() -> impl Strategy<Value = StateKind> {
    let job = prop::sample::select(&JOBS[..]);
    let secret = prop::sample::select(vec!["a".to_owned(), "b".to_owned()]);
    prop_oneof![
        prop::option::of(0..10_000i64).prop_map(suspended),
        Just(StateKind::Recovered),
        Just(StateKind::Resumed),
        Just(StateKind::Paused),
        Just(StateKind::TenureAcquired),
        Just(StateKind::TenureReleased),
        secret.clone().prop_map(|fingerprint| StateKind::LoginStarted { fingerprint }),
        (secret.clone(), 0..9u64).prop_map(|(fingerprint, step)| StateKind::TotpUsed { fingerprint, step }),
        secret.clone().prop_map(|fingerprint| StateKind::LoginOk { fingerprint }),
        secret.clone().prop_map(|fingerprint| StateKind::LoginNotSent { fingerprint }),
        secret.prop_map(|fingerprint| StateKind::LoginRejected { fingerprint, reason: ErrorKind::BadCredentials }),
        job.clone().prop_map(|job_id| StateKind::Start { job_id, attempt: 1 }),
        job.clone().prop_map(|job_id| StateKind::AttemptFailed { job_id, attempt: 1, reason: ErrorKind::BrowserLost }),
        (job.clone(), 0..3u32).prop_map(|(job_id, part)| StateKind::Committing { job_id, part }),
        (job.clone(), 0..3u32).prop_map(|(job_id, part)| StateKind::CommitWithdrawn { job_id, part }),
        job.prop_map(|job_id| StateKind::End {
            job_id,
            attempt: 1,
            outcome: Outcome::Succeeded,
            action: None,
            wrote: Vec::new(),
            sent: None
        }),
    ]
}

proptest! {
    #[test]
    fn events_read_back_as_they_were_written(kind in any_kind()) {
        let event = event(0, kind);
        let text = serde_json::to_string(&event).unwrap();
        prop_assert_eq!(serde_json::from_str::<StateEvent>(&text).unwrap(), event);
    }

    #[test]
    fn a_committing_mark_stands_until_it_is_taken_back_or_the_job_ends(
        kinds in prop::collection::vec(any_kind(), 0..60),
        part in 0..3u32,
    ) {
        let job = JOBS[0];
        let state = folded(kinds.iter().cloned().zip(0..).map(|(kind, second)| (second, kind)));
        let expected = kinds.iter().fold(false, |stands, kind| match kind {
            StateKind::Committing { job_id, part: p } if *job_id == job && *p == part => true,
            StateKind::CommitWithdrawn { job_id, part: p } if *job_id == job && *p == part => false,
            StateKind::End { job_id, .. } if *job_id == job => false,
            _ => stands,
        });
        prop_assert_eq!(state.committing(&acme(), job).contains(&part), expected);
    }

    #[test]
    fn a_rejection_stands_until_a_login_succeeds_or_an_operator_resumes(
        kinds in prop::collection::vec(any_kind(), 0..60),
    ) {
        let state = folded(kinds.iter().cloned().zip(0..).map(|(kind, second)| (second, kind)));
        let rejected = kinds.iter().fold(false, |stands, kind| match kind {
            StateKind::LoginRejected { fingerprint, .. } if fingerprint == "a" => true,
            StateKind::LoginOk { fingerprint } if fingerprint == "a" => false,
            StateKind::Resumed => false,
            _ => stands,
        });
        prop_assert_eq!(state.login(&acme(), "a", at(100)) == Err(LoginRefusal::Rejected), rejected);
    }

    #[test]
    fn a_one_time_password_stays_used(kinds in prop::collection::vec(any_kind(), 0..60)) {
        let state = folded(kinds.iter().cloned().zip(0..).map(|(kind, second)| (second, kind)));
        let last = kinds.iter().filter_map(|kind| match kind {
            StateKind::TotpUsed { fingerprint, step } if fingerprint == "a" => Some(*step),
            _ => None,
        });
        prop_assert_eq!(state.totp("a"), last.max());
    }

    #[test]
    fn crashes_never_exceed_attempts(kinds in prop::collection::vec(any_kind(), 0..60)) {
        let state = folded(kinds.into_iter().zip(0..).map(|(kind, second)| (second, kind)));
        for job in JOBS {
            prop_assert!(state.crashes(&acme(), job) <= state.attempts(&acme(), job));
        }
    }
}
