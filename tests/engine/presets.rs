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

#[tokio::test(flavor = "multi_thread")]
async fn a_value_that_the_app_writes_in_its_own_way_is_told_soon_and_a_recipe_can_say_so() {
    let taken = |recipe: &str| recipe.replace("match: [username, role, duties]", "match: [username]");
    let mut app = App::with("presets", taken).await;
    let wish = || create("Zoë Ada", &json!({"role": "reader"}));
    let begun = std::time::Instant::now();
    let made = app.run(&wish()).await;
    let took = begun.elapsed();
    assert_eq!(app.field("zoe_ada", "role"), "reader");
    // It was changed, and nobody waits 30 s for a name that never comes.
    assert_eq!(ended(&made), (Outcome::Failed, Effect::Applied), "{:?}", made.error);
    let error = made.error.unwrap();
    assert_eq!(error.kind, ErrorKind::PostconditionFailed);
    assert!(error.message.contains("`username` is stored as `zoe_ada`"), "{}", error.message);
    assert!(took < std::time::Duration::from_secs(20), "{took:?}");

    // Who was there before under nearly the same name is nobody that this job made.
    let changes = app.changes().len();
    let again = app.run(&wish()).await;
    assert_eq!((again.outcome, app.changes().len()), (Outcome::Failed, changes + 1), "{:?}", again.error);
    assert!(!again.error.unwrap().message.contains("is stored as"));

    let declared = |recipe: &str| {
        taken(recipe)
            .replace("username: {type: string,", "username: {type: string, filters: [lower, {replace: [\" \", _]}],")
    };
    app.change("presets", declared);
    let made = app.run(&create("My Group", &json!({"role": "reader"}))).await;
    assert_eq!(ended(&made), DONE, "{:?}", made.error);
    assert_eq!(app.field("my_group", "role"), "reader");
    assert_eq!(ended(&app.run(&create("My Group", &json!({"role": "reader"}))).await), SAME);
    app.stop().await;
}
