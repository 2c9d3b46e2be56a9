//! Browser slots: who has one, who waits for one, and how long a job takes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long a lane keeps its slot while others wait, at least and at most: opening another browser and logging in is not
/// for a single job.
const SLICE: (Duration, Duration) = (Duration::from_secs(30), Duration::from_mins(2));
/// For so many jobs, within these bounds.
const JOBS: u32 = 8;
/// What a job is taken to last before one has been done.
const FIRST_GUESS: Duration = Duration::from_secs(4);
/// Nobody is asked to take an integration over for a shorter wait.
const SHORTEST_WAIT: Duration = Duration::from_millis(500);
/// A job's share in the mean: the last five or so decide.
const SHARE: u64 = 5;

/// The browser slots of a worker.
#[derive(Debug)]
pub(super) struct Turns {
    slots: Arc<Semaphore>,
    waiting: AtomicUsize,
    mean_ms: AtomicU64,
    /// Integrations that are about to be handed over.
    leaving: AtomicUsize,
}

/// A slot that a lane has.
#[derive(Debug)]
pub(super) struct Turn {
    _slot: OwnedSemaphorePermit,
    since: Instant,
}

/// Counts while it lives.
struct Counted<'a>(&'a AtomicUsize);

impl<'a> Counted<'a> {
    fn new(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// An integration that is being handed over.
#[derive(Debug)]
pub(super) struct Leaving(Arc<Turns>);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.leaving.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Turns {
    /// So many slots, at least one.
    pub(super) fn new(slots: usize) -> Self {
        Self {
            slots: Arc::new(Semaphore::new(slots.max(1))),
            waiting: AtomicUsize::new(0),
            mean_ms: AtomicU64::new(u64::try_from(FIRST_GUESS.as_millis()).unwrap_or(u64::MAX)),
            leaving: AtomicUsize::new(0),
        }
    }

    /// Waits for a slot, in the order of asking.
    pub(super) async fn next(&self) -> Option<Turn> {
        let _waits = Counted::new(&self.waiting);
        let slot = self.slots.clone().acquire_owned().await.ok()?;
        Some(Turn { _slot: slot, since: Instant::now() })
    }

    /// Whether a lane is to let others have its slot before its next job.
    pub(super) fn is_over(&self, turn: &Turn) -> bool {
        self.waiting.load(Ordering::Relaxed) > 0 && turn.since.elapsed() > (self.mean() * JOBS).clamp(SLICE.0, SLICE.1)
    }

    /// Takes in how long a job took.
    pub(super) fn took(&self, time: Duration) {
        let time = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let mean = self.mean_ms.load(Ordering::Relaxed);
        self.mean_ms.store((mean / SHARE).saturating_mul(SHARE - 1).saturating_add(time / SHARE), Ordering::Relaxed);
    }

    /// How long a job waits for a slot before another worker is better: half of what a job takes.
    pub(super) fn patience(&self) -> Duration {
        (self.mean() / 2).max(SHORTEST_WAIT)
    }

    fn mean(&self) -> Duration {
        Duration::from_millis(self.mean_ms.load(Ordering::Relaxed))
    }

    /// Whether one of `held` integrations is to go to one of `members` workers, which hold `all` of them together; it is
    /// counted as gone until what is returned is dropped.
    pub(super) fn hand_over(self: &Arc<Self>, held: usize, all: usize, members: usize) -> Option<Leaving> {
        let fair = all.div_ceil(members.max(1));
        let leaving = self.leaving.fetch_add(1, Ordering::Relaxed);
        let guard = Leaving(self.clone());
        (members > 1 && held.saturating_sub(leaving) > fair).then_some(guard)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_holds_more_than_its_share_hands_over_until_it_does_not() {
        let turns = Arc::new(Turns::new(4));
        let mut leaving = Vec::new();
        while let Some(one) = turns.hand_over(16, 16, 3) {
            leaving.push(one);
        }
        assert_eq!(leaving.len(), 10, "6 stay");
        assert!(turns.hand_over(16, 16, 3).is_none());
        drop(leaving);
        assert!(turns.hand_over(6, 16, 3).is_none());
        assert!(turns.hand_over(16, 16, 1).is_none(), "nobody else is there");
    }

    #[tokio::test]
    async fn a_slot_is_kept_while_nobody_else_waits() {
        let turns = Turns::new(1);
        let mut turn = turns.next().await.unwrap();
        assert_eq!(turns.slots.available_permits(), 0);
        turn.since = Instant::now().checked_sub(2 * SLICE.1).unwrap();
        assert!(!turns.is_over(&turn));
        let mut second = Box::pin(turns.next());
        assert!(futures_util::poll!(&mut second).is_pending());
        assert!(turns.is_over(&turn));
        turn.since = Instant::now();
        assert!(!turns.is_over(&turn), "not for a single job");
        drop(turn);
        assert!(second.await.is_some());
        assert_eq!(turns.slots.available_permits(), 1);
    }

    #[test]
    fn patience_follows_the_jobs() {
        let turns = Turns::new(1);
        assert_eq!(turns.patience(), FIRST_GUESS / 2);
        for _ in 0..60 {
            turns.took(Duration::from_mins(1));
        }
        assert!(turns.patience() > Duration::from_secs(28), "{:?}", turns.patience());
        for _ in 0..60 {
            turns.took(Duration::from_millis(3));
        }
        assert_eq!(turns.patience(), SHORTEST_WAIT);
    }
}
