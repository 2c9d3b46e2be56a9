//! How a case ended.

use std::collections::BTreeMap;
use std::time::Instant;

use tempfile::TempDir;

use crate::contract::{Effect, Outcome, TracedResult};
use crate::fixture::Fault;

use super::case::{Act, Case, Expect};
use super::oracle::{Objection, writes};
use super::stage::Acted;

/// Whether a case passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// As it has to be.
    Passed,
    /// Rows were missing from a list that nothing on its pages proves complete.
    NotProvable,
    /// No page that was seen had what the case changes.
    NoEffect,
    /// A result was not true, or not as wished.
    Failed,
}

impl Verdict {
    /// In a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::NotProvable => "not provable",
            Self::NoEffect => "no effect",
            Self::Failed => "FAILED",
        }
    }
}

/// A case that was played.
#[derive(Debug)]
pub struct Played {
    /// The recipe's app.
    pub app: String,
    /// Its place among the cases of its recipe.
    pub number: usize,
    /// The case.
    pub case: Case,
    /// Whether it passed.
    pub verdict: Verdict,
    /// What came of each job.
    pub got: Vec<String>,
    /// What speaks against it.
    pub objections: Vec<String>,
    /// How long it took, in milliseconds.
    pub ms: u64,
    /// How many browser commands it took.
    pub commands: u64,
    /// What was done, for the report.
    pub traces: Vec<TracedResult>,
    /// Pictures and pages of what failed; goes when this is dropped.
    pub evidence: Option<TempDir>,
}

impl Played {
    pub(super) fn new(app: &str, number: usize, case: Case) -> Self {
        Self {
            app: app.to_owned(),
            number,
            case,
            verdict: Verdict::Passed,
            got: Vec::new(),
            objections: Vec::new(),
            ms: 0,
            commands: 0,
            traces: Vec::new(),
            evidence: None,
        }
    }

    pub(super) fn fail(&mut self, why: String) {
        self.verdict = Verdict::Failed;
        self.objections.push(why);
    }

    /// No page had what the case changes, as far as the app heard.
    pub(super) fn note_unchanged(&mut self) {
        if self.verdict == Verdict::Passed {
            self.verdict = Verdict::NoEffect;
        }
    }

    /// Takes one job's end in.
    pub(super) fn take(&mut self, act: &Act, acted: Acted, objections: Vec<Objection>, at: Option<String>) {
        let result = &acted.done.result;
        self.commands += result.times.commands;
        self.got.push(match &result.error {
            Some(error) => format!("{}: {}", result.outcome, error.kind),
            None => result.outcome.to_string(),
        });
        if let Some(why) = unexpected(&act.expect, &acted) {
            self.fail(Objection { says: why, at, unprovable: false }.to_string());
        }
        let (shown, hidden) = shortened(objections);
        for objection in shown {
            // Rows that the app itself left out are missing; rows that nobody left out were not read.
            let unprovable =
                objection.unprovable && self.case.setup.faults.iter().any(|fault| matches!(fault, Fault::Vanish(_)));
            if unprovable && self.verdict == Verdict::Passed {
                self.verdict = Verdict::NotProvable;
            } else if !unprovable {
                self.verdict = Verdict::Failed;
            }
            self.objections.push(objection.to_string());
        }
        self.objections.extend(hidden);
        self.traces.push(acted.done.trace);
    }

    pub(super) fn took(&mut self, begun: Instant) {
        self.ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    }
}

/// Of each place the first few objections, and how many more it has.
fn shortened(objections: Vec<Objection>) -> (Vec<Objection>, Vec<String>) {
    const OF_ONE_PLACE: usize = 3;
    let mut counts: BTreeMap<Option<String>, usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for objection in objections {
        let count = counts.entry(objection.at.clone()).or_default();
        *count += 1;
        if *count <= OF_ONE_PLACE {
            shown.push(objection);
        }
    }
    let more = counts.into_iter().filter(|(_, count)| *count > OF_ONE_PLACE);
    let hidden = more.map(|(at, count)| {
        let at = at.map(|at| format!("{at}: ")).unwrap_or_default();
        format!("{at}and {} more like these", count - OF_ONE_PLACE)
    });
    (shown, hidden.collect())
}

/// What is not as the case expects it; that it is true is asked elsewhere.
fn unexpected(expect: &Expect, acted: &Acted) -> Option<String> {
    let result = &acted.done.result;
    let wrote = writes(&acted.journal).count();
    let as_expected = match expect {
        Expect::Truthful => true,
        Expect::Done => matches!(result.outcome, Outcome::Succeeded | Outcome::Pending) && wrote > 0,
        Expect::Unchanged => matches!(result.outcome, Outcome::Unchanged | Outcome::Pending) && wrote == 0,
        Expect::Complete => result.outcome == Outcome::Succeeded && result.complete != Some(false),
        Expect::Refused(kinds) => {
            let kind = result.error.as_ref().map(|error| error.kind);
            let known = kinds.is_empty() || kind.is_some_and(|kind| kinds.contains(&kind));
            result.outcome == Outcome::Failed && result.effect == Effect::None && known && wrote == 0
        }
    };
    if as_expected {
        return None;
    }
    let action = result.action.map(|action| action.to_string()).unwrap_or_default();
    let why = result.error.as_ref().map(|error| {
        let step = error.step.as_ref().map(|step| format!(" ({step})")).unwrap_or_default();
        format!(": {}: {}{step}", error.kind, error.message)
    });
    let incomplete = if result.complete == Some(false) { ", the list not proven complete" } else { "" };
    let wrote = if wrote > 0 { format!(", {wrote} taken by the app") } else { String::new() };
    Some(format!(
        "{action} ended `{}`{incomplete}{wrote}, and was to end `{expect}`{}",
        result.outcome,
        why.unwrap_or_default()
    ))
}
