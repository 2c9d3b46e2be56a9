//! Options are chosen as a user would choose them, whatever draws the list; the page's own state is the proof.

use crate::locator::keys;
use crate::support::{css, has, label, open, role, state_text, whole, within};
use idlcm::browser::{By, CommandError, Query, Session};
use serde_json::json;

async fn choose(session: &mut Session, query: &Query, option: &str) {
    let chosen = session.choose(query, &whole(option), None, within(20)).await;
    chosen.unwrap_or_else(|error| panic!("{query}, {option}: {error}"));
}

async fn choose_typed(session: &mut Session, query: &Query, option: &str) {
    let chosen = session.choose(query, &whole(option), Some(option), within(20)).await;
    chosen.unwrap_or_else(|error| panic!("{query}, {option}: {error}"));
}

async fn refused(session: &mut Session, query: &Query, option: &str) -> CommandError {
    let error = session.choose(query, &whole(option), None, within(2)).await.unwrap_err();
    // What is open stays open for the picture; it would cover what comes next.
    session.press(&[&keys("Escape")], None, within(5)).await.unwrap();
    error
}

fn named_role(name: &str) -> Query {
    Query::by(By::Role { role: name.into(), name: None })
}

#[tokio::test]
async fn react_select_takes_one_and_several() {
    let (mut session, _pages) = open("frameworks/react.html").await;
    choose(&mut session, &label("Fruit"), "Cherry").await;
    has(&mut session, "Fruit", json!({"label": "Cherry", "value": "cherry"})).await;
    let before = session.commands();
    choose(&mut session, &label("Fruit"), "Cherry").await;
    assert_eq!(session.commands() - before, 1, "it is chosen already");
    choose_typed(&mut session, &label("Fruit"), "Banana").await;
    has(&mut session, "Fruit", json!({"label": "Banana", "value": "banana"})).await;

    for basket in ["Basket", "Open basket"] {
        choose(&mut session, &label(basket), "Apple").await;
        choose(&mut session, &label(basket), "Date").await;
        // Chosen already: not taken back.
        choose(&mut session, &label(basket), "Apple").await;
        has(&mut session, basket, json!([{"label": "Apple", "value": "apple"}, {"label": "Date", "value": "date"}]))
            .await;
    }
    // Nothing of the lists is left open over what comes next.
    choose(&mut session, &label("Late"), "Cherry").await;
    has(&mut session, "Late", json!({"label": "Cherry", "value": "cherry"})).await;
    session.close().await;
}

#[tokio::test]
async fn an_option_that_is_missing_doubtful_or_not_taken_is_an_error() {
    let (mut session, _pages) = open("frameworks/react.html").await;
    let error = refused(&mut session, &label("Fruit"), "Cherri").await;
    assert!(matches!(&error, CommandError::NoOption { count: 0, options, .. } if options[0] == "Cherry"), "{error}");
    let error = refused(&mut session, &label("Twins"), "Same").await;
    assert!(matches!(&error, CommandError::NoOption { count: 2, .. }), "{error}");
    let error = refused(&mut session, &label("Wrong"), "Cherry").await;
    assert!(matches!(&error, CommandError::ReadBack { .. }), "{error}");
    let error = refused(&mut session, &role("combobox", "Plan"), "Large").await;
    assert!(error.to_string().contains("it is disabled"), "{error}");
    assert!(state_text(&mut session).await.contains("\"Fruit\":null"));
    session.close().await;
}

#[tokio::test]
async fn headless_components_open_their_lists_anywhere() {
    let (mut session, _pages) = open("frameworks/react.html").await;
    choose(&mut session, &label("Role"), "Editor").await;
    has(&mut session, "Role", json!("editor")).await;
    choose(&mut session, &label("Colour"), "Green").await;
    has(&mut session, "Colour", json!("Green")).await;
    choose(&mut session, &role("combobox", "Plan"), "Medium").await;
    has(&mut session, "Plan", json!("Medium")).await;
    choose(&mut session, &role("button", "Sort"), "By date").await;
    has(&mut session, "Sort", json!("date")).await;
    choose(&mut session, &role("button", "Sort"), "Reset").await;
    has(&mut session, "Acts", json!(["reset"])).await;
    let error = refused(&mut session, &role("button", "Sort"), "Delete").await;
    assert!(error.to_string().contains("it is disabled"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn an_option_that_is_not_drawn_is_found_by_scrolling_or_typing() {
    let (mut session, _pages) = open("frameworks/react.html").await;
    choose_typed(&mut session, &label("Person"), "Person 4000").await;
    has(&mut session, "Person", json!("Person 4000")).await;
    session.close().await;
    let (mut session, _pages) = open("frameworks/react.html").await;
    choose(&mut session, &label("Person"), "Person 3999").await;
    has(&mut session, "Person", json!("Person 3999")).await;
    session.close().await;
    let (mut session, _pages) = open("frameworks/react.html").await;
    let error = session.choose(&label("Person"), &whole("The twin"), None, within(12)).await.unwrap_err();
    assert!(matches!(&error, CommandError::NoOption { count: 2, .. }), "{error}");
    session.close().await;
    let (mut session, _pages) = open("frameworks/react.html").await;
    let error = session.choose(&label("Person"), &whole("Person 5000"), None, within(12)).await.unwrap_err();
    assert!(matches!(&error, CommandError::NoOption { count: 0, .. }), "{error}");
    session.close().await;
}

#[tokio::test]
async fn select2_is_used_in_place_of_the_select_it_hides() {
    let (mut session, _pages) = open("frameworks/select2.html").await;
    choose(&mut session, &label("Country"), "Germany").await;
    has(&mut session, "country", json!(["Germany"])).await;
    choose_typed(&mut session, &label("Country"), "France").await;
    has(&mut session, "country", json!(["France"])).await;
    choose(&mut session, &label("Tags"), "Red").await;
    choose(&mut session, &label("Tags"), "Blue").await;
    choose(&mut session, &label("Tags"), "Red").await;
    has(&mut session, "tags", json!(["Red", "Blue"])).await;
    choose_typed(&mut session, &label("Person"), "Person 1234").await;
    has(&mut session, "person", json!(["Person 1234"])).await;
    choose_typed(&mut session, &label("People"), "Person 777").await;
    choose_typed(&mut session, &label("People"), "Person 888").await;
    has(&mut session, "people", json!(["Person 777", "Person 888"])).await;
    session.close().await;
}

#[tokio::test]
async fn select2_refuses_what_is_not_there() {
    let (mut session, _pages) = open("frameworks/select2.html").await;
    let error = refused(&mut session, &label("Country"), "Germania").await;
    assert!(matches!(&error, CommandError::NoOption { count: 0, options, .. } if options[0] == "Germany"), "{error}");
    let error = refused(&mut session, &label("Country"), "Atlantis").await;
    assert!(error.to_string().contains("it is disabled"), "{error}");
    let error = refused(&mut session, &label("Twins"), "Same").await;
    assert!(matches!(&error, CommandError::NoOption { count: 2, .. }), "{error}");
    assert!(state_text(&mut session).await.contains("\"country\":[\"\"]"));
    session.close().await;
}

#[tokio::test]
async fn native_and_aria_controls_are_chosen_in() {
    let (mut session, _pages) = open("choose.html").await;
    let before = session.commands();
    choose(&mut session, &label("Grouped"), "Lyon").await;
    assert_eq!(session.commands() - before, 1);
    choose(&mut session, &role("radiogroup", "Size"), "L").await;
    choose(&mut session, &role("radiogroup", "Level"), "High").await;
    choose(&mut session, &role("listbox", "Teams"), "Blue").await;
    choose(&mut session, &role("listbox", "Teams"), "Blue").await;
    choose(&mut session, &role("combobox", "Lazy"), "Two").await;
    choose(&mut session, &role("button", "Options"), "Wrap").await;
    choose(&mut session, &role("button", "Options"), "Wrap").await;
    choose(&mut session, &role("button", "Bare"), "Beta").await;
    choose_typed(&mut session, &label("Street"), "High Street").await;
    for (key, value) in [
        ("grouped", "Lyon"),
        ("size", "L"),
        ("level", "High"),
        ("teams", "Blue"),
        ("lazy", "Two"),
        ("wrap", "true"),
        ("bare", "Beta"),
        ("street", "High Street"),
    ] {
        has(&mut session, key, json!(value)).await;
    }
    session.close().await;
}

#[tokio::test]
async fn a_list_that_is_on_its_way_out_is_opened_again() {
    let (mut session, _pages) = open("choose.html").await;
    let several = role("combobox", "Several");
    choose(&mut session, &several, "Ham").await;
    choose(&mut session, &several, "Egg").await;
    choose_typed(&mut session, &several, "Jam").await;
    has(&mut session, "several", json!(["Ham", "Egg", "Jam"])).await;
    session.close().await;
}

#[tokio::test]
async fn a_list_whose_field_lost_the_focus_with_the_click_is_opened_again() {
    let (mut session, _pages) = open("choose.html").await;
    choose(&mut session, &role("combobox", "City"), "Oslo").await;
    has(&mut session, "city", json!("Oslo")).await;
    session.close().await;
}

#[tokio::test]
async fn native_and_aria_controls_refuse() {
    let (mut session, _pages) = open("choose.html").await;
    for (query, option) in
        [(label("Grouped"), "Nice"), (label("Grouped"), "Metz"), (role("radiogroup", "Level"), "Off")]
    {
        let error = refused(&mut session, &query, option).await;
        assert!(error.to_string().contains("it is disabled"), "{option}: {error}");
    }
    for (query, option) in
        [(label("Grouped"), "Twin"), (role("radiogroup", "Level"), "Twin"), (role("button", "Bare"), "Twin")]
    {
        let error = refused(&mut session, &query, option).await;
        assert!(matches!(&error, CommandError::NoOption { count: 2, .. }), "{option}: {error}");
    }
    session.close().await;
    let (mut session, pages) = open("choose.html").await;
    // A list that takes the neighbour of what is clicked.
    let error = refused(&mut session, &role("combobox", "Liar"), "One").await;
    let CommandError::ReadBack { found: Some(found), .. } = &error else { panic!("{error}") };
    assert_eq!(found, "Two");
    let error = session.choose(&role("button", "Bare"), &whole("Beta"), Some("Beta"), within(2)).await.unwrap_err();
    assert!(error.to_string().contains("leave `filter` out"), "{error}");
    session.goto(&pages.url("choose.html"), within(10)).await.unwrap();
    let error =
        refused(&mut session, &Query { within: Some(Box::new(css("#bare"))), ..named_role("button") }, "Betta").await;
    assert!(matches!(&error, CommandError::NoOption { count: 0, options, .. } if options[0] == "Beta"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn a_list_without_roles_that_draws_what_is_in_sight_is_scrolled_through() {
    let (mut session, _pages) = open("drawn-lists.html").await;
    for (name, option) in [
        ("Recycled", "Person 640"),
        ("Recycled", "Person 3"),
        ("Replaced", "Person 999"),
        ("Late", "Person 512"),
        ("Framed", "Person 700"),
        ("Restless", "Person 450"),
    ] {
        choose(&mut session, &role("button", name), option).await;
        has(&mut session, name, json!(option)).await;
    }
    session.close().await;
}

#[tokio::test]
async fn options_that_are_loaded_at_the_end_of_a_list_are_found() {
    let (mut session, _pages) = open("drawn-lists.html").await;
    for (name, option) in [("Lazy", "Item 55"), ("Endless", "Person 290"), ("Short", "Editor")] {
        match session.choose(&role("button", name), &whole(option), None, within(20)).await {
            Ok(()) => has(&mut session, name, json!(option)).await,
            // It may load more under the very click: then that is told, and nothing else is believed.
            Err(CommandError::ReadBack { .. }) if name == "Endless" => {}
            Err(error) => panic!("{name}, {option}: {error}"),
        }
    }
    session.close().await;
}

#[tokio::test]
async fn what_a_list_without_roles_does_not_have_is_an_error_that_tells_what_it_has() {
    let (mut session, pages) = open("drawn-lists.html").await;
    for (name, option, count, nearest) in [
        ("Recycled", "Person 1000", 0, Some("Person 100")),
        ("Twins", "The twin", 2, None),
        ("Lazy", "Item 90", 0, None),
        ("Short", "Edit", 0, Some("Editor")),
    ] {
        session.goto(&pages.url("drawn-lists.html"), within(10)).await.unwrap();
        let error = session.choose(&role("button", name), &whole(option), None, within(5)).await.unwrap_err();
        let CommandError::NoOption { count: found, options, .. } = &error else { panic!("{name}: {error}") };
        assert_eq!(*found, count, "{name}: {error}");
        if let Some(nearest) = nearest {
            assert!(options.iter().any(|option| option.starts_with(nearest)), "{name}: {options:?}");
        }
        assert_eq!(state_text(&mut session).await, "{}");
    }
    session.close().await;
}
