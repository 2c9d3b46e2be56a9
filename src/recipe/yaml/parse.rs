//! From text to a tree of [`Node`]s.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as Markers, StrInput};

use super::node::{Content, Entry, Node};
use super::scalar;
use crate::recipe::Span;
use crate::recipe::diagnostic::{Diagnostic, Diagnostics};

/// The most bytes of a text.
pub(crate) const MAX_BYTES: usize = 1024 * 1024;
/// The most collections around a value.
const MAX_DEPTH: usize = 64;

/// Reads a text as one document of JSON-like data.
///
/// Returns `None` if the text is not YAML at all. Duplicate keys, anchors, aliases, tags, further documents and keys
/// that are not texts are reported, and what is left of the tree is returned, so that other problems are found too.
pub(crate) fn parse(text: &str, found: &mut Diagnostics) -> Option<Node> {
    if text.len() > MAX_BYTES {
        found.push(
            Diagnostic::error("file_too_large", Span::default(), format!("the file has more than {MAX_BYTES} bytes"))
                .help("no more are read, and nothing that people write needs them; is it the right file?"),
        );
        return None;
    }
    let parser = Parser::new_from_str(text);
    Reader { parser, text, offsets: byte_offsets(text), open: Vec::new(), read: 0, found }.document()
}

/// Byte offset of each character; empty for ASCII, where they are the same.
fn byte_offsets(text: &str) -> Vec<usize> {
    if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(offset, _)| offset).collect() }
}

/// Reading stopped; the reason was reported.
struct Stopped;

/// What a text leaves open.
#[derive(Default)]
struct LeftOpen {
    /// Brackets and braces that are not closed.
    brackets: Vec<usize>,
    /// The first quote that is not closed on its line.
    quote: Option<usize>,
}

struct Reader<'t, 'd> {
    parser: Parser<'t, StrInput<'t>>,
    text: &'t str,
    offsets: Vec<usize>,
    /// Where the brackets and braces stand that are open.
    open: Vec<usize>,
    /// Where the last thing that was read begins.
    read: usize,
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
            Some(Ok((event, markers))) => {
                self.read = self.offset(markers.start.index());
                Ok((event, markers))
            }
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
        // The parser holds brackets and quotes back that could still begin a key: they are looked for in the text.
        let left = self.left_open(noticed.start);
        let bracket = self.open.iter().copied().find(|at| outside(*at));
        let bracket = bracket.or_else(|| left.brackets.iter().copied().find(|at| outside(*at)));
        if let Some(bracket) = bracket {
            let diagnostic =
                Diagnostic::error("yaml_syntax", self.character(bracket), "this is not YAML: this is not closed")
                    .help("close it on its line, or indent the lines that belong to it")
                    .note(noticed, "noticed here");
            self.found.push(diagnostic);
            return;
        }
        if let Some(tab) = self.tab_near(noticed.start) {
            self.found.push(
                Diagnostic::error(
                    "yaml_syntax",
                    self.character(tab),
                    "this is not YAML: this line is indented by a tab",
                )
                .help("indent with spaces"),
            );
            return;
        }
        // A quote that takes in the following lines ends at the next one anywhere, and what comes then makes no sense.
        if let Some(quote) = left.quote {
            let diagnostic = Diagnostic::error(
                "yaml_syntax",
                self.character(quote),
                "this is not YAML: this quote is not closed on its line",
            )
            .help("close it, or remove it if it was not meant to be there")
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

    /// The tab that begins the line of a place, or the next line. (The parser notices some tabs at the end of the line before.)
    fn tab_near(&self, at: usize) -> Option<usize> {
        let this = self.line_of_offset(at);
        let next = self.text[at..].find('\n').map(|end| at + end + 1);
        [Some(this), next].into_iter().flatten().find_map(|line| {
            let rest = &self.text[line..];
            let indent = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            rest[..indent].find('\t').map(|tab| line + tab)
        })
    }

    /// What was opened since what was read last, and not closed before a place.
    fn left_open(&self, noticed: usize) -> LeftOpen {
        let mut left = LeftOpen::default();
        let mut quote = None;
        let mut comment = false;
        let mut before = '\n';
        let from = self.line_of_offset(self.read.min(noticed));
        for (at, sign) in self.text[from..noticed].char_indices() {
            match (sign, quote) {
                ('\n', Some((opened, _))) => {
                    left.quote.get_or_insert(opened);
                }
                ('\n', None) => comment = false,
                (_, None) if comment => {}
                ('#', None) if before.is_whitespace() => comment = true,
                // Elsewhere a quote is an apostrophe.
                ('"' | '\'', None) if before.is_whitespace() || "[{,:".contains(before) => {
                    quote = Some((from + at, sign));
                }
                ('[' | '{', None) => left.brackets.push(from + at),
                (']' | '}', None) => drop(left.brackets.pop()),
                (_, Some((_, end))) if sign == end && before != '\\' => quote = None,
                _ => {}
            }
            before = sign;
        }
        left
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
            if value.span.end == value.span.start || self.are_apart(key.span, value.span) {
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

    /// Whether a value begins on another line than its key. Looked for between the two: a line can be as long as the text.
    fn are_apart(&self, key: Span, value: Span) -> bool {
        self.text.get(key.start..value.start).is_none_or(|between| between.contains('\n'))
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
