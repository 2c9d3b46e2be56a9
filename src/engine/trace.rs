//! The record of one attempt. Everything that is judged afterwards stands in it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::contract::{Action, Item, PlannedStep, Proof, Subject, TracedStep, Warning};
use crate::recipe::RuleOutcome;

use super::failure::Failure;

/// What is known about the effect of a part after its commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verified {
    /// The goal holds in the app.
    Met,
    /// It was read, completely, and provably does not hold: what differs.
    NotMet(String),
    /// It could not be read: why.
    Unreadable(String),
}

/// How far a part's commit came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Commit {
    /// Nothing that could change the app was sent.
    NotSent,
    /// The act was sent, or may have been, by this attempt.
    Sent,
    /// An earlier attempt had marked it; this one only read.
    Resumed,
}

/// One action that was part of an attempt.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
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

/// The record of one attempt.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Trace {
    /// Whether the job only reads.
    pub reads: bool,
    /// What was done, step by step.
    pub steps: Vec<TracedStep>,
    /// The actions, in order.
    pub parts: Vec<Part>,
    /// Why the attempt stopped before its end.
    pub failure: Option<Failure>,
    /// Whether reading back was cut off by a stop or a lost lease: nothing is final, the next attempt goes on reading.
    pub cut_off: bool,
    /// The subject as it was last read.
    pub subject: Option<Subject>,
    /// Its texts as the page has them, where white space in them is no plain blank, by field.
    pub raw: BTreeMap<String, String>,
    /// Lists that were read, by resource.
    pub lists: BTreeMap<crate::contract::ResourceKind, ListRead>,
    /// Fields of the subject's canonical status, for `pending`.
    pub status: Option<Value>,
    /// `mode: plan`: what would have been done.
    pub planned: Option<Vec<PlannedStep>>,
    /// What the reader should know besides.
    pub warnings: Vec<Warning>,
    /// Milliseconds spent on logging in.
    pub login_ms: u64,
    /// Milliseconds spent in the browser.
    pub browser_ms: u64,
    /// `WebDriver` commands.
    pub commands: u64,
}

impl Trace {
    /// Notes something for the reader of the result, once.
    pub(super) fn warn(&mut self, code: &str, message: impl Into<String>) {
        let warning = Warning { code: code.to_owned(), message: message.into() };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }
}
