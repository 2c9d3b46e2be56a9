//! The guarded act: what is collected on the way to a commit, and what is done when an act was stopped as it arrived.

use std::time::Duration;

use tokio::time::Instant;

use crate::browser::{ActGuard, FillValue, Stopped};
use crate::contract::ErrorKind;
use crate::recipe::Step;

use super::super::attempt::Attempt;
use super::super::failure::{Failure, command_failure};
use super::super::value;
use super::super::watched::{Filled, Typed};
use super::StepError;
use super::condition::names_subject;

/// How often a field that the app empties is filled in again.
const REFILLS: u32 = 3;

/// How often a click that the driver refused to send is tried again.
const OVERTAKEN: u32 = 5;

/// How long a condition that does not hold any more is given to hold again.
const REGAIN: Duration = Duration::from_secs(2);

/// Between two tries of an act that keeps being stopped.
const PAUSE: Duration = Duration::from_millis(25);

/// How often an act was tried.
#[derive(Debug, Default)]
pub(super) struct Tries {
    stopped: u32,
    refills: u32,
    overtaken: u32,
}

impl Tries {
    /// The driver refused to send a click, since the page had changed after the look: whether it is tried again. Where the
    /// look and the driver do not agree on what is free, they never will.
    pub(super) fn overtaken(&mut self, deadline: Instant) -> bool {
        self.overtaken += 1;
        self.overtaken <= OVERTAKEN && Instant::now() < deadline
    }
}

impl Attempt<'_> {
    /// The guard of a step's act: of every commit, and of every act in a row.
    pub(in crate::engine) fn guard(&self, commit: bool) -> Option<ActGuard> {
        let commits = commit && self.commit.is_ahead();
        if !commits && self.page.row().is_none() {
            return None;
        }
        let key = self.recipe.resources.get(&self.scope.resource).map(|resource| resource.key.as_str());
        let acts = !commits || self.commit.of_action().is_some();
        let subject = key.filter(|_| acts).and_then(|key| self.scope.subject.get(key));
        let subject = subject.map(value::text).filter(|text| !text.is_empty());
        Some(self.commit.watched.guard(subject, commits))
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
        if let Some((probe, condition)) = stopped.expect.and_then(|at| self.commit.watched.expects().get(at)).cloned() {
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
        let Some(filled) = self.commit.watched.filled(id) else { return Ok(()) };
        let Filled { query, text, secret, typing } = filled;
        let (query, text, secret, typing) = (query.clone(), text.clone(), *secret, typing.clone());
        if secret {
            self.on_allowed_origin().await?;
        }
        let keep = self.commit.watched.keep(id);
        let value = FillValue { text: text.expose(), secret, keep: Some(&keep) };
        let session = self.session()?;
        let again = match typing {
            // A widget that takes keys only is never written past.
            Some(Typed { reads }) => session.type_text(&query, value, reads.as_deref(), deadline).await,
            None => session.fill(&query, value, deadline).await,
        };
        again.map_err(|error| command_failure(&error))
    }
}
