//! Who is let in: nobody but the bearer of a live token of exactly this integration, and not too often.

use idlcm::gateway::Settings;
use idlcm::gateway::integration::Bearer;
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::Executor as _;

use crate::rig::{ID, Plan, Rig};

/// Every endpoint, with every method that it has and one that it has not.
fn endpoints() -> Vec<(Method, String)> {
    let id = "01a22552-86c3-72b6-8122-5809d15120d6";
    let mut all = Vec::new();
    for path in [
        "/Users",
        "/Groups",
        "/Users/.search",
        "/Groups/.search",
        "/.search",
        "/Roles",
        "/Assets",
        "/Bulk",
        "/Me",
        "/ServiceProviderConfig",
        "/ResourceTypes",
        "/Schemas",
        "/ResourceTypes/User",
        "/Roles/owner",
        "/Assets/x",
        "/Nothing",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain([format!("/Users/{id}"), format!("/Groups/{id}")])
    {
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            all.push((method, path.clone()));
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_endpoint_opens_without_a_live_token_of_its_own_integration_and_no_row_is_read() {
    let settings = Settings { rate: (10_000, 10_000), failures: 100_000, ..Settings::default() };
    let rig = Rig::bare(Plan { settings, ..Plan::of("generic") }).await;
    rig.as_if_synced().await;
    rig.connect().await;

    // Another integration, with a good token.
    let mut other = rig.integration().await["document"].clone();
    other["id"] = json!("other");
    rig.manage(Method::POST, "", &json!({"document": other})).await;
    let foreign = Bearer::new(&public_id(&rig.manage(Method::GET, "/other", &Value::Null).await));
    let live = rig.get("/Users").await;
    assert_eq!(live.status, 200);

    let revoked = rig.manage(Method::POST, &format!("/{ID}/tokens"), &Value::Null).await;
    rig.manage(Method::DELETE, &format!("/{ID}/tokens/{}", revoked["id"].as_str().unwrap()), &Value::Null).await;
    let expired = rig.manage(Method::POST, &format!("/{ID}/tokens"), &json!({"expires_in": "1ms"})).await;
    let own = public_id(&rig.integration().await);
    let random = Bearer::new(&own);

    // Nothing that could be read is there any more: an endpoint that tried would fail otherwise than with 401.
    let mut db = rig.office.database.write_any().await.unwrap();
    for table in ["resources", "memberships", "jobs", "activity", "chunks"] {
        let statement = format!("ALTER TABLE {table} RENAME TO gone_{table}");
        db.execute(sqlx::AssertSqlSafe(statement)).await.unwrap();
    }
    db.commit().await.unwrap();

    let headers = [
        None,
        Some(String::new()),
        Some("Bearer".to_owned()),
        Some("Basic dXNlcjpwYXNz".to_owned()),
        Some(format!("Bearer {}x", rig.token())),
        Some(format!("Bearer {}", random.text().expose())),
        Some(format!("Bearer {}", foreign.text().expose())),
        Some(format!("Bearer {}", revoked["token"].as_str().unwrap())),
        Some(format!("Bearer {}", expired["token"].as_str().unwrap())),
    ];
    let mut asked = 0;
    for (method, path) in endpoints() {
        for header in &headers {
            let asking = rig.knock(method.clone(), &path).body("{}");
            let asking = header.iter().fold(asking, |asking, header| asking.header("authorization", header));
            let answer = asking.send().await.unwrap();
            assert_eq!(answer.status(), 401, "{method} {path} with {header:?}");
            assert!(answer.headers().contains_key("www-authenticate"));
            let body: Value = answer.json().await.unwrap();
            assert_eq!(body["schemas"], json!(["urn:ietf:params:scim:api:messages:2.0:Error"]));
            asked += 1;
        }
    }
    println!("{asked} requests, all 401");

    // A good token, at the other integration's place and at none.
    for place in [foreign.public_id().to_owned(), "nowhere".to_owned()] {
        let url = rig.base().await.replace(&own, &place);
        let answer = reqwest::Client::new().get(format!("{url}/Users")).bearer_auth(rig.token()).send().await.unwrap();
        assert_eq!(answer.status(), 401, "{place}");
    }
    rig.stop().await;
}

fn public_id(integration: &Value) -> String {
    integration["scim_url"].as_str().unwrap().rsplit('/').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_works_with_and_without_its_scheme_and_two_live_at_most() {
    let rig = Rig::bare(Plan::of("okta")).await;
    rig.as_if_synced().await;
    rig.connect().await;
    for header in [rig.token(), format!("Bearer {}", rig.token()), format!("bearer {}", rig.token())] {
        let answer = rig.knock(Method::GET, "/Users").header("authorization", header).send().await.unwrap();
        assert_eq!(answer.status(), 200);
    }
    rig.manage(Method::POST, &format!("/{ID}/tokens"), &Value::Null).await;
    let (status, refused) = rig.managed(Method::POST, &format!("/{ID}/tokens"), &Value::Null).await;
    assert_eq!(status, 409, "{refused}");
    let listed = rig.manage(Method::GET, &format!("/{ID}/tokens"), &Value::Null).await.to_string();
    assert!(!listed.contains(&rig.token()), "a token is shown once");
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asks_too_often_is_told_to_wait() {
    let settings = Settings { rate: (1, 5), failures: 3, ..Settings::default() };
    if std::env::var_os("IDLCM_TEST_POSTGRES").is_some() {
        println!("each gateway counts by itself; with two of them there is nothing to see here");
        return;
    }
    let rig = Rig::bare(Plan { settings, ..Plan::of("okta") }).await;
    rig.as_if_synced().await;
    rig.connect().await;
    let mut statuses = Vec::new();
    for _ in 0..8 {
        statuses.push(rig.get("/ServiceProviderConfig").await.status);
    }
    assert_eq!((statuses[0], statuses[7]), (200, 429), "{statuses:?}");
    for tried in 0..5 {
        let answer = rig.knock(Method::GET, "/Users").bearer_auth("wrong").send().await.unwrap();
        assert_eq!(answer.status().as_u16(), if tried < 3 { 401 } else { 429 });
    }
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bodies_and_filters_have_an_end_and_writes_wait_for_the_first_sync() {
    let rig = Rig::bare(Plan::of("okta")).await;
    rig.as_if_synced().await;
    rig.connect().await;
    let large = json!({"displayName": "x".repeat(1 << 20)});
    rig.send(Method::POST, "/Groups", &large).await.is(413);
    let filter = format!("/Users?filter=userName%20eq%20%22{}%22", "x".repeat(9000));
    assert_eq!(rig.get(&filter).await.is(400).body["scimType"], "invalidFilter");
    rig.send(Method::POST, "/Bulk", &json!({})).await.is(501);
    rig.get("/Me").await.is(501);
    rig.stop().await;

    let rig = Rig::bare(Plan::of("okta")).await;
    rig.tested().await;
    rig.connect().await;
    rig.get("/Users").await.is(200);
    let refused =
        rig.send(Method::POST, "/Users", &crate::rig::okta_user("ada@acme.example", "Ada", "L")).await.is(503);
    assert!(refused.body["detail"].as_str().unwrap().contains("Sync"), "{refused:?}");
    assert!(refused.retry_after.is_some());
    rig.stop().await;
}
