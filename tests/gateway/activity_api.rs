//! The activity logs as one list, as a file, and whether they are whole.

use idlcm::contract::IntegrationId;
use idlcm::gateway::store::activity::{self, Log, Note};
use jiff::Timestamp;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::rig::{ID, Plan, Rig};

/// Entries in both logs, in turn; what is named begins like a formula now and then.
async fn fill(rig: &Rig, many: usize) {
    let id: IntegrationId = ID.parse().unwrap();
    let mut writing = rig.office.database.write(&id).await.unwrap();
    for number in 0..many {
        let target = ["=1+1", "+49", "-x", "@sum", "\tx", "a, \"b\"\nc"][number % 6];
        let actor = if number % 50 == 0 { "grace" } else { "ada" };
        let note = Note { actor, event: "person.change", target, outcome: "done", detail: json!({"n": number}) };
        if number % 2 == 0 {
            activity::note(&mut writing, Log::House, note).await.unwrap();
        } else {
            activity::note(&mut writing, &id, Note { event: "sync", ..note }).await.unwrap();
        }
    }
    writing.commit().await.unwrap();
}

async fn file(rig: &Rig, asked: &str) -> (String, String) {
    let answer = rig.to_api(Method::GET, &format!("/activity/export?{asked}")).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.content_length(), None, "in pieces");
    let header = answer.headers()["content-disposition"].to_str().unwrap().to_owned();
    (header, answer.text().await.unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_logs_are_one_list_one_file_and_followed_to_the_end() {
    let rig = Rig::bare(Plan::of("okta")).await;
    fill(&rig, 1300).await;
    let (mut entries, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = rig.api(&format!("/activity?count=97{cursor}")).await;
        entries.extend(page["activity"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => cursor = format!("&before={next}"),
            None => break,
        }
    }
    // That the integration was created is the first.
    assert_eq!(entries.len(), 1301);
    assert_eq!(entries[1300]["event"], "integration.create");
    for (log, last) in [("house", 650), ("integration", 651)] {
        let numbers: Vec<i64> =
            entries.iter().filter(|one| one["log"] == log).map(|one| one["number"].as_i64().unwrap()).collect();
        assert_eq!(numbers, (1..=last).rev().collect::<Vec<_>>(), "{log}");
    }
    let times: Vec<Timestamp> = entries.iter().map(|one| one["at"].as_str().unwrap().parse().unwrap()).collect();
    assert!(times.is_sorted_by(|one, other| one >= other));

    let count = async |asked: &str| {
        rig.api(&format!("/activity?count=1000&{asked}")).await["activity"].as_array().unwrap().len()
    };
    assert_eq!(count("actor=grace").await, 26);
    assert_eq!(count("log=house").await, 650);
    assert_eq!(count("integration=boardly").await, 651);
    assert_eq!(count("event=sync&outcome=done").await, 650);
    assert_eq!(count("until=2020-01-01T00:00:00Z").await, 0);
    assert_eq!(count("since=2020-01-01T00:00:00%2B01:00&actor=grace").await, 26);

    let (header, text) = file(&rig, "format=csv").await;
    assert!(header.starts_with("attachment; filename=\"activity-20") && header.ends_with(".csv\""), "{header}");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1301);
    for (row, entry) in rows.iter().zip(&entries) {
        assert_eq!((&row[9], &row[0]), (entry["hash"].as_str().unwrap(), entry["at"].as_str().unwrap()));
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t'])), "{row:?}");
    }
    assert!(text.contains(",'=1+1,") && text.contains(",'@sum,"), "guarded");
    let (_, lines) = file(&rig, "format=jsonl&actor=grace").await;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 26);
    assert_eq!(lines[0]["target"], entries.iter().find(|one| one["actor"] == "grace").unwrap()["target"]);

    let chains = rig.api("/activity/verify").await["chains"].clone();
    let whole = |whose: &str, name: &str, entries: i64| {
        let mut one = json!({"intact": true, "entries": entries, "broken_at": null});
        one[whose] = json!(name);
        one
    };
    assert_eq!(chains, json!([whole("house", "people", 650), whole("integration", ID, 651)]));
    let mut writing = rig.office.database.write_any().await.unwrap();
    sqlx::query("UPDATE house_activity SET actor = 'nobody' WHERE number = 20").execute(&mut *writing).await.unwrap();
    writing.commit().await.unwrap();
    let chains = rig.api("/activity/verify").await["chains"].clone();
    assert_eq!(chains[0], json!({"house": "people", "intact": false, "entries": 19, "broken_at": 20}));
    assert_eq!(chains[1]["intact"], true);
    for wrong in ["export?format=xml", "?since=yesterday", "?before=AAAA", "?log=cellar"] {
        let path = format!("/activity{}{wrong}", if wrong.starts_with('?') { "" } else { "/" });
        let (status, said) = rig.asked_of_api(Method::GET, &path, &Value::Null).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{wrong}: {said}");
    }
    rig.stop().await;
}
