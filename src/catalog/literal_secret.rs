//! A secret that stands in an integration itself, where a reference belongs: told without being repeated.

use std::sync::Arc;

use crate::recipe::diagnostic::{Diagnostic, Diagnostics};
use crate::recipe::yaml::{self, Content, Entry};
use crate::recipe::{Source, SourceText};

use super::Problem;

/// Problems of a text that holds secrets itself; none, if it holds references. What stands from the first secret on is
/// blanked in the text that comes with the problems.
pub(super) fn problems(source: &Source) -> Vec<Problem> {
    let Some(root) = yaml::parse(&source.text, &mut Diagnostics::default()) else { return Vec::new() };
    let Some(account) = entries(&root.content).iter().find(|entry| entry.key == "service_account") else {
        return Vec::new();
    };
    let literal = |entry: &&Entry| {
        use Content::{Bool, Float, Integer, Text};
        matches!(entry.value.content, Text(_) | Integer(_) | Float(_) | Bool(_))
    };
    let literals: Vec<&Entry> = entries(&account.value.content).iter().filter(literal).collect();
    let Some(first) = literals.iter().map(|entry| entry.value.span.start).min() else { return Vec::new() };
    let blanked = blank_from(source, first);
    let told = |entry: &Entry| {
        let message = format!("`service_account.{}` holds a value itself", entry.key);
        let help = "write where it is instead: `{env: NAME}`, `{file: /run/secrets/…}` or `{vault: mount/path#field}`";
        let diagnostic = Diagnostic::error("literal_secret", entry.value.span, message).help(help);
        Problem { diagnostic, source: blanked.clone() }
    };
    literals.into_iter().map(told).collect()
}

fn entries(content: &Content) -> &[Entry] {
    match content {
        Content::Object(entries) => entries,
        _ => &[],
    }
}

/// The same text with an asterisk for each byte from there on, line breaks excepted.
fn blank_from(source: &Source, start: usize) -> Source {
    let (before, after) = source.text.split_at(source.text.floor_char_boundary(start));
    let blanks = after.bytes().map(|byte| if byte == b'\n' { '\n' } else { '*' });
    let text = before.chars().chain(blanks).collect();
    Arc::new(SourceText { path: source.path.clone(), text, sha256: source.sha256.clone() })
}
