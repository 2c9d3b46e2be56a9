//! `idlcm recipe reference`: every word of the recipe language, as Markdown.

use clap::Args;

use crate::cli::exit_code::ExitCode;
use crate::cli::print::line;
use crate::cli::stop::Ended;

/// Print the reference of the recipe language as Markdown
#[derive(Debug, Args)]
pub(super) struct Reference {}

impl Reference {
    #[expect(clippy::unused_self, reason = "commands are run alike")]
    pub(super) fn run(&self) -> Ended {
        line(crate::recipe::reference().trim_end())?;
        Ok(ExitCode::Done)
    }
}
