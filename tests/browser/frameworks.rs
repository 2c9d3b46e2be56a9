//! Controls of real frameworks: what is typed, ticked and dated ends up in the framework's own state, or is refused.

use crate::support::{css, has, label, open, role, soon, within};
use idlcm::browser::{CommandError, Query, Session};
use serde_json::json;

async fn fill(session: &mut Session, query: &Query, text: &str) {
    session.fill(query, text.into(), within(8)).await.unwrap_or_else(|error| panic!("{query}: {error}"));
}

async fn refused(session: &mut Session, query: &Query, text: &str) -> String {
    session.fill(query, text.into(), within(3)).await.unwrap_err().to_string()
}

async fn check(session: &mut Session, query: &Query, want: bool) -> Result<(), CommandError> {
    if let Some(prepared) = session.prepare_check(query, want, &[], within(5)).await? {
        session.click(prepared, within(5)).await?;
        session.stays_checked(query, want, within(2)).await?;
    }
    Ok(())
}

#[tokio::test]
async fn react_hears_what_is_filled() {
    let (mut session, _pages) = open("frameworks/react.html").await;
    fill(&mut session, &label("Name"), "O'Brien \"x\" {{y}}").await;
    let before = session.commands();
    fill(&mut session, &label("Email"), "ada@example.org").await;
    assert_eq!(session.commands() - before, 1);
    fill(&mut session, &label("Phone"), "(555) 123-4567").await;
    fill(&mut session, &label("Age"), "42").await;
    fill(&mut session, &label("Notes"), "one\ntwo").await;
    has(&mut session, "Name", json!("O'Brien \"x\" {{y}}")).await;
    has(&mut session, "Email", json!("ada@example.org")).await;
    has(&mut session, "Phone", json!("(555) 123-4567")).await;
    has(&mut session, "Age", json!("42")).await;
    has(&mut session, "Notes", json!("one\ntwo")).await;
    let long = "0123456789".repeat(1000);
    fill(&mut session, &label("Name"), &long).await;
    has(&mut session, "Name", json!(long)).await;
    fill(&mut session, &label("Name"), "").await;
    has(&mut session, "Name", json!("")).await;
    session.close().await;
}

#[tokio::test]
async fn what_an_app_rewrites_is_told() {
    let (mut session, _pages) = open("frameworks/react.html").await;
    let error = refused(&mut session, &label("Upper"), "ada").await;
    assert!(error.contains("expected \"ada\", found \"ADA\""), "{error}");
    assert!(error.contains("the app writes it its own way"), "{error}");
    fill(&mut session, &label("Upper"), "ADA").await;
    let error = refused(&mut session, &label("Trimmed"), " ada ").await;
    assert!(error.contains("expected \" ada \", found \"ada\""), "{error}");
    let error = refused(&mut session, &label("Refusing"), "new").await;
    assert!(error.contains("expected \"new\", found \"fixed\""), "{error}");
    let error = refused(&mut session, &label("Age"), "many").await;
    assert!(error.contains("expected \"many\", found \"\""), "{error}");
    let error = refused(&mut session, &label("Phone"), "5551234567").await;
    assert!(error.contains("found \"(555) 123-4567\""), "{error}");
    session.close().await;
}

#[tokio::test]
async fn a_control_that_wants_keys_gets_keys() {
    let (mut session, _pages) = open("frameworks/react.html").await;
    fill(&mut session, &label("Badge"), "123-4567").await;
    has(&mut session, "Badge", json!("123-4567")).await;
    fill(&mut session, &label("Badge"), "765-4321").await;
    has(&mut session, "Badge", json!("765-4321")).await;
    let error = refused(&mut session, &label("Badge"), "12x").await;
    assert!(error.contains("expected \"12x\", found \"12\""), "{error}");
    session.close().await;
}

#[tokio::test]
async fn a_code_is_spread_over_its_boxes() {
    let (mut session, _pages) = open("frameworks/react.html").await;
    for (name, code) in [("Code", "123456"), ("Code", "654321"), ("Driven code", "424242")] {
        fill(&mut session, &role("group", name), code).await;
        let digits: Vec<String> = code.chars().map(String::from).collect();
        has(&mut session, name, json!(digits)).await;
    }
    // The first box stands for all of them.
    fill(&mut session, &role("textbox", "Code 1"), "987654").await;
    has(&mut session, "Code", json!(["9", "8", "7", "6", "5", "4"])).await;
    let error = session.fill(&role("group", "Code"), "12345".into(), soon()).await.unwrap_err();
    assert!(error.to_string().contains("it is not a text control"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn boxes_and_switches_are_ticked_and_read_back() {
    let (mut session, _pages) = open("frameworks/react.html").await;
    for (query, key) in
        [(role("checkbox", "News"), "News"), (role("switch", "Alerts"), "Alerts"), (role("switch", "Beta"), "Beta")]
    {
        check(&mut session, &query, true).await.unwrap();
        has(&mut session, key, json!(true)).await;
        let before = session.commands();
        check(&mut session, &query, true).await.unwrap();
        assert_eq!(session.commands() - before, 1, "it is so already");
        check(&mut session, &query, false).await.unwrap();
        has(&mut session, key, json!(false)).await;
    }
    // The server refuses, and the app takes the switch back.
    let error = check(&mut session, &role("switch", "Admin"), true).await.unwrap_err();
    assert!(error.to_string().contains("expected \"checked\", found \"not checked\""), "{error}");
    session.close().await;
}

#[tokio::test]
async fn dates_are_set_in_native_inputs_and_typed_elsewhere() {
    let (mut session, _pages) = open("frameworks/react.html").await;
    let before = session.commands();
    session.set_date(&label("Day"), "2026-05-07", None, within(5)).await.unwrap();
    assert_eq!(session.commands() - before, 1);
    has(&mut session, "Day", json!("2026-05-07")).await;
    session.set_date(&label("Name"), "2026-05-07", Some("07.05.2026"), within(5)).await.unwrap();
    has(&mut session, "Name", json!("07.05.2026")).await;
    let error = session.set_date(&label("Name"), "2026-05-07", None, within(5)).await.unwrap_err();
    assert!(error.to_string().contains("say how the app writes dates"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn vue_hears_what_is_filled_and_chosen() {
    let (mut session, _pages) = open("frameworks/vue.html").await;
    for (name, text) in [
        ("Name", "Ada"),
        ("Lazy", "late"),
        ("Seats", "12"),
        ("Trimmed", "Ada"),
        ("Upper", "ADA"),
        ("Notes", "one\ntwo"),
    ] {
        fill(&mut session, &label(name), text).await;
    }
    session.set_date(&label("Day"), "2026-05-07", None, within(5)).await.unwrap();
    // The option comes half a second after the page.
    session.choose(&label("Role"), &crate::support::whole("Editor"), None, within(5)).await.unwrap();
    session.choose(&label("Teams"), &crate::support::whole("Red"), None, within(5)).await.unwrap();
    session.choose(&label("Teams"), &crate::support::whole("Green"), None, within(5)).await.unwrap();
    check(&mut session, &role("checkbox", "News"), true).await.unwrap();
    check(&mut session, &role("radio", "Large"), true).await.unwrap();
    for (key, value) in [
        ("name", json!("Ada")),
        ("lazy", json!("late")),
        ("seats", json!(12)),
        ("trimmed", json!("Ada")),
        ("upper", json!("ADA")),
        ("notes", json!("one\ntwo")),
        ("day", json!("2026-05-07")),
        ("role", json!("Editor")),
        ("teams", json!(["Red", "Green"])),
        ("news", json!(true)),
        ("plan", json!("Large")),
    ] {
        has(&mut session, key, value).await;
    }
    let error = refused(&mut session, &label("Trimmed"), " Ada ").await;
    assert!(error.contains("expected \" Ada \", found \"Ada\""), "{error}");
    let error = refused(&mut session, &label("Upper"), "grace").await;
    assert!(error.contains("found \"GRACE\""), "{error}");
    session.close().await;
}

#[tokio::test]
async fn web_components_hear_through_nested_shadow_roots() {
    let (mut session, _pages) = open("frameworks/lit.html").await;
    fill(&mut session, &label("Name"), "Ada 🚀").await;
    has(&mut session, "Name", json!("Ada 🚀")).await;
    // The element of the component stands for the one control inside.
    fill(&mut session, &Query { nth: Some(0), ..css("x-field") }, "Grace").await;
    has(&mut session, "Name", json!("Grace")).await;
    let error = refused(&mut session, &label("Upper"), "grace").await;
    assert!(error.contains("found \"GRACE\""), "{error}");
    check(&mut session, &role("switch", "Alerts"), true).await.unwrap();
    has(&mut session, "Alerts", json!(true)).await;
    session.choose(&role("combobox", "City"), &crate::support::whole("Bern"), None, within(5)).await.unwrap();
    has(&mut session, "City", json!("Bern")).await;
    session.close().await;
}

#[tokio::test]
async fn angular_hears_what_is_filled_and_chosen() {
    let (mut session, _pages) = open("frameworks/angular.html").await;
    for (name, text) in
        [("Name", "Ada"), ("Late", "late"), ("Seats", "12"), ("Control", "c"), ("On blur", "b"), ("Upper", "ADA")]
    {
        fill(&mut session, &label(name), text).await;
    }
    session.choose(&label("Role"), &crate::support::whole("Editor"), None, within(5)).await.unwrap();
    check(&mut session, &role("checkbox", "News"), true).await.unwrap();
    for (key, value) in [
        ("name", json!("Ada")),
        ("late", json!("late")),
        ("seats", json!(12)),
        ("role", json!("Editor")),
        ("news", json!(true)),
        ("control", json!("c")),
        ("blur", json!("b")),
    ] {
        has(&mut session, key, value).await;
    }
    let error = refused(&mut session, &label("Upper"), "grace").await;
    assert!(error.contains("found \"GRACE\""), "{error}");
    session.close().await;
}

#[tokio::test]
async fn actions_that_show_when_the_pointer_is_over_the_row_are_clicked() {
    let (mut session, _pages) = open("acts.html").await;
    for (row, button) in [("#ada", "Edit Ada"), ("#grace", "Edit Grace")] {
        let error = session.prepare_click(&role("button", button), &[], soon()).await.unwrap_err();
        assert!(matches!(error, CommandError::Missing { hidden: 0 | 1, .. }), "{error}");
        session.hover(&css(row), within(5)).await.unwrap();
        let prepared = session.prepare_click(&role("button", button), &[], within(5)).await.unwrap();
        session.click(prepared, within(5)).await.unwrap();
        has(&mut session, button, json!(1)).await;
    }
    session.close().await;
}

#[tokio::test]
async fn what_moves_lies_below_a_header_or_outside_the_window_is_clicked_once_it_can_be() {
    let (mut session, _pages) = open("acts.html").await;
    for name in ["Slider", "Below", "Inside", "Menu", "Below"] {
        let prepared = session.prepare_click(&role("button", name), &[], within(5)).await.unwrap();
        session.click(prepared, within(5)).await.unwrap();
    }
    has(&mut session, "Slider", json!(1)).await;
    has(&mut session, "Inside", json!(1)).await;
    has(&mut session, "Below", json!(2)).await;
    has(&mut session, "Menu", json!(1)).await;
    let error = session.prepare_click(&role("button", "Endless"), &[], within(1)).await.unwrap_err();
    assert!(error.to_string().contains("it keeps moving"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn what_moves_away_between_press_and_release_is_clicked_again() {
    let (mut session, _pages) = open("acts.html").await;
    for name in ["Dodger", "Below"] {
        let prepared = session.prepare_click(&role("button", name), &[], within(5)).await.unwrap();
        session.click(prepared, within(5)).await.unwrap();
    }
    has(&mut session, "Dodger", json!(1)).await;
    session.close().await;
}

#[tokio::test]
async fn what_scrolls_smoothly_costs_no_second_click() {
    let (mut session, _pages) = open("acts.html").await;
    for name in ["Deep", "Edge", "Deep"] {
        let before = session.commands();
        let prepared = session.prepare_click(&role("button", name), &[], within(5)).await.unwrap();
        session.click(prepared, within(5)).await.unwrap();
        assert_eq!(session.commands() - before, 2, "{name}");
    }
    has(&mut session, "Edge", json!(1)).await;
    has(&mut session, "Deep", json!(2)).await;
    session.close().await;
}

#[tokio::test]
async fn boxes_without_a_framework_are_ticked_or_refused() {
    let (mut session, _pages) = open("acts.html").await;
    // Hidden altogether: its label stands for it.
    let styled = Query { hidden: true, ..css("#styled") };
    check(&mut session, &styled, true).await.unwrap();
    has(&mut session, "styled", json!(true)).await;
    check(&mut session, &role("checkbox", "Aria"), true).await.unwrap();
    has(&mut session, "aria", json!("true")).await;
    check(&mut session, &role("menuitemcheckbox", "Ruler"), true).await.unwrap();
    check(&mut session, &role("menuitemcheckbox", "Ruler"), false).await.unwrap();
    has(&mut session, "ruler", json!("false")).await;
    let error = session.prepare_check(&role("checkbox", "Off"), true, &[], soon()).await.unwrap_err();
    assert!(error.to_string().contains("it is disabled"), "{error}");
    let error = check(&mut session, &role("checkbox", "Stuck"), true).await.unwrap_err();
    assert!(error.to_string().contains("expected \"checked\", found \"not checked\""), "{error}");
    session.close().await;
}

#[tokio::test]
async fn fields_that_resist_are_filled_by_keys() {
    let (mut session, _pages) = open("acts.html").await;
    fill(&mut session, &label("Resisting"), "new").await;
    has(&mut session, "resisting", json!("new")).await;
    let before = session.commands();
    fill(&mut session, &label("Swallowing"), "letters").await;
    assert_eq!(session.commands() - before, 4);
    has(&mut session, "swallowing", json!("letters")).await;
    fill(&mut session, &role("textbox", "Rich"), "one line").await;
    let rich = session.read(&role("textbox", "Rich"), &idlcm::browser::Read::Text, within(5)).await.unwrap();
    assert_eq!(rich, "one line");
    session.close().await;
}

#[tokio::test]
async fn every_native_date_control_is_set() {
    let (mut session, _pages) = open("acts.html").await;
    for (name, iso, value) in [
        ("Month", "2026-05-07", "2026-05"),
        ("Moment", "2026-05-07", "2026-05-07T00:00"),
        ("Moment", "2026-05-07T13:45:00", "2026-05-07T13:45"),
        ("Week", "2027-01-03", "2026-W53"),
        ("Week", "2026-05-07", "2026-W19"),
        ("Ranged", "2026-12-31", "2026-12-31"),
    ] {
        session.set_date(&label(name), iso, None, within(5)).await.unwrap();
        let read = session.read(&label(name), &idlcm::browser::Read::Value, within(5)).await.unwrap();
        assert_eq!(read, value, "{name}");
    }
    let error = session.set_date(&label("Ranged"), "2027-01-01", None, within(5)).await.unwrap_err();
    assert!(error.to_string().contains("takes dates from 2026-01-01 to 2026-12-31, not 2027-01-01"), "{error}");
    let error = session.set_date(&label("Ranged"), "01.05.2026", None, within(5)).await.unwrap_err();
    assert!(error.to_string().contains("\"01.05.2026\" is no date as ISO 8601 writes them"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn a_prompt_takes_a_text() {
    let (mut session, _pages) = open("acts.html").await;
    let prepared = session.prepare_click(&role("button", "Prompt"), &[], within(5)).await.unwrap();
    session.click(prepared, within(5)).await.unwrap();
    assert_eq!(session.dialog_text(within(5)).await.unwrap().as_deref(), Some("New name?"));
    session.answer_dialog("Ada", within(5)).await.unwrap();
    session.accept_dialog(within(5)).await.unwrap();
    has(&mut session, "prompt", json!("Ada")).await;
    let prepared = session.prepare_click(&role("button", "Alert"), &[], within(5)).await.unwrap();
    session.click(prepared, within(5)).await.unwrap();
    let error = session.answer_dialog("Ada", within(5)).await.unwrap_err();
    assert!(matches!(error, CommandError::Rejected { .. }), "{error}");
    session.accept_dialog(within(5)).await.unwrap();
    session.close().await;
}
