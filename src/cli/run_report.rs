//! The HTML page about the jobs of one `idlcm run`.

use std::path::{Path, PathBuf};

use crate::contract::{TRACE_SCHEMA, TraceFile};
use crate::engine::Done;

use super::exit_code::ExitCode;
use super::print::note;
use super::stop::Stop;

/// Evidence of jobs, kept until its page is written.
#[derive(Debug)]
pub(super) struct RunReport {
    folder: tempfile::TempDir,
    page: PathBuf,
    title: String,
    records: TraceFile,
}

impl RunReport {
    /// A report that goes to that file.
    ///
    /// # Errors
    /// When there is no place for the pictures.
    pub(super) fn new(page: &Path) -> Result<Self, Stop> {
        let folder = tempfile::tempdir().map_err(|error| Stop::missing(format!("no temporary folder: {error}")))?;
        let records = TraceFile {
            schema: TRACE_SCHEMA.to_owned(),
            title: String::new(),
            started: String::new(),
            results: Vec::new(),
            cases: Vec::new(),
        };
        Ok(Self { folder, page: page.to_owned(), title: String::new(), records })
    }

    /// Where the evidence of the job with that number goes: two jobs with one id do not share their pictures.
    pub(super) fn evidence(&self, number: usize) -> PathBuf {
        self.folder.path().join(number.to_string())
    }

    /// Takes in what was done.
    ///
    /// # Errors
    /// When the evidence could not be written.
    pub(super) fn take(&mut self, number: usize, app: &str, done: &Done) -> Result<(), Stop> {
        let evidence = done.result.evidence.first();
        let evidence = evidence.ok_or_else(|| Stop::missing("the evidence of the job could not be written"))?;
        let mut record = done.trace.clone();
        for picture in record.steps.iter_mut().filter_map(|step| step.picture.as_mut()) {
            *picture = format!("{number}/{}/{picture}", evidence.folder);
        }
        if self.records.results.is_empty() {
            let action = done.result.action.map(|action| action.to_string()).unwrap_or_default();
            self.title = format!("{action} on {app}");
            self.records.started = done.result.times.started.map(|at| at.to_string()).unwrap_or_default();
        }
        self.records.results.push(record);
        Ok(())
    }

    /// Writes the page; nothing where nothing was done.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn write(mut self) -> Result<(), Stop> {
        self.records.title = match self.records.results.len() {
            0 => return Ok(()),
            1 => self.title,
            jobs => format!("{jobs} jobs"),
        };
        let json = serde_json::to_vec(&self.records).map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))?;
        let folder = self.folder.path();
        std::fs::write(folder.join("trace.json"), json)
            .map_err(|error| Stop::missing(format!("{} cannot be written: {error}", folder.display())))?;
        crate::report::write(folder, &self.page).map_err(Stop::missing)?;
        note(&format!("report: {}", self.page.display()));
        Ok(())
    }
}
