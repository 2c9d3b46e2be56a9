//! The command line.

use std::process::ExitCode;

/// Runs the program and returns its exit code.
pub fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    // Started by a worker, never by a person: before anything else is set up.
    if args.next().is_some_and(|first| first == "browser-guard") {
        return crate::browser::guard::run(args);
    }
    ExitCode::SUCCESS
}
