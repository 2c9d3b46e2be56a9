//! A small app with lists of many kinds, a recipe around a view, and a slot with a real browser.

#![allow(clippy::format_collect, reason = "small pages, written for reading")]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Redirect};
use axum::routing::get;
use axum::{Form, Router};
use idlcm::browser::LaunchOptions;
use idlcm::catalog::{Entry, OriginPattern};
use idlcm::contract::{Integration, Item, Job};
use idlcm::engine::{self, AccountSecrets, BrowserSlot, Done, Order, WorkOrder};
use idlcm::recipe::Strictness;
use idlcm::secrets::Secret;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use tower_http::services::ServeDir;

/// What the app answers with.
#[derive(Default)]
pub struct Data {
    /// The file that it exports.
    pub export: Vec<u8>,
    /// Groups and their members.
    pub groups: Vec<(&'static str, Vec<&'static str>)>,
    /// Whom `/people` shows, in this order.
    pub people: Vec<String>,
    /// Pages by name, each the inside of its body.
    pub pages: BTreeMap<&'static str, String>,
    /// How often each path was asked for.
    pub asked: BTreeMap<String, usize>,
    /// `GET /held` is answered once `POST /held` came.
    held: Arc<tokio::sync::Notify>,
}

type Shared = Arc<Mutex<Data>>;

pub struct App {
    data: Shared,
    url: String,
    slot: BrowserSlot,
    launch: LaunchOptions,
    evidence: tempfile::TempDir,
    /// The tenant's own `user_schema`.
    pub schema: Value,
}

const LOGIN: &str = "<!doctype html><title>Sign in</title><form method=post>
  <label>Name <input name=n></label> <label>Password <input name=p type=password></label> <button>Sign in</button></form>";

/// What is the same in every recipe of these tests: log in, users with a status, groups, `VIEWS`.
const RECIPE: &str = r##"
schema: idlcm.recipe/1
app: {id: lists, name: Lists, version: 1, locale: en}
base_url: http://127.0.0.1:1
service_account: [username, password]
settings: {timeouts: {step: 3s, page: PAGE_TIME, download: 3s, action: ACTION_TIME}}
resources:
  users:
    key: email
    fields:
      email: {type: email, required: true, write: [create], filters: [trim, lower]}
      name: {type: string, write: [create]}
      status: {type: enum, labels: {active: Active, disabled: Deactivated}}
      phone: {type: string}
      tags: {type: list}
USER_FIELDS
OTHER_RESOURCES
screens:
  login: {recognise: {visible: [login.submit]}, elements: {name: {label: Name}, password: {label: Password}, submit: {role: button, name: Sign in}}}
  list:
    recognise: {visible: [list.heading]}
    elements:
      heading: {role: heading, name: Members}
      total: {css: "#total"}
      none: {text: Nobody here}
      next: {role: button, name: Next}
      more: {role: button, name: Load more}
  group: {recognise: {visible: [group.heading]}, elements: {heading: {role: heading, name: {prefix: Group}}, none: {text: No members}}}
  groups: {recognise: {visible: [groups.heading]}, elements: {heading: {role: heading, name: Groups}}}
  person: {recognise: {visible: [person.heading]}, elements: {heading: {role: heading, name: Person}}}
SCREENS
outcomes:
  - {when: {screen: login}, is: session_expired}
session:
  check: {goto: /start, screen: groups}
  login:
    steps:
      - goto: /login
      - fill: {into: login.name, value: "{{ secrets.username }}"}
      - fill: {into: login.password, value: "{{ secrets.password }}"}
      - {click: login.submit, commit: true}
    outcomes: [{when: {visible: {css: "iframe[title=captcha]"}}, is: captcha}, {when: {screen: groups}, is: done}]
views:
VIEWS
actions:
ACTIONS
"##;

/// A recipe around these parts, each written with the indentation of its place.
pub struct Parts<'t> {
    pub user_fields: &'t str,
    pub resources: &'t str,
    pub views: &'t str,
    pub actions: &'t str,
    pub screens: &'t str,
    /// How long a job may take.
    pub action_time: &'t str,
    /// How long a page may take.
    pub page_time: &'t str,
}

impl Default for Parts<'_> {
    fn default() -> Self {
        Self {
            user_fields: "",
            resources: "",
            views: "",
            actions: "  users.list: {view: users}",
            screens: "",
            action_time: "2m",
            page_time: "4s",
        }
    }
}

fn page(title: &str, body: &str) -> Html<String> {
    Html(format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title><h1>{title}</h1>{body}</html>"
    ))
}

/// A table of users as a server writes it: `n` of them, `size` on a page; `lie` is added to the total; after `leaves`
/// requests the last one is gone.
async fn table(Query(asked): Query<BTreeMap<String, i64>>, State(data): State<Shared>) -> impl IntoResponse {
    let number = |name: &str, otherwise: i64| asked.get(name).copied().unwrap_or(otherwise);
    let (size, page_number) = (number("size", i64::MAX), number("page", 1));
    let requests = {
        let mut data = data.lock().unwrap();
        let requests = data.asked.entry("table".to_owned()).or_default();
        *requests += 1;
        i64::try_from(*requests).unwrap()
    };
    let n = number("n", 50) - i64::from(requests > number("leaves", i64::MAX));
    let first = (page_number - 1).saturating_mul(size);
    let rows: String = (first..n.min(first.saturating_add(size)))
        .map(|at| {
            format!(
                "<tr><td>User {at}</td><td>U{at}@Example.org</td><td>{}</td><td><a href=\"/person/{at}\">Open</a></td></tr>",
                if at % 7 == 0 { "Deactivated" } else { "Active" }
            )
        })
        .collect();
    let last = if size == i64::MAX { 1 } else { (n + size - 1) / size };
    let links: String = (1..=last.min(60))
        .map(|to| format!("<a href=\"/table?n={n}&size={size}&page={to}\" aria-label=\"Page {to}\">{to}</a> "))
        .collect();
    let next = if page_number < last {
        format!("<a role=button href=\"/table?n={n}&size={size}&page={}\">Next</a>", page_number + 1)
    } else {
        "<a role=button aria-disabled=true>Next</a>".to_owned()
    };
    let total = n + number("lie", 0);
    page(
        "Members",
        &format!(
            "<p id=total>{total} members</p><table><tr><th>Name<th>Email<th>Status<th></tr>{rows}</table><nav>{links}{next}</nav>"
        ),
    )
}

/// An answer that is held back until the page lets it go.
async fn held(State(data): State<Shared>) -> &'static str {
    let held = Arc::clone(&data.lock().unwrap().held);
    held.notified().await;
    ""
}

async fn let_go(State(data): State<Shared>) {
    data.lock().unwrap().held.notify_one();
}

/// Ten of the people, from the first that is not before `from` on, or from `at`; `blind`: whatever `from` says.
async fn people(Query(asked): Query<BTreeMap<String, String>>, State(data): State<Shared>) -> impl IntoResponse {
    let mut data = data.lock().unwrap();
    *data.asked.entry("people".to_owned()).or_default() += 1;
    let from = asked.get("from").filter(|_| !asked.contains_key("blind")).cloned().unwrap_or_default();
    let begins = data.people.iter().position(|who| *who >= from).unwrap_or(data.people.len());
    let at = asked.get("at").map_or(begins, |at| at.parse().unwrap());
    let rows: String = data.people.iter().skip(at).take(10).map(|who| format!("<tr><td>{who}</tr>")).collect();
    let next = if at + 10 < data.people.len() {
        format!("<a role=button href='/people?at={}'>Next</a>", at + 10)
    } else {
        String::new()
    };
    let none = if rows.is_empty() { "<p>Nobody here</p>" } else { "" };
    page("Members", &format!("<table><tr><th>Email</tr>{rows}</table>{none}{next}"))
}

async fn written(Path(name): Path<String>, State(data): State<Shared>) -> impl IntoResponse {
    let data = data.lock().unwrap();
    page("Members", &data.pages[name.as_str()])
}

/// The page `login`, whole, if there is one.
async fn login(State(data): State<Shared>) -> Html<String> {
    let data = data.lock().unwrap();
    Html(data.pages.get("login").cloned().unwrap_or_else(|| LOGIN.to_owned()))
}

/// Where the login leads: the page `start`, whole, if there is one.
async fn start(State(data): State<Shared>) -> Html<String> {
    let data = data.lock().unwrap();
    data.pages.get("start").map_or_else(|| page("Groups", ""), |whole| Html(whole.clone()))
}

async fn groups(Query(asked): Query<BTreeMap<String, String>>, State(data): State<Shared>) -> impl IntoResponse {
    let mut data = data.lock().unwrap();
    let find = asked.get("q").cloned().unwrap_or_default();
    *data.asked.entry(format!("groups{}", if find.is_empty() { "" } else { " narrowed" })).or_default() += 1;
    let named = data.groups.iter().enumerate().map(|(at, (name, _))| (format!("g{at}"), *name));
    let found: Vec<_> = named.filter(|(id, _)| find.is_empty() || *id == find).collect();
    let rows: String = found.iter().map(|(id, name)| format!("<tr><td>{id}</td><td>{name}</td></tr>")).collect();
    let none = if found.is_empty() { "<p>No such group</p>" } else { "" };
    page("Groups", &format!("<table><tr><th>Id<th>Name</tr>{rows}</table>{none}"))
}

async fn group(
    Path(id): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
    State(data): State<Shared>,
) -> impl IntoResponse {
    let mut data = data.lock().unwrap();
    let find = asked.get("q").cloned().unwrap_or_default();
    *data.asked.entry(format!("group {id}{}", if find.is_empty() { "" } else { " narrowed" })).or_default() += 1;
    let at: usize = id.trim_start_matches('g').parse().unwrap();
    let (name, members) = &data.groups[at];
    let members: Vec<_> = members.iter().filter(|email| email.contains(&find)).collect();
    let rows: String = members.iter().map(|email| format!("<li class=member>{email}</li>")).collect();
    let none = if members.is_empty() { "<p>No members</p>" } else { "" };
    let add = "<form method=post><label>Newcomer <input name=who></label> <button>Add</button></form>";
    page(&format!("Group {name}"), &format!("<ul>{rows}</ul>{none}{add}"))
}

/// Puts somebody into a group; who is there already is not there twice.
async fn join(
    Path(id): Path<String>,
    State(data): State<Shared>,
    Form(form): Form<BTreeMap<String, String>>,
) -> impl IntoResponse {
    let mut data = data.lock().unwrap();
    let at: usize = id.trim_start_matches('g').parse().unwrap();
    let who: &'static str = Box::leak(form["who"].clone().into_boxed_str());
    *data.asked.entry(format!("join {id}")).or_default() += 1;
    if !data.groups[at].1.contains(&who) {
        data.groups[at].1.push(who);
    }
    page("Group joined", "<p role=status>Added</p>")
}

async fn person(Path(at): Path<usize>, State(data): State<Shared>) -> impl IntoResponse {
    *data.lock().unwrap().asked.entry("person".to_owned()).or_default() += 1;
    page("Person", &format!("<dl><dt>Phone<dd id=phone>+49 {at}</dl>"))
}

async fn export(State(data): State<Shared>) -> impl IntoResponse {
    let bytes = data.lock().unwrap().export.clone();
    ([(header::CONTENT_TYPE, "text/csv"), (header::CONTENT_DISPOSITION, "attachment; filename=members.csv")], bytes)
}

impl App {
    pub async fn start() -> Self {
        let data = Shared::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let app = Router::new()
            .route("/login", get(login).post(async || Redirect::to("/start")))
            .route("/start", get(start))
            .route("/table", get(table))
            .route("/page/{name}", get(written))
            .route("/people", get(people))
            .route("/held", get(held).post(let_go))
            .route("/groups", get(groups))
            .route("/groups/{id}", get(group).post(join))
            .route("/person/{at}", get(person))
            .route("/export", get(export))
            .nest_service("/lists", ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/lists")))
            .with_state(Arc::clone(&data));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self {
            data,
            url,
            slot: BrowserSlot::new(),
            launch: LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into()),
            evidence: tempfile::tempdir().unwrap(),
            schema: json!({}),
        }
    }

    pub fn with<T>(&self, change: impl FnOnce(&mut Data) -> T) -> T {
        change(&mut self.data.lock().unwrap())
    }

    /// One attempt with this recipe; the browser stays between them.
    pub async fn run(&mut self, parts: &Parts<'_>, action: &str, more: Value) -> Done {
        let text = RECIPE
            .replace("USER_FIELDS", parts.user_fields)
            .replace("OTHER_RESOURCES", parts.resources)
            .replace("VIEWS", parts.views)
            .replace("SCREENS", parts.screens)
            .replace("ACTION_TIME", parts.action_time)
            .replace("PAGE_TIME", parts.page_time)
            .replace("ACTIONS", parts.actions);
        let loaded = idlcm::recipe::check_text(std::path::Path::new("recipe.yaml"), &text, Strictness::Normal);
        assert!(loaded.recipe.is_some(), "{:#?}", loaded.diagnostics);
        let integration: Integration = serde_json::from_value(json!({
            "schema": "idlcm.integration/1", "id": "acme-lists", "app": "lists", "base_url": self.url,
            "service_account": {"username": {"env": "NOT_READ"}, "password": {"env": "NOT_READ"}},
            "user_schema": self.schema,
        }))
        .unwrap();
        let base_url: url::Url = self.url.parse().unwrap();
        let origins = vec![OriginPattern::of(&base_url).unwrap()];
        let (recipe, deliveries) = (Arc::new(loaded.recipe.unwrap()), std::collections::BTreeMap::new());
        let entry = Entry { integration, recipe, base_url, origins, deliveries };
        let mut job = json!({
            "schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": "acme-lists", "action": action,
        });
        for (name, value) in more.as_object().into_iter().flatten() {
            job[name] = value.clone();
        }
        let job: Job = idlcm::contract::decode_job(job.to_string().as_bytes()).unwrap();
        let secrets =
            AccountSecrets { username: Secret::new("root"), password: Secret::new("correct horse"), totp: None };
        let (gate, mut requests) = tokio::sync::mpsc::channel::<engine::GateRequest>(1);
        let stop = CancellationToken::new();
        let work = WorkOrder::new(job, gate, stop);
        let order = Order {
            work: &work,
            entry: &entry,
            secrets: &secrets,
            store: &idlcm::secrets::Store::default(),
            launch: &self.launch,
            evidence: Some(&self.evidence.path().into()),
            worker_id: "test",
        };
        let answers = async {
            while let Some(request) = requests.recv().await {
                request.grant();
            }
        };
        let work = Box::pin(engine::execute(order, &mut self.slot));
        tokio::select! {
            done = work => {
                // What was done, for whoever has to fix a test that failed.
                for step in &done.trace.steps {
                    println!("{:>6} ms {:>3} commands {:?} {} {}", step.ms, step.commands, step.status, step.does, step.detail.as_deref().unwrap_or_default());
                }
                println!("{:?} {:?} {:?}", done.result.outcome, done.result.error, done.result.warnings);
                done
            }
            () = answers => unreachable!("the gate lives as long as the work"),
        }
    }

    /// A list with this view.
    pub async fn list(&mut self, views: &str) -> Done {
        self.run(&Parts { views, ..Parts::default() }, "users.list", json!({})).await
    }

    /// Files that the browser downloaded and that are still there.
    pub fn leftovers(&mut self) -> Vec<std::path::PathBuf> {
        let profile = self.slot.session().and_then(|session| session.profile().map(std::path::Path::to_path_buf));
        let mut found = Vec::new();
        let mut folders: Vec<_> = profile.into_iter().collect();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                let text = path.to_string_lossy().into_owned();
                if path.is_dir() {
                    folders.push(path);
                } else if text.contains("download-") {
                    found.push(path);
                }
            }
        }
        found
    }

    pub async fn stop(mut self) {
        self.slot.close().await;
    }
}

/// The texts of a field of all entries.
pub fn texts(items: &[Item], field: &str) -> Vec<String> {
    items.iter().map(|item| item.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()).collect()
}

/// The addresses of `count` users, in the order of results.
pub fn addresses(count: usize) -> Vec<String> {
    let mut all: Vec<String> = (0..count).map(|at| format!("u{at}@example.org")).collect();
    all.sort();
    all
}

/// Users that are in groups, read on the page of each.
pub const GROUPS_FIELD: &str =
    "      groups: {type: ref, of: groups, many: true, from: {view: group_members, value: group.id}}";

/// The views of groups and of their members, after that of the users. `proof`: what proves that all groups are read.
pub fn group_views(users: &str, proof: &str) -> String {
    format!(
        "{users}  groups:
    open: [{{goto: /groups}}]
    screen: groups
    rows: {{role: row, has: {{role: cell}}}}
    key: id
{proof}    fields: {{id: {{column: Id}}, name: {{column: Name}}}}
  group_members:
    resource: users
    of: groups
    open: [{{goto: \"/groups/{{{{ group.id }}}}\"}}]
    screen: group
    rows: {{css: .member}}
    key: email
    empty: group.none
    complete: single_page
    fields: {{email: {{css: \":scope\"}}}}
"
    )
}
