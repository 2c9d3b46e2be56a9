//! Actions: how something is done in the app, and how it is proven.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::contract::{Action, Duration};

use super::outcome::OutcomeRule;
use super::position::Span;
use super::step::Step;

/// An action that the recipe offers.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionSpec {
    /// Which.
    pub action: Action,
    /// How.
    pub kind: ActionKind,
    /// Where it stands.
    pub span: Span,
}

/// How an action is done.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionKind {
    /// By reading a view.
    Read {
        /// The view.
        view: String,
        /// Read instead when the first one cannot be read.
        fallback: Option<String>,
        /// Whether the page of each row is opened for the fields that only it shows. Default: no; a job that asks for
        /// one of these fields gets it all the same.
        detail: bool,
    },
    /// The app shows no list: the recipe's catalogue is the answer.
    Catalog,
    /// By steps with one commit.
    Write(Box<WriteAction>),
    /// `users.grant` and `users.revoke`: by the reference field that they write.
    References(IndexMap<String, WriteAction>),
}

/// An action that changes the app.
#[derive(Debug, Clone, PartialEq)]
pub struct WriteAction {
    /// What holds afterwards.
    pub goal: Goal,
    /// What is done.
    pub steps: Vec<Step>,
    /// What the page after the commit means.
    pub outcomes: Vec<OutcomeRule>,
    /// The view that verifies; default: the one named after the resource.
    pub verify_view: String,
    /// How long the app may take to show the effect. Default: 30 s.
    pub verify_deadline: Duration,
    /// Done when the steps end before the commit: closes a dialog that is left open.
    pub on_abort: Vec<Step>,
    /// The commit stands inside a `for_each` over `change.<field>.add` or `.remove` (or the action is `add_member` or
    /// `remove_member`): each item is found, committed and verified on its own.
    pub per_item: bool,
    /// Fields of the subject whose whole value its templates name.
    pub wholly: BTreeSet<String>,
}

impl WriteAction {
    /// The first committing step that stands in no loop, branch or row.
    pub fn commit(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.commit)
    }
}

/// What holds after an action.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Goal {
    /// Whether the subject exists.
    pub exists: bool,
    /// Fields of the job that the subject then has.
    pub matches: Vec<String>,
    /// Fields that the subject then has, each with the values that will do (the first is the wished one).
    pub set: IndexMap<String, Vec<serde_json::Value>>,
    /// Other ends that are as good. Default: none.
    pub others: Vec<End>,
}

/// A good end of an action besides the one that is wished for.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// Whether the subject exists.
    pub exists: bool,
    /// Fields that the subject then has, each with the values that will do.
    pub set: IndexMap<String, Vec<serde_json::Value>>,
}
