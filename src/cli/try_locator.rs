//! `idlcm try`: what a locator matches on a page of the app.

use clap::Args;
use tokio_util::sync::CancellationToken;

use crate::browser::Matches;
use crate::engine::{Visit, Visited};
use crate::recipe::{Finder, Locator, Recipe, check_locator};

use super::exit_code::ExitCode;
use super::print::{line, note};
use super::problem;
use super::settings::Settings;
use super::signal;
use super::stop::{Ended, Stop};
use super::visit::{self, Visitor};

/// Log in and say what a locator matches on a page
#[derive(Debug, Args)]
#[command(after_long_help = "\
A step of a recipe needs a locator that matches exactly one visible element. Where more match, each is shown with what can \
be added to find it alone; where none does, what comes near.

Nothing is clicked besides logging in, and what the recipe has under `interrupts`. A password that the app rejected before \
is not typed again.

Examples:
  idlcm try --integration acme --at /admin/users users.add
  idlcm try --integration acme --at /admin/users '{role: link, name: Edit}'
  idlcm try --integration acme --at /admin/users '{text: {prefix: Showing}, within: users.table}'

Exit codes: 0 exactly one element matches; 1 none or several do, or the login or the page failed; 2 wrong usage, or what is \
given is no locator; 3 there is no such integration; 4 a browser or a secret is missing.")]
pub(super) struct Try {
    #[command(flatten)]
    visitor: Visitor,
    /// The path of the page, such as /admin/users
    #[arg(long, value_name = "PATH")]
    at: String,
    /// Wait until the page is this screen of the recipe; a locator without a name is looked for in its frame
    #[arg(long, value_name = "NAME")]
    screen: Option<String>,
    /// A locator as in a recipe: screen.element, or YAML such as '{role: button, name: Save}'
    locator: String,
}

impl Try {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let mut site = self.visitor.site(settings).await?;
        visit::path(&self.at, &site.entry)?;
        let screen = self.screen.as_deref();
        if let Some(screen) = screen {
            visit::screen(screen, &site.entry)?;
        }
        let locator = self.parsed(&site.entry.recipe)?;
        let visit = Visit { path: Some(&self.at), screen };
        let stop = CancellationToken::new();
        let seen = signal::stopping(Box::pin(site.matches(visit, &locator, &stop)), &stop).await;
        let ended = match seen {
            Ok(visited) => self.tell(&visited),
            Err(not) => Ok(visit::failed(&not, &site.entry)),
        };
        self.visitor.leave(&mut site, &stop).await;
        ended
    }

    /// The locator as the recipe would have it.
    fn parsed(&self, recipe: &Recipe) -> Result<Locator, Stop> {
        let wrong = |why: &str| {
            let example = "write for example `users.add` or `'{role: button, name: Save}'`";
            Err(Stop::new(ExitCode::Usage, format!("this is no locator that can be tried: {why}; {example}")))
        };
        if self.locator.trim().is_empty() {
            return wrong("it is empty");
        }
        match check_locator(recipe, &self.locator, self.screen.as_deref()) {
            Ok(Locator { finder: Finder::Column(_), within: None, .. }) => {
                wrong("a `column` is looked for in a row; add `within: {role: row, has_text: …}`")
            }
            Ok(locator) => Ok(locator),
            Err((source, problems)) => {
                for problem in &problems {
                    note(problem::draw(problem, &source, problem::colour()).trim_end_matches('\n'));
                }
                wrong("see above")
            }
        }
    }

    fn tell(&self, visited: &Visited<Matches>) -> Ended {
        visit::place(visited);
        for text in lines(&self.locator, &visited.seen) {
            line(&text)?;
        }
        Ok(if visited.seen.count == 1 { ExitCode::Done } else { ExitCode::Failed })
    }
}

/// What a locator matches, in lines.
fn lines(locator: &str, seen: &Matches) -> Vec<String> {
    let mut lines = vec![match seen.count {
        0 => format!("nothing visible matches {locator}"),
        1 => format!("1 element matches {locator}"),
        count => format!("{count} elements match {locator}"),
    }];
    for (at, found) in seen.matches.iter().enumerate() {
        let (advice, locator) = match (seen.count, found.add.as_str()) {
            (1, _) => ("also", found.locator.as_str()),
            (_, "") => ("or", found.locator.as_str()),
            (_, add) => ("add", add),
        };
        let advice = if locator.is_empty() { String::new() } else { format!("    {advice}  {locator}") };
        lines.push(format!("  {}: {}{advice}", at + 1, found.element));
    }
    let more = |count: usize, words: &str| (count > 0).then(|| format!("  {count} more {words}"));
    lines.extend(more(seen.count - seen.matches.len().min(seen.count), "not shown here"));
    lines.extend(more(seen.out_of_reach, "out of reach: behind a dialog, inert or off the page"));
    lines.extend(more(seen.hidden, "hidden"));
    if let Some(used) = seen.used {
        lines.push(format!("  alternative {} of `any_of` was needed: those before it match nothing", used + 1));
    }
    lines.extend(seen.nearest.iter().map(|near| format!("  near: {}    write  {}", near.element, near.locator)));
    lines
}
