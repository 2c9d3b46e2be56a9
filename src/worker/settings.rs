//! How a worker behaves.

use std::time::Duration;

use crate::queue::HEARTBEAT_SECONDS;
use crate::secrets::StateFile;
use crate::telemetry::Health;

/// Settings of a worker.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The worker's id, unique per process; it stands in results and in the shared state.
    pub worker_id: String,
    /// How many jobs run at once, each of another integration. Default: the number of cores.
    pub sessions: usize,
    /// How long running jobs may go on after the worker was told to stop. Default 90 s.
    pub drain: Duration,
    /// How long a new holder waits before it touches an app in which its predecessor may still be clicking. Default:
    /// twice the heartbeat and 5 s, after which a predecessor that lost the broker has noticed.
    pub fence: Duration,
    /// The waits before the second, third … attempt, give or take a fifth. Default 5, 15, 45, 135 s.
    pub retry_waits: Vec<Duration>,
    /// The first suspension of an app that is down; doubled with each further one, up to 30 times as long. Default 1 min.
    pub outage: Duration,
    /// How often is looked whether a queue that was missing has been declared. Default 30 s.
    pub missing_queue: Duration,
    /// Where the one-time passwords used on this machine stand, for `idlcm run`, which asks no broker. Default: nowhere.
    pub codes: Option<StateFile>,
    /// Where the worker says whether it takes jobs. Default: nobody asks.
    pub health: Health,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            worker_id: format!("worker-{}", uuid::Uuid::new_v4().simple()),
            sessions: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            drain: Duration::from_secs(90),
            fence: Duration::from_secs(2 * u64::from(HEARTBEAT_SECONDS) + 5),
            retry_waits: [5, 15, 45, 135].map(Duration::from_secs).to_vec(),
            outage: Duration::from_mins(1),
            missing_queue: Duration::from_secs(30),
            codes: None,
            health: Health::default(),
        }
    }
}

impl Settings {
    /// The wait after that attempt, with its fifth of chance.
    pub(super) fn retry_wait(&self, attempt: u32) -> Duration {
        let index = usize::try_from(attempt.saturating_sub(1)).unwrap_or(usize::MAX);
        let wait = self.retry_waits.get(index).or(self.retry_waits.last()).copied().unwrap_or_default();
        // 0 to 255 from a random id: chance enough to keep lanes apart.
        let chance = f64::from(uuid::Uuid::new_v4().as_bytes()[0]) / 255.0;
        wait.mul_f64(0.8 + 0.4 * chance)
    }

    /// How long an app that is down is left alone, as the how-many-th time in a row.
    pub(super) fn outage_wait(&self, count: u32) -> Duration {
        self.outage * 2_u32.saturating_pow(count.saturating_sub(1)).min(30)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_those_of_the_documentation_give_or_take_a_fifth() {
        let settings = Settings::default();
        for (attempt, seconds) in [(1, 5), (2, 15), (3, 45), (4, 135), (9, 135)] {
            let middle = Duration::from_secs(seconds);
            for _ in 0..50 {
                let wait = settings.retry_wait(attempt);
                assert!(wait >= middle.mul_f64(0.799) && wait <= middle.mul_f64(1.201), "{attempt}: {wait:?}");
            }
        }
        let minutes: Vec<u64> = (1..=7).map(|count| settings.outage_wait(count).as_secs() / 60).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 30, 30]);
        assert_eq!(settings.fence, Duration::from_secs(25));
    }
}
