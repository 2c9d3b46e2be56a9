//! The guarded act: what is looked at once more at the moment a click or a key arrives in the page, and what became of it.

use serde::{Deserialize, Serialize};

use super::query::{Probe, Query};

/// What must hold when an act arrives, besides that its target is the element meant (in the row meant).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ActGuard {
    /// Conditions that held before.
    pub expects: Vec<Probe>,
    /// The mark of the fields that were filled in for it ([`Keep::part`]): they must hold what they held then.
    pub part: String,
    /// A text that names whom it is about. If the dialog, form or row around the target says it, it must say it still.
    pub subject: Option<String>,
    /// How long after it was got ready it may arrive, in milliseconds: what comes later was held up, and whatever was asked
    /// before may not be so any more. Default: 30 s, after which it is not looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within_ms: Option<u32>,
    /// Whether it commits: then only what it sends to the app counts as its effect.
    #[serde(skip)]
    pub commits: bool,
}

/// Has a field remembered that is filled in for a later act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Keep {
    /// The field's number, by which an act tells that it changed.
    pub id: usize,
    /// What it is filled in for.
    pub part: String,
}

/// Why an act was stopped when it arrived. Nothing of it reached the app.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Stopped {
    /// The event at which it was.
    pub event: String,
    /// In words.
    pub why: String,
    /// The field ([`Keep::id`]) that did not hold any more what was filled in.
    pub field: Option<usize>,
    /// Which of the conditions did not hold any more.
    pub expect: Option<usize>,
}

/// What became of a guarded act.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Arrival {
    /// Whether the document that it was sent to is still there to be asked.
    pub known: bool,
    /// The events that were let through, in order.
    pub passed: Vec<String>,
    /// Where it was stopped.
    pub stopped: Option<Stopped>,
    /// Whether the page changed when an event of it was let through.
    pub acted: bool,
    /// Whether something was sent to the app since: a request that may change something, a form, a message.
    pub sent: bool,
    /// Whether, provably, nothing at all happened since.
    pub untouched: bool,
}

impl Arrival {
    /// Why it was stopped, if the app surely noticed nothing of it: nothing was sent, and of an act that commits nothing,
    /// nothing came of the events before either (a menu may open when the button goes down).
    pub(super) fn refusal(self, commits: bool) -> Option<Stopped> {
        self.stopped.filter(|_| !self.sent && (commits || !self.acted))
    }
}

/// A click of which nobody has heard yet whether it arrived.
#[derive(Debug, Clone)]
pub(super) struct Unconfirmed {
    pub(super) guard: u64,
    pub(super) query: Query,
    /// What a box is to be.
    pub(super) checked: Option<bool>,
}

/// A guard that was set: its number, and the frames in which it stands.
#[derive(Debug, Clone)]
pub struct Guarded {
    pub(super) id: u64,
    pub(super) commits: bool,
    pub(super) frames: Vec<Query>,
}

/// The guards of a session's acts.
#[derive(Debug, Default)]
pub(super) struct Guards {
    /// How many were set.
    pub(super) set: u64,
    /// The one of the act that is got ready next.
    pub(super) next: Option<ActGuard>,
    /// The one that was set last.
    pub(super) last: Option<Guarded>,
    /// The click before, if nobody asked to have it guarded.
    pub(super) unconfirmed: Option<Unconfirmed>,
}
