//! Questions to the page: one look, or a wait until one of them holds.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::time::Instant;

use super::act_guard::Guarded;
use super::answer::About;
use super::error::CommandError;
use super::query::{Probe, Query};
use super::session::Session;

/// What a wait saw.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct WaitOutcome {
    /// The first probe, in order, that held; `None` at the deadline.
    pub first: Option<usize>,
    /// Which of them held at that look.
    pub all: Vec<bool>,
    /// Whether the app had not answered yet what an act had sent.
    #[serde(default)]
    pub open: bool,
    /// Where the page is that an act led to: another document than the one that was armed.
    #[serde(default)]
    pub led_to: Option<String>,
}

/// The state of the page directly before an act: what held then does not count as its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// Random; kept on the window, so that its loss tells that the document was replaced.
    pub marker: String,
    /// Which of the probes that were given held.
    pub held: Vec<bool>,
    /// The documents that were armed one by one, since no single script reaches them all; else empty.
    #[serde(skip)]
    pub(super) documents: Vec<ArmedDocument>,
}

/// A document that was armed on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ArmedDocument {
    frames: Vec<Query>,
    marker: String,
}

/// What each part of some probes holds in one document.
#[derive(Debug, Deserialize)]
struct Parts {
    parts: Vec<Option<bool>>,
    replaced: bool,
}

/// How often documents that have to be asked one by one are asked again.
const ASK_AGAIN: Duration = Duration::from_millis(100);

impl Session {
    /// Waits until one of the probes holds. One command for each 3 s.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer; not if the deadline passes.
    pub async fn wait_any(&mut self, probes: &[Probe], deadline: Instant) -> Result<WaitOutcome, CommandError> {
        if !self.reads_across(probes, &[]) {
            let outcome = self.wait_probes(json!({ "op": "probes", "probes": probes }), deadline).await;
            if outcome.is_ok() || !self.take_foreign() {
                return outcome;
            }
            self.note_across(probes, &[]);
        }
        self.wait_across(probes, None, deadline).await
    }

    /// Arms the page for an act that is not a click ([`Session::prepare_click`] arms for those). Some commands for each
    /// document that the probes ask about.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn arm(&mut self, probes: &[Probe], deadline: Instant) -> Result<Baseline, CommandError> {
        self.arm_across(probes, &[], deadline).await
    }

    /// As [`Session::wait_any`], for the same probes in the same order as when the page was armed
    /// ([`Session::prepare_click`]): one counts if it did not hold then, or if the document was replaced since.
    ///
    /// `after`: the act that this is the outcome of, and which of the probes stand for its success: those count once
    /// the app has answered what the act had sent. Where none does, the wait ends with the last answer.
    ///
    /// # Errors
    /// As [`Session::wait_any`].
    pub async fn wait_armed(
        &mut self,
        probes: &[Probe],
        armed: &Baseline,
        after: Option<(&Guarded, &[bool])>,
        deadline: Instant,
    ) -> Result<WaitOutcome, CommandError> {
        if armed.documents.is_empty() {
            let request = match after {
                Some((act, successes)) => {
                    json!({ "op": "outcome", "probes": probes, "armed": armed, "act": act.id, "successes": successes })
                }
                None => json!({ "op": "probes", "probes": probes, "armed": armed }),
            };
            self.wait_probes(request, deadline).await
        } else {
            self.wait_across(probes, Some(armed), deadline).await
        }
    }

    /// Which of the probes hold now. One command.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn probe(&mut self, probes: &[Probe], deadline: Instant) -> Result<Vec<bool>, CommandError> {
        if !self.reads_across(probes, &[]) {
            let look = self.act_now::<WaitOutcome>(json!({ "op": "look", "probes": probes }), deadline).await;
            if look.is_ok() || !self.take_foreign() {
                return Ok(look?.all);
            }
            self.note_across(probes, &[]);
        }
        self.look_across(probes, None, deadline).await
    }

    async fn wait_probes(
        &mut self,
        request: serde_json::Value,
        deadline: Instant,
    ) -> Result<WaitOutcome, CommandError> {
        Ok(self.wait_for(request, About::page(), deadline).await?.value)
    }

    /// Whether the probes ask about a document of another origin, or `frames` are of one, as far as is known.
    pub(super) fn reads_across(&self, probes: &[Probe], frames: &[Query]) -> bool {
        let paths = paths(probes, frames);
        paths.iter().any(|path| self.is_foreign(path))
    }

    /// Remembers that they do.
    pub(super) fn note_across(&mut self, probes: &[Probe], frames: &[Query]) {
        self.frames.foreign.extend(paths(probes, frames).into_iter().filter(|path| !path.is_empty()));
    }

    /// Arms the documents that the probes ask about, each on its own, and the one in `frames` last.
    pub(super) async fn arm_across(
        &mut self,
        probes: &[Probe],
        frames: &[Query],
        deadline: Instant,
    ) -> Result<Baseline, CommandError> {
        let mut documents = Vec::new();
        for path in paths(probes, frames) {
            // A frame that is not there yet is new when it comes.
            let Ok(()) = self.enter_now(&path, deadline).await else { continue };
            let mut request = json!({ "op": "arm" });
            if path.is_empty() {
                self.write_guard(&mut request, "keys", &path);
            }
            let armed = self.act_now::<Baseline>(request, deadline).await;
            let armed = self.leave(&path, armed, deadline).await?;
            documents.push(ArmedDocument { frames: path, marker: armed.marker });
        }
        let held = self.look_across(probes, None, deadline).await?;
        let marker = documents.first().map(|document| document.marker.clone()).unwrap_or_default();
        Ok(Baseline { marker, held, documents })
    }

    async fn wait_across(
        &mut self,
        probes: &[Probe],
        armed: Option<&Baseline>,
        deadline: Instant,
    ) -> Result<WaitOutcome, CommandError> {
        loop {
            let all = self.look_across(probes, armed, deadline).await?;
            let first = all.iter().position(|held| *held);
            if first.is_some() || Instant::now() >= deadline {
                return Ok(WaitOutcome { first, all, open: false, led_to: None });
            }
            tokio::time::sleep_until(deadline.min(Instant::now() + ASK_AGAIN)).await;
        }
    }

    /// One look at every document that the probes ask about. What cannot be asked does not hold, nor does its negation.
    async fn look_across(
        &mut self,
        probes: &[Probe],
        armed: Option<&Baseline>,
        deadline: Instant,
    ) -> Result<Vec<bool>, CommandError> {
        let leaves: Vec<&Probe> = probes.iter().flat_map(leaves).collect();
        let mut answers: Vec<Option<bool>> = vec![None; leaves.len()];
        let mut fresh = vec![false; leaves.len()];
        let known = armed.map_or(&[][..], |armed| &armed.documents);
        let mut documents = paths(probes, &[]);
        for document in known {
            if !documents.contains(&document.frames) {
                documents.push(document.frames.clone());
            }
        }
        for path in documents {
            let here: Vec<usize> = (0..leaves.len()).filter(|at| asked_in(leaves[*at], &path)).collect();
            let marker = known.iter().find(|document| document.frames == path).map(|document| &document.marker);
            let asked: Vec<&Probe> = here.iter().map(|at| leaves[*at]).collect();
            let look = match self.enter_now(&path, deadline).await {
                Ok(()) => {
                    let request = json!({ "op": "parts", "probes": asked, "marker": marker });
                    let look = self.act_now::<Parts>(request, deadline).await;
                    self.leave(&path, look, deadline).await?
                }
                Err(error @ (CommandError::Missing { .. } | CommandError::Ambiguous { .. })) => {
                    tracing::debug!(%error, "a frame is not there");
                    let gone = |probe: &&Probe| Some(matches!(probe, Probe::Gone { .. }));
                    Parts { parts: asked.iter().map(gone).collect(), replaced: true }
                }
                Err(error) => return Err(error),
            };
            for (at, part) in here.into_iter().zip(look.parts) {
                // A message may be in any of the documents.
                let message = matches!(leaves[at], Probe::Toast { .. });
                answers[at] = if message && answers[at] == Some(true) { answers[at] } else { part };
                fresh[at] |= look.replaced && !message;
            }
        }
        let mut answers = answers.into_iter().zip(fresh);
        Ok(probes
            .iter()
            .enumerate()
            .map(|(at, probe)| {
                let (holds, fresh) = combine(probe, &mut answers);
                let before = armed.and_then(|armed| armed.held.get(at)).copied().unwrap_or_default();
                holds == Some(true) && (fresh || !before)
            })
            .collect())
    }

    /// Enters frames that must be there now.
    async fn enter_now(&mut self, frames: &[Query], deadline: Instant) -> Result<(), CommandError> {
        self.enter(frames, deadline.min(Instant::now())).await
    }
}

/// The parts of a probe that are asked of a page, in order.
fn leaves(probe: &Probe) -> Vec<&Probe> {
    match probe {
        Probe::All { all: parts } | Probe::Any { any: parts } => parts.iter().flat_map(leaves).collect(),
        Probe::Not { not } => leaves(not),
        leaf => vec![leaf],
    }
}

fn frames_of(probe: &Probe) -> &[Query] {
    match probe {
        Probe::Visible { query, .. }
        | Probe::Gone { query }
        | Probe::Enabled { query }
        | Probe::OpenedByRow { query }
        | Probe::EveryRow { query, .. }
        | Probe::Value { query, .. } => &query.frames,
        _ => &[],
    }
}

/// Whether a part is asked in the document in these frames: a message may be in any.
fn asked_in(leaf: &Probe, path: &[Query]) -> bool {
    matches!(leaf, Probe::Toast { .. }) || frames_of(leaf) == path
}

/// The documents that probes ask about, the top one first, and the one in `frames` last.
fn paths(probes: &[Probe], frames: &[Query]) -> Vec<Vec<Query>> {
    let mut paths = vec![Vec::new()];
    let asked = probes.iter().flat_map(leaves).map(frames_of);
    for path in asked.chain([frames]) {
        if !paths.iter().any(|known| known == path) {
            paths.push(path.to_vec());
        }
    }
    paths
}

/// The answer to a probe from those to its parts, and whether a document of a part was replaced.
fn combine(probe: &Probe, answers: &mut dyn Iterator<Item = (Option<bool>, bool)>) -> (Option<bool>, bool) {
    let mut parts =
        |parts: &[Probe]| -> Vec<(Option<bool>, bool)> { parts.iter().map(|part| combine(part, answers)).collect() };
    let decide = |parts: Vec<(Option<bool>, bool)>, decisive: bool| {
        let fresh = parts.iter().any(|(_, fresh)| *fresh);
        let holds = if parts.iter().any(|(holds, _)| *holds == Some(decisive)) {
            Some(decisive)
        } else {
            parts.iter().all(|(holds, _)| holds.is_some()).then_some(!decisive)
        };
        (holds, fresh)
    };
    match probe {
        Probe::All { all } => decide(parts(all), false),
        Probe::Any { any } => decide(parts(any), true),
        Probe::Not { not } => {
            let (holds, fresh) = parts(std::slice::from_ref(not))[0];
            (holds.map(|holds| !holds), fresh)
        }
        _ => answers.next().unwrap_or_default(),
    }
}
