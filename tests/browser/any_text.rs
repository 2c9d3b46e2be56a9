//! Any text may stand in user data: it finds exactly the element that shows it among near twins, fills exactly what it
//! says, and never changes which element another query finds.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::support::{css, options, whole, within};
use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};
use idlcm::browser::{By, FieldQuery, FieldValue, Matcher, Probe, Query, Read, RowQuery, Session};
use proptest::prelude::{Strategy, any};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tower_http::services::ServeDir;
use unicode_normalization::UnicodeNormalization as _;
use url::Url;

const BATCH: usize = 150;

/// Texts that break what is put together from strings.
const NASTY: [&str; 72] = [
    "O'Brien \"x\"",
    "a'b\"c`d",
    "{{ user.email }}",
    "{{secrets.password}}",
    "{% raw %}",
    "${x}",
    "%s%n%d",
    "</script><script>alert(1)</script>",
    "<b>bold</b>",
    "<!-- comment -->",
    "&amp; &lt; &#39;",
    "]]>",
    "a[href]",
    "#id.class > *",
    "*",
    "button:not(:hover)::before",
    "[data-x=\"y\"]",
    "input\\",
    "\\",
    "\\\\",
    "\\u0041",
    "\\n",
    "//button[text()='x']",
    "//*",
    "concat('a', \"b\")",
    "') or ('1'='1",
    "'; DROP TABLE users; --",
    ".*",
    "^$",
    "(",
    ")",
    "[",
    "a|b",
    "a+b?",
    "(?<x>y)",
    "\\d{3}",
    "$1 $& $`",
    "null",
    "true",
    "undefined",
    "NaN",
    "0",
    "-0",
    "1e9",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "🚀",
    "👨‍👩‍👧‍👦 family",
    "👍🏽",
    "🇩🇪🇨🇭",
    "e\u{301}",
    "é",
    "ﬁ",
    "fi",
    "İstanbul",
    "ıi",
    "straße",
    "STRASSE",
    "إضافة مستخدم",
    "שלום \u{202e}abc\u{202c}",
    "\u{200f}rtl",
    "\u{200b}zero",
    "zero",
    "a\u{ad}b",
    "日本語　全角",
    "ｆｕｌｌ",
    "\u{1}\u{2}\u{1b}[31m",
    "\u{7f}\u{80}\u{9f}",
    "line one\nline two",
    "tab\there",
];

/// As a person reads it, and as the page compares it.
fn collapsed(text: &str) -> String {
    let invisible = regex::Regex::new(r"[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]").unwrap();
    let seen: String = invisible.replace_all(text, "").nfc().collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The engine is held to the same table: `src/engine/identity.rs`.
#[tokio::test]
async fn the_page_compares_texts_as_the_engine_does() {
    let table: Vec<(String, String, bool, bool)> =
        serde_json::from_str(include_str!("../pages/same-text.json")).unwrap();
    let url = serve(Arc::default()).await;
    let mut session = Session::open(&options()).await.unwrap();
    session.goto(&url.join("same-text.html").unwrap(), within(20)).await.unwrap();
    let ready = [Probe::Visible { query: css("body[data-ready]"), text: None }];
    session.wait_any(&ready, within(20)).await.unwrap();
    let mut probes = Vec::new();
    for (at, (_, right, ignore_case, _)) in table.iter().enumerate() {
        let matcher = Matcher::Whole { text: right.clone(), ignore_case: *ignore_case };
        // Blanks at the ends of a part count, unlike those of a whole text.
        let contains = Matcher::Contains { text: right.trim().to_owned(), ignore_case: *ignore_case };
        probes.push(Probe::Visible { query: css(&format!("#t{at}")), text: Some(matcher.clone()) });
        probes
            .push(Probe::Visible { query: Query { has_text: Some(contains), ..css(&format!("#t{at}")) }, text: None });
        let within_line =
            Query { within: Some(Box::new(css("body"))), ..Query::by(By::Text { text: matcher.clone() }) };
        probes.push(Probe::Visible { query: within_line, text: None });
        probes.push(Probe::Value { query: css(&format!("#v{at}")), is: matcher });
    }
    let held = session.probe(&probes, within(20)).await.unwrap();
    for (at, (left, right, _, expected)) in table.iter().enumerate() {
        let [text, part, found, value] = held[4 * at..4 * at + 4] else { panic!() };
        assert_eq!((text, value), (*expected, *expected), "{left:?} {right:?}");
        // What is to hold for a whole text holds for a part and for the search through the page, which looks at less.
        assert!(!expected || (part && found), "{left:?} {right:?}");
    }
    session.close().await;
}

/// Near twins of a text.
fn twins(text: &str) -> Vec<String> {
    let mut shorter = text.to_owned();
    shorter.pop();
    vec![shorter, format!("{text}'"), format!("{text} {text}"), text.to_uppercase(), text.chars().rev().collect()]
}

/// Hundreds of texts that differ after white space is collapsed, 1,000 with `IDLCM_ALL_TEXTS`; the same at each run.
pub fn texts() -> Vec<String> {
    let long: String = "long 'quoted' {{text}} 🚀 ".chars().cycle().take(10_000).collect();
    let mut all: Vec<String> = NASTY.map(str::to_owned).to_vec();
    all.push(format!("{}x", &long));
    all.push(format!("{}y", &long));
    let twins: Vec<String> = all.iter().filter(|text| text.len() < 100).flat_map(|text| twins(text)).collect();
    all.extend(twins);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let anything = any::<String>().boxed();
    let syntax = "[ '\"`{}()\\[\\]<>/\\\\|$^*+?.:;,=&%#@!~a-cA-C0-2\u{301}\u{200d}🚀א-ג-]{1,12}".boxed();
    let many = std::env::var_os("IDLCM_ALL_TEXTS").is_some();
    while all.len() < if many { 1150 } else { 450 } {
        let text =
            if all.len().is_multiple_of(2) { anything.new_tree(&mut runner) } else { syntax.new_tree(&mut runner) };
        all.push(text.unwrap().current());
    }
    let mut seen = HashSet::new();
    // No browser keeps a NUL, and a text of white space alone is nothing that a person reads.
    all.retain(|text| {
        let key = collapsed(text);
        !text.contains('\0') && !key.is_empty() && seen.insert(key)
    });
    all
}

pub async fn serve(batches: Arc<Vec<Vec<String>>>) -> Url {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let texts = async |State(batches): State<Arc<Vec<Vec<String>>>>, Path(at): Path<usize>| Json(batches[at].clone());
    let app = Router::new()
        .route("/texts/{batch}", get(texts))
        .with_state(batches)
        .fallback_service(ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages")));
    tokio::spawn(async move { axum::serve(listener, app).await });
    Url::parse(&format!("http://{address}/")).unwrap()
}

/// Asks for something of each text, in one command.
async fn ask(
    session: &mut Session,
    texts: &[String],
    read: &Read,
    query: impl Fn(usize, &str) -> Query,
) -> BTreeMap<String, FieldValue> {
    let field = |(at, text): (usize, &String)| FieldQuery {
        name: at.to_string(),
        query: query(at, text),
        each: true,
        read: read.clone(),
    };
    let fields: Vec<FieldQuery> = texts.iter().enumerate().map(field).collect();
    let ready = Probe::Visible { query: css("body[data-ready]"), text: None };
    session.read_fields(&ready, &fields, within(30)).await.unwrap()
}

/// A finder with a text in it, and the part of the page where it is tried.
type Finder<'a> = (&'a str, Box<dyn Fn(&str) -> Query + 'a>);

fn section(name: &str, query: Query) -> Query {
    Query { within: Some(Box::new(css(&format!("#{name}")))), ..query }
}

#[tokio::test]
async fn any_text_finds_and_fills_exactly_what_it_says() {
    let texts = texts();
    let least = if std::env::var_os("IDLCM_ALL_TEXTS").is_some() { 1000 } else { 380 };
    assert!(texts.len() >= least, "{}", texts.len());
    let batches: Arc<Vec<Vec<String>>> = Arc::new(texts.chunks(BATCH).map(<[String]>::to_vec).collect());
    let url = serve(Arc::clone(&batches)).await;
    let mut session = Session::open(&options()).await.unwrap();
    let id = Read::Attribute { name: "id".into() };
    for (at, texts) in batches.iter().enumerate() {
        session.goto(&url.join(&format!("any-text.html?{at}")).unwrap(), within(20)).await.unwrap();

        let attributes = vec!["data-testid".to_owned()];
        let any_attribute = |text: &str| vec![("data-any".to_owned(), whole(text))];
        let row = |text: &str| RowQuery {
            rows: css("#rows tr"),
            except: None,
            key: css("td:first-child"),
            read: Read::Text,
            value: whole(text),
            page: None,
        };
        let finders: [Finder<'_>; 8] = [
            ("texts", Box::new(|text| Query::by(By::Text { text: whole(text) }))),
            ("labels", Box::new(|text| Query::by(By::Label { text: whole(text) }))),
            ("aria", Box::new(|text| crate::support::role("button", text))),
            ("buttons", Box::new(|text| crate::support::role("button", text))),
            ("attributes", Box::new(|text| Query::by(By::Title { text: whole(text) }))),
            (
                "attributes",
                Box::new(|text| Query::by(By::TestId { text: whole(text), attributes: attributes.clone() })),
            ),
            ("attributes", Box::new(|text| Query { attributes: any_attribute(text), ..css("div") })),
            ("buttons", Box::new(|text| Query { has_text: Some(whole(text)), ..css("button") })),
        ];
        for (name, finder) in &finders {
            let found = ask(&mut session, texts, &id, |_, text| section(name, finder(text))).await;
            for (n, text) in texts.iter().enumerate() {
                let wanted = FieldValue::Many(vec![format!("{name}-{n}")]);
                assert_eq!(found[&n.to_string()], wanted, "{name} {text:?}");
            }
        }

        let found = ask(&mut session, texts, &Read::Text, |_, text| Query {
            row: Some(Box::new(row(text))),
            ..css("td:last-child")
        })
        .await;
        let held: Vec<Probe> = texts
            .iter()
            .enumerate()
            .map(|(n, text)| Probe::Value { query: css(&format!("#values-{n}")), is: whole(text) })
            .collect();
        let held = session.probe(&held, within(20)).await.unwrap();
        for (n, text) in texts.iter().enumerate() {
            assert_eq!(found[&n.to_string()], FieldValue::Many(vec![format!("row {n}")]), "{text:?}");
            assert!(held[n], "{text:?}");
        }

        // Only the fields: a page is laid out anew at each fill.
        session.goto(&url.join(&format!("any-text.html?{at},fields")).unwrap(), within(20)).await.unwrap();
        let ready = Probe::Visible { query: css("body[data-ready]"), text: None };
        assert_eq!(session.wait_any(&[ready], within(10)).await.unwrap().first, Some(0));
        for (n, text) in texts.iter().enumerate() {
            let filled = session.fill(&css(&format!("#fields-{n}")), text.as_str().into(), within(10)).await;
            filled.unwrap_or_else(|error| panic!("{text:?}: {error}"));
        }
        let field = |n: usize, _: &str| css(&format!("#fields-{n}"));
        let shown = ask(&mut session, texts, &Read::Value, field).await;
        let taken = ask(&mut session, texts, &Read::Attribute { name: "data-taken".into() }, field).await;
        for (n, text) in texts.iter().enumerate() {
            // A text area's line ends are line feeds (HTML, section 4.10.11).
            let wanted = FieldValue::Many(vec![text.replace("\r\n", "\n").replace('\r', "\n")]);
            assert_eq!(shown[&n.to_string()], wanted, "{text:?}");
            assert_eq!(taken[&n.to_string()], wanted, "{text:?}");
        }
    }
    session.close().await;
}
