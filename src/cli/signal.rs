//! Signals that ask the program to end.

use std::future::Future;

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

use super::print::note;

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

/// Does some work. At SIGINT it is asked to stop before its next step, and still comes to its end.
pub(super) async fn stopping<T>(work: impl Future<Output = T>, stop: &CancellationToken) -> T {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_ok() {
            note("stopping before the next step");
            stop.cancel();
        }
    };
    tokio::pin!(work);
    tokio::select! {
        done = &mut work => done,
        () = interrupted => work.await,
    }
}
