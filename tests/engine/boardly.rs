//! Boardly: keys that change, and who else has the new one. What happened is read from the app's own state and journal.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;

use idlcm::contract::{Effect, ErrorKind, Item, Job, JobResult, Outcome, ResourceKind};
use serde_json::{Value, json};

use crate::app::{App, Cut, DONE, codes, ended, job, user};

const HANA: &str = "hana.novak@acme.example";
const KOFI: &str = "kofi.mensah@acme.example";
const NEW: &str = "new.address@acme.example";

const SAME: (Outcome, Effect) = (Outcome::Unchanged, Effect::None);
const REFUSED: (Outcome, Effect) = (Outcome::Failed, Effect::None);

/// The recipe as it is.
fn plain(recipe: &str) -> String {
    recipe.to_owned()
}

/// Who has one address gets another one.
fn moved(from: &str, to: &str) -> Job {
    let mut wish = user(to, &json!({}));
    wish["match"] = from.into();
    job("users.update", &wish)
}

fn renamed(from: &str, to: &str) -> Job {
    job("groups.update", &json!({"group": {"name": to}, "match": from}))
}

fn kind(result: &JobResult) -> ErrorKind {
    result.error.as_ref().unwrap().kind
}

/// The entries of a sync's list, by key.
fn listed(app: &App, kind: ResourceKind, key: &str) -> BTreeMap<String, Item> {
    let of_kind = app.messages.iter().filter(|message| message.resource == Some(kind));
    let items = of_kind.flat_map(|message| message.items.iter().flatten().cloned());
    items.map(|item| (item[key].as_str().unwrap().to_owned(), item)).collect()
}

/// All users, as the app has them.
fn users(app: &App) -> Vec<Value> {
    app.running.state().users.iter().map(|user| serde_json::to_value(user).unwrap()).collect()
}

/// What the groups are called.
fn groups(app: &App) -> Vec<String> {
    let all = app.running.state().groups;
    all.iter().map(|group| group.fields["label"].as_str().unwrap().to_owned()).collect()
}

/// Somebody else who sends a request to the app, logged in with a session of their own.
fn somebody(app: &App, path: String, body: Value) -> Pin<Box<dyn Future<Output = ()>>> {
    let url = app.running.url();
    Box::pin(async move {
        let client = reqwest::Client::new();
        let account = json!({"email": "robin@boardly.example", "password": "Kanban!board&2026"});
        let login = client.post(format!("{url}/api/session")).json(&account).send().await.unwrap();
        let cookie = login.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        let request = client.patch(format!("{url}/api/w/acme/{path}")).header("cookie", cookie).json(&body);
        let status = request.send().await.unwrap().status();
        assert!(status.is_success(), "{status}");
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_somebody_else_has_is_refused_before_anything_is_written() {
    let mut app = App::boardly(plain).await;
    let before = (users(&app), groups(&app));
    let taken = app.run(&moved(HANA, KOFI)).await;
    assert_eq!((ended(&taken), kind(&taken)), (REFUSED, ErrorKind::AlreadyExists), "{:?}", taken.error);
    assert!(taken.error.as_ref().unwrap().message.contains(KOFI), "{:?}", taken.error);
    // What is told of the subject is told of the one that is meant.
    assert_eq!(taken.subject.as_ref().unwrap().key, HANA);
    let group = app.run(&renamed("Engineering", "Design")).await;
    assert_eq!((ended(&group), kind(&group)), (REFUSED, ErrorKind::AlreadyExists), "{:?}", group.error);
    assert_eq!(group.subject.as_ref().unwrap().key, "Engineering");
    // The same for a plan.
    let mut plan = moved(HANA, KOFI);
    plan.mode = idlcm::contract::Mode::Plan;
    assert_eq!(kind(&app.run(&plan).await), ErrorKind::AlreadyExists);
    assert_eq!((users(&app), groups(&app), app.changes()), (before.0, before.1, vec![]));

    // The own address in other letters is no other one.
    assert_eq!(ended(&app.run(&moved(HANA, "Hana.Novak@ACME.example")).await), SAME);
    // A new one is nobody's.
    let free = app.run(&moved(HANA, NEW)).await;
    assert_eq!(ended(&free), DONE, "{:?}", free.error);
    assert_eq!((app.field(NEW, "name"), app.field(HANA, "name")), ("Hana Novak".into(), Value::Null));
    let group = app.run(&renamed("Engineering", "engineering & more")).await;
    assert_eq!(ended(&group), DONE, "{:?}", group.error);
    assert!(groups(&app).contains(&"engineering & more".to_owned()));
    assert_eq!(app.changes().len(), 2);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_somebody_else_gets_meanwhile_is_not_taken_for_the_subjects() {
    let mut app = App::boardly(plain).await;
    let kofi = app.running.state().user(KOFI).unwrap().id;
    app.rival = Some(somebody(&app, format!("members/{kofi}"), json!({"email": NEW, "roles": ["member"]})));
    let taken = app.run(&moved(HANA, NEW)).await;
    assert_eq!((ended(&taken), kind(&taken)), (REFUSED, ErrorKind::AlreadyExists), "{:?}", taken.error);
    assert_eq!(taken.subject.as_ref().unwrap().key, HANA);
    assert_eq!((app.field(NEW, "name"), app.field(HANA, "name")), ("Kofi Mensah".into(), "Hana Novak".into()));

    app.rival = Some(somebody(&app, "groups/design".to_owned(), json!({"name": "Sales"})));
    let taken = app.run(&renamed("Engineering", "Sales")).await;
    assert_eq!((ended(&taken), kind(&taken)), (REFUSED, ErrorKind::AlreadyExists), "{:?}", taken.error);
    assert!(groups(&app).contains(&"Engineering".to_owned()));
    let refused = |action: &str, subject: &str| (action.to_owned(), subject.to_owned(), false);
    assert_eq!(app.changes()[1], refused("users.update", HANA));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_that_says_nothing_of_a_key_that_is_taken_does_not_make_a_success_of_it() {
    // A recipe that knows none of the app's refusals.
    let deaf = |recipe: &str| {
        let told = recipe
            .lines()
            .filter(|line| !line.contains("role: alert, within: form.box") && !line.contains("already a member"));
        let recipe = told.collect::<Vec<_>>().join("\n");
        let recipe = recipe.replace("settings: {", "settings: {timeouts: {step: 6s}, ");
        recipe.replace(
            "goal: {exists: true, match: [email,",
            "verify: {deadline: 3s}\n    goal: {exists: true, match: [email,",
        )
    };
    let mut app = App::boardly(deaf).await;
    let kofi = app.running.state().user(KOFI).unwrap().id;
    app.rival = Some(somebody(&app, format!("members/{kofi}"), json!({"email": NEW, "roles": ["member"]})));
    let blind = app.run(&moved(HANA, NEW)).await;
    assert_eq!(ended(&blind), (Outcome::Failed, Effect::Uncertain), "{:?}", blind.error);
    assert_eq!(kind(&blind), ErrorKind::PostconditionFailed);
    assert!(blind.error.as_ref().unwrap().message.contains(HANA), "{:?}", blind.error);
    assert_eq!(app.field(HANA, "name"), "Hana Novak");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_the_key_that_was_cut_off_is_gone_on_with_under_the_new_one() {
    let mut app = App::boardly(plain).await;
    let grant = |from: &str, to: &str| {
        let mut job = moved(from, to);
        job.grants = serde_json::from_value(json!({"groups": {"add": ["Design"]}})).unwrap();
        job
    };
    // What else is wished is written to who has the new key.
    let both = app.run(&grant(KOFI, "kofi@acme.example")).await;
    assert_eq!(ended(&both), DONE, "{:?}", both.error);
    assert_eq!(app.field("kofi@acme.example", "groups"), json!(["design"]));

    let change = grant(HANA, NEW);
    assert!(app.attempt(&change, Cut::DieAfterCommit(0)).await.is_none());
    let second = app.run(&change).await;
    assert_eq!(ended(&second), DONE, "{:?} {:?}", second.error, codes(&second));
    assert_eq!((app.field(NEW, "name"), app.field(NEW, "groups")), ("Hana Novak".into(), json!(["design"])));
    assert_eq!(app.changes().len(), 4);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_beside_match_is_not_the_subject_of_what_does_not_write_it() {
    let mut app = App::boardly(plain).await;
    let by_match = |action: &str, user: &str| {
        let mut wish = json!({"user": {"email": user}});
        wish["match"] = HANA.into();
        job(action, &wish)
    };
    let mut recipe = (*app.entry.recipe).clone();
    for action in recipe.actions.values_mut() {
        if let idlcm::recipe::ActionKind::Write(write) = &mut action.kind {
            write.verify_deadline = idlcm::contract::Duration::from_secs(3);
        }
    }
    app.entry.recipe = std::sync::Arc::new(recipe);
    // Nobody has that address: not to find it says nothing of who is meant.
    app.running.set_fault(idlcm::fixture::Fault::Lie(1));
    let removed = app.run(&by_match("users.delete", NEW)).await;
    assert_eq!(removed.outcome, Outcome::Failed, "{:?}", removed.error);
    assert_eq!(app.field(HANA, "status"), "active");
    let disabled = app.run(&by_match("users.disable", KOFI)).await;
    assert_eq!(ended(&disabled), DONE, "{:?}", disabled.error);
    assert_eq!((app.field(HANA, "status"), app.field(KOFI, "status")), ("disabled".into(), "active".into()));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_brings_who_is_in_which_group_where_it_is_asked_for() {
    let mut app = App::boardly(plain).await;
    let sync = |fields: Value| job("sync", &json!({"options": {"fields": fields}}));
    let done = app.run(&sync(json!(["groups", "cost_center"]))).await;
    assert_eq!(ended(&done), (Outcome::Succeeded, Effect::None), "{:?}", done.error);
    let state = app.running.state();
    let called = |id: &Value| {
        let group = state.groups.iter().find(|group| id == &group.key);
        group.unwrap().fields["label"].clone()
    };
    let items = listed(&app, ResourceKind::Users, "email");
    assert_eq!(items.len(), state.users.len());
    for user in &state.users {
        let item = &items[&user.key];
        let wanted = user.fields.get("groups").and_then(Value::as_array).into_iter().flatten().map(called);
        let wanted: BTreeSet<String> = wanted.map(|name| name.as_str().unwrap().to_owned()).collect();
        let groups = item["groups"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned());
        assert_eq!(groups.collect::<BTreeSet<_>>(), wanted, "{}", user.key);
        // What the list shows is there all the same.
        let text = |name: &str| user.fields.get(name).and_then(Value::as_str).unwrap_or_default();
        let shown = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default();
        assert_eq!((shown("name"), shown("cost_center")), (text("name"), text("cost_center")));
        assert_eq!(item["roles"].as_array().unwrap().len(), user.fields["roles"].as_array().unwrap().len());
        assert!(item.contains_key("status"));
    }
    let groups = listed(&app, ResourceKind::Groups, "name");
    let designers = state.users.iter().filter(|user| user.holds("groups", "design")).count();
    assert_eq!(groups["Design"]["members"], json!(designers));
    let complete = |kind| app.messages.iter().rfind(|message| message.resource == Some(kind)).unwrap().complete;
    assert_eq!([ResourceKind::Users, ResourceKind::Groups].map(complete), [Some(true); 2]);

    // Not asked for, no page of a group is opened for it.
    let pages = |app: &App| app.written.matches("view `group_members`").count();
    let opened = pages(&app);
    app.run(&sync(json!([]))).await;
    assert!(listed(&app, ResourceKind::Users, "email").values().all(|item| !item.contains_key("groups")));
    assert!(opened > pages(&app), "{opened}");
    let wrong = app.run(&sync(json!(["grups"]))).await;
    assert_eq!((ended(&wrong), kind(&wrong)), (REFUSED, ErrorKind::InvalidAttribute));
    assert!(wrong.error.unwrap().message.contains("did you mean `groups`?"));
    assert!(app.asked == 0, "what can be known without a browser is refused without one");
    app.stop().await;
}
