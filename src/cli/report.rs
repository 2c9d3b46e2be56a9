//! `idlcm report`: an evidence folder as one HTML page.

use std::path::PathBuf;

use clap::Args;

use super::exit_code::ExitCode;
use super::print::line;
use super::stop::{Ended, Stop};

/// Turn an evidence folder into one HTML page that needs no server
#[derive(Debug, Args)]
pub(super) struct Report {
    /// The evidence folder: it holds a trace.json
    dir: PathBuf,
    /// Where the page goes. Default: index.html in the folder
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Report {
    pub(super) fn run(&self) -> Ended {
        let output = self.output.clone().unwrap_or_else(|| self.dir.join("index.html"));
        crate::report::write(&self.dir, &output).map_err(Stop::invalid)?;
        line(&output.display().to_string())?;
        Ok(ExitCode::Done)
    }
}
