//! The guarded act: what is collected on the way to a commit, and what is done when an act was stopped as it arrived.

use std::time::Duration;

use tokio::time::Instant;

use crate::browser::{ActGuard, FillValue, Keep, Probe, Query, Stopped};
use crate::contract::ErrorKind;
use crate::recipe::{Condition, Step};
use crate::secrets::Secret;

use super::super::attempt::Attempt;
use super::super::failure::Failure;
use super::StepError;
use super::condition::names_subject;

/// How often a field that the app empties is filled in again.
const REFILLS: u32 = 3;

/// How long a condition that does not hold any more is given to hold again.
const REGAIN: Duration = Duration::from_secs(2);

/// Between two tries of an act that keeps being stopped.
const PAUSE: Duration = Duration::from_millis(25);

/// What has to hold still when the next act arrives.
#[derive(Debug, Default)]
pub(in crate::engine) struct Watched {
    /// Tells what is filled in for one commit from what is for another.
    mark: String,
    /// What `expect` steps found since the last act that may have changed the page.
    expects: Vec<(Probe, Condition)>,
    /// What was filled in.
    filled: Vec<Filled>,
}

/// A field that was filled in.
#[derive(Debug)]
struct Filled {
    query: Query,
    text: Secret,
    secret: bool,
    typing: Option<Typed>,
}

/// How a field is typed into key by key.
#[derive(Debug, Clone)]
pub(in crate::engine) struct Typed {
    /// What it shows then, if not what was typed.
    pub(in crate::engine) reads: Option<String>,
}

/// How often an act was tried.
#[derive(Debug, Default)]
pub(in crate::engine) struct Tries {
    stopped: u32,
    refills: u32,
}

impl Watched {
    /// Nothing, for a commit that begins.
    pub(in crate::engine) fn begin() -> Self {
        Self { mark: uuid::Uuid::new_v4().to_string(), ..Self::default() }
    }

    /// A condition that an `expect` found to hold.
    pub(in crate::engine) fn expected(&mut self, probe: Probe, condition: &Condition) {
        self.expects.push((probe, condition.clone()));
    }

    /// Something was done that may have changed the page: what was expected before it was about that.
    pub(in crate::engine) fn acted(&mut self) {
        self.expects.clear();
    }

    /// What was expected, for an act that leaves the page as it is.
    pub(in crate::engine) fn expects(&self) -> &[(Probe, Condition)] {
        &self.expects
    }

    /// Puts back what an act had made forget that changed nothing after all.
    pub(in crate::engine) fn restore(&mut self, expects: Vec<(Probe, Condition)>) {
        self.expects = expects;
    }

    /// Has a field looked at again when the commit is sent.
    pub(in crate::engine) fn fill(&mut self, query: &Query, text: &str, secret: bool, typing: Option<Typed>) -> Keep {
        let id = self.filled.len();
        self.filled.push(Filled { query: query.clone(), text: Secret::new(text.to_owned()), secret, typing });
        Keep { id, part: self.mark.clone() }
    }
}

impl Attempt<'_> {
    /// The guard of a step's act: of every commit, and of every act in a row.
    pub(in crate::engine) fn guard(&self, commit: bool) -> Option<ActGuard> {
        let committing = self.committing.as_ref().filter(|_| commit);
        if committing.is_none() && self.page.row().is_none() {
            return None;
        }
        let key = self.recipe.resources.get(&self.scope.resource).map(|resource| resource.key.as_str());
        let acts = committing.is_none_or(|committing| committing.action.is_some());
        let subject = key.filter(|_| acts).and_then(|key| self.scope.subject.get(key));
        Some(ActGuard {
            expects: self.watched.expects.iter().map(|(probe, _)| probe.clone()).collect(),
            part: self.watched.mark.clone(),
            subject: subject.map(super::super::value::text).filter(|text| !text.is_empty()),
            commits: committing.is_some(),
        })
    }

    /// An act was stopped when it arrived, and the app noticed nothing of it. Makes good what can be made good, so that
    /// it may be tried again; else says why not, and takes back that a commit was begun.
    pub(super) async fn stopped(
        &mut self,
        step: &Step,
        stopped: Stopped,
        tries: &mut Tries,
        deadline: Instant,
    ) -> Result<(), StepError> {
        self.recorder.note(format!("stopped at {}: {}", stopped.event, stopped.why));
        self.not_sent();
        let goes_on = self.make_good(stopped, tries, deadline).await;
        if goes_on.is_err() && step.commit {
            self.leave_commit().await?;
        }
        Ok(goes_on?)
    }

    async fn make_good(&mut self, stopped: Stopped, tries: &mut Tries, deadline: Instant) -> Result<(), Failure> {
        self.may_go_on()?;
        tries.stopped += 1;
        let unexpected = |message: String| Err(super::unexpected(message));
        if let Some(id) = stopped.field {
            tries.refills += 1;
            if tries.refills > REFILLS || Instant::now() >= deadline {
                return unexpected(format!("{}; it was filled in {REFILLS} times more", stopped.why));
            }
            return self.fill_again(id, deadline).await;
        }
        if let Some((probe, condition)) = stopped.expect.and_then(|at| self.watched.expects.get(at)).cloned() {
            if self.wait(&probe, deadline.min(Instant::now() + REGAIN)).await? {
                return Ok(());
            }
            let kind = if names_subject(&condition) { ErrorKind::SubjectMismatch } else { ErrorKind::UnexpectedPage };
            let message = format!("this held before and does not any more when the act arrives: {probe}");
            return Err(Failure::new(kind, message).at(condition.span));
        }
        if Instant::now() >= deadline {
            let message = format!(
                "the page kept changing under it: {} times it would have hit something else, and nothing was sent; the last time, {}",
                tries.stopped, stopped.why
            );
            return Err(Failure::new(ErrorKind::StepTimeout, message));
        }
        tokio::time::sleep(PAUSE).await;
        Ok(())
    }

    /// Fills in once more what the app has emptied meanwhile.
    async fn fill_again(&mut self, id: usize, deadline: Instant) -> Result<(), Failure> {
        let Some(filled) = self.watched.filled.get(id) else { return Ok(()) };
        let Filled { query, text, secret, typing } = filled;
        let (query, text, secret, typing) = (query.clone(), text.clone(), *secret, typing.clone());
        if secret {
            self.on_allowed_origin().await?;
        }
        let keep = Keep { id, part: self.watched.mark.clone() };
        let value = FillValue { text: text.expose(), secret, keep: Some(&keep) };
        let session = self.session()?;
        let again = match typing {
            // A widget that takes keys only is never written past.
            Some(Typed { reads }) => session.type_text(&query, value, reads.as_deref(), deadline).await,
            None => session.fill(&query, value, deadline).await,
        };
        again.map_err(|error| super::super::failure::command_failure(&error))
    }
}
