//! How often somebody may ask.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// How many are kept before those that are full again are dropped.
const MANY: usize = 10_000;

/// Buckets that fill up by themselves and are emptied by asking, one for each key.
#[derive(Debug)]
pub(super) struct Limit<K> {
    /// How much flows in, per second.
    rate: f64,
    /// How much goes in.
    size: f64,
    buckets: Mutex<HashMap<K, (f64, Instant)>>,
}

impl<K: Hash + Eq + Clone> Limit<K> {
    /// `rate` a second on average, `size` at once.
    pub(super) fn new(rate: f64, size: f64) -> Self {
        Self { rate, size, buckets: Mutex::default() }
    }

    /// Takes one out; if there is none, the seconds until there is.
    pub(super) fn take(&self, key: &K) -> Result<(), u64> {
        let now = Instant::now();
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let filled = |level: f64, since: Instant| {
            self.rate.mul_add(now.duration_since(since).as_secs_f64(), level).min(self.size)
        };
        if buckets.len() >= MANY {
            buckets.retain(|_, (level, since)| filled(*level, *since) < self.size);
        }
        let (level, since) = buckets.get(key).copied().unwrap_or((self.size, now));
        let level = filled(level, since);
        if level < 1.0 {
            buckets.insert(key.clone(), (level, now));
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between one and some thousand"
            )]
            return Err(((1.0 - level) / self.rate).ceil().clamp(1.0, 3600.0) as u64);
        }
        buckets.insert(key.clone(), (level - 1.0, now));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_at_once_and_then_no_more_for_that_key() {
        let limit = Limit::new(0.5, 3.0);
        for _ in 0..3 {
            assert_eq!(limit.take(&"a"), Ok(()));
        }
        assert_eq!(limit.take(&"a"), Err(2));
        assert_eq!(limit.take(&"b"), Ok(()));
    }
}
