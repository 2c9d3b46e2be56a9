//! How long to wait before something is tried again. The only place that names `backoff`.

use std::time::Duration;

use backoff::ExponentialBackoff;
use backoff::backoff::Backoff as _;

/// The shortest wait.
const SHORTEST: Duration = Duration::from_millis(500);
/// The longest wait.
const LONGEST: Duration = Duration::from_secs(15);

/// Growing waits between 0.5 s and 15 s, for ever, each drawn at random from the whole range up to its limit ("full
/// jitter"), so that workers that lost their broker together do not come back together.
#[derive(Debug)]
pub struct Waits(ExponentialBackoff);

impl Waits {
    /// The waits between attempts to reach something that went away.
    pub fn reconnect() -> Self {
        // The crate draws from the interval plus or minus its share; a share of 1 around half the limit is the whole
        // range from nothing to the limit.
        Self(ExponentialBackoff {
            current_interval: SHORTEST,
            initial_interval: SHORTEST,
            randomization_factor: 1.0,
            multiplier: 2.0,
            max_interval: LONGEST / 2,
            max_elapsed_time: None,
            ..ExponentialBackoff::default()
        })
    }

    /// The next wait.
    pub fn next_wait(&mut self) -> Duration {
        self.0.next_backoff().unwrap_or(LONGEST).clamp(SHORTEST, LONGEST)
    }

    /// Starts again with short waits, after a success.
    pub fn reset(&mut self) {
        self.0.reset();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_stay_in_their_range_for_ever_and_grow() {
        let mut waits = Waits::reconnect();
        let drawn: Vec<Duration> = (0..500).map(|_| waits.next_wait()).collect();
        assert!(drawn.iter().all(|wait| (SHORTEST..=LONGEST).contains(wait)));
        assert!(drawn[0] <= Duration::from_secs(1));
        assert!(drawn.iter().any(|wait| *wait > Duration::from_secs(8)));
        waits.reset();
        assert!(waits.next_wait() <= Duration::from_secs(1));
    }
}
