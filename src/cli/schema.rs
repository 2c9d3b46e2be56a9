//! `idlcm schema`: the JSON Schema of a file or message, from the Rust types.

use clap::{Args, ValueEnum};

use crate::contract::{Integration, Job, JobProgress, JobResult};

use super::exit_code::ExitCode;
use super::print::line;
use super::stop::{Ended, Stop};

/// Print the JSON Schema of a file or message
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Of what
    of: Of,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    Recipe,
    #[cfg(feature = "fixture")]
    Fixture,
    Integration,
    Job,
    Result,
    Progress,
}

impl Schema {
    pub(super) fn run(&self) -> Ended {
        let schema = match self.of {
            Of::Recipe => crate::recipe::json_schema(),
            #[cfg(feature = "fixture")]
            Of::Fixture => crate::fixture::json_schema(),
            Of::Integration => schemars::schema_for!(Integration).to_value(),
            Of::Job => schemars::schema_for!(Job).to_value(),
            Of::Result => schemars::schema_for!(JobResult).to_value(),
            Of::Progress => schemars::schema_for!(JobProgress).to_value(),
        };
        let text =
            serde_json::to_string_pretty(&schema).map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))?;
        line(&text)?;
        Ok(ExitCode::Done)
    }
}
