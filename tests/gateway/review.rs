//! What a sync that is held back would change.

use std::sync::{Arc, Mutex};

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::rig::{ID, Plan, Rig};
use crate::sync::finds;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_held_sync_tells_what_it_would_change_and_changes_it_only_when_a_person_says_so() {
    let named = |range: std::ops::Range<usize>| range.map(|n| format!("user-{n}@acme.example")).collect::<Vec<_>>();
    let users = Arc::new(Mutex::new(named(0..300)));
    let rig = Rig::bare(Plan { handler: Some(finds(users.clone())), ..Plan::of("okta") }).await;
    rig.as_if_synced().await;
    assert_eq!(rig.synced().await["counts"]["users"], 300);
    let asking = || rig.managed(Method::GET, "/boardly/review", &Value::Null);
    assert_eq!(asking().await.0, StatusCode::NOT_FOUND);

    // 250 are gone, two are new; one is written otherwise.
    let mut now = named(250..302);
    now[0] = "User-250@acme.example".to_owned();
    *users.lock().unwrap() = now;
    assert_eq!(rig.synced().await["state"], "needs_review");
    let before = rig.manage(Method::GET, &format!("/{ID}/resources/users?count=1000"), &Value::Null).await;
    let (status, review) = asking().await;
    assert_eq!(status, StatusCode::OK, "{review}");
    assert_eq!((&review["may_apply"], &review["obstacle"]), (&json!(true), &Value::Null), "{review}");
    assert!(review["reason"].as_str().unwrap().contains("250 of 300"), "{review}");
    let of = &review["kinds"]["users"];
    assert_eq!((&of["known"], &of["read"]), (&json!(300), &json!(52)));
    assert_eq!(of["vanish"]["count"], 250);
    assert_eq!(of["vanish"]["first"].as_array().map(Vec::len), Some(200));
    assert_eq!(of["vanish"]["first"][0]["name"], "user-0@acme.example");
    assert_eq!(
        (&of["appear"]["count"], &of["appear"]["first"][1]["key"]),
        (&json!(2), &json!("user-301@acme.example"))
    );
    assert_eq!(
        (&of["change"]["count"], &of["change"]["first"][0]["key"]),
        (&json!(1), &json!("user-250@acme.example"))
    );
    let after = rig.manage(Method::GET, &format!("/{ID}/resources/users?count=1000"), &Value::Null).await;
    assert_eq!(before, after, "asking changes nothing");
    // What is taken in is what was foreseen.
    let applied = rig.manage(Method::POST, &format!("/{ID}/apply"), &Value::Null).await;
    assert_eq!((&applied["gone"], &applied["new"], &applied["changed"]), (&json!(250), &json!(2), &json!(1)));
    rig.stop().await;
}
