//! Whether a worker takes jobs, for whoever has to know before it is relied on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::count;

/// Whether a worker takes jobs. Copies are the same worker's.
#[derive(Debug, Clone, Default)]
pub struct Health(Arc<State>);

#[derive(Debug, Default)]
struct State {
    linked: AtomicBool,
    draining: AtomicBool,
}

/// A link to the queue, until this is dropped.
#[derive(Debug)]
#[must_use = "the link counts as lost when this is dropped"]
pub struct Linked(Health);

impl Health {
    /// The worker is linked to the queue, until what is returned is dropped.
    pub fn linked(&self) -> Linked {
        self.0.linked.store(true, Ordering::Release);
        count::linked(true);
        Linked(self.clone())
    }

    /// The worker begins no further job.
    pub fn draining(&self) {
        self.0.draining.store(true, Ordering::Release);
    }

    /// Why it takes no jobs; `None` while it does.
    pub fn not_ready(&self) -> Option<&'static str> {
        if self.0.draining.load(Ordering::Acquire) {
            return Some("draining: running jobs may end, no further one begins");
        }
        if !self.0.linked.load(Ordering::Acquire) {
            return Some(
                "not linked to the queue: the broker is away, or something is not declared; the log says which",
            );
        }
        None
    }
}

impl Drop for Linked {
    fn drop(&mut self) {
        self.0.0.linked.store(false, Ordering::Release);
        count::linked(false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_is_ready_while_it_is_linked_and_does_not_drain() {
        let health = Health::default();
        assert!(health.not_ready().is_some_and(|why| why.starts_with("not linked")));
        let linked = health.clone().linked();
        assert_eq!(health.not_ready(), None);
        drop(linked);
        assert!(health.not_ready().is_some());
        let _linked = health.linked();
        health.draining();
        assert!(health.not_ready().is_some_and(|why| why.starts_with("draining")));
    }
}
