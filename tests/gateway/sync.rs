//! What a sync takes in, and what it holds back.

use std::path::{Path, PathBuf};

use idlcm::fixture::Fault;
use reqwest::Method;
use serde_json::Value;

use crate::rig::{ID, Plan, Rig, checkout};

/// The fixture app with so many users more.
fn crowded(folder: &Path, users: usize) -> PathBuf {
    let (from, to) = (checkout("fixtures/boardly"), folder.join("boardly"));
    copy(&from, &to);
    let text = std::fs::read_to_string(to.join("fixture.yaml")).unwrap();
    let place = text.find("      - {email: robin@boardly.example").unwrap();
    let more: String = (0..users)
        .map(|number| format!("      - {{email: user-{number}@acme.example, name: User {number}, roles: [member], joined: 2024-01-01}}\n"))
        .collect();
    let mut text = format!("{}{more}{}", &text[..place], &text[place..]);
    // Seats for all of them.
    text = text.replace("seats: {limit: ", "seats: {limit: 9");
    std::fs::write(to.join("fixture.yaml"), text).unwrap();
    to
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_thousand_users_three_hundred_vanish_and_nothing_is_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let fixture = crowded(folder.path(), 1000);
    let rig = Rig::start(Plan { fixture, ..Plan::of("okta") }).await;
    let all = rig.app.state().users.len();
    assert!(all > 1000);
    assert_eq!(rig.integration().await["counts"]["users"], all);
    let members = rig.get(&format!("/Groups/{}", rig.group("Engineering").await)).await.is(200);
    assert_eq!(members.body["members"].as_array().map(Vec::len), Some(in_group(&rig, "engineering")));

    rig.app.set_fault(Fault::Vanish(300));
    let held = rig.synced().await;
    assert_eq!(held["state"], "needs_review", "{held}");
    assert_eq!(held["counts"]["users"], all);
    assert!(!held["review"].is_null());
    // What is not complete is not taken in, whoever asks for it.
    let (status, refused) = rig.managed(Method::POST, &format!("/{ID}/apply"), &Value::Null).await;
    assert_eq!(status, 409, "{refused}");
    assert_eq!(rig.integration().await["counts"]["users"], all);
    let dropped = rig.manage(Method::POST, &format!("/{ID}/discard"), &Value::Null).await;
    assert_eq!(dropped, serde_json::json!({}));

    rig.app.clear_faults();
    let good = rig.synced().await;
    assert_eq!((&good["state"], &good["counts"]["users"]), (&"ready".into(), &all.into()), "{good}");
    rig.log_is_intact().await;
    rig.stop().await;
}

fn in_group(rig: &Rig, group: &str) -> usize {
    let users = serde_json::to_value(&rig.app.state().users).unwrap();
    let users = users.as_array().unwrap();
    users
        .iter()
        .filter(|user| user["fields"]["groups"].as_array().is_some_and(|groups| groups.iter().any(|one| one == group)))
        .count()
}
