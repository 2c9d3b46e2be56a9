//! The record of one attempt. Everything that is judged afterwards stands in it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::contract::{Action, Item, PlannedStep, Proof, ResourceKind, Subject, TracedStep, Warning};
use crate::recipe::RuleOutcome;

use super::failure::Failure;

/// What is known about the effect of an action after its commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verified {
    /// The goal holds in the app.
    Met,
    /// It was read, completely, and provably does not hold: what differs.
    NotMet(String),
    /// It could not be read: why.
    Unreadable(String),
}

/// How far an action's commit came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Commit {
    /// Nothing that could change the app was sent.
    NotSent,
    /// The act was sent, or may have been, by this attempt.
    Sent,
    /// An earlier attempt had marked it; this one only read.
    Resumed,
}

/// One action that was done, or begun, in an attempt: a part of the job.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ActionRun {
    /// The action.
    pub action: Action,
    /// Fields that it writes.
    pub fields: Vec<String>,
    /// The one reference that it gives or takes, where each has a commit of its own.
    pub item: Option<String>,
    /// How far its commit came.
    pub commit: Commit,
    /// What the page said afterwards: the rule's outcome and the sentence.
    pub rule: Option<(RuleOutcome, String)>,
    /// What was read back.
    pub verified: Option<Verified>,
    /// Whether the subject reads otherwise after the commit than before it.
    pub changed: bool,
    /// Written fields that no view reads.
    pub unverified: Vec<String>,
}

/// A list that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ListRead {
    /// The entries, by key.
    pub items: Vec<Item>,
    /// The number that the app states.
    pub reported: Option<u64>,
    /// What proves that it is complete.
    pub proof: Proof,
}

/// The subject of a job as it was last read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct LastSeen {
    /// What a result says of it; `None`: it was not there, or not read.
    pub subject: Option<Subject>,
    /// Its texts as the page has them, where white space in them is no plain blank, by field.
    pub raw: BTreeMap<String, String>,
    /// Its canonical status, for `pending`.
    pub status: Option<Value>,
}

impl LastSeen {
    /// Its fields; of those that were looked at in part, the values that it holds.
    pub(super) fn item(&self) -> Option<Item> {
        let Subject { fields, partial, .. } = self.subject.as_ref()?;
        let partial = partial.iter().map(|(name, partial)| (name.clone(), partial.holds.clone().into()));
        Some(fields.clone().into_iter().chain(partial).collect())
    }
}

/// What an attempt cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Cost {
    /// Milliseconds spent on logging in.
    pub login_ms: u64,
    /// Milliseconds spent in the browser.
    pub browser_ms: u64,
    /// `WebDriver` commands.
    pub commands: u64,
}

/// The record of one attempt.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Trace {
    /// Whether the job only reads.
    pub reads: bool,
    /// What was done, step by step.
    pub steps: Vec<TracedStep>,
    /// The actions, in order.
    pub runs: Vec<ActionRun>,
    /// Why the attempt stopped before its end.
    pub failure: Option<Failure>,
    /// Whether reading back was cut off by a stop or a lost lease: nothing is final, the next attempt goes on reading.
    pub cut_off: bool,
    /// The subject as it was last read.
    pub last_seen: LastSeen,
    /// Lists that were read, by resource.
    pub lists: BTreeMap<ResourceKind, ListRead>,
    /// `mode: plan`: what would have been done.
    pub planned: Option<Vec<PlannedStep>>,
    /// What the reader should know besides.
    pub warnings: Vec<Warning>,
    /// Keys that read nearly as the one looked for.
    pub nearly: Nearly,
    /// What it cost.
    pub cost: Cost,
}

/// The key of a list that reads nearly as the one looked for, where exactly one does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Nearly {
    /// Before the commit: somebody else's.
    pub before: Option<String>,
    /// When it was looked for last.
    pub now: Option<String>,
}

impl Nearly {
    /// The one that came with the commit: what the app made of the key.
    pub(super) fn made(&self) -> Option<&str> {
        self.now.as_deref().filter(|_| self.now != self.before)
    }
}

impl ActionRun {
    /// An action of which nothing was sent yet. `unverified`: those of its fields that no view reads.
    pub(super) fn begin(action: Action, fields: Vec<String>, item: Option<String>, unverified: Vec<String>) -> Self {
        Self { action, fields, item, commit: Commit::NotSent, rule: None, verified: None, changed: false, unverified }
    }

    /// Whether its commit was sent, or may have been, by whichever attempt.
    pub(super) fn is_out(&self) -> bool {
        self.commit != Commit::NotSent
    }

    /// Whether the app said that what was to be made is there already.
    pub(super) fn found_there(&self) -> bool {
        matches!(self.rule, Some((RuleOutcome::AlreadyExists, _)))
    }
}

impl Trace {
    /// Notes something for the reader of the result, once.
    pub(super) fn warn(&mut self, code: &str, message: impl Into<String>) {
        let warning = Warning { code: code.to_owned(), message: message.into() };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// The action that is being done.
    pub(super) fn run_mut(&mut self) -> Option<&mut ActionRun> {
        self.runs.last_mut()
    }

    /// Whether a commit was sent, or may have been.
    pub(super) fn is_out(&self) -> bool {
        self.runs.iter().any(ActionRun::is_out)
    }
}
