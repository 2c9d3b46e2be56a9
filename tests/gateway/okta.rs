//! A day of Okta, as it sends it.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::rig::{Answer, ID, Plan, Rig, crowded, okta_user};

const ADA: &str = "ada@acme.example";

/// A request of Okta: told to come again, it does, ten times.
async fn insists(rig: &Rig, method: Method, path: &str, body: &Value) -> Answer {
    let mut answer = rig.send(method.clone(), path, body).await;
    for _ in 0..10 {
        if answer.status != 429 {
            break;
        }
        assert!(answer.retry_after.is_some());
        answer = rig.send(method.clone(), path, body).await;
    }
    answer
}

async fn a_day(delay: Duration, wait: Duration) {
    let folder = tempfile::tempdir().unwrap();
    let fixture = crowded(folder.path(), 200);
    let rig = Rig::start(Plan { wait, delay, fixture, ..Plan::of("okta") }).await;

    // Test connector configuration: the credentials, then a user whom nobody has.
    rig.get("/ServiceProviderConfig").await.is(200);
    assert_eq!(rig.get("/Users?startIndex=1&count=2").await.is(200).body["Resources"].as_array().unwrap().len(), 2);
    assert!(rig.found("nobody@acme.example").await.is_null());

    // Import of some 250 users, in pages of 100.
    let mut imported = Vec::new();
    loop {
        let start = imported.len() + 1;
        let page = rig.get(&format!("/Users?startIndex={start}&count=100")).await.is(200);
        let users = page.body["Resources"].as_array().unwrap().clone();
        assert_eq!(page.body["startIndex"], start);
        imported.extend(users.iter().map(|user| user["id"].as_str().unwrap().to_owned()));
        if imported.len() as u64 >= page.body["totalResults"].as_u64().unwrap() {
            break;
        }
    }
    imported.sort();
    imported.dedup();
    assert_eq!(imported.len(), rig.app.state().users.len());
    assert!(imported.len() > 250);
    assert_eq!(rig.integration().await["state"], "active");
    let groups = rig.get("/Groups?startIndex=1&count=100").await.is(200);
    assert_eq!(groups.body["totalResults"], 5);

    // Roles, as Okta finds them.
    let types = rig.get("/ResourceTypes").await.is(200);
    let role = types.body["Resources"].as_array().unwrap().iter().find(|of| of["name"] == "Role").unwrap().clone();
    assert_eq!(role["schema"], "urn:okta:scim:schemas:core:1.0:Role");
    let roles = rig.get("/Roles?startIndex=1&count=100").await.is(200);
    assert!(roles.body["Resources"].as_array().unwrap().iter().any(|role| role["id"] == "billing"));

    // Assignment: looked for, then made.
    assert!(rig.found(ADA).await.is_null());
    let mut ada = okta_user(ADA, "Ada", "Lovelace");
    ada["roles"] = json!([{"value": "billing", "display": "Billing manager", "primary": true}]);
    let made = insists(&rig, Method::POST, "/Users", &ada).await.is(201);
    let id = made.id();
    assert_eq!(made.body["active"], true);
    assert_eq!(rig.field(ADA, "roles"), json!(["billing"]));

    // A profile update by PUT, with everything that it read.
    let mut whole = rig.get(&format!("/Users/{id}")).await.is(200).body;
    whole["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"] = json!({"costCenter": "CC-2040"});
    insists(&rig, Method::PUT, &format!("/Users/{id}"), &whole).await.is(200);
    assert_eq!(rig.field(ADA, "cost_center"), json!("CC-2040"));

    // By PATCH, as the catalogue's apps get it: no path, whole attributes.
    let patch = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [{"op": "replace", "value": {"roles": [{"value": "admin"}], "name": {"givenName": "Augusta"}}}],
    });
    let patched = insists(&rig, Method::PATCH, &format!("/Users/{id}"), &patch).await.is(200);
    assert_eq!(patched.body["name"]["givenName"], "Augusta");
    assert_eq!(rig.field(ADA, "roles"), json!(["admin"]));

    // Group push: made, its members, renamed.
    let group = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "Analysts", "members": [],
    });
    let group = insists(&rig, Method::POST, "/Groups", &group).await.is(201).id();
    let members = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [{"op": "add", "path": "members", "value": [{"value": id, "display": ADA}]}],
    });
    insists(&rig, Method::PATCH, &format!("/Groups/{group}"), &members).await.is(200);
    assert_eq!(rig.field(ADA, "groups").as_array().map(Vec::len), Some(1));
    let rename = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [{"op": "replace", "value": {"id": group, "displayName": "Analytical engine"}}],
    });
    insists(&rig, Method::PATCH, &format!("/Groups/{group}"), &rename).await.is(200);
    let groups = serde_json::to_string(&rig.app.state().groups).unwrap();
    assert!(groups.contains("Analytical engine") && !groups.contains("Analysts"), "{groups}");
    assert_eq!(rig.get(&format!("/Users/{id}")).await.body["groups"][0]["display"], "Analytical engine");

    // Deactivated without a path, and let in again.
    for active in [false, true] {
        let patch = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": [{"op": "replace", "value": {"active": active}}],
        });
        let answer = insists(&rig, Method::PATCH, &format!("/Users/{id}"), &patch).await.is(200);
        assert_eq!(answer.body["active"], active);
        assert_eq!(rig.field(ADA, "status") == "disabled", !active);
    }

    assert_eq!(rig.accepted("users.create").len(), 1);
    assert_eq!(rig.accepted("groups.create").len(), 1);
    rig.log_is_intact().await;
    let log = rig.manage(Method::GET, &format!("/{ID}/activity?count=100"), &Value::Null).await;
    assert!(!log.to_string().contains("1mz050nq"), "the password that Okta sends is nowhere");
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_of_okta() {
    a_day(Duration::ZERO, Duration::from_secs(50)).await;
}

#[ignore = "takes minutes"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_of_okta_with_a_worker_that_takes_5_seconds_more() {
    a_day(Duration::from_secs(5), Duration::from_secs(50)).await;
}

#[ignore = "takes a quarter of an hour"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_of_okta_with_a_worker_that_takes_70_seconds_more() {
    a_day(Duration::from_secs(70), Duration::from_secs(50)).await;
}
