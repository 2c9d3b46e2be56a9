//! The wait before a new holder's first act, while its predecessor may not yet know that it has lost the lease.

use std::time::Duration;

use crate::coordination::Holder;

/// How long to wait before the first act of a tenure that begins with a job which was delivered before.
pub(super) fn delay(last: Option<&Holder>, worker: &str, redelivered: bool, fence: Duration) -> Duration {
    match last {
        _ if !redelivered => Duration::ZERO,
        Some(tenure) if tenure.released || tenure.worker == worker => Duration::ZERO,
        // Delivered before, and nobody ever said that he worked: its first holder may have died before it could.
        Some(_) | None => fence,
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn only_a_predecessor_that_may_still_click_is_waited_for() {
        let fence = Duration::from_secs(25);
        let tenure = |worker: &str, released| Holder { worker: worker.to_owned(), released, at: Timestamp::UNIX_EPOCH };
        assert_eq!(delay(Some(&tenure("other", false)), "me", true, fence), fence);
        assert_eq!(delay(None, "me", true, fence), fence);
        assert_eq!(delay(Some(&tenure("other", true)), "me", true, fence), Duration::ZERO);
        assert_eq!(delay(Some(&tenure("me", false)), "me", true, fence), Duration::ZERO);
        assert_eq!(delay(Some(&tenure("other", false)), "me", false, fence), Duration::ZERO);
    }
}
