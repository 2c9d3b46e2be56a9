//! Where the driver stands among the frames of a page.

use std::collections::HashSet;

use super::query::Query;

/// The frames that were entered, and what is known of others.
#[derive(Debug, Default)]
pub(super) struct FrameState {
    /// Whether the driver could not be switched back to the top document.
    pub(super) stuck: bool,
    /// The frames that the driver is in.
    pub(super) entered: Vec<Query>,
    /// Frames that were of another origin.
    pub(super) foreign: HashSet<Vec<Query>>,
    /// Whether the last look ended at a document of another origin.
    pub(super) met_foreign: bool,
}
