//! The last administrators of an app stay what they are. The app's own journal is the proof.

use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome};
use serde_json::{Value, json};

use crate::app::App;
use crate::ledgerly_app::{Ledgerly, job};

const ADMIN: &str = "siobhan.obrien@northwind.example";
const OWNER: &str = "siobhan.obrien@acme.example";

fn refused(result: &JobResult, words: &str) {
    assert_eq!((result.outcome, result.effect), (Outcome::Failed, Effect::None), "{result:#?}");
    let error = result.error.as_ref().unwrap();
    assert_eq!(error.kind, ErrorKind::ProtectedUser);
    assert!(error.message.contains(words), "{}", error.message);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_keeps_as_many_active_users_as_the_integration_says() {
    let mut app = Ledgerly::start().await;
    app.keep_at_least("admin", 2);
    for (action, user) in [
        ("users.disable", json!({"email": ADMIN})),
        ("users.create", json!({"email": ADMIN, "name": "Siobhán O'Brien", "role": "viewer"})),
        ("users.update", json!({"email": ADMIN, "role": "viewer"})),
    ] {
        refused(&app.run(&job(action, &user)).await, "1 more active users do; the integration keeps at least 2");
    }
    // What leaves the role alone, and whoever does not have it, is none of its business.
    let renamed = app.run(&job("users.update", &json!({"email": ADMIN, "name": "Siobhan O'Brien"}))).await;
    assert_eq!(renamed.outcome, Outcome::Succeeded, "{renamed:#?}");
    let other = app.run(&job("users.disable", &json!({"email": "li.wei@northwind.example"}))).await;
    assert_eq!(other.outcome, Outcome::Succeeded, "{other:#?}");
    assert_eq!(app.user(ADMIN).unwrap().1, "admin");

    // Once there are enough, one may go; and then there are too few again.
    let third = json!({"email": "ada@northwind.example", "name": "Ada Lovelace", "role": "admin"});
    assert_eq!(app.run(&job("users.create", &third)).await.outcome, Outcome::Succeeded);
    let gone = app.run(&job("users.disable", &json!({"email": ADMIN}))).await;
    assert_eq!((gone.outcome, gone.effect), (Outcome::Succeeded, Effect::Applied), "{gone:#?}");
    refused(&app.run(&job("users.disable", &json!({"email": "ada@northwind.example"}))).await, "at least 2");
    // Who is disabled already holds nothing.
    let again = app.run(&job("users.disable", &json!({"email": ADMIN}))).await;
    assert_eq!(again.outcome, Outcome::Unchanged, "{again:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_owner_keeps_the_role_among_others() {
    let mut app = App::boardly(str::to_owned).await;
    let kept: Value = json!({"owner": 1});
    app.entry.integration.keep_at_least = serde_json::from_value(kept).unwrap();
    let before = app.changes();
    for (action, rest) in [
        ("users.update", json!({"user": {"email": OWNER, "roles": ["billing"]}})),
        ("users.update", json!({"user": {"email": OWNER}, "grants": {"roles": {"remove": ["owner"]}}})),
        ("users.disable", json!({"user": {"email": OWNER}})),
    ] {
        refused(&app.run(&crate::app::job(action, &rest)).await, "0 more active users do");
    }
    assert_eq!(app.changes(), before);
    let less = json!({"user": {"email": OWNER}, "grants": {"roles": {"remove": ["billing"]}}});
    let result = app.run(&crate::app::job("users.update", &less)).await;
    assert_eq!(result.outcome, Outcome::Succeeded, "{result:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_service_account_keeps_its_name_and_its_role() {
    let mut app = Ledgerly::start().await;
    let own = crate::ledgerly_app::USERNAME;
    let result = app.run(&job("users.update", &json!({"email": own, "role": "viewer"}))).await;
    refused(&result, "is the service account; its `role` is never changed by a job");
    let mut renamed = job("users.update", &json!({"email": "robot@ledgerly.example"}));
    renamed.match_key = Some(own.to_owned());
    let result = app.run(&renamed).await;
    assert_eq!((result.outcome, result.effect), (Outcome::Failed, Effect::None), "{result:#?}");
    assert_eq!(app.user(own).unwrap().1, "admin");
    // What it does not work with may change.
    let result = app.run(&job("users.update", &json!({"email": own, "name": "Margarethe O."}))).await;
    assert_eq!(result.outcome, Outcome::Succeeded, "{result:#?}");
    app.stop().await;
}
