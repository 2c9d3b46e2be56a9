//! What the tree of a text looks like, and where its parts stand.

use serde::Deserialize;

use super::node::{Content, Node};
use super::{Recovered, Spanned, decode, parse};
use crate::recipe::diagnostic::Diagnostics;

fn tree(text: &str) -> Node {
    let mut found = Diagnostics::default();
    let node = parse(text, &mut found);
    let problems = found.into_sorted();
    assert!(problems.is_empty(), "{problems:?}");
    node.unwrap()
}

fn plain(text: &str) -> Content {
    tree(text).content
}

fn codes(text: &str) -> Vec<&'static str> {
    let mut found = Diagnostics::default();
    parse(text, &mut found);
    found.into_sorted().into_iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn plain_scalars_follow_the_core_schema_without_its_surprises() {
    for text in [
        "yes",
        "no",
        "on",
        "off",
        "007",
        "0x10",
        "0o7",
        ".inf",
        ".nan",
        "2026-11-01",
        "1_000",
        "1.2.3",
        "-x",
        "12e",
        "0123.5",
    ] {
        assert_eq!(plain(text), Content::Text(text.to_owned()), "{text}");
    }
    for (text, value) in [("0", 0), ("-12", -12), ("+7", 7), ("9223372036854775807", i64::MAX)] {
        assert_eq!(plain(text), Content::Integer(value), "{text}");
    }
    for (text, value) in [("1.5", 1.5), ("-0.25", -0.25), (".5", 0.5), ("1e3", 1000.0), ("1.", 1.0)] {
        assert_eq!(plain(text), Content::Float(value), "{text}");
    }
    assert_eq!(plain("true"), Content::Bool(true));
    assert_eq!(plain("False"), Content::Bool(false));
    assert_eq!(plain("~"), Content::Null);
    assert_eq!(plain("99999999999999999999"), Content::Text("99999999999999999999".to_owned()));
    assert_eq!(plain("\"true\""), Content::Text("true".to_owned()));
    assert_eq!(plain("'7'"), Content::Text("7".to_owned()));
}

#[test]
fn every_value_and_key_knows_its_place_even_behind_other_alphabets() {
    let text = "größe: {ä: 'x y', b: [1, two]}\nlist:\n  - ümlaut\n  - key: value\n";
    let at = |span: crate::recipe::Span| &text[span.start..span.end];
    let Content::Object(entries) = tree(text).content else { panic!("no object") };
    assert_eq!(at(entries[0].key_span), "größe");
    assert_eq!(at(entries[0].value.span), "{ä: 'x y', b: [1, two]}");
    let Content::Object(inner) = &entries[0].value.content else { panic!("no object") };
    assert_eq!(at(inner[0].value.span), "'x y'");
    assert_eq!(at(inner[1].value.span), "[1, two]");
    assert_eq!(at(entries[1].value.span), "list", "a block is pointed at by its key");
    let Content::List(items) = &entries[1].value.content else { panic!("no list") };
    assert_eq!(at(items[0].span), "ümlaut");
    assert_eq!(at(items[1].span), "key: value");
}

#[test]
fn what_json_does_not_have_is_refused_and_the_rest_is_read() {
    assert_eq!(codes("a: 1\na: 2"), ["duplicate_key"]);
    assert_eq!(codes("a: &x 1\nb: *x"), ["anchor", "alias"]);
    assert_eq!(codes("a: !!int 1"), ["tag"]);
    assert_eq!(codes("1: a\ntrue: b\n[x]: c"), ["key_not_text", "key_not_text", "key_not_text"]);
    assert_eq!(codes("a: 1\n---\nb: 2"), ["several_documents"]);
    assert_eq!(codes(""), ["empty_file"]);
    assert_eq!(codes("a: [1"), ["yaml_syntax"]);
    assert_eq!(codes(&format!("{}1{}", "[".repeat(70), "]".repeat(70))), ["too_deep"]);
    assert_eq!(codes(&format!("{}1{}", "[".repeat(60), "]".repeat(60))), [""; 0]);
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Thing {
    name: Spanned<String>,
    sizes: Vec<Recovered<u32>>,
    part: Option<Recovered<Box<Thing>>>,
}

#[test]
fn a_broken_part_does_not_hide_the_others() {
    let text = "{name: a, sizes: [1, x, 3, -4], part: {name: 7, sizes: []}, colour: red}";
    let mut found = Diagnostics::default();
    let thing: Thing = decode(&tree(text), &mut found).unwrap();
    assert_eq!(&text[thing.name.span.start..thing.name.span.end], "a");
    let sizes: Vec<Option<u32>> = thing.sizes.iter().map(|size| size.value).collect();
    assert_eq!(sizes, [Some(1), None, Some(3), None]);
    assert!(thing.part.unwrap().value.is_none());
    let told: Vec<(String, &str)> =
        found.into_sorted().into_iter().map(|d| (d.message, &text[d.span.start..d.span.end])).collect();
    assert_eq!(
        told,
        [
            ("expected a whole number from 0, found the text `x`".to_owned(), "x"),
            ("expected a whole number from 0, found the number -4".to_owned(), "-4"),
            ("expected a text, found the number 7".to_owned(), "7"),
            ("unknown key `colour`".to_owned(), "colour"),
        ]
    );
}

#[test]
fn a_list_is_not_taken_for_an_object() {
    let mut found = Diagnostics::default();
    assert!(decode::<Thing>(&tree("[a, [1], null]"), &mut found).is_none());
    assert_eq!(found.into_sorted()[0].code, "wrong_type");
}
