//! Which dead letters a command is about.

use clap::Args;
use uuid::Uuid;

use crate::contract::IntegrationId;
use crate::queue::{DeadReason, LetterSummary};

use super::super::exit_code::ExitCode;
use super::super::stop::Stop;

/// Which of them; all without any.
#[derive(Debug, Args)]
pub(super) struct Filter {
    /// Only the jobs with these ids
    #[arg(value_name = "JOB_ID")]
    jobs: Vec<Uuid>,
    /// Only jobs of this integration
    #[arg(long, value_name = "ID")]
    integration: Option<IntegrationId>,
    /// Only those that are here for this reason, such as `uncertain`
    #[arg(long)]
    reason: Option<DeadReason>,
}

impl Filter {
    /// Whether one is among them.
    pub(super) fn takes(&self, shown: &LetterSummary) -> bool {
        (self.jobs.is_empty() || shown.job_id.is_some_and(|id| self.jobs.contains(&id)))
            && self.integration.as_ref().is_none_or(|id| id.as_str() == shown.integration)
            && self.reason.is_none_or(|reason| reason.name() == shown.reason)
    }

    /// The jobs that were asked for and are not among those.
    pub(super) fn missing(&self, seen: &[Uuid]) -> Vec<String> {
        self.jobs.iter().filter(|id| !seen.contains(id)).map(ToString::to_string).collect()
    }

    fn is_empty(&self) -> bool {
        self.jobs.is_empty() && self.integration.is_none() && self.reason.is_none()
    }
}

/// Which of them, said in so many words.
#[derive(Debug, Args)]
pub(super) struct Choice {
    #[command(flatten)]
    filter: Filter,
    /// All of them
    #[arg(long)]
    all: bool,
}

impl Choice {
    /// The choice, which nobody makes by leaving something out.
    ///
    /// # Errors
    /// When nothing is chosen, or all and some.
    pub(super) fn filter(&self) -> Result<&Filter, Stop> {
        match (self.filter.is_empty(), self.all) {
            (true, false) => Err(Stop::new(
                ExitCode::Usage,
                "which dead letters? Write the ids of their jobs, --integration, --reason or --all; `idlcm dead-letters list` shows them",
            )),
            (false, true) => Err(Stop::new(
                ExitCode::Usage,
                "--all means all; leave it out, or the ids of jobs, --integration and --reason",
            )),
            _ => Ok(&self.filter),
        }
    }
}
