//! Jobs from files: one JSON object, or one per line (NDJSON).

use std::io::Read;
use std::path::Path;

use serde_json::{Map, Value};

use crate::contract::{Job, decode_job};

use super::stop::Stop;

/// Reads jobs from a file, or from standard input for `-`. All problems at once, each with its line.
///
/// # Errors
/// When the file cannot be read or a job in it is not valid; nothing is sent then.
pub(super) fn read(path: &Path) -> Result<Vec<Job>, Stop> {
    let shown = if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() };
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(path).map(|content| bytes = content)
    };
    read.map_err(|error| Stop::invalid(format!("{shown} cannot be read: {error}")))?;
    let Ok(text) = std::str::from_utf8(&bytes) else {
        // The error names the encoding.
        return decode_job(&bytes).map(|job| vec![job]).map_err(|error| Stop::invalid(format!("{shown}: {error}")));
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Stop::invalid(format!("{shown} holds no job")));
    }
    if let Ok(job) = decode_job(text.as_bytes()) {
        return Ok(vec![job]);
    }
    // A file of one job, over any number of lines, is told where it is wrong as a whole.
    let single = serde_json::from_str::<Value>(text).is_ok()
        || !text.lines().any(|row| serde_json::from_str::<Map<String, Value>>(row).is_ok());
    if single {
        return decode_job(text.as_bytes())
            .map(|job| vec![job])
            .map_err(|error| Stop::invalid(format!("{shown}: {error}")));
    }
    let (mut jobs, mut problems) = (Vec::new(), Vec::new());
    for (index, row) in text.lines().enumerate().filter(|(_, row)| !row.trim().is_empty()) {
        match decode_job(row.as_bytes()) {
            Ok(job) => jobs.push(job),
            Err(error) => problems.push(format!("{shown}:{}: {error}", index + 1)),
        }
    }
    if problems.is_empty() { Ok(jobs) } else { Err(Stop::invalid(problems.join("\n"))) }
}
