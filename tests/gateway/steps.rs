//! What a gateway knows of a job while it runs: its steps, with pictures of a test.

use idlcm::contract::{JobProgress, ProgressPhase, Watch};
use idlcm::gateway::store::{jobs, steps};
use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::rig::{ID, PASSWORD, Plan, Rig, checkout};

/// A test or a sync, to its end: its job as the management API tells it.
async fn done(rig: &Rig, step: &str) -> Value {
    let started = rig.manage(Method::POST, &format!("/{ID}/{step}"), &Value::Null).await;
    rig.until(step, |now| now["open_jobs"] == 0).await;
    told(rig, started["job"].as_str().unwrap()).await
}

async fn told(rig: &Rig, job: &str) -> Value {
    rig.manage(Method::GET, &format!("/{ID}/jobs/{job}"), &Value::Null).await
}

fn phases(job: &Value) -> Vec<String> {
    let mut phases: Vec<String> =
        job["steps"].as_array().unwrap().iter().map(|step| step["phase"].as_str().unwrap().to_owned()).collect();
    phases.dedup();
    phases
}

fn pictured(job: &Value) -> Vec<&Value> {
    job["steps"].as_array().unwrap().iter().filter(|step| step["picture"] == true).collect()
}

/// All that the database keeps of the steps of a job.
async fn kept(rig: &Rig, job: &str) -> Vec<String> {
    let mut db = rig.office.database.read().await.unwrap();
    let job: Uuid = job.parse().unwrap();
    let rows = steps::of(&mut db, job).await.unwrap();
    rows.iter().map(|row| serde_json::to_string(&row.told).unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_test_is_shown_step_by_step_with_pictures_and_without_a_secret() {
    let rig = Rig::bare(Plan::of("okta")).await;
    let job = done(&rig, "check").await;
    println!("{job:#}");
    assert_eq!(phases(&job), ["started", "session", "login", "logged_in", "reading", "ended"]);
    let steps = job["steps"].as_array().unwrap();
    for (place, step) in steps.iter().enumerate() {
        assert_eq!((&step["attempt"], &step["number"]), (&json!(1), &json!(place + 1)), "none was lost");
    }
    assert_eq!(job["result"]["outcome"], "succeeded");
    assert_eq!((&job["state"], &job["attempt"], &job["integration"]), (&json!("done"), &json!(1), &json!(ID)));
    assert!(job["result"]["worker"]["browser"].as_str().is_some_and(|browser| !browser.is_empty()), "{job:#}");

    // The login page, and the list.
    let pictures = pictured(&job);
    let of = |phase: &str| pictures.iter().any(|step| step["phase"] == phase);
    assert!(of("login") && of("reading"), "{job:#}");
    for step in &pictures {
        let path = format!("/{ID}/jobs/{}/pictures/1/{}", job["id"].as_str().unwrap(), step["number"]);
        let answer = rig.raw(&path, true).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "image/jpeg");
        assert_eq!(answer.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        let bytes = answer.bytes().await.unwrap();
        assert!(bytes.len() <= 200_000, "{}", bytes.len());
        let (width, height) = jpeg_size(&bytes).expect("a JPEG");
        assert!(width > 600 && height > 400, "{width} x {height}");
        assert_eq!(rig.raw(&path, false).await.status(), StatusCode::UNAUTHORIZED);
    }
    let path = format!("/{ID}/jobs/{}/pictures/1/1", job["id"].as_str().unwrap());
    assert_eq!(rig.raw(&path, true).await.status(), StatusCode::NOT_FOUND, "the beginning has no picture");

    let bodies = kept(&rig, job["id"].as_str().unwrap()).await;
    assert_eq!(bodies.len(), steps.len());
    for body in bodies.iter().chain([&job.to_string()]) {
        assert!(!body.contains(PASSWORD) && !body.contains("robin@"), "{body}");
    }

    // A newer test that passes makes the pictures of the older one needless, and not its words.
    let newer = done(&rig, "check").await;
    assert!(!pictured(&newer).is_empty());
    assert_eq!(phases(&newer)[..3], ["started", "session", "logged_in"], "the browser is still logged in");
    let older = told(&rig, job["id"].as_str().unwrap()).await;
    assert!(pictured(&older).is_empty());
    assert_eq!(older["steps"].as_array().unwrap().len(), steps.len());

    // Another integration's job is not this one's, and an unknown one is none.
    let unknown = Uuid::new_v4();
    let (status, body) = rig.managed(Method::GET, &format!("/{ID}/jobs/{unknown}"), &Value::Null).await;
    assert_eq!((status, &body["error"]), (StatusCode::NOT_FOUND, &json!(format!("there is no job {unknown}"))));
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_login_that_fails_is_shown_with_the_page_that_says_so() {
    let rig = Rig::bare(Plan { account: ("robin@boardly.example", "not-the-password"), ..Plan::of("okta") }).await;
    let job = done(&rig, "check").await;
    println!("{job:#}");
    assert_eq!((&job["outcome"], &job["error"]["kind"]), (&json!("failed"), &json!("bad_credentials")));
    assert_eq!(job["error"]["user_action"], job["result"]["error"]["user_action"]);
    assert!(job["error"]["user_action"].is_string(), "{job:#}");
    let steps = job["steps"].as_array().unwrap();
    let [.., shown, last] = &steps[..] else { panic!("{job:#}") };
    assert_eq!((&shown["phase"], &shown["picture"]), (&json!("login"), &json!(true)), "{job:#}");
    assert_eq!(
        (&last["phase"], &last["text"]),
        (&json!("ended"), &json!("The attempt ended: failed, bad credentials."))
    );
    assert!(!job.to_string().contains("not-the-password"));
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sync_is_told_page_by_page() {
    // 57 users in pages of 25.
    let rig = Rig::bare(Plan {
        app: ("ledgerly", "subdomain"),
        fixture: checkout("fixtures/ledgerly"),
        account: ("owner@ledgerly.example", "S3cure+pass/word=42%"),
        ..Plan::of("okta")
    })
    .await;
    rig.tested().await;
    let job = done(&rig, "sync").await;
    println!("{job:#}");
    let all = rig.app.state().users.len();
    let steps = job["steps"].as_array().unwrap();
    let pages: Vec<&Value> = steps.iter().filter(|step| step["page"].is_u64()).collect();
    let numbers = |name: &str| pages.iter().map(|step| step[name].as_u64().unwrap()).collect::<Vec<_>>();
    let (page, items) = (numbers("page"), numbers("items"));
    assert!(pages.len() >= 2, "the first and the last: {job:#}");
    assert_eq!((page[0], page[page.len() - 1]), (1, 3));
    assert!(page.is_sorted() && items.is_sorted() && items[0] < items[items.len() - 1], "{page:?} {items:?}");
    assert_eq!((*page.last().unwrap(), *items.last().unwrap()), (*numbers("pages").last().unwrap(), all as u64));
    assert!(numbers("pages").iter().all(|pages| pages == page.last().unwrap()), "known from the first on: {job:#}");
    assert!(numbers("total").iter().all(|total| *total == all as u64), "{job:#}");
    assert!(pictured(&job).is_empty(), "only tests have pictures");
    assert!(job["result"].get("items").is_none(), "{job:#}");
    assert_eq!(job["result"]["complete"], true, "{job:#}");
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_is_told_up_to_its_commit_and_its_proof() {
    let rig = Rig::start(Plan::of("okta")).await;
    let user = crate::rig::okta_user("grace@acme.example", "Grace", "Hopper");
    rig.send(Method::POST, "/Users", &user).await.is(201);
    rig.until("the job", |now| now["open_jobs"] == 0).await;
    let listed = rig.manage(Method::GET, &format!("/{ID}/jobs"), &Value::Null).await;
    let create = listed["jobs"].as_array().unwrap().iter().find(|job| job["action"] == "users.create").unwrap();
    let job = told(&rig, create["id"].as_str().unwrap()).await;
    println!("{job:#}");
    let phases = phases(&job);
    let place = |phase: &str| phases.iter().position(|one| one == phase).unwrap_or_else(|| panic!("{phase}: {job:#}"));
    assert!(place("reading") < place("steps") && place("steps") < place("commit"), "{phases:?}");
    assert!(place("commit") < place("outcome") && place("outcome") < place("verify"), "{phases:?}");
    assert_eq!(phases.last().map(String::as_str), Some("ended"));
    assert!(pictured(&job).is_empty());
    for body in kept(&rig, create["id"].as_str().unwrap()).await {
        assert!(!body.contains("race") && !body.contains("Hopper"), "somebody's data: {body}");
    }
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn steps_are_kept_once_only_of_known_jobs_and_not_for_ever() {
    let rig = Rig::bare(Plan::of("okta")).await;
    let id = ID.parse().unwrap();
    let mut job = idlcm::contract::Job::check(id);
    job.job_id = Uuid::new_v4();
    job.options.watch = Watch::Pictures;
    let mut step = JobProgress {
        schema: idlcm::contract::PROGRESS_SCHEMA.to_owned(),
        job_id: job.job_id,
        integration: job.integration.clone(),
        attempt: 1,
        number: 1,
        at: jiff::Timestamp::now(),
        phase: ProgressPhase::Login,
        text: "Logging in to Boardly.".to_owned(),
        page: None,
        pages: None,
        items: None,
        total: None,
        picture: Some("/9j/".to_owned()),
    };
    let mut writing = rig.office.database.write(&job.integration).await.unwrap();
    assert!(!steps::put(&mut writing, &step).await.unwrap(), "the job is not known");
    jobs::insert(&mut writing, &job, None, 0).await.unwrap();
    assert!(steps::put(&mut writing, &step).await.unwrap());
    assert!(!steps::put(&mut writing, &step).await.unwrap(), "the same again");
    step.number = 2;
    step.picture = Some("A".repeat(300_000));
    assert!(steps::put(&mut writing, &step).await.unwrap());
    let rows = steps::of(&mut writing, job.job_id).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.picture).collect::<Vec<_>>(), [true, false], "one is too large");
    assert_eq!(steps::picture(&mut writing, job.job_id, 1, 1).await.unwrap().as_deref(), Some("/9j/"));

    let days = |days: i64| jiff::Timestamp::now().as_millisecond() + days * 24 * 60 * 60 * 1000;
    steps::sweep(&mut writing, days(6)).await.unwrap();
    assert!(steps::picture(&mut writing, job.job_id, 1, 1).await.unwrap().is_some());
    steps::sweep(&mut writing, days(8)).await.unwrap();
    assert!(steps::picture(&mut writing, job.job_id, 1, 1).await.unwrap().is_none());
    assert_eq!(steps::of(&mut writing, job.job_id).await.unwrap().len(), 2);
    steps::sweep(&mut writing, days(31)).await.unwrap();
    assert_eq!(steps::of(&mut writing, job.job_id).await.unwrap().len(), 0);
    // A job that is taken back takes its steps along.
    steps::put(&mut writing, &step).await.unwrap();
    assert!(jobs::take_back(&mut writing, job.job_id).await.unwrap());
    assert_eq!(steps::of(&mut writing, job.job_id).await.unwrap().len(), 0);
    drop(writing);
    rig.stop().await;
}

/// Width and height of a JPEG, from its first frame header (ITU T.81, B.2.2).
fn jpeg_size(bytes: &[u8]) -> Option<(u16, u16)> {
    let mut at = 2;
    if bytes.get(..2)? != [0xff, 0xd8] || bytes.get(bytes.len() - 2..)? != [0xff, 0xd9] {
        return None;
    }
    loop {
        let head = bytes.get(at..at + 9)?;
        let word = |from: usize| u16::from_be_bytes([head[from], head[from + 1]]);
        match head[..2] {
            [0xff, 0xc0..=0xc2] => return Some((word(7), word(5))),
            [0xff, _] => at += 2 + usize::from(word(2)),
            _ => return None,
        }
    }
}
