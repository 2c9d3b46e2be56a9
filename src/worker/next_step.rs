//! What follows from a delivery.

use super::turns::Leaving;

/// What a lane does next.
#[derive(Debug)]
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
    /// All jobs go back to the queue, for a worker that has more room.
    HandedOver(Leaving),
}
