//! `idlcm man`: the manual, one page for each command.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man as Page;

use super::Arguments;
use super::exit_code::ExitCode;
use super::print;
use super::stop::{Ended, Stop};

/// Write the manual: one page for each command into a folder, or the first page to standard output
///
/// `idlcm man --to ~/.local/share/man/man1`, then `man idlcm-worker`.
#[derive(Debug, Args)]
pub(super) struct Man {
    /// Folder for the pages; it is made if need be. Default: print the page of `idlcm` itself
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(&self) -> Ended {
        // A page for `help` would say less than the page that it leads to.
        let mut program = Arguments::command().disable_help_subcommand(true);
        program.build();
        let Some(folder) = &self.to else {
            print::line(String::from_utf8_lossy(&page(program)?).trim_end())?;
            return Ok(ExitCode::Done);
        };
        let failed = |error: std::io::Error| Stop::missing(format!("{} cannot be written: {error}", folder.display()));
        std::fs::create_dir_all(folder).map_err(failed)?;
        clap_mangen::generate_to(program, folder).map_err(failed)?;
        print::note(&format!("the manual is in {}", folder.display()));
        Ok(ExitCode::Done)
    }
}

fn page(command: Command) -> Result<Vec<u8>, Stop> {
    let mut text = Vec::new();
    Page::new(command).render(&mut text).map_err(|error| Stop::missing(format!("the manual: {error}")))?;
    Ok(text)
}
