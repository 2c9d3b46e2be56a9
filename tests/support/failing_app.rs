//! An app in memory with a login and users, an engine that works in it through the gate as the real one does, and a plan of
//! what goes wrong at which of the engine's points.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use idlcm::contract::{Effect, ErrorKind, Job, JobError, JobResult, Outcome};
use idlcm::engine::{GateRequest, LoginEnd, Refusal};
use idlcm::worker::{Handler, WorkDone, WorkOrder};
use tokio::sync::{mpsc, oneshot};

/// How often is looked for what was committed.
const READS: u32 = 4;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The worker that is at the point dies, and another one starts.
    Kill,
    /// Its connections are cut.
    Cut,
    /// The app does not answer for so many points.
    Down(u32),
    /// The worker is told to stop, and another one starts.
    Stop,
    /// The service account gets another password, and its sessions end.
    NewPassword,
}

/// A fault that is due. The engine waits at its point until it has happened.
#[derive(Debug)]
pub struct Struck {
    pub fault: Fault,
    pub worker: String,
    pub done: oneshot::Sender<()>,
}

/// What the app saw.
#[derive(Debug, Clone)]
pub enum Act {
    Login {
        worker: String,
        password: u32,
        accepted: bool,
    },
    /// Whoever runs the engine took in that it was rejected.
    RejectionKnown {
        password: u32,
    },
    Created {
        worker: String,
        user: String,
    },
}

#[derive(Debug)]
struct State {
    /// The password that the app takes, and the one that the integration has.
    right: u32,
    known: u32,
    /// For how many points more it does not answer.
    down: u32,
    passed: usize,
    faults: BTreeMap<usize, Fault>,
    acts: Vec<Act>,
}

/// The app.
#[derive(Debug)]
pub struct FailingApp {
    state: Mutex<State>,
    strike: mpsc::UnboundedSender<Struck>,
}

/// Whom a job is about.
pub fn user(job: &Job) -> &str {
    job.user.as_ref().unwrap()["email"].as_str().unwrap()
}

impl FailingApp {
    pub fn new(faults: BTreeMap<usize, Fault>, strike: mpsc::UnboundedSender<Struck>) -> Arc<Self> {
        let state = State { right: 0, known: 0, down: 0, passed: 0, faults, acts: Vec::new() };
        Arc::new(Self { state: Mutex::new(state), strike })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    pub fn acts(&self) -> Vec<Act> {
        self.state().acts.clone()
    }

    pub fn correct_the_password(&self) {
        let mut state = self.state();
        state.known = state.right;
    }

    pub fn no_more_faults(&self) {
        let mut state = self.state();
        state.faults.clear();
        state.down = 0;
    }

    fn is_down(&self) -> bool {
        self.state().down > 0
    }

    fn has(&self, user: &str) -> bool {
        self.state().acts.iter().any(|act| matches!(act, Act::Created { user: created, .. } if created == user))
    }

    /// A point at which something may go wrong.
    async fn point(&self, worker: &str) {
        let fault = {
            let mut state = self.state();
            state.down = state.down.saturating_sub(1);
            let passed = state.passed;
            state.passed += 1;
            let fault = state.faults.remove(&passed);
            match fault {
                Some(Fault::Down(points)) => state.down = points,
                Some(Fault::NewPassword) => state.right += 1,
                _ => {}
            }
            fault
        };
        if let Some(fault) = fault {
            let (done, struck) = oneshot::channel();
            // A run that is over strikes nobody.
            if self.strike.send(Struck { fault, worker: worker.to_owned(), done }).is_ok() {
                struck.await.ok();
            }
        }
    }

    /// The engine of a worker.
    pub fn engine(self: &Arc<Self>, worker: &str) -> Handler {
        let (app, worker) = (Arc::clone(self), worker.to_owned());
        // Which password its session was begun with; the session ends when that changes.
        let session = Arc::new(tokio::sync::Mutex::new(None));
        Handler::new(move |order| {
            let (app, worker, session) = (Arc::clone(&app), worker.clone(), Arc::clone(&session));
            async move { app.attempt(&worker, &mut *session.lock().await, &order).await }
        })
    }

    async fn attempt(&self, worker: &str, session: &mut Option<u32>, order: &WorkOrder) -> WorkDone {
        let resumed = !order.resume_parts.is_empty();
        let who = user(&order.job);
        // Of what was committed before nothing is said that was not read.
        let failed = |kind| {
            let (outcome, effect) =
                if resumed { (Outcome::Uncertain, Effect::Uncertain) } else { (Outcome::Failed, Effect::None) };
            done(order, outcome, effect, Some(kind))
        };
        self.point(worker).await;
        if let Err(kind) = self.log_in(worker, session, order).await {
            let cut_off = resumed
                && (order.stop.is_cancelled()
                    || matches!(kind, ErrorKind::LeaseLost | ErrorKind::Network | ErrorKind::WorkerShutdown));
            return WorkDone { cut_off, ..failed(kind) };
        }
        self.point(worker).await;
        if !resumed {
            if self.is_down() {
                return failed(ErrorKind::AppUnavailable);
            }
            if self.has(who) {
                return done(order, Outcome::Unchanged, Effect::None, None);
            }
            if let Err(refusal) = ask(order, |reply| GateRequest::Commit { part: 0, reply }).await {
                return failed(refusal.kind());
            }
            self.point(worker).await;
            if order.stop.is_cancelled() {
                let taken_back = ask(order, |reply| GateRequest::CommitWithdrawn { part: 0, reply }).await;
                return failed(taken_back.err().map_or(ErrorKind::WorkerShutdown, |refusal| refusal.kind()));
            }
            if !self.is_down() {
                self.state().acts.push(Act::Created { worker: worker.to_owned(), user: who.to_owned() });
            }
        }
        for _ in 0..READS {
            self.point(worker).await;
            if order.stop.is_cancelled() {
                let uncertain = done(order, Outcome::Uncertain, Effect::Uncertain, Some(ErrorKind::VerifyTimeout));
                return WorkDone { cut_off: true, ..uncertain };
            }
            if !self.is_down() {
                return if self.has(who) {
                    done(order, Outcome::Succeeded, Effect::Applied, None)
                } else {
                    done(order, Outcome::Failed, Effect::Uncertain, Some(ErrorKind::PostconditionFailed))
                };
            }
        }
        done(order, Outcome::Uncertain, Effect::Uncertain, Some(ErrorKind::VerifyTimeout))
    }

    async fn log_in(&self, worker: &str, session: &mut Option<u32>, order: &WorkOrder) -> Result<(), ErrorKind> {
        if *session == Some(self.state().right) {
            return Ok(());
        }
        *session = None;
        if self.is_down() {
            return Err(ErrorKind::AppUnavailable);
        }
        let password = self.state().known;
        let fingerprint = format!("password {password}");
        let asked = fingerprint.clone();
        let granted = ask(order, |reply| GateRequest::Login { fingerprint: asked, reply }).await;
        granted.map_err(|refusal| refusal.kind())?;
        self.point(worker).await;
        let ended = |end| {
            let fingerprint = fingerprint.clone();
            move |reply| GateRequest::LoginEnded { fingerprint, end, reply }
        };
        if self.is_down() || order.stop.is_cancelled() {
            let why = if self.is_down() { ErrorKind::AppUnavailable } else { ErrorKind::WorkerShutdown };
            ask(order, ended(LoginEnd::NotSent)).await.map_err(|refusal| refusal.kind())?;
            return Err(why);
        }
        let accepted = {
            let mut state = self.state();
            let accepted = state.right == password;
            state.acts.push(Act::Login { worker: worker.to_owned(), password, accepted });
            accepted
        };
        self.point(worker).await;
        let end = if accepted { LoginEnd::Accepted } else { LoginEnd::Rejected(ErrorKind::BadCredentials) };
        ask(order, ended(end)).await.map_err(|refusal| refusal.kind())?;
        if !accepted {
            self.state().acts.push(Act::RejectionKnown { password });
            return Err(ErrorKind::BadCredentials);
        }
        *session = Some(password);
        Ok(())
    }
}

/// Asks the gate of an attempt.
pub async fn ask(
    order: &WorkOrder,
    request: impl FnOnce(oneshot::Sender<Result<(), Refusal>>) -> GateRequest,
) -> Result<(), Refusal> {
    let (reply, answer) = oneshot::channel();
    if order.gate.send(request(reply)).await.is_err() {
        return Err(Refusal::StateUnavailable);
    }
    answer.await.unwrap_or(Err(Refusal::StateUnavailable))
}

/// What came of an attempt.
pub fn done(order: &WorkOrder, outcome: Outcome, effect: Effect, error: Option<ErrorKind>) -> WorkDone {
    let error = error.map(|kind| JobError::new(kind, "as the test wishes"));
    let placeholder = JobError::new(ErrorKind::Internal, "");
    let job = &order.job;
    let mut result = JobResult::refused(job.job_id, job.integration.clone(), Some(job.action), placeholder);
    (result.attempt, result.redelivered) = (order.attempt, order.redelivered);
    (result.outcome, result.effect) = (outcome, effect);
    result.error = error;
    WorkDone::untouched(result)
}
