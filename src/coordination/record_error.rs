//! Why something is not known to stand in the state that all workers see.

/// Why something could not be told to all workers. It may stand in the state all the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The event cannot be written down: a bug.
    #[error("{0}")]
    Unwritable(String),
    /// Whoever carries the state did not take it, in the carrier's words.
    #[error("{0}")]
    NotStored(String),
    /// Nobody reads the state any more.
    #[error("the connection to the broker is lost (idlcm.state): it is not read any more")]
    Unread,
}
