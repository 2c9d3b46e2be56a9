//! Two administrators at once, and acts for which the password is asked once more.

use idlcm::gateway::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use sqlx::Executor as _;

use super::visitor::{PASSWORD, Visitor};
use crate::rig::{ID, Plan, Rig};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_second_of_two_who_save_sees_what_the_first_one_changed_and_loses_nothing() {
    let rig = Rig::bare(Plan::of("generic")).await;
    let one = Visitor::new(&rig, "one", Role::Admin).await;
    let other = Visitor::new(&rig, "other", Role::Admin).await;
    let page = format!("/console/integrations/{ID}/settings/settings");
    let seen = one.get(&page).await.field("version").unwrap();
    assert_eq!(other.get(&page).await.field("version").unwrap(), seen);

    let fields = |who: &'static str| [("do", "next"), ("version", seen.as_str()), ("protected_users", who)];
    let saved = one.post(&page, &fields("first@acme.example")).await;
    saved.leads_to(&format!("/console/integrations/{ID}/test"));
    let second = other.post(&page, &fields("second@acme.example")).await;
    second.has("somebody else has changed").has("first@acme.example").has("second@acme.example");
    let document = async || rig.integration().await["document"]["protected_users"].clone();
    assert_eq!(document().await, json!(["first@acme.example"]));

    // Saved once more from that page, it is meant.
    let now = second.field("version").unwrap();
    assert_ne!(now, seen);
    let again =
        [("do", "next"), ("version", now.as_str()), ("protected_users", "first@acme.example\nsecond@acme.example")];
    other.post(&page, &again).await.leads_to(&format!("/console/integrations/{ID}/test"));
    assert_eq!(document().await, json!(["first@acme.example", "second@acme.example"]));
    let log = rig.manage(Method::GET, &format!("/{ID}/activity"), &Value::Null).await;
    let actors: Vec<&str> = log["activity"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["event"] == "integration.update")
        .map(|entry| entry["actor"].as_str().unwrap())
        .collect();
    assert_eq!(actors, ["other", "one"]);
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tokens_and_archives_ask_for_the_password_once_more_and_go_on_where_they_were() {
    let rig = Rig::bare(Plan::of("generic")).await;
    rig.as_if_synced().await;
    let superior = Visitor::new(&rig, "sam", Role::SuperAdmin).await;
    // Ten minutes later.
    let pool = sqlx::AnyPool::connect(&rig.database()).await.unwrap();
    pool.execute("UPDATE sessions SET confirmed_at = confirmed_at - 600000").await.unwrap();

    let tokens = format!("/console/integrations/{ID}/tokens");
    let asked = superior.post(&tokens, &[("expires_in", "90d")]).await;
    asked.has("Confirm that it is you").has("name=\"expires_in\" value=\"90d\"");
    let live = async || {
        let told = rig.manage(Method::GET, &format!("/{ID}/tokens"), &Value::Null).await;
        told["tokens"].as_array().unwrap().len()
    };
    assert_eq!(live().await, 0);
    let wrong = superior.post(&tokens, &[("expires_in", "90d"), ("_password", "not this one")]).await;
    wrong.has("the password is wrong");
    assert!(!wrong.text.contains("not this one"));
    let made = superior.post(&tokens, &[("expires_in", "90d"), ("_password", PASSWORD)]).await;
    made.has("It is shown once").has("idlcm.");
    assert_eq!(live().await, 1);
    // Not again.
    assert!(!superior.get(&format!("/console/integrations/{ID}/provider")).await.text.contains("id=\"token\""));

    let archive = superior.post(&format!("/console/integrations/{ID}/step/archive"), &[]).await;
    archive.leads_to("/console");
    assert_eq!(rig.integration().await["state"], "archived");
    assert_eq!(superior.get("/console/none").await.status, StatusCode::NOT_FOUND);
    rig.stop().await;
}
