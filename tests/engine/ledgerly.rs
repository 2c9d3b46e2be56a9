//! The engine in a real browser against the fixture app `ledgerly`. What happened is read from the app's own state and
//! journal, never from the engine.

use crate::ledgerly_app::{Ledgerly, job};
use idlcm::contract::{Effect, ErrorKind, Outcome, Proof};
use idlcm::fixture::Fault;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_user_is_created_disabled_and_listed_and_the_app_agrees() {
    let mut app = Ledgerly::start().await;
    let ada = json!({"email": "Ada@Acme.example", "name": "Ada Lovelace", "role": "accountant"});

    let created = app.run(&job("users.create", &ada)).await;
    assert_eq!((created.outcome, created.effect), (Outcome::Succeeded, Effect::Applied), "{created:#?}");
    assert_eq!(app.user("ada@acme.example"), Some(("Ada Lovelace".into(), "accountant".into(), "active".into())));

    let again = app.run(&job("users.create", &ada)).await;
    assert_eq!((again.outcome, again.effect), (Outcome::Unchanged, Effect::None), "{again:#?}");
    assert_eq!(app.accepted("users.create"), 1);

    let renamed = json!({"email": "ada@acme.example", "name": "Ada King", "role": "viewer"});
    let updated = app.run(&job("users.update", &renamed)).await;
    assert_eq!(updated.outcome, Outcome::Succeeded, "{updated:#?}");
    assert_eq!(app.user("ada@acme.example"), Some(("Ada King".into(), "viewer".into(), "active".into())));

    let key = json!({"email": "ada@acme.example"});
    let disabled = app.run(&job("users.disable", &key)).await;
    assert_eq!((disabled.outcome, disabled.effect), (Outcome::Succeeded, Effect::Applied), "{disabled:#?}");
    let disabled = app.run(&job("users.disable", &key)).await;
    assert_eq!((disabled.outcome, disabled.effect), (Outcome::Unchanged, Effect::None), "{disabled:#?}");
    assert_eq!(app.accepted("users.disable"), 1);
    assert_eq!(app.user("ada@acme.example").unwrap().2, "disabled");

    let listed = app.run(&job("users.list", &json!(null))).await;
    assert_eq!(listed.outcome, Outcome::Succeeded, "{listed:#?}");
    assert_eq!((listed.complete, listed.proof), (Some(true), Some(Proof::Total)));
    let mut mine: Vec<(String, String)> = listed
        .items
        .unwrap()
        .iter()
        .map(|item| (item["email"].as_str().unwrap().to_owned(), item["status"].as_str().unwrap().to_owned()))
        .collect();
    mine.sort();
    assert_eq!(mine, app.emails_and_status());

    let roles = app.run(&job("roles.list", &json!(null))).await;
    assert_eq!(roles.items.unwrap().len(), 3);
    // One login served all of it.
    assert_eq!(app.accepted("login"), 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_warm_create_takes_at_most_27_commands_and_a_list_3_a_page() {
    let mut app = Ledgerly::start().await;
    app.run(&job("check", &json!(null))).await;
    let grace = json!({"email": "grace@acme.example", "name": "Grace Hopper", "role": "viewer"});
    let created = app.run(&job("users.create", &grace)).await;
    assert_eq!(created.outcome, Outcome::Succeeded, "{created:#?}");
    assert!(created.times.commands <= 27, "{}", created.times.commands);
    assert_eq!(created.times.login_ms, 0);
    let listed = app.run(&job("users.list", &json!(null))).await;
    let pages = u64::try_from(listed.items.unwrap().len()).unwrap().div_ceil(25);
    assert!(listed.times.commands <= 3 * pages, "{} for {pages} pages", listed.times.commands);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rejected_password_is_typed_once() {
    let mut app = Ledgerly::with_password("not the password").await;
    let result = app.run(&job("check", &json!(null))).await;
    assert_eq!(result.error.unwrap().kind, ErrorKind::BadCredentials);
    assert_eq!(app.refused("login"), 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_success_message_without_an_effect_is_a_failure() {
    let mut app = Ledgerly::patient(5).await;
    app.fault(Fault::Lie(1));
    let lie = json!({"email": "lie@acme.example", "name": "Not There", "role": "viewer"});
    let result = app.run(&job("users.create", &lie)).await;
    assert_eq!(result.outcome, Outcome::Failed, "{result:#?}");
    assert_eq!(result.effect, Effect::Uncertain, "the app said that it was done");
    assert_eq!(result.error.unwrap().kind, ErrorKind::PostconditionFailed);
    assert_eq!(app.user("lie@acme.example"), None);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_page_after_the_effect_is_a_success_with_a_warning() {
    let mut app = Ledgerly::start().await;
    app.fault(Fault::ErrorAfter(1));
    let stored = json!({"email": "stored@acme.example", "name": "Was Stored", "role": "viewer"});
    let result = app.run(&job("users.create", &stored)).await;
    assert_eq!((result.outcome, result.effect), (Outcome::Succeeded, Effect::Applied), "{result:#?}");
    assert!(!result.warnings.is_empty());
    assert_eq!(app.accepted("users.create"), 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_seats_is_told_in_the_apps_own_terms() {
    let mut app = Ledgerly::start().await;
    for number in 0..4 {
        let user = json!({"email": format!("seat{number}@acme.example"), "name": "Seat Taker", "role": "viewer"});
        let result = app.run(&job("users.create", &user)).await;
        if result.outcome == Outcome::Succeeded {
            continue;
        }
        assert_eq!(result.error.unwrap().kind, ErrorKind::NoSeats);
        assert_eq!(result.effect, Effect::None);
        app.stop().await;
        return;
    }
    panic!("the app has 60 seats and 57 users, and took 61");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_be_known_without_a_browser_is_refused_without_one() {
    let mut app = Ledgerly::start().await;
    let cases = [
        (
            "users.create",
            json!({"email": "a@b.example", "name": "A"}),
            ErrorKind::MissingAttribute,
            "`user.role` is missing",
        ),
        (
            "users.create",
            json!({"email": "a@b.example", "name": "A", "role": "acountant"}),
            ErrorKind::UnknownRole,
            "did you mean `accountant`?",
        ),
        (
            "users.create",
            json!({"email": "a@b.example", "name": "A", "role": "viewer", "nmae": "B"}),
            ErrorKind::InvalidAttribute,
            "did you mean `name`?",
        ),
        (
            "users.create",
            json!({"email": "no address", "name": "A", "role": "viewer"}),
            ErrorKind::InvalidAttribute,
            "not an e-mail address",
        ),
        ("users.delete", json!({"email": "a@b.example"}), ErrorKind::UnsupportedAction, "Ledgerly offers no way"),
        ("users.disable", json!({"email": "Owner@ledgerly.example"}), ErrorKind::ProtectedUser, "service account"),
        ("users.disable", json!({}), ErrorKind::MissingAttribute, "`user.email` is missing"),
    ];
    for (action, user, kind, words) in cases {
        let result = app.run(&job(action, &user)).await;
        let error = result.error.unwrap();
        assert_eq!(error.kind, kind, "{}", error.message);
        assert!(error.message.contains(words), "{}", error.message);
        assert_eq!(result.times.commands, 0);
    }
    assert_eq!(app.journal_len(), 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_stops_before_the_commit() {
    let mut app = Ledgerly::start().await;
    let mut plan = job("users.create", &json!({"email": "plan@acme.example", "name": "Plan", "role": "viewer"}));
    plan.mode = idlcm::contract::Mode::Plan;
    let result = app.run(&plan).await;
    assert_eq!((result.outcome, result.effect), (Outcome::Planned, Effect::None), "{result:#?}");
    let steps = result.plan.unwrap();
    assert!(steps.iter().any(|step| step.commit && !step.done), "{steps:#?}");
    assert!(steps.iter().any(|step| !step.commit && step.done), "{steps:#?}");
    assert_eq!(app.accepted("users.create") + app.refused("users.create"), 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_that_never_returns_ends_and_the_next_job_is_well() {
    let mut app = Ledgerly::patient(3).await;
    app.run(&job("check", &json!(null))).await;
    app.fault(Fault::Hang);
    let result =
        app.run(&job("users.create", &json!({"email": "hang@acme.example", "name": "Hang", "role": "viewer"}))).await;
    assert_ne!(result.outcome, Outcome::Succeeded, "{result:#?}");
    assert_eq!(app.user("hang@acme.example"), None);
    app.clear_faults();
    let next =
        app.run(&job("users.create", &json!({"email": "next@acme.example", "name": "Next", "role": "viewer"}))).await;
    assert_eq!(next.outcome, Outcome::Succeeded, "{next:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_dies_at_the_click_is_replaced_for_the_look_that_decides() {
    let mut app = Ledgerly::patient(3).await;
    app.run(&job("check", &json!(null))).await;
    app.crash_at_commit = true;
    let user = json!({"email": "crash@acme.example", "name": "Crash", "role": "viewer"});
    let result = app.run(&job("users.create", &user)).await;
    // The click may have left the browser or not: what the app then shows is what is told.
    let made = app.accepted("users.create");
    assert_eq!(result.outcome == Outcome::Succeeded, made == 1, "{result:#?}");
    assert_eq!(
        (result.outcome == Outcome::Failed, result.effect == Effect::Uncertain),
        (made == 0, made == 0),
        "{result:#?}"
    );
    assert_eq!(app.accepted("login"), 2, "one for each browser");
    let next =
        app.run(&job("users.create", &json!({"email": "next@acme.example", "name": "Next", "role": "viewer"}))).await;
    assert_eq!(next.outcome, Outcome::Succeeded, "{next:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_page_that_changed_is_not_an_expired_session() {
    let mut app = Ledgerly::with_recipe(|recipe| {
        let quick = recipe.replace("settings:\n", "settings:\n  timeouts: {step: 2s}\n");
        quick.replace("{label: Password}", "{label: Passphrase}")
    })
    .await;
    let result = app.run(&job("check", &json!(null))).await;
    let error = result.error.unwrap();
    assert_eq!(error.kind, ErrorKind::ElementMissing, "{}", error.message);
    assert!(error.message.contains("Passphrase"), "{}", error.message);
    assert_eq!((app.accepted("login"), app.refused("login")), (0, 0));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_prompt_of_the_browser_ends_and_the_next_job_is_well() {
    let mut app = Ledgerly::patient(3).await;
    app.run(&job("check", &json!(null))).await;
    for prompt in ["auth_prompt", "auth_prompt=xhr"] {
        app.fault(prompt.parse().unwrap());
        let user = json!({"email": "prompt@acme.example", "name": "Prompt", "role": "viewer"});
        let result = app.run(&job("users.create", &user)).await;
        // A browser without windows answers the prompt itself; one with windows hangs. Either way the result is true.
        let exists = app.user("prompt@acme.example").is_some();
        assert_eq!(result.outcome == Outcome::Succeeded, exists, "{result:#?}");
        app.clear_faults();
    }
    let user = json!({"email": "after@acme.example", "name": "After", "role": "viewer"});
    let next = app.run(&job("users.create", &user)).await;
    assert_eq!(next.outcome, Outcome::Succeeded, "{next:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dialog_that_says_something_else_is_dismissed_and_nothing_is_done() {
    let mut app =
        Ledgerly::with_recipe(|text| text.replace("prefix: Suspend this account", "prefix: Delete this account")).await;
    let user = json!({"email": "siobhan.obrien@northwind.example"});
    let result = app.run(&job("users.disable", &user)).await;
    assert_eq!((result.outcome, result.effect), (Outcome::Failed, Effect::None), "{result:#?}");
    assert_eq!(result.error.unwrap().kind, ErrorKind::UnexpectedDialog);
    assert_eq!(app.user("siobhan.obrien@northwind.example").unwrap().2, "active");
    assert_eq!(app.accepted("users.disable") + app.refused("users.disable"), 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dialog_that_no_step_declares_is_never_accepted() {
    let mut app =
        Ledgerly::with_recipe(|text| text.replace(", dialog: {accept: {prefix: Suspend this account}}", "")).await;
    let user = json!({"email": "siobhan.obrien@northwind.example"});
    let result = app.run(&job("users.disable", &user)).await;
    assert_eq!(result.outcome, Outcome::Failed, "{result:#?}");
    assert_eq!(result.error.unwrap().kind, ErrorKind::UnexpectedDialog);
    assert_eq!(app.user("siobhan.obrien@northwind.example").unwrap().2, "active");
    assert_eq!(app.accepted("users.disable"), 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drifted_page_stops_before_the_commit_and_says_where() {
    let mut app = Ledgerly::with_recipe(|text| {
        text.replace("role: link, name: Add user", "role: link, name: Add member")
            .replace("settings:", "settings:\n  timeouts: {step: 2s}")
    })
    .await;
    let user = json!({"email": "drift@acme.example", "name": "Drift", "role": "viewer"});
    let result = app.run(&job("users.create", &user)).await;
    let error = result.error.unwrap();
    assert_eq!((error.kind, result.effect), (ErrorKind::ElementMissing, Effect::None));
    assert!(error.step.unwrap().contains("users.create, click users.add, "));
    let seen = error.seen.unwrap();
    assert!(seen.candidates.iter().any(|near| near.locator.contains("Add user")), "{seen:#?}");
    assert_eq!(app.user("drift@acme.example"), None);
    app.stop().await;
}
