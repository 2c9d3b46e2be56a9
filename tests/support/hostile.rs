//! An app that fights whoever reads it: a sober login and list of users, and one page that behaves as it is told. The server
//! keeps who was created, so that what a result says can be held against what reached the app.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use idlcm::browser::LaunchOptions;
use idlcm::catalog::{Entry, OriginPattern};
use idlcm::contract::{Integration, Job, JobResult, Outcome, decode_job};
use idlcm::engine::{self, AccountSecrets, BrowserSlot, GateRequest, Order, WorkOrder};
use idlcm::recipe::Strictness;
use idlcm::secrets::Secret;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

/// How the page of users behaves.
#[derive(Debug, Clone, Default)]
pub enum Page {
    /// As one would wish.
    #[default]
    Sober,
    /// With this in its head, before anything else of it.
    Head(String),
    /// With this after everything else of it.
    Foot(String),
    /// This instead of it, whole.
    Whole(String),
    /// Everywhere else than where one is: a redirection to itself with another number, for ever.
    Redirects,
    /// Answered with this status, these headers and nothing more.
    Answer(u16, Vec<(&'static str, &'static str)>),
    /// All of it but the end, and then nothing for ever.
    NeverEnds,
    /// A byte a second.
    Drips,
    /// Bytes for ever, as fast as they are taken.
    Floods,
    /// The form answers so; the page itself is sober.
    Post(Box<Page>),
}

#[derive(Debug, Default)]
struct State_ {
    page: Page,
    users: Vec<(String, String)>,
    export: Bytes,
    /// How often the form was sent.
    posts: usize,
}

type Shared = Arc<Mutex<State_>>;

/// The app, its recipe, and a slot with a real browser.
pub struct Hostile {
    state: Shared,
    entry: Entry,
    slot: BrowserSlot,
    evidence: tempfile::TempDir,
}

/// What came of a job.
pub struct Ended {
    pub result: JobResult,
    /// Everything that is published of it.
    pub messages: Vec<JobResult>,
    pub took: Duration,
}

impl Ended {
    /// `succeeded`, or the kind of the error.
    pub fn kind(&self) -> &'static str {
        match &self.result.error {
            Some(error) => error.kind.name(),
            None if self.result.outcome == Outcome::Succeeded => "succeeded",
            None => "unchanged",
        }
    }
}

/// The longest that a job may take: what an attempt may take by its recipe (12 s), what is then waited for a page that hangs and
/// for the browser to be freed or ended, and as much again twice, on a machine that has other things to do.
pub const LONGEST: Duration = Duration::from_mins(1);

const RECIPE: &str = r##"
schema: idlcm.recipe/1
app: {id: hostile, name: Hostile, version: 1, locale: en}
base_url: http://127.0.0.1:1
service_account: [username, password]
settings: {timeouts: {step: 2s, page: 3s, download: 4s, action: 12s}}
resources:
  users:
    key: email
    fields:
      email: {type: email, required: true, write: [create], filters: [trim, lower]}
      name: {type: string, required: true, write: [create]}
screens:
  login: {recognise: {visible: [login.submit]}, elements: {name: {label: Name}, password: {label: Password}, submit: {role: button, name: Sign in}}}
  start: {recognise: {visible: [start.heading]}, elements: {heading: {role: heading, name: Start}}}
  users:
    recognise: {url: "/users*", visible: [users.heading]}
    elements:
      heading: {role: heading, name: Users}
      table: {role: table, name: Users}
      count: {css: "#count"}
      email: {label: Email}
      name: {label: Full name}
      add: {role: button, name: Add}
      export: {role: link, name: Export}
      said: {role: status}
outcomes:
  - {when: {screen: login}, is: session_expired}
session:
  check: {goto: /start, screen: start}
  login:
    steps:
      - goto: /login
      - fill: {into: login.name, value: "{{ secrets.username }}"}
      - fill: {into: login.password, value: "{{ secrets.password }}"}
      - {click: login.submit, commit: true}
    outcomes: [{when: {screen: start}, is: done}]
views:
VIEW
actions:
  users.list: {view: users}
  users.create:
    goal: {exists: true, match: [name]}
    steps:
      - goto: /users
      - fill: {into: users.email, value: "{{ user.email }}"}
      - fill: {into: users.name, value: "{{ user.name }}"}
      - {click: users.add, commit: true}
    verify: {deadline: 5s}
    outcomes: [{when: {visible: users.said, text: Saved}, is: done}]
"##;

const TABLE: &str = r#"  users:
    open: [{goto: /users}]
    screen: users
    rows: {role: row, within: users.table, has: {role: cell}}
    key: email
    total: {from: users.count, regex: "([0-9]+) users"}
    fields:
      email: {column: Email, filters: [lower]}
      name: {column: Name}
"#;

/// The list of users is a file.
pub const EXPORT: &str = r#"  users:
    open: [{goto: /users}]
    screen: users
    csv: {download: users.export}
    key: email
    total: {from: users.count, regex: "([0-9]+) users"}
    fields:
      email: {header: Email, filters: [lower]}
      name: {header: Name}
"#;

fn document(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>App</title>{head}</head><body>{body}</body></html>"
    )
}

fn users_page(state: &State_, said: &str, head: &str, foot: &str) -> String {
    use std::fmt::Write as _;
    let mut rows = String::new();
    for (email, name) in &state.users {
        write!(rows, "<tr><td>{email}</td><td>{name}</td></tr>").unwrap();
    }
    let body = format!(
        "<h1>Users</h1>{said}<p id=count>{} users</p><table aria-label=Users><tr><th>Email<th>Name</tr>{rows}</table>\
         <form method=post><label>Email <input name=email></label> <label>Full name <input name=name></label> <button>Add</button></form>\
         <a href=/export>Export</a>{foot}",
        state.users.len()
    );
    document(head, &body)
}

async fn users(uri: Uri, State(state): State<Shared>) -> Response {
    let state = state.lock().unwrap();
    answer(&state, &state.page, "", &uri)
}

fn answer(state: &State_, page: &Page, said: &str, uri: &Uri) -> Response {
    let html = |text: String| Html(text).into_response();
    match page {
        Page::Sober | Page::Post(_) => html(users_page(state, said, "", "")),
        Page::Head(head) => html(users_page(state, said, head, "")),
        Page::Foot(foot) => html(users_page(state, said, "", foot)),
        Page::Whole(text) => html(text.clone()),
        Page::Redirects => {
            let number: u64 = uri.query().and_then(|number| number.parse().ok()).unwrap_or(0);
            Redirect::to(&format!("/users?{}", number + 1)).into_response()
        }
        Page::Answer(status, headers) => {
            let mut response = StatusCode::from_u16(*status).unwrap().into_response();
            *response.headers_mut() = headers
                .iter()
                .map(|(name, value)| (header::HeaderName::from_static(name), value.parse().unwrap()))
                .collect::<HeaderMap>();
            response
        }
        Page::NeverEnds => {
            let text = users_page(state, said, "", "").replace("</body></html>", "");
            stream(futures_util::StreamExt::chain(
                futures_util::stream::iter([Bytes::from(text)]),
                futures_util::stream::pending(),
            ))
        }
        Page::Drips => {
            let text = users_page(state, said, "", "").into_bytes();
            let ticks = tokio::time::interval(Duration::from_secs(1));
            stream(futures_util::stream::unfold((ticks, text.into_iter()), |(mut ticks, mut text)| async move {
                ticks.tick().await;
                let byte = text.next()?;
                Some((Bytes::from(vec![byte]), (ticks, text)))
            }))
        }
        Page::Floods => {
            let text = users_page(state, said, "", "").replace("</body></html>", "");
            let more = futures_util::stream::repeat(Bytes::from("<p>more and more</p>".repeat(500)));
            stream(futures_util::StreamExt::chain(futures_util::stream::iter([Bytes::from(text)]), more))
        }
    }
}

fn stream(parts: impl futures_util::Stream<Item = Bytes> + Send + 'static) -> Response {
    let parts = futures_util::StreamExt::map(parts, Ok::<_, Infallible>);
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], Body::from_stream(parts)).into_response()
}

#[derive(Deserialize)]
struct New {
    email: String,
    name: String,
}

async fn create(uri: Uri, State(state): State<Shared>, Form(new): Form<New>) -> Response {
    let mut state = state.lock().unwrap();
    state.posts += 1;
    // As every app refuses it.
    if !new.email.is_empty() && !state.users.iter().any(|(email, _)| *email == new.email) {
        state.users.push((new.email, new.name));
    }
    let page = match &state.page {
        Page::Post(page) => (**page).clone(),
        Page::Sober => Page::Sober,
        // The page that fights is the one of the list; what the form answers with is it, too.
        page => page.clone(),
    };
    answer(&state, &page, "<p role=status>Saved</p>", &uri)
}

async fn export(State(state): State<Shared>) -> impl IntoResponse {
    let bytes = state.lock().unwrap().export.clone();
    ([(header::CONTENT_TYPE, "text/csv"), (header::CONTENT_DISPOSITION, "attachment; filename=users.csv")], bytes)
}

const LOGIN: &str = "<form method=post><label>Name <input name=n></label> <label>Password <input name=p type=password></label> <button>Sign in</button></form>";

impl Hostile {
    pub async fn start() -> Self {
        Self::with(TABLE).await
    }

    /// With another view of users.
    pub async fn with(view: &str) -> Self {
        let state = Shared::default();
        state.lock().unwrap().users =
            vec![("ada@x.example".into(), "Ada".into()), ("bob@x.example".into(), "Bob".into())];
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let app = Router::new()
            .route("/login", get(async || Html(document("", LOGIN))).post(async || Redirect::to("/start")))
            .route("/start", get(async || Html(document("", "<h1>Start</h1>"))))
            .route("/users", get(users).post(create))
            .route("/export", get(export))
            .with_state(Arc::clone(&state));
        tokio::spawn(async move { axum::serve(listener, app).await });
        let text = RECIPE.replace("VIEW", view);
        let loaded = idlcm::recipe::check_text(std::path::Path::new("recipe.yaml"), &text, Strictness::Normal);
        let drawn: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect();
        let integration: Integration = serde_json::from_value(json!({
            "schema": "idlcm.integration/1", "id": "acme", "app": "hostile", "base_url": url,
            "service_account": {"username": {"env": "NOT_READ"}, "password": {"env": "NOT_READ"}},
        }))
        .unwrap();
        let base_url: url::Url = url.parse().unwrap();
        let origins = vec![OriginPattern::of(&base_url).unwrap()];
        let recipe = Arc::new(loaded.recipe.unwrap_or_else(|| panic!("{}", drawn.join("\n"))));
        let entry = Entry { integration, recipe, base_url, origins, deliveries: std::collections::BTreeMap::new() };
        Self { state, entry, slot: BrowserSlot::new(), evidence: tempfile::tempdir().unwrap() }
    }

    /// From now on the page of users behaves so.
    pub fn behave(&self, page: Page) {
        self.state.lock().unwrap().page = page;
    }

    /// Who the app has.
    pub fn fill(&self, users: Vec<(String, String)>) {
        self.state.lock().unwrap().users = users;
    }

    pub fn export(&self, bytes: impl Into<Bytes>) {
        self.state.lock().unwrap().export = bytes.into();
    }

    pub fn emails(&self) -> Vec<String> {
        self.state.lock().unwrap().users.iter().map(|(email, _)| email.clone()).collect()
    }

    pub fn posts(&self) -> usize {
        self.state.lock().unwrap().posts
    }

    pub async fn list(&mut self) -> Ended {
        self.run("users.list", Value::Null).await
    }

    pub async fn create(&mut self, email: &str) -> Ended {
        self.run("users.create", json!({"email": email, "name": "New One"})).await
    }

    /// One attempt at a job; the browser stays for the next one if it is still good.
    async fn run(&mut self, action: &str, user: Value) -> Ended {
        let mut job =
            json!({"schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": "acme", "action": action});
        if !user.is_null() {
            job["user"] = user;
        }
        self.attempt(&decode_job(job.to_string().as_bytes()).unwrap()).await
    }

    async fn attempt(&mut self, job: &Job) -> Ended {
        let (gate, mut requests) = tokio::sync::mpsc::channel::<GateRequest>(1);
        let launch = LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into());
        let work = WorkOrder::new(job.clone(), gate, CancellationToken::new());
        let secrets =
            AccountSecrets { username: Secret::new("root"), password: Secret::new("correct horse"), totp: None };
        let order = Order {
            work: &work,
            entry: &self.entry,
            secrets: &secrets,
            store: &idlcm::secrets::Store::default(),
            launch: &launch,
            evidence: Some(&self.evidence.path().into()),
            worker_id: "hostile",
        };
        let answers = async {
            while let Some(request) = requests.recv().await {
                request.grant();
            }
        };
        let began = Instant::now();
        let done = tokio::select! {
            done = Box::pin(engine::execute(order, &mut self.slot)) => done,
            () = answers => unreachable!("the gate closes with the attempt"),
        };
        let took = began.elapsed();
        for step in &done.trace.steps {
            let detail: String = step.detail.iter().flat_map(|detail| detail.chars().take(200)).collect();
            println!("    {:>6} ms {:>3} commands {:?} {} {detail}", step.ms, step.commands, step.status, step.does);
        }
        Ended { messages: done.messages(), result: done.result, took }
    }

    /// The profile of the browser, which all its processes name.
    pub fn profile(&mut self) -> Option<String> {
        self.slot.session().and_then(|session| Some(session.profile()?.display().to_string()))
    }

    pub async fn stop(mut self) {
        self.slot.close().await;
    }
}

/// A page with this script before anything else of it.
pub fn head(script: &str) -> Page {
    Page::Head(format!("<script>{script}</script>"))
}

/// A page with this script after everything else of it.
pub fn foot(script: &str) -> Page {
    Page::Foot(format!("<script>{script}</script>"))
}
