//! A fixture for a single-page app: JSON in and out, a login in two steps, one session per account, members of groups.

use std::fs;
use std::net::SocketAddr;

use idlcm::fixture::{Fixture, Running, ServeOptions, Status};
use reqwest::{Client, RequestBuilder, StatusCode, redirect};
use serde_json::{Value, json};

const YAML: &str = r#"schema: idlcm.fixture/1
app: {id: spa, name: Spa}
accounts: {administrator: {username: root@x.example, password: "p&=+ %"}}
rules: {new_users: invited}
session: {single: true, login: /signin}
directory:
  users:
    key: email
    fields: {email: {required: true, unique: true}, roles: {of: roles, many: true}, teams: {of: groups, many: true}}
    generated: [{count: 5, fields: {email: "u{{ n }}@x.example"}}]
  roles: {key: id, fields: {id: {}}, records: [{id: owner}, {id: member}]}
  groups: {key: id, fields: {id: {default: "g-{{ today }}"}, label: {}}, records: [{id: design}]}
routes:
  - {path: /signin, public: true, page: signin.html}
  - {path: /signin/password, public: true, page: signin.html}
  - {path: /signin, method: post, public: true, change: login, form: {username: email}, then: {redirect: /signin/password}, refused: {page: signin.html}}
  - {path: /signin/password, method: post, public: true, change: login, form: {password: pw}, then: {redirect: /app}, refused: {redirect: /signin}}
  - {path: /app, page: signin.html}
  - {path: /api/users, json: true, list: {of: users, in: [email], page_size: 2}}
  - {path: "/api/users/{id}", json: true, record: users}
  - {path: /api/users, method: post, json: true, change: users.create, form: {email: email, roles: roles}, then: {flash: "Invite sent to {{ record.key }}"}}
  - {path: /api/groups, method: post, json: true, change: groups.create, form: {label: name}}
  - {path: "/api/groups/{id}/members", method: put, json: true, change: groups.add_member, form: {users: users}}
"#;

struct Visitor {
    client: Client,
    url: String,
    cookie: String,
}

impl Visitor {
    fn new(app: &Running) -> Self {
        let client = Client::builder().redirect(redirect::Policy::none()).build().unwrap();
        Self { client, url: app.url(), cookie: String::new() }
    }

    async fn send(&mut self, request: RequestBuilder) -> (StatusCode, String, String) {
        let response = request.header("cookie", &self.cookie).send().await.unwrap();
        let header = |name: &str| response.headers().get(name).map(|v| v.to_str().unwrap().to_owned());
        if let Some(cookie) = header("set-cookie") {
            cookie.split(';').next().unwrap().clone_into(&mut self.cookie);
        }
        let (status, location) = (response.status(), header("location").unwrap_or_default());
        (status, location, response.text().await.unwrap())
    }

    async fn log_in(&mut self) -> Vec<String> {
        let mut went = Vec::new();
        for (path, body) in [("/signin", "email=root@x.example"), ("/signin/password", "pw=p%26%3D%2B+%25")] {
            let request = self.client.post(format!("{}{path}", self.url)).body(body);
            went.push(self.send(request).await.1);
        }
        went
    }

    async fn get(&mut self, path: &str) -> (StatusCode, Value) {
        let request = self.client.get(format!("{}{path}", self.url));
        let (status, _, body) = self.send(request).await;
        (status, serde_json::from_str(&body).unwrap_or(Value::String(body)))
    }

    async fn put(&mut self, method: reqwest::Method, path: &str, body: Value) -> (StatusCode, Value) {
        let request = self.client.request(method, format!("{}{path}", self.url)).body(body.to_string());
        let (status, _, body) = self.send(request).await;
        (status, serde_json::from_str(&body).unwrap_or(Value::String(body)))
    }
}

async fn app() -> Running {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("pages")).unwrap();
    fs::write(folder.path().join("pages/signin.html"), "{{ session.pending }}|{{ flash.text }}").unwrap();
    fs::write(folder.path().join("fixture.yaml"), YAML).unwrap();
    let fixture = Fixture::load(folder.path()).unwrap_or_else(|error| panic!("{error}"));
    fixture.serve(SocketAddr::from(([127, 0, 0, 1], 0)), ServeOptions::default()).await.unwrap()
}

#[tokio::test]
async fn a_login_may_take_two_pages() {
    let app = app().await;
    let mut visitor = Visitor::new(&app);
    assert_eq!(visitor.log_in().await, ["/signin/password", "/app"]);
    let journal = app.journal();
    assert_eq!(journal.len(), 1, "only the password is an attempt");
    assert_eq!((journal[0].subject.as_str(), journal[0].accepted), ("root@x.example", true));
}

#[tokio::test]
async fn a_refused_login_may_redirect_with_a_message() {
    let app = app().await;
    let mut visitor = Visitor::new(&app);
    let request = visitor.client.post(format!("{}/signin", app.url())).body("email=root@x.example");
    visitor.send(request).await;
    let request = visitor.client.post(format!("{}/signin/password", app.url())).body("pw=no");
    assert_eq!(visitor.send(request).await.1, "/signin");
    assert_eq!(visitor.get("/signin").await.1, json!("root@x.example|Invalid user name or password"));
}

#[tokio::test]
async fn a_second_login_ends_the_first_session() {
    let app = app().await;
    let (mut first, mut second) = (Visitor::new(&app), Visitor::new(&app));
    first.log_in().await;
    second.log_in().await;
    assert_eq!(first.get("/api/users").await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(second.get("/api/users").await.0, StatusCode::OK);
}

#[tokio::test]
async fn lists_and_records_are_json() {
    let app = app().await;
    let mut visitor = Visitor::new(&app);
    assert_eq!(visitor.get("/api/users").await.0, StatusCode::UNAUTHORIZED);
    visitor.log_in().await;
    let (_, list) = visitor.get("/api/users?page=3").await;
    assert_eq!((&list["total"], &list["page"], &list["next"]), (&json!(5), &json!(3), &Value::Null));
    assert_eq!(list["items"][0]["fields"]["email"], "u4@x.example");
    assert_eq!(visitor.get("/api/users/u1@x.example").await.1["status"], "active");
    assert_eq!(visitor.get("/api/users/nobody").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn users_are_invited_with_several_roles_and_join_groups() {
    let app = app().await;
    let mut visitor = Visitor::new(&app);
    visitor.log_in().await;
    let user = json!({"email": "ada@x.example", "roles": ["owner", "member"]});
    let (status, answer) = visitor.put(reqwest::Method::POST, "/api/users", user.clone()).await;
    assert_eq!((status, &answer["message"]), (StatusCode::OK, &json!("Invite sent to ada@x.example")));
    let (status, answer) = visitor.put(reqwest::Method::POST, "/api/users", user).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer, json!({"ok": false, "reason": "taken", "errors": {"email": "has already been taken"}}));
    let members = json!({"users": ["ada@x.example", "u1@x.example"]});
    assert_eq!(visitor.put(reqwest::Method::PUT, "/api/groups/design/members", members).await.0, StatusCode::OK);
    let state = app.state();
    let ada = state.user("ada@x.example").unwrap();
    assert_eq!((ada.status, ada.fields["roles"].clone()), (Status::Invited, json!(["owner", "member"])));
    assert!(ada.holds("teams", "design") && state.user("u1@x.example").unwrap().holds("teams", "design"));
    let last = app.journal().pop().unwrap();
    assert_eq!((last.action.as_str(), last.subject.as_str()), ("groups.add_member", "design"));
}

#[tokio::test]
async fn the_journal_names_a_record_by_the_key_that_the_app_gave_it() {
    let app = app().await;
    let mut visitor = Visitor::new(&app);
    visitor.log_in().await;
    let sales = json!({"name": "Sales"});
    assert_eq!(visitor.put(reqwest::Method::POST, "/api/groups", sales).await.0, StatusCode::OK);
    let made = app.state().groups.pop().unwrap();
    let last = app.journal().pop().unwrap();
    assert_eq!((made.fields["label"].as_str(), last.subject), (Some("Sales"), made.key));
}
