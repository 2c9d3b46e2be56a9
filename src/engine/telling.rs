//! Tells whoever watches a job how far the attempt has come. Nothing is waited for: what finds no room is lost, and the job goes
//! on as if nobody watched.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use tokio::sync::mpsc;
use tokio::time::Instant;

use crate::browser::Picture;
use crate::contract::{EvidencePolicy, JobProgress, PROGRESS_SCHEMA, ProgressPhase, StepStatus, Watch};

use super::evidence_rules::PersonalData;
use super::order::Order;

/// The most bytes of a picture: 200 kB. A larger one is left out.
const MOST_BYTES: usize = 200_000;
/// How often it is told at most how far a list is read.
const EVERY: Duration = Duration::from_secs(1);

/// How far a list is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Portion {
    /// The number of the page that was read last, from 1; of lists in pages.
    pub(super) page: Option<u64>,
    /// How many pages there are, where the app's own number of entries tells.
    pub(super) pages: Option<u64>,
    /// How many entries were read.
    pub(super) items: u64,
    /// How many there are, as the app states.
    pub(super) total: Option<u64>,
    /// Whether nothing follows.
    pub(super) last: bool,
}

/// What was told of an attempt, and where to.
#[derive(Debug)]
pub(super) struct Telling {
    sender: mpsc::Sender<JobProgress>,
    /// The message that was made last.
    latest: JobProgress,
    /// Whether pictures are wanted, and may be sent.
    pictures: bool,
    /// Whether the phase at hand has no picture yet and is to have one.
    picture_due: bool,
    /// When it was last told how far a list is read.
    portioned: Option<Instant>,
    /// How far it was read since.
    held: Option<JobProgress>,
}

impl Telling {
    /// Of an attempt; `None` where nobody watches.
    pub(super) fn of(order: &Order<'_>, evidence: EvidencePolicy) -> Option<Self> {
        let work = order.work;
        let watch = work.job.options.watch;
        let sender = work.progress.clone().filter(|_| !watch.is_nothing())?;
        // Pictures show people. Whoever keeps these out of evidence, or keeps none, has none sent either.
        let shown = order.evidence.is_some_and(|rules| rules.personal == PersonalData::Keep);
        Some(Self {
            sender,
            latest: JobProgress {
                schema: PROGRESS_SCHEMA.to_owned(),
                job_id: work.job.job_id,
                integration: work.job.integration.clone(),
                attempt: work.attempt,
                number: 0,
                at: Timestamp::now(),
                phase: ProgressPhase::Started,
                text: String::new(),
                page: None,
                pages: None,
                items: None,
                total: None,
                picture: None,
            },
            pictures: watch == Watch::Pictures && shown && evidence != EvidencePolicy::Never,
            picture_due: false,
            portioned: None,
            held: None,
        })
    }

    /// A phase begins, or goes on with something else.
    pub(super) fn phase(&mut self, phase: ProgressPhase, text: String) {
        self.release();
        if self.latest.number > 0 && self.latest.phase == phase && self.latest.text == text {
            return;
        }
        // A browser that was just opened is empty, and one that is looked at may show the page of the job before.
        let empty = matches!(phase, ProgressPhase::Started | ProgressPhase::Session | ProgressPhase::Ended);
        let unseen = empty || commits(phase);
        self.picture_due = self.pictures && !unseen;
        let message = JobProgress { phase, text, ..self.blank() };
        self.send(message);
    }

    /// A part of a list was read. Told once a second, and when it was the last.
    pub(super) fn portion(&mut self, view: &str, portion: Portion) {
        let Portion { page, pages, items, total, last } = portion;
        let text = words(view, portion);
        let message = JobProgress { text, page, pages, items: Some(items), total, ..self.blank() };
        if !last && self.portioned.is_some_and(|told| told.elapsed() < EVERY) {
            self.held = Some(message);
            return;
        }
        self.held = None;
        self.portioned = Some(Instant::now());
        self.send(message);
    }

    /// Whether a picture is to be taken of a step that ended like this. Never while something is committed.
    pub(super) fn wants_picture(&self, status: StepStatus) -> bool {
        let failed = status == StepStatus::Failed && !commits(self.latest.phase);
        self.pictures && status != StepStatus::Skipped && (self.picture_due || failed)
    }

    /// Whether pictures are wanted at all.
    pub(super) fn pictures(&self) -> bool {
        self.pictures
    }

    /// Whether the message that was made last has a picture.
    pub(super) fn pictured(&self) -> bool {
        self.latest.picture.is_some()
    }

    /// The page as it is now.
    pub(super) fn picture(&mut self, picture: &Picture) {
        self.picture_due = false;
        if picture.bytes.len() > MOST_BYTES {
            return;
        }
        self.release();
        let text = "The app, as the worker sees it.".to_owned();
        let message = JobProgress { text, picture: Some(STANDARD.encode(&picture.bytes)), ..self.blank() };
        self.send(message);
    }

    /// A message of the phase at hand that says nothing yet.
    fn blank(&self) -> JobProgress {
        JobProgress {
            schema: self.latest.schema.clone(),
            integration: self.latest.integration.clone(),
            text: String::new(),
            page: None,
            pages: None,
            items: None,
            total: None,
            picture: None,
            ..self.latest
        }
    }

    /// Tells what was held back.
    fn release(&mut self) {
        if let Some(held) = self.held.take() {
            self.send(held);
        }
        self.portioned = None;
    }

    fn send(&mut self, mut message: JobProgress) {
        message.number = self.latest.number.saturating_add(1);
        message.at = Timestamp::now();
        if let Err(error) = self.sender.try_send(message.clone()) {
            tracing::debug!(job_id = %message.job_id, number = message.number, %error, "progress is not told");
        }
        self.latest = message;
    }
}

/// Whether something may be on its way that changes the app.
fn commits(phase: ProgressPhase) -> bool {
    matches!(phase, ProgressPhase::Commit | ProgressPhase::Outcome)
}

/// How far a list is read, in words.
fn words(view: &str, portion: Portion) -> String {
    let Portion { page, pages, items, total, last } = portion;
    let of = |all: Option<u64>| all.map(|all| format!(" of {all}")).unwrap_or_default();
    let so_far = if last { "" } else { " so far" };
    let read = format!("{items}{} entries{so_far}.", of(total));
    match page {
        Some(page) => format!("Read page {page}{} of view `{view}`: {read}", of(pages)),
        None => format!("Reading view `{view}`: {read}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portion_is_told_in_a_sentence() {
        let all = Portion { page: Some(3), pages: Some(12), items: 150, total: Some(571), last: false };
        assert_eq!(words("users", all), "Read page 3 of 12 of view `users`: 150 of 571 entries so far.");
        let unknown = Portion { page: Some(1), items: 20, ..Portion::default() };
        assert_eq!(words("groups", unknown), "Read page 1 of view `groups`: 20 entries so far.");
        let whole = Portion { items: 4, last: true, ..Portion::default() };
        assert_eq!(words("roles", whole), "Reading view `roles`: 4 entries.");
    }
}
