//! How long a message is kept before the broker would take it away from its consumer.

use std::time::Duration;

use crate::engine::LONGEST_PAGE;
use crate::queue::Incoming;
use crate::recipe::{LONGEST_ACTION, LONGEST_VERIFY};

/// After so long a broker takes everything away from a consumer that has not acknowledged a message: the default of
/// `consumer_timeout` (`RabbitMQ` documentation, "Consumers"). 3.10 knows no other, whatever the queue asks for.
const BROKER: Duration = Duration::from_mins(30);
/// What an attempt spends besides its own time: starting a browser, waiting for one-time codes, evidence.
const BESIDES: Duration = Duration::from_mins(2);
/// However long an attempt may take, its message may wait so long before it.
const SHORTEST_HOLD: Duration = Duration::from_mins(2);
const _: () = assert!(
    LONGEST_ACTION.get().as_secs()
        + LONGEST_VERIFY.get().as_secs()
        + LONGEST_PAGE.as_secs()
        + BESIDES.as_secs()
        + SHORTEST_HOLD.as_secs()
        < BROKER.as_secs()
);

/// Whether a message has to be given back before an attempt that may take so long is begun with it. The broker counts from
/// its delivery, also while it only waits here; a new subscription starts the clock again.
pub(super) fn used_up(incoming: &Incoming, longest: Duration) -> bool {
    incoming.arrived.elapsed() > hold(longest)
}

/// How long a message may wait here before an attempt that may take so long.
fn hold(longest: Duration) -> Duration {
    BROKER.saturating_sub(longest + BESIDES).max(SHORTEST_HOLD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attempt_that_begins_at_the_last_moment_ends_in_time() {
        let longest = LONGEST_ACTION.get() + LONGEST_VERIFY.get() + LONGEST_PAGE;
        for attempt in [Duration::ZERO, Duration::from_mins(3), Duration::from_mins(13), longest] {
            assert!(hold(attempt) + attempt + BESIDES <= BROKER, "{attempt:?}");
        }
        assert_eq!(hold(Duration::from_hours(2)), SHORTEST_HOLD);
    }
}
