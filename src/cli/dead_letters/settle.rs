//! `idlcm dead-letters replay` and `purge`: chosen ones are sent again or taken away.

use jiff::Timestamp;
use tokio_util::task::TaskTracker;

use crate::queue::{DeadLetters, Kept, LetterSummary, NotReplayed, QueueError};

use super::super::broker;
use super::super::exit_code::ExitCode;
use super::super::print::{line, note, plain};
use super::super::settings::Settings;
use super::super::stop::{Ended, Stop};
use super::choice::Filter;
use super::look;
use super::shown::{age, name, read, wish};

/// What is done with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Replay,
    Purge,
}

/// What became of those that were chosen.
#[derive(Debug, Default)]
struct Counts {
    done: usize,
    /// Would have been done with `--force`.
    held_back: usize,
    failed: usize,
}

/// Sends them again; those that write only with `force`.
pub(super) async fn replay(settings: &Settings, filter: &Filter, force: bool) -> Ended {
    settle(settings, filter, Deed::Replay, force).await
}

/// Takes them away, with `force`; otherwise says which those would be.
pub(super) async fn purge(settings: &Settings, filter: &Filter, force: bool) -> Ended {
    settle(settings, filter, Deed::Purge, force).await
}

async fn settle(settings: &Settings, filter: &Filter, deed: Deed, force: bool) -> Ended {
    let catalog = look::catalog(settings);
    let tasks = TaskTracker::new();
    let mut letters = DeadLetters::open(&broker::broker(settings)?, &tasks).await.map_err(broker::stop)?;
    let (mut seen, mut place, mut counts) = (Vec::new(), 0, Counts::default());
    let settling = async {
        while let Some(kept) = letters.next().await.map_err(broker::stop)? {
            place += 1;
            let (shown, job) = read(place, &kept.letter, catalog.as_ref());
            if !filter.takes(&shown) {
                continue;
            }
            seen.extend(shown.job_id);
            // What is no job is refused below, by whoever knows why.
            let harmless = deed == Deed::Replay && job.is_none_or(|job| job.action.is_read());
            if force || harmless {
                one(&mut letters, kept, &shown, deed, &mut counts).await?;
            } else {
                counts.held_back += 1;
                say("left", &shown, None)?;
            }
        }
        Ok::<(), Stop>(())
    };
    let ended = settling.await;
    letters.close().await;
    ended?;
    let code = look::found(filter, &seen, counts.done + counts.held_back + counts.failed, place);
    let done = if deed == Deed::Replay { "sent again" } else { "taken away" };
    note(&format!("{} {done}, {} left", counts.done, counts.held_back + counts.failed));
    if counts.held_back > 0 {
        let why = match deed {
            Deed::Replay => {
                "they write, and what they wish may be out of date by now: look at them, and send them with --force"
            }
            Deed::Purge => "what is taken away is gone: look at them, and take them away with --force",
        };
        return Err(Stop::new(ExitCode::Usage, format!("{} left: {why}", counts.held_back)));
    }
    Ok(if counts.failed > 0 { ExitCode::Failed } else { code })
}

async fn one(
    letters: &mut DeadLetters,
    kept: Kept,
    shown: &LetterSummary,
    deed: Deed,
    counts: &mut Counts,
) -> Result<(), Stop> {
    let (settled, word) = match deed {
        Deed::Replay => (letters.replay(kept).await, "sent again"),
        Deed::Purge => (letters.purge(kept).await.map_err(NotReplayed::Queue), "taken away"),
    };
    match settled {
        Ok(()) => {
            counts.done += 1;
            say(word, shown, None)
        }
        Err(error) if error.concerns_only_this() => {
            counts.failed += 1;
            say("left", shown, Some(&error))
        }
        Err(NotReplayed::Queue(error)) => Err(unfinished(error, shown, counts)),
        Err(error) => Err(Stop::new(ExitCode::Bug, error.to_string())),
    }
}

fn unfinished(error: QueueError, shown: &LetterSummary, counts: &Counts) -> Stop {
    let stop = broker::stop(error);
    Stop::new(
        stop.code,
        format!("{}; {} were settled, and {} is still a dead letter", stop.message, counts.done, name(shown)),
    )
}

fn say(what: &str, shown: &LetterSummary, why: Option<&NotReplayed>) -> Result<(), Stop> {
    let why = why.map(|error| format!(": {}", plain(&error.to_string()))).unwrap_or_default();
    let (name, wish, age) = (name(shown), wish(shown), age(shown, Timestamp::now()));
    line(&format!("{what}  {name}  {wish} ({}, {age}){why}", plain(&shown.reason)))
}
