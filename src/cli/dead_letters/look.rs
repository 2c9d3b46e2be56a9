//! `idlcm dead-letters list` and `show`: what lies there, and nothing taken away.

use comfy_table::Table;
use serde_json::Value;
use tokio_util::task::TaskTracker;

use crate::catalog::Catalog;
use crate::contract::Job;
use crate::queue::{DeadLetters, LetterSummary, StoredLetter, masked_job};

use super::super::exit_code::ExitCode;
use super::super::print::{line, note, plain};
use super::super::settings::Settings;
use super::super::stop::{Ended, Stop};
use super::super::{broker, catalog};
use super::Format;
use super::choice::Filter;
use super::shown::read;

/// The most characters of a subject in a table.
const SUBJECT_CHARS: usize = 60;

/// Lists them.
pub(super) async fn list(settings: &Settings, filter: &Filter, format: Format) -> Ended {
    let catalog = catalog(settings);
    let mut all = Vec::new();
    let found = look(settings, filter, catalog.as_ref(), |shown, _, _| {
        all.push(shown);
        Ok(())
    })
    .await?;
    if format == Format::Json {
        for shown in &all {
            line(&json(shown)?.to_string())?;
        }
        return Ok(found);
    }
    let mut table = Table::new();
    table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
    table.set_header(["place", "died", "integration", "action", "subject", "reason", "attempts", "job"]);
    for shown in &all {
        let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let subject = shown.subject.as_deref().map(|text| plain(&text.chars().take(SUBJECT_CHARS).collect::<String>()));
        table.add_row([
            shown.place.to_string(),
            or_dash(shown.died.map(|at| format!("{at:.0}"))),
            plain(&shown.integration),
            or_dash(shown.action.clone()),
            or_dash(subject),
            plain(&shown.reason),
            shown.attempts.to_string(),
            or_dash(shown.job_id.map(|id| id.to_string())),
        ]);
    }
    if !all.is_empty() {
        line(&table.to_string())?;
    }
    Ok(found)
}

/// Shows all that is known of them.
pub(super) async fn show(settings: &Settings, filter: &Filter) -> Ended {
    let catalog = catalog(settings);
    look(settings, filter, catalog.as_ref(), |shown, letter, job| {
        let mut value = json(&shown)?;
        if let Value::Object(map) = &mut value {
            map.insert("bytes".to_owned(), letter.body.len().into());
            if let Some(job) = job {
                let entry = catalog.as_ref().and_then(|catalog| catalog.entry(&job.integration));
                map.insert("job".to_owned(), json(&masked_job(job, entry.as_deref()))?);
            }
        }
        line(&format!("{value:#}"))
    })
    .await
}

/// Recipes and integrations, by which fields are known.
pub(super) fn catalog(settings: &Settings) -> Option<Catalog> {
    catalog::read(settings).map_err(|stop| note(&format!("{}; attributes of jobs are not shown", stop.message))).ok()
}

/// Hands on those that were asked for; says what was not found.
async fn look(
    settings: &Settings,
    filter: &Filter,
    catalog: Option<&Catalog>,
    mut hand_on: impl FnMut(LetterSummary, &StoredLetter, Option<&Job>) -> Result<(), Stop>,
) -> Ended {
    let tasks = TaskTracker::new();
    let mut letters = DeadLetters::open(&broker::broker(settings)?, &tasks).await.map_err(broker::stop)?;
    let (mut seen, mut place, mut count) = (Vec::new(), 0, 0);
    let looking = async {
        while let Some(kept) = letters.next().await.map_err(broker::stop)? {
            place += 1;
            let (shown, job) = read(place, &kept.letter, catalog);
            if filter.takes(&shown) {
                seen.extend(shown.job_id);
                count += 1;
                hand_on(shown, &kept.letter, job.as_ref())?;
            }
        }
        Ok(())
    };
    let ended = looking.await;
    letters.close().await;
    ended?;
    Ok(found(filter, &seen, count, place))
}

/// Says how many there are, and which jobs were asked for and are not there.
pub(super) fn found(filter: &Filter, seen: &[uuid::Uuid], count: usize, all: usize) -> ExitCode {
    let missing = filter.missing(seen);
    match (count, all) {
        (_, 0) => note("there are no dead letters"),
        (0, all) => note(&format!("none of {} is one of these", letters(all))),
        (count, all) if count == all => note(&letters(all)),
        (count, all) => note(&format!("{count} of {}", letters(all))),
    }
    if missing.is_empty() {
        return ExitCode::Done;
    }
    note(&format!("not a dead letter: {}", missing.join(", ")));
    ExitCode::Failed
}

/// So many dead letters, in words.
fn letters(count: usize) -> String {
    if count == 1 { "1 dead letter".to_owned() } else { format!("{count} dead letters") }
}

fn json(value: &impl serde::Serialize) -> Result<Value, Stop> {
    serde_json::to_value(value)
        .map_err(|error| Stop::new(ExitCode::Bug, format!("a dead letter cannot be written as JSON: {error}")))
}
