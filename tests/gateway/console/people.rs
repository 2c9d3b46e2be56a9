//! Signing in, and what people may do with each other.

use idlcm::gateway::people::Role;
use idlcm::secrets::{Secret, one_time_code};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::visitor::{PASSWORD, Visitor, add, api};
use crate::rig::{ADMINISTRATOR, Plan, Rig};

async fn people(rig: &Rig) -> Vec<Value> {
    let told = api(rig, ADMINISTRATOR, Method::GET, "/people", &Value::Null).await.1;
    told["people"].as_array().unwrap().clone()
}

async fn log(rig: &Rig) -> Vec<String> {
    let told = api(rig, ADMINISTRATOR, Method::GET, "/people/activity", &Value::Null).await.1;
    let entry = |entry: &Value| {
        let text = |name: &str| entry[name].as_str().unwrap().to_owned();
        format!("{} {} {} {}", text("actor"), text("event"), text("target"), text("outcome"))
    };
    told["activity"].as_array().unwrap().iter().map(entry).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_passwords_make_the_next_try_wait_and_tell_nothing_about_who_there_is() {
    let rig = Rig::bare(Plan::of("generic")).await;
    let mut visitor = Visitor::stranger(&rig);
    visitor.get("/console/sign-in").await.has("Nobody can sign in yet");
    add(&rig, "ada@acme.example", Role::Admin).await;
    let mut told = Vec::new();
    for name in ["ada@acme.example", "nobody@acme.example"] {
        let mut pages = Vec::new();
        for _ in 0..5 {
            let page = visitor.sign_in(name, "a wrong password").await;
            pages.push((page.status, page.text.replace(name, "NAME")));
        }
        assert!(pages[..4].iter().all(|(status, _)| *status == StatusCode::UNAUTHORIZED), "{pages:?}");
        assert_eq!(pages[4].0, StatusCode::TOO_MANY_REQUESTS);
        told.push(pages.into_iter().take(4).collect::<Vec<_>>());
    }
    assert_eq!(told[0], told[1], "whether there is such a person can be told");
    // The right one waits, too, and is not looked at: nobody learns whether it was right.
    let page = visitor.sign_in("ada@acme.example", PASSWORD).await;
    page.has("oo many wrong tries");
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    let entries = log(&rig).await;
    assert!(entries.contains(&"ada@acme.example session.begin ada@acme.example refused".to_owned()), "{entries:?}");
    assert!(!entries.iter().any(|entry| entry.contains("nobody@")), "{entries:?}");
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_password_is_changed_before_anything_else_and_other_sessions_end() {
    let rig = Rig::bare(Plan::of("generic")).await;
    let owner = Visitor::new(&rig, "olivia", Role::Owner).await;
    let typed = [("name", "Grace@Acme.example"), ("display", "Grace"), ("role", "admin"), ("password", PASSWORD)];
    owner.post("/console/people", &typed).await.leads_to("/console/people?told=created");
    owner.post("/console/people", &typed).await.has("there is a person grace@acme.example already");
    let weak = [("name", "short@acme.example"), ("role", "viewer"), ("password", "short")];
    let page = owner.post("/console/people", &weak).await;
    page.has("fewer than 12 characters").has("short@acme.example");

    let mut grace = Visitor::stranger(&rig);
    grace.sign_in("grace@acme.example", PASSWORD).await.leads_to("/console");
    grace.get("/console").await.leads_to("/console/account");
    let (status, _) =
        api(&rig, &grace.cookie.clone().unwrap()["idlcm_session=".len()..], Method::GET, "/people", &Value::Null).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    let mut other = Visitor::stranger(&rig);
    other.sign_in("GRACE@acme.example", PASSWORD).await.leads_to("/console");
    let change = [("old", PASSWORD), ("new", "another four words here")];
    grace.post("/console/account/password", &change).await.leads_to("/console");
    grace.get("/console").await.has("Integrations");
    assert!(other.get("/console").await.place.unwrap().starts_with("/console/sign-in"));
    assert_eq!(other.sign_in("grace@acme.example", PASSWORD).await.status, StatusCode::UNAUTHORIZED);

    // Signed out is signed out, also for whoever kept the cookie.
    let kept = grace.clone();
    grace.post("/console/sign-out", &[]).await.leads_to("/console/sign-in");
    assert!(kept.get("/console").await.place.unwrap().starts_with("/console/sign-in"));
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_above_their_role_and_an_owner_is_always_left() {
    let rig = Rig::bare(Plan::of("generic")).await;
    let owner = Visitor::new(&rig, "olivia", Role::Owner).await;
    let superior = Visitor::new(&rig, "sam", Role::SuperAdmin).await;
    let viewer = Visitor::new(&rig, "vera", Role::Viewer).await;
    let id = |people: &[Value], name: &str| {
        people.iter().find(|one| one["name"] == name).unwrap()["id"].as_str().unwrap().to_owned()
    };
    let all = people(&rig).await;
    let page = |name: &str| format!("/console/people/{}", id(&all, name));

    superior.post(&page("olivia"), &[("do", "disable")]).await.has("does not manage one with the role owner");
    superior
        .post("/console/people", &[("name", "eve"), ("role", "owner"), ("password", PASSWORD)])
        .await
        .has("does not manage");
    superior
        .post(&page("vera"), &[("do", "save"), ("role", "super_admin"), ("display", "V")])
        .await
        .has("does not manage");
    owner.post(&page("olivia"), &[("do", "disable")]).await.has("nobody takes the own role away");
    let by_token = json!({"role": "viewer"});
    let (status, told) =
        api(&rig, ADMINISTRATOR, Method::PUT, &format!("/people/{}", id(&all, "olivia")), &by_token).await;
    assert_eq!((status, told["error"].as_str().unwrap().contains("last owner")), (StatusCode::CONFLICT, true));

    superior.post(&page("vera"), &[("do", "disable")]).await.leads_to(&format!("{}?told=disabled", page("vera")));
    assert!(viewer.get("/console").await.place.unwrap().starts_with("/console/sign-in"));
    assert_eq!(viewer.clone().sign_in("vera", PASSWORD).await.status, StatusCode::UNAUTHORIZED);
    superior.post(&page("vera"), &[("do", "enable")]).await.leads_to(&format!("{}?told=enabled", page("vera")));
    viewer.clone().sign_in("vera", PASSWORD).await.leads_to("/console");

    // Two who change one person: the second one sees it, and what it typed is still there.
    let seen = owner.get(&page("vera")).await.field("version").unwrap();
    let save =
        |display: &'static str| [("do", "save"), ("display", display), ("role", "admin"), ("version", seen.as_str())];
    superior.post(&page("vera"), &save("Vera V.")).await.leads_to(&format!("{}?told=changed", page("vera")));
    let second = owner.post(&page("vera"), &save("Vera the second")).await;
    second.has("somebody else has changed").has("Vera the second").has("Vera V.");
    assert_eq!(people(&rig).await.iter().find(|one| one["name"] == "vera").unwrap()["display"], "Vera V.");
    let told = api(&rig, ADMINISTRATOR, Method::GET, "/people/activity/verify", &Value::Null).await.1;
    assert_eq!(told["intact"], true, "{told}");
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_factor_is_asked_for_and_each_code_is_used_once() {
    let rig = Rig::bare(Plan::of("generic")).await;
    let visitor = Visitor::new(&rig, "ada", Role::Admin).await;
    let page = visitor.post("/console/account/second-factor", &[("do", "begin")]).await;
    let seed = page.field("seed").unwrap();
    assert_eq!(seed.len(), 32, "{seed}");
    visitor
        .post("/console/account/second-factor", &[("do", "on"), ("seed", &seed), ("code", "000000")])
        .await
        .has("the code is wrong");
    let step = || u64::try_from(jiff::Timestamp::now().as_second()).unwrap() / 30;
    let code = |step: u64| one_time_code(&Secret::new(seed.clone()), step).unwrap().expose().to_owned();
    let now = step();
    visitor
        .post("/console/account/second-factor", &[("do", "on"), ("seed", &seed), ("code", &code(now))])
        .await
        .leads_to("/console/account");

    let sign_in = async |code: Option<String>| {
        let mut typed = json!({"name": "ada", "password": PASSWORD});
        typed["code"] = code.into();
        api(&rig, "", Method::POST, "/session", &typed).await
    };
    assert_eq!(sign_in(None).await.1["kind"], "code");
    assert_eq!(sign_in(Some(code(now))).await.1["kind"], "code", "a code that was used is taken again");
    let (status, _) = sign_in(Some(code(now + 1))).await;
    assert_eq!(status, StatusCode::CREATED);
    assert_eq!(sign_in(Some(code(now + 1))).await.1["kind"], "code", "a code that was used is taken again");
    let shown = people(&rig).await;
    assert!(shown[0]["second_factor"] == true && !shown[0].to_string().contains(&seed), "{shown:?}");
    rig.stop().await;
}
