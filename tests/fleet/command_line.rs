//! What the program says to bad input, and the exit codes that scripts rely on.

use std::path::Path;

use crate::fleet::{Fleet, checkout, job};
use assert_cmd::Command;
use serde_json::{Value, json};

/// A folder with an integration, in which the program is run.
struct Desk(tempfile::TempDir);

/// How a run of the program ended.
#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("integrations")).unwrap();
        let integration = json!({
            "schema": "idlcm.integration/1", "id": "acme", "app": "ledgerly", "params": {"subdomain": "acme"},
            "service_account": {"username": {"env": "ACME_USER"}, "password": {"env": "ACME_PASSWORD"}},
        });
        std::fs::write(folder.path().join("integrations/acme.json"), integration.to_string()).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn run(&self, arguments: &[&str]) -> Said {
        self.run_in(arguments, |command| command)
    }

    fn run_in(&self, arguments: &[&str], adjust: impl FnOnce(&mut Command) -> &mut Command) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.0.path())
            .env("IDLCM_RECIPES", checkout("recipes"))
            .env("ACME_USER", "owner@acme.example")
            .env("ACME_PASSWORD", "not a real password")
            // Nothing listens there.
            .env("IDLCM_AMQP_URL", "amqp://127.0.0.1:1/%2f")
            .current_dir(self.0.path())
            .args(arguments)
            .timeout(crate::fleet::broker::DEADLINE);
        let output = adjust(&mut command).output().unwrap();
        Said {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Said {
    /// Ended with that code, with nothing but these words, among others, on standard error.
    fn is(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, code, "{self:#?}");
        for word in words {
            assert!(self.err.contains(word), "no `{word}` in {self:#?}");
        }
        assert!(!self.err.contains("panicked"), "{self:#?}");
    }
}

/// A job about a user.
fn create(user: &Value) -> String {
    job("users.create", user).to_string()
}

#[test]
fn a_job_file_that_is_not_a_job_is_refused_with_its_line() {
    let desk = Desk::new();
    let good = job("check", &json!(null)).to_string();
    let mut mistyped = job("check", &json!(null));
    mistyped["mdoe"] = json!("plan");
    let cases = [
        ("empty.json", String::new(), "holds no job"),
        ("text.json", "create ada".to_owned(), "at line 1 column 1"),
        ("broken.json", "{\n  \"schema\": \"idlcm.job/1\",\n  \"job_id\" 5\n}\n".to_owned(), "at line 3 column"),
        ("cut.ndjson", format!("{good}\n{{\"schema\":\n"), "cut.ndjson:2: the job is not JSON"),
        ("field.json", mistyped.to_string(), "did you mean `mode`?"),
        ("lines.ndjson", format!("{good}\n\n{mistyped}\n"), "lines.ndjson:3: unknown field `mdoe`"),
        ("verb.json", good.replace("\"check\"", "\"users.creat\""), "did you mean `users.create`?"),
        ("id.json", job("check", &json!(null)).to_string().replace("\"job_id\":\"", "\"job_id\":\"x"), "`job_id`"),
        ("twice.json", good.replace('}', ",\"mode\":\"plan\",\"mo\\u0064e\":\"run\"}"), "`mode` stands there twice"),
        ("version.json", good.replace("job/1", "job/9"), "this version reads `idlcm.job/1`"),
    ];
    for (name, text, words) in cases {
        let file = desk.file(name, &text);
        for command in [&["plan"][..], &["run"], &["submit"], &["submit", "--wait"]] {
            let mut arguments = command.to_vec();
            arguments.insert(1, &file);
            let said = desk.run(&arguments);
            said.is(3, &[name, words]);
            assert_eq!(said.out, "");
        }
    }
    let wide: Vec<u8> = good.encode_utf16().flat_map(u16::to_be_bytes).collect();
    std::fs::write(desk.0.path().join("wide.json"), [b"\xfe\xff", &wide[..]].concat()).unwrap();
    desk.run(&["plan", "wide.json"]).is(3, &["wide.json: the job cannot be read: it is written in UTF-16"]);
    let marked = desk.file("marked.ndjson", &format!("\u{feff}{good}\n{mistyped}\n"));
    desk.run(&["plan", &marked]).is(3, &["marked.ndjson:2: unknown field `mdoe`"]);
    desk.run(&["plan", "nowhere.json"]).is(3, &["nowhere.json cannot be read"]);
}

#[test]
fn an_integration_that_is_not_there_is_named_with_its_nearest() {
    let desk = Desk::new();
    let file = desk.file("job.json", &job("check", &json!(null)).to_string().replace("\"acme\"", "\"acne\""));
    for command in ["plan", "run"] {
        desk.run(&[command, &file]).is(3, &["unknown integration `acne`", "did you mean `acme`?"]);
    }
}

#[test]
fn a_job_that_cannot_be_done_gets_a_result_with_its_reason() {
    let desk = Desk::new();
    let cases = [
        (create(&json!({"email": "a@b.example", "name": "A"})), "missing_attribute", "`user.role` is missing"),
        (
            create(&json!({"email": "a@b.example", "name": "A", "role": "acountant"})),
            "unknown_role",
            "did you mean `accountant`?",
        ),
        (
            create(&json!({"email": "a@b.example", "name": "A", "role": "viewer", "nmae": "B"})),
            "invalid_attribute",
            "did you mean `name`?",
        ),
        (job("users.delete", &json!({"email": "a@b.example"})).to_string(), "unsupported_action", "Ledgerly offers"),
    ];
    for (text, kind, words) in cases {
        let file = desk.file("job.json", &text);
        for command in ["plan", "run"] {
            let said = desk.run(&[command, &file]);
            assert_eq!(said.code, 1, "{said:#?}");
            let result: Value = serde_json::from_str(&said.out).unwrap();
            assert_eq!(result["error"]["kind"], kind, "{result:#}");
            assert!(result["error"]["message"].as_str().unwrap().contains(words), "{result:#}");
        }
    }
}

#[test]
fn a_broken_recipe_is_refused_with_its_place() {
    let desk = Desk::new();
    let recipe = std::fs::read_to_string(checkout("recipes/ledgerly/recipe.yaml")).unwrap();
    let broken = recipe.replace("submit:   {role:", "submit:   {roel:");
    assert_ne!(recipe, broken);
    let line = broken.lines().position(|line| line.contains("roel")).unwrap() + 1;
    std::fs::create_dir_all(desk.0.path().join("mine/ledgerly")).unwrap();
    let file = desk.file("mine/ledgerly/recipe.yaml", &broken);
    let place = format!("recipe.yaml:{line}:18");

    let checked = desk.run(&["recipe", "check", &file]);
    checked.is(3, &[]);
    let all = checked.out + &checked.err;
    assert!(all.contains(&place) && all.contains("did you mean `role`?"), "{all}");

    // Whoever uses it is told so too, and its integration is not there.
    let job = desk.file("job.json", &job("check", &json!(null)).to_string());
    desk.run(&["plan", &job, "--recipes", "mine"]).is(3, &[&place, "unknown integration `acme`"]);
}

#[test]
fn without_a_browser_the_package_is_named() {
    let desk = Desk::new();
    // Browsers are looked for on the path and where Debian puts them; one of them is not there, mostly.
    let known = ["/usr/lib/firefox-esr/firefox-esr", "/usr/lib/firefox/firefox"];
    if known.iter().any(|path| Path::new(path).exists()) {
        println!("not tried: Firefox is installed here, and Chromium is needed by all other tests");
        return;
    }
    let driver = "firefox";
    let job = desk.file("job.json", &job("check", &json!(null)).to_string());
    let without = |arguments: &[&str]| desk.run_in(arguments, |command| command.env("PATH", ""));
    for arguments in [&["worker"][..], &["demo"]] {
        let arguments = [arguments, &["--webdriver", driver]].concat();
        without(&arguments).is(4, &["no browser was found", "apt-get install "]);
    }
    let run = without(&["run", &job, "--webdriver", driver]);
    run.is(4, &[]);
    assert!(run.out.contains("driver_error") && run.out.contains("apt-get install "), "{run:#?}");
    let doctor = without(&["doctor", "--webdriver", driver]);
    doctor.is(4, &[]);
    assert!(doctor.out.contains("apt-get install "), "{doctor:#?}");
}

#[test]
fn without_a_broker_its_address_and_the_doctor_are_named() {
    let desk = Desk::new();
    let job = desk.file("job.json", &job("check", &json!(null)).to_string());
    for arguments in [&["submit", &job][..], &["queue", "apply"], &["queue", "status"]] {
        desk.run(arguments).is(4, &["no broker answers at amqp://guest@127.0.0.1:1/%2f", "`idlcm doctor`"]);
    }
}

#[test]
fn a_secret_that_is_not_there_is_named() {
    let desk = Desk::new();
    let job = desk.file("job.json", &job("check", &json!(null)).to_string());
    let said = desk.run_in(&["run", &job], |command| command.env_remove("ACME_PASSWORD"));
    said.is(4, &["the environment variable ACME_PASSWORD is not set"]);
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_right() {
    let desk = Desk::new();
    let fixture = checkout("fixtures/ledgerly").display().to_string();
    desk.run(&[]).is(2, &["Usage: idlcm"]);
    desk.run(&["wroker"]).is(2, &["'worker'"]);
    desk.run(&["run"]).is(2, &["<JOB>"]);
    desk.run(&["queue", "status", "--amqp-url", "http://127.0.0.1"]).is(2, &["write `amqps://"]);
    desk.run(&["queue", "status", "--amqp-url", "amqp://rabbit.example/%2f"]).is(2, &["amqps://", "--insecure"]);
    desk.run(&["worker", "--sessions", "0"]).is(2, &["write 1 or more"]);
    desk.run(&["worker", "--drain", "soon"]).is(2, &["--drain"]);
    desk.run(&["doctor", "--webdriver", "safari"]).is(2, &["write auto, chrome, firefox"]);
    desk.run(&["fixture", "serve", &fixture, "--fault", "error_befor"]).is(2, &["did you mean `error_before`?"]);
    desk.run(&["fixture", "serve", &fixture, "--fault", "slow=often"]).is(2, &["write `slow=500`"]);
    desk.run(&["fixture", "serve", "nowhere"]).is(3, &["nowhere/fixture.yaml cannot be read"]);
    desk.run(&["report", "nowhere"]).is(3, &["nowhere"]);
    desk.run(&["schema", "jobs"]).is(2, &["'job'"]);
}

#[test]
fn every_command_has_help_and_none_shows_a_hidden_one() {
    let desk = Desk::new();
    let all = desk.run(&["--help"]);
    all.is(0, &[]);
    for command in [
        "demo",
        "doctor",
        "recipe",
        "fixture",
        "plan",
        "run",
        "inspect",
        "submit",
        "worker",
        "gateway",
        "serve",
        "admin",
        "queue",
        "integrations",
        "dead-letters",
        "report",
    ] {
        assert!(all.out.contains(&format!("  {command} ")), "{command} is not in {}", all.out);
        desk.run(&[command, "--help"]).is(0, &[]);
    }
    for said in [all, desk.run(&[])] {
        assert!(!(said.out + &said.err).contains("browser-guard"));
    }
    assert_eq!(desk.run(&["--version"]).out, concat!("idlcm ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn schemas_are_those_that_are_committed() {
    let desk = Desk::new();
    for name in ["job", "result", "progress", "integration", "recipe", "fixture"] {
        let said = desk.run(&["schema", name]);
        said.is(0, &[]);
        let printed: Value = serde_json::from_str(&said.out).unwrap();
        let committed = std::fs::read_to_string(checkout(&format!("schemas/{name}.schema.json"))).unwrap();
        assert_eq!(
            printed,
            serde_json::from_str::<Value>(&committed).unwrap(),
            "write it anew: idlcm schema {name} > schemas/{name}.schema.json"
        );
    }
}

/// A header of a dead letter.
fn header(letter: &lapin::message::Delivery, name: &str) -> String {
    let headers = letter.properties.headers().clone().unwrap();
    headers.inner().get(name).and_then(|value| value.as_long_string()).unwrap().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_job_is_a_dead_letter_and_every_job_is_answered() {
    let fleet = Fleet::start().await;
    let mut worker = fleet.worker("w");
    let nonsense = b"create ada, please".to_vec();
    fleet.broker.publish("idlcm.jobs", "acme", &nonsense, lapin::BasicProperties::default()).await;
    let letter = fleet.broker.take("idlcm.dead").await;
    assert_eq!(letter.data, nonsense);
    assert_eq!(header(&letter, "idlcm-reason"), "malformed");
    assert!(header(&letter, "idlcm-detail").contains("not JSON"));
    assert_eq!(
        (header(&letter, "idlcm-exchange"), header(&letter, "idlcm-routing-key")),
        ("idlcm.jobs".into(), "acme".into())
    );

    // What says who it is gets an answer besides.
    let mut mistyped = job("check", &json!(null));
    mistyped["mdoe"] = json!("plan");
    fleet.publish(&mistyped).await;
    let letter = fleet.broker.take("idlcm.dead").await;
    assert_eq!(serde_json::from_slice::<Value>(&letter.data).unwrap(), mistyped);
    assert_eq!(header(&letter, "idlcm-reason"), "malformed");
    let answer: Value = serde_json::from_slice(&fleet.broker.take("idlcm.results").await.data).unwrap();
    assert_eq!((&answer["job_id"], &answer["error"]["kind"]), (&mistyped["job_id"], &json!("invalid_job")));

    // So does a job for an integration that nobody knows.
    let mut stray = job("check", &json!(null));
    stray["integration"] = json!("nobody");
    let answer = fleet.submit(&[&stray]).result().await;
    assert_eq!(answer["error"]["kind"], "unknown_integration", "{answer:#}");
    let letter = fleet.broker.take("idlcm.dead").await;
    assert_eq!(header(&letter, "idlcm-reason"), "unknown_integration");
    assert_eq!(serde_json::from_slice::<Value>(&letter.data).unwrap()["job_id"], stray["job_id"]);

    // The queue goes on, and nothing is left in it.
    let roles = fleet.submit(&[&job("users.delete", &json!({"email": "a@b.example"}))]).result().await;
    assert_eq!(roles["error"]["kind"], "unsupported_action");
    fleet.waiting("acme", 0, 1).await;
    assert!(fleet.app.journal().is_empty());
    assert!(worker.end().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_whose_browsers_run_elsewhere_starts_without_one_of_its_own() {
    let fleet = Fleet::start().await;
    let mut worker = fleet.worker_with("w", |command| command.args(["--webdriver", "http://127.0.0.1:1"]));
    fleet.waiting("acme", 0, 1).await;
    assert!(worker.end().await.success());
}
