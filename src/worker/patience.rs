//! How long a message is kept before the broker would take it away from its consumer.

use std::time::Duration;

use crate::engine::LONGEST_PAGE;
use crate::queue::{Incoming, topology};
use crate::recipe::{LONGEST_ACTION, LONGEST_VERIFY};

/// A message that waited here for so long is given back and comes again.
const LONGEST_HOLD: Duration = Duration::from_mins(20);
/// What an attempt spends besides its own time: starting a browser, waiting for one-time codes, evidence.
const BESIDES: Duration = Duration::from_mins(3);
/// An attempt that begins at the last moment still ends before the broker takes its job away.
const _: () = assert!(
    (LONGEST_HOLD.as_secs()
        + LONGEST_ACTION.get().as_secs()
        + LONGEST_VERIFY.get().as_secs()
        + LONGEST_PAGE.as_secs()
        + BESIDES.as_secs())
        * 1000
        < topology::CONSUMER_TIMEOUT_MS.unsigned_abs()
);

/// Whether a message has to be given back before anything is begun with it. The broker takes everything away from a
/// consumer that holds a message for an hour, counted from its delivery, also while it only waits here. A new
/// subscription starts the clock again.
pub(super) fn used_up(incoming: &Incoming) -> bool {
    incoming.arrived.elapsed() > LONGEST_HOLD
}
