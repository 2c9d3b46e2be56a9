//! `idlcm inspect`: what a page of the app shows, with locators to paste into a recipe.

use clap::Args;
use tokio_util::sync::CancellationToken;

use crate::browser::{Shown, ShownElement};
use crate::engine::{Visit, Visited};

use super::exit_code::ExitCode;
use super::print::{line, note};
use super::settings::Settings;
use super::signal;
use super::stop::{Ended, Stop};
use super::visit::{self, Visitor};

/// Log in and show what is on a page, each element with a locator to paste into a recipe
#[derive(Debug, Args)]
#[command(after_long_help = "\
Controls, headings, tables and messages are shown in the order of the page, also those in open shadow roots and in frames \
of the page's own origin. Each has a line with its role, name, label, value and state, and at the end a locator that finds \
it and nothing else. What the service account's secrets are is masked, and what stands in password fields is not read.

Nothing is clicked besides logging in, and what the recipe has under `interrupts`. A password that the app rejected before \
is not typed again.

Examples:
  idlcm inspect --integration acme
  idlcm inspect --integration acme /admin/users/new
  idlcm inspect --integration acme /app --screen dashboard --json | jq .locator

Exit codes: 0 the page was shown; 1 it could not be: the login, the page or the screen failed; 2 wrong usage; 3 there is \
no such integration; 4 a browser or a secret is missing.")]
pub(super) struct Inspect {
    #[command(flatten)]
    visitor: Visitor,
    /// The path of the page, such as /admin/users. Default: the page of the recipe's `session.check`
    page: Option<String>,
    /// Wait until the page is this screen of the recipe
    #[arg(long, value_name = "NAME", requires = "page")]
    screen: Option<String>,
    /// Everything with a text of its own, not only what can be used
    #[arg(long)]
    all: bool,
    /// One JSON object for each element
    #[arg(long)]
    json: bool,
}

impl Inspect {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let mut site = self.visitor.site(settings).await?;
        if let Some(page) = &self.page {
            visit::path(page, &site.entry)?;
        }
        if let Some(screen) = &self.screen {
            visit::screen(screen, &site.entry)?;
        }
        let visit = Visit { path: self.page.as_deref(), screen: self.screen.as_deref() };
        let stop = CancellationToken::new();
        let seen = signal::stopping(Box::pin(site.inspect(visit, self.all, &stop)), &stop).await;
        let ended = match seen {
            Ok(visited) => self.tell(&visited),
            Err(not) => Ok(visit::failed(&not, &site.entry)),
        };
        self.visitor.leave(&mut site, &stop).await;
        ended
    }

    fn tell(&self, visited: &Visited<Shown>) -> Ended {
        let shown = &visited.seen;
        visit::place(visited);
        if let Some(busy) = &shown.busy {
            note(&format!("the page is not at rest: {busy}"));
        }
        if self.json {
            for element in &shown.elements {
                let text = serde_json::to_string(element);
                line(&text.map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))?)?;
            }
        } else {
            for text in lines(&shown.elements) {
                line(&text)?;
            }
        }
        if shown.elements.is_empty() {
            note("nothing that can be used is to be seen; --all shows every text");
        }
        if shown.left_out > 0 {
            note(&format!("{} more elements are not shown", shown.left_out));
        }
        if shown.unnamed > 0 {
            note(&format!("{} elements have no locator: there are too many to look for one that fits", shown.unnamed));
        }
        Ok(ExitCode::Done)
    }
}

/// The widest that the words about an element may be before its locator goes out of line.
const WIDEST: usize = 60;

/// The elements in lines, their locators below each other.
fn lines(elements: &[ShownElement]) -> Vec<String> {
    let words: Vec<String> = elements.iter().map(words).collect();
    let wide = words.iter().map(|words| words.chars().count()).filter(|wide| *wide <= WIDEST).max().unwrap_or_default();
    let told = elements.iter().zip(words);
    told.map(|(element, words)| {
        let locator = element.locator.as_deref().unwrap_or_default();
        let wide = wide.max(words.chars().count());
        format!("{words:wide$}  {locator}").trim_end().to_owned()
    })
    .collect()
}

/// Everything about an element but its locator; one in a frame stands below it.
fn words(element: &ShownElement) -> String {
    let mut words = format!("{}{:<9}", "  ".repeat(element.frames.len()), element.role);
    let mut add = |text: String| {
        words.push(' ');
        words.push_str(&text);
    };
    if !element.name.is_empty() {
        add(quoted(&element.name));
    }
    if let Some(label) = &element.label {
        add(format!("label {}", quoted(label)));
    }
    match &element.value {
        _ if element.secret => add("= [secret]".to_owned()),
        Some(value) => add(format!("= {}", quoted(value))),
        None => {}
    }
    if let Some(text) = &element.text {
        add(quoted(text));
    }
    if !element.options.is_empty() {
        add(format!("of {}", element.options.join(" | ")));
    }
    if let Some(columns) = &element.columns {
        add(format!("columns {}", columns.join(" | ")));
    }
    if let Some(rows) = element.rows {
        add(format!("{rows} {}", if rows == 1 { "row" } else { "rows" }));
    }
    if !element.state.is_empty() {
        add(format!("({})", element.state.join(", ")));
    }
    words.trim_end().to_owned()
}

/// A text in quotes, with nothing in it that would break the line.
fn quoted(text: &str) -> String {
    format!("{text:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_element_is_one_line_and_locators_stand_below_each_other() {
        let json = serde_json::json!([
            {"role": "heading", "name": "Users", "locator": "{role: heading, name: Users}"},
            {"role": "textbox", "name": "Email", "label": "Email", "value": "a\nb", "state": ["required"], "locator": "{label: Email}"},
            {"role": "textbox", "name": "Password", "secret": true, "frames": ["{css: iframe}"]},
            {"role": "table", "name": "Users", "columns": ["Name", "Role"], "rows": 1, "locator": "{role: table}"},
        ]);
        let elements: Vec<ShownElement> = serde_json::from_value(json).unwrap();
        assert_eq!(
            lines(&elements),
            [
                r#"heading   "Users"                                    {role: heading, name: Users}"#,
                r#"textbox   "Email" label "Email" = "a\nb" (required)  {label: Email}"#,
                r#"  textbox   "Password" = [secret]"#,
                r#"table     "Users" columns Name | Role 1 row          {role: table}"#,
            ]
        );
    }
}
