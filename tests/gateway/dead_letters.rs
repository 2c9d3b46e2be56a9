//! Dead letters of a queue inside the process, over the management API.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::rig::{Doubt, Plan, Rig, okta_user};

async fn settle(rig: &Rig, letter: &Value, deed: &str, body: Value) -> (StatusCode, Value) {
    let path = format!("/dead-letters/{}/{deed}", letter["id"].as_str().unwrap());
    rig.asked_of_api(Method::POST, &path, &body).await
}

async fn letters(rig: &Rig) -> Vec<Value> {
    rig.api("/dead-letters").await["dead_letters"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs_that_a_person_has_to_look_at_are_kept_sent_again_and_taken_away() {
    let rig = Rig::start(Plan::of("okta")).await;
    assert_eq!(letters(&rig).await, [Value::Null; 0]);
    for (name, doubt) in
        [("ada", Doubt::OfWhatIsNotDone), ("bob", Doubt::OfWhatIsDone), ("cyd", Doubt::OfWhatIsNotDone)]
    {
        rig.doubt(doubt);
        rig.send(Method::POST, "/Users", &okta_user(&format!("{name}@acme.example"), "A", "B")).await.is(500);
    }
    rig.doubt(Doubt::None);
    // A worker publishes it after the result.
    let mut results = rig.office.results();
    while letters(&rig).await.len() < 3 {
        tokio::time::timeout(crate::rig::DEADLINE, results.changed()).await.unwrap().unwrap();
    }
    let kept = letters(&rig).await;
    let subjects: Vec<&str> = kept.iter().map(|letter| letter["subject"].as_str().unwrap()).collect();
    assert_eq!(subjects, ["ada@acme.example", "bob@acme.example", "cyd@acme.example"]);
    let ada = &kept[0];
    assert_eq!(
        (&ada["reason"], &ada["action"], &ada["writes"]),
        (&json!("uncertain"), &json!("users.create"), &json!(true))
    );
    assert_eq!((&ada["integration"], &ada["job"]["user"]["email"]), (&json!("boardly"), &json!("ada@acme.example")));

    // What writes is sent again only when somebody says so.
    let (status, said) = settle(&rig, ada, "replay", Value::Null).await;
    assert_eq!((status, &said["kind"]), (StatusCode::CONFLICT, &json!("force")), "{said}");
    assert_eq!((letters(&rig).await.len(), rig.accepted("users.create").len()), (3, 1));
    for letter in &kept[..2] {
        results.borrow_and_update();
        let (status, said) = settle(&rig, letter, "replay", json!({"force": true})).await;
        assert_eq!((status, &said["job"]), (StatusCode::OK, &letter["job_id"]), "{said}");
        // Under its own id; what it brings about is known, and nothing is asked any more.
        let path = format!("/integrations/boardly/jobs/{}", letter["job_id"].as_str().unwrap());
        let waiting = async {
            while !["succeeded", "unchanged", "pending"].contains(&rig.api(&path).await["outcome"].as_str().unwrap()) {
                results.changed().await.unwrap();
            }
        };
        let waited = tokio::time::timeout(std::time::Duration::from_mins(1), waiting).await;
        assert!(waited.is_ok(), "{:#}\n{:#?}", rig.api(&path).await, letters(&rig).await);
        assert_eq!(rig.api(&path).await["question"], Value::Null);
    }
    let made: Vec<String> = rig.accepted("users.create").into_iter().map(|entry| entry.subject).collect();
    assert_eq!(made, ["bob@acme.example", "ada@acme.example"], "each once");
    for name in ["ada", "bob"] {
        assert_eq!(rig.found(&format!("{name}@acme.example")).await["active"], true, "{name}");
    }

    let left = letters(&rig).await;
    assert_eq!(left.len(), 1);
    assert_eq!(settle(&rig, &left[0], "purge", Value::Null).await.0, StatusCode::OK);
    assert_eq!(letters(&rig).await, [Value::Null; 0]);
    assert_eq!(settle(&rig, &left[0], "purge", Value::Null).await.0, StatusCode::NOT_FOUND);
    let log = rig.api("/activity?integration=boardly&count=1000").await["activity"].clone();
    let events: Vec<&str> = log.as_array().unwrap().iter().filter_map(|one| one["event"].as_str()).collect();
    let deeds: Vec<&&str> = events.iter().filter(|event| event.starts_with("dead_letter")).collect();
    assert_eq!(deeds, [&"dead_letter.purge", &"dead_letter.replay", &"dead_letter.replay"]);
    rig.log_is_intact().await;
    rig.stop().await;
}
