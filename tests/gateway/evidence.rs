//! The evidence of a job that failed, as a page over the management API.

use std::path::PathBuf;

use idlcm::fixture::Fault;
use idlcm::gateway::Settings;
use reqwest::{Method, StatusCode};
use serde_json::Value;

use crate::rig::{ID, Plan, Rig};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_failed_has_a_page_where_its_evidence_is_on_this_machine() {
    let folder = tempfile::tempdir().unwrap();
    let shared: PathBuf = folder.path().join("evidence");
    let settings = Settings { evidence: Some(shared.clone()), ..Plan::of("okta").settings };
    let rig = Rig::bare(Plan { settings, ..Plan::of("okta") }).await;
    rig.app.set_fault(Fault::Captcha);
    let job = rig.manage(Method::POST, &format!("/{ID}/check"), &Value::Null).await["job"].as_str().unwrap().to_owned();
    let path = format!("/integrations/{ID}/jobs/{job}/report");
    rig.until("the test", |now| now["open_jobs"] == 0).await;
    // Its worker's folder is another one.
    let (status, said) = rig.asked_of_api(Method::GET, &path, &Value::Null).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "{said}");
    assert!(said["error"].as_str().unwrap().contains("is kept by the worker"), "{said}");
    std::fs::rename(rig.folder.path().join("evidence"), &shared).unwrap();
    let answer = rig.to_api(Method::GET, &path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert!(header("content-type").starts_with("text/html"));
    assert!(header("content-security-policy").starts_with("sandbox; default-src 'none'"));
    let page = answer.text().await.unwrap();
    assert!(page.contains("<!doctype html>") || page.contains("<!DOCTYPE html>"), "{page:.200}");
    assert!(page.contains(&job), "the page is about the job");
    rig.stop().await;
}
