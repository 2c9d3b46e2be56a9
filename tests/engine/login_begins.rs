//! A login begins when a secret that the app may reject is about to be typed, not earlier: an app that is down, or whose
//! login page is another one than yesterday, has not seen a login, and nobody has to come for it.

use crate::app::{App, job};
use idlcm::catalog::OriginPattern;
use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome};
use idlcm::engine::LoginEnd;
use idlcm::fixture::Fault;
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
