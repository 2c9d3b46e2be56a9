//! Good recipes, broken in hundreds of ways: each is refused at the place where it was broken, or loads because no harm was
//! done. The place is the changed entry or what encloses it, at most the action, view, screen or section it stands in; or the
//! message names what was taken away.
//!
//! The report of what was found where is printed; run with `--no-capture` to see it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::Path;

use idlcm::recipe::{self, Diagnostic, Loaded, Severity, Strictness};
use saphyr_parser::{Event, Parser, StrInput};

/// A value of the text: its place in bytes, and what leads to it.
#[derive(Debug, Clone)]
struct Value {
    path: Vec<String>,
    /// The key; `None` of an item of a list.
    key: Option<(usize, usize)>,
    start: usize,
    end: usize,
    scalar: bool,
    flow: bool,
}

impl Value {
    /// The whole entry: key and value.
    fn entry(&self) -> (usize, usize) {
        (self.key.map_or(self.start, |(start, _)| start), self.end)
    }

    fn depth(&self) -> usize {
        self.path.len()
    }

    /// Whether it stands in `other`, which may be itself.
    fn is_in(&self, other: &Self) -> bool {
        self.path.starts_with(&other.path)
    }
}

/// Every value of a text, the whole first.
struct Reader<'t> {
    parser: Parser<'t, StrInput<'t>>,
    text: &'t str,
    values: Vec<Value>,
}

impl<'t> Reader<'t> {
    fn read(text: &'t str) -> Vec<Value> {
        let mut reader = Self { parser: Parser::new_from_str(text), text, values: Vec::new() };
        loop {
            let (event, place) = reader.next();
            match event {
                Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd => {}
                Event::StreamEnd => break,
                event => {
                    reader.value(&event, place, &[], None);
                }
            }
        }
        reader.values
    }

    fn next(&mut self) -> (Event<'t>, (usize, usize)) {
        let (event, markers) = self.parser.next_event().unwrap().unwrap();
        let offset = |index: usize| self.text.char_indices().nth(index).map_or(self.text.len(), |(at, _)| at);
        (event, (offset(markers.start.index()), offset(markers.end.index())))
    }

    /// Reads a value that began with an event; returns its end.
    fn value(
        &mut self,
        event: &Event<'t>,
        place: (usize, usize),
        path: &[String],
        key: Option<(usize, usize)>,
    ) -> usize {
        let at = self.values.len();
        let flow = self.text[place.0..].starts_with(['[', '{']);
        let scalar = matches!(event, Event::Scalar(..));
        self.values.push(Value { path: path.to_vec(), key, start: place.0, end: place.1, scalar, flow });
        let mut end = place.1;
        match event {
            Event::SequenceStart(..) => {
                for index in 0.. {
                    let (event, place) = self.next();
                    if matches!(event, Event::SequenceEnd) {
                        end = if flow { place.1 } else { end };
                        break;
                    }
                    end = self.value(&event, place, &[path, &[index.to_string()]].concat(), None);
                }
            }
            Event::MappingStart(..) => loop {
                let (event, place) = self.next();
                match event {
                    Event::MappingEnd => {
                        end = if flow { place.1 } else { end };
                        break;
                    }
                    Event::Scalar(name, ..) => {
                        let (event, inner) = self.next();
                        end = self.value(&event, inner, &[path, &[name.into_owned()]].concat(), Some(place));
                    }
                    other => panic!("a key that is no text: {other:?}"),
                }
            },
            _ => {}
        }
        self.values[at].end = end;
        end
    }
}

/// A recipe that was broken.
struct Mutation {
    what: &'static str,
    /// The value that it concerns.
    of: Value,
    text: String,
    /// Which lines (from 1) may be pointed at, mildest first: the entry, and what encloses it.
    ranges: Vec<RangeInclusive<usize>>,
    /// What was taken away: a message elsewhere must name some of it.
    removed: Vec<String>,
    /// Whether the text is perhaps no YAML any more: the parser may notice only later.
    syntax: bool,
}

fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Every mutation of a text, in a fixed order.
fn mutations(text: &str) -> Vec<Mutation> {
    let values = Reader::read(text);
    let mut all = Vec::new();
    for value in values.iter().skip(1) {
        let (start, end) = value.entry();
        // The entry and all around it, up to the action, view, screen or section.
        let mut around: Vec<&Value> = values.iter().filter(|outer| outer.depth() > 0 && value.is_in(outer)).collect();
        around.reverse();
        let indent = start - text[..start].rfind('\n').map_or(0, |at| at + 1);
        let alone = text[..start].lines().next_back().is_none_or(|before| before.trim().is_empty()) || indent == 0;
        let scalar = text[value.start..value.end].to_owned();
        let mut add = |what: &'static str, from: usize, to: usize, with: &str, syntax: bool| {
            let text_after = format!("{}{with}{}", &text[..from], &text[to..]);
            let grown = with.matches('\n').count();
            let shrunk = text[from..to].matches('\n').count();
            let ranges = around
                .iter()
                .map(|outer| {
                    let (start, end) = outer.entry();
                    let last = (line(text, end.max(start)) + grown).saturating_sub(shrunk);
                    line(text, start)..=last.max(line(text, start))
                })
                .collect();
            all.push(Mutation {
                what,
                of: value.clone(),
                text: text_after,
                ranges,
                removed: words(&text[from..to]),
                syntax,
            });
        };
        if let Some((key_start, key_end)) = value.key {
            add("key renamed", key_start, key_end, &format!("{}x", &text[key_start..key_end].trim_matches('"')), false);
            if alone {
                let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
                let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
                add("entry deleted", line_start, line_end, "", false);
                let copy = text[line_start..line_end].to_owned();
                add("entry doubled", line_end, line_end, &copy, false);
                add("indented by a tab", line_start, start, "\t", true);
                add("indented one more", line_start, line_start, " ", true);
                if indent > 0 {
                    add("indented one less", line_start, line_start + 1, "", true);
                }
            } else {
                let after = &text[end..];
                let comma = after.len() - after.trim_start_matches([',', ' ']).len();
                let mark = text[..start].trim_end().ends_with('{') || text[..start].trim_end().ends_with(',');
                if mark {
                    add("entry deleted", start, end + comma, "", false);
                    add("entry doubled", start, start, &format!("{}, ", &text[start..end]), false);
                    add("brace in the way", start, start, "}", true);
                }
            }
        }
        if value.scalar {
            for (what, with) in [
                ("a list instead", format!("[{scalar}]")),
                ("an object instead", "{x: y}".to_owned()),
                ("nothing instead", String::new()),
                ("a huge number instead", "18446744073709551616".to_owned()),
                ("a negative number instead", "-1".to_owned()),
                ("a number with a fraction instead", "1.5".to_owned()),
                ("an anchor", format!("&a {scalar}")),
                ("an alias instead", "*a".to_owned()),
                ("a tag", format!("!!binary {scalar}")),
            ] {
                add(what, value.start, value.end, &with, false);
            }
            add("an open quote", value.start, value.end, "\"open", true);
            if scalar.contains("}}") {
                add("a template left open", value.start, value.end, &scalar.replacen("}}", "}", 1), false);
                add("an unknown filter", value.start, value.end, &scalar.replacen("}}", "| uper }}", 1), false);
                add("an unknown path", value.start, value.end, &scalar.replacen("{{ ", "{{ x", 1), false);
                add("an empty hole", value.start, value.end, "\"{{ }}\"", false);
            }
            if scalar.starts_with(|c: char| c.is_ascii_lowercase()) && !scalar.contains([' ', ':', '/']) {
                add("another word", value.start, value.end, &format!("{scalar}x"), false);
            }
            if scalar == "true" {
                add("no instead of yes", value.start, value.end, "false", false);
            }
        } else {
            add("a text instead", value.start, value.end, if value.flow { "text" } else { "text\n" }, !value.flow);
            if value.flow {
                add(
                    "nothing in it",
                    value.start,
                    value.end,
                    if text[value.start..].starts_with('[') { "[]" } else { "{}" },
                    false,
                );
                add("not closed", value.end - 1, value.end, "", true);
            }
        }
    }
    all
}

fn good() -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = std::fs::read_dir("recipes")
        .unwrap()
        .map(|entry| entry.unwrap().path().join("recipe.yaml"))
        .filter(|path| path.is_file())
        .map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap()))
        .collect();
    found.sort();
    assert!(found.len() >= 2);
    found
}

fn check(text: &str) -> Loaded {
    let loaded = recipe::check_text(Path::new("mutated.yaml"), text, Strictness::Normal);
    for diagnostic in &loaded.diagnostics {
        assert!(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= loaded.source.text.len());
    }
    loaded
}

/// How near a problem is to the change: 0 in the entry, 1 in what encloses it, and so on; `None`: elsewhere.
fn distance(mutation: &Mutation, loaded: &Loaded, diagnostic: &Diagnostic) -> Option<usize> {
    let (at, _) = loaded.source.line_column(diagnostic.span.start);
    // What is drawn beside it counts, too: "declared here".
    let also = diagnostic.notes.iter().map(|note| loaded.source.line_column(note.span.start).0);
    let places: Vec<usize> = also.chain([at]).collect();
    let near = mutation.ranges.iter().position(|range| places.iter().any(|at| range.contains(at)));
    // The parser notices a missing bracket, quote or level when something comes that cannot stand there: mostly the next
    // line, at most the end of what encloses it.
    near.or_else(|| (mutation.syntax && mutation.ranges[0].clone().contains(&(at - 1))).then_some(1))
}

/// What else makes a problem about the change: it names in ticks what is gone.
fn names(mutation: &Mutation, diagnostic: &Diagnostic) -> bool {
    let ticked = diagnostic.message.split('`').skip(1).step_by(2);
    ticked.flat_map(words).any(|word| mutation.removed.contains(&word))
}

fn words(text: &str) -> Vec<String> {
    let names = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| word.len() > 1);
    names.map(str::to_owned).collect()
}

#[test]
fn every_broken_recipe_is_refused_at_the_place_of_the_mistake_or_harmless() {
    let mut tried = 0;
    let mut near: BTreeMap<String, usize> = BTreeMap::new();
    let mut harmless: BTreeMap<&str, usize> = BTreeMap::new();
    let mut elsewhere = Vec::new();
    for (path, text) in good() {
        assert!(check(&text).recipe.is_some(), "{path}");
        let all = mutations(&text);
        // All kinds in all parts of the file, without a minute of work: about every twentieth.
        let step = if std::env::var_os("IDLCM_ALL_MUTATIONS").is_some() { 1 } else { (all.len() / 200).max(1) | 1 };
        for mutation in all.into_iter().step_by(step) {
            tried += 1;
            let loaded = check(&mutation.text);
            if loaded.recipe.is_some() {
                *harmless.entry(mutation.what).or_default() += 1;
                continue;
            }
            let errors: Vec<&Diagnostic> =
                loaded.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect();
            assert!(
                !errors.is_empty(),
                "{path}: {} at {:?} is refused without a reason",
                mutation.what,
                mutation.of.path
            );
            let nearest = errors.iter().filter_map(|error| distance(&mutation, &loaded, error)).min();
            match nearest {
                Some(0) => *near.entry("in the entry".into()).or_default() += 1,
                Some(1) => *near.entry("in what encloses it".into()).or_default() += 1,
                Some(_) => *near.entry("in its action, view, screen or section".into()).or_default() += 1,
                None if errors.iter().any(|error| names(&mutation, error)) => {
                    *near.entry("elsewhere, and named".into()).or_default() += 1;
                }
                None => elsewhere.push(format!(
                    "{path}: {} at {:?}, lines {:?}:\n{}",
                    mutation.what,
                    mutation.of.path,
                    mutation.ranges,
                    errors[0].render(&loaded.source, false)
                )),
            }
        }
    }
    println!("{tried} mutations; refused: {near:#?}\nharmless: {harmless:#?}\nelsewhere: {}", elsewhere.len());
    assert!(tried >= 200, "only {tried} mutations");
    assert!(elsewhere.is_empty(), "{} of {tried} point elsewhere:\n{}", elsewhere.len(), elsewhere.join("\n"));
}

#[test]
fn a_recipe_that_ends_anywhere_is_checked_without_a_panic() {
    for (_, text) in good() {
        for at in (0..text.len()).step_by(97) {
            // Bytes, not characters: what is left of a character becomes a sign that is none.
            let cut = String::from_utf8_lossy(&text.as_bytes()[..at]).into_owned();
            let loaded = check(&cut);
            assert_eq!(loaded.recipe.is_none(), loaded.has_errors());
        }
    }
}
