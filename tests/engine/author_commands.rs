//! What recipe authors type, the real program against the fixture app `ledgerly`: several jobs in one session, looking at a
//! page, trying a locator.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use idlcm::browser::Webdriver;
use idlcm::fixture::{Fixture, Running, ServeOptions};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _};
use tokio::process::Command;

use crate::ledgerly_app::{PASSWORD, USERNAME};

/// The app, and a user's home with an integration for it.
struct Desk {
    app: Running,
    folder: tempfile::TempDir,
    password: &'static str,
}

/// How a run of the program ended.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Said {
    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{self:#?}"))).collect()
    }

    fn outcomes(&self) -> Vec<String> {
        self.lines().iter().map(|line| line["outcome"].as_str().unwrap().to_owned()).collect()
    }

    /// Ended with that code, with these words among others on standard error.
    fn is(&self, code: i32, words: &[&str]) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        for word in words {
            assert!(self.err.contains(word), "no `{word}` in {self:#?}");
        }
        self
    }
}

impl Desk {
    async fn new() -> Self {
        let fixture = Fixture::load(checkout("fixtures/ledgerly")).unwrap();
        let app = fixture.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let integration = json!({
            "schema": "idlcm.integration/1", "id": "acme", "app": "ledgerly", "base_url": app.url(),
            "params": {"subdomain": "acme"},
            "service_account": {"username": {"env": "APP_USER"}, "password": {"env": "APP_PASSWORD"}},
        });
        std::fs::create_dir(folder.path().join("integrations")).unwrap();
        std::fs::write(folder.path().join("integrations/acme.json"), integration.to_string()).unwrap();
        Self { app, folder, password: PASSWORD }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.folder.path())
            .env("IDLCM_RECIPES", checkout("recipes"))
            .env("APP_USER", USERNAME)
            .env("APP_PASSWORD", self.password)
            .env("RUST_LOG", "debug")
            .current_dir(self.folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }

    async fn run(&self, arguments: &[&str]) -> Said {
        self.said(self.command(arguments), "").await
    }

    async fn said(&self, mut command: Command, input: &str) -> Said {
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(input.as_bytes()).await.unwrap();
        drop(stdin);
        let output = child.wait_with_output().await.unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let said = Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
        assert!(!said.err.contains("panicked"), "{said:#?}");
        for shown in [&said.out, &said.err] {
            assert!(!shown.contains(self.password), "the password is shown: {shown}");
        }
        said
    }

    /// A file of jobs, one a line.
    fn jobs(&self, jobs: &[Value]) -> String {
        let lines: Vec<String> = jobs.iter().map(Value::to_string).collect();
        let path = self.folder.path().join("jobs.ndjson");
        std::fs::write(&path, lines.join("\n") + "\n").unwrap();
        path.display().to_string()
    }

    fn logins(&self) -> usize {
        self.app.journal().iter().filter(|entry| entry.action == "login").count()
    }
}

fn checkout(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn job(action: &str, user: &Value) -> Value {
    let mut job =
        json!({"schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": "acme", "action": action});
    if !user.is_null() {
        job["user"] = user.clone();
    }
    job
}

fn ada() -> Value {
    json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "viewer"})
}

#[tokio::test(flavor = "multi_thread")]
async fn the_jobs_of_a_file_are_done_in_order_in_one_session() {
    let desk = Desk::new().await;
    let jobs = [job("users.create", &ada()), job("users.create", &ada()), job("users.list", &json!(null))];
    let said = desk.run(&["run", &desk.jobs(&jobs), "--report", "report.html"]).await;
    said.is(0, &["1/3 users.create on acme: succeeded", "3/3 users.list on acme: succeeded", "report: report.html"]);
    assert_eq!(said.outcomes(), ["succeeded", "unchanged", "succeeded"]);
    let ids: Vec<Value> = said.lines().iter().map(|result| result["job_id"].clone()).collect();
    assert_eq!(ids, jobs.iter().map(|job| job["job_id"].clone()).collect::<Vec<_>>());
    assert_eq!(desk.logins(), 1);
    let report = std::fs::read_to_string(desk.folder.path().join("report.html")).unwrap();
    assert!(report.contains("3 jobs") && !report.contains(PASSWORD));
    assert!(report.matches("data:image/").count() > 3, "the report has no pictures");

    // The same from standard input, and one job over several lines.
    let pretty = serde_json::to_string_pretty(&job("check", &json!(null))).unwrap();
    let said = desk.said(desk.command(&["run", "-"]), &pretty).await;
    said.is(0, &[]);
    assert_eq!(said.outcomes(), ["succeeded"]);
    assert!(!said.err.contains("1/1"), "{said:#?}");
    let lines = format!("{}\n\n{}\n", jobs[1], jobs[0]);
    let said = desk.said(desk.command(&["run", "-", "--plan"]), &lines).await;
    assert_eq!(said.is(0, &[]).outcomes(), ["unchanged", "unchanged"]);
    assert_eq!(desk.logins(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_job_that_fails_is_the_last_unless_the_others_are_asked_for() {
    let desk = Desk::new().await;
    let nobody = json!({"email": "nobody@acme.example"});
    let jobs =
        [job("users.create", &ada()), job("users.get", &nobody), job("users.get", &ada()), job("users.get", &nobody)];
    let file = desk.jobs(&jobs);
    let said = desk.run(&["run", &file]).await;
    said.is(1, &["2/4 users.get on acme: failed, not_found", "2 jobs not begun: --keep-going goes on after a failure"]);
    assert_eq!(said.outcomes(), ["succeeded", "failed"]);
    let said = desk.run(&["run", &file, "--keep-going"]).await;
    said.is(1, &["4/4 users.get"]);
    assert_eq!(said.outcomes(), ["unchanged", "failed", "succeeded", "failed"]);
    assert_eq!(desk.logins(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_interrupted_is_left_unfinished() {
    let desk = Desk::new().await;
    let file = desk.jobs(&[(); 40].map(|()| job("check", &json!(null))));
    let mut child = desk.command(&["run", &file]).env("RUST_LOG", "warn").spawn().unwrap();
    let mut results = tokio::io::BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(results.next_line().await.unwrap().unwrap().contains("succeeded"));
    let killed = Command::new("kill").args(["-INT", &child.id().unwrap().to_string()]).status().await;
    assert!(killed.unwrap().success());
    let output = child.wait_with_output().await.unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(5), "{err}");
    assert!(err.contains("stopping before the next step") && err.contains(" not begun: interrupted"), "{err}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_run_of_a_file_with_a_line_that_is_no_job() {
    let desk = Desk::new().await;
    let mut mistyped = job("users.create", &ada());
    mistyped["mdoe"] = json!("plan");
    let file = desk.jobs(&[job("users.create", &ada()), mistyped]);
    desk.run(&["run", &file, "--keep-going"]).await.is(3, &["jobs.ndjson:2: unknown field `mdoe`", "`mode`"]);
    let mut stray = job("check", &json!(null));
    stray["integration"] = json!("acne");
    let file = desk.jobs(&[job("users.create", &ada()), stray]);
    desk.run(&["run", &file, "--keep-going"]).await.is(3, &["unknown integration `acne`", "did you mean `acme`?"]);
    assert_eq!(desk.app.journal().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rejected_password_is_typed_once_however_many_jobs_there_are() {
    let mut desk = Desk::new().await;
    desk.password = "Wr0ng+pass/word=43%";
    let jobs = [(); 3].map(|()| job("check", &json!(null)));
    let file = desk.jobs(&jobs);
    let failed = |said: &Said| {
        let kinds: Vec<Value> = said.lines().iter().map(|result| result["error"]["kind"].clone()).collect();
        assert_eq!(kinds, [json!("bad_credentials"), json!("bad_credentials"), json!("bad_credentials")], "{said:#?}");
    };
    // Where nothing can be kept, it is known at least as long as the program runs.
    let mut homeless = desk.command(&["run", &file, "--keep-going"]);
    homeless.env_remove("HOME");
    failed(desk.said(homeless, "").await.is(1, &[]));
    assert_eq!(desk.logins(), 1);
    failed(desk.run(&["run", &file, "--keep-going"]).await.is(1, &[]));
    assert_eq!(desk.logins(), 2);
    // Asked for once, it is tried once.
    failed(desk.run(&["run", &file, "--keep-going", "--retry-login"]).await.is(1, &[]));
    assert_eq!(desk.logins(), 3);
    failed(desk.run(&["run", &file, "--keep-going"]).await.is(1, &[]));
    assert_eq!(desk.logins(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_shown_with_locators_that_can_be_pasted() {
    let desk = Desk::new().await;
    let said = desk.run(&["inspect", "--integration", "acme"]).await;
    said.is(0, &["/admin/users \"Users · Ledgerly\": screen users"]);
    let line = |words: &str| {
        let found = said.out.lines().filter(|line| line.contains(words)).collect::<Vec<_>>();
        assert_eq!(found.len(), 1, "{words}: {said:#?}");
        found[0].to_owned()
    };
    assert!(line("heading   \"Users\"").ends_with("  {role: heading, name: Users}"));
    assert!(line("searchbox \"Search users\" = \"\"").ends_with("  {role: searchbox, name: Search users}"));
    assert!(
        line("table     \"Users\" columns Name | Email | Role | Status | Joined | Actions 25 rows")
            .ends_with("  {role: table, name: Users}")
    );
    assert!(line("link      \"Previous\" (disabled)").ends_with("  {role: link, name: Previous}"));
    assert_eq!(desk.logins(), 1);

    let said =
        desk.run(&["inspect", "--integration", "acme", "/admin/users/new", "--screen", "user_form", "--json"]).await;
    said.is(0, &["/admin/users/new", "screen user_form"]);
    let elements = said.lines();
    let named = |name: &str| elements.iter().find(|element| element["name"] == name).unwrap();
    assert_eq!(named("Email")["label"], "Email");
    assert_eq!(named("Role")["options"], json!(["Choose a role", "Administrator", "Accountant", "Read only"]));
    assert_eq!(named("Create user")["locator"], "{role: button, name: Create user}");
    assert!(elements.iter().all(|element| element["locator"].is_string()), "{elements:#?}");
    let at = |name: &str| elements.iter().position(|element| element["name"] == name).unwrap();
    assert!(at("New user") < at("Email") && at("Email") < at("Full name") && at("Role") < at("Create user"));
    assert!(!said.out.contains("The address cannot be changed") && !said.out.contains("seats left"));
    // What the app shows of the service account's secrets is masked, wherever it stands.
    let echo =
        format!("/admin/users?q={}", url::form_urlencoded::byte_serialize(PASSWORD.as_bytes()).collect::<String>());
    let said = desk.run(&["inspect", "--integration", "acme", &echo, "--all"]).await;
    assert!(said.is(0, &["?q=[secret]"]).out.contains("\"Search users\" = \"[secret]\""), "{said:#?}");
    let all = desk.run(&["inspect", "--integration", "acme", "/admin/users/new", "--all"]).await;
    assert!(all.is(0, &[]).out.contains("seats left"), "{all:#?}");
    assert_eq!(all.out.matches("Create user").count(), 2, "once as its name and once in its locator: {all:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_inspected_is_told_with_what_to_write() {
    let mut desk = Desk::new().await;
    let inspect = ["inspect", "--integration", "acme"];
    let with = |more: &[&'static str]| [&inspect[..], more].concat();
    let screen = "a screen has no address of its own; name the path of a page that shows it, such as `/admin/users --screen users`";
    desk.run(&with(&["users"])).await.is(2, &[screen]);
    desk.run(&with(&["admin/users"])).await.is(2, &["write `/admin/users`"]);
    desk.run(&with(&["https://elsewhere.example/"])).await.is(2, &["is not a page of", "`origins`"]);
    desk.run(&with(&["/admin/users", "--screen", "user"]))
        .await
        .is(2, &["there is no screen `user`", "did you mean `users`?"]);
    desk.run(&with(&["--screen", "users"])).await.is(2, &["<PAGE>"]);
    desk.run(&["inspect"]).await.is(2, &["--integration <ID>"]);
    desk.run(&["inspect", "--integration", "acne"]).await.is(3, &["did you mean `acme`?"]);
    assert_eq!(desk.app.journal().len(), 0);

    // A rejected password is typed once, by whatever command.
    desk.password = "Wr0ng+pass/word=43%";
    desk.run(&inspect).await.is(1, &["bad_credentials"]);
    desk.run(&inspect).await.is(1, &["rejected before"]);
    desk.run(&["run", &desk.jobs(&[job("check", &json!(null))])]).await.is(1, &[]);
    assert_eq!(desk.logins(), 1);
    desk.run(&with(&["--retry-login"])).await.is(1, &["bad_credentials"]);
    assert_eq!(desk.logins(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locator_is_tried_and_every_match_is_told_apart() {
    let desk = Desk::new().await;
    let at = async |path: &str, locator: &str| desk.run(&["try", "--integration", "acme", "--at", path, locator]).await;

    let one = at("/admin/users", "users.add").await;
    one.is(0, &["/admin/users \"Users · Ledgerly\": screen users"]);
    assert!(one.out.starts_with("1 element matches users.add\n"), "{one:#?}");
    assert!(one.out.contains("also  {role: link, name: Add user}"), "{one:#?}");
    assert_eq!(desk.logins(), 1);

    let many = at("/admin/users", "{role: link, name: Edit}").await;
    assert!(many.is(1, &[]).out.starts_with("25 elements match {role: link, name: Edit}\n"), "{many:#?}");
    assert!(many.out.contains("  5 more not shown here\n"), "{many:#?}");
    let adds: Vec<&str> = many.out.lines().filter_map(|line| Some(line.split_once("    add  ")?.1)).collect();
    assert_eq!(adds.len(), 20, "{many:#?}");
    let narrow = at("/admin/users", &format!("{{role: link, name: Edit, {}}}", adds[3])).await;
    assert!(narrow.is(0, &[]).out.starts_with("1 element matches"), "{narrow:#?}");

    let none = at("/admin/users", "{role: link, name: New user}").await;
    assert!(none.is(1, &[]).out.starts_with("nothing visible matches"), "{none:#?}");
    assert!(none.out.contains("write  {role: link, name: Add user}"), "{none:#?}");
    let hidden = at("/admin/users", "{css: head title}").await;
    assert!(hidden.is(1, &[]).out.contains("  1 more hidden\n"), "{hidden:#?}");
    let inputs =
        desk.run(&["try", "--integration", "acme", "--at", "/login", "--screen", "login", "{css: input}"]).await;
    assert!(inputs.is(1, &["screen login"]).out.contains("add  where: {name: password}"), "{inputs:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_locator_is_told_where_it_is_wrong() {
    let desk = Desk::new().await;
    let cases = [
        ("{roel: link}", &["unknown_key", "LOCATOR:1:2", "did you mean `role`?"][..]),
        ("users.ad", &["there is no element `users.ad`", "did you mean `users.add`?"]),
        ("Add user", &["not_an_element", "{text: Add user}"]),
        ("{role: link", &["LOCATOR:1:"]),
        ("{text: \"{{ user.email }}\"}", &["a locator that is tried"]),
        (" ", &["it is empty"]),
        ("{column: Name}", &["in a row", "within: {role: row"]),
    ];
    for (locator, words) in cases {
        let said = desk.run(&["try", "--integration", "acme", "--at", "/admin/users", locator]).await;
        said.is(2, &["write for example"]).is(2, words);
    }
    desk.run(&["try", "--integration", "acme", "users.add"]).await.is(2, &["--at <PATH>"]);
    desk.run(&["try", "--integration", "acme", "--at", "users", "users.add"])
        .await
        .is(2, &["has no address of its own"]);
    assert_eq!(desk.app.journal().len(), 0);
}

/// A driver elsewhere: a real one, told to start a browser that needs no screen.
struct Elsewhere {
    address: std::net::SocketAddr,
    /// Requests that ended a session.
    ended: Arc<AtomicUsize>,
    _driver: tokio::process::Child,
}

impl Elsewhere {
    async fn start() -> Self {
        let found = idlcm::browser::probe(&Webdriver::Chrome).await.unwrap();
        let mut driver = Command::new(&found.driver_path)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut said = tokio::io::BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = loop {
            let line = said.next_line().await.unwrap().expect("the driver names its port");
            if let Some((_, port)) = line.split_once("successfully on port ") {
                break port.trim_end_matches('.').to_owned();
            }
        };
        let shell = found.browser_path.to_string_lossy().contains("headless");
        let options = json!({
            "browserName": if shell { "chrome-headless-shell" } else { "chrome" },
            "goog:chromeOptions": {
                "binary": found.browser_path, "args": ["--headless", "--no-sandbox", "--disable-dev-shm-usage"],
            },
        });
        let ended = Arc::new(AtomicUsize::new(0));
        let (http, count) = (reqwest::Client::new(), Arc::clone(&ended));
        let pass = move |request: axum::extract::Request| {
            let (http, count, options, port) = (http.clone(), Arc::clone(&count), options.clone(), port.clone());
            async move {
                let (parts, body) = request.into_parts();
                let mut body = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
                let path = parts.uri.path();
                if parts.method == "POST" && path == "/session" {
                    let mut wanted: Value = serde_json::from_slice(&body).unwrap();
                    let always = wanted["capabilities"]["alwaysMatch"].as_object_mut().unwrap();
                    always.extend(options.as_object().unwrap().clone());
                    body = wanted.to_string().into_bytes();
                } else if parts.method == "DELETE" && path.matches('/').count() == 2 {
                    count.fetch_add(1, Ordering::SeqCst);
                }
                let url = format!("http://127.0.0.1:{port}{path}");
                let answer = http.request(parts.method, url).body(body).send().await.unwrap();
                let json = [("content-type", "application/json; charset=utf-8")];
                (answer.status(), json, answer.bytes().await.unwrap())
            }
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, axum::Router::new().fallback(pass)).await });
        Self { address, ended, _driver: driver }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_stays_open_until_enter_with_the_page_that_failed() {
    let desk = Desk::new().await;
    let driver = Elsewhere::start().await;
    let url = format!("http://{}", driver.address);
    let file = desk.jobs(&[job("check", &json!(null)), job("users.get", &json!({"email": "nobody@acme.example"}))]);
    let page = ["inspect", "--integration", "acme"];
    let open = ["--headed", "--keep-open", "--webdriver", &url];
    for (command, code, enter) in [(&["run", &file][..], 1, true), (&page[..], 0, true), (&page[..], 0, false)] {
        let before = driver.ended.load(Ordering::SeqCst);
        let mut child = desk.command(&[command, &open].concat()).env("RUST_LOG", "warn").spawn().unwrap();
        let mut told = tokio::io::BufReader::new(child.stderr.take().unwrap()).lines();
        let mut lines = Vec::new();
        while !lines.last().is_some_and(|line: &String| line.contains("press Enter here")) {
            let line = told.next_line().await.unwrap();
            lines.push(line.unwrap_or_else(|| panic!("it ended before Enter: {lines:#?}")));
        }
        assert!(child.try_wait().unwrap().is_none());
        assert_eq!(driver.ended.load(Ordering::SeqCst), before, "the browser was closed");
        let mut stdin = child.stdin.take().unwrap();
        if enter {
            stdin.write_all(b"\n").await.unwrap();
        } else {
            let killed = Command::new("kill").args(["-INT", &child.id().unwrap().to_string()]).status().await;
            assert!(killed.unwrap().success());
        }
        let output = child.wait_with_output().await.unwrap();
        assert_eq!(output.status.code(), Some(code));
        assert_eq!(driver.ended.load(Ordering::SeqCst), before + 1);
        assert!(!output.stdout.is_empty());
    }
    // The page of a login that was refused, too, until the input ends.
    let wrong = Desk { password: "Wr0ng+pass/word=43%", ..Desk::new().await };
    let said = wrong.run(&[&page[..], &open].concat()).await;
    said.is(1, &["bad_credentials", "press Enter here"]);
    let file = wrong.jobs(&[job("check", &json!(null))]);
    let said = wrong.run(&[&["run", &file, "--retry-login"][..], &open].concat()).await;
    assert_eq!(said.is(1, &["press Enter here"]).lines()[0]["error"]["kind"], "bad_credentials");

    desk.run(&["run", &file, "--keep-open"]).await.is(2, &["--headed"]);
    desk.run(&["run", "-", "--headed", "--keep-open"]).await.is(2, &["name a file"]);
}
