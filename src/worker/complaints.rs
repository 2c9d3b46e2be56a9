//! The same trouble is told once a minute, however often it is met.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a trouble that was told is not told again.
const SILENCE: Duration = Duration::from_mins(1);

/// What was told, of whom, and when.
#[derive(Debug, Default)]
pub(super) struct Complaints(Mutex<HashMap<(String, &'static str), Instant>>);

impl Complaints {
    /// Whether this trouble is to be told now.
    pub(super) fn due(&self, whose: &str, about: &'static str) -> bool {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.retain(|_, at| at.elapsed() < SILENCE);
        let key = (whose.to_owned(), about);
        if told.contains_key(&key) {
            return false;
        }
        told.insert(key, Instant::now());
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_trouble_of_each_integration_is_told_once() {
        let complaints = Complaints::default();
        assert!(complaints.due("acme", "no queue"));
        assert!(!complaints.due("acme", "no queue"));
        assert!(complaints.due("acme", "no state"));
        assert!(complaints.due("other", "no queue"));
    }
}
