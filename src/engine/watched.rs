//! What has to hold still until the next guarded act arrives: what was expected, and what was filled in.

use crate::browser::{ActGuard, Keep, Probe, Query};
use crate::recipe::Condition;
use crate::secrets::Secret;

/// How long after it was got ready a commit may arrive, in milliseconds. A worker that was stopped for longer may have lost
/// the integration to another one: the broker gives up a client that is silent for 20 s, two heartbeats.
const COMMIT_WITHIN_MS: u32 = 15_000;

/// What has to hold still when the next act arrives.
#[derive(Debug, Default)]
pub(super) struct Watched {
    /// Tells what is filled in for one commit from what is for another.
    mark: String,
    /// What `expect` steps found since the last act that may have changed the page.
    expects: Vec<(Probe, Condition)>,
    /// What was filled in.
    filled: Vec<Filled>,
}

/// A field that was filled in.
#[derive(Debug)]
pub(super) struct Filled {
    /// The field.
    pub(super) query: Query,
    /// With what.
    pub(super) text: Secret,
    /// Whether that is a secret.
    pub(super) secret: bool,
    /// How it was typed, if key by key.
    pub(super) typing: Option<Typed>,
}

/// How a field is typed into key by key.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    /// What it shows then, if not what was typed.
    pub(super) reads: Option<String>,
}

impl Watched {
    /// Nothing, for a commit that begins.
    pub(super) fn begin() -> Self {
        Self { mark: uuid::Uuid::new_v4().to_string(), ..Self::default() }
    }

    /// A condition that an `expect` found to hold.
    pub(super) fn expected(&mut self, probe: Probe, condition: &Condition) {
        self.expects.push((probe, condition.clone()));
    }

    /// Something was done that may have changed the page: what was expected before it was about that.
    pub(super) fn acted(&mut self) {
        self.expects.clear();
    }

    /// What was expected, for an act that leaves the page as it is.
    pub(super) fn expects(&self) -> &[(Probe, Condition)] {
        &self.expects
    }

    /// Puts back what an act had made forget that changed nothing after all.
    pub(super) fn restore(&mut self, expects: Vec<(Probe, Condition)>) {
        self.expects = expects;
    }

    /// Has a field looked at again when the commit is sent.
    pub(super) fn fill(&mut self, query: &Query, text: &str, secret: bool, typing: Option<Typed>) -> Keep {
        let id = self.filled.len();
        self.filled.push(Filled { query: query.clone(), text: Secret::new(text.to_owned()), secret, typing });
        self.keep(id)
    }

    /// By which the page knows a field that was filled in.
    pub(super) fn keep(&self, id: usize) -> Keep {
        Keep { id, part: self.mark.clone() }
    }

    /// A field that was filled in.
    pub(super) fn filled(&self, id: usize) -> Option<&Filled> {
        self.filled.get(id)
    }

    /// What looks at an act when it arrives. `subject`: what has to stand in its row.
    pub(super) fn guard(&self, subject: Option<String>, commits: bool) -> ActGuard {
        ActGuard {
            expects: self.expects.iter().map(|(probe, _)| probe.clone()).collect(),
            part: self.mark.clone(),
            subject,
            within_ms: commits.then_some(COMMIT_WITHIN_MS),
            commits,
        }
    }
}
