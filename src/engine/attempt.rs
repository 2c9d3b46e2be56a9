//! One attempt at a job: what it knows, where it stands in the browser, and the record it keeps.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::browser::{Baseline, Candidate, CommandError, Guarded, Probe, Rect, RowQuery, Session};
use crate::catalog::Entry;
use crate::contract::{Action, ErrorKind, Job, Outline, Phase, Seen, StepStatus, TracedStep};
use crate::recipe::{Recipe, Span, Step};
use crate::secrets::Redactor;

use super::browser_slot::BrowserSlot;
use super::evidence::Evidence;
use super::failure::{Failure, Outcome};
use super::gate::Gate;
use super::scope::{AccountSecrets, Scope};
use super::step::Watched;
use super::trace::{Commit, Trace};

/// What an attempt needs besides the browser.
#[derive(Debug)]
pub(super) struct Context<'a> {
    /// The job.
    pub(super) job: &'a Job,
    /// Its integration and recipe.
    pub(super) entry: &'a Entry,
    /// The service account's secrets.
    pub(super) secrets: &'a AccountSecrets,
    /// Asked before what cannot be taken back.
    pub(super) gate: &'a Gate,
    /// Looked at between steps.
    pub(super) stop: &'a CancellationToken,
    /// Parts that an earlier attempt had begun to commit.
    pub(super) resume_parts: &'a [u32],
}

/// One attempt at a job.
pub(super) struct Attempt<'a> {
    pub(super) context: Context<'a>,
    pub(super) recipe: &'a Recipe,
    pub(super) scope: Scope<'a>,
    pub(super) slot: &'a mut BrowserSlot,
    pub(super) trace: Trace,
    pub(super) evidence: Option<Evidence>,
    /// Hides secrets in everything that is written down; it learns the ones that are made on the way.
    pub(super) redactor: Arc<Redactor>,
    /// The part of the attempt that steps are recorded under.
    pub(super) phase: Phase,
    /// The screen that is known to be shown; forgotten with every act.
    pub(super) screen: Option<String>,
    /// The URL that was loaded by the last act, if nothing was done on the page since.
    pub(super) fresh_url: Option<String>,
    /// Whether the next page that is loaded has to come from the server, whatever is shown now.
    pub(super) from_server: bool,
    /// The row that steps are in.
    pub(super) row: Option<RowQuery>,
    /// What held before the last click.
    pub(super) armed: Option<Baseline>,
    /// What has to hold still when the next guarded act arrives.
    pub(super) watched: Watched,
    /// By which is asked what became of the last commit.
    pub(super) sent_act: Option<Guarded>,
    /// The committing step that was done last, and the row that it was in.
    pub(super) commit_step: Option<(Step, Option<RowQuery>)>,
    /// What the record of the step at hand says besides.
    pub(super) note: Option<String>,
    /// The element that the last step was about, for its picture.
    pub(super) outline: Option<Outline>,
    /// A picture taken before a click; afterwards the page may be another one.
    pub(super) picture_before: Option<String>,
    /// The commit that the steps lead to.
    pub(super) committing: Option<Committing>,
    /// The login that is under way.
    pub(super) login: Option<LoginUnderWay>,
    /// Whether the gate said that this worker may not act any more, whatever it is about.
    pub(super) gate_shut: bool,
    /// How often each interrupt was handled.
    pub(super) interrupts: Vec<u32>,
    pub(super) deadline: Instant,
    /// Commands of browsers that this attempt has closed.
    pub(super) spent_commands: u64,
    /// Commands that only took pictures: evidence is not part of what a job costs.
    pub(super) picture_commands: u64,
    /// Commands that the warm browser had sent before.
    pub(super) commands_before: u64,
}

/// The commit that steps lead to: of an action, or of a login that submits a secret.
#[derive(Debug)]
pub(super) struct Committing {
    /// The action; `None` while logging in.
    pub(super) action: Option<Action>,
    /// The part's number in the shared state.
    pub(super) part: u32,
    /// What the page is asked afterwards.
    pub(super) probes: Vec<Probe>,
    /// Whether it was marked in the shared state.
    pub(super) marked: bool,
    /// Whether the act was sent, or may have been.
    pub(super) sent: bool,
}

/// How far a login came with the secret that the app may reject.
#[derive(Debug)]
pub(super) struct LoginUnderWay {
    /// The fingerprint of the service account's secrets.
    pub(super) fingerprint: String,
    /// Where the first secret was typed: the gate was asked and granted it. `None`: none was typed yet.
    pub(super) typed_at: Option<String>,
    /// Whether something was done since that may have sent it.
    pub(super) sent: bool,
}

/// The beginning of a recorded step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Begun {
    at: Instant,
    commands: u64,
}

impl<'a> Attempt<'a> {
    /// An attempt that has that much time.
    pub(super) fn new(context: Context<'a>, slot: &'a mut BrowserSlot, redactor: Redactor, time: Duration) -> Self {
        let recipe = &*context.entry.recipe;
        let action = context.job.action;
        Self {
            recipe,
            scope: Scope::new(context.entry, action.subject()),
            trace: Trace { reads: action.is_read(), ..Trace::default() },
            context,
            slot,
            evidence: None,
            redactor: Arc::new(redactor),
            phase: Phase::Session,
            screen: None,
            fresh_url: None,
            from_server: false,
            row: None,
            armed: None,
            watched: Watched::default(),
            sent_act: None,
            commit_step: None,
            note: None,
            outline: None,
            picture_before: None,
            committing: None,
            login: None,
            gate_shut: false,
            interrupts: vec![0; recipe.interrupts.len()],
            deadline: Instant::now() + time,
            spent_commands: 0,
            picture_commands: 0,
            commands_before: 0,
        }
    }
}

impl Attempt<'_> {
    /// The browser.
    pub(super) fn session(&mut self) -> Outcome<&mut Session> {
        self.slot.session().ok_or_else(|| Failure::new(ErrorKind::BrowserLost, "the browser is gone"))
    }

    /// Commands sent in this attempt.
    pub(super) fn commands(&mut self) -> u64 {
        let now = self.slot.session().map_or(0, |session| session.commands());
        (self.spent_commands + now.saturating_sub(self.commands_before)).saturating_sub(self.picture_commands)
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
    pub(super) fn may_go_on(&self) -> Outcome<()> {
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
    pub(super) fn not_stopped(&self) -> Outcome<()> {
        if !self.context.stop.is_cancelled() {
            return Ok(());
        }
        let message = if self.trace.parts.iter().any(|part| part.commit != Commit::NotSent) {
            "the worker is stopping, or lost its lease; the next attempt reads what became of the commit"
        } else {
            "the worker is stopping, or lost its lease; nothing was committed"
        };
        Err(Failure::new(ErrorKind::WorkerShutdown, message))
    }

    /// The page is no longer known: something was done on it.
    pub(super) fn acted(&mut self) {
        self.screen = None;
        self.fresh_url = None;
        self.watched.acted();
        if let Some(login) = self.login.as_mut().filter(|login| login.typed_at.is_some()) {
            login.sent = true;
        }
    }

    pub(super) fn begin(&mut self) -> Begun {
        self.outline = None;
        self.picture_before = None;
        self.note = None;
        Begun { at: Instant::now(), commands: self.commands() }
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
        let source = &self.recipe.source;
        let commands = self.commands() - begun.commands;
        let ms = millis(begun.at.elapsed());
        let picture = match (&status, self.phase) {
            (StepStatus::Skipped, _) => None,
            (StepStatus::Ok, _) if self.picture_before.is_some() => self.picture_before.take(),
            _ => self.picture(status).await,
        };
        let calls = self.slot.session().map(Session::take_calls).unwrap_or_default();
        let calls = calls.iter().map(|call| format!("{} {} ms", call.name, millis(call.took))).collect();
        let redactor = Arc::clone(&self.redactor);
        tracing::debug!(job_id = %self.context.job.job_id, step = %redactor.redact(&does), ?status, ms, commands, "step");
        self.trace.steps.push(TracedStep {
            phase: self.phase,
            does: redactor.redact(&does).into_owned(),
            at: span.map(|span| source.at(span)),
            line: span.map(|span| source.line(source.line_column(span.start).0).trim().to_owned()),
            ms,
            commands,
            status,
            detail: detail.map(|detail| redactor.redact(&detail).into_owned()),
            calls,
            picture,
            outline: self.outline.take(),
        });
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

    /// Takes the picture of a click that is about to be sent, if every step gets one.
    pub(super) async fn picture_before(&mut self) {
        self.picture_before = self.picture(StepStatus::Ok).await;
    }

    /// An element's place in the picture.
    pub(super) fn outline_of(&self, rect: Rect) -> Outline {
        let (width, height) = self.recipe.settings.viewport;
        Outline {
            x: rect.x,
            y: rect.y,
            w: rect.width,
            h: rect.height,
            viewport_w: width.into(),
            viewport_h: height.into(),
        }
    }

    /// A picture of the page, if evidence is wanted for a step that ended like this.
    async fn picture(&mut self, status: StepStatus) -> Option<String> {
        let evidence = self.evidence.as_mut()?;
        if !evidence.wants_picture(status) {
            return None;
        }
        let deadline = Instant::now() + Duration::from_secs(15);
        let session = self.slot.session()?;
        let before = session.commands();
        // A dialog blocks pictures, and a browser that hangs or is gone has none: the record goes on without.
        let picture = session.screenshot(None, deadline).await.ok();
        self.picture_commands += session.commands() - before;
        evidence.picture(&picture?)
    }
}

/// A failed command as a failure, with what was seen.
pub(super) fn command_failure(error: &CommandError) -> Failure {
    let kind = match error {
        CommandError::NotReady { .. } | CommandError::Download { .. } => ErrorKind::UnexpectedPage,
        CommandError::Missing { .. } => ErrorKind::ElementMissing,
        CommandError::Ambiguous { .. } => ErrorKind::ElementAmbiguous,
        CommandError::DialogOpen { .. } => ErrorKind::UnexpectedDialog,
        CommandError::NotActionable { .. } | CommandError::Stopped { .. } => ErrorKind::StepTimeout,
        CommandError::Timeout { .. } => ErrorKind::AppBusy,
        CommandError::ReadBack { .. } | CommandError::NoOption { .. } => ErrorKind::InvalidAttribute,
        CommandError::Lost { .. } => ErrorKind::BrowserLost,
        CommandError::Rejected { .. } | CommandError::Driver { .. } => ErrorKind::DriverError,
    };
    let mut failure = Failure::new(kind, error.to_string());
    let seen = Seen {
        dialog: match error {
            CommandError::DialogOpen { text, .. } => Some(text.clone()),
            _ => None,
        },
        candidates: candidates(error)
            .iter()
            .map(|candidate| crate::contract::SeenCandidate {
                element: candidate.element.clone(),
                locator: candidate.locator.clone(),
            })
            .collect(),
        ..Seen::default()
    };
    failure.seen = Some(seen);
    failure
}

/// What came near to what was looked for, or what matched besides.
fn candidates(error: &CommandError) -> &[Candidate] {
    match error {
        CommandError::Missing { candidates, .. } => candidates,
        CommandError::Ambiguous { matches, .. } => matches,
        _ => &[],
    }
}

/// Whole milliseconds of a length of time.
pub(super) fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
