//! The guarded act: what is looked at once more at the moment a click or a key arrives in the page, and what became of it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::time::Instant;

use super::error::CommandError;
use super::query::{Probe, Query};
use super::session::Session;

/// What must hold when an act arrives, besides that its target is the element meant (in the row meant).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ActGuard {
    /// Conditions that held before.
    pub expects: Vec<Probe>,
    /// The mark of the fields that were filled in for it ([`Keep::part`]): they must hold what they held then.
    pub part: String,
    /// A text that names whom it is about. If the dialog, form or row around the target says it, it must say it still.
    pub subject: Option<String>,
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
    fn refusal(self, commits: bool) -> Option<Stopped> {
        self.stopped.filter(|_| !self.sent && (commits || !self.acted))
    }
}

/// A click of which nobody has heard yet whether it arrived.
#[derive(Debug, Clone)]
pub(super) struct Unconfirmed {
    pub(super) guard: u64,
    query: Query,
    /// What a box is to be.
    checked: Option<bool>,
}

/// A guard that was set: its number, and the frames in which it stands.
#[derive(Debug, Clone)]
pub struct Guarded {
    pub(super) id: u64,
    commits: bool,
    frames: Vec<Query>,
}

impl Session {
    /// Has the next act (a click, keys, a choice) looked at once more at the moment it arrives. `None`: not.
    pub fn guard_next(&mut self, guard: Option<ActGuard>) {
        self.next_guard = guard;
        self.guarded = None;
    }

    /// By which is asked what became of the act that was guarded last; `None` if it was not.
    pub fn take_guarded(&mut self) -> Option<Guarded> {
        self.guarded.take()
    }

    /// Writes the guard of a click into the request that gets it ready. One that nobody asked to be guarded is looked at
    /// all the same: whether it hits what was meant is told by the call that follows, so that it costs no command.
    pub(super) fn guard_click(
        &mut self,
        request: &mut Value,
        query: &Query,
        checked: Option<bool>,
    ) -> Option<Unconfirmed> {
        if self.next_guard.is_some() {
            self.write_guard(request, "click", &query.frames);
            return None;
        }
        self.guards += 1;
        request["guard"] = json!({ "id": self.guards, "kind": "click", "light": true });
        Some(Unconfirmed { guard: self.guards, query: query.clone(), checked })
    }

    /// The click before the call that was just refused was stopped when it arrived, since it would have hit something
    /// else; the app noticed nothing of it. Clicks again.
    pub(super) async fn click_again(&mut self, stopped: Stopped, deadline: Instant) -> Result<(), CommandError> {
        let again = self.unconfirmed.take().filter(|click| click.query.frames.is_empty() && self.entered.is_empty());
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
        let Some(guard) = self.next_guard.take() else { return };
        self.guards += 1;
        let id = self.guards;
        request["guard"] = json!(guard);
        request["guard"]["id"] = id.into();
        request["guard"]["kind"] = kind.into();
        self.guarded = Some(Guarded { id, commits: guard.commits, frames: frames.to_vec() });
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
        let Some(guarded) = self.guarded.clone() else { return Ok(()) };
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
