//! The fixture `ledgerly` over HTTP, as a browser without JavaScript sees it.

use std::net::SocketAddr;
use std::time::Duration;

use idlcm::fixture::{DirectorySnapshot, Fault, Fixture, JournalEntry, Running, ServeOptions, Status};
use reqwest::{Client, StatusCode, redirect};

const USERNAME: &str = "owner@ledgerly.example";
const PASSWORD: &str = "S3cure+pass/word=42%";

/// A visitor with a cookie, who follows redirects by hand.
struct Visitor {
    client: Client,
    url: String,
    cookie: Option<String>,
}

struct Seen {
    status: StatusCode,
    location: Option<String>,
    body: String,
}

impl Visitor {
    fn new(app: &Running) -> Self {
        let client = Client::builder().redirect(redirect::Policy::none()).build().unwrap();
        Self { client, url: app.url(), cookie: None }
    }

    async fn logged_in(app: &Running) -> Self {
        let mut visitor = Self::new(app);
        let seen = visitor.login(PASSWORD).await;
        assert_eq!(seen.location.as_deref(), Some("/admin/users"), "{}", seen.body);
        visitor
    }

    async fn login(&mut self, password: &str) -> Seen {
        self.post("/login", &[("email", USERNAME), ("password", password)]).await
    }

    async fn get(&mut self, path: &str) -> Seen {
        let request = self.client.get(format!("{}{path}", self.url));
        self.send(request).await
    }

    async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Seen {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(form);
        let request = self
            .client
            .post(format!("{}{path}", self.url))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.finish());
        self.send(request).await
    }

    async fn send(&mut self, mut request: reqwest::RequestBuilder) -> Seen {
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        let response = request.timeout(Duration::from_secs(10)).send().await.unwrap();
        let header = |name: &str| response.headers().get(name).map(|v| v.to_str().unwrap().to_owned());
        if let Some(cookie) = header("set-cookie") {
            self.cookie = cookie.split(';').next().map(str::to_owned);
        }
        let (status, location) = (response.status(), header("location"));
        Seen { status, location, body: response.text().await.unwrap() }
    }

    async fn create(&mut self, email: &str, name: &str, role: &str) -> Seen {
        let form = [("user[email]", email), ("user[full_name]", name), ("user[role]", role)];
        self.post("/admin/users", &form).await
    }
}

async fn start(options: ServeOptions) -> Running {
    let fixture = Fixture::load(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/ledgerly")).unwrap();
    fixture.serve(SocketAddr::from(([127, 0, 0, 1], 0)), options).await.unwrap()
}

async fn ledgerly() -> Running {
    start(ServeOptions::default()).await
}

fn brief(journal: &[JournalEntry]) -> Vec<(&str, &str, Option<&str>)> {
    journal.iter().map(|e| (e.action.as_str(), e.subject.as_str(), e.reason.as_deref())).collect()
}

fn id(app: &Running, email: &str) -> u64 {
    app.state().user(email).unwrap().id
}

#[tokio::test]
async fn visitors_are_sent_to_the_login_page() {
    let app = ledgerly().await;
    let mut visitor = Visitor::new(&app);
    assert_eq!(visitor.get("/admin/users").await.location.as_deref(), Some("/login"));
    let page = visitor.get("/login").await.body;
    for text in ["<label for=\"email\">Email</label>", "<label for=\"password\">Password</label>", ">Sign in</button>"]
    {
        assert!(page.contains(text), "{text} is not in {page}");
    }
    assert!(app.journal().is_empty());
    app.shutdown().await;
}

#[tokio::test]
async fn a_wrong_password_is_refused_and_the_fifth_locks() {
    let app = ledgerly().await;
    let mut visitor = Visitor::new(&app);
    for _ in 0..4 {
        let seen = visitor.login("S3cure pass/word=42%").await;
        assert_eq!(seen.status, StatusCode::UNAUTHORIZED);
        assert!(seen.body.contains(r#"<div class="flash error" role="alert">Invalid email or password</div>"#));
    }
    assert!(visitor.login("no").await.body.contains("This account is locked"));
    assert!(visitor.login(PASSWORD).await.body.contains("This account is locked"));
    let journal = app.journal();
    let reasons: Vec<_> = journal.iter().map(|e| e.reason.as_deref().unwrap()).collect();
    assert_eq!(
        reasons,
        ["bad_credentials", "bad_credentials", "bad_credentials", "bad_credentials", "locked", "locked"]
    );
    let text = serde_json::to_string(&journal).unwrap();
    assert!(!text.contains("S3cure"), "{text}");
}

#[tokio::test]
async fn the_list_is_cut_into_pages_and_searched() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    let first = visitor.get("/admin/users").await.body;
    assert!(first.contains(r#"<span class="count">1–25 of 57</span>"#), "{first}");
    assert!(first.contains(r#"<a href="?page=2" rel="next">Next</a>"#));
    assert_eq!(first.matches("<td class=\"actions\">").count(), 25);
    let last = visitor.get("/admin/users?page=3").await.body;
    assert!(last.contains("51–57 of 57"));
    assert!(last.contains(r#"<a aria-disabled="true" role="link">Next</a>"#));
    let found = visitor.get("/admin/users?q=O%27BRIEN").await.body;
    assert!(found.contains("1–1 of 1") && found.contains("Siobhán O&#x27;Brien"), "{found}");
    assert!(visitor.get("/admin/users?q=nobody").await.body.contains("No users found"));
}

#[tokio::test]
async fn hostile_names_are_escaped() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    let page = visitor.get("/admin/users?q=dwayne").await.body;
    assert!(page.contains("Tāne &lt;Ltd&gt; &amp; Sons"), "{page}");
}

#[tokio::test]
async fn a_user_is_created_once() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    let seen = visitor.create(" ada@acme.example ", "Ada Lovelace", "accountant").await;
    assert_eq!(seen.location.as_deref(), Some("/admin/users"));
    let list = visitor.get("/admin/users?q=ada@acme").await.body;
    assert!(list.contains(r#"<div class="flash success" role="status">User created</div>"#), "{list}");
    assert!(!visitor.get("/admin/users").await.body.contains("User created"), "a flash shows once");
    let again = visitor.create("ADA@acme.example", "Ada", "viewer").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("Email has already been taken"), "{}", again.body);
    assert!(again.body.contains(r#"value="ADA@acme.example""#), "what was typed stays");
    let state = app.state();
    let ada = state.user("ada@acme.example").unwrap();
    assert_eq!((ada.text("name"), ada.text("role"), ada.status), ("Ada Lovelace", "accountant", Status::Active));
    assert_eq!(ada.text("joined").len(), 10);
    assert_eq!(
        brief(&app.journal()),
        [
            ("login", USERNAME, None),
            ("users.create", "ada@acme.example", None),
            ("users.create", "ADA@acme.example", Some("taken")),
        ]
    );
}

#[tokio::test]
async fn invalid_values_and_full_seats_are_refused() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    assert!(visitor.create("a@acme.example", "  ", "viewer").await.body.contains("Full name can&#x27;t be blank"));
    assert!(visitor.create("nonsense", "A", "viewer").await.body.contains("Email is invalid"));
    assert!(visitor.create("a@acme.example", "A", "king").await.body.contains("Role is invalid"));
    for n in 0..3 {
        assert_eq!(visitor.create(&format!("a{n}@acme.example"), "A", "viewer").await.status, StatusCode::SEE_OTHER);
    }
    let full = visitor.create("late@acme.example", "A", "viewer").await;
    assert!(full.body.contains("No seats left: your plan has 60"), "{}", full.body);
    assert_eq!(app.state().seats.unwrap().left, 0);
}

#[tokio::test]
async fn users_are_changed_suspended_and_reactivated() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    let email = "li.wei@northwind.example";
    let id = id(&app, email);
    let form = visitor.get(&format!("/admin/users/{id}/edit")).await.body;
    assert!(form.contains(r#"type="email" value="li.wei@northwind.example" readonly"#), "{form}");
    assert!(form.contains(r#"<option value="accountant" selected>Accountant</option>"#));
    assert!(form.contains("Suspend this account? li.wei@northwind.example will lose access at once."));
    // A field that is read only on the page is no field of the form: the app does not take it.
    let sent = [("user[email]", "x@acme.example"), ("user[full_name]", "Li Wei"), ("user[role]", "viewer")];
    assert_eq!(visitor.post(&format!("/admin/users/{id}"), &sent).await.status, StatusCode::SEE_OTHER);
    visitor.post(&format!("/admin/users/{id}/suspend"), &[]).await;
    let state = app.state();
    let user = state.user(email).unwrap();
    assert_eq!((user.text("name"), user.text("role"), user.status), ("Li Wei", "viewer", Status::Disabled));
    assert!(visitor.get(&format!("/admin/users/{id}/edit")).await.body.contains("Reactivate account"));
    visitor.post(&format!("/admin/users/{id}/reactivate"), &[]).await;
    assert_eq!(app.state().user(email).unwrap().status, Status::Active);
    assert_eq!(visitor.get("/admin/users/999/edit").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    let other = id(&app, "siobhan.obrien@northwind.example");
    assert_eq!(visitor.post(&format!("/admin/users/{other}/suspend"), &[]).await.status, StatusCode::SEE_OTHER);
    let owner = id(&app, USERNAME);
    let seen = visitor.post(&format!("/admin/users/{owner}/suspend"), &[]).await;
    assert!(seen.body.contains("You cannot suspend the last administrator"), "{}", seen.body);
    assert!(seen.body.contains("Save changes"), "the form is shown again");
}

#[tokio::test]
async fn a_suspended_administrator_is_out_at_once() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    visitor.post(&format!("/admin/users/{}/suspend", id(&app, USERNAME)), &[]).await;
    assert_eq!(visitor.get("/admin/users").await.location.as_deref(), Some("/login"));
    assert!(visitor.login(PASSWORD).await.body.contains("Invalid email or password"));
    assert_eq!(app.journal().last().unwrap().reason.as_deref(), Some("disabled"));
}

#[tokio::test]
async fn logging_out_ends_the_session() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    assert_eq!(app.state().sessions.len(), 1);
    assert_eq!(visitor.post("/logout", &[]).await.location.as_deref(), Some("/login"));
    assert_eq!(app.state().sessions.len(), 0);
    assert_eq!(visitor.get("/admin/users").await.location.as_deref(), Some("/login"));
}

#[tokio::test]
async fn a_changed_password_is_a_wrong_one() {
    let app = ledgerly().await;
    app.set_password("administrator", "another").unwrap();
    let mut visitor = Visitor::new(&app);
    assert_eq!(visitor.login(PASSWORD).await.status, StatusCode::UNAUTHORIZED);
    let error = app.set_password("admin", "x").unwrap_err().to_string();
    assert_eq!(error, "the fixture has no account `admin`; it has: administrator");
}

#[tokio::test]
async fn writes_fail_before_and_after_they_are_stored_or_lie() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    let cases = [(Fault::ErrorBefore(1), 500, false), (Fault::ErrorAfter(1), 500, true), (Fault::Lie(1), 303, false)];
    for (fault, status, stored) in cases {
        app.set_fault(fault);
        let email = format!("{}@acme.example", fault.to_string().replace('=', "-"));
        let seen = visitor.create(&email, "A", "viewer").await;
        assert_eq!((seen.status.as_u16(), app.state().user(&email).is_some()), (status, stored), "{fault}");
        let last = app.journal().pop().unwrap();
        assert_eq!((last.subject.as_str(), last.accepted), (email.as_str(), stored), "{fault}");
    }
    assert_eq!(visitor.create("ok@acme.example", "A", "viewer").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn rows_vanish_and_new_users_are_late_in_lists() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    app.set_fault(Fault::Vanish(2));
    let last = visitor.get("/admin/users?page=3").await.body;
    assert!(last.contains("51–57 of 57"));
    assert_eq!(last.matches("<td class=\"actions\">").count(), 5);
    app.clear_faults();
    app.set_fault(Fault::DelayVisible(Duration::from_hours(1)));
    visitor.create("ada@acme.example", "Ada", "viewer").await;
    assert!(visitor.get("/admin/users?q=ada@acme").await.body.contains("No users found"));
    app.clear_faults();
    assert!(visitor.get("/admin/users?q=ada@acme").await.body.contains("1–1 of 1"));
}

#[tokio::test]
async fn a_session_expires_in_the_middle_and_once() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    app.set_fault(Fault::ExpireSession(1));
    assert_eq!(visitor.get("/admin/users").await.status, StatusCode::OK);
    assert_eq!(visitor.get("/admin/users").await.location.as_deref(), Some("/login"));
    visitor.login(PASSWORD).await;
    for _ in 0..3 {
        assert_eq!(visitor.get("/admin/users").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_captcha_refuses_every_login() {
    let app = start(ServeOptions { faults: vec![Fault::Captcha], ..ServeOptions::default() }).await;
    let mut visitor = Visitor::new(&app);
    assert!(visitor.get("/login").await.body.contains(r#"<iframe title="captcha" src="/__fixture/captcha""#));
    assert_eq!(visitor.login(PASSWORD).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(app.journal()[0].reason.as_deref(), Some("captcha"));
}

#[tokio::test]
async fn the_other_faults_show_themselves() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    for fault in ["hang", "auth_prompt=xhr"] {
        app.set_fault(fault.parse().unwrap());
        assert!(visitor.get("/admin/users/new").await.body.contains("new XMLHttpRequest()"), "{fault}");
        app.clear_faults();
    }
    app.set_fault("auth_prompt".parse().unwrap());
    assert_eq!(visitor.create("a@acme.example", "A", "viewer").await.status, StatusCode::UNAUTHORIZED);
    app.clear_faults();
    app.set_fault("maintenance".parse().unwrap());
    let seen = visitor.get("/admin/users").await;
    assert_eq!(seen.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(seen.body.contains(r#"<body class="plain maintenance">"#), "{}", seen.body);
    app.clear_faults();
    app.set_fault("slow=300".parse().unwrap());
    let began = std::time::Instant::now();
    visitor.get("/admin/users").await;
    assert!(began.elapsed() >= Duration::from_millis(300));
}

#[tokio::test]
async fn shutting_down_does_not_wait_for_a_request_that_hangs() {
    let app = ledgerly().await;
    let url = format!("{}/__fixture/hang", app.url());
    let hanging = tokio::spawn(async move { reqwest::get(url).await });
    Visitor::new(&app).get("/login").await;
    tokio::time::timeout(Duration::from_secs(5), app.shutdown()).await.expect("the fixture ends");
    hanging.await.unwrap().unwrap_err();
}

#[tokio::test]
async fn the_journal_is_in_its_file_when_the_answer_comes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.ndjson");
    let app = start(ServeOptions { journal: Some(path.clone()), ..ServeOptions::default() }).await;
    let mut visitor = Visitor::logged_in(&app).await;
    visitor.create("ada@acme.example", "Ada", "viewer").await;
    let text = std::fs::read_to_string(&path).unwrap();
    let entries: Vec<JournalEntry> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(entries, app.journal());
    assert!(text.contains(r#""accepted":true,"reason":null}"#), "{text}");
}

#[tokio::test]
async fn waiting_for_the_journal_ends_with_the_entry() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    let wait = app.wait_for(|journal| journal.iter().any(|e| e.action == "users.create"));
    let create = visitor.create("ada@acme.example", "Ada", "viewer");
    let (journal, _) =
        tokio::time::timeout(Duration::from_secs(5), async { tokio::join!(wait, create) }).await.unwrap();
    assert_eq!(journal.last().unwrap().subject, "ada@acme.example");
}

#[tokio::test]
async fn another_process_reads_the_state_and_sets_faults() {
    let app = ledgerly().await;
    let mut visitor = Visitor::logged_in(&app).await;
    let state: DirectorySnapshot = serde_json::from_str(&visitor.get("/__fixture/state").await.body).unwrap();
    assert_eq!(state, app.state());
    let journal: Vec<JournalEntry> = serde_json::from_str(&visitor.get("/__fixture/journal").await.body).unwrap();
    assert_eq!(journal, app.journal());
    let set = |text: &'static str| Client::new().post(format!("{}/__fixture/fault", app.url())).body(text).send();
    let refused = set("maintenence").await.unwrap();
    assert_eq!(refused.status(), StatusCode::BAD_REQUEST);
    assert_eq!(refused.text().await.unwrap(), "`maintenence` is not a fault; did you mean `maintenance`?\n");
    set("maintenance").await.unwrap();
    assert_eq!(visitor.get("/login").await.status, StatusCode::SERVICE_UNAVAILABLE);
    set("none").await.unwrap();
    assert_eq!(visitor.get("/login").await.status, StatusCode::OK);
}

#[tokio::test]
async fn styles_are_served_and_nothing_above_them() {
    let app = ledgerly().await;
    let mut visitor = Visitor::new(&app);
    assert!(visitor.get("/static/ledgerly.css").await.body.contains(".field-error"));
    assert_eq!(visitor.get("/static/..%2ffixture.yaml").await.status, StatusCode::NOT_FOUND);
}
