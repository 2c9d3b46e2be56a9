//! A cycle of Entra ID, as it sends it.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::rig::{Answer, Plan, Rig};

const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const GRACE: &str = "grace@acme.example";

fn patch(operations: &Value) -> Value {
    json!({"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations})
}

/// Entra comes again in its next cycle with what was not taken.
async fn next_cycles(rig: &Rig, method: Method, path: &str, body: &Value) -> Answer {
    let mut answer = rig.send(method.clone(), path, body).await;
    for _ in 0..10 {
        if answer.status != 503 {
            break;
        }
        assert!(answer.retry_after.is_some());
        answer = rig.send(method.clone(), path, body).await;
    }
    answer
}

async fn a_cycle(delay: Duration, wait: Duration) {
    let rig = Rig::start(Plan { wait, delay, ..Plan::of("entra") }).await;

    // Test connection: a user that nobody has is an empty list, not an error.
    let probe = rig.get("/Users?filter=userName+eq+%22fd3f1d6c-5d4f-4c1e-9f4b-1d9a5f0f0c11%22").await.is(200);
    assert_eq!((&probe.body["totalResults"], &probe.body["Resources"]), (&json!(0), &json!([])));

    // Made, with texts for truth values, and roles as JSON in a text.
    let grace = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
        "externalId": "grace.hopper", "userName": GRACE, "active": "True", "displayName": "Grace Hopper",
        "emails": [{"primary": true, "type": "work", "value": GRACE}],
        "meta": {"resourceType": "User"}, "name": {"formatted": "Grace Hopper", "familyName": "Hopper", "givenName": "Grace"},
        "roles": [{"value": "{\"id\":\"ad\",\"value\":\"admin\",\"displayName\":\"Admin\"}"}],
        ENTERPRISE: {"costCenter": "CC-1000"},
    });
    let made = rig.send(Method::POST, "/Users", &grace).await.is(201);
    let id = made.id();
    assert_eq!(made.body["active"], true);
    // It is there for Entra from now on, whether the app has followed or not.
    assert_eq!(rig.found(GRACE).await["id"], id);
    rig.until("the app", |now| now["open_jobs"] == 0).await;
    assert_eq!(rig.field(GRACE, "roles"), json!(["admin"]));
    assert_eq!(rig.field(GRACE, "cost_center"), json!("CC-1000"));

    // Changed: capital letters, no path, dotted keys.
    let changed = patch(&json!([
        {"op": "Replace", "value": {"displayName": "Admiral Hopper", "name.givenName": "G.", format!("{ENTERPRISE}:costCenter"): "CC-2040"}},
        {"op": "Add", "path": "emails[type eq \"work\"].value", "value": GRACE},
    ]));
    rig.send(Method::PATCH, &format!("/Users/{id}"), &changed).await.is(204);
    rig.until("the app", |now| now["open_jobs"] == 0).await;
    assert_eq!(rig.field(GRACE, "cost_center"), json!("CC-2040"));
    let now = rig.get(&format!("/Users/{id}")).await.is(200).body;
    assert_eq!((&now["displayName"], &now["name"]["givenName"]), (&json!("Admiral Hopper"), &json!("G.")));

    // Into two groups, and out of one by a list of values.
    for name in ["Design", "Support"] {
        let group = rig.group(name).await;
        let add = patch(&json!([{"op": "Add", "path": "members", "value": [{"value": id}]}]));
        rig.send(Method::PATCH, &format!("/Groups/{group}"), &add).await.is(204);
    }
    rig.until("the app", |now| now["open_jobs"] == 0).await;
    assert_eq!(rig.field(GRACE, "groups").as_array().map(Vec::len), Some(2));
    let design = rig.group("Design").await;
    let remove = patch(&json!([{"op": "Remove", "path": "members", "value": [{"value": id}]}]));
    rig.send(Method::PATCH, &format!("/Groups/{design}"), &remove).await.is(204);
    rig.until("the app", |now| now["open_jobs"] == 0).await;
    assert_eq!(rig.field(GRACE, "groups"), json!(["support"]));
    let without = rig.get(&format!("/Groups/{design}?excludedAttributes=members")).await.is(200);
    assert!(without.body.get("members").is_none());

    // Disabled: what is answered with success is so.
    let disable = patch(&json!([{"op": "Replace", "path": "active", "value": "False"}]));
    next_cycles(&rig, Method::PATCH, &format!("/Users/{id}"), &disable).await.is(204);
    assert_eq!(rig.field(GRACE, "status"), json!("disabled"));

    // Deleted after 30 days.
    next_cycles(&rig, Method::DELETE, &format!("/Users/{id}"), &Value::Null).await.is(204);
    assert!(rig.field(GRACE, "email").is_null());
    rig.get(&format!("/Users/{id}")).await.is(404);
    assert_eq!((rig.accepted("users.create").len(), rig.accepted("users.delete").len()), (1, 1));
    rig.log_is_intact().await;
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cycle_of_entra() {
    a_cycle(Duration::ZERO, Duration::from_secs(20)).await;
}

#[ignore = "takes minutes"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cycle_of_entra_with_a_worker_that_takes_5_seconds_more() {
    a_cycle(Duration::from_secs(5), Duration::from_secs(20)).await;
}

#[ignore = "takes a quarter of an hour"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cycle_of_entra_with_a_worker_that_takes_70_seconds_more() {
    a_cycle(Duration::from_secs(70), Duration::from_secs(20)).await;
}
