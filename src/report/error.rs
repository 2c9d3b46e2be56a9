//! Why a report could not be made.

use std::io;
use std::path::PathBuf;

/// A report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The folder has no readable trace.
    #[error("{} cannot be read: {source}; give the folder that a run wrote its evidence to", path.display())]
    Read {
        /// The trace's path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The trace is not what this version reads.
    #[error("{} is not a trace: {message}", path.display())]
    Trace {
        /// The trace's path.
        path: PathBuf,
        /// What is wrong, and where.
        message: String,
    },
    /// The page could not be made; the report's own template is wrong.
    #[error("the report's template is broken, please report this: {0}")]
    Template(#[from] minijinja::Error),
    /// The page could not be written.
    #[error("the report cannot be written to {}: {source}", path.display())]
    Write {
        /// The page's path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}
