//! Controls of web components: what lies in shadow trees, with labels that are slotted into them.

use idlcm::browser::{CommandError, Matcher, Probe, Session};
use serde_json::json;

use crate::support::{css, label, open, role, state, whole, within};

async fn ready() -> (Session, crate::support::Pages) {
    let (mut session, pages) = open("frameworks/webcomponents.html").await;
    let probe = Probe::Visible { query: css("body[data-ready]"), text: None };
    assert!(session.wait_any(&[probe], within(20)).await.unwrap().first.is_some());
    (session, pages)
}

#[tokio::test]
async fn a_button_with_a_slotted_label_is_clicked_once() {
    let (mut session, _pages) = ready().await;
    let names = [
        "Material save",
        "Material text",
        "Material icon",
        "Old material",
        "Old labelled",
        "Shoelace save",
        "Ionic save",
        "Vaadin save",
        "Vaadin add",
        "Nested save",
    ];
    for (at, name) in names.iter().enumerate() {
        let prepared = session.prepare_click(&role("button", name), &[], within(5)).await;
        let prepared = prepared.unwrap_or_else(|error| panic!("{name}: {error}"));
        session.click(prepared, within(5)).await.unwrap();
        assert_eq!(state(&mut session).await[format!("b{}", at + 1)], json!(1), "{name}");
    }
    session.close().await;
}

#[tokio::test]
async fn a_slotted_text_that_lies_over_a_button_covers_it() {
    let (mut session, _pages) = ready().await;
    let error = session.prepare_click(&role("button", "Under the text"), &[], within(2)).await.unwrap_err();
    assert!(matches!(error, CommandError::NotActionable { .. }), "{error}");
    assert!(error.to_string().contains("covered by"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn fields_boxes_and_lists_of_components_hold_what_they_are_given() {
    let (mut session, _pages) = ready().await;
    for (at, name) in ["Material name", "Shoelace name", "Ionic name", "Vaadin name"].iter().enumerate() {
        let text = format!("Ada {at}");
        let filled = session.fill(&label(name), text.as_str().into(), within(8)).await;
        filled.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(state(&mut session).await[format!("t{}", at + 1)], json!(text), "{name}");
    }
    let boxes =
        ["Material tick", "Material on", "Shoelace tick", "Shoelace on", "Ionic tick", "Ionic on", "Vaadin tick"];
    for (at, name) in boxes.iter().enumerate() {
        let failed = |error: CommandError| -> ! { panic!("{name}: {error}") };
        let prepared = session.prepare_check(&label(name), true, &[], within(5)).await;
        let prepared = prepared.unwrap_or_else(|error| failed(error)).expect("it is not ticked yet");
        session.click(prepared, within(5)).await.unwrap_or_else(|error| failed(error));
        session.stays_checked(&label(name), true, within(2)).await.unwrap_or_else(|error| failed(error));
        assert_eq!(state(&mut session).await[format!("c{}", at + 1)], json!(true), "{name}");
    }
    for (at, name) in ["Material role", "Shoelace role", "Vaadin role"].iter().enumerate() {
        let option: Matcher = whole("Editor");
        let chosen = session.choose(&label(name), &option, None, within(10)).await;
        chosen.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(state(&mut session).await[format!("s{}", at + 1)], json!("e"), "{name}");
    }
    session.close().await;
}
