//! Once something failed: which conditions hold on the page, what is seen in their place, and what the app says.

use serde::Deserialize;
use serde_json::json;
use tokio::time::Instant;

use super::error::{Candidate, CommandError};
use super::query::Probe;
use super::session::Session;

/// What became of one condition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Finding {
    /// Whether it holds now.
    pub holds: bool,
    /// What is seen where it looks, in words: `it reads "Saved"`.
    #[serde(default)]
    pub seen: Option<String>,
    /// Whether the element that it is about is not there.
    pub missing: bool,
    /// What comes near to that.
    pub candidates: Vec<Candidate>,
}

/// What the page shows about some conditions.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct Explanation {
    /// One for each, in order.
    pub findings: Vec<Finding>,
    /// Texts of alerts, status lines and open dialogs.
    pub messages: Vec<String>,
}

impl Session {
    /// Explains conditions as they are on the page now. One command; nothing of it is known of documents of another
    /// origin.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn explain(&mut self, probes: &[&Probe], deadline: Instant) -> Result<Explanation, CommandError> {
        self.act_now(json!({ "op": "explain", "probes": probes }), deadline).await
    }
}

impl Probe {
    /// The conditions that all have to hold for it, one by one.
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::All { all } => all.iter().flat_map(Self::parts).collect(),
            other => vec![other],
        }
    }
}
