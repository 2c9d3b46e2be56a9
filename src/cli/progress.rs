//! How far a list of jobs or cases has got: a bar at a terminal.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar at a terminal, nothing otherwise. `things`: what is counted, such as `jobs`.
pub(super) fn bar(count: usize, things: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(count as u64);
    if let Ok(style) =
        ProgressStyle::with_template(&format!("{{bar:30}} {{pos}}/{{len}} {things}, {{elapsed}} {{msg}}"))
    {
        bar.set_style(style);
    }
    bar
}

/// So many jobs, in words.
pub(super) fn count(jobs: usize) -> String {
    if jobs == 1 { "1 job".to_owned() } else { format!("{jobs} jobs") }
}
