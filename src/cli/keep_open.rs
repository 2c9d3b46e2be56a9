//! A browser that stays open at the end, so that a recipe's author can look at it.

use tokio::sync::oneshot;

use super::print::note;
use super::signal;

/// Waits until somebody presses Enter, standard input ends, or the program is told to end.
pub(super) async fn until_seen() {
    let (seen, pressed) = oneshot::channel();
    // A thread of its own: the runtime would wait for a read that nobody ends.
    let reader = std::thread::Builder::new().name("enter".to_owned()).spawn(move || {
        let read = std::io::stdin().read_line(&mut String::new());
        if seen.send(read.is_ok()).is_err() {
            tracing::debug!("nobody waits for Enter any more");
        }
    });
    if let Err(error) = reader {
        note(&format!("nobody can be waited for: {error}"));
        return;
    }
    let asked = async {
        note("the browser stays open; press Enter here to close it");
        // Without a reader any more there is nobody to wait for.
        pressed.await.is_ok()
    };
    tokio::select! {
        // Signals are waited for before anybody is asked: none is lost.
        biased;
        () = signal::ended() => {}
        _ = asked => {}
    }
}
