//! One-time codes are typed as a person types them, whatever draws the field; what the page submitted is the proof.

use crate::support::{Pages, css, label, open, role, within};
use idlcm::browser::{CommandError, Query, Read, Session, TypedCode};

const CODE: &str = "418203";

async fn sent(session: &mut Session) -> String {
    session.read(&css("#state"), &Read::Text, within(5)).await.unwrap()
}

/// Types the code into a fresh page of that style.
async fn typed(session: &mut Session, pages: &Pages, style: &str, query: &Query) -> Result<TypedCode, CommandError> {
    session.goto(&pages.url("form.html"), within(10)).await.unwrap();
    session.goto(&pages.url(&format!("codes.html?style={style}")), within(10)).await.unwrap();
    session.type_code(query, CODE, within(10)).await
}

#[tokio::test]
async fn boxes_that_wait_for_a_button_hold_the_code() {
    let (mut session, pages) = open("codes.html").await;
    for style in ["input", "key", "paste", "bare", "still", "later"] {
        for query in [label("Digit 1"), role("group", "Code")] {
            let typed = typed(&mut session, &pages, style, &query).await;
            assert!(matches!(typed, Ok(TypedCode::Stands)), "{style}: {typed:?}");
            let mut code = String::new();
            for at in 1..=6 {
                let digit = label(&format!("Digit {at}"));
                code += &session.read(&digit, &Read::Value, within(5)).await.unwrap();
            }
            assert_eq!(code, CODE, "{style}");
        }
    }
    for style in ["single", "single-key"] {
        let typed = typed(&mut session, &pages, style, &label("Digits")).await;
        assert!(matches!(typed, Ok(TypedCode::Stands)), "{style}: {typed:?}");
        assert_eq!(session.read(&label("Digits"), &Read::Value, within(5)).await.unwrap(), CODE, "{style}");
    }
    assert_eq!(sent(&mut session).await, "[]");
    session.close().await;
}

#[tokio::test]
async fn the_last_character_that_submits_is_typed_once() {
    let (mut session, pages) = open("codes.html").await;
    let mut codes = 0;
    for way in ["load", "slow", "fetch"] {
        for style in ["input", "key", "paste", "bare", "still", "later", "single", "single-key"] {
            let query = if style.starts_with("single") { label("Digits") } else { label("Digit 1") };
            let typed = typed(&mut session, &pages, &format!("{style}&submit=1&way={way}"), &query).await;
            // Whether the page is gone by then depends on how fast it goes.
            assert!(typed.is_ok(), "{style}, {way}: {typed:?}");
            if way == "load" {
                assert!(matches!(typed, Ok(TypedCode::Gone)), "{style}: {typed:?}");
            }
            codes += 1;
            assert_eq!(
                sent(&mut session).await,
                format!("[{}]", vec![format!("{CODE:?}"); codes].join(",")),
                "{style}, {way}"
            );
        }
    }
    session.close().await;
}

#[tokio::test]
async fn a_last_character_that_is_not_taken_is_noticed() {
    let (mut session, pages) = open("codes.html").await;
    let typed = typed(&mut session, &pages, "stubborn", &label("Digit 1")).await;
    let error = typed.unwrap_err();
    assert!(matches!(&error, CommandError::ReadBack { expected: None, found: None, .. }), "{error}");
    assert!(!format!("{error} {error:?}").contains(&CODE[..5]), "{error:?}");
    session.close().await;
}

#[tokio::test]
async fn fields_side_by_side_are_no_boxes_of_a_code() {
    let (mut session, _pages) = open("codes.html").await;
    for (name, value) in [("Hours", "12"), ("Minutes", "30"), ("Red", "2026"), ("Green", "1000")] {
        session.fill(&label(name), value.into(), within(5)).await.unwrap();
    }
    for (name, value) in [("Hours", "12"), ("Minutes", "30"), ("Red", "2026"), ("Green", "1000"), ("Blue", "")] {
        assert_eq!(session.read(&label(name), &Read::Value, within(5)).await.unwrap(), value, "{name}");
    }
    session.close().await;
}
