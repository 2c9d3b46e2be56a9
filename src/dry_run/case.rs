//! One case of a dry run: how the stage is set, what is done on it, and how that has to end.

use std::fmt;

use crate::contract::{ErrorKind, Job};
use crate::fixture::Fault;

use super::page_mutation::PageMutation;

/// What a case is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Pages that were captured of a live app.
    Captured,
    /// Which pages the screens recognise.
    Screens,
    /// Lists against the app's own data.
    Reads,
    /// Writes, each with its opposite, its repetition and its refusals.
    Writes,
    /// Logging in, and sessions that end.
    Session,
    /// An app that errs, lies, is slow or loses the browser.
    Faults,
    /// Pages that are not any more what the recipe was written for.
    Mutations,
}

impl Kind {
    /// All, in their order.
    pub const ALL: [Self; 7] =
        [Self::Captured, Self::Screens, Self::Reads, Self::Writes, Self::Session, Self::Faults, Self::Mutations];

    /// The first part of the names of its cases.
    pub fn name(self) -> &'static str {
        match self {
            Self::Captured => "captured",
            Self::Screens => "screens",
            Self::Reads => "reads",
            Self::Writes => "writes",
            Self::Session => "session",
            Self::Faults => "faults",
            Self::Mutations => "mutations",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One case.
#[derive(Debug, Clone)]
pub struct Case {
    /// `writes/create/taken`, without the recipe.
    pub name: String,
    /// What it is about.
    pub kind: Kind,
    pub(super) setup: Setup,
    pub(super) acts: Vec<Act>,
}

impl Case {
    /// A case on the app as it is.
    pub(super) fn new(kind: Kind, name: &str, acts: Vec<Act>) -> Self {
        Self { name: format!("{kind}/{name}"), kind, setup: Setup::default(), acts }
    }

    /// How it has to end, in words.
    pub fn expected(&self) -> String {
        if self.kind == Kind::Captured {
            return "a screen of the recipe, its lists readable".to_owned();
        }
        if self.acts.is_empty() {
            return "each page is its own screen".to_owned();
        }
        self.acts.iter().map(|act| act.expect.to_string()).collect::<Vec<_>>().join(", then ")
    }
}

/// How the stage differs from the fixture as it stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Setup {
    /// Only the first so many users.
    pub(super) users: Option<usize>,
    /// Every seat is taken.
    pub(super) no_seats: bool,
    /// What the app does wrong.
    pub(super) faults: Vec<Fault>,
    /// How its pages differ.
    pub(super) mutation: Option<PageMutation>,
    /// The secrets that are typed are not those of the account.
    pub(super) wrong: Option<WrongSecret>,
    /// Users that the integration protects.
    pub(super) protected: Vec<String>,
    /// The page under `captured:` that the case is about, from 0.
    pub(super) captured: Option<usize>,
}

/// A secret that the app does not take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrongSecret {
    Password,
    Seed,
}

/// One job of a case.
#[derive(Debug, Clone)]
pub(super) struct Act {
    pub(super) job: Job,
    pub(super) expect: Expect,
    pub(super) cut: Cut,
}

impl Act {
    pub(super) fn new(job: Job, expect: Expect) -> Self {
        Self { job, expect, cut: Cut::Never }
    }
}

/// When the browser crashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Never,
    /// When the first commit is about to be sent.
    BeforeCommit,
    /// When the first commit has reached the app.
    AfterCommit,
}

/// How a job has to end. That the result is true is asked in every case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expect {
    /// Done as wished, by exactly the writes that it takes.
    Done,
    /// So already, and nothing was written.
    Unchanged,
    /// A list, complete and proven.
    Complete,
    /// Refused, with one of these kinds (any, if there are none), and nothing was changed.
    Refused(Vec<ErrorKind>),
    /// In any way that is true.
    Truthful,
}

impl fmt::Display for Expect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Done => f.write_str("done"),
            Self::Unchanged => f.write_str("unchanged"),
            Self::Complete => f.write_str("complete"),
            Self::Refused(kinds) if kinds.is_empty() => f.write_str("refused"),
            Self::Refused(kinds) => {
                let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
                f.write_str(&names.join(" or "))
            }
            Self::Truthful => f.write_str("a true result"),
        }
    }
}
