//! A commit that arrived at a page which did nothing with it: it is done again.

use crate::contract::Phase;

use super::super::attempt::Attempt;
use super::super::failure::Attempted;

/// How often a commit that came to nothing is done again.
pub(in crate::engine) const MOST_QUIET: u32 = 3;

impl Attempt<'_> {
    /// Whether the committing act arrived in a page whose own scripts were not there yet: nothing was sent, nothing was
    /// loaded, nothing changed. Only a document that was watched from its beginning can tell.
    pub(in crate::engine) async fn came_to_nothing(&mut self) -> bool {
        let Some(act) = self.commit.act().cloned() else { return false };
        let deadline = self.step_deadline(None);
        let Some(session) = self.slot.session() else { return false };
        session.arrival(&act, deadline).await.is_ok_and(|arrival| arrival.untouched)
    }

    /// Does the committing step once more, in the same place. `false`: it was not sent this time, or may have been and
    /// failed; reading tells.
    pub(in crate::engine) async fn commit_again(&mut self, what: &str) -> Attempted<bool> {
        let Some((step, row)) = self.commit.step() else { return Ok(false) };
        let message = format!("the commit of {what} arrived at a page that did nothing with it; it was done again");
        self.recorder.warn("commit_without_effect", message);
        let action = self.commit.action();
        self.recorder.enter(if action.is_some() { Phase::Steps } else { Phase::Login });
        self.page.enter_row(row);
        let again = Box::pin(self.step(&step)).await;
        self.page.leave_row();
        let sent = action.is_none() || self.commit.is_sent();
        match again {
            Ok(_) => Ok(sent),
            Err(failure) if sent => {
                self.recorder.warn("after_commit", failure.message);
                Ok(false)
            }
            Err(failure) => Err(failure),
        }
    }
}
