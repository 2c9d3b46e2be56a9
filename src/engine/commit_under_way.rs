//! The commit that is under way: where the steps lead, what is looked at before it, and what was sent.

use crate::browser::{Baseline, Guarded, Probe, RowQuery};
use crate::contract::Action;
use crate::recipe::Step;

use super::watched::Watched;

/// The commit that the steps of an attempt lead to, and what was sent of it.
#[derive(Debug, Default)]
pub(super) struct CommitUnderWay {
    /// `None`: the steps lead to none.
    ahead: Option<Committing>,
    /// What held before the last act that commits.
    armed: Option<Baseline>,
    /// What has to hold still when the next guarded act arrives.
    pub(super) watched: Watched,
    /// By which is asked what became of the last commit.
    act: Option<Guarded>,
    /// The committing step that was done last, and the row that it was in.
    step: Option<(Step, Option<RowQuery>)>,
}

/// The commit that steps lead to: of an action, or of a login that submits a secret.
#[derive(Debug)]
pub(super) struct Committing {
    /// The action; `None` while logging in.
    action: Option<Action>,
    /// Its number in the shared state.
    part: u32,
    /// What the page is asked afterwards.
    probes: Vec<Probe>,
    /// Whether it was marked in the shared state.
    marked: bool,
    /// Whether the act was sent, or may have been.
    sent: bool,
}

impl Committing {
    /// Of an action, which has that number in the shared state.
    pub(super) fn action(action: Action, part: u32, probes: Vec<Probe>) -> Self {
        Self { action: Some(action), part, probes, marked: false, sent: false }
    }

    /// Of a login.
    pub(super) fn login(probes: Vec<Probe>) -> Self {
        Self { action: None, part: 0, probes, marked: false, sent: false }
    }

    /// The action's number in the shared state.
    pub(super) fn part(&self) -> u32 {
        self.part
    }

    /// Whether it was marked in the shared state.
    pub(super) fn is_marked(&self) -> bool {
        self.marked
    }

    /// Whether the act was sent, or may have been.
    pub(super) fn is_sent(&self) -> bool {
        self.sent
    }
}

impl CommitUnderWay {
    /// From here on the steps lead to that commit, and nothing of it was done.
    pub(super) fn begin(&mut self, ahead: Committing) {
        *self = Self { ahead: Some(ahead), watched: Watched::begin(), step: self.step.take(), ..Self::default() };
    }

    /// The steps lead to no commit any more.
    pub(super) fn end(&mut self) {
        self.ahead = None;
    }

    /// The steps that follow have nothing to do with the commit, until [`Self::take_up`].
    pub(super) fn set_aside(&mut self) -> Option<Committing> {
        self.ahead.take()
    }

    /// The steps lead again to what was set aside.
    pub(super) fn take_up(&mut self, ahead: Option<Committing>) {
        self.ahead = ahead;
    }

    /// Whether the steps lead to a commit, be it a login's.
    pub(super) fn is_ahead(&self) -> bool {
        self.ahead.is_some()
    }

    /// The commit of an action that the steps lead to.
    pub(super) fn of_action(&self) -> Option<&Committing> {
        self.ahead.as_ref().filter(|ahead| ahead.action.is_some())
    }

    /// The action whose commit the steps lead to.
    pub(super) fn action(&self) -> Option<Action> {
        self.ahead.as_ref()?.action
    }

    /// Whether the act was sent, or may have been.
    pub(super) fn is_sent(&self) -> bool {
        self.ahead.as_ref().is_some_and(|ahead| ahead.sent)
    }

    /// Whether the act was sent, or may have been.
    pub(super) fn set_sent(&mut self, sent: bool) {
        if let Some(ahead) = &mut self.ahead {
            ahead.sent = sent;
        }
    }

    /// Whether it stands in the shared state.
    pub(super) fn set_marked(&mut self, marked: bool) {
        if let Some(ahead) = &mut self.ahead {
            ahead.marked = marked;
        }
    }

    /// What has to be looked at before an act, so that only what appears afterwards counts.
    pub(super) fn armament(&self, commits: bool) -> Vec<Probe> {
        self.ahead.as_ref().filter(|_| commits).map(|ahead| ahead.probes.clone()).unwrap_or_default()
    }

    /// That held before the act.
    pub(super) fn arm(&mut self, baseline: Baseline) {
        self.armed = Some(baseline);
    }

    /// What held before the act, once.
    pub(super) fn disarm(&mut self) -> Option<Baseline> {
        self.armed.take()
    }

    /// A committing step begins, in that row.
    pub(super) fn reached(&mut self, step: &Step, row: Option<&RowQuery>) {
        self.step = Some((step.clone(), row.cloned()));
    }

    /// The committing step that was done last, and the row that it was in.
    pub(super) fn step(&self) -> Option<(Step, Option<RowQuery>)> {
        self.step.clone()
    }

    /// The act was sent as that one.
    pub(super) fn sent_as(&mut self, act: Option<Guarded>) {
        self.act = act;
    }

    /// By which is asked what became of the act.
    pub(super) fn act(&self) -> Option<&Guarded> {
        self.act.as_ref()
    }
}
