//! The loader and the template parser under random changes, for as long as `IDLCM_FUZZ_SECONDS` says (600 if it says nothing).
//! Stable Rust is enough, so that `make test-long` can run it. What makes the checker panic, hang or point outside the text is
//! kept in `target/recipe-fuzz/`.
//!
//! Changes are made of what recipes are made of: lines of other recipes, keys, numbers, brackets, templates. An input that
//! leads to problems that were not seen together before joins the corpus, so that changes build on changes.

use std::collections::{BTreeSet, HashSet};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use idlcm::recipe::{self, Strictness};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};

/// An input that takes longer is a finding: 1,000 lines take a few milliseconds in a release build.
const LONGEST: Duration = Duration::from_secs(5);
/// The most inputs that are kept.
const CORPUS: usize = 4_000;

const TOKENS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ": ",
    ",",
    "- ",
    "\n",
    "\n  ",
    "\t",
    " ",
    "#",
    "|",
    ">",
    "|-",
    "&a",
    "*a",
    "!x",
    "!!str",
    "<<: ",
    "? ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "\"",
    "'",
    "\\",
    "\"\\u0000\"",
    "\"\\uD800\"",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "é",
    "😀",
    "null",
    "~",
    "true",
    "-1",
    "0",
    "007",
    "1e309",
    "18446744073709551616",
    "9223372036854775807",
    "4294967295",
    ".inf",
    "{{",
    "}}",
    "{{ user.email }}",
    "{{ user. }}",
    "{{ | }}",
    "{{ user.email | }}",
    "{{ user.email | trim | split(\",\") | first }}",
    "{{ user.email | regex(\"(\") }}",
    "{{ user.email | replace(\"a\", \"b\") }}",
    "{{ user.email | default(\"\\\"\") }}",
    "{{ change.role.to }}",
    "{{ secrets.password }}",
    "{{ generated.password }}",
    "{{ captured.x }}",
    "{{ user.email | date(\"%Y\") }}",
    "{{ 'x' }}",
    "{{{{",
    "}}}}",
    "{{ ünïcode.ß }}",
    "((((((",
    "*",
    "(?i)x",
    "[0-9]{1,9999}",
    "(a*)*",
    "\\p{L}",
    "commit: true",
    "when: ",
    "all: ",
    "not: ",
    "any_of: ",
    "within: ",
    "has: ",
    "run: ",
    "first_of: ",
    "for_each: ",
    "union: ",
    "users.table",
    "user_form.save",
    "screen: users",
    "nth: 0",
    "10s",
    "99999999999d",
    "20/h",
    "https://[::1]:99999/",
    "http://*",
    "https://*.*.example",
    "//x",
    "é.example",
];

/// A recipe with a place for any text, inside quotes.
const HOST: &str = include_str!("../bad_recipes/unused.yaml");

fn corpus() -> Vec<String> {
    let mut paths: Vec<PathBuf> = ["recipes", "tests/bad_recipes"]
        .into_iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()))
        .map(|path| if path.is_dir() { path.join("recipe.yaml") } else { path })
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml") && path.is_file())
        .collect();
    paths.sort();
    paths.into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Somewhere in a text, between two characters.
fn place(text: &str, random: &mut StdRng) -> usize {
    text.floor_char_boundary(random.random_range(0..=text.len()))
}

fn line_range(text: &str, random: &mut StdRng) -> (usize, usize) {
    let at = place(text, random);
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    (start, text[at..].find('\n').map_or(text.len(), |end| at + end + 1))
}

/// One change.
fn change(text: &mut String, others: &[String], random: &mut StdRng) {
    let other = others.choose(random).unwrap();
    match random.random_range(0..12) {
        0 => {
            // A byte flipped; what is no UTF-8 then becomes a sign that says so.
            let mut bytes = std::mem::take(text).into_bytes();
            if !bytes.is_empty() {
                let at = random.random_range(0..bytes.len());
                bytes[at] ^= 1 << random.random_range(0..8);
            }
            *text = String::from_utf8_lossy(&bytes).into_owned();
        }
        1 | 2 => text.insert_str(place(text, random), TOKENS.choose(random).unwrap()),
        3 => {
            let at = place(text, random);
            let end = text.floor_char_boundary((at + random.random_range(0..40)).min(text.len()));
            text.replace_range(at..end, TOKENS.choose(random).unwrap());
        }
        4 => {
            let (start, end) = line_range(text, random);
            text.replace_range(start..end, "");
        }
        5 => {
            let (start, end) = line_range(text, random);
            let line = text[start..end].to_owned();
            text.insert_str(place(text, random), &line);
        }
        6 => {
            let (start, end) = line_range(other, random);
            let (at, _) = line_range(text, random);
            text.insert_str(at, &other[start..end]);
        }
        7 => {
            // The beginning of one, the end of another.
            let at = place(text, random);
            text.truncate(at);
            text.push_str(&other[place(other, random)..]);
        }
        8 => {
            let (start, _) = line_range(text, random);
            text.insert_str(start, &" ".repeat(random.random_range(1..6)));
        }
        9 => {
            // One word becomes another that stands in a recipe.
            let words: Vec<&str> =
                other.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
            let word = words.choose(random).copied().unwrap_or("x");
            let at = place(text, random);
            let own = text[at..].find(|c: char| !c.is_alphanumeric() && c != '_').map_or(text.len(), |end| at + end);
            text.replace_range(at..own, word);
        }
        10 => {
            let many = TOKENS.choose(random).unwrap().repeat(random.random_range(2..120));
            text.insert_str(place(text, random), &many);
        }
        _ => {
            let at = place(text, random);
            text.truncate(at);
        }
    }
}

/// A text where a template stands.
fn template(random: &mut StdRng) -> String {
    let pieces = random.random_range(1..8);
    let text: String = (0..pieces).map(|_| *TOKENS.choose(random).unwrap()).collect();
    let quoted = serde_json::to_string(&text).unwrap();
    let places = ["/users", "\"{{ user.email }}\"", "\"{{ user.name }}\"", "https://small.example", "Add", "Users"];
    HOST.replacen(places.choose(random).unwrap(), &quoted, random.random_range(1..4))
}

/// Checks one input as people do, and looks at what comes out. The codes of what was found.
fn check(text: &str, strictness: Strictness) -> BTreeSet<&'static str> {
    let loaded = recipe::check_text(Path::new("fuzz.yaml"), text, strictness);
    assert_eq!(loaded.recipe.is_none(), loaded.has_errors());
    let length = loaded.source.text.len();
    for diagnostic in &loaded.diagnostics {
        for span in diagnostic.notes.iter().map(|note| note.span).chain([diagnostic.span]) {
            assert!(span.start <= span.end && span.end <= length, "{span} in a text of {length}");
            assert!(loaded.source.text.is_char_boundary(span.start) && loaded.source.text.is_char_boundary(span.end));
        }
    }
    if let Some(last) = loaded.diagnostics.last() {
        assert!(!last.render(&loaded.source, false).is_empty());
        last.to_json(&loaded.source);
    }
    loaded.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
#[ignore = "takes as long as one lets it; part of `make test-long`"]
fn no_input_makes_the_checker_panic_hang_or_point_outside_the_text() {
    let number = |name: &str| std::env::var(name).ok().map(|value| value.parse::<u64>().unwrap());
    let budget = Duration::from_secs(number("IDLCM_FUZZ_SECONDS").unwrap_or(600));
    let seed = number("IDLCM_FUZZ_SEED").unwrap_or_else(|| rand::rng().random());
    let mut random = StdRng::seed_from_u64(seed);
    let mut corpus = corpus();
    let mut known: HashSet<BTreeSet<&'static str>> = HashSet::new();
    let (mut tried, mut findings) = (0_u64, Vec::new());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/recipe-fuzz");
    let start = Instant::now();
    while start.elapsed() < budget && findings.len() < 10 {
        tried += 1;
        let text = if random.random_ratio(1, 5) {
            template(&mut random)
        } else {
            let mut text = corpus.choose(&mut random).unwrap().clone();
            for _ in 0..random.random_range(1..7) {
                change(&mut text, &corpus, &mut random);
            }
            text
        };
        let strictness = if tried % 2 == 0 { Strictness::Strict } else { Strictness::Normal };
        let began = Instant::now();
        let ended = catch_unwind(|| check(&text, strictness));
        let took = began.elapsed();
        match ended {
            Ok(codes) if took <= LONGEST => {
                if known.insert(codes) && corpus.len() < CORPUS && text.len() < 40_000 {
                    corpus.push(text);
                }
            }
            ended => {
                std::fs::create_dir_all(&folder).unwrap();
                let path = folder.join(format!("{seed}-{tried}.yaml"));
                std::fs::write(&path, &text).unwrap();
                findings.push(format!("{}: {}", path.display(), if ended.is_err() { "a panic" } else { "too slow" }));
            }
        }
    }
    println!("seed {seed}: {tried} inputs in {:?}, {} kinds of ends", start.elapsed(), known.len());
    assert!(findings.is_empty(), "seed {seed}:\n{}", findings.join("\n"));
}
