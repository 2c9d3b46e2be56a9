//! Signals that ask the program to end.

use tokio::signal::unix::{SignalKind, signal};

/// Returns at the next SIGTERM or SIGINT. Where signals cannot be had it never returns: the default action ends the
/// program then.
pub(super) async fn ended() {
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
