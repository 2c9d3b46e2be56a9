//! `idlcm completions`: what a shell completes.

use clap::Args;
use clap_complete::Shell;

use super::exit_code::ExitCode;
use super::print;
use super::stop::Ended;

/// Print what a shell completes: commands, options and their values
///
/// For bash: `idlcm completions bash > ~/.local/share/bash-completion/completions/idlcm`; for zsh into a file `_idlcm` in a
/// folder of `$fpath`; for fish: `idlcm completions fish > ~/.config/fish/completions/idlcm.fish`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self) -> Ended {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut super::program(), "idlcm", &mut text);
        print::line(String::from_utf8_lossy(&text).trim_end())?;
        Ok(ExitCode::Done)
    }
}
