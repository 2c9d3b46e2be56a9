//! The record of an attempt while it is made: steps with their pictures, and nothing secret in them.

use std::borrow::Cow;
use std::time::Duration;

use tokio::time::Instant;
use uuid::Uuid;

use crate::browser::{PictureFormat, Rect, Session};
use crate::contract::{Outline, Phase, ProgressPhase, StepStatus, TracedStep};
use crate::recipe::{Recipe, Span};
use crate::secrets::{Redactor, Secret};

use super::command_count::CommandCount;
use super::evidence::Evidence;
use super::evidence_rules::PersonalData;
use super::telling::{Portion, Telling};
use super::trace::Trace;

/// Writes down what an attempt does.
#[derive(Debug)]
pub(super) struct Recorder<'a> {
    /// What is judged afterwards.
    pub(super) trace: Trace,
    evidence: Option<Evidence>,
    /// Tells whoever watches.
    telling: Option<Box<Telling>>,
    /// Hides secrets in everything that is written down; it learns the ones that are made on the way.
    redactor: Redactor,
    /// The part of the attempt that steps are recorded under.
    phase: Phase,
    step: StepAtHand,
    commands: CommandCount,
    /// For the places of steps.
    recipe: &'a Recipe,
    job_id: Uuid,
}

/// What the record of the step at hand will say besides.
#[derive(Debug, Default)]
struct StepAtHand {
    note: Option<String>,
    /// The element that it is about, for its picture.
    outline: Option<Outline>,
    /// A picture taken before a click; afterwards the page may be another one.
    picture: Option<String>,
    /// Whether something was about to be sent that may load another page: while that loads, a browser that is asked for a
    /// picture may never answer.
    acts: bool,
}

/// The beginning of a recorded step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Begun {
    at: Instant,
    commands: u64,
}

/// How a step ended, in words.
#[derive(Debug)]
pub(super) struct Ended {
    /// What it does.
    pub(super) does: String,
    /// Where it stands in the recipe.
    pub(super) span: Option<Span>,
    /// How it ended.
    pub(super) status: StepStatus,
    /// What there is to say about that.
    pub(super) detail: Option<String>,
}

impl<'a> Recorder<'a> {
    /// An empty record, of an attempt that begins with that browser, if with any.
    pub(super) fn new(recipe: &'a Recipe, job_id: Uuid, redactor: Redactor, warm: Option<&mut Session>) -> Self {
        Self {
            trace: Trace::default(),
            evidence: None,
            telling: None,
            redactor,
            phase: Phase::Session,
            step: StepAtHand::default(),
            commands: CommandCount::new(warm),
            recipe,
            job_id,
        }
    }

    /// From now on with an evidence folder.
    pub(super) fn keep(&mut self, evidence: Option<Evidence>) {
        self.evidence = evidence;
    }

    /// From now on with somebody who watches.
    pub(super) fn tell_to(&mut self, telling: Option<Telling>) {
        self.telling = telling.map(Box::new);
    }

    /// Tells whoever watches what the attempt is about now. The text names nobody and nothing that the app holds.
    pub(super) fn tell(&mut self, phase: ProgressPhase, text: impl Into<String>) {
        if let Some(telling) = &mut self.telling {
            telling.phase(phase, self.redactor.redact(&text.into()).into_owned());
        }
    }

    /// Tells whoever watches how far a list is read.
    pub(super) fn tell_portion(&mut self, view: &str, portion: Portion) {
        if let Some(telling) = &mut self.telling {
            telling.portion(view, portion);
        }
    }

    /// Shows the page to whoever watches, if pictures are wanted. Only between steps.
    pub(super) async fn show(&mut self, browser: Option<&mut Session>) {
        let (Some(telling), Some(session)) = (&mut self.telling, browser) else { return };
        if !telling.pictures() {
            return;
        }
        let deadline = Instant::now() + Duration::from_secs(15);
        let before = session.commands();
        let picture = session.screenshot(None, true, PictureFormat::Jpeg, deadline).await;
        self.commands.pictured(session.commands() - before);
        match picture {
            Ok(picture) => telling.picture(&picture),
            Err(error) => tracing::debug!(%error, "no picture for whoever watches"),
        }
    }

    /// Shows the page on which an attempt failed, unless that was just done.
    pub(super) async fn show_end(&mut self, browser: Option<&mut Session>) {
        if self.telling.as_ref().is_some_and(|telling| !telling.pictured()) {
            Box::pin(self.show(browser)).await;
        }
    }

    /// Whether evidence is kept of an attempt that went well, too.
    pub(super) fn always_keeps(&self) -> bool {
        self.evidence.as_ref().is_some_and(Evidence::always)
    }

    /// The part of the attempt that it is in.
    pub(super) fn phase(&self) -> Phase {
        self.phase
    }

    /// Another part of the attempt begins.
    pub(super) fn enter(&mut self, phase: Phase) {
        self.phase = phase;
    }

    /// Something that must not be written down from now on.
    pub(super) fn hide(&mut self, secret: &Secret) {
        self.redactor.add(secret);
    }

    /// A text without secrets.
    pub(super) fn redact<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.redactor.redact(text)
    }

    /// Notes something for the reader of the result, once.
    pub(super) fn warn(&mut self, code: &str, message: impl Into<String>) {
        self.trace.warn(code, message);
    }

    /// What the record of the step at hand says besides.
    pub(super) fn note(&mut self, note: String) {
        self.step.note = Some(note);
    }

    /// What was noted for the step at hand.
    pub(super) fn take_note(&mut self) -> Option<String> {
        self.step.note.take()
    }

    /// The step at hand is about an element in that place.
    pub(super) fn outline(&mut self, rect: Rect) {
        let (width, height) = self.recipe.settings.viewport;
        self.step.outline = Some(Outline {
            x: rect.x,
            y: rect.y,
            w: rect.width,
            h: rect.height,
            viewport_w: width.into(),
            viewport_h: height.into(),
        });
    }

    /// Commands sent in this attempt.
    pub(super) fn commands(&self, browser: Option<&mut Session>) -> u64 {
        self.commands.total(browser)
    }

    /// Another browser takes the place of this one.
    pub(super) fn browser_replaced(&mut self, browser: Option<&mut Session>) {
        self.commands.replaced(browser);
    }

    /// A step begins.
    pub(super) fn begin(&mut self, browser: Option<&mut Session>) -> Begun {
        self.step = StepAtHand::default();
        Begun { at: Instant::now(), commands: self.commands(browser) }
    }

    /// Writes a step into the record.
    pub(super) async fn end(&mut self, begun: Begun, step: Ended, mut browser: Option<&mut Session>) {
        let Ended { does, span, status, detail } = step;
        let source = &self.recipe.source;
        let commands = self.commands(browser.as_deref_mut()) - begun.commands;
        let ms = millis(begun.at.elapsed());
        let picture = match status {
            StepStatus::Skipped => None,
            StepStatus::Ok if self.step.picture.is_some() => self.step.picture.take(),
            _ => self.picture(status, browser.as_deref_mut()).await,
        };
        let watched = self.telling.as_ref().is_some_and(|telling| telling.wants_picture(status));
        if watched && !(self.step.acts && status == StepStatus::Ok) {
            Box::pin(self.show(browser.as_deref_mut())).await;
        }
        let calls = browser.map(Session::take_calls).unwrap_or_default();
        let calls = calls.iter().map(|call| format!("{} {} ms", call.name, millis(call.took))).collect();
        let does = self.redact(&does).into_owned();
        tracing::debug!(job_id = %self.job_id, step = %does, ?status, ms, commands, "step");
        let step = TracedStep {
            phase: self.phase,
            does,
            at: span.map(|span| source.at(span)),
            line: span.map(|span| source.line(source.line_column(span.start).0).trim().to_owned()),
            ms,
            commands,
            status,
            detail: detail.map(|detail| self.redact(&detail).into_owned()),
            calls,
            picture,
            outline: self.step.outline.take(),
        };
        self.trace.steps.push(step);
    }

    /// Takes the picture of an act that is about to be sent, if every step gets one.
    pub(super) async fn picture_before(&mut self, browser: Option<&mut Session>) {
        self.step.acts = true;
        self.step.picture = self.picture(StepStatus::Ok, browser).await;
    }

    /// A picture of the page, if evidence is wanted for a step that ended like this.
    async fn picture(&mut self, status: StepStatus, browser: Option<&mut Session>) -> Option<String> {
        let evidence = self.evidence.as_mut()?;
        if !evidence.wants_picture(status) {
            return None;
        }
        let deadline = Instant::now() + Duration::from_secs(15);
        let session = browser?;
        let before = session.commands();
        // A dialog blocks pictures, and a browser that hangs or is gone has none: the record goes on without.
        let text = evidence.people().personal() == PersonalData::Keep;
        let picture = session.screenshot(None, text, PictureFormat::Webp, deadline).await.ok();
        self.commands.pictured(session.commands() - before);
        evidence.picture(&picture?)
    }

    /// The page as it was when the attempt ended, without secrets.
    pub(super) async fn keep_page(&mut self, browser: Option<&mut Session>) {
        let deadline = Instant::now() + Duration::from_secs(5);
        let Some(evidence) = self.evidence.as_mut() else { return };
        let Some(session) = browser else { return };
        let personal = evidence.people().personal();
        if personal == PersonalData::Drop {
            return;
        }
        let keep = personal == PersonalData::Keep;
        if let Ok(dom) = session.dom(None, deadline).await {
            let clean = self.redactor.redact(&dom);
            let page = match () {
                () if keep => Some(clean.into_owned()),
                // Between marks nobody finds a secret again.
                () if clean != dom => None,
                () => session.dom(Some(evidence.people().words()), deadline).await.ok(),
            };
            if let Some(page) = page {
                let page = if keep { page } else { evidence.people().page(&page) };
                evidence.write("page.html".to_owned(), page.as_bytes());
            }
        }
        let pictured = self.trace.steps.last().is_some_and(|step| step.picture.is_some());
        if !pictured
            && let Ok(picture) = session.screenshot(None, keep, PictureFormat::Webp, deadline).await
            && let Some(step) = self.trace.steps.last_mut()
        {
            step.picture = evidence.picture(&picture);
        }
    }

    /// What was written down, the folder that more is kept in, and what hides secrets in what is told of it.
    pub(super) fn finish(self) -> (Trace, Option<Evidence>, Redactor) {
        (self.trace, self.evidence, self.redactor)
    }
}

/// Whole milliseconds of a length of time.
pub(super) fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
