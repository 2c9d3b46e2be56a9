//! Forms that come with something chosen, keys that change, a role that is taken away.

use idlcm::contract::{Effect, ErrorKind, Job, JobResult, Outcome, UserAction};
use serde_json::{Value, json};

use crate::app::{App, DONE, codes, ended, job};

const SAME: (Outcome, Effect) = (Outcome::Unchanged, Effect::None);

fn user(name: &str, rest: &Value) -> Value {
    let mut user = rest.clone();
    user["username"] = name.into();
    json!({ "user": user })
}

fn create(name: &str, rest: &Value) -> Job {
    job("users.create", &user(name, rest))
}

fn warned(result: &JobResult) -> &str {
    assert_eq!(codes(result), ["unrequested_access"]);
    &result.warnings[0].message
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_form_had_chosen_is_told_and_a_higher_role_than_asked_for_fails() {
    let mut app = App::start("presets").await;
    // The box `audit` comes checked, and nobody asked for it.
    let made = app.run(&create("ada", &json!({"role": "writer", "duties": ["pay"]}))).await;
    assert_eq!((app.field("ada", "role"), app.field("ada", "duties")), (json!("writer"), json!(["pay", "audit"])));
    assert_eq!(ended(&made), (Outcome::Failed, Effect::Applied), "{:?}", made.error);
    app.stop().await;

    let taken = |recipe: &str| recipe.replace("match: [username, role, duties]", "match: [username, role]");
    let mut app = App::with("presets", taken).await;
    let made = app.run(&create("bob", &json!({"role": "writer"}))).await;
    assert_eq!(ended(&made), DONE, "{:?}", made.error);
    assert!(
        warned(&made).contains("the new user `bob` has `duties`: audit, which nobody asked for"),
        "{:?}",
        made.warnings
    );

    // The role comes chosen as `chief`.
    let made = app.run(&create("cid", &json!({}))).await;
    assert_eq!(app.field("cid", "role"), "chief");
    assert_eq!(ended(&made), (Outcome::Failed, Effect::Applied));
    let error = made.error.unwrap();
    assert_eq!((error.kind, error.kind.user_action()), (ErrorKind::UnrequestedAccess, UserAction::FinishManually));
    assert!(
        error.message.contains("`role`: chief") && error.message.contains("take it away in the app"),
        "{}",
        error.message
    );

    // Declared as what the app gives everybody, it is what was asked for.
    let declared = |recipe: &str| {
        taken(recipe).replace("role:     {type: ref, of: roles,", "role:     {type: ref, of: roles, default: chief,")
    };
    app.change("presets", declared);
    let made = app.run(&create("dan", &json!({}))).await;
    assert_eq!(ended(&made), DONE, "{:?}", made.error);
    assert!(warned(&made).contains("`duties`: audit"), "{:?}", made.warnings);
    // Who is there already was not made: nothing is said of what they have.
    let again = app.run(&create("dan", &json!({}))).await;
    assert_eq!((ended(&again), codes(&again)), (SAME, vec![]));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_changed_once_and_the_same_job_again_finds_it_done() {
    let mut app = App::start("presets").await;
    let rename = |to: &str, rest: Value| {
        let mut wish = user(to, &rest);
        wish["match"] = "eve".into();
        job("users.update", &wish)
    };
    let renamed = app.run(&rename("evelyn", json!({"role": "reader"}))).await;
    assert_eq!(ended(&renamed), DONE, "{:?}", renamed.error);
    assert_eq!(app.field("evelyn", "role"), "reader");
    let changes = app.changes();
    let again = app.run(&rename("evelyn", json!({"role": "reader"}))).await;
    assert_eq!((ended(&again), codes(&again)), (SAME, vec!["renamed_already"]), "{:?}", again.error);
    // Who has the new name and differs may be another one: nothing is written to them.
    let other = app.run(&rename("evelyn", json!({"role": "writer"}))).await;
    assert_eq!(ended(&other), (Outcome::Failed, Effect::None));
    assert_eq!(other.error.unwrap().kind, ErrorKind::NotFound);
    let nobody = app.run(&rename("nobody", json!({}))).await;
    assert_eq!(nobody.error.unwrap().kind, ErrorKind::NotFound);
    assert_eq!(app.changes(), changes);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_of_which_there_is_one_is_taken_away_for_the_default_or_the_recipe_is_asked_what_none_is() {
    let mut app = App::start("presets").await;
    let mut wish = user("eve", &json!({}));
    wish["grants"] = json!({"roles": {"remove": ["writer"]}});
    let revoke = job("users.revoke", &wish);
    let refused = app.run(&revoke).await;
    assert_eq!(ended(&refused), (Outcome::Failed, Effect::None));
    let error = refused.error.unwrap();
    assert_eq!((error.kind, error.kind.user_action()), (ErrorKind::InvalidRecipe, UserAction::FixRecipe), "{error:?}");
    assert!(error.message.contains("give the field `role` a `default`"), "{}", error.message);

    app.change("presets", |recipe| {
        recipe.replace("role:     {type: ref, of: roles,", "role:     {type: ref, of: roles, default: reader,")
    });
    let revoked = app.run(&revoke).await;
    assert_eq!(ended(&revoked), DONE, "{:?}", revoked.error);
    assert_eq!(app.field("eve", "role"), "reader");
    assert_eq!(ended(&app.run(&revoke).await), SAME);
    app.stop().await;
}
