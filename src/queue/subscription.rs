//! What a worker holds of a queue: its deliveries, the lease, and the way to give everything back.

use tokio::sync::{mpsc, oneshot};

use super::{Incoming, Lease};

/// How many messages are delivered ahead of being settled.
pub const PREFETCH: u16 = 32;

/// Deliveries of one queue, in order. [`Subscription::next`] ends with `None` when the lease is lost.
#[derive(Debug)]
pub struct Subscription {
    pub(super) deliveries: mpsc::Receiver<Incoming>,
    pub(super) lease: Lease,
    pub(super) close: oneshot::Sender<oneshot::Sender<()>>,
}

impl Subscription {
    /// The next delivery; `None` once the lease is lost.
    pub async fn next(&mut self) -> Option<Incoming> {
        tokio::select! {
            biased;
            () = self.lease.lost().cancelled() => None,
            incoming = self.deliveries.recv() => incoming,
        }
    }

    /// The next delivery that has arrived already, if there is one.
    pub fn next_here(&mut self) -> Option<Incoming> {
        if self.lease.is_alive() { self.deliveries.try_recv().ok() } else { None }
    }

    /// The lease that comes with the subscription.
    pub fn lease(&self) -> &Lease {
        &self.lease
    }

    /// Gives everything that is not settled back to the queue, in order, and the lease with it. Returns when the broker
    /// has it.
    pub async fn close(self) {
        let (done, closed) = oneshot::channel();
        if self.close.send(done).is_ok() {
            // Dropped without an answer only if the subscription ended by itself meanwhile, which is as well.
            closed.await.unwrap_or(());
        }
    }
}
