//! An app that was taken over, or written by somebody evil, and a stranger's server beside it that writes down all it gets.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};

/// The password of the service account.
pub const PASSWORD: &str = "S3cure+pass/word=42%";

/// Whom the jobs create.
pub const EVE: &str = "eve@corp.example";

/// What a server was asked for: method, address, headers and body.
pub type Asked = Vec<(Method, String, String)>;

/// The app's pages: what is put into them, `STRANGER` for the other server.
#[derive(Debug, Clone, Default)]
pub struct Attack {
    /// The whole login page, if another than the usual one.
    pub login: Option<&'static str>,
    /// What the login page has besides.
    pub beside: &'static str,
    /// Where the login form leads, with which status.
    pub lands: Option<(u16, &'static str)>,
    /// Where `GET /login` leads.
    pub moved: Option<&'static str>,
    /// The form of a new user.
    pub create: Option<&'static str>,
}

pub struct Attacker {
    pub url: String,
    pub stranger: String,
    asked: Arc<Mutex<Asked>>,
    users: Arc<Mutex<Vec<String>>>,
    logins: Arc<Mutex<usize>>,
    tasks: tokio::task::JoinSet<()>,
}

#[derive(Clone)]
struct Pages {
    attack: Attack,
    stranger: String,
    users: Arc<Mutex<Vec<String>>>,
    logins: Arc<Mutex<usize>>,
}

/// The login form as the recipe knows it; `FORM` and `BUTTON` are attributes.
pub const LOGIN: &str = "<form method=post FORM><label>Name <input name=n></label> <label>Password <input name=p type=password></label> <button BUTTON>Sign in</button></form>";

/// The form of a new user.
pub const CREATE: &str =
    "<form method=post action=/users FORM><label>Email <input name=email></label> <button>Save</button></form>";

fn page(title: &str, body: &str) -> Response {
    Html(format!("<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title><h1>{title}</h1>{body}"))
        .into_response()
}

fn leads(status: u16, to: &str) -> Response {
    (StatusCode::from_u16(status).unwrap(), [(header::LOCATION, to.to_owned())]).into_response()
}

async fn app(State(pages): State<Pages>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let Pages { attack, stranger, users, logins } = pages;
    let evil = |text: &str| text.replace("STRANGER", &stranger);
    let signed_in = headers.get(header::COOKIE).is_some_and(|cookie| cookie.as_bytes().starts_with(b"in=1"));
    match (method.as_str(), uri.path()) {
        ("GET", "/login") => {
            if let Some(to) = attack.moved {
                return leads(302, &evil(to));
            }
            let form = attack.login.unwrap_or(LOGIN).replace("FORM", "").replace("BUTTON", "");
            page("Sign in", &evil(&format!("{form}{}", attack.beside)))
        }
        ("GET", "/form") => {
            let form = LOGIN.replace("FORM", "action=/login").replace("BUTTON", "");
            page("Sign in", &evil(&format!("{form}{}", attack.beside)))
        }
        ("POST", "/login") => {
            if fields(&body).get("p").map(String::as_str) != Some(PASSWORD) {
                return page("Sign in", &LOGIN.replace("FORM", "").replace("BUTTON", ""));
            }
            *logins.lock().unwrap() += 1;
            let (status, to) = attack.lands.unwrap_or((303, "/users"));
            let mut answer = leads(status, &evil(to));
            answer.headers_mut().insert(header::SET_COOKIE, "in=1; Path=/".parse().unwrap());
            answer
        }
        ("GET", "/users") if signed_in => {
            let rows: String = users
                .lock()
                .unwrap()
                .iter()
                .map(|user| format!("<tr><td>{user}</td></tr>"))
                .collect::<Vec<_>>()
                .concat();
            page("Users", &format!("<a href=/users/new>New user</a><table><tr><th>Email</th></tr>{rows}</table>"))
        }
        ("GET", "/users/new") if signed_in => {
            page("New user", &evil(&attack.create.unwrap_or(CREATE).replace("FORM", "")))
        }
        ("POST", "/users") if signed_in => {
            users.lock().unwrap().extend(fields(&body).remove("email"));
            leads(303, "/users")
        }
        ("GET", _) => leads(303, "/login"),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The fields of a form.
fn fields(body: &[u8]) -> BTreeMap<String, String> {
    url::form_urlencoded::parse(body).into_owned().collect()
}

/// Answers everything with a look-alike of the login, and writes down what it was asked.
async fn stranger(
    State(asked): State<Arc<Mutex<Asked>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let told = format!("{uri} {headers:?} {}", String::from_utf8_lossy(&body));
    asked.lock().unwrap().push((method, uri.path().to_owned(), told));
    page("Sign in", &LOGIN.replace("FORM", "action=/steal").replace("BUTTON", ""))
}

impl Attacker {
    pub async fn start(attack: Attack) -> Self {
        let mut tasks = tokio::task::JoinSet::new();
        let listen = async || {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let url = format!("http://{}", listener.local_addr().unwrap());
            (listener, url)
        };
        let ((its, stranger_url), (own, url)) = (listen().await, listen().await);
        let users = Arc::new(Mutex::new(vec!["ann@corp.example".to_owned()]));
        let (asked, logins) = (Arc::default(), Arc::default());
        let there = Router::new().fallback(stranger).with_state(Arc::clone(&asked));
        tasks.spawn(async move { axum::serve(its, there).await.unwrap() });
        let pages =
            Pages { attack, stranger: stranger_url.clone(), users: Arc::clone(&users), logins: Arc::clone(&logins) };
        let here = Router::new().fallback(app).with_state(pages);
        tasks.spawn(async move { axum::serve(own, here).await.unwrap() });
        Self { url, stranger: stranger_url, asked, users, logins, tasks }
    }

    /// What the stranger was asked.
    pub fn asked(&self) -> Asked {
        self.asked.lock().unwrap().clone()
    }

    /// Who was created.
    pub fn users(&self) -> Vec<String> {
        self.users.lock().unwrap()[1..].to_vec()
    }

    /// How often the password came to the app.
    pub fn logins(&self) -> usize {
        *self.logins.lock().unwrap()
    }

    /// Neither of them answers any more.
    pub async fn stop(mut self) {
        self.tasks.shutdown().await;
    }
}
