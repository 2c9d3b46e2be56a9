//! Tabs that an app opens: followed where the recipe says so, told and closed otherwise. The app's own journal is the proof.

use crate::app::{App, job};
use idlcm::contract::{Effect, ErrorKind, Job, JobResult, Outcome};
use serde_json::json;

const EVE: &str = "eve@x.example";

fn rename(name: &str) -> Job {
    job("users.update", &json!({"user": {"email": EVE, "name": name}}))
}

fn warnings(result: &JobResult) -> Vec<(&str, &str)> {
    result.warnings.iter().map(|warning| (warning.code.as_str(), warning.message.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_app_opens_unasked_is_told_and_closed() {
    let mut app = App::start("tabs").await;
    // A window at the login.
    let listed = app.run(&job("users.list", &json!({}))).await;
    assert_eq!(listed.outcome, Outcome::Succeeded, "{:?}", listed.error);
    let [("tab_closed", message)] = warnings(&listed)[..] else { panic!("{:?}", listed.warnings) };
    assert!(message.ends_with("\"News of the week\" at /news"), "{message}");
    assert!(!app.written.contains("4711-special"), "the query of an address is nobody's business");
    // It is gone, and the browser is the same.
    let listed = app.run(&job("users.list", &json!({}))).await;
    assert_eq!(warnings(&listed), []);
    let commands = listed.times.commands;

    // A window at the commit.
    let disabled = app.run(&job("users.disable", &json!({"user": {"email": EVE}}))).await;
    assert_eq!((disabled.outcome, disabled.effect), (Outcome::Succeeded, Effect::Applied), "{:?}", disabled.error);
    assert_eq!(app.field(EVE, "status"), "disabled");
    let [("tab_closed", message)] = warnings(&disabled)[..] else { panic!("{:?}", disabled.warnings) };
    assert!(message.contains("News of the week"), "{message}");
    let listed = app.run(&job("users.list", &json!({}))).await;
    assert_eq!((warnings(&listed), listed.times.commands), (vec![], commands));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_go_on_in_a_tab_and_the_result_is_read_in_the_first_window() {
    let mut app = App::start("tabs").await;
    for name in ["Eve Adams", "Eve Baker"] {
        let result = app.run(&rename(name)).await;
        assert_eq!((result.outcome, result.effect), (Outcome::Succeeded, Effect::Applied), "{:?}", result.error);
        assert_eq!(app.field(EVE, "name"), name);
    }
    assert_eq!(app.changes().len(), 2);
    app.stop().await;

    // The app closes the tab itself, once it has saved.
    let closes = |text: &str| {
        text.replace(
            "      - {click: profile.save,",
            "      - click: {role: button, name: Close when saved}\n      - expect: {visible: {role: button, name: It will}}\n      - {click: profile.save,",
        )
    };
    let mut app = App::with("tabs", closes).await;
    for name in ["Eve Cole", "Eve Drew"] {
        let result = app.run(&rename(name)).await;
        assert_eq!((result.outcome, result.effect), (Outcome::Succeeded, Effect::Applied), "{:?}", result.error);
        assert_eq!(app.field(EVE, "name"), name);
    }
    assert_eq!(app.changes().len(), 2);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_that_the_recipe_does_not_know_of_is_named_where_the_steps_stop() {
    let mut app = App::with("tabs", |text| text.replace(", opens: tab", "")).await;
    let result = app.run(&rename("Eve Adams")).await;
    assert_eq!((result.outcome, result.effect), (Outcome::Failed, Effect::None));
    let message = result.error.as_ref().unwrap().message.clone();
    assert!(message.contains("the app opened another tab: "), "{message}");
    assert!(message.contains("\"Profile\" at /users/") && message.contains("write `opens: tab`"), "{message}");
    assert!(warnings(&result).iter().any(|(code, _)| *code == "tab_closed"), "{:?}", result.warnings);
    app.stop().await;

    let no_tab = |text: &str| {
        text.replace(
            "{click: {role: link, name: Edit}, opens: tab}",
            "{click: {role: cell, name: {contains: \"@\"}}, opens: tab}",
        )
    };
    let mut app = App::with("tabs", no_tab).await;
    let error = app.run(&rename("Eve Adams")).await.error.unwrap();
    assert_eq!(error.kind, ErrorKind::UnexpectedPage);
    assert!(error.message.starts_with("no tab was opened"), "{}", error.message);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_of_another_origin_is_not_followed() {
    let elsewhere = |text: &str| {
        text.replace(
            "      - row: {view: users, by: email, do: [{click: {role: link, name: Edit}, opens: tab}]}",
            "      - goto: /users\n      - {click: {role: link, name: Elsewhere}, opens: tab}",
        )
    };
    let mut app = App::with("tabs", elsewhere).await;
    let error = app.run(&rename("Eve Adams")).await.error.unwrap();
    assert_eq!(error.kind, ErrorKind::OriginBlocked, "{}", error.message);
    assert_eq!(app.changes(), []);
    // The browser is in the first window again.
    let listed = app.run(&job("users.list", &json!({}))).await;
    assert_eq!(listed.outcome, Outcome::Succeeded, "{:?}", listed.error);
    app.stop().await;
}
