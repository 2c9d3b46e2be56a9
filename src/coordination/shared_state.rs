//! What all workers know together: the events of the shared state, folded. Pure; the same events in the same order give
//! the same state in every worker.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::hold::{Hold, Holder, Suspension};
use super::state_event::{StateEvent, StateKind};
use crate::contract::{Action, ErrorKind, IntegrationId, Outcome};

/// How long unproven logins are looked back on.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);
/// The most logins of an integration within [`WINDOW`]: a session that ends at once is not begun again for every job.
const MOST_LOGINS: usize = 30;
/// How long ends are looked back on: the longest window of a limit.
const ENDS: SignedDuration = SignedDuration::from_hours(24);
/// How long starts are looked back on, for the pace.
const PACE: SignedDuration = SignedDuration::from_mins(1);
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
    /// When it was told last that an operator paused it.
    paused: Option<Timestamp>,
    tenure: Option<Holder>,
    logins: HashMap<String, LoginMarks>,
    /// When logins began, within the last hour.
    login_times: VecDeque<Timestamp>,
    ends: VecDeque<End>,
    /// When attempts began, within the last minute.
    starts: VecDeque<Timestamp>,
    /// When the last job that changed a record was sent, by the record's mark.
    written: HashMap<String, Timestamp>,
    /// By the job's id: senders give one id to all the integrations that one event concerns.
    jobs: HashMap<Uuid, JobMarks>,
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
    /// So many logins began within the hour that the app, or whoever watches it, would take offence.
    #[error("{MOST_LOGINS} logins within an hour")]
    TooMany,
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
    /// Attempts that failed for reasons which are not the job's: they do not count against it.
    excused: u32,
    /// Attempts that began and whose end nobody told, with the worker that made each.
    open: HashMap<u32, String>,
    /// By part, with the worker that was about to click.
    committing: BTreeMap<u32, String>,
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
            StateKind::Suspended { until, reason, message, since } => {
                here.suspend(at, since.unwrap_or(at), *until, *reason, message);
            }
            StateKind::Mended => {
                here.suspension = here.suspension.take().filter(|s| s.until.is_some());
            }
            StateKind::Recovered => here.suspension = here.suspension.take().filter(|s| s.until.is_none()),
            StateKind::Resumed => {
                here.suspension = None;
                here.paused = None;
                here.logins.clear();
                here.login_times.clear();
            }
            StateKind::Paused => here.paused = Some(at),
            StateKind::TenureAcquired | StateKind::TenureReleased => {
                let released = event.kind == StateKind::TenureReleased;
                // A release that was written late is not that of whoever holds the integration by now.
                let late = released && here.tenure.as_ref().is_some_and(|holder| holder.worker != event.worker);
                if !late {
                    here.tenure = Some(Holder { worker: event.worker.clone(), released, at });
                }
                // A worker that lost the broker could not tell how its attempt ended. It is back: it did not die of it.
                for marks in here.jobs.values_mut() {
                    marks.open.retain(|_, worker| *worker != event.worker);
                }
            }
            StateKind::LoginStarted { fingerprint } => {
                here.logins.entry(fingerprint.clone()).or_default().open.push(at);
                here.login_times.retain(|begun| at.duration_since(*begun) < WINDOW);
                here.login_times.push_back(at);
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
                here.starts.retain(|start| at.duration_since(*start) < PACE);
                here.starts.push_back(at);
                let marks = here.job(*job_id, at);
                marks.starts += 1;
                // Counted by the order of the starts: a worker whose view was late may have numbered an attempt twice.
                marks.open.insert(marks.starts, event.worker.clone());
            }
            StateKind::AttemptFailed { job_id, reason, .. } => {
                let suspended = here.suspension.is_some();
                let marks = here.job(*job_id, at);
                if not_of_the_job(*reason, suspended) {
                    marks.excused = marks.excused.saturating_add(1).min(marks.starts);
                }
                let last =
                    marks.open.iter().filter(|(_, worker)| **worker == event.worker).map(|(start, _)| *start).max();
                if let Some(last) = last {
                    marks.open.remove(&last);
                }
            }
            StateKind::Committing { job_id, part } => {
                here.job(*job_id, at).committing.insert(*part, event.worker.clone());
            }
            StateKind::CommitWithdrawn { job_id, part } => {
                // Whoever took over has a mark of its own, which a worker that comes late says nothing about.
                let marks = here.job(*job_id, at);
                if marks.committing.get(part).is_some_and(|worker| *worker == event.worker) {
                    marks.committing.remove(part);
                }
            }
            StateKind::End { job_id, outcome, action, wrote, sent, .. } => {
                here.written.retain(|_, sent| at.duration_since(*sent) < JOB_AGE);
                for mark in wrote {
                    let last = here.written.entry(mark.clone()).or_insert_with(|| sent.unwrap_or(at));
                    *last = (*last).max(sent.unwrap_or(at));
                }
                while here.ends.front().is_some_and(|end| at.duration_since(end.at) > ENDS) {
                    here.ends.pop_front();
                }
                here.ends.push_back(End { at, action: *action, outcome: *outcome });
                let holds = here.tenure.as_ref().is_none_or(|holder| holder.worker == event.worker);
                let others = |worker: &String| !holds && *worker != event.worker;
                if let Some(marks) = here.jobs.get_mut(job_id) {
                    // What another worker has begun since is not ended by one that comes late.
                    marks.open.retain(|_, worker| others(worker));
                    marks.committing.retain(|_, worker| others(worker));
                    if marks.open.is_empty() && marks.committing.is_empty() {
                        here.jobs.remove(job_id);
                    }
                }
            }
        }
    }

    /// Why jobs of the integration wait at that time, if they do.
    pub fn hold(&self, integration: &IntegrationId, now: Timestamp) -> Option<Hold> {
        let here = self.integrations.get(integration)?;
        if here.paused.is_some() {
            return Some(Hold::Paused);
        }
        here.suspension
            .clone()
            .filter(|suspension| suspension.until.is_none_or(|until| now < until))
            .map(Hold::Suspended)
    }

    /// What would be forgotten with the end of the log if it were not told again: holds that only a person ends, and the
    /// secrets that were rejected, told longer ago than that.
    pub fn to_tell_again(&self, integration: &IntegrationId, before: Timestamp) -> Vec<StateKind> {
        let Some(here) = self.integrations.get(integration) else { return Vec::new() };
        let mut again = Vec::new();
        if here.paused.is_some_and(|told| told < before) {
            again.push(StateKind::Paused);
        }
        if let Some(suspension) = here.suspension.as_ref().filter(|s| s.until.is_none() && s.told < before) {
            let Suspension { since, until, reason, message, .. } = suspension.clone();
            let rejected = self.rejected(integration).into_iter();
            again.extend(rejected.map(|fingerprint| StateKind::LoginRejected { fingerprint, reason }));
            again.push(StateKind::Suspended { until, reason, message, since: Some(since) });
        }
        again
    }

    /// Fingerprints of the secrets that were rejected.
    pub fn rejected(&self, integration: &IntegrationId) -> Vec<String> {
        let logins = self.integrations.get(integration).map(|here| &here.logins);
        let rejected = logins.into_iter().flatten().filter(|(_, marks)| marks.rejected);
        rejected.map(|(fingerprint, _)| fingerprint.clone()).collect()
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
        let Some(here) = self.integrations.get(integration) else { return Ok(()) };
        let recent = here.login_times.iter().filter(|begun| now.duration_since(**begun) < WINDOW).count();
        let budget = if recent >= MOST_LOGINS { Err(LoginRefusal::TooMany) } else { Ok(()) };
        let Some(marks) = here.logins.get(fingerprint) else { return budget };
        if marks.rejected {
            return Err(LoginRefusal::Rejected);
        }
        let open = marks.open.iter().filter(|at| now.duration_since(**at) < WINDOW).count();
        if open >= 2 { Err(LoginRefusal::Unproven) } else { budget }
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
        self.marks(integration, job_id).map_or_else(Vec::new, |marks| marks.committing.keys().copied().collect())
    }

    /// Who worked for the integration last.
    pub fn tenure(&self, integration: &IntegrationId) -> Option<&Holder> {
        self.integrations.get(integration)?.tenure.as_ref()
    }

    /// How many attempts at a job count against it: those that the app, the network or a worker's end broke off do not.
    pub fn spent(&self, integration: &IntegrationId, job_id: Uuid) -> u32 {
        self.marks(integration, job_id).map_or(0, |marks| marks.starts.saturating_sub(marks.excused))
    }

    /// When the next attempt may begin, where at most so many a minute may; `None`: at once.
    pub fn next_start(&self, integration: &IntegrationId, most: u32, now: Timestamp) -> Option<Timestamp> {
        let starts = &self.integrations.get(integration)?.starts;
        let within = starts.iter().filter(|start| now.duration_since(**start) < PACE).count();
        let most = usize::try_from(most).unwrap_or(usize::MAX).max(1);
        (within >= most).then(|| starts[starts.len() - most] + PACE)
    }

    /// Whether a job about one of these records that was sent later than that has ended.
    pub fn superseded(&self, integration: &IntegrationId, marks: &[String], sent: Timestamp) -> bool {
        let Some(here) = self.integrations.get(integration) else { return false };
        marks.iter().any(|mark| here.written.get(mark).is_some_and(|last| *last > sent))
    }

    /// How many integrations a worker holds, and how many are held at all.
    pub fn tenures(&self, worker: &str) -> (usize, usize) {
        let held = self.integrations.values().filter_map(|here| here.tenure.as_ref()).filter(|holder| !holder.released);
        held.fold((0, 0), |(own, all), holder| (own + usize::from(holder.worker == worker), all + 1))
    }

    /// How many jobs with that action ended with an effect within a time of at most a day; limits are counted by it.
    pub fn ended(&self, integration: &IntegrationId, action: Action, within: Duration, now: Timestamp) -> usize {
        let within = SignedDuration::try_from(within).unwrap_or(ENDS).min(ENDS);
        let Some(here) = self.integrations.get(integration) else { return 0 };
        here.ends
            .iter()
            .filter(|end| end.action == Some(action) && now.duration_since(end.at) < within)
            .filter(|end| matches!(end.outcome, Outcome::Succeeded | Outcome::Pending | Outcome::Uncertain))
            .count()
    }
}

/// Whether an attempt broke off for a reason that says nothing about its job. `suspended`: the app is known not to work.
fn not_of_the_job(reason: ErrorKind, suspended: bool) -> bool {
    matches!(reason, ErrorKind::LeaseLost | ErrorKind::WorkerShutdown | ErrorKind::UnknownIntegration)
        || (suspended && reason.tells_of_the_app())
}

impl IntegrationState {
    fn job(&mut self, job_id: Uuid, at: Timestamp) -> &mut JobMarks {
        let marks = self.jobs.entry(job_id).or_insert_with(|| JobMarks {
            touched: at,
            starts: 0,
            excused: 0,
            open: HashMap::new(),
            committing: BTreeMap::new(),
        });
        marks.touched = at;
        marks
    }

    fn suspend(
        &mut self,
        told: Timestamp,
        since: Timestamp,
        until: Option<Timestamp>,
        reason: ErrorKind,
        message: &str,
    ) {
        // What a person has to fix is not fixed by waiting.
        if until.is_some() && self.suspension.as_ref().is_some_and(|current| current.until.is_none()) {
            return;
        }
        let again = u32::from(self.suspension.as_ref().is_none_or(|current| current.since != since));
        let count = self.suspension.as_ref().map_or(0, |current| current.count).saturating_add(again);
        self.suspension = Some(Suspension { since, until, reason, message: message.to_owned(), count, told });
    }
}
