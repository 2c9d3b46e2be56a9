//! The jobs of all integrations in one list.

use std::collections::HashSet;
use std::sync::Arc;

use idlcm::contract::{Action, IntegrationId, Job, ResourceKind, Verb};
use idlcm::gateway::store::jobs;
use idlcm::gateway::store::resources::{self, Resource};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::lists::{allowed, slowest};
use crate::rig::{ID, Plan, Rig};
use crate::sync::finds;

/// Puts so many jobs that have ended into the table, of a thousand users, one each second up to a while ago; one in a thousand
/// ended uncertain.
async fn fill(rig: &Rig, many: usize) {
    let id: IntegrationId = ID.parse().unwrap();
    let mut writing = rig.office.database.write(&id).await.unwrap();
    let mut users = Vec::new();
    for number in 0..1000 {
        let name = format!("user-{number}@acme.example");
        let user = Resource::new(id.clone(), ResourceKind::Users, name.clone(), name);
        resources::insert(&mut writing, &user).await.unwrap();
        users.push(user.id);
    }
    for number in 0..many {
        let action = Action::On(ResourceKind::Users, if number % 10 == 0 { Verb::Create } else { Verb::Update });
        let job = Job { job_id: Uuid::now_v7(), action, ..Job::check(id.clone()) };
        jobs::insert(&mut writing, &job, Some(users[number % 1000]), 1).await.unwrap();
        let outcome = if number % 1000 == 7 { "uncertain" } else { "succeeded" };
        sqlx::query("UPDATE jobs SET state = 'done', outcome = $1, created_at = $2 WHERE id = $3")
            .bind(outcome)
            .bind(1_700_000_000_000 + i64::try_from(number).unwrap() / 3 * 1000)
            .bind(job.job_id.to_string())
            .execute(&mut *writing)
            .await
            .unwrap();
    }
    writing.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_jobs_are_listed_at_once() {
    let rig = Rig::bare(Plan::of("okta")).await;
    fill(&rig, 100_000).await;
    let middle = rig.api("/jobs?count=50&q=user-500%40").await["next"].as_str().unwrap().to_owned();
    let asked = [
        "",
        "count=100&integration=boardly",
        "state=open",
        "state=done&outcome=uncertain",
        "outcome=failed",
        "action=users.create&integration=boardly",
        "action=sync",
        "q=user-77%40",
        "q=nobody-of-that-name",
    ];
    let mut paths: Vec<String> = asked.iter().map(|asked| format!("/jobs?{asked}")).collect();
    paths.push(format!("/jobs?count=100&before={middle}"));
    let took = slowest(&rig, &paths).await;
    assert!(took < allowed(50) || rig.office.database.is_shared(), "{took:?}");
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_follow_each_other_whatever_is_added_and_filters_let_through_what_they_say() {
    let rig = Rig::bare(Plan { handler: Some(finds(Arc::default())), ..Plan::of("okta") }).await;
    fill(&rig, 2000).await;
    let (mut seen, mut order, mut cursor) = (HashSet::new(), Vec::new(), String::new());
    loop {
        let page = rig.api(&format!("/jobs?count=300{cursor}")).await;
        for job in page["jobs"].as_array().unwrap() {
            seen.insert(job["id"].to_string());
            order.push((job["created"].as_str().unwrap().to_owned(), job["id"].to_string()));
        }
        // A newer one is not on later pages.
        rig.manage(Method::POST, &format!("/{ID}/check"), &Value::Null).await;
        match page["next"].as_str() {
            Some(next) => cursor = format!("&before={next}"),
            None => break,
        }
    }
    assert_eq!((seen.len(), order.len()), (2000, 2000), "each once");
    assert!(order.is_sorted_by(|one, other| one > other));
    let count =
        async |asked: &str| rig.api(&format!("/jobs?count=1000&{asked}")).await["jobs"].as_array().unwrap().len();
    assert_eq!(count("action=users.create").await, 200);
    assert_eq!(count("outcome=uncertain&q=USER-7%40").await, 2);
    assert_eq!(count("q=user-7%40&integration=boardly&state=done").await, 2);
    assert_eq!(count("q=%25").await, 0);
    let one = &rig.api("/jobs?outcome=uncertain&count=1").await["jobs"][0];
    assert_eq!((&one["integration"], &one["subject"]), (&json!(ID), &json!("user-7@acme.example")), "{one}");
    assert_eq!(one["question"]["text"], "Was user-7@acme.example changed in Boardly as wished? Look there.", "{one}");
    assert_eq!(one["question"]["answers"], json!(["done", "not_done", "look_again"]));
    assert_eq!(count(&format!("q={}", one["id"].as_str().unwrap())).await, 1);
    for (wrong, status) in [("state=x", 400), ("before=x", 400), ("integration=nobody", 404)] {
        let (said, body) = rig.asked_of_api(Method::GET, &format!("/jobs?{wrong}"), &Value::Null).await;
        assert_eq!(said, StatusCode::from_u16(status).unwrap(), "{wrong}: {body}");
    }
    rig.stop().await;
}
