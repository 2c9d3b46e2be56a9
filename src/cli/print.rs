//! Results on standard output. A reader that has gone away (`| head`) ends the program quietly.

use std::io::Write;

use super::exit_code::ExitCode;
use super::stop::Stop;

/// Prints one line of results.
///
/// # Errors
/// When standard output cannot be written; quietly when the reader has gone.
pub(super) fn line(text: &str) -> Result<(), Stop> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(|error| match error.kind() {
        std::io::ErrorKind::BrokenPipe => Stop::new(ExitCode::Done, ""),
        _ => Stop::new(ExitCode::Missing, format!("standard output cannot be written: {error}")),
    })
}

/// Prints a line for people on standard error. What cannot be shown is not worth failing for.
pub(super) fn note(text: &str) {
    let mut err = std::io::stderr().lock();
    if writeln!(err, "{text}").is_err() {
        tracing::debug!("standard error cannot be written");
    }
}

/// A text of somebody else's for a terminal: nothing in it moves the cursor or colours what follows.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
