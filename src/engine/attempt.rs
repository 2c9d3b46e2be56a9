//! One attempt at a job: what it knows, where it stands in the browser, and the record it keeps.

use std::time::Duration;

use tokio::time::Instant;

use crate::browser::{CommandError, Session};
use crate::contract::{ErrorKind, StepStatus};
use crate::recipe::{Recipe, Span};
use crate::secrets::Redactor;

use super::browser_slot::BrowserSlot;
use super::commit_under_way::CommitUnderWay;
use super::delivering::Delivering;
use super::failure::{Attempted, Failure, command_failure};
use super::job_scope::JobScope;
use super::login_under_way::LoginUnderWay;
use super::order::Order;
use super::page_state::PageState;
use super::recorder::{Begun, Ended, Recorder};

/// One attempt at a job.
pub(super) struct Attempt<'a> {
    /// What is to be done, and with what.
    pub(super) order: &'a Order<'a>,
    /// The order's recipe.
    pub(super) recipe: &'a Recipe,
    /// The values that templates see.
    pub(super) scope: JobScope<'a>,
    /// The browser's place.
    pub(super) slot: &'a mut BrowserSlot,
    /// Writes down what is done.
    pub(super) recorder: Recorder<'a>,
    /// What is known about the page.
    pub(super) page: PageState,
    /// The commit that the steps lead to.
    pub(super) commit: CommitUnderWay,
    /// The login that is under way.
    pub(super) login: Option<LoginUnderWay>,
    /// Where the generated values of the action go.
    pub(super) delivering: Delivering,
    /// Whether the gate said that this worker may not act any more, whatever it is about.
    pub(super) gate_shut: bool,
    /// When the attempt's time is up.
    pub(super) deadline: Instant,
}

impl<'a> Attempt<'a> {
    /// An attempt that has that much time.
    pub(super) fn new(order: &'a Order<'a>, slot: &'a mut BrowserSlot, redactor: Redactor, time: Duration) -> Self {
        let recipe = &*order.entry.recipe;
        let job = &order.work.job;
        let mut recorder = Recorder::new(recipe, job.job_id, redactor, slot.session());
        recorder.trace.reads = job.action.is_read();
        Self {
            recipe,
            scope: JobScope::new(order.entry, job.action.subject()),
            recorder,
            order,
            slot,
            commit: CommitUnderWay::default(),
            login: None,
            delivering: Delivering::default(),
            gate_shut: false,
            page: PageState::new(recipe.interrupts.len()),
            deadline: Instant::now() + time,
        }
    }
}

impl Attempt<'_> {
    /// The browser.
    pub(super) fn session(&mut self) -> Attempted<&mut Session> {
        self.slot.session().ok_or_else(|| Failure::new(ErrorKind::BrowserLost, "the browser is gone"))
    }

    /// When a step that begins now must have ended.
    pub(super) fn step_deadline(&self, timeout: Option<crate::contract::Duration>) -> Instant {
        self.within(timeout.unwrap_or(self.recipe.settings.timeouts.step).get())
    }

    /// When a page that is loaded now must be there.
    pub(super) fn page_deadline(&self) -> Instant {
        self.within(self.recipe.settings.timeouts.page.get())
    }

    fn within(&self, time: Duration) -> Instant {
        (Instant::now() + time).min(self.deadline)
    }

    /// Fails when the worker is stopping or the attempt's time is up. Asked between steps only.
    pub(super) fn may_go_on(&self) -> Attempted<()> {
        self.not_stopped()?;
        if Instant::now() >= self.deadline {
            let limit = self.recipe.settings.timeouts.action;
            return Err(Failure::new(
                ErrorKind::StepTimeout,
                format!("the job took longer than {limit} (`settings.timeouts.action`)"),
            ));
        }
        Ok(())
    }

    /// Fails when the worker is stopping or the lease is lost: no browser is opened and nobody logs in then.
    pub(super) fn not_stopped(&self) -> Attempted<()> {
        if !self.order.work.stop.is_cancelled() {
            return Ok(());
        }
        let message = if self.recorder.trace.is_out() {
            "the worker is stopping, or lost its lease; the next attempt reads what became of the commit"
        } else {
            "the worker is stopping, or lost its lease; nothing was committed"
        };
        Err(Failure::new(ErrorKind::WorkerShutdown, message))
    }

    /// The page is no longer known: something was done on it.
    pub(super) fn acted(&mut self) {
        self.page.forget();
        self.commit.watched.acted();
        if let Some(login) = &mut self.login {
            login.acted();
        }
    }

    /// A step begins.
    pub(super) fn begin(&mut self) -> Begun {
        self.recorder.begin(self.slot.session())
    }

    /// Writes a step into the record.
    pub(super) async fn end(
        &mut self,
        begun: Begun,
        does: String,
        span: Option<Span>,
        status: StepStatus,
        detail: Option<String>,
    ) {
        self.recorder.end(begun, Ended { does, span, status, detail }, self.slot.session()).await;
    }

    /// Records a step whose command failed, and says why as a failure.
    pub(super) async fn command_failed(
        &mut self,
        begun: Begun,
        does: String,
        span: Span,
        error: &CommandError,
    ) -> Failure {
        let failure = command_failure(error).at(span);
        self.end(begun, does, Some(span), StepStatus::Failed, Some(failure.message.clone())).await;
        failure
    }

    /// Takes the picture of an act that is about to be sent, if every step gets one.
    pub(super) async fn picture_before(&mut self) {
        self.recorder.picture_before(self.slot.session()).await;
    }
}
