//! Pages that change while they are looked at: rows that change places, lists that look empty for a moment, changes that
//! are shown and taken back, fields that are emptied. The oracle is the app's own state and journal.

use std::time::Duration;

use crate::app::{App, DONE, codes, ended, job, user};
use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome, Proof};
use idlcm::fixture::Fault;
use serde_json::json;

const NOTHING: (Outcome, Effect) = (Outcome::Failed, Effect::None);

async fn app(mode: &str) -> App {
    App::with("moving", |recipe| recipe.replace("MODE", mode)).await
}

fn disable(email: &str) -> idlcm::contract::Job {
    job("users.disable", &user(email, &json!({})))
}

fn kind(result: &JobResult) -> Option<ErrorKind> {
    result.error.as_ref().map(|error| error.kind)
}

/// What was done, and to whom, in order.
fn done(app: &App) -> Vec<(String, String)> {
    app.changes().into_iter().filter(|(.., accepted)| *accepted).map(|(action, subject, _)| (action, subject)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_change_places_under_the_click_get_nobody_else_disabled() {
    let mut app = app("resort").await;
    let people = ["u1@x.example", "u4@x.example", "u7@x.example", "u2@x.example", "u8@x.example"];
    let mut expected = Vec::new();
    for email in people {
        assert_eq!(ended(&app.run(&disable(email)).await), DONE);
        expected.push(("users.disable".to_owned(), email.to_owned()));
    }
    assert_eq!(done(&app), expected);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_looks_empty_for_a_moment_is_neither_empty_nor_without_anybody() {
    for flash in ["flash-400", "flash-1500"] {
        let mut app = app(flash).await;
        let list = app.run(&job("users.list", &json!({}))).await;
        assert_eq!(
            (list.complete, list.proof, list.items.map(|items| items.len())),
            (Some(true), Some(Proof::Total), Some(10))
        );
        let same = app.run(&job("users.create", &user("u5@x.example", &json!({"name": "Five"})))).await;
        assert_eq!(same.outcome, Outcome::Unchanged);
        assert_eq!(ended(&app.run(&disable("u7@x.example")).await), DONE);
        assert_eq!(done(&app), [("users.disable".to_owned(), "u7@x.example".to_owned())]);
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shown_at_once_counts_only_once_the_server_has_said_so() {
    let mut app = app("optimistic").await;
    app.run(&job("check", &json!({}))).await;
    app.running.set_fault(Fault::Slow(Duration::from_millis(900)));
    let refused = app.run(&disable("eve@x.example")).await;
    assert_eq!((ended(&refused), kind(&refused)), (NOTHING, Some(ErrorKind::AppRejected)));
    assert_eq!(ended(&app.run(&disable("u3@x.example")).await), DONE);
    assert_eq!(app.field("eve@x.example", "status"), "active");
    assert_eq!(app.field("u3@x.example", "status"), "disabled");
    app.stop().await;
}

/// An app that shows what it could not read as a list of nobody.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_missing_from_a_list_that_could_not_be_read() {
    let mut app = app("quiet").await;
    app.run(&job("check", &json!({}))).await;
    let known = || job("users.create", &user("u1@x.example", &json!({"name": "One"})));
    app.running.set_fault(Fault::ErrorReads(99));
    for job in [known(), job("users.list", &json!({}))] {
        let result = app.run(&job).await;
        assert_eq!((ended(&result), kind(&result)), (NOTHING, Some(ErrorKind::AppUnavailable)));
        assert!(result.error.unwrap().message.contains("GET /api/users was answered with 502"));
    }
    app.running.set_fault(Fault::ErrorReads(0));
    // The page itself is still served, and what it asks for is not.
    app.running.set_fault(Fault::ExpireSession(2));
    let result = app.run(&known()).await;
    assert_eq!((ended(&result), kind(&result)), (NOTHING, Some(ErrorKind::SessionExpired)), "{:?}", result.error);
    app.running.set_fault(Fault::Slow(Duration::from_millis(2500)));
    assert_eq!(app.run(&known()).await.outcome, Outcome::Unchanged);
    assert_eq!(done(&app), []);
    app.stop().await;
}

/// Requests that have nothing to do with the list, and that always fail, keep nobody from being missed.
#[tokio::test(flavor = "multi_thread")]
async fn what_always_fails_beside_a_list_is_no_reason_to_doubt_it() {
    let mut app = app("telemetry").await;
    let new = job("users.create", &user("new@x.example", &json!({"name": "New"})));
    assert_eq!(ended(&app.run(&new).await), DONE);
    assert_eq!(done(&app), [("users.create".to_owned(), "new@x.example".to_owned())]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_single_page_app_believes_is_not_read_back() {
    // The list is opened by a fragment, which loads no document; nobody waits for what the act sent.
    let mut app = App::with("moving", |recipe| {
        let recipe = recipe.replace("/users?mode=MODE", "/users#/mode=optimistic");
        let (before, rules) = recipe.rsplit_once("    outcomes:\n").unwrap();
        assert!(rules.contains("Not possible"));
        before.to_owned()
    })
    .await;
    let refused = app.run(&disable("eve@x.example")).await;
    let unseen = (Outcome::Failed, Effect::Uncertain);
    assert_eq!((ended(&refused), kind(&refused)), (unseen, Some(ErrorKind::PostconditionFailed)));
    assert_eq!(ended(&app.run(&disable("u3@x.example")).await), DONE);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_changes_between_its_pages_is_read_again() {
    for mode in ["drift", "drift-swap"] {
        let mut app = app(mode).await;
        let list = app.run(&job("users.list", &json!({}))).await;
        assert_eq!(list.complete, Some(true), "{mode}: {list:#?}");
        let mut listed: Vec<String> =
            list.items.unwrap().iter().map(|item| item["email"].as_str().unwrap().to_owned()).collect();
        listed.sort();
        let mut there: Vec<String> = app.running.state().users.iter().map(|user| user.key.clone()).collect();
        there.sort();
        assert_eq!(listed, there, "{mode}");
        app.stop().await;
    }
    let mut app = app("drift-always").await;
    let list = app.run(&job("users.list", &json!({}))).await;
    assert_eq!((list.complete, list.proof), (Some(false), Some(Proof::None)));
    assert_eq!(codes(&list), ["list_incomplete"]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_created_because_a_list_moved_while_it_was_read() {
    for mode in ["drift-swap", "drift-always"] {
        let mut app = app(mode).await;
        // The first of page 2: when one of page 1 goes, it moves to page 1, which was read already.
        let same = app.run(&job("users.create", &user("u3@x.example", &json!({"name": "Three"})))).await;
        assert!(!done(&app).contains(&("users.create".to_owned(), "u3@x.example".to_owned())), "{mode}");
        assert!(
            same.outcome == Outcome::Unchanged || kind(&same) == Some(ErrorKind::ListIncomplete),
            "{mode}: {same:#?}"
        );
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_the_app_empties_is_filled_in_again_or_nothing_is_sent() {
    let mut app = app("reset-once").await;
    assert_eq!(ended(&app.run(&job("users.create", &user("new@x.example", &json!({"name": "New"})))).await), DONE);
    assert_eq!(app.field("new@x.example", "name"), "New");
    app.stop().await;

    let mut app = self::app("reset-always").await;
    let result = app.run(&job("users.create", &user("new@x.example", &json!({"name": "New"})))).await;
    assert_eq!(ended(&result), NOTHING);
    assert_eq!(app.changes(), []);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_that_came_before_the_page_could_handle_it_is_known_as_such() {
    let mut app = app("hydrate").await;
    let result = app.run(&disable("u6@x.example")).await;
    assert_eq!(ended(&result), DONE, "{result:#?}");
    assert_eq!(done(&app), [("users.disable".to_owned(), "u6@x.example".to_owned())]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dialog_that_turns_to_somebody_else_is_not_saved() {
    let mut app = app("swap").await;
    let result = app.run(&job("users.update", &user("u2@x.example", &json!({"name": "Second"})))).await;
    // Sometimes it is the right person's dialog when the click arrives; it is nobody else's in any case.
    for (action, subject) in done(&app) {
        assert_eq!((action.as_str(), subject.as_str()), ("users.update", "u2@x.example"));
    }
    let changed = app.field("u2@x.example", "name") == "Second";
    assert_eq!(result.outcome == Outcome::Succeeded, changed, "{result:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_polls_is_read_all_the_same() {
    let mut app = app("poll").await;
    let created = app.run(&job("users.create", &user("new@x.example", &json!({"name": "New"})))).await;
    assert_eq!(ended(&created), DONE);
    app.stop().await;
}
