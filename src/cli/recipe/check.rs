//! `idlcm recipe check`: all problems of recipe files at once.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cli::exit_code::ExitCode;
use crate::cli::print::{line, note};
use crate::cli::settings::Settings;
use crate::cli::stop::{Ended, Stop};
use crate::recipe::{Severity, Strictness};

/// Show all problems of recipe files at once; no browser is started
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Recipe files, or folders of them. Default: the folder of recipes
    paths: Vec<PathBuf>,
    /// Warnings count as errors, and brittle locators are warned of
    #[arg(long)]
    strict: bool,
    /// How problems are shown
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines they are in
    Human,
    /// A JSON array on standard output
    Json,
}

impl Check {
    pub(super) fn run(&self, settings: &Settings) -> Ended {
        let roots = if self.paths.is_empty() { vec![settings.recipes.clone()] } else { self.paths.clone() };
        let mut files = Vec::new();
        for root in &roots {
            let found = recipe_files(root)?;
            if found.is_empty() {
                return Err(Stop::invalid(format!(
                    "{} holds no recipe; a recipe is a file `<app>/recipe.yaml` below a folder of recipes",
                    root.display()
                )));
            }
            files.extend(found);
        }
        let colour =
            std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let strictness = if self.strict { Strictness::Strict } else { Strictness::Normal };
        let (mut errors, mut warnings, mut json) = (0, 0, Vec::new());
        for file in &files {
            let loaded = crate::recipe::load(file, strictness).map_err(Stop::invalid)?;
            for diagnostic in &loaded.diagnostics {
                match diagnostic.severity {
                    Severity::Error => errors += 1,
                    Severity::Warning => warnings += 1,
                }
                match self.format {
                    Format::Human => note(diagnostic.render(&loaded.source, colour).trim_end_matches('\n')),
                    Format::Json => json.push(diagnostic.to_json(&loaded.source)),
                }
            }
            if let (Format::Human, Some(recipe)) = (self.format, &loaded.recipe) {
                let actions = recipe.actions.keys().map(ToString::to_string).collect::<Vec<_>>().join(" ");
                line(&format!("{}: {} {} offers {actions}", file.display(), recipe.app.name, recipe.app.version))?;
            }
        }
        match self.format {
            Format::Json => line(&serde_json::Value::from(json).to_string())?,
            Format::Human => {
                note(&format!(
                    "{} checked, {}, {}",
                    count(files.len(), "recipe"),
                    count(errors, "error"),
                    count(warnings, "warning")
                ));
            }
        }
        let bad = errors > 0 || (self.strict && warnings > 0);
        Ok(if bad { ExitCode::InvalidFile } else { ExitCode::Done })
    }
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// The recipe files at a path: the path itself, the recipe of a folder, or the recipes of the folders in it.
fn recipe_files(path: &Path) -> Result<Vec<PathBuf>, Stop> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let in_folder = |folder: &Path| {
        ["recipe.yaml", "recipe.json"].map(|name| folder.join(name)).into_iter().find(|file| file.is_file())
    };
    if let Some(file) = in_folder(path) {
        return Ok(vec![file]);
    }
    let entries = std::fs::read_dir(path)
        .map_err(|error| Stop::invalid(format!("{} cannot be read: {error}", path.display())))?;
    let mut files: Vec<PathBuf> = entries.filter_map(Result::ok).filter_map(|entry| in_folder(&entry.path())).collect();
    files.sort();
    Ok(files)
}
