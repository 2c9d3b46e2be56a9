//! A login begins when a secret that the app may reject is about to be typed, not earlier: an app that is down, or whose
//! login page is another one than yesterday, has not seen a login, and nobody has to come for it.

use crate::app::{App, codes, job, user};
use crate::lists;
use idlcm::catalog::OriginPattern;
use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome};
use idlcm::engine::LoginEnd;
use idlcm::fixture::Fault;
use idlcm::secrets::Secret;
use serde_json::json;

const APP: &str = "two-saves";

fn with_maintenance(recipe: &str) -> String {
    let rule = "outcomes:\n  - {when: {visible: {text: 503 Service Unavailable}}, is: app_unavailable}\n";
    recipe.replacen("outcomes:\n", rule, 1)
}

/// An app that is up, or one with a browser that is logged in already.
async fn started(warm: bool) -> App {
    let mut app = App::with(APP, with_maintenance).await;
    if warm {
        assert_eq!(list(&mut app).await.outcome, Outcome::Succeeded);
        assert_eq!((app.asked, app.logins.as_slice()), (1, &[LoginEnd::Accepted][..]));
    }
    app
}

async fn list(app: &mut App) -> JobResult {
    app.run(&job("users.list", &json!({}))).await
}

async fn fails(app: &mut App, kind: ErrorKind) {
    let result = list(app).await;
    assert_eq!((result.outcome, result.effect), (Outcome::Failed, Effect::None));
    assert_eq!(result.error.unwrap().kind, kind);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_that_does_not_answer_was_not_logged_in_to() {
    for warm in [false, true] {
        let mut app = started(warm).await;
        // Held and not listened to: a port that is given back is soon somebody else's.
        let held = tokio::net::TcpSocket::new_v4().unwrap();
        held.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let port = held.local_addr().unwrap().port();
        app.entry.base_url.set_port(Some(port)).unwrap();
        app.entry.origins = vec![OriginPattern::of(&app.entry.base_url).unwrap()];
        for _ in 0..3 {
            fails(&mut app, ErrorKind::AppUnavailable).await;
            assert_eq!((app.asked, app.logins.as_slice()), (0, &[][..]), "warm: {warm}");
        }
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_in_maintenance_was_not_logged_in_to() {
    for warm in [false, true] {
        let mut app = started(warm).await;
        app.running.set_fault(Fault::Maintenance);
        fails(&mut app, ErrorKind::AppUnavailable).await;
        assert_eq!((app.asked, app.logins.as_slice()), (0, &[][..]), "warm: {warm}");
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_page_without_the_field_of_the_password_was_not_logged_in_to() {
    for warm in [false, true] {
        let mut app = started(warm).await;
        app.running.set_fault(Fault::ExpireSession(0));
        app.change(APP, |recipe| {
            recipe.replace("password: {label: Password}, submit", "password: {label: Passphrase}, submit")
        });
        fails(&mut app, ErrorKind::ElementMissing).await;
        assert_eq!((app.asked, app.logins.as_slice()), (0, &[][..]), "warm: {warm}");
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_was_typed_and_not_submitted_was_not_sent() {
    for warm in [false, true] {
        let mut app = started(warm).await;
        app.running.set_fault(Fault::ExpireSession(0));
        app.change(APP, |recipe| {
            recipe.replace("{click: login.submit, commit: true}", "{click: {role: button, name: Enter}, commit: true}")
        });
        fails(&mut app, ErrorKind::ElementMissing).await;
        assert_eq!((app.asked, app.logins.as_slice()), (1, &[LoginEnd::NotSent][..]), "warm: {warm}");
        app.stop().await;
    }
}

/// The login leads to `/users`, and the rule waits for the page of a new user.
fn with_another_end(recipe: &str) -> String {
    recipe.replace("{when: {screen: users}, is: done}", "{when: {screen: new_user}, is: done}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_leads_to_another_page_than_its_rules_know_is_told_by_the_check() {
    let elsewhere =
        |recipe: &str| with_another_end(recipe).replace("/users, screen: users}", "/users/new, screen: new_user}");
    for change in [&with_another_end as &dyn Fn(&str) -> String, &elsewhere] {
        let mut app = App::with(APP, change).await;
        let result = list(&mut app).await;
        assert_eq!(result.outcome, Outcome::Succeeded, "{:?}", result.error);
        assert_eq!((app.asked, app.logins.as_slice()), (1, &[LoginEnd::Accepted][..]));
        assert_eq!(codes(&result), ["outcome_unknown"], "{:?}", result.warnings);
        // The session is one like any other.
        let result = list(&mut app).await;
        assert_eq!((result.outcome, app.asked), (Outcome::Succeeded, 0), "{:?}", result.error);
        assert!(codes(&result).is_empty(), "{:?}", result.warnings);
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_no_rule_and_no_check_knows_is_not_done_again() {
    let refused = |recipe: &str| recipe.replace("      - {when: {visible: login.alert}, is: bad_credentials}\n", "");
    let mut app = App::with(APP, refused).await;
    app.secrets.password = Secret::new("wrong horse battery");
    let result = list(&mut app).await;
    let error = result.error.unwrap();
    assert_eq!(error.kind, ErrorKind::UnexpectedPage, "{error:?}");
    assert!(error.message.starts_with("the login was sent and no rule"), "{error:?}");
    assert_eq!(error.seen.unwrap().url_path.as_deref(), Some("/login"));
    // Nobody knows how it ended: the gate was asked once, and told nothing.
    assert_eq!((app.asked, app.logins.as_slice()), (1, &[][..]));
    app.stop().await;
}

/// Signs in by a request of its own, which a captcha holds back, or does not let anybody click before it is solved.
fn sign_in(button: &str) -> String {
    format!(
        "<!doctype html><title>Sign in</title><form onsubmit='event.preventDefault(); fetch(\"/page/sent\")'>
           <label>Name <input name=n></label> <label>Password <input name=p type=password></label>
           <iframe title=captcha srcdoc='I am not a robot'></iframe><button {button}>Sign in</button></form>"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_captcha_that_is_there_before_the_click_is_the_reason_where_a_login_comes_to_nothing() {
    for (button, behind, ends) in [
        ("", None, Err(ErrorKind::Captcha)),
        ("disabled", None, Err(ErrorKind::Captcha)),
        // It lets pass whom it likes, and the page of the session's check shows that.
        ("", Some("<h1>Groups</h1>"), Ok(())),
    ] {
        let mut app = lists::App::start().await;
        app.with(|data| {
            data.pages.insert("login", sign_in(button));
            data.pages.insert("sent", String::new());
            data.pages.insert("staff", "<p class=u>a@example.org</p>".to_owned());
            data.pages.insert("start", behind.map_or_else(|| sign_in(button), str::to_owned));
        });
        let views = "  users: {open: [{goto: /page/staff}], screen: list, rows: {css: .u}, key: email, complete: single_page, fields: {email: {self: true}}}";
        let done = app.run(&lists::Parts { views, ..lists::Parts::default() }, "check", json!({})).await;
        let ended = done.result.error.map_or(Ok(()), |error| Err(error.kind));
        assert_eq!(ended, ends, "{button} {behind:?}");
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_of_a_row_that_leads_to_the_sign_in_page_tells_that_the_session_is_over() {
    // The sign-in page has a field of the same name as the page of a user, and it holds nobody.
    let by_field = |recipe: &str| {
        let whom = "expect: {visible: profile.who, text: \"{{ user.email }}\"}";
        recipe.replace(whom, "expect: {value: {of: {label: Email}, is: \"{{ user.email }}\"}}")
    };
    let mut app = App::with(APP, by_field).await;
    assert_eq!(list(&mut app).await.outcome, Outcome::Succeeded);
    app.running.set_fault(Fault::ExpireSession(1));
    let result = app.run(&job("users.disable", &user("eve@x.example", &json!({})))).await;
    let error = result.error.unwrap();
    assert_eq!((error.kind, result.effect), (ErrorKind::SessionExpired, Effect::None), "{error:?}");
    assert!(error.message.contains("this did not come to hold"), "{error:?}");
    app.stop().await;
}
