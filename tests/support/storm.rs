//! An app in bad weather: 50 users on one page that sorts, redraws, empties and forgets by chance, shows changes at once and
//! takes back those that its server refuses. The server keeps the truth: the users, and every write that reached it.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};

pub const USERNAME: &str = "root@storm.example";
pub const PASSWORD: &str = "correct horse battery";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub email: String,
    pub name: String,
    pub role: String,
    pub status: String,
}

/// A write that reached the server.
#[derive(Debug, Clone)]
pub struct Write {
    pub at: Duration,
    /// Whom it is about.
    pub email: String,
    /// `create`, `edit` or `disable`.
    pub what: String,
    /// What it says besides.
    pub body: Value,
    pub accepted: bool,
    /// Whether a job that runs wishes just that.
    pub wished: bool,
}

/// What a job wishes of the app: at most one write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub what: &'static str,
    pub name: Option<String>,
    pub role: Option<String>,
}

#[derive(Debug)]
struct Inside {
    users: Vec<User>,
    journal: Vec<Write>,
    wishes: HashMap<String, Wish>,
    random: StdRng,
    began: Instant,
}

/// The app, served until the test ends.
#[derive(Debug, Clone)]
pub struct Storm {
    inside: Arc<Mutex<Inside>>,
    address: SocketAddr,
}

impl Storm {
    pub async fn serve(seed: u64) -> Self {
        let users = (0..50)
            .map(|at| User {
                email: email(at),
                name: format!("Person {at}"),
                role: ["viewer", "editor", "owner"][at % 3].to_owned(),
                status: "active".to_owned(),
            })
            .collect();
        let (journal, wishes) = (Vec::new(), HashMap::new());
        let inside = Inside { users, journal, wishes, random: StdRng::seed_from_u64(seed), began: Instant::now() };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let storm = Self { inside: Arc::new(Mutex::new(inside)), address: listener.local_addr().unwrap() };
        let app = Router::new()
            .route("/login", get(login_page).post(login))
            .route("/users", get(page))
            .route("/api/users", get(list).post(create))
            .route("/api/users/{email}/{what}", post(change))
            .with_state(storm.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        storm
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn users(&self) -> Vec<User> {
        self.lock().users.clone()
    }

    pub fn user(&self, email: &str) -> Option<User> {
        self.lock().users.iter().find(|user| user.email == email).cloned()
    }

    pub fn journal(&self) -> Vec<Write> {
        self.lock().journal.clone()
    }

    /// From now on a job wishes this of a user.
    pub fn wish(&self, email: &str, wish: Wish) {
        self.lock().wishes.insert(email.to_owned(), wish);
    }

    /// The job has ended.
    pub fn unwish(&self, email: &str) {
        self.lock().wishes.remove(email);
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap()
    }
}

/// The n-th user.
pub fn email(at: usize) -> String {
    format!("person{at}@storm.example")
}

impl Inside {
    /// Writes a write down. One in eight is refused, whatever it says.
    fn note(&mut self, email: &str, what: &str, body: &Value, sound: bool) -> bool {
        let said = |key: &str| body[key].as_str().map(str::to_owned);
        let wished = self.wishes.get(email).is_some_and(|wish| {
            wish.what == what
                && wish.name.as_ref().is_none_or(|name| said("name").as_ref() == Some(name))
                && wish.role.as_ref().is_none_or(|role| said("role").as_ref() == Some(role))
        });
        let accepted = sound && !self.random.random_ratio(1, 8);
        let at = self.began.elapsed();
        let (email, what, body) = (email.to_owned(), what.to_owned(), body.clone());
        self.journal.push(Write { at, email, what, body, accepted, wished });
        accepted
    }

    fn delay(&mut self) -> Duration {
        Duration::from_millis(self.random.random_range(5..500))
    }
}

fn logged_in(headers: &HeaderMap) -> bool {
    headers.get(header::COOKIE).and_then(|value| value.to_str().ok()).is_some_and(|cookies| cookies.contains("sid=1"))
}

async fn login_page() -> Html<String> {
    login_form("")
}

fn login_form(error: &str) -> Html<String> {
    Html(format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Sign in</title>{error}<form method=post action=/login>\
         <label>Email <input name=email></label><label>Password <input type=password name=password></label><button>Sign in</button></form>"
    ))
}

async fn login(body: Bytes) -> Response {
    let form: HashMap<String, String> = url::form_urlencoded::parse(&body).into_owned().collect();
    let is = |name: &str, value: &str| form.get(name).is_some_and(|given| given == value);
    if is("email", USERNAME) && is("password", PASSWORD) {
        return ([(header::SET_COOKIE, "sid=1; Path=/")], Redirect::to("/users")).into_response();
    }
    login_form("<p role=alert>Wrong password</p>").into_response()
}

async fn page(State(storm): State<Storm>, headers: HeaderMap) -> Response {
    if !logged_in(&headers) {
        return Redirect::to("/login").into_response();
    }
    let seed: i32 = storm.lock().random.random();
    Html(include_str!("../apps/storm/page.html").replace("SEED", &seed.to_string())).into_response()
}

async fn list(State(storm): State<Storm>) -> Response {
    let delay = storm.lock().delay();
    tokio::time::sleep(delay).await;
    let users: Vec<Value> = storm
        .users()
        .into_iter()
        .map(|User { email, name, role, status }| json!({"email": email, "name": name, "role": role, "status": status}))
        .collect();
    answer(&Value::from(users))
}

async fn create(State(storm): State<Storm>, body: Bytes) -> Response {
    let said: Value = serde_json::from_slice(&body).unwrap_or_default();
    let email = said["email"].as_str().unwrap_or_default().trim().to_lowercase();
    let delay = {
        let mut inside = storm.lock();
        let sound = email.contains('@') && inside.users.iter().all(|user| user.email != email);
        if !inside.note(&email, "create", &said, sound) {
            return refusal();
        }
        let name = said["name"].as_str().unwrap_or_default().to_owned();
        inside.users.push(User { email, name, role: "viewer".into(), status: "active".into() });
        inside.delay()
    };
    tokio::time::sleep(delay).await;
    answer(&json!({}))
}

async fn change(State(storm): State<Storm>, Path((email, what)): Path<(String, String)>, body: Bytes) -> Response {
    let said: Value = serde_json::from_slice(&body).unwrap_or_default();
    // The server takes its time before it decides, too.
    let delay = storm.lock().delay();
    tokio::time::sleep(delay / 2).await;
    {
        let mut inside = storm.lock();
        let there = inside.users.iter().position(|user| user.email == email);
        let accepted = inside.note(&email, &what, &said, there.is_some());
        let Some(at) = there.filter(|_| accepted) else { return refusal() };
        let user = &mut inside.users[at];
        if what == "disable" {
            "disabled".clone_into(&mut user.status);
        } else {
            said["name"].as_str().unwrap_or_default().clone_into(&mut user.name);
            said["role"].as_str().unwrap_or_default().clone_into(&mut user.role);
        }
    }
    tokio::time::sleep(delay / 2).await;
    answer(&json!({}))
}

fn answer(value: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

fn refusal() -> Response {
    (StatusCode::CONFLICT, "Refused by the server").into_response()
}
