//! The time of a list whose rows have pages of their own: it grows with the list, as far as a job may take.

use std::time::Duration;

use tokio::time::Instant;

/// How much more time a page is given than those before took on average.
const SLACK: u32 = 2;

/// How fast the pages of a list's rows are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct DetailClock {
    begun: Instant,
    rows: u32,
    /// What one page may take.
    page: Duration,
    /// When the longest of all jobs would end.
    latest: Instant,
}

impl DetailClock {
    /// That many rows from now on.
    pub(super) fn new(begun: Instant, rows: usize, page: Duration, latest: Instant) -> Self {
        Self { begun, rows: u32::try_from(rows).unwrap_or(u32::MAX), page, latest }
    }

    /// What one page took on average.
    fn pace(self, now: Instant, done: u32) -> Duration {
        now.saturating_duration_since(self.begun) / done.max(1)
    }

    /// When the time is up, if `done` pages are read by now: what the pages that are left may take, but not later than
    /// any job may end.
    pub(super) fn deadline(self, now: Instant, done: u32, deadline: Instant) -> Instant {
        let left = self.pace(now, done).saturating_mul(SLACK).saturating_mul(self.rows.saturating_sub(done));
        // A page that is slower than the others is no reason to do without it.
        now.checked_add(left.max(self.page)).map_or(self.latest, |needed| needed.min(self.latest)).max(deadline)
    }

    /// Whether there is time for one more page.
    pub(super) fn has_time(self, now: Instant, done: u32, deadline: Instant) -> bool {
        done == 0 || now + self.pace(now, done) * SLACK < deadline
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_grows_with_the_list_and_ends_with_the_longest_job() {
        let begun = Instant::now();
        let second = Duration::from_secs(1);
        let soon = begun + 30 * second;
        let clock = |rows| DetailClock::new(begun, rows, 10 * second, begun + 1200 * second);
        // Ten pages took 20 s: 110 more may take 440 s.
        let now = begun + 20 * second;
        assert_eq!(clock(120).deadline(now, 10, soon), now + 440 * second);
        // What is soon done takes no more than the recipe gives.
        assert_eq!(clock(11).deadline(now, 10, soon), soon);
        assert_eq!(clock(5000).deadline(now, 10, soon), begun + 1200 * second);
        // One page has its own time, however short the list is.
        assert_eq!(clock(11).deadline(soon, 10, soon), soon + 10 * second);
        assert!(clock(5000).has_time(begun + 1190 * second, 595, begun + 1200 * second));
        assert!(!clock(5000).has_time(begun + 1197 * second, 598, begun + 1200 * second));
        assert!(clock(3).has_time(soon, 0, soon), "the first page is always tried");
    }
}
