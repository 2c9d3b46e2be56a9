//! From text to a tree of [`Node`]s.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as Markers, StrInput};

use super::node::{Content, Entry, Node};
use super::scalar;
use crate::recipe::Span;
use crate::recipe::diagnostic::{Diagnostic, Diagnostics};

/// The most bytes of a text.
const MAX_BYTES: usize = 1024 * 1024;
/// The most collections around a value.
const MAX_DEPTH: usize = 64;

/// Reads a text as one document of JSON-like data.
///
/// Returns `None` if the text is not YAML at all. Duplicate keys, anchors, aliases, tags, further documents and keys
/// that are not texts are reported, and what is left of the tree is returned, so that other problems are found too.
pub(crate) fn parse(text: &str, found: &mut Diagnostics) -> Option<Node> {
    if text.len() > MAX_BYTES {
        found.push(
            Diagnostic::error("file_too_large", Span::default(), format!("the file has {} bytes", text.len()))
                .help(format!("at most {MAX_BYTES} bytes are read")),
        );
        return None;
    }
    let parser = Parser::new_from_str(text);
    Reader { parser, text, offsets: byte_offsets(text), open: Vec::new(), found }.document()
}

/// Byte offset of each character; empty for ASCII, where they are the same.
fn byte_offsets(text: &str) -> Vec<usize> {
    if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(offset, _)| offset).collect() }
}

/// The first bracket or brace of the last line of a text that is not closed in it. (The parser holds one back that could
/// still begin a key.)
fn unclosed(text: &str, line: usize) -> Option<usize> {
    let mut open = Vec::new();
    let mut quote = None;
    for (at, sign) in text[line..].char_indices() {
        match (sign, quote) {
            ('"' | '\'', None) => quote = Some(sign),
            (_, Some(end)) if sign == end => quote = None,
            ('[' | '{', None) => open.push(line + at),
            (']' | '}', None) => drop(open.pop()),
            _ => {}
        }
    }
    open.first().copied()
}

/// Reading stopped; the reason was reported.
struct Stopped;

struct Reader<'t, 'd> {
    parser: Parser<'t, StrInput<'t>>,
    text: &'t str,
    offsets: Vec<usize>,
    /// Where the brackets and braces stand that are open.
    open: Vec<usize>,
    found: &'d mut Diagnostics,
}

impl<'t> Reader<'t, '_> {
    fn document(mut self) -> Option<Node> {
        let mut root = None;
        loop {
            let Ok((event, markers)) = self.next() else { return None };
            match event {
                Event::DocumentStart(_) if root.is_some() => {
                    let span = self.first_line(self.span(markers));
                    self.found.push(
                        Diagnostic::error("several_documents", span, "a second document starts here")
                            .help("keep one document in a file; remove the `---`"),
                    );
                    return root;
                }
                Event::StreamStart | Event::Nothing | Event::DocumentStart(_) | Event::DocumentEnd => {}
                Event::StreamEnd => break,
                event => match self.value(event, markers, 0) {
                    Ok(node) => root = Some(node),
                    Err(Stopped) => return None,
                },
            }
        }
        if root.is_none() {
            self.found.push(
                Diagnostic::error("empty_file", Span::default(), "the file is empty")
                    .help("start with `schema: idlcm.recipe/1`"),
            );
        }
        root
    }

    fn next(&mut self) -> Result<(Event<'t>, Markers), Stopped> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => {
                self.syntax(&error);
                Err(Stopped)
            }
            None => Err(Stopped),
        }
    }

    fn syntax(&mut self, error: &ScanError) {
        let noticed = self.character(self.offset(error.marker().index()));
        // What is indented no further than the line of the bracket cannot be inside it: the bracket was meant to be closed
        // before, and the parser only notices here.
        let outside = |at: usize| {
            self.line_of_offset(at) < self.line_of_offset(noticed.start)
                && self.indent(noticed.start) <= self.indent(at)
        };
        let bracket = self.open.iter().copied().find(|at| outside(*at)).or_else(|| {
            let before = self.text[..self.line_of_offset(noticed.start)].trim_end();
            unclosed(before, self.line_of_offset(before.len())).filter(|at| outside(*at))
        });
        if let Some(bracket) = bracket {
            let diagnostic =
                Diagnostic::error("yaml_syntax", self.character(bracket), "this is not YAML: this is not closed")
                    .help("close it on its line, or indent the lines that belong to it")
                    .note(noticed, "noticed here");
            self.found.push(diagnostic);
            return;
        }
        self.found.push(
            Diagnostic::error("yaml_syntax", noticed, format!("this is not YAML: {}", error.info())).help(
                "often a missing quote or bracket, or a line that is indented wrongly, at this place or before it",
            ),
        );
    }

    fn character(&self, start: usize) -> Span {
        Span { start, end: self.text[start..].chars().next().map_or(start, |c| start + c.len_utf8()) }
    }

    /// How far the line of a place is indented; at the end of the text not at all.
    fn indent(&self, at: usize) -> usize {
        let line = &self.text[self.line_of_offset(at)..];
        let text = line.trim_start_matches([' ', '-']);
        if text.is_empty() { 0 } else { line.len() - text.len() }
    }

    /// The value that begins with an event; reads on to its end.
    fn value(&mut self, event: Event<'t>, markers: Markers, depth: usize) -> Result<Node, Stopped> {
        let whole = self.span(markers);
        let span = self.first_line(whole);
        let bracket = self.text[whole.start..].starts_with(['[', '{']);
        if depth > MAX_DEPTH {
            self.found.push(
                Diagnostic::error("too_deep", span, format!("more than {MAX_DEPTH} levels stand inside each other"))
                    .help("no recipe needs that; look for brackets that are not closed"),
            );
            return Err(Stopped);
        }
        match event {
            Event::Alias(_) => {
                self.found.push(
                    Diagnostic::error("alias", span, "aliases (`*name`) are not read")
                        .help("write the value out; steps that are needed twice go into `routines`"),
                );
                Ok(Node { content: Content::Broken, span })
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), span);
                let content = match style {
                    ScalarStyle::Plain => scalar::resolve(&text),
                    _ => Content::Text(text.into_owned()),
                };
                Ok(Node { content, span })
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), span);
                self.open.extend(bracket.then_some(whole.start));
                let mut items = Vec::new();
                let end = loop {
                    let (event, markers) = self.next()?;
                    if matches!(event, Event::SequenceEnd) {
                        break self.span(markers);
                    }
                    items.push(self.value(event, markers, depth + 1)?);
                };
                self.open.truncate(self.open.len() - usize::from(bracket));
                Ok(Node { content: Content::List(items), span: self.collection(span, end) })
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), span);
                self.open.extend(bracket.then_some(whole.start));
                let (entries, end) = self.entries(depth)?;
                self.open.truncate(self.open.len() - usize::from(bracket));
                Ok(Node { content: Content::Object(entries), span: self.collection(span, end) })
            }
            // The parser sends no other event where a value is due.
            _ => Err(Stopped),
        }
    }

    fn entries(&mut self, depth: usize) -> Result<(Vec<Entry>, Span), Stopped> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut known: HashMap<String, Span> = HashMap::new();
        loop {
            let (event, markers) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                return Ok((entries, self.span(markers)));
            }
            let key = self.value(event, markers, depth + 1)?;
            let (event, markers) = self.next()?;
            let mut value = self.value(event, markers, depth + 1)?;
            let Content::Text(name) = key.content else {
                self.found.push(
                    Diagnostic::error("key_not_text", key.span, "this key is not a text")
                        .help("write it in quotes if it is meant as a name"),
                );
                continue;
            };
            if let Some(first) = known.get(&name) {
                self.found.push(
                    Diagnostic::error("duplicate_key", key.span, format!("`{name}` stands here twice"))
                        .help("keep one of the two")
                        .note(*first, "the first"),
                );
                continue;
            }
            known.insert(name.clone(), key.span);
            if value.span.end == value.span.start || self.line_of(value.span) != self.line_of(key.span) {
                value.span = key.span;
            }
            entries.push(Entry { key: name, key_span: key.span, value });
        }
    }

    fn refuse_properties(&mut self, anchor: usize, tagged: bool, span: Span) {
        if anchor != 0 {
            self.found.push(
                Diagnostic::error("anchor", span, "anchors (`&name`) are not read")
                    .help("write the value without it; steps that are needed twice go into `routines`"),
            );
        }
        if tagged {
            self.found.push(
                Diagnostic::error("tag", span, "tags (`!name`) are not read")
                    .help("remove the tag; put a text that looks like a number in quotes"),
            );
        }
    }

    /// The whole collection if it stands on one line, else its first line.
    fn collection(&self, start: Span, end: Span) -> Span {
        let end = if start.end > start.start { end.end } else { start.start.max(end.start) };
        self.first_line(Span { start: start.start, end })
    }

    fn first_line(&self, span: Span) -> Span {
        let rest = &self.text[span.start..span.end];
        let line = rest.split('\n').next().unwrap_or_default().trim_end();
        Span { start: span.start, end: span.start + line.len() }
    }

    fn line_of(&self, span: Span) -> usize {
        self.line_of_offset(span.start)
    }

    fn line_of_offset(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |at| at + 1)
    }

    fn span(&self, markers: Markers) -> Span {
        let start = self.offset(markers.start.index());
        Span { start, end: self.offset(markers.end.index()).max(start) }
    }

    fn offset(&self, index: usize) -> usize {
        if self.offsets.is_empty() {
            index.min(self.text.len())
        } else {
            self.offsets.get(index).copied().unwrap_or(self.text.len())
        }
    }
}
