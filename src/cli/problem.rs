//! A failed job, drawn into the recipe's text for its author: the line, what came near, what became of the app.

use std::fmt::Write as _;
use std::io::IsTerminal as _;

use crate::recipe::{Diagnostic, Source};

/// Whether standard error is to be coloured: it is a terminal, and `NO_COLOR` is not set (<https://no-color.org>).
pub(super) fn colour() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Draws a problem: the first line of what it is about underlined, each line of its help as a remark.
pub(super) fn draw(problem: &Diagnostic, source: &Source, colour: bool) -> String {
    let paint = |code: &str, text: &str| {
        if colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    };
    let (number, column) = source.line_column(problem.span.start);
    let line = source.line(number).trim_end_matches(['\n', '\r']);
    let before: String = line.chars().take(column.saturating_sub(1)).map(blank).collect();
    let rest = line.chars().count().saturating_sub(column.saturating_sub(1));
    let length = source.text.get(problem.span.start..problem.span.end).unwrap_or_default();
    let length = length.lines().next().unwrap_or_default().trim_end().chars().count();
    let under = "^".repeat(length.min(rest).max(1));
    let gutter = number.to_string();
    let margin = " ".repeat(gutter.len());
    let mut text = String::new();
    let head = paint("1;31", &format!("error[{}]", problem.code));
    let remarks = problem.help.iter().flat_map(|help| help.lines());
    // Writing into a `String` does not fail.
    writeln!(text, "{head}: {}", problem.message).ok();
    writeln!(text, "{margin}{} {}", paint("34", "-->"), source.at(problem.span)).ok();
    writeln!(text, "{} {} {line}", paint("34", &gutter), paint("34", "|")).ok();
    writeln!(text, "{margin} {} {before}{}", paint("34", "|"), paint("1;31", &under)).ok();
    for remark in remarks {
        writeln!(text, "{margin} {} {remark}", paint("34", "=")).ok();
    }
    text
}

/// What stands above an underline: a tab stays one, so that the columns agree.
fn blank(c: char) -> char {
    if c == '\t' { c } else { ' ' }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{Span, source_text};

    #[test]
    fn the_place_is_underlined_and_every_remark_has_a_line() {
        let text = "screens:\n  users:\n    elements:\n      add: {role: link, name: Add user}\n";
        let source = source_text(std::path::Path::new("recipes/x/recipe.yaml"), text);
        let start = text.find("{role").unwrap();
        let span = Span { start, end: text.trim_end().len() };
        let problem = Diagnostic::error("element_ambiguous", span, "`users.add` matches 2 elements")
            .help("1: <a>Add user</a>    write  {role: link}\nnothing was changed in the app");
        assert_eq!(
            draw(&problem, &source, false),
            "error[element_ambiguous]: `users.add` matches 2 elements
 --> recipes/x/recipe.yaml:4:12
4 |       add: {role: link, name: Add user}
  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = 1: <a>Add user</a>    write  {role: link}
  = nothing was changed in the app
"
        );
        assert!(draw(&problem, &source, true).contains("\u{1b}[1;31merror"));
    }
}
