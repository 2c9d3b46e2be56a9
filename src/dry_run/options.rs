//! How cases are played.

use tokio_util::sync::CancellationToken;

use crate::browser::LaunchOptions;
use crate::contract::EvidencePolicy;

/// How cases are played.
#[derive(Debug, Clone)]
pub struct Options {
    /// How browsers are started.
    pub launch: LaunchOptions,
    /// So many cases at once, each with a browser.
    pub at_once: usize,
    /// Whether a picture of each step is taken.
    pub evidence: EvidencePolicy,
    /// Whether the browser of a case stays open until somebody has looked at it.
    pub keep_open: bool,
    /// Told when no further case is to begin.
    pub stop: CancellationToken,
}
