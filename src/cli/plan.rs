//! `idlcm plan`: the resolved steps of a job, without a browser.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::exit_code::ExitCode;
use super::print::line;
use super::settings::Settings;
use super::stop::Ended;
use super::{catalog, jobs};

/// Show the resolved steps of jobs; no browser is started
#[derive(Debug, Args)]
pub(super) struct Plan {
    /// A file with one job, or one per line; - for standard input
    job: PathBuf,
}

impl Plan {
    pub(super) fn run(&self, settings: &Settings) -> Ended {
        let jobs = jobs::read(&self.job)?;
        let catalog = catalog::load_for(settings, &jobs)?;
        let mut code = ExitCode::Done;
        for job in &jobs {
            let entry = catalog::entry(&catalog, &job.integration)?;
            match crate::engine::plan(job, &entry, None) {
                Ok(steps) => line(&json!({"job_id": job.job_id, "action": job.action, "plan": steps}).to_string())?,
                Err(failure) => {
                    code = ExitCode::Failed;
                    line(
                        &json!({"job_id": job.job_id, "action": job.action, "error": failure.to_error()}).to_string(),
                    )?;
                }
            }
        }
        Ok(code)
    }
}
