//! What pages say of what the management API knows.

use std::sync::{Arc, Mutex};

use idlcm::contract::{IntegrationId, JobProgress};
use idlcm::gateway::people::Role;
use idlcm::gateway::store::steps;
use reqwest::Method;
use serde_json::{Value, json};

use super::visitor::Visitor;
use crate::rig::{Doubt, ID, Plan, Rig, okta_user};
use crate::sync::finds;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_held_sync_shows_who_would_vanish_and_is_taken_in_or_dropped_by_a_person() {
    let named = |range: std::ops::Range<usize>| range.map(|n| format!("user-{n}@acme.example")).collect::<Vec<_>>();
    let users = Arc::new(Mutex::new(named(0..300)));
    let rig = Rig::bare(Plan { handler: Some(finds(users.clone())), ..Plan::of("okta") }).await;
    rig.as_if_synced().await;
    rig.synced().await;
    *users.lock().unwrap() = named(250..302);
    assert_eq!(rig.synced().await["state"], "needs_review");
    let admin = Visitor::new(&rig, "ada", Role::Admin).await;
    let viewer = Visitor::new(&rig, "vera", Role::Viewer).await;
    admin.get("/console").await.has("A sync waits for your word").has("250 of 300");
    let page = admin.get(&format!("/console/integrations/{ID}/sync")).await;
    page.has("250 would be taken out")
        .has("user-0@acme.example")
        .has("and 50 more")
        .has("2 would be added")
        .has("step/apply");
    let seen = viewer.get(&format!("/console/integrations/{ID}/sync")).await;
    assert!(seen.text.contains("250 would be taken out") && !seen.text.contains("step/apply"), "{}", seen.text);
    let sync = format!("/console/integrations/{ID}/sync");
    admin.post(&format!("/console/integrations/{ID}/step/discard"), &[]).await.leads_to(&sync);
    assert_eq!(rig.integration().await["counts"]["users"], 300);
    assert_eq!(rig.synced().await["state"], "needs_review");
    admin.post(&format!("/console/integrations/{ID}/step/apply"), &[]).await.leads_to(&sync);
    assert_eq!(rig.integration().await["counts"]["users"], 52);
    // At 52 users a page of 50 is not all.
    let second = admin.get(&format!("/console/integrations/{ID}/users?sort=-name&page=2")).await;
    second.has("Page 2 of 2").has("user-250@acme.example");
    admin
        .get(&format!("/console/integrations/{ID}/users?q=user-301"))
        .await
        .has("user-301@acme.example")
        .has("1 users");
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sync_that_is_under_way_tells_how_far_it_is() {
    let rig = Rig::bare(Plan::of("okta")).await;
    rig.as_if_synced().await;
    // Nobody takes the job meanwhile.
    rig.manage(Method::POST, &format!("/{ID}/pause"), &Value::Null).await;
    let job = rig.manage(Method::POST, &format!("/{ID}/sync"), &Value::Null).await["job"].clone();
    let id: IntegrationId = ID.parse().unwrap();
    let told: JobProgress = serde_json::from_value(json!({
        "schema": "idlcm.progress/1", "job_id": job, "integration": ID, "attempt": 1, "number": 3,
        "at": "2026-11-29T12:00:00Z", "phase": "reading", "text": "Reading view `users`.", "page": 3, "pages": 12,
        "items": 150, "total": 600,
    }))
    .unwrap();
    let mut writing = rig.office.database.write(&id).await.unwrap();
    assert!(steps::put(&mut writing, &told).await.unwrap());
    writing.commit().await.unwrap();
    let admin = Visitor::new(&rig, "ada", Role::Admin).await;
    let page = admin.get(&format!("/console/integrations/{ID}/sync")).await;
    page.has("Page 3 of 12, 150 of 600 so far").has("max=\"600\" value=\"150\"").has("sse-connect=\"/console/live\"");
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_uncertain_job_asks_a_person_and_its_report_stands_beside_it() {
    let rig = Rig::start(Plan::of("okta")).await;
    let admin = Visitor::new(&rig, "ada", Role::Admin).await;
    rig.doubt(Doubt::OfWhatIsDone);
    rig.send(Method::POST, "/Users", &okta_user("bob@acme.example", "Some", "Body")).await.is(500);
    rig.doubt(Doubt::None);
    let page = admin.get("/console/jobs?outcome=uncertain").await;
    page.has("Was bob@acme.example created in Boardly? Look there.");
    let job = rig.api("/jobs?outcome=uncertain&count=1").await["jobs"][0]["id"].as_str().unwrap().to_owned();
    let at = format!("/console/integrations/{ID}/jobs/{job}");
    admin.get(&at).await.has("A person has to look").has("No: do it again").has("Yes, it is so");
    let made = || rig.accepted("users.create").iter().filter(|entry| entry.subject == "bob@acme.example").count();
    assert_eq!(made(), 1);
    admin.post(&format!("{at}/answer"), &[("answer", "not_done")]).await.leads_to(&at);
    rig.until("the second job", |now| now["open_jobs"] == 0).await;
    assert_eq!(made(), 1, "it was done twice");
    admin.get(&at).await.has("ada answered");
    dead_letter(&rig, &admin).await;
    admin.post(&format!("{at}/answer"), &[("answer", "done")]).await.has("answered `not_done` already");
    rig.stop().await;
}

/// The job's dead letter is shown, and taken away by whoever may.
async fn dead_letter(rig: &Rig, admin: &Visitor) {
    // A worker publishes it after the result.
    let mut results = rig.office.results();
    let letter = loop {
        let letters = rig.api("/dead-letters").await["dead_letters"].clone();
        if let Some(id) = letters[0]["id"].as_str() {
            break id.to_owned();
        }
        tokio::time::timeout(crate::rig::DEADLINE, results.changed()).await.unwrap().unwrap();
    };
    let page = admin.get("/console/jobs").await;
    page.has("bob@acme.example").has("uncertain").has(&format!("/console/dead-letters/{letter}/replay"));
    let purge = format!("/console/dead-letters/{letter}/purge");
    assert_eq!(admin.post(&purge, &[]).await.status, reqwest::StatusCode::FORBIDDEN);
    let superior = Visitor::new(rig, "sam", Role::SuperAdmin).await;
    superior.post(&purge, &[]).await.leads_to("/console/jobs");
    superior.get("/console/jobs").await.has("There are none.");
}
