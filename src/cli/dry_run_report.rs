//! The HTML page about a dry run: all cases in a table, and step by step what failed.

use std::path::Path;

use crate::contract::{TRACE_SCHEMA, TraceFile, TracedCase};
use crate::dry_run::{Played, Verdict};

use super::exit_code::ExitCode;
use super::stop::Stop;

/// Writes the page.
///
/// # Errors
/// When it cannot be written.
pub(super) fn write(played: &[Played], page: &Path) -> Result<(), Stop> {
    let folder = tempfile::tempdir().map_err(|error| Stop::missing(format!("no temporary folder: {error}")))?;
    let failed =
        |error: std::io::Error| Stop::missing(format!("{} cannot be written: {error}", folder.path().display()));
    let mut file = TraceFile {
        schema: TRACE_SCHEMA.to_owned(),
        title: title(played),
        started: jiff::Timestamp::now().strftime("%Y-%m-%d %H:%M UTC").to_string(),
        results: Vec::new(),
        cases: Vec::new(),
    };
    for one in played {
        let mut case = TracedCase {
            name: format!("{}/{}", one.app, one.case.name),
            verdict: one.verdict.name().to_lowercase(),
            expected: one.case.expected(),
            got: one.got.join(", then "),
            objections: one.objections.clone(),
            ms: one.ms,
            commands: one.commands,
            results: Vec::new(),
        };
        // What went well is told in a line.
        if matches!(one.verdict, Verdict::Failed | Verdict::NotProvable) {
            for trace in &one.traces {
                let mut trace = trace.clone();
                for step in &mut trace.steps {
                    step.picture = step.picture.take().and_then(|picture| {
                        let found = one.evidence.as_ref().and_then(|evidence| picture_in(evidence.path(), &picture))?;
                        let name = format!("{:04}-{picture}", file.results.len());
                        std::fs::copy(found, folder.path().join(&name)).ok()?;
                        Some(name)
                    });
                }
                file.results.push(trace);
                case.results.push(file.results.len());
            }
        }
        file.cases.push(case);
    }
    let json = serde_json::to_vec(&file).map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))?;
    std::fs::write(folder.path().join("trace.json"), json).map_err(failed)?;
    crate::report::write(folder.path(), page).map_err(Stop::missing)
}

fn title(played: &[Played]) -> String {
    let mut apps: Vec<&str> = played.iter().map(|one| one.app.as_str()).collect();
    apps.dedup();
    format!("Dry run of {}", apps.join(", "))
}

/// Each attempt has a folder of its own.
fn picture_in(evidence: &Path, name: &str) -> Option<std::path::PathBuf> {
    let folders = std::fs::read_dir(evidence).ok()?.filter_map(Result::ok);
    folders.map(|folder| folder.path().join(name)).find(|path| path.exists())
}
