//! Signing in through an identity provider: who gets in, who does not, and what is not believed.

use std::sync::Arc;

use idlcm::gateway::management::{self, Keys};
use idlcm::gateway::people::{Provider, Registration, Role};
use idlcm::gateway::store::Database;
use idlcm::gateway::{Apps, Office, Settings, console};
use idlcm::secrets::Secret;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use sqlx::Executor as _;
use tokio::net::TcpListener;

use super::idp::{CLIENT, Idp, SECRET};
use super::visitor::{PASSWORD, Page, Visitor, add, api};
use crate::rig::{ADMINISTRATOR, ID, Plan, Rig, checkout};

const SIGN_IN: &str = "/console/sign-in/provider";

fn settings(idp: &Idp) -> Settings {
    let provider = Provider::new(Registration {
        issuer: idp.url.clone(),
        client_id: CLIENT.to_owned(),
        secret: Some(Secret::new(SECRET)),
        name: Some("Acme ID".to_owned()),
        console_url: "https://idlcm.acme.example".to_owned(),
    });
    Settings { provider: Some(Arc::new(provider.unwrap())), ..Plan::of("generic").settings }
}

async fn house() -> (Rig, Idp) {
    let idp = Idp::start().await;
    let rig = Rig::bare(Plan { settings: settings(&idp), ..Plan::of("generic") }).await;
    (rig, idp)
}

/// A person without a password.
async fn person(rig: &Rig, name: &str, role: Role) -> Value {
    let (status, told) = api(rig, ADMINISTRATOR, Method::POST, "/people", &json!({"name": name, "role": role})).await;
    assert_eq!((status, told["signs_in_with"].as_str()), (StatusCode::CREATED, Some("identity_provider")), "{told}");
    told
}

/// A browser that is at the provider.
struct Away {
    url: String,
    cookie: String,
}

async fn away(visitor: &Visitor, path: &str) -> Away {
    let page = visitor.get(path).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    let cookie = page.cookies.iter().find(|cookie| cookie.starts_with("idlcm_provider=")).unwrap();
    Away { url: page.place.clone().unwrap(), cookie: cookie.clone() }
}

/// Comes back with what it kept, and with the session if it has one.
async fn back(visitor: &mut Visitor, kept: &str, path: &str) -> Page {
    let session = visitor.cookie.clone();
    visitor.cookie = Some(session.iter().map(String::as_str).chain([kept]).collect::<Vec<_>>().join("; "));
    let page = visitor.get(path).await;
    let new = page.cookies.iter().find(|cookie| cookie.starts_with("idlcm_session=")).cloned();
    visitor.cookie = new.or(session);
    page
}

/// There and back.
async fn trip(visitor: &mut Visitor, idp: &Idp, path: &str) -> Page {
    let away = away(visitor, path).await;
    let place = idp.visit(&away.url).await;
    back(visitor, &away.cookie, &place).await
}

async fn sign_in(rig: &Rig, idp: &Idp) -> (Visitor, Page) {
    let mut visitor = Visitor::stranger(rig);
    let page = trip(&mut visitor, idp, SIGN_IN).await;
    (visitor, page)
}

/// The house's log as text, the newest entry first.
async fn log(rig: &Rig) -> Vec<String> {
    let told = api(rig, ADMINISTRATOR, Method::GET, "/people/activity", &Value::Null).await.1;
    let line = |entry: &Value| {
        let text = |name: &str| entry[name].as_str().unwrap().to_owned();
        let reason = entry["detail"]["reason"].as_str().unwrap_or_default();
        format!("{} {} {} {reason}", text("actor"), text("event"), text("outcome")).trim().to_owned()
    };
    told["activity"].as_array().unwrap().iter().map(line).collect()
}

/// Nobody is let in, the page says why, and the log does.
async fn is_refused(rig: &Rig, (visitor, page): &(Visitor, Page), words: &str, entry: &str) {
    assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", page.text);
    page.has(words).has("Sign in with Acme ID").has("name=\"password\"");
    assert!(visitor.cookie.is_none(), "{:?}", visitor.cookie);
    assert_eq!(log(rig).await[0], entry);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_sign_in_binds_the_subject_and_later_ones_go_by_it_alone() {
    let (rig, idp) = house().await;
    person(&rig, "Ada@Acme.example", Role::Admin).await;
    Visitor::stranger(&rig).get("/console/sign-in").await.has("Sign in with Acme ID");
    idp.is("1", "ADA@acme.example");
    let (ada, page) = sign_in(&rig, &idp).await;
    page.leads_to("/console");
    ada.get("/console").await.has("Integrations").has("ada@acme.example");
    assert_eq!(log(&rig).await[..2], ["ada@acme.example session.begin done", "ada@acme.example person.bind done"]);

    // Married, and still Ada; she is led on to the page that she wished for.
    idp.is("1", "countess@acme.example");
    let mut again = Visitor::stranger(&rig);
    let page = trip(&mut again, &idp, &format!("{SIGN_IN}?next=/console/jobs")).await;
    page.leads_to("/console/jobs");
    again.get("/console").await.has("ada@acme.example");
    let page = trip(&mut Visitor::stranger(&rig), &idp, &format!("{SIGN_IN}?next=https://evil.example/")).await;
    page.leads_to("/console");
    // Her old address was given to somebody else.
    idp.is("2", "ada@acme.example");
    let other = sign_in(&rig, &idp).await;
    is_refused(&rig, &other, "nother account", "ada@acme.example session.begin refused bound_to_another").await;

    // Begun at one gateway, ended at another one.
    idp.is("1", "countess@acme.example");
    let visitor = Visitor::stranger(&rig);
    let begun = away(&visitor, SIGN_IN).await;
    let place = idp.visit(&begun.url).await;
    let database = Database::open(&rig.database()).await.unwrap();
    let office = Office::new(database, Apps::load(&checkout("recipes")).unwrap(), settings(&idp));
    let api = management::router(office.clone(), Keys::new(&Secret::new(ADMINISTRATOR), None));
    let router = api.clone().merge(console::router(api, office.clone()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let second = format!("http://{}", listener.local_addr().unwrap());
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let serving = axum::serve(listener, router).with_graceful_shutdown(async { drop(stopped.await) });
    let serving = tokio::spawn(async move { serving.await.unwrap() });
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let request = client.get(format!("{second}{place}")).header("cookie", begun.cookie);
    assert_eq!(request.send().await.unwrap().headers()["location"], "/console");
    drop((stop, client));
    serving.await.unwrap();
    office.database.close().await;
    idp.stop().await;
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_let_in_who_is_not_there_may_not_or_has_a_password() {
    let (rig, idp) = house().await;
    idp.is("1", "stranger@acme.example");
    let stranger = sign_in(&rig, &idp).await;
    is_refused(&rig, &stranger, "obody here has your e-mail", "(nobody) session.begin refused unknown").await;

    add(&rig, "pat@acme.example", Role::Owner).await;
    idp.is("2", "pat@acme.example");
    let pat = sign_in(&rig, &idp).await;
    is_refused(&rig, &pat, "with a password here", "pat@acme.example session.begin refused has_password").await;

    let gone = person(&rig, "gone@acme.example", Role::Admin).await;
    idp.is("3", "gone@acme.example");
    sign_in(&rig, &idp).await.1.leads_to("/console");
    let path = format!("/people/{}", gone["id"].as_str().unwrap());
    api(&rig, ADMINISTRATOR, Method::PUT, &path, &json!({"active": false})).await;
    let disabled = sign_in(&rig, &idp).await;
    is_refused(&rig, &disabled, "is disabled", "gone@acme.example session.begin refused disabled").await;

    person(&rig, "eve@acme.example", Role::Owner).await;
    for verified in [json!(false), Value::Null] {
        idp.is("4", "eve@acme.example");
        idp.claim("email_verified", verified);
        idp.desk.lock().unwrap().info = json!({"email": "eve@acme.example"});
        let eve = sign_in(&rig, &idp).await;
        is_refused(&rig, &eve, "is verified", "(nobody) session.begin refused email_not_verified").await;
    }
    // A letter that would be a `k` in lower case.
    person(&rig, "kim@acme.example", Role::Owner).await;
    idp.is("5", "\u{212a}im@acme.example");
    let eve = sign_in(&rig, &idp).await;
    is_refused(&rig, &eve, "obody here has your e-mail", "(nobody) session.begin refused unknown").await;

    // Some say it only at the userinfo endpoint.
    idp.set(&json!({"sub": "4", "email": "eve@acme.example"}));
    idp.desk.lock().unwrap().info = json!({"email": "eve@acme.example", "email_verified": true});
    sign_in(&rig, &idp).await.1.leads_to("/console");
    let people = api(&rig, ADMINISTRATOR, Method::GET, "/people", &Value::Null).await.1;
    assert_eq!(people["people"].as_array().unwrap().len(), 4, "{people}");
    let told = api(&rig, ADMINISTRATOR, Method::GET, "/people/activity", &Value::Null).await.1.to_string();
    assert!(!told.contains("stranger@"), "{told}");
    idp.stop().await;
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_way_back_is_gone_once_by_the_browser_that_went_there() {
    let (rig, idp) = house().await;
    person(&rig, "ada@acme.example", Role::Admin).await;
    idp.is("1", "ada@acme.example");
    let stale = |place: String, kept: &'static str| {
        let (rig, mut visitor) = (&rig, Visitor::stranger(&rig));
        async move {
            let page = back(&mut visitor, kept, &place).await;
            is_refused(rig, &(visitor, page), "in another browser", "(nobody) session.begin refused stale").await;
        }
    };
    // Of somebody who wants another one to be signed in as himself.
    let visitor = Visitor::stranger(&rig);
    for kept in ["", "idlcm_provider=", "idlcm_provider=of-another-browser"] {
        let begun = away(&visitor, SIGN_IN).await;
        stale(idp.visit(&begun.url).await, kept).await;
    }
    // Once more, also with another code.
    let mut visitor = Visitor::stranger(&rig);
    let begun = away(&visitor, SIGN_IN).await;
    let place = idp.visit(&begun.url).await;
    back(&mut visitor, &begun.cookie, &place).await.leads_to("/console");
    let kept: &'static str = Box::leak(begun.cookie.into_boxed_str());
    stale(place, kept).await;
    stale(idp.visit(&begun.url).await, kept).await;
    stale(format!("{SIGN_IN}/back?code=made-up&state=made-up"), kept).await;
    stale(format!("{SIGN_IN}/back"), kept).await;
    // Too late.
    let pool = sqlx::AnyPool::connect(&rig.database()).await.unwrap();
    let begun = away(&visitor, SIGN_IN).await;
    pool.execute("UPDATE round_trips SET created_at = created_at - 601000").await.unwrap();
    stale(idp.visit(&begun.url).await, Box::leak(begun.cookie.into_boxed_str())).await;
    // The provider says no.
    let begun = away(&Visitor::stranger(&rig), SIGN_IN).await;
    let state = begun.url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let mut visitor = Visitor::stranger(&rig);
    let page = back(&mut visitor, &begun.cookie, &format!("{SIGN_IN}/back?error=access_denied&state={state}")).await;
    is_refused(&rig, &(visitor, page), "access_denied", "(nobody) session.begin refused provider_refused").await;
    // Nothing of it is kept in the open, and old ones go.
    let kept: Vec<String> = sqlx::query_scalar("SELECT browser FROM round_trips").fetch_all(&pool).await.unwrap();
    assert!(kept.is_empty(), "{kept:?}");
    idp.stop().await;
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_not_for_this_sign_in_is_not_believed() {
    let (rig, idp) = house().await;
    person(&rig, "ada@acme.example", Role::Owner).await;
    let now = jiff::Timestamp::now().as_second();
    for (claim, value) in [
        ("nonce", json!("of-another-sign-in")),
        ("nonce", Value::Null),
        ("aud", json!("another-client")),
        ("aud", json!([CLIENT, "another-client"])),
        ("iss", json!("https://evil.example")),
        ("exp", json!(now - 1)),
    ] {
        idp.is("1", "ada@acme.example");
        idp.claim(claim, value);
        let ada = sign_in(&rig, &idp).await;
        is_refused(&rig, &ada, "not to be trusted", "(nobody) session.begin refused not_trusted").await;
    }
    idp.is("1", "ada@acme.example");
    idp.desk.lock().unwrap().signs = Some(7);
    let ada = sign_in(&rig, &idp).await;
    is_refused(&rig, &ada, "not to be trusted", "(nobody) session.begin refused not_trusted").await;
    for alg in ["none", "HS256", "RS256"] {
        idp.desk.lock().unwrap().signs = None;
        idp.desk.lock().unwrap().head = Some(json!({"alg": alg, "typ": "JWT"}));
        let (visitor, page) = sign_in(&rig, &idp).await;
        assert_eq!((page.status, visitor.cookie), (StatusCode::FORBIDDEN, None), "{alg}: {}", page.text);
    }
    // All that is needed is that nothing is wrong.
    idp.desk.lock().unwrap().head = None;
    sign_in(&rig, &idp).await.1.leads_to("/console");
    // Other keys, of which the gateway did not know.
    idp.desk.lock().unwrap().key = 1;
    sign_in(&rig, &idp).await.1.leads_to("/console");
    idp.desk.lock().unwrap().signs = Some(0);
    let ada = sign_in(&rig, &idp).await;
    is_refused(&rig, &ada, "not to be trusted", "(nobody) session.begin refused not_trusted").await;
    idp.stop().await;
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_provider_is_down_the_page_says_so_and_passwords_go_on() {
    let (rig, idp) = house().await;
    person(&rig, "ada@acme.example", Role::Admin).await;
    add(&rig, "pat", Role::Admin).await;
    idp.is("1", "ada@acme.example");
    idp.desk.lock().unwrap().down = true;
    let mut visitor = Visitor::stranger(&rig);
    let page = visitor.get(SIGN_IN).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    page.has("The identity provider cannot be reached").has("503").has("name=\"password\"");
    visitor.sign_in("pat", "a wrong password").await.has("Sign in with Acme ID");
    visitor.sign_in("pat", PASSWORD).await.leads_to("/console");
    idp.desk.lock().unwrap().down = false;
    sign_in(&rig, &idp).await.1.leads_to("/console");
    idp.stop().await;
    rig.stop().await;

    // A house without a provider.
    let rig = Rig::bare(Plan::of("generic")).await;
    let page = Visitor::stranger(&rig).get(SIGN_IN).await;
    page.has("--oidc-issuer");
    assert_eq!((page.status, page.text.contains("Sign in with")), (StatusCode::NOT_FOUND, false));
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_no_password_confirms_at_the_provider() {
    let (rig, idp) = house().await;
    rig.as_if_synced().await;
    person(&rig, "sam@acme.example", Role::SuperAdmin).await;
    person(&rig, "eve@acme.example", Role::SuperAdmin).await;
    idp.is("1", "sam@acme.example");
    // A provider that lets people in without asking: that is no confirmation.
    idp.claim("auth_time", Value::Null);
    let (mut sam, _) = sign_in(&rig, &idp).await;
    let tokens = format!("/console/integrations/{ID}/tokens");
    let asked = sam.post(&tokens, &[("expires_in", "90d")]).await;
    asked.has("Confirm that it is you").has("Go to Acme ID");
    assert!(!asked.text.contains("type=\"password\""), "{}", asked.text);
    let link = asked.text.split("href=\"").find(|link| link.starts_with(SIGN_IN)).unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&").replace("&#x2f;", "/");

    // Another site cannot make somebody do that.
    let foreign = reqwest::Client::new().get(format!("{}{link}", rig.management()));
    let foreign = foreign.header("cookie", sam.cookie.clone().unwrap()).header("sec-fetch-site", "cross-site");
    assert_eq!(foreign.send().await.unwrap().status(), StatusCode::FORBIDDEN);
    // The provider did not ask, or somebody else came back.
    let now = jiff::Timestamp::now().as_second();
    idp.claim("auth_time", json!(now - 3600));
    let page = trip(&mut sam, &idp, &link).await;
    page.has("did not ask you to sign in again");
    idp.is("2", "eve@acme.example");
    trip(&mut sam, &idp, &link).await.has("another account");
    sam.post(&tokens, &[("expires_in", "90d")]).await.has("Confirm that it is you");

    idp.is("1", "sam@acme.example");
    let page = trip(&mut sam, &idp, &link).await;
    page.leads_to(&format!("/console/account/confirmed?next=%2Fconsole%2Fintegrations%2F{ID}%2Fprovider"));
    let asked = idp.desk.lock().unwrap().asked.last().unwrap().clone();
    assert_eq!((asked["prompt"].as_str(), asked["max_age"].as_str()), ("login", "0"));
    sam.get(page.place.as_deref().unwrap()).await.has("do it once more").has("Go back");
    assert_eq!(log(&rig).await[0], "sam@acme.example session.confirm done");
    sam.post(&tokens, &[("expires_in", "90d")]).await.has("It is shown once");

    // Ten minutes later, at a provider that does not say when it asked.
    let pool = sqlx::AnyPool::connect(&rig.database()).await.unwrap();
    pool.execute("UPDATE sessions SET confirmed_at = confirmed_at - 600000").await.unwrap();
    sam.post(&tokens, &[]).await.has("Confirm that it is you");
    idp.claim("auth_time", Value::Null);
    trip(&mut sam, &idp, &link).await;
    sam.post(&tokens, &[]).await.has("It is shown once");
    // One with a password does not go there instead.
    let pat = Visitor::new(&rig, "pat", Role::SuperAdmin).await;
    pat.get(&link).await.has("with a password here");
    idp.stop().await;
    rig.stop().await;
}
