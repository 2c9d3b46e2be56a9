//! Who gets in: every page and every endpoint of the two tables, so that a new one cannot be forgotten.

use idlcm::gateway::console::{self, Access};
use idlcm::gateway::management::{self, Least};
use idlcm::gateway::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::visitor::{PASSWORD, Visitor, add, api, form};
use crate::rig::{ADMINISTRATOR, ID, Plan, Rig};

/// A path of a table with something in place of each of its names.
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{id}" if !path.starts_with("/people") && !path.starts_with("/drafts") => ID.to_owned(),
        "{kind}" | "{tab}" => "users".to_owned(),
        "{name}" => "console.css".to_owned(),
        "{app}" => "boardly".to_owned(),
        // What does no harm where it gets in.
        "{step}" if path.contains("/new/") || path.contains("settings") => "settings".to_owned(),
        "{step}" => "pause".to_owned(),
        "{attempt}" | "{number}" => "1".to_owned(),
        part if part.starts_with('{') => "01a22552-86c3-72b6-8122-5809d15120d6".to_owned(),
        part => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

fn page_of(path: &str) -> String {
    format!("/console{}", if path == "/" { String::new() } else { filled(path) })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_endpoint_opens_without_a_session_nor_below_its_role() {
    let rig = Rig::bare(Plan::of("generic")).await;
    let mut tokens = Vec::new();
    for role in Role::ALL {
        add(&rig, role.name(), role).await;
        tokens.push((role, token(&rig, role.name()).await));
    }
    let gone = add(&rig, "gone", Role::Owner).await;
    let of_gone = token(&rig, "gone").await;
    let disabled = json!({"active": false});
    let path = format!("/people/{}", gone["id"].as_str().unwrap());
    assert_eq!(api(&rig, ADMINISTRATOR, Method::PUT, &path, &disabled).await.0, StatusCode::OK);

    let routes = management::routes();
    assert!(routes.len() > 40, "{}", routes.len());
    for route in &routes {
        let (method, path) = (route.method.clone(), filled(route.path));
        let body = if method == Method::GET { Value::Null } else { json!({}) };
        let ask = async |token: &str| api(&rig, token, method.clone(), &path, &body).await.0;
        if route.least == Least::Anybody {
            assert!(
                ["/session", "/session/ways"].contains(&route.path) || route.path.starts_with("/session/provider"),
                "{path} is open to anybody"
            );
            continue;
        }
        for foreign in ["", "wrong", "idlcm-session.wrong", of_gone.as_str()] {
            assert_eq!(ask(foreign).await, StatusCode::UNAUTHORIZED, "{method} {path} with `{foreign}`");
        }
        let (Least::Role(needed) | Least::Confirmed(needed)) = route.least else { continue };
        for (role, token) in &tokens {
            if *role < needed {
                assert_eq!(ask(token).await, StatusCode::FORBIDDEN, "{method} {path} as {role:?}");
            }
        }
        // Reading does no harm: whoever may, is let in.
        if method == Method::GET {
            let status = tokens.iter().find(|(role, _)| *role == needed).map(|(_, token)| ask(token)).unwrap().await;
            assert!(
                !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN),
                "{path} as {needed:?}: {status}"
            );
        }
    }
    rig.log_is_intact().await;
    rig.stop().await;
}

async fn token(rig: &Rig, name: &str) -> String {
    let typed = json!({"name": name, "password": PASSWORD});
    let (status, told) = api(rig, "", Method::POST, "/session", &typed).await;
    assert_eq!(status, StatusCode::CREATED, "{told}");
    told["token"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_opens_without_a_session_below_its_role_or_with_a_foreign_form() {
    let rig = Rig::bare(Plan::of("generic")).await;
    let stranger = Visitor::stranger(&rig);
    let mut visitors = Vec::new();
    for role in Role::ALL {
        visitors.push((role, Visitor::new(&rig, role.name(), role).await));
    }
    let disabled = Visitor::new(&rig, "gone", Role::Owner).await;
    let people = api(&rig, ADMINISTRATOR, Method::GET, "/people", &Value::Null).await.1;
    let gone = people["people"].as_array().unwrap().iter().find(|one| one["name"] == "gone").unwrap();
    let path = format!("/people/{}", gone["id"].as_str().unwrap());
    api(&rig, ADMINISTRATOR, Method::PUT, &path, &json!({"active": false})).await;
    let owner = visitors.last().unwrap().1.clone();
    let foreign = visitors[0].1.token().await;

    let routes = console::routes();
    assert!(routes.len() > 30, "{}", routes.len());
    for route in &routes {
        let (method, path) = (route.method.clone(), page_of(route.path));
        if route.access == Access::Anybody {
            assert!(
                route.path.starts_with("/assets") || route.path.starts_with("/sign-in"),
                "{path} is open to anybody"
            );
            continue;
        }
        for visitor in [&stranger, &disabled] {
            let page = visitor.send(method.clone(), &path, &[("_token", foreign.as_str())]).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{method} {path}: {}", page.text);
            assert!(page.place.unwrap().starts_with("/console/sign-in"), "{path}");
        }
        if method == Method::POST {
            for token in ["", "wrong", foreign.as_str()] {
                let page = owner.send(Method::POST, &path, &[("_token", token)]).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{path} with `{token}`: {}", page.text);
            }
            let elsewhere = reqwest::Client::new().post(format!("{}{path}", rig.management()));
            let elsewhere =
                elsewhere.header("cookie", owner.cookie.clone().unwrap()).header("origin", "https://evil.example");
            let status = form(elsewhere, &[("_token", owner.token().await.as_str())]).send().await.unwrap().status();
            assert_eq!(status, StatusCode::FORBIDDEN, "{path} from elsewhere");
        }
        let Access::Role(needed) = route.access else { continue };
        for (role, visitor) in visitors.iter().filter(|(role, _)| *role < needed) {
            let page = match method {
                Method::GET => visitor.get(&path).await,
                _ => visitor.post(&path, &[]).await,
            };
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{method} {path} as {role:?}: {}", page.text);
        }
        if method == Method::GET {
            let visitor = &visitors.iter().find(|(role, _)| *role == needed).unwrap().1;
            let page = visitor.get(&path).await;
            assert!(
                matches!(page.status, StatusCode::OK | StatusCode::NOT_FOUND),
                "{path}: {} {}",
                page.status,
                page.text
            );
        }
    }
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_forbids_what_it_does_not_need_and_shows_no_token() {
    let rig = Rig::bare(Plan::of("generic")).await;
    rig.as_if_synced().await;
    rig.connect().await;
    let owner = Visitor::new(&rig, "olivia", Role::Owner).await;
    let session = owner.cookie.clone().unwrap().split_once('=').unwrap().1.to_owned();
    for route in console::routes().iter().filter(|route| route.method == Method::GET && route.path != "/live") {
        let path = page_of(route.path);
        let request = reqwest::Client::new().get(format!("{}{path}", rig.management()));
        let answer = request.header("cookie", owner.cookie.clone().unwrap()).send().await.unwrap();
        let policy = answer.headers().get("content-security-policy").unwrap().to_str().unwrap().to_owned();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-eval"), "{path}: {policy}");
        assert!(!policy.contains("script-src 'unsafe"), "{path}: {policy}");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff", "{path}");
        let text = answer.text().await.unwrap().replace("&#x2f;", "/");
        for secret in [ADMINISTRATOR, PASSWORD, session.as_str(), rig.token().as_str()] {
            assert!(!text.contains(secret), "{path} shows a secret");
        }
        // Nothing in a page runs or looks like anything by itself: it would be refused, and missed.
        for refused in ["style=\"", "onclick", "<style", "javascript:"] {
            assert!(!text.contains(refused), "{path} has {refused}");
        }
        assert!(!text.contains("<script>"), "{path}");
        for link in text.split("src=\"").skip(1).chain(text.split("action=\"").skip(1)) {
            assert!(link.starts_with("/console"), "{path} asks elsewhere: {}", &link[..link.len().min(60)]);
        }
    }
    rig.stop().await;
}
