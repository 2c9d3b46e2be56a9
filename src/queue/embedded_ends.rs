//! Both ends of an embedded queue, as a gateway holds them: it puts jobs in, and takes out what workers publish.

use std::sync::{Arc, PoisonError};

use tokio::sync::{Mutex, OwnedMutexGuard, mpsc};
use tokio_util::sync::CancellationToken;

use super::embedded::EmbeddedQueue;
use super::news::{Acknowledgement, Delivered, News, Untaken};
use super::outbox::Published;

/// An embedded queue and what comes out of it. Copies are the same ends; one link at a time has them.
#[derive(Debug, Clone)]
pub struct EmbeddedEnds {
    pub(super) queue: EmbeddedQueue,
    outlet: Arc<Mutex<Outlet>>,
}

/// What comes out, and what of it nobody has acknowledged yet. It outlives the links that read it.
#[derive(Debug)]
struct Outlet {
    published: mpsc::UnboundedReceiver<Published>,
    untaken: Untaken,
    /// The number of the next one to come out.
    next: u64,
}

/// One link's turn at the outlet.
#[derive(Debug)]
pub(super) struct Outflow {
    outlet: OwnedMutexGuard<Outlet>,
    /// The number from which on this link has handed out nothing.
    from: u64,
    closed: CancellationToken,
}

impl EmbeddedEnds {
    /// The ends that [`EmbeddedQueue::new`] gives.
    pub fn new(queue: EmbeddedQueue, published: mpsc::UnboundedReceiver<Published>) -> Self {
        let outlet = Outlet { published, untaken: Untaken::default(), next: 0 };
        Self { queue, outlet: Arc::new(Mutex::new(outlet)) }
    }

    /// Waits for the turn of the link before to end; what it did not acknowledge comes again.
    pub(super) async fn outflow(&self, closed: CancellationToken) -> Outflow {
        Outflow { outlet: self.outlet.clone().lock_owned().await, from: 0, closed }
    }
}

impl Outflow {
    /// The next message; `None` when nobody publishes any more.
    pub(super) async fn next(&mut self) -> Option<Delivered> {
        let outlet = &mut *self.outlet;
        loop {
            let waiting = {
                let untaken = outlet.untaken.lock().unwrap_or_else(PoisonError::into_inner);
                untaken.range(self.from..).next().map(|(number, what)| (*number, what.clone()))
            };
            if let Some((number, what)) = waiting {
                self.from = number + 1;
                let (untaken, closed) = (outlet.untaken.clone(), self.closed.clone());
                return Some(Delivered { what, ack: Acknowledgement::Embedded { number, untaken, closed } });
            }
            let news = News::of_embedded(outlet.published.recv().await?);
            outlet.untaken.lock().unwrap_or_else(PoisonError::into_inner).insert(outlet.next, news);
            outlet.next += 1;
        }
    }
}

impl Drop for Outflow {
    /// What is acknowledged from now on was not: the next link hands it out.
    fn drop(&mut self) {
        self.closed.cancel();
    }
}
