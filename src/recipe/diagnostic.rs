//! What is wrong with a file: where, what, and what to write instead.

use std::collections::HashSet;
use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource};
use serde::Serialize;

use crate::contract::shorten;

use super::position::{SourceText, Span};

/// Whether a file with that problem can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, but something is probably not as meant.
    Warning,
}

/// A second place that has to do with a [`Diagnostic`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Note {
    /// What is there.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// The longest line of a file that is drawn around a problem, in bytes.
const LONGEST_LINE: usize = 2000;

/// The most errors of a file that are told, and the most warnings: nobody reads more before the first ones are mended.
const MOST_TOLD: usize = 200;

/// A problem of a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Whether the file can be used in spite of it.
    pub severity: Severity,
    /// A fixed name for programs, such as `unknown_element`.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// Where.
    pub span: Span,
    /// Other places that have to do with it.
    pub notes: Vec<Note>,
}

impl Diagnostic {
    /// A problem that makes the file unusable.
    pub fn error(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code, message: message.into(), help: None, span, notes: Vec::new() }
    }

    /// A problem that the file can be used with.
    pub fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message) }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn note(mut self, span: Span, message: impl Into<String>) -> Self {
        self.notes.push(Note { message: message.into(), span });
        self
    }

    /// Draws the problem with its lines of the file, for people. The text ends with a line break.
    pub fn render(&self, source: &SourceText, colour: bool) -> String {
        if self.is_in_a_long_line(source) {
            return self.plainly(source);
        }
        let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme).with_links(false).with_width(120);
        let drawing = Drawing {
            diagnostic: self,
            source: NamedSource::new(source.path.display().to_string(), source.text.clone()),
        };
        let mut text = String::new();
        // Only a writer that fails makes this fail, and a `String` does not; the plain line is right in any case.
        if handler.render_report(&mut text, &drawing).is_err() {
            text = format!("{}: {}\n", source.at(self.span), self.message);
        }
        text
    }

    /// Whether one of its lines, which are drawn whole, is longer than anybody reads.
    fn is_in_a_long_line(&self, source: &SourceText) -> bool {
        // With the line before and the line after it, which are drawn, too.
        let two_lines = |bytes: &mut dyn Iterator<Item = u8>| {
            let mut ends = 0;
            let within = |byte: &u8| {
                ends += usize::from(*byte == b'\n');
                ends < 2
            };
            bytes.take(2 * LONGEST_LINE).take_while(within).count()
        };
        let long = |at: usize| {
            let (before, after) = source.text.as_bytes().split_at(at.min(source.text.len()));
            two_lines(&mut before.iter().rev().copied()) + two_lines(&mut after.iter().copied()) >= 2 * LONGEST_LINE
        };
        self.notes.iter().map(|note| note.span).chain([self.span]).any(|span| long(span.start) || long(span.end))
    }

    /// The problem without its lines of the file.
    fn plainly(&self, source: &SourceText) -> String {
        use fmt::Write as _;
        let word = if self.severity == Severity::Error { "error" } else { "warning" };
        let mut text = format!("{word} {}: {}\n  at {}\n", self.code, self.message, source.at(self.span));
        for Note { message, span } in &self.notes {
            // Writing to a `String` cannot fail.
            let _written = writeln!(text, "  at {}: {message}", source.at(*span));
        }
        if let Some(help) = &self.help {
            let _written = writeln!(text, "  help: {help}");
        }
        text
    }

    /// The problem for programs: `file`, `line`, `column`, `end_line`, `end_column` (from 1, in characters, the end is
    /// one past the last), `severity`, `code`, `message`, `help`.
    pub fn to_json(&self, source: &SourceText) -> serde_json::Value {
        let (line, column) = source.line_column(self.span.start);
        let (end_line, end_column) = source.line_column(self.span.end);
        serde_json::json!({
            "file": source.path.display().to_string(),
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "severity": self.severity,
            "code": self.code,
            "message": self.message,
            "help": self.help,
        })
    }
}

/// A diagnostic beside the text it is about, as `miette` wants it.
#[derive(Debug)]
struct Drawing<'d> {
    diagnostic: &'d Diagnostic,
    source: NamedSource<String>,
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic.message)
    }
}

impl std::error::Error for Drawing<'_> {}

impl miette::Diagnostic for Drawing<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.diagnostic.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.diagnostic.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let first = std::iter::once((None, self.diagnostic.span));
        let notes = self.diagnostic.notes.iter().map(|note| (Some(note.message.clone()), note.span));
        Some(Box::new(
            first
                .chain(notes)
                .map(|(label, span)| LabeledSpan::new(label, span.start, span.end.saturating_sub(span.start))),
        ))
    }
}

/// Problems as they are found: each once.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    list: Vec<Diagnostic>,
    known: HashSet<Diagnostic>,
}

impl Diagnostics {
    /// Takes a problem, unless it is known already (an element that is used twice is wrong once).
    /// Of very many only the first of each severity are kept.
    pub(crate) fn push(&mut self, mut diagnostic: Diagnostic) {
        let alike = self.list.iter().filter(|known| known.severity == diagnostic.severity).count();
        if alike > MOST_TOLD || !self.known.insert(diagnostic.clone()) {
            return;
        }
        if alike == MOST_TOLD {
            let Diagnostic { severity, span, .. } = diagnostic;
            diagnostic = Diagnostic { severity, ..Diagnostic::error("and_more", span, "there is more, from here on") }
                .help("mend what stands above, and check again");
        }
        for text in std::iter::once(&mut diagnostic.message).chain(&mut diagnostic.help) {
            shorten(text);
        }
        self.list.push(diagnostic);
    }

    /// Whether one of them makes the file unusable.
    pub(crate) fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether one with one of these codes lies in a stretch of the text.
    pub(crate) fn any_within(&self, span: Span, codes: &[&str]) -> bool {
        self.list.iter().any(|diagnostic| {
            codes.contains(&diagnostic.code) && span.start <= diagnostic.span.start && diagnostic.span.end <= span.end
        })
    }

    /// All of them, in the order of the file.
    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end, diagnostic.severity));
        self.list
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        for diagnostic in diagnostics {
            self.push(diagnostic);
        }
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
