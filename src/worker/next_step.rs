//! What follows from a delivery.

/// What a lane does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NextStep {
    /// The job is settled; the next one.
    Settled,
    /// The integration is held: close the channel, so that the other jobs wait in the queue.
    Held,
    /// The lease is lost, or cannot be proved: close the channel and start anew. Nothing was acknowledged.
    LeaseLost,
    /// The job goes back to the queue and was not begun.
    NotBegun,
    /// The job goes back to the queue unfinished.
    Left,
}
