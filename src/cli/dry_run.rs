//! `idlcm dry-run`: recipes against their fixtures, in cases derived from them.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use comfy_table::Table;
use serde_json::json;
use tokio_util::sync::CancellationToken;
use wildmatch::WildMatch;

use crate::contract::{Duration, EvidencePolicy};
use crate::dry_run::{self, Case, Options, Played, Prepared, Unprepared, Verdict};
use crate::recipe::{self, Strictness};

use super::dry_run_report;
use super::exit_code::ExitCode;
use super::junit;
use super::print::{line, note};
use super::settings::Settings;
use super::stop::{Ended, Stop};
use super::{keep_open, launch, problem, progress, signal};

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table.
    Table,
    /// One JSON object for each case.
    Json,
    /// `JUnit` XML, as test tools read it.
    Junit,
}

/// Try recipes on their fixtures, in cases derived from the recipes
#[derive(Debug, Args)]
#[command(after_long_help = "\
No case is written by hand: lists with nobody, one and many; each write, done again, refused; wrong passwords and sessions \
that end; an app that errs, lies or is slow; a browser that crashes; pages whose buttons are renamed, doubled or gone. In \
each, the result is held against the fixture's own state and journal.

Examples:
  idlcm dry-run recipes/ledgerly
  idlcm dry-run recipes/ledgerly --case 'writes/*' --report dry-run.html
  idlcm dry-run recipes/ledgerly --case mutations/renamed/user_form.save --headed

Exit codes: 0 every case passed; 1 a case failed; 2 wrong usage, or no case has such a name; 3 a recipe or fixture is not \
valid; 4 no browser; 5 interrupted.")]
pub(super) struct DryRun {
    /// Recipes: folders, or their recipe.yaml
    #[arg(required = true, value_name = "RECIPE")]
    recipes: Vec<PathBuf>,
    /// The folder of the fixture, for one recipe. Default: fixtures/APP
    #[arg(long, value_name = "DIR")]
    fixture: Option<PathBuf>,
    /// Only cases whose names match; * stands for anything. May be given several times
    #[arg(long, value_name = "GLOB")]
    case: Vec<String>,
    /// Print the names of the cases and play none
    #[arg(long)]
    list: bool,
    /// How the results are printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    /// Write an HTML page with the pictures of what failed
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// So many browsers at once. Default: twice as many as there are processors
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// Waiting times of the recipe are multiplied by this; no step waits less than 3 s
    #[arg(long, value_name = "FACTOR", default_value_t = 0.1)]
    time_scale: f64,
    /// Show the browser, one case after the other
    #[arg(long)]
    headed: bool,
    /// With --headed: wait so long before each step, such as 500ms; the recipe's waiting times stay as they are
    #[arg(long, requires = "headed", value_name = "TIME")]
    slow: Option<Duration>,
    /// With --headed: leave the browser of each case open until Enter
    #[arg(long, requires = "headed")]
    keep_open: bool,
}

impl DryRun {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        if self.fixture.is_some() && self.recipes.len() > 1 {
            return Err(Stop::new(
                ExitCode::Usage,
                "--fixture is for one recipe; name each recipe's fixture fixtures/APP",
            ));
        }
        let prepared = self.recipes.iter().map(|path| self.prepare(path)).collect::<Result<Vec<_>, _>>()?;
        let cases = self.cases(&prepared)?;
        if self.list {
            for (prepared, case) in &cases {
                line(&format!("{}/{}", prepared.recipe.app.id, case.name))?;
            }
            return Ok(ExitCode::Done);
        }
        let stop = CancellationToken::new();
        let options = self.options(settings, &stop)?;
        launch::found(&options.launch).await?;
        let all = cases.len();
        let bar = progress::bar(all, "cases");
        let mut seen = 0;
        let told = |played: &Played| {
            seen += 1;
            bar.inc(1);
            let name = format!("{}/{}", played.app, played.case.name);
            bar.set_message(name.clone());
            if played.verdict == Verdict::Failed || bar.is_hidden() {
                bar.suspend(|| note(&format!("{seen}/{all} {name}: {} ({} ms)", played.verdict.name(), played.ms)));
            }
        };
        let seen = async |played: &Played| {
            note(&format!("{}/{}: {}", played.app, played.case.name, played.verdict.name()));
            for objection in &played.objections {
                note(objection);
            }
            keep_open::until_seen().await;
        };
        let work = async { Ok(dry_run::run(cases, &options, told, seen).await) };
        let played = signal::stopping(Box::pin(work), &stop).await?;
        bar.finish_and_clear();
        self.tell(&played)?;
        if let Some(report) = &self.report {
            dry_run_report::write(&played, report)?;
            note(&format!("report: {}", report.display()));
        }
        Ok(if stop.is_cancelled() && played.len() < all {
            note(&format!("{} cases not played: interrupted", all - played.len()));
            ExitCode::Unfinished
        } else if played.iter().any(|played| played.verdict == Verdict::Failed) {
            ExitCode::Failed
        } else {
            ExitCode::Done
        })
    }

    fn options(&self, settings: &Settings, stop: &CancellationToken) -> Result<Options, Stop> {
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Options {
            launch: launch::slowed(launch::options(settings, self.headed)?, self.slow),
            at_once: if self.headed { 1 } else { self.jobs.unwrap_or(2 * processors) },
            evidence: EvidencePolicy::OnFailure,
            keep_open: self.keep_open,
            stop: stop.clone(),
        })
    }

    fn prepare(&self, path: &Path) -> Result<Prepared, Stop> {
        let file = if path.is_dir() { path.join("recipe.yaml") } else { path.to_owned() };
        let loaded = recipe::load(&file, Strictness::Normal).map_err(Stop::missing)?;
        let Some(checked) = loaded.recipe else {
            for diagnostic in &loaded.diagnostics {
                note(problem::draw(diagnostic, &loaded.source, problem::colour()).trim_end_matches('\n'));
            }
            return Err(Stop::invalid(format!("{} is not a valid recipe", file.display())));
        };
        let fixture = self.fixture.clone().unwrap_or_else(|| fixture_of(&file, &checked.app.id));
        let scale = if self.slow.is_some() { 1.0 } else { self.time_scale };
        Prepared::new(checked, &file, &fixture, scale).map_err(|error| match error {
            Unprepared::NoFixture { .. } => Stop::missing(error),
            other => Stop::invalid(other),
        })
    }

    fn cases<'p>(&self, prepared: &'p [Prepared]) -> Result<Vec<(&'p Prepared, Case)>, Stop> {
        let mut cases = Vec::new();
        for one in prepared {
            cases.extend(dry_run::cases(one).map_err(Stop::invalid)?.into_iter().map(|case| (one, case)));
        }
        if self.case.is_empty() {
            return Ok(cases);
        }
        let patterns: Vec<WildMatch> = self.case.iter().map(|pattern| WildMatch::new(pattern)).collect();
        let wanted = |case: &Case| patterns.iter().any(|pattern| pattern.matches(&case.name));
        cases.retain(|(_, case)| wanted(case));
        if cases.is_empty() {
            let message = format!("no case is called {}; `--list` prints them all", self.case.join(" or "));
            return Err(Stop::new(ExitCode::Usage, message));
        }
        Ok(cases)
    }

    fn tell(&self, played: &[Played]) -> Result<(), Stop> {
        match self.format {
            Format::Json => {
                for one in played {
                    line(&json(one).to_string())?;
                }
            }
            Format::Junit => line(junit::write(played)?.trim_end())?,
            Format::Table => {
                line(&table(played).to_string())?;
                for one in played.iter().filter(|one| !one.objections.is_empty()) {
                    line(&format!("{}/{}: {}", one.app, one.case.name, one.verdict.name()))?;
                    for objection in &one.objections {
                        line(&format!("  {objection}"))?;
                    }
                }
                let count = |verdict: Verdict| played.iter().filter(|one| one.verdict == verdict).count();
                line(&format!(
                    "{} cases: {} passed, {} failed, {} not provable, {} without effect",
                    played.len(),
                    count(Verdict::Passed),
                    count(Verdict::Failed),
                    count(Verdict::NotProvable),
                    count(Verdict::NoEffect)
                ))?;
            }
        }
        Ok(())
    }
}

/// Beside the folder of recipes: `fixtures/APP`.
fn fixture_of(recipe: &Path, app: &str) -> PathBuf {
    let recipes = recipe.parent().and_then(Path::parent);
    let beside = recipes.and_then(Path::parent).map(|root| root.join("fixtures").join(app));
    beside.unwrap_or_else(|| Path::new("fixtures").join(app))
}

fn json(played: &Played) -> serde_json::Value {
    json!({
        "recipe": played.app, "case": played.case.name, "kind": played.case.kind.name(),
        "verdict": played.verdict.name().to_lowercase().replace(' ', "_"), "expected": played.case.expected(), "got": played.got,
        "objections": played.objections, "ms": played.ms, "commands": played.commands,
    })
}

fn table(played: &[Played]) -> Table {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
    table.set_header(["case", "", "expected", "got", "time", "commands"]);
    for one in played {
        table.add_row([
            format!("{}/{}", one.app, one.case.name),
            one.verdict.name().to_owned(),
            one.case.expected(),
            one.got.join(", then "),
            format!("{}.{} s", one.ms / 1000, one.ms % 1000 / 100),
            one.commands.to_string(),
        ]);
    }
    table
}
