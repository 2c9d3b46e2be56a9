//! Apps with habits of their own, each served by a recipe alone. What happened is read from the app's own state and
//! journal, never from the engine.

use crate::app::{App, Cut, DONE, codes, ended, job, user};
use idlcm::contract::{Effect, ErrorKind, Outcome};
use idlcm::engine::LoginEnd;
use serde_json::{Value, json};

const ADA: &str = "ada@x.example";

const SAME: (Outcome, Effect) = (Outcome::Unchanged, Effect::None);

#[tokio::test(flavor = "multi_thread")]
async fn an_app_that_needs_two_saves_and_an_initial_password_gets_both() {
    let mut app = App::start("two-saves").await;
    let ada = user(ADA, &json!({"name": "Ada", "phone": "1", "starts": "2026-11-05"}));
    let created = app.run(&job("users.create", &ada)).await;
    assert_eq!(ended(&created), DONE);
    assert_eq!(app.field(ADA, "name"), "Ada");
    assert_eq!(app.field(ADA, "starts"), "2026-11-05");
    assert_eq!(codes(&created), ["initial_password_discarded"]);
    let password = app.field(ADA, "password").as_str().unwrap().to_owned();
    assert_eq!(password.len(), 20);
    assert!(!app.written.contains(&password), "the generated password stands in the output");

    let changes = app.changes();
    assert_eq!(ended(&app.run(&job("users.create", &ada)).await), SAME);
    assert_eq!(app.changes(), changes);

    let renamed = user(ADA, &json!({"name": "Ada King"}));
    assert_eq!(ended(&app.run(&job("users.update", &renamed)).await), DONE);
    assert_eq!((app.field(ADA, "name"), app.field(ADA, "phone")), ("Ada King".into(), "1".into()));
    let key = user(ADA, &json!({}));
    assert_eq!(ended(&app.run(&job("users.disable", &key)).await), DONE);
    assert_eq!(app.field(ADA, "status"), "disabled");
    // Two users created at different times have different passwords.
    let bob = user("bob@x.example", &json!({"name": "Bob"}));
    app.run(&job("users.create", &bob)).await;
    assert_ne!(app.field("bob@x.example", "password"), password.as_str());
    let logins = app.journal().iter().filter(|entry| entry.action == "login").count();
    assert_eq!(logins, 1);
    app.slot.close().await;
    assert_eq!(app.journal().last().unwrap().action, "logout");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_that_ends_between_two_saves_is_completed_by_the_next() {
    for cut in [Cut::RefuseCommit(1), Cut::DieAfterCommit(0), Cut::DieAfterCommit(1)] {
        let mut app = App::start("two-saves").await;
        let create = job("users.create", &user(ADA, &json!({"name": "Ada"})));
        let first = app.attempt(&create, cut).await;
        if let Some(first) = first {
            assert_eq!(ended(&first), (Outcome::Failed, Effect::Applied));
            assert_eq!(first.applied_parts[0].action.to_string(), "users.create");
            assert_eq!(app.field(ADA, "name"), Value::Null);
        }
        let second = app.run(&create).await;
        assert!(matches!(second.outcome, Outcome::Succeeded | Outcome::Unchanged), "{cut:?}");
        assert_eq!(app.field(ADA, "name"), "Ada");
        let creates = app.changes().iter().filter(|(action, ..)| action == "users.create").count();
        assert_eq!(creates, 1, "{cut:?}");
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_back_that_is_cut_off_is_gone_on_with_by_the_next_attempt() {
    for commit in [0, 1] {
        let mut app = App::start("two-saves").await;
        let create = job("users.create", &user(ADA, &json!({"name": "Ada"})));
        let first = app.attempt(&create, Cut::StopAfterCommit(commit)).await.unwrap();
        assert!(app.cut_off, "{:?}", first.error);
        // No browser was opened for it, and nobody logged in.
        assert_eq!((app.written.matches("open a browser").count(), app.asked), (1, 1));
        let changes = app.changes();
        let second = app.run(&create).await;
        assert!(!app.cut_off);
        assert!(matches!(second.outcome, Outcome::Succeeded | Outcome::Unchanged), "{:?}", second.error);
        assert_eq!(app.field(ADA, "name"), "Ada");
        let creates = app.changes().iter().filter(|(action, ..)| action == "users.create").count();
        assert_eq!((creates, app.changes().len()), (1, changes.len() + usize::from(commit == 0)));
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_in_which_an_attempt_panicked_is_not_used_again() {
    let mut app = App::start("two-saves").await;
    app.run(&job("check", &json!({}))).await;
    let create = job("users.create", &user(ADA, &json!({"name": "Ada"})));
    assert!(app.attempt(&create, Cut::PanicAfterCommit(0)).await.is_none());
    let next = app.run(&create).await;
    assert!(matches!(next.outcome, Outcome::Succeeded | Outcome::Unchanged), "{:?}", next.error);
    assert_eq!((app.written.matches("open a browser").count(), app.asked), (1, 1));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_that_takes_anything_is_not_clicked_when_a_field_could_not_be_filled() {
    let mut app = App::start("two-saves").await;
    let long = user("a-name-that-is-longer-than-the-field@x.example", &json!({"name": "Ada"}));
    let result = app.run(&job("users.create", &long)).await;
    assert_eq!(ended(&result), (Outcome::Failed, Effect::None));
    assert_eq!(result.error.unwrap().kind, ErrorKind::InvalidAttribute);
    assert_eq!(app.changes(), []);
    let problem = app.problem.take().unwrap();
    assert!(problem.help.unwrap().ends_with("nothing was changed in the app: the commit step was not reached"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_switch_that_saves_at_once_is_the_commit() {
    let mut app = App::start("switches").await;
    let ada = user(ADA, &json!({}));
    assert_eq!(ended(&app.run(&job("users.create", &ada)).await), DONE);
    assert_eq!(ended(&app.run(&job("users.disable", &ada)).await), DONE);
    assert_eq!(app.field(ADA, "status"), "disabled");
    assert_eq!(ended(&app.run(&job("users.disable", &ada)).await), SAME);
    assert_eq!(ended(&app.run(&job("users.enable", &ada)).await), DONE);
    assert_eq!(app.field(ADA, "status"), "active");
    assert_eq!(app.field("eve@x.example", "status"), "active");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_switch_that_the_app_turns_back_is_a_refusal() {
    let mut app = App::start("switches").await;
    let keeper = user("eve@x.example", &json!({}));
    let result = app.run(&job("users.disable", &keeper)).await;
    assert_eq!(ended(&result), (Outcome::Failed, Effect::None));
    assert_eq!(result.error.unwrap().kind, ErrorKind::AppRejected);
    assert_eq!(app.field("eve@x.example", "status"), "active");
    assert_eq!(app.changes(), [("users.disable".to_owned(), "eve@x.example".to_owned(), false)]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn memberships_are_edited_on_the_groups_page_one_commit_each() {
    let mut app = App::start("teams").await;
    let create = json!({"user": {"email": ADA, "role": "writer"}, "grants": {"groups": {"add": ["red", "green"]}}});
    let created = app.run(&job("users.create", &create)).await;
    assert_eq!(ended(&created), DONE);
    assert_eq!(app.field(ADA, "groups"), json!(["red", "green"]));
    assert_eq!(app.changes().len(), 3);
    assert_eq!(ended(&app.run(&job("users.create", &create)).await), SAME);

    let swap = json!({"user": {"email": ADA}, "grants": {"groups": {"set": ["blue", "green"]}}});
    assert_eq!(ended(&app.run(&job("users.update", &swap)).await), DONE);
    assert_eq!(app.field(ADA, "groups"), json!(["green", "blue"]));
    assert_eq!(app.field("eve@x.example", "groups"), json!(["blue"]));

    let member = json!({"user": {"email": ADA}, "group": {"id": "red"}});
    assert_eq!(ended(&app.run(&job("groups.add_member", &member)).await), DONE);
    assert_eq!(ended(&app.run(&job("groups.add_member", &member)).await), SAME);
    assert_eq!(ended(&app.run(&job("groups.remove_member", &member)).await), DONE);
    assert_eq!(app.field(ADA, "groups"), json!(["green", "blue"]));

    let revoke = json!({"user": {"email": ADA}, "grants": {"groups": {"remove": ["green", "red"]}}});
    assert_eq!(ended(&app.run(&job("users.revoke", &revoke)).await), DONE);
    assert_eq!(app.field(ADA, "groups"), json!(["blue"]));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_between_two_grants_leaves_what_the_next_attempt_completes() {
    for cut in [Cut::RefuseCommit(1), Cut::DieAfterCommit(0)] {
        let mut app = App::start("teams").await;
        let grant = job(
            "users.grant",
            &json!({"user": {"email": "eve@x.example"}, "grants": {"groups": {"add": ["red", "green"]}}}),
        );
        if let Some(first) = app.attempt(&grant, cut).await {
            assert_eq!(ended(&first), (Outcome::Failed, Effect::Applied));
            let applied = &first.applied_parts[0];
            assert_eq!(
                (applied.action.to_string().as_str(), applied.item.as_deref()),
                ("groups.add_member", Some("red"))
            );
            assert_eq!(app.field("eve@x.example", "groups"), json!(["blue", "red"]));
        }
        let entry = &mut app.entry;
        let mut recipe = (*entry.recipe).clone();
        for action in recipe.actions.values_mut() {
            if let idlcm::recipe::ActionKind::Write(write) = &mut action.kind {
                write.verify_deadline = idlcm::contract::Duration::from_secs(1);
            }
        }
        entry.recipe = std::sync::Arc::new(recipe);
        let second = app.run(&grant).await;
        assert_eq!(second.outcome, Outcome::Succeeded, "{cut:?}");
        assert_eq!(app.field("eve@x.example", "groups"), json!(["blue", "red", "green"]));
        assert_eq!(app.changes().len(), 2, "{cut:?}");
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn grants_by_an_action_of_their_own_and_what_excludes_each_other() {
    let mut app = App::start("teams").await;
    let eve = |grants: &Value| json!({"user": {"email": "eve@x.example"}, "grants": {"assets": grants}});
    let both = app.run(&job("users.grant", &eve(&json!({"add": ["pay", "approve"]})))).await;
    assert_eq!(both.error.unwrap().kind, ErrorKind::IncompatibleRoles);
    assert_eq!(both.times.commands, 0);
    // She approves already; only a look shows it.
    let second = app.run(&job("users.grant", &eve(&json!({"add": ["pay"]})))).await;
    assert_eq!(second.error.unwrap().kind, ErrorKind::IncompatibleRoles);
    assert!(second.times.commands > 0);
    assert_eq!(app.changes(), []);
    let swapped = app.run(&job("users.update", &eve(&json!({"set": ["pay", "audit"]})))).await;
    assert_eq!(ended(&swapped), DONE);
    assert_eq!(app.field("eve@x.example", "duties"), json!(["pay", "audit"]));
    let order: Vec<String> = app.changes().into_iter().map(|(action, ..)| action).collect();
    assert_eq!(order, ["users.revoke", "users.grant", "users.grant"]);
    let wrong = app.run(&job("users.grant", &eve(&json!({"remove": ["pay"]})))).await;
    assert!(wrong.error.unwrap().message.contains("users.grant takes only `grants.assets.add`"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_one_role_fits_the_highest_wins() {
    let mut app = App::start("teams").await;
    let several = json!({"user": {"email": ADA}, "grants": {"roles": {"set": ["reader", "chief", "writer"]}}});
    let created = app.run(&job("users.create", &several)).await;
    assert_eq!(ended(&created), DONE);
    assert_eq!(app.field(ADA, "role"), "chief");
    let warning = &created.warnings[0];
    assert_eq!(warning.code, "role_dropped");
    assert!(warning.message.contains("reader, writer"), "{}", warning.message);
    app.stop().await;

    let mut app = App::with("teams", |text| text.replace(", rank: 3", "")).await;
    let refused = app.run(&job("users.create", &several)).await;
    let error = refused.error.unwrap();
    assert_eq!((error.kind, refused.times.commands), (ErrorKind::InvalidAttribute, 0));
    assert!(error.message.contains("holds one value in this app and 3 are wished"), "{}", error.message);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_in_steps_with_a_code_and_a_console_in_a_frame() {
    let mut app = App::start("vault").await;
    let seed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    app.secrets.totp = Some(idlcm::secrets::Secret::new(seed));
    let ada = user(ADA, &json!({}));
    assert_eq!(ended(&app.run(&job("users.create", &ada)).await), DONE);
    assert!(!app.written.contains(seed));
    let now = u64::try_from(jiff::Timestamp::now().as_second()).unwrap() / 30;
    for step in now - 2..=now {
        let code = idlcm::secrets::one_time_code(&idlcm::secrets::Secret::new(seed), step).unwrap();
        assert!(!app.written.contains(code.expose()), "a code stands in the output");
    }
    assert_eq!(ended(&app.run(&job("users.disable", &ada)).await), DONE);
    assert_eq!(app.field(ADA, "status"), "disabled");
    assert_eq!(app.field("eve@x.example", "status"), "active");
    let logins: Vec<bool> = app.journal().iter().filter(|e| e.action == "login").map(|e| e.accepted).collect();
    assert_eq!(logins, [true]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_not_typed_where_it_cannot_be_right() {
    let mut app = App::start("vault").await;
    for (seed, words) in [(None, "add `totp` to the integration"), (Some("not a seed!"), "is not base32")] {
        app.secrets.totp = seed.map(idlcm::secrets::Secret::new);
        let result = app.run(&job("check", &json!({}))).await;
        let error = result.error.unwrap();
        assert_eq!(error.kind, ErrorKind::SecretUnavailable);
        assert!(error.message.contains(words), "{}", error.message);
    }
    assert_eq!(app.journal().iter().filter(|entry| entry.action == "login").count(), 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_toast_never_decides_and_a_menu_outside_of_its_row_is_checked() {
    let mut app = App::start("toasts").await;
    let ada = user(ADA, &json!({"name": "Ada"}));
    assert_eq!(ended(&app.run(&job("users.create", &ada)).await), DONE);
    let renamed = user(ADA, &json!({"name": "Ada King"}));
    assert_eq!(ended(&app.run(&job("users.update", &renamed)).await), DONE);
    assert_eq!(app.field(ADA, "name"), "Ada King");
    assert_eq!(ended(&app.run(&job("users.disable", &user(ADA, &json!({})))).await), DONE);
    assert_eq!(app.field(ADA, "status"), "disabled");
    // "Saved" stands on the page from before; the app refuses, and that is what counts.
    let refused = app.run(&job("users.create", &user("ada@elsewhere.example", &json!({"name": "Ada"})))).await;
    assert_eq!(ended(&refused), (Outcome::Failed, Effect::None));
    assert_eq!(refused.error.unwrap().kind, ErrorKind::InvalidAttribute);
    app.stop().await;

    // A menu that says it belongs to somebody else: the commit is not reached.
    let mut app =
        App::with("toasts", |text| text.replace("name: \"{{ user.email }}\"", "name: \"not {{ user.email }}\"")).await;
    let stopped = app.run(&job("users.disable", &user("eve@x.example", &json!({})))).await;
    assert_eq!(ended(&stopped), (Outcome::Failed, Effect::None));
    assert_eq!(app.changes(), []);
    assert_eq!(app.field("eve@x.example", "status"), "active");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_locator_is_drawn_with_what_to_write_instead() {
    let mut app = App::with("two-saves", |text| text.replace("name: {label: Name}", "name: {label: Full name}")).await;
    let result = app.run(&job("users.update", &user("eve@x.example", &json!({"name": "Eve B"})))).await;
    assert_eq!(ended(&result), (Outcome::Failed, Effect::None));
    let problem = app.problem.take().unwrap();
    let source = &app.entry.recipe.source;
    assert!(source.text[problem.span.start..problem.span.end].contains("Full name"), "{problem:?}");
    let help = problem.help.unwrap();
    assert!(help.contains("write  {role: textbox, name: Name}"), "{help}");
    assert!(help.ends_with("nothing was changed in the app: the commit step was not reached"), "{help}");
    assert!(app.written.contains("looking at the page "), "no calls in the record");
    app.stop().await;
}

const SEED: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// The vault with a login that goes straight on, without a look at what the app says in between.
fn straight(text: &str) -> String {
    let (start, rest) = text.split_once("      - first_of:\n").unwrap();
    let (_, end) = rest.split_once("    outcomes: [{when: {screen: people}, is: done}]\n").unwrap();
    let steps = "      - totp: {into: otp.code}
      - {press: {keys: [Enter], in: otp.code}, commit: true}
      - click: trust.skip
    outcomes:
      - {when: {screen: people}, is: done}
      - {when: {all: [{screen: secret}, {visible: secret.error}]}, is: bad_credentials}
      - {when: {all: [{screen: otp}, {visible: otp.error}]}, is: mfa_rejected}
";
    format!("{start}{steps}{end}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_is_refused_before_the_login_ends_counts_as_rejected() {
    let mut app = App::with("vault", straight).await;
    app.secrets.totp = Some(idlcm::secrets::Secret::new(SEED));
    app.secrets.password = idlcm::secrets::Secret::new("not the password");
    let result = app.run(&job("check", &json!({}))).await;
    assert_eq!(result.error.unwrap().kind, ErrorKind::BadCredentials);
    assert_eq!(app.logins, [LoginEnd::Rejected(ErrorKind::BadCredentials)], "the gate was not told");

    // The right one, submitted by a key, and a code that the app does not take.
    app.secrets.password = idlcm::secrets::Secret::new("correct horse battery");
    app.secrets.totp = Some(idlcm::secrets::Secret::new("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let result = app.run(&job("check", &json!({}))).await;
    assert_eq!(result.error.unwrap().kind, ErrorKind::MfaRejected);
    assert_eq!(app.logins, [LoginEnd::Rejected(ErrorKind::MfaRejected)]);
    app.secrets.totp = Some(idlcm::secrets::Secret::new(SEED));
    let result = app.run(&job("check", &json!({}))).await;
    assert_eq!(result.outcome, Outcome::Succeeded, "{:?}", result.error);
    assert_eq!(app.logins, [LoginEnd::Accepted]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_app_shows_in_a_secret_field_is_shown_to_nobody() {
    // A phone number that is secret, and that the app changes on the way.
    let secret = |text: &str| {
        text.replace(
            "phone:  {type: string, write: [update]}",
            "phone:  {type: string, write: [update], secret: true, filters: [upper]}",
        )
    };
    let mut app = App::with("two-saves", secret).await;
    let phone = user("eve@x.example", &json!({"name": "Eve", "phone": "ring-me-4711"}));
    assert_eq!(ended(&app.run(&job("users.update", &phone)).await), DONE);
    assert_eq!(app.field("eve@x.example", "phone"), "RING-ME-4711");
    assert!(!app.written.to_lowercase().contains("4711"), "{}", app.written);
    for action in ["users.list", "users.get"] {
        app.run(&job(action, &user("eve@x.example", &json!({})))).await;
        assert!(app.written.contains("eve@x.example"));
        assert!(!app.written.to_lowercase().contains("4711"), "{action}: {}", app.written);
    }
    // Somebody else's value is as secret as the job's.
    let other = user("eve@x.example", &json!({"phone": "ring-me-0815"}));
    app.run(&job("users.update", &other)).await;
    assert!(!app.written.to_lowercase().contains("4711") && !app.written.to_lowercase().contains("0815"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_protected_user_is_not_disabled_by_a_job_of_another_name_or_by_another_of_its_names() {
    let named = |text: &str| {
        let text = text.replace(
            "status: {column: State,",
            "username: {column: User, filters: [local_part]}\n      status: {column: State,",
        );
        text.replace("      status: {type: enum", "      username: {type: string}\n      status: {type: enum")
    };
    let mut app = App::with("vault", named).await;
    app.secrets.totp = Some(idlcm::secrets::Secret::new(SEED));
    let eve = user("eve@x.example", &json!({}));
    let disabled = user("eve@x.example", &json!({"status": "disabled"}));
    app.protect(&["Eve@x.example"]);
    for (action, wish) in [("users.disable", &eve), ("users.create", &disabled)] {
        let result = app.run(&job(action, wish)).await;
        assert_eq!(result.times.commands, 0, "{action}");
        assert_eq!(result.error.unwrap().kind, ErrorKind::ProtectedUser, "{action}");
    }
    let own = user("root@x.example", &json!({"status": "disabled"}));
    assert_eq!(app.run(&job("users.create", &own)).await.error.unwrap().kind, ErrorKind::ProtectedUser);

    // Another form of the same name.
    app.protect(&["\u{feff}ev\u{ad}e@x.example\u{a0}"]);
    assert_eq!(app.run(&job("users.disable", &eve)).await.error.unwrap().kind, ErrorKind::ProtectedUser);

    // Only the app shows that this is the one.
    app.protect(&["eve"]);
    for (action, wish) in [("users.disable", &eve), ("users.create", &disabled)] {
        let result = app.run(&job(action, wish)).await;
        assert_eq!(ended(&result), (Outcome::Failed, Effect::None), "{action}");
        assert_eq!(result.error.unwrap().kind, ErrorKind::ProtectedUser, "{action}");
    }
    assert_eq!(app.changes(), []);
    app.protect(&["somebody"]);
    assert_eq!(ended(&app.run(&job("users.create", &disabled)).await), DONE);
    assert_eq!(app.field("eve@x.example", "status"), "disabled");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn disabling_an_invited_user_may_end_in_its_absence() {
    let mut app = App::start("invitations").await;
    let ivo = user("ivo@x.example", &json!({}));
    let revoked = app.run(&job("users.disable", &ivo)).await;
    assert_eq!(ended(&revoked), DONE);
    assert_eq!(revoked.subject, None, "which end was reached");
    assert_eq!(codes(&revoked), ["other_end"]);
    assert_eq!(app.field("ivo@x.example", "status"), Value::Null);
    let again = app.run(&job("users.disable", &ivo)).await;
    assert_eq!((ended(&again), codes(&again)), (SAME, Vec::new()));

    let ada = user(ADA, &json!({}));
    let disabled = app.run(&job("users.disable", &ada)).await;
    assert_eq!((ended(&disabled), codes(&disabled)), (DONE, Vec::new()));
    assert_eq!(disabled.subject.unwrap().fields["status"], "disabled");
    assert_eq!(ended(&app.run(&job("users.disable", &ada)).await), SAME);
    let told = app.changes();
    assert_eq!(told.len(), 2, "{told:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_after_an_end_as_good_is_found_out_by_the_next_attempt() {
    for on_missing in ["ok", "fail"] {
        let mut app = App::start("invitations").await;
        let mut zoe = user("zoe@x.example", &json!({}));
        zoe["options"] = json!({"on_missing": on_missing});
        let disable = job("users.disable", &zoe);
        assert_eq!(app.attempt(&disable, Cut::DieAfterCommit(0)).await, None);
        assert_eq!(ended(&app.run(&disable).await), DONE, "{on_missing}");
        assert_eq!(app.changes().len(), 1);
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_as_good_that_holds_already_is_left_as_it_is() {
    let mut app = App::start("invitations").await;
    let old = app.run(&job("users.delete", &user("old@x.example", &json!({})))).await;
    assert_eq!(ended(&old), SAME);
    assert_eq!(old.subject.unwrap().fields["reason"], "left");
    // Disabled for another reason: neither of the two ends, and nothing that could be clicked.
    let mia = app.run(&job("users.delete", &user("mia@x.example", &json!({})))).await;
    assert_eq!(ended(&mia), (Outcome::Failed, Effect::None));
    assert_eq!(mia.error.unwrap().kind, ErrorKind::ElementMissing);
    let zoe = app.run(&job("users.delete", &user("zoe@x.example", &json!({})))).await;
    assert_eq!((ended(&zoe), codes(&zoe)), (DONE, Vec::new()));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_end_as_good_as_a_disable_takes_the_account_away() {
    let renamed = |text: &str| {
        text.replace("any_of: [{exists: true, set: {status: disabled}}, {exists: false}]", "any_of: [{exists: true, set: {status: disabled}}, {exists: true, set: {name: Former}}]")
            .replace("name:   {type: string}", "name:   {type: string, write: [update]}")
            .replace("  users.enable:", "  users.update:\n    steps:\n      - row: {view: users, by: email, do: [{click: {role: button, name: Deactivate}, commit: true}]}\n    outcomes: [{when: {screen: users}, is: done}]\n  users.enable:")
    };
    let mut app = App::with("invitations", renamed).await;
    app.protect(&[ADA]);
    for (action, wish) in [("users.disable", json!({})), ("users.update", json!({"name": "Former"}))] {
        let result = app.run(&job(action, &user(ADA, &wish))).await;
        assert_eq!(result.times.commands, 0, "{action}");
        assert_eq!(result.error.unwrap().kind, ErrorKind::ProtectedUser, "{action}");
    }
    app.stop().await;
    let mut app = App::start("invitations").await;
    app.protect(&["Ivo@x.example"]);
    let result = app.run(&job("users.disable", &user("ivo@x.example", &json!({})))).await;
    assert_eq!(result.error.unwrap().kind, ErrorKind::ProtectedUser);
    assert_eq!(app.changes(), []);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_whose_last_digit_submits_it_is_typed_once() {
    let mut app = App::start("boxes").await;
    app.secrets.totp = Some(idlcm::secrets::Secret::new(SEED));
    let listed = app.run(&job("users.list", &json!({}))).await;
    assert_eq!(listed.outcome, Outcome::Succeeded, "{:?}", listed.error);
    assert_eq!(app.logins, [LoginEnd::Accepted]);
    let logins =
        |app: &App| app.journal().iter().filter(|e| e.action == "login").map(|e| e.accepted).collect::<Vec<_>>();
    assert_eq!(logins(&app), [true]);
    app.stop().await;

    // A code that the app does not take is a rejection.
    let mut app = App::start("boxes").await;
    app.secrets.totp = Some(idlcm::secrets::Secret::new("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let result = app.run(&job("check", &json!({}))).await;
    assert_eq!(result.error.unwrap().kind, ErrorKind::MfaRejected);
    assert_eq!(app.logins, [LoginEnd::Rejected(ErrorKind::MfaRejected)]);
    assert_eq!(logins(&app), [false]);
    app.stop().await;

    // A recipe that waits for a button is told that there is none.
    let straight = |text: &str| {
        text.replace("{totp: {into: otp.first}, commit: true}", "totp: {into: otp.first}").replace(
            "    outcomes:\n      - {when: {visible: otp.error}",
            "      - {press: {keys: [Enter]}, commit: true}\n    outcomes:\n      - {when: {visible: otp.error}",
        )
    };
    let mut app = App::with("boxes", straight).await;
    app.secrets.totp = Some(idlcm::secrets::Secret::new(SEED));
    let error = app.run(&job("check", &json!({}))).await.error.unwrap();
    assert_eq!(error.kind, ErrorKind::UnexpectedPage);
    assert!(error.message.contains("mark the step with `commit: true`"), "{}", error.message);
    app.stop().await;
}
