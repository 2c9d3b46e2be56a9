//! Questions to the page: one look, or a wait until one of them holds.

use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::time::Instant;

use super::error::CommandError;
use super::query::Probe;
use super::script::About;
use super::session::Session;

/// What a wait saw.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct WaitOutcome {
    /// The first probe, in order, that held; `None` at the deadline.
    pub first: Option<usize>,
    /// Which of them held at that look.
    pub all: Vec<bool>,
}

/// The state of the page directly before an act: what held then does not count as its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Armed {
    /// Random; kept on the window, so that its loss tells that the document was replaced.
    pub marker: String,
    /// Which of the probes that were given held.
    pub held: Vec<bool>,
}

impl Session {
    /// Waits until one of the probes holds. One command for each 3 s.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer; not if the deadline passes.
    pub async fn wait_any(&mut self, probes: &[Probe], deadline: Instant) -> Result<WaitOutcome, CommandError> {
        self.wait_probes(json!({ "op": "probes", "probes": probes }), deadline).await
    }

    /// As [`Session::wait_any`], for the same probes in the same order as when the page was armed
    /// ([`Session::prepare_click`]): one counts if it did not hold then, or if the document was replaced since.
    ///
    /// # Errors
    /// As [`Session::wait_any`].
    pub async fn wait_armed(
        &mut self,
        probes: &[Probe],
        armed: &Armed,
        deadline: Instant,
    ) -> Result<WaitOutcome, CommandError> {
        self.wait_probes(json!({ "op": "probes", "probes": probes, "armed": armed }), deadline).await
    }

    /// Which of the probes hold now. One command.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn probe(&mut self, probes: &[Probe], deadline: Instant) -> Result<Vec<bool>, CommandError> {
        let look: WaitOutcome = self.act_now(json!({ "op": "look", "probes": probes }), deadline).await?;
        Ok(look.all)
    }

    async fn wait_probes(
        &mut self,
        request: serde_json::Value,
        deadline: Instant,
    ) -> Result<WaitOutcome, CommandError> {
        Ok(self.wait_for(request, About::page(), deadline).await?.value)
    }
}
