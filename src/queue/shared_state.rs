//! What all workers know together: the events of the shared state, folded. Pure; the same events in the same order give
//! the same state in every worker.

use std::collections::{BTreeSet, HashMap, VecDeque};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::state_event::{StateEvent, StateKind};
use crate::contract::{Action, ErrorKind, IntegrationId, Outcome};

/// How long ends and unproven logins are looked back on.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);
/// Marks of a job that nobody touched for so long are forgotten: 30 days, the age limit of the stream.
const JOB_AGE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The folded state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SharedState {
    integrations: HashMap<IntegrationId, IntegrationState>,
    /// The last time step of which a one-time password was typed, by the fingerprint of the seed.
    totp: HashMap<String, UsedCode>,
}

/// A time step of which a one-time password was typed, and who asked for it first.
#[derive(Debug, Clone, PartialEq, Eq)]
struct UsedCode {
    step: u64,
    worker: String,
    integration: IntegrationId,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct IntegrationState {
    suspension: Option<Suspension>,
    paused: bool,
    tenure: Option<Holder>,
    logins: HashMap<String, LoginMarks>,
    ends: VecDeque<End>,
    /// By the job's id: senders give one id to all the integrations that one event concerns.
    jobs: HashMap<Uuid, JobMarks>,
}

/// Why an integration does not get jobs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension {
    /// Since when.
    pub since: Timestamp,
    /// Until when; `None`: until an operator resumes.
    pub until: Option<Timestamp>,
    /// What for.
    pub reason: ErrorKind,
    /// In a sentence.
    pub message: String,
    /// How many in a row without a recovery between, from 1.
    pub count: u32,
}

/// Why jobs of an integration wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// The integration is suspended.
    Suspended(Suspension),
    /// An operator paused it.
    Paused,
}

impl Hold {
    /// When it ends by itself.
    pub fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Suspended(suspension) => suspension.until,
            Self::Paused => None,
        }
    }
}

/// Who worked for an integration last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The worker.
    pub worker: String,
    /// Whether it gave the integration back with nothing left half done.
    pub released: bool,
    /// When it began or ended.
    pub at: Timestamp,
}

/// Why a secret is not typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LoginRefusal {
    /// It was rejected before.
    #[error("this secret was rejected before and has not changed")]
    Rejected,
    /// Two logins within the hour began and nobody knows how they ended.
    #[error("two logins in a row ended without a known end")]
    Unproven,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct LoginMarks {
    rejected: bool,
    /// Begun, and no end known.
    open: Vec<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct JobMarks {
    touched: Timestamp,
    starts: u32,
    /// Attempts that began and whose end nobody told, with the worker that made each.
    open: HashMap<u32, String>,
    committing: BTreeSet<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct End {
    at: Timestamp,
    action: Option<Action>,
    outcome: Outcome,
}

impl SharedState {
    /// Takes in the next event.
    pub fn apply(&mut self, event: &StateEvent) {
        let at = event.at;
        let here = self.integrations.entry(event.integration.clone()).or_default();
        match &event.kind {
            StateKind::Suspended { until, reason, message } => here.suspend(at, *until, *reason, message),
            StateKind::Recovered => here.suspension = here.suspension.take().filter(|s| s.until.is_none()),
            StateKind::Resumed => {
                here.suspension = None;
                here.paused = false;
                here.logins.clear();
            }
            StateKind::Paused => here.paused = true,
            StateKind::TenureAcquired | StateKind::TenureReleased => {
                let released = event.kind == StateKind::TenureReleased;
                here.tenure = Some(Holder { worker: event.worker.clone(), released, at });
                // A worker that lost the broker could not tell how its attempt ended. It is back: it did not die of it.
                for marks in here.jobs.values_mut() {
                    marks.open.retain(|_, worker| *worker != event.worker);
                }
            }
            StateKind::LoginStarted { fingerprint } => {
                here.logins.entry(fingerprint.clone()).or_default().open.push(at);
            }
            StateKind::TotpUsed { fingerprint, step } => {
                // Whoever comes first has it: two that asked at once read the same order.
                if self.totp.get(fingerprint).is_none_or(|used| used.step < *step) {
                    let (worker, integration) = (event.worker.clone(), event.integration.clone());
                    self.totp.insert(fingerprint.clone(), UsedCode { step: *step, worker, integration });
                }
            }
            StateKind::LoginOk { fingerprint } => {
                here.logins.remove(fingerprint);
            }
            StateKind::LoginRejected { fingerprint, .. } => {
                here.logins.insert(fingerprint.clone(), LoginMarks { rejected: true, open: Vec::new() });
            }
            StateKind::LoginNotSent { fingerprint } => {
                if let Some(marks) = here.logins.get_mut(fingerprint) {
                    marks.open.pop();
                }
            }
            StateKind::Start { job_id, .. } => {
                here.jobs.retain(|_, marks| at.duration_since(marks.touched) < JOB_AGE);
                let marks = here.job(*job_id, at);
                marks.starts += 1;
                // Counted by the order of the starts: a worker whose view was late may have numbered an attempt twice.
                marks.open.insert(marks.starts, event.worker.clone());
            }
            StateKind::AttemptFailed { job_id, .. } => {
                let marks = here.job(*job_id, at);
                let last =
                    marks.open.iter().filter(|(_, worker)| **worker == event.worker).map(|(start, _)| *start).max();
                if let Some(last) = last {
                    marks.open.remove(&last);
                }
            }
            StateKind::Committing { job_id, part } => {
                here.job(*job_id, at).committing.insert(*part);
            }
            StateKind::CommitWithdrawn { job_id, part } => {
                here.job(*job_id, at).committing.remove(part);
            }
            StateKind::End { job_id, outcome, action, .. } => {
                while here.ends.front().is_some_and(|end| at.duration_since(end.at) > WINDOW) {
                    here.ends.pop_front();
                }
                here.ends.push_back(End { at, action: *action, outcome: *outcome });
                here.jobs.remove(job_id);
            }
        }
    }

    /// Why jobs of the integration wait at that time, if they do.
    pub fn hold(&self, integration: &IntegrationId, now: Timestamp) -> Option<Hold> {
        let here = self.integrations.get(integration)?;
        if here.paused {
            return Some(Hold::Paused);
        }
        here.suspension
            .clone()
            .filter(|suspension| suspension.until.is_none_or(|until| now < until))
            .map(Hold::Suspended)
    }

    /// The integration's last suspension, also when its end has passed and the app was not yet seen to work.
    pub fn suspension(&self, integration: &IntegrationId) -> Option<&Suspension> {
        self.integrations.get(integration)?.suspension.as_ref()
    }

    /// Whether a secret may be typed at that time.
    ///
    /// # Errors
    /// When it was rejected before, or when two logins within the last hour have no known end.
    pub fn login(&self, integration: &IntegrationId, fingerprint: &str, now: Timestamp) -> Result<(), LoginRefusal> {
        let Some(marks) = self.integrations.get(integration).and_then(|here| here.logins.get(fingerprint)) else {
            return Ok(());
        };
        if marks.rejected {
            return Err(LoginRefusal::Rejected);
        }
        let open = marks.open.iter().filter(|at| now.duration_since(**at) < WINDOW).count();
        if open >= 2 { Err(LoginRefusal::Unproven) } else { Ok(()) }
    }

    /// The last time step of which a one-time password of that seed was typed.
    pub fn totp(&self, fingerprint: &str) -> Option<u64> {
        self.totp.get(fingerprint).map(|used| used.step)
    }

    /// Whether a worker that asked for a time step, for that integration, was the first to ask for it or a later one.
    pub fn has_totp(&self, fingerprint: &str, step: u64, worker: &str, integration: &IntegrationId) -> bool {
        let used = self.totp.get(fingerprint);
        used.is_some_and(|used| used.step == step && used.worker == worker && used.integration == *integration)
    }

    fn marks(&self, integration: &IntegrationId, job_id: Uuid) -> Option<&JobMarks> {
        self.integrations.get(integration)?.jobs.get(&job_id)
    }

    /// How many attempts at a job of the integration have begun.
    pub fn attempts(&self, integration: &IntegrationId, job_id: Uuid) -> u32 {
        self.marks(integration, job_id).map_or(0, |marks| marks.starts)
    }

    /// How many attempts at a job have begun and were never heard of again, nor was the worker that made them.
    pub fn crashes(&self, integration: &IntegrationId, job_id: Uuid) -> u32 {
        self.marks(integration, job_id).map_or(0, |marks| u32::try_from(marks.open.len()).unwrap_or(u32::MAX))
    }

    /// The parts of a job whose committing click was about to be sent and whose effect is not known.
    pub fn committing(&self, integration: &IntegrationId, job_id: Uuid) -> Vec<u32> {
        self.marks(integration, job_id).map_or_else(Vec::new, |marks| marks.committing.iter().copied().collect())
    }

    /// Who worked for the integration last.
    pub fn tenure(&self, integration: &IntegrationId) -> Option<&Holder> {
        self.integrations.get(integration)?.tenure.as_ref()
    }

    /// How many jobs with that action ended with an effect in the last hour; limits are counted by it.
    pub fn ended_within_hour(&self, integration: &IntegrationId, action: Action, now: Timestamp) -> usize {
        let Some(here) = self.integrations.get(integration) else { return 0 };
        here.ends
            .iter()
            .filter(|end| end.action == Some(action) && now.duration_since(end.at) < WINDOW)
            .filter(|end| matches!(end.outcome, Outcome::Succeeded | Outcome::Pending | Outcome::Uncertain))
            .count()
    }
}

impl IntegrationState {
    fn job(&mut self, job_id: Uuid, at: Timestamp) -> &mut JobMarks {
        let marks = self.jobs.entry(job_id).or_insert_with(|| JobMarks {
            touched: at,
            starts: 0,
            open: HashMap::new(),
            committing: BTreeSet::new(),
        });
        marks.touched = at;
        marks
    }

    fn suspend(&mut self, since: Timestamp, until: Option<Timestamp>, reason: ErrorKind, message: &str) {
        // What a person has to fix is not fixed by waiting.
        if until.is_some() && self.suspension.as_ref().is_some_and(|current| current.until.is_none()) {
            return;
        }
        let count = self.suspension.as_ref().map_or(0, |current| current.count).saturating_add(1);
        self.suspension = Some(Suspension { since, until, reason, message: message.to_owned(), count });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
        let end = StateKind::End { job_id, attempt: 1, outcome: Outcome::Succeeded, action: None };
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
            job.clone().prop_map(|job_id| StateKind::AttemptFailed {
                job_id,
                attempt: 1,
                reason: ErrorKind::BrowserLost
            }),
            (job.clone(), 0..3u32).prop_map(|(job_id, part)| StateKind::Committing { job_id, part }),
            (job.clone(), 0..3u32).prop_map(|(job_id, part)| StateKind::CommitWithdrawn { job_id, part }),
            job.prop_map(|job_id| StateKind::End { job_id, attempt: 1, outcome: Outcome::Succeeded, action: None }),
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
}
