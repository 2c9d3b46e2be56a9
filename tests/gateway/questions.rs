//! Jobs whose click was sent and whose effect nobody read back: a person is asked, and what follows is right in the app.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::rig::{Doubt, ID, Plan, Rig, okta_user};

/// The latest job about somebody.
async fn job(rig: &Rig, name: &str) -> Value {
    let jobs = rig.api(&format!("/jobs?q={}&count=1", name.replace('@', "%40"))).await;
    jobs["jobs"][0].clone()
}

async fn say(rig: &Rig, job: &Value, answer: &str) -> (StatusCode, Value) {
    let path = format!("/{ID}/jobs/{}/answer", job["id"].as_str().unwrap());
    rig.managed(Method::POST, &path, &json!({"answer": answer})).await
}

/// Makes a user whose creation ends uncertain; its job.
async fn doubtful(rig: &Rig, name: &str, doubt: Doubt) -> Value {
    rig.doubt(doubt);
    rig.send(Method::POST, "/Users", &okta_user(name, "Some", "Body")).await.is(500);
    rig.doubt(Doubt::None);
    let job = job(rig, name).await;
    assert_eq!((&job["outcome"], &job["subject"]), (&json!("uncertain"), &json!(name)), "{job}");
    assert_eq!(job["question"]["text"], format!("Was {name} created in Boardly? Look there."));
    job
}

/// How often the app made somebody of that name.
fn made(rig: &Rig, name: &str) -> usize {
    rig.accepted("users.create").iter().filter(|entry| entry.subject == name).count()
}

fn patch(operation: &Value) -> Value {
    json!({"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [operation]})
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_answers_and_nothing_is_done_twice_nor_left_undone() {
    let rig = Rig::start(Plan::of("okta")).await;
    let state = async |name: &str| {
        let found = rig.api(&format!("/integrations/{ID}/resources/users?q={}", name.replace('@', "%40"))).await;
        found["resources"][0]["state"].as_str().unwrap_or("none").to_owned()
    };

    // `not_done`, although the click took effect: the worker looks, and does not click.
    let ada = "ada@acme.example";
    let asked = doubtful(&rig, ada, Doubt::OfWhatIsDone).await;
    assert_eq!(made(&rig, ada), 1);
    let (status, said) = say(&rig, &asked, "not_done").await;
    assert_eq!(status, StatusCode::OK, "{said}");
    assert_ne!(said["job"], asked["id"]);
    rig.until("the second job", |now| now["open_jobs"] == 0).await;
    let second = job(&rig, ada).await;
    assert_eq!((&second["id"], &second["outcome"]), (&said["job"], &json!("unchanged")), "{second}");
    assert_eq!((made(&rig, ada), state(ada).await.as_str()), (1, "in_sync"));
    assert_eq!(rig.found(ada).await["active"], true);
    // Once answered is answered.
    let (status, said) = say(&rig, &asked, "done").await;
    assert_eq!((status, &said["kind"]), (StatusCode::CONFLICT, &json!("answered")), "{said}");
    assert!(said["error"].as_str().unwrap().starts_with("administrator answered `not_done` already, at 2"), "{said}");
    let told = rig.api(&format!("/integrations/{ID}/jobs/{}", asked["id"].as_str().unwrap())).await;
    assert_eq!((&told["question"], &told["answer"]["answer"]), (&Value::Null, &json!("not_done")), "{told}");

    // `not_done`, and it was not.
    let bob = "bob@acme.example";
    let asked = doubtful(&rig, bob, Doubt::OfWhatIsNotDone).await;
    assert_eq!(made(&rig, bob), 0);
    say(&rig, &asked, "not_done").await;
    rig.until("the second job", |now| now["open_jobs"] == 0).await;
    assert_eq!((made(&rig, bob), state(bob).await.as_str()), (1, "in_sync"));

    // `done`: nothing is sent, and it is known.
    let cyd = "cyd@acme.example";
    let asked = doubtful(&rig, cyd, Doubt::OfWhatIsDone).await;
    let before = rig.app.journal().len();
    let (status, said) = say(&rig, &asked, "done").await;
    assert_eq!((status, &said["counts_as_seen"]), (StatusCode::OK, &json!(true)), "{said}");
    assert_eq!(
        (job(&rig, cyd).await["id"].clone(), rig.integration().await["open_jobs"].clone()),
        (asked["id"].clone(), json!(0))
    );
    let id = rig.found(cyd).await["id"].as_str().unwrap().to_owned();
    assert_eq!(state(cyd).await, "in_sync");

    // The same of access that was taken, …
    rig.doubt(Doubt::OfWhatIsDone);
    let off = patch(&json!({"op": "replace", "value": {"active": false}}));
    rig.send(Method::PATCH, &format!("/Users/{id}"), &off).await.is(500);
    rig.doubt(Doubt::None);
    let asked = job(&rig, cyd).await;
    assert_eq!(asked["question"]["text"], format!("Was access taken from {cyd} in Boardly? Look there."));
    let clicks = rig.app.journal().len();
    say(&rig, &asked, "done").await;
    assert_eq!((rig.found(cyd).await["active"].clone(), state(cyd).await.as_str()), (json!(false), "in_sync"));
    assert_eq!(rig.field(cyd, "status"), "disabled");
    assert_eq!((rig.app.journal().len(), rig.integration().await["open_jobs"].clone()), (clicks, json!(0)), "{before}");

    // … of a change that is wished again, …
    let bobs = rig.found(bob).await["id"].as_str().unwrap().to_owned();
    rig.doubt(Doubt::OfWhatIsNotDone);
    let guest = patch(&json!({"op": "replace", "value": {"roles": [{"value": "guest"}]}}));
    rig.send(Method::PATCH, &format!("/Users/{bobs}"), &guest).await.is(500);
    rig.doubt(Doubt::None);
    assert_ne!(rig.field(bob, "roles"), json!(["guest"]));
    say(&rig, &job(&rig, bob).await, "not_done").await;
    rig.until("the change", |now| now["open_jobs"] == 0).await;
    assert_eq!((rig.field(bob, "roles"), state(bob).await.as_str()), (json!(["guest"]), "in_sync"));

    // … and of a group.
    let group = rig.group("Engineering").await;
    let members = async || rig.get(&format!("/Groups/{group}")).await;
    let add = patch(&json!({"op": "add", "path": "members", "value": [{"value": bobs}]}));
    rig.doubt(Doubt::OfWhatIsDone);
    rig.send(Method::PATCH, &format!("/Groups/{group}"), &add).await.is(500);
    rig.doubt(Doubt::None);
    assert!(!members().await.body["members"].to_string().contains(&bobs));
    let (_, said) = say(&rig, &job(&rig, bob).await, "done").await;
    assert_eq!(said["counts_as_seen"], true, "{said}");
    assert!(members().await.body["members"].to_string().contains(&bobs));
    assert_eq!(rig.integration().await["open_jobs"], 0);

    let log = rig.api("/activity?event=job.answer").await["activity"].clone();
    let said: Vec<&str> = log.as_array().unwrap().iter().rev().map(|one| one["outcome"].as_str().unwrap()).collect();
    assert_eq!(said, ["not_done", "not_done", "done", "done", "not_done", "done"]);
    rig.log_is_intact().await;
    // What is known is what is there.
    let synced = rig.synced().await;
    assert_eq!(synced["review"], Value::Null);
    let sync = &rig.api("/activity?event=sync&outcome=done&count=1").await["activity"][0]["detail"];
    assert_eq!((&sync["new"], &sync["gone"]), (&json!(0), &json!(0)), "{sync}");
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_not_looked_lets_a_sync_look_which_answers_what_it_sees() {
    let rig = Rig::start(Plan::of("okta")).await;
    let dan = doubtful(&rig, "dan@acme.example", Doubt::OfWhatIsDone).await;
    let eve = doubtful(&rig, "eve@acme.example", Doubt::OfWhatIsNotDone).await;
    let (status, said) = say(&rig, &dan, "look_again").await;
    assert_eq!(status, StatusCode::OK, "{said}");
    // One sync looks for both.
    let (_, other) = say(&rig, &eve, "look_again").await;
    assert_eq!(other["job"], said["job"]);
    rig.until("the sync", |now| now["open_jobs"] == 0).await;
    let now = job(&rig, "dan@acme.example").await;
    assert_eq!((&now["question"], &now["answer"]["answer"]), (&Value::Null, &json!("seen")), "{now}");
    let now = job(&rig, "eve@acme.example").await;
    assert_eq!((&now["question"]["answers"][0], &now["answer"]), (&json!("done"), &Value::Null), "{now}");
    assert_eq!(say(&rig, &dan, "done").await.0, StatusCode::CONFLICT);

    // The identity provider comes again: the question is answered by what is read then.
    rig.send(Method::POST, "/Users", &okta_user("eve@acme.example", "Eve", "B")).await.is(201);
    let again = job(&rig, "eve@acme.example").await;
    assert_ne!(again["id"], eve["id"]);
    let (status, said) = say(&rig, &eve, "not_done").await;
    assert_eq!((status, &said["kind"]), (StatusCode::CONFLICT, &json!("answered")), "{said}");
    assert_eq!(made(&rig, "eve@acme.example"), 1);
    // Nothing is asked about the others.
    assert_eq!(say(&rig, &again, "done").await.1["kind"], "not_asked");
    let nobodys = json!({"id": "5f0c2e1e-53bb-4f44-9a0e-6f1f6f4f5a10"});
    assert_eq!(say(&rig, &nobodys, "done").await.0, StatusCode::NOT_FOUND);
    assert!(say(&rig, &eve, "perhaps").await.0.is_client_error());
    rig.log_is_intact().await;
    rig.stop().await;
}
