//! Guards set, asked, and clicks made good that a guard stopped.

use serde_json::{Value, json};
use tokio::time::Instant;

use super::act_guard::{ActGuard, Arrival, Guarded, Stopped, Unconfirmed};
use super::error::CommandError;
use super::query::Query;
use super::session::Session;

impl Session {
    /// Has the next act (a click, keys, a choice) looked at once more at the moment it arrives. `None`: not.
    pub fn guard_next(&mut self, guard: Option<ActGuard>) {
        self.guards.next = guard;
        self.guards.last = None;
    }

    /// By which is asked what became of the act that was guarded last; `None` if it was not.
    pub fn take_guarded(&mut self) -> Option<Guarded> {
        self.guards.last.take()
    }

    /// Writes the guard of a click into the request that gets it ready. One that nobody asked to be guarded is looked at
    /// all the same: whether it hits what was meant is told by the call that follows, so that it costs no command.
    pub(super) fn guard_click(
        &mut self,
        request: &mut Value,
        query: &Query,
        checked: Option<bool>,
    ) -> Option<Unconfirmed> {
        if self.guards.next.is_some() {
            self.write_guard(request, "click", &query.frames);
            return None;
        }
        self.guards.set += 1;
        request["guard"] = json!({ "id": self.guards.set, "kind": "click", "light": true });
        Some(Unconfirmed { guard: self.guards.set, query: query.clone(), checked })
    }

    /// The click before the call that was just refused was stopped when it arrived, since it would have hit something
    /// else; the app noticed nothing of it. Clicks again.
    pub(super) async fn click_again(&mut self, stopped: Stopped, deadline: Instant) -> Result<(), CommandError> {
        let again = self
            .guards
            .unconfirmed
            .take()
            .filter(|click| click.query.frames.is_empty() && self.frames.entered.is_empty());
        let Some(Unconfirmed { query, checked, .. }) = again.filter(|_| Instant::now() < deadline) else {
            return Err(CommandError::Stopped { stopped });
        };
        tracing::debug!(query = %query, why = stopped.why, "a click was stopped when it arrived; clicking again");
        // A click begins with a look, and a look knows how to click again: without the box the type would hold itself.
        Box::pin(async {
            let prepared = match checked {
                Some(want) => self.prepare_check(&query, want, &[], deadline).await?,
                None => Some(self.prepare_click(&query, &[], deadline).await?),
            };
            match prepared {
                Some(prepared) => self.click(prepared, deadline).await,
                None => Ok(()),
            }
        })
        .await
    }

    /// Writes the guard of the next act into the request that gets it ready.
    pub(super) fn write_guard(&mut self, request: &mut Value, kind: &'static str, frames: &[Query]) {
        let Some(guard) = self.guards.next.take() else { return };
        self.guards.set += 1;
        let id = self.guards.set;
        request["guard"] = json!(guard);
        request["guard"]["id"] = id.into();
        request["guard"]["kind"] = kind.into();
        self.guards.last = Some(Guarded { id, commits: guard.commits, frames: frames.to_vec() });
    }

    /// What became of a guarded act. One command; two more for each frame that it is in.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer; [`CommandError::DialogOpen`] if the act opened a dialog.
    pub async fn arrival(&mut self, guarded: &Guarded, deadline: Instant) -> Result<Arrival, CommandError> {
        let request = json!({ "op": "arrival", "id": guarded.id });
        let foreign = self.is_foreign(&guarded.frames);
        if foreign {
            // The frame may have gone with the act.
            if self.enter(&guarded.frames, deadline.min(Instant::now())).await.is_err() {
                return Ok(Arrival::default());
            }
        }
        let arrival = self.act_now(request, deadline).await;
        if foreign { self.leave(&guarded.frames, arrival, deadline).await } else { arrival }
    }

    /// Directly after an act, if it was guarded: whether the guard let it through. An act that nothing is known of may
    /// have been carried out.
    pub(super) async fn arrived(&mut self, deadline: Instant) -> Result<(), CommandError> {
        let Some(guarded) = self.guards.last.clone() else { return Ok(()) };
        match self.arrival(&guarded, deadline).await {
            Ok(arrival) => match arrival.refusal(guarded.commits) {
                Some(stopped) => Err(CommandError::Stopped { stopped }),
                None => Ok(()),
            },
            // It opened a dialog, so that it arrived.
            Err(CommandError::DialogOpen { .. }) => Ok(()),
            Err(error) => {
                tracing::debug!(%error, "what became of an act is not known");
                Ok(())
            }
        }
    }
}
