//! Patterns and globs of recipes mean in the page what they mean in Rust.

use std::sync::Arc;

use axum::Router;
use idlcm::browser::{Probe, Query, Session};
use regex::RegexBuilder;
use url::Url;

use crate::any_text::{serve, texts};
use crate::locator::pattern;
use crate::support::{css, options, within};

/// Patterns of every construct, most of which the page would refuse or read otherwise as they are written.
const PATTERNS: [&str; 40] = [
    r"a\-b",
    r"\-|\#|\&|\~|\%|\@|\!|\,|\=|\:|\;|\<|\>|\'",
    r"\A.",
    r".\z",
    r"(?i)select|ß",
    r"(?x) a \s* b # spaced",
    r"(?s).\n?.",
    r"(?m)^b$",
    r"(?P<name>a)(?<other>b)?",
    r"(?i:A)b",
    r"\bb\b",
    r"\Bb",
    r"\w+",
    r"^\W",
    r"\d{2,}",
    r"\D$",
    r"\s",
    r"\S\s\S",
    r"[[:alpha:]]",
    r"[[:^punct:]]$",
    r"[a-z&&[^b]]",
    r"[\w--[a-z]]",
    r"[^\x00-\x7F]",
    r"\x41",
    r"\x{1F680}",
    r"\u0041",
    r"\U0001F680",
    r"\pL",
    r"\p{Greek}",
    r"\p{Han}|\p{Hebrew}",
    r"\P{L}",
    r"[.*+?^${}()|\[\]\\/]",
    r"^[^/]*/",
    r"a{2}|a{0,1}b?|c*?$",
    r"()",
    r"(?:a|)b",
    r"]",
    r"\{\{",
    r"(?-u:[a-f0-9])+",
    r"[&&]?x",
];

/// White space as the page collapses it.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_pattern_matches_in_the_page_what_it_matches_in_rust() {
    let mut texts = texts();
    texts.extend((0x20..0x7f).map(|code| format!("a{}b", char::from(code))));
    let batches: Arc<Vec<Vec<String>>> = Arc::new(texts.chunks(150).map(<[String]>::to_vec).collect());
    let url = serve(Arc::clone(&batches)).await;
    let mut session = Session::open(&options()).await.unwrap();
    let mut compared = 0;
    for (at, texts) in batches.iter().enumerate() {
        session.goto(&url.join(&format!("any-text.html?{at}")).unwrap(), within(20)).await.unwrap();
        session.wait_any(&[Probe::Visible { query: css("body[data-ready]"), text: None }], within(20)).await.unwrap();
        let mut asked: Vec<(usize, String, bool)> = Vec::new();
        for n in 0..texts.len() {
            // Its own text and that of the next one, literally.
            for other in [n, (n + 1) % texts.len()] {
                asked.push((n, format!("^{}$", regex::escape(&collapsed(&texts[other]))), n % 2 == 0));
            }
            asked.extend(PATTERNS.iter().map(|pattern| (n, (*pattern).to_owned(), n % 2 == 0)));
        }
        let probes: Vec<Probe> = asked
            .iter()
            .map(|(n, text, ignore_case)| {
                let attributes = vec![("data-any".to_owned(), pattern(text, *ignore_case))];
                Probe::Visible { query: Query { attributes, ..css(&format!("#attributes-{n}")) }, text: None }
            })
            .collect();
        for (asked, probes) in asked.chunks(1000).zip(probes.chunks(1000)) {
            let held = session.probe(probes, within(30)).await.unwrap();
            for ((n, text, ignore_case), held) in asked.iter().zip(held) {
                let regex = RegexBuilder::new(text).case_insensitive(*ignore_case).build().unwrap();
                assert_eq!(held, regex.is_match(&collapsed(&texts[*n])), "/{text}/ {ignore_case} on {:?}", texts[*n]);
                compared += 1;
            }
        }
    }
    assert!(compared > 15_000, "{compared}");
    session.close().await;
}

#[tokio::test]
async fn a_glob_takes_every_sign_but_the_asterisk_for_itself() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    let app = Router::new().fallback(async || axum::response::Html("<!doctype html><title>Here</title>"));
    tokio::spawn(async move { axum::serve(listener, app).await });
    let mut session = Session::open(&options()).await.unwrap();
    let holds = |glob: String| Probe::Url { globs: vec![glob] };
    // The browser and Rust do not agree on how a `^` and a `|` are written in an address.
    for code in (0x21..0x7f).filter(|code| !b"#?/\\^|".contains(code)) {
        let sign = char::from(code);
        let page = url.join(&format!("/a{sign}b/c{sign}d.html?e{sign}f")).unwrap();
        session.goto(&page, within(20)).await.unwrap();
        let path = page.path().to_owned();
        let (begin, end) = path.split_at(3);
        let other = path.replace('b', "x");
        let matching = [
            path.clone(),
            format!("{}?{}", path, page.query().unwrap()),
            format!("{begin}*"),
            format!("*{end}"),
            format!("*{}*{}*", &path[..2], &path[path.len() - 3..]),
            page.as_str().to_owned(),
        ];
        let others = [other, format!("{path}x"), format!("*{end}x*"), format!("{path}{path}"), format!("{path}*{end}")];
        let expected: Vec<bool> = matching.iter().map(|_| true).chain(others.iter().map(|_| false)).collect();
        let probes: Vec<Probe> = matching.into_iter().chain(others).map(holds).collect();
        assert_eq!(session.probe(&probes, within(20)).await.unwrap(), expected, "{page}: {probes:?}");
    }
    session.close().await;
}
