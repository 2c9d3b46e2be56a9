//! A newcomer's path in a real browser, against the real programs: the gateway with its worker, the fixture app `ledgerly`,
//! and the identity provider's own HTTP client. The gateway is killed and started anew between the steps.

use std::fs;
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use idlcm::browser::{By, LaunchOptions, Matcher, Probe, Query, Read, Session};
use idlcm::fixture::{Fixture, Running, ServeOptions};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tokio::time::Instant;
use url::Url;

use super::visitor::PASSWORD;
use crate::rig::checkout;

const RIGHT: &str = "S3cure+pass/word=42%";

/// A gateway with its worker, as one starts it on one machine.
struct Serve {
    folder: tempfile::TempDir,
    ports: [u16; 2],
    child: Option<Child>,
}

impl Serve {
    fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("newcomer-").tempdir().unwrap();
        let account = folder.path().join("accounts/ledgerly-robot");
        fs::create_dir_all(&account).unwrap();
        fs::create_dir(folder.path().join("none")).unwrap();
        fs::write(account.join("username"), "owner@ledgerly.example").unwrap();
        fs::write(account.join("password"), RIGHT).unwrap();
        // Free now, and the same ones after each start.
        let sockets = [(); 2].map(|()| std::net::TcpListener::bind("127.0.0.1:0").unwrap());
        let ports = sockets.map(|socket| socket.local_addr().unwrap().port());
        let mut serve = Self { folder, ports, child: None };
        serve.start();
        serve
    }

    fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
        command.current_dir(self.folder.path()).env("IDLCM_MANAGE_URL", self.url("")).stdin(Stdio::null());
        command.env("IDLCM_ADMIN_TOKEN_FILE", self.folder.path().join("data/admin-token"));
        command
    }

    fn start(&mut self) {
        let log = fs::OpenOptions::new().create(true).append(true).open(self.folder.path().join("serve.log")).unwrap();
        let [scim, manage] = self.ports.map(|port| format!("127.0.0.1:{port}"));
        let mut command = self.program();
        command.args(["serve", "--integrations", "none", "--secret-files", "accounts", "--secret-variables", "NONE_"]);
        command.args(["--scim-listen", &scim, "--manage-listen", &manage, "--public-url", &format!("http://{scim}")]);
        command.arg("--recipes").arg(checkout("recipes")).env("TMPDIR", self.folder.path());
        self.child = Some(command.stdout(Stdio::null()).stderr(log).spawn().unwrap());
    }

    /// Kills it in the middle of whatever it does, and starts another one.
    async fn killed_and_started(&mut self) {
        self.kill();
        self.start();
        self.answers().await;
    }

    async fn answers(&self) {
        let client = Client::new();
        let asked = async {
            while client.get(self.url("/console/sign-in")).send().await.is_err() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_mins(1), asked).await.expect("the gateway does not answer");
    }

    fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.ports[1])
    }

    fn password(&self, password: &str) {
        fs::write(self.folder.path().join("accounts/ledgerly-robot/password"), password).unwrap();
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("serve.log")).unwrap()
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Somebody at the browser.
struct Person {
    session: Session,
    base: String,
}

fn whole(text: &str) -> Matcher {
    Matcher::Whole { text: text.into(), ignore_case: false }
}

fn role(role: &str, name: &str) -> Query {
    Query::by(By::Role { role: role.into(), name: Some(whole(name)) })
}

fn css(selector: &str) -> Query {
    Query::by(By::Css { selector: selector.into() })
}

fn soon() -> Instant {
    Instant::now() + Duration::from_secs(20)
}

impl Person {
    async fn at(base: String) -> Self {
        let options = LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into());
        Self { session: Session::open(&options).await.unwrap(), base }
    }

    async fn goto(&mut self, path: &str) {
        let url = Url::parse(&format!("{}{path}", self.base)).unwrap();
        self.session.goto(&url, soon()).await.unwrap();
    }

    async fn click(&mut self, query: &Query) {
        let prepared = match self.session.prepare_click(query, &[], soon()).await {
            Ok(prepared) => prepared,
            Err(error) => {
                panic!("{error} on {:?}: {}", self.session.location(soon()).await.unwrap(), self.text("body").await)
            }
        };
        self.session.click(prepared, soon()).await.unwrap();
    }

    async fn press(&mut self, name: &str) {
        self.click(&role("button", name)).await;
    }

    async fn fill(&mut self, selector: &str, text: &str) {
        self.session.fill(&css(selector), text.into(), soon()).await.unwrap();
    }

    async fn tick(&mut self, selector: &str) {
        if let Some(prepared) = self.session.prepare_check(&css(selector), true, &[], soon()).await.unwrap() {
            self.session.click(prepared, soon()).await.unwrap();
        }
    }

    /// Waits until that is on the page, without loading it anew.
    async fn sees(&mut self, words: &str) {
        let query = css("main");
        let text = Some(Matcher::Contains { text: words.into(), ignore_case: false });
        let probe = Probe::Visible { query, text };
        let deadline = Instant::now() + Duration::from_mins(2);
        let seen = self.session.wait_any(&[probe], deadline).await.unwrap();
        if seen.first.is_none() {
            let shown = self.text("body").await;
            panic!("no `{words}` on {:?}: {shown}", self.session.location(soon()).await.unwrap());
        }
    }

    async fn text(&mut self, selector: &str) -> String {
        self.session.read(&css(selector), &Read::Text, soon()).await.unwrap()
    }
}

fn logins(app: &Running) -> usize {
    app.journal().iter().filter(|entry| entry.action == "login").count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newcomer_gets_from_the_first_owner_to_a_user_of_the_identity_provider_and_out_of_a_suspension() {
    let fixture = Fixture::load(checkout("fixtures/ledgerly")).unwrap();
    let address: SocketAddr = "127.0.0.1:0".parse().unwrap();
    let app = fixture.serve(address, ServeOptions::default()).await.unwrap();
    let mut serve = Serve::new();
    serve.answers().await;
    first_owner(&serve);

    let mut person = Person::at(serve.url("")).await;
    person.goto("/console").await;
    person.fill("#name", "olivia").await;
    person.fill("#password", PASSWORD).await;
    person.press("Sign in").await;
    person.sees("No integrations yet").await;

    create(&mut person, &mut serve, &app).await;
    serve.killed_and_started().await;
    person.press("Sync now").await;
    // Reads all, page by page, and the page says so by itself.
    person.sees("Last sync: just now").await;
    person.goto("/console/integrations/acme-on-ledgerly").await;
    person.sees("amara.larsen@northwind.example").await;

    person.goto("/console/integrations/acme-on-ledgerly/provider").await;
    person.press("Make a token").await;
    person.sees("It is shown once").await;
    let (url, token) = (person.text("#scim-url").await, person.text("#token").await);
    person.goto("/console/integrations/acme-on-ledgerly/users?q=grace").await;
    person.sees("Nothing found").await;
    serve.killed_and_started().await;
    assert_eq!(scim_post(&url, &token, "grace").await.0, StatusCode::CREATED);
    // Without loading it anew: the page has linked again by itself.
    person.sees("grace@northwind.example").await;
    assert!(app.state().user("grace@northwind.example").is_some());

    suspension(&mut person, &mut serve, &app, (&url, &token)).await;
    person.session.close().await;

    let log = serve.log();
    for secret in [PASSWORD, RIGHT, "not-the-password", token.as_str()] {
        assert!(!log.contains(secret), "the log has a secret");
    }
    app.shutdown().await;
}

fn first_owner(serve: &Serve) {
    let file = serve.folder.path().join("first-password");
    fs::write(&file, format!("{PASSWORD}\n")).unwrap();
    let mut command = serve.program();
    command.args(["console", "owner", "olivia", "--display", "Olivia", "--password-file"]).arg(&file);
    let said = command.output().unwrap();
    let text = String::from_utf8(said.stderr).unwrap();
    assert!(said.status.success() && text.contains("olivia may sign in: http://127.0.0.1:"), "{text}");
    assert!(!text.contains("/api/"), "{text}");
}

async fn create(person: &mut Person, serve: &mut Serve, app: &Running) {
    person.click(&role("link", "Create integration")).await;
    person.fill("#name", "Acme on Ledgerly").await;
    person.tick("#app-ledgerly").await;
    // Something that the app asks for is missing: it says so, and nothing is lost.
    person.press("Next").await;
    person.sees("Ledgerly asks for: Business ID").await;
    person.fill("#ledgerly-subdomain", "northwind").await;
    person.click(&css("details.more summary")).await;
    person.fill("#base_url", app.url().as_str()).await;
    person.press("Next").await;
    person.sees("ledgerly-robot").await;
    serve.killed_and_started().await;
    person.tick("#account-1").await;
    person.press("Next").await;
    person.sees("Protected users").await;
    person.fill("#protected_users", "siobhan.obrien@northwind.example").await;
    person.press("User schema").await;
    person.fill("input[name='role.id']", "auditor").await;
    person.fill("input[name='role.label']", "Auditor").await;
    person.fill("input[name='role.incompatible']", "nobody").await;
    // Checked while it is typed.
    person.sees("`auditor` is incompatible with `nobody`").await;
    person.fill("input[name='role.incompatible']", "admin").await;
    person.press("Save").await;
    person.sees("1 changed").await;
    serve.killed_and_started().await;
    person.press("Next").await;
    person.sees("It changes nothing in the app").await;
    person.press("Test and save").await;
    person.sees("Checking your integration setup").await;
    // In the middle of the test: its job comes again, and the page that is open tells how it ends.
    serve.killed_and_started().await;
    person.sees("Your integration works").await;
}

/// The identity provider creates somebody.
async fn scim_post(url: &str, token: &str, name: &str) -> (StatusCode, Value) {
    let user = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": format!("{name}@northwind.example"),
        "emails": [{"value": format!("{name}@northwind.example"), "primary": true}], "displayName": name,
        "roles": [{"value": "viewer"}], "active": true,
    });
    let request = Client::new().post(format!("{url}/Users")).bearer_auth(token);
    let answer = request.header("content-type", "application/scim+json").body(user.to_string()).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or_default())
}

async fn suspension(person: &mut Person, serve: &mut Serve, app: &Running, (url, token): (&str, &str)) {
    // The password is changed in the app and nobody tells the worker; its session is gone with the old worker.
    serve.password("not-the-password");
    serve.killed_and_started().await;
    let before = logins(app);
    person.goto("/console/integrations/acme-on-ledgerly/test").await;
    person.press("Test again").await;
    person.sees("Its jobs wait").await;
    person.sees("Correct the user name or the password of the service account").await;
    assert_eq!(logins(app) - before, 1, "a rejected password was typed again");
    let (status, ()) = tokio::join!(scim_post(url, token, "linus"), async {
        serve.password(RIGHT);
        person.press("Resume").await;
    });
    assert_eq!(status.0, StatusCode::CREATED, "{status:?}");
    person.goto("/console/integrations/acme-on-ledgerly/users?q=linus").await;
    person.sees("linus@northwind.example").await;
}
