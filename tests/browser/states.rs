//! Elements in states that stop an act, for ever or for a while: what is waited for, what is refused, and with which words.

use crate::support::{css, label, open, role, soon, text, whole, within};
use idlcm::browser::{CommandError, Probe, Query, Read, Sent, Session};

async fn click(session: &mut Session, query: &Query) {
    let prepared = session.prepare_click(query, &[], within(8)).await.unwrap();
    session.click(prepared, within(8)).await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_acted_on_is_refused_with_the_reason() {
    let (mut session, _pages) = open("states.html").await;
    for (query, reason) in [
        (role("button", "Swinging"), "<button id=\"swinging\">Swinging cannot be acted on: it keeps moving"),
        (role("button", "Driven"), "<button id=\"driven\">Driven cannot be acted on: it keeps moving"),
        (role("button", "Covered"), "it is covered by <div id=\"spinner\" class=\"lid\">Loading"),
        (role("button", "No events"), "it is covered by <body>"),
        (role("button", "In fieldset"), "it is disabled"),
        (role("button", "Aria disabled"), "it is disabled"),
    ] {
        let error = session.prepare_click(&query, &[], soon()).await.unwrap_err();
        assert!(error.to_string().contains(reason), "{error}");
        assert!(matches!(error, CommandError::NotActionable { .. }), "{error}");
        assert_eq!(error.sent(), Sent::No);
    }
    let error = session.prepare_click(&text("Inert"), &[], soon()).await.unwrap_err();
    assert!(error.to_string().contains("1 on the page, inert: nobody can get at it"), "{error}");
    assert_eq!(error.sent(), Sent::No);
    for name in ["Fieldset input", "Aria input"] {
        let error = session.fill(&label(name), "x".into(), soon()).await.unwrap_err();
        assert!(error.to_string().contains("it is disabled"), "{error}");
    }
    let error = session.choose(&label("Fieldset select"), &whole("a"), None, soon()).await.unwrap_err();
    assert!(error.to_string().contains("it is disabled"), "{error}");
    let error = session.fill(&label("Read only"), "x".into(), soon()).await.unwrap_err();
    assert!(error.to_string().contains("it is read-only"), "{error}");
    let log = Query { hidden: true, ..css("#log") };
    assert_eq!(session.read(&log, &Read::Text, within(5)).await.unwrap(), "", "nothing was clicked");
    session.close().await;
}

#[tokio::test]
async fn what_becomes_ready_in_time_is_waited_for() {
    let (mut session, _pages) = open("states.html").await;
    for id in ["arriving", "uncovered", "soon", "in-legend"] {
        click(&mut session, &css(&format!("#{id}"))).await;
    }
    // It appears after 3 s: the wait goes over the end of a slice.
    session.fill(&label("Late input"), "there".into(), within(10)).await.unwrap();
    assert_eq!(session.read(&label("Late input"), &Read::Value, within(5)).await.unwrap(), "there");
    let log = session.read(&css("#log"), &Read::Text, within(5)).await.unwrap();
    assert_eq!(log, "arriving;uncovered;soon;in-legend;");
    session.close().await;
}

#[tokio::test]
async fn an_element_that_was_drawn_anew_is_not_clicked() {
    let (mut session, _pages) = open("states.html").await;
    let prepared = session.prepare_click(&role("button", "Stale"), &[], within(5)).await.unwrap();
    click(&mut session, &role("button", "Redraw")).await;
    let error = session.click(prepared, within(5)).await.unwrap_err();
    assert!(matches!(&error, CommandError::Rejected { code, .. } if code == "stale element reference"), "{error}");
    assert_eq!(error.sent(), Sent::No, "it may be tried again");
    click(&mut session, &role("button", "Stale")).await;
    assert_eq!(session.read(&css("#log"), &Read::Text, within(5)).await.unwrap(), "redraw;fresh;");
    session.close().await;
}

#[tokio::test]
async fn a_modal_dialog_decides_between_twins() {
    let (mut session, _pages) = open("states.html").await;
    click(&mut session, &role("button", "OK")).await;
    click(&mut session, &role("button", "Open modal")).await;
    click(&mut session, &role("button", "OK")).await;
    let log = session.read(&css("#log"), &Read::Text, within(5)).await.unwrap();
    assert_eq!(log, "page-ok;open-modal;modal-ok;");
    // What lies behind it is still read, but not clicked.
    assert!(
        session.probe(&[Probe::Visible { query: role("button", "Nothing"), text: None }], soon()).await.unwrap()[0]
    );
    let error = session.prepare_click(&role("button", "Nothing"), &[], soon()).await.unwrap_err();
    assert!(error.to_string().contains("it is covered by <dialog id=\"modal\""), "{error}");
    session.close().await;
}

#[tokio::test]
async fn a_message_left_over_never_counts_and_the_same_one_again_does() {
    let (mut session, _pages) = open("states.html").await;
    let saved = [Probe::Toast { text: whole("Saved") }];
    for (button, counts) in [("Nothing", false), ("Again", true), ("Anew", true), ("Hide", false)] {
        let prepared = session.prepare_click(&role("button", button), &saved, within(5)).await.unwrap();
        assert_eq!(prepared.armed.held, [false], "{button}");
        let armed = prepared.armed.clone();
        session.click(prepared, within(5)).await.unwrap();
        let outcome = session.wait_armed(&saved, &armed, None, soon()).await.unwrap();
        assert_eq!(outcome.first.is_some(), counts, "{button}");
    }
    session.close().await;
}
