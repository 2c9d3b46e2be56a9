//! `idlcm run`, the real program: what it remembers from one run to the next, and what it shows.

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use idlcm::fixture::{Fixture, Running, ServeOptions};
use serde_json::{Value, json};
use tokio::process::Command;

const ADA: &str = "ada@x.example";
const SEED: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// An app of `tests/apps`, and a user's home with its recipe and integration.
struct Home {
    app: Running,
    folder: tempfile::TempDir,
}

impl Home {
    async fn new(name: &str, change: impl Fn(&str) -> String) -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/apps").join(name);
        let fixture = Fixture::load(source.clone()).unwrap();
        let app = fixture.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let recipes = folder.path().join("recipes").join(name);
        std::fs::create_dir_all(&recipes).unwrap();
        let recipe = std::fs::read_to_string(source.join("recipe.yaml")).unwrap();
        std::fs::write(recipes.join("recipe.yaml"), change(&recipe)).unwrap();
        let mut account = json!({"username": {"env": "APP_USER"}, "password": {"env": "APP_PASSWORD"}});
        if recipe.contains("totp]") {
            account["totp"] = json!({"env": "APP_SEED"});
        }
        let integration = json!({
            "schema": "idlcm.integration/1", "id": "acme", "app": name, "base_url": app.url(), "service_account": account,
        });
        std::fs::create_dir(folder.path().join("integrations")).unwrap();
        std::fs::write(folder.path().join("integrations/acme.json"), integration.to_string()).unwrap();
        Self { app, folder }
    }

    fn command(&self, action: &str, rest: &Value, password: &str) -> Command {
        let mut job = rest.clone();
        job["schema"] = "idlcm.job/1".into();
        job["job_id"] = uuid::Uuid::new_v4().to_string().into();
        job["integration"] = "acme".into();
        job["action"] = action.into();
        let file = self.folder.path().join("job.json");
        std::fs::write(&file, job.to_string()).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.folder.path())
            .env("APP_USER", "root@x.example")
            .env("APP_PASSWORD", password)
            .env("APP_SEED", SEED)
            .env("RUST_LOG", "debug")
            .current_dir(self.folder.path())
            .args([Path::new("run"), &file])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }

    async fn run(&self, action: &str, rest: &Value, password: &str) -> (Value, Output) {
        let output = self.command(action, rest, password).output().await.unwrap();
        let last = output.stdout.split(|byte| *byte == b'\n').rfind(|line| !line.is_empty());
        let result = last.map_or(Value::Null, |line| serde_json::from_slice(line).unwrap());
        (result, output)
    }

    fn state(&self, name: &str) -> PathBuf {
        self.folder.path().join(".local/state/idlcm").join(name)
    }

    /// The last time step that was used, if one was.
    fn step(&self) -> Option<u64> {
        let text = std::fs::read_to_string(self.state("one-time-passwords.json")).ok()?;
        let used: Value = serde_json::from_str(&text).unwrap();
        used.as_object().unwrap().values().next()?.as_u64()
    }

    fn logins(&self) -> Vec<bool> {
        let journal = self.app.journal();
        journal.iter().filter(|entry| entry.action == "login").map(|entry| entry.accepted).collect()
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const RIGHT: &str = "correct horse battery";

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_a_killed_run_may_have_typed_is_not_typed_by_the_next() {
    let home = Home::new("vault", str::to_owned).await;
    let mut killed = home.command("check", &json!({}), RIGHT).spawn().unwrap();
    let first = loop {
        if let Some(step) = home.step() {
            break step;
        }
        assert!(killed.try_wait().unwrap().is_none(), "it ended without a code");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    };
    killed.kill().await.unwrap();
    let (result, output) = home.run("check", &json!({}), RIGHT).await;
    assert_eq!(result["outcome"], "succeeded", "{}", said(&output));
    assert!(home.step().unwrap() > first, "the same time step was used twice");
    assert!(home.logins().iter().all(|accepted| *accepted), "the app saw a code twice");
    for step in first..=home.step().unwrap() {
        let code = idlcm::secrets::one_time_code(&idlcm::secrets::Secret::new(SEED), step).unwrap();
        let written = format!("{}{}", said(&output), String::from_utf8_lossy(&output.stdout));
        assert!(!written.contains(code.expose()) && !written.contains(SEED));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_not_typed_where_nobody_can_note_that_it_is_used() {
    let home = Home::new("vault", str::to_owned).await;
    let file = home.state("one-time-passwords.json");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "{\"half\": ").unwrap();
    let (result, output) = home.run("check", &json!({}), RIGHT).await;
    assert_eq!(result["outcome"], "failed");
    assert!(said(&output).contains("fix the file or remove it"), "{}", said(&output));
    assert!(home.logins().is_empty(), "a code was typed");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_rejected_password_is_typed_once_whatever_else_was_rejected() {
    let home = Home::new("teams", str::to_owned).await;
    for (password, seen) in
        [("first wrong one", 1), ("second wrong one", 2), ("second wrong one", 2), ("first wrong one", 2)]
    {
        let (result, output) = home.run("check", &json!({}), password).await;
        assert_eq!(result["error"]["kind"], "bad_credentials", "{}", said(&output));
        assert_eq!(home.logins().len(), seen, "{password}");
    }
    let (result, _) = home.run("check", &json!({}), RIGHT).await;
    assert_eq!(result["outcome"], "succeeded");
    let kept = std::fs::read_to_string(home.state("rejected-logins.json")).unwrap();
    assert!(!kept.contains("wrong"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_fails_is_drawn_into_the_recipe_with_what_to_write() {
    let home = Home::new("two-saves", |text| text.replace("name: {label: Name}", "name: {label: Full name}")).await;
    let rename = json!({"user": {"email": "eve@x.example", "name": "Eve B"}});
    let (result, output) = home.run("users.update", &rename, RIGHT).await;
    assert_eq!((result["outcome"].as_str(), result["effect"].as_str()), (Some("failed"), Some("none")));
    assert_eq!(output.status.code(), Some(1));
    let err = said(&output);
    let recipe = std::fs::read_to_string(home.folder.path().join("recipes/two-saves/recipe.yaml")).unwrap();
    let line = recipe.lines().position(|line| line.contains("Full name")).unwrap();
    let column = recipe.lines().nth(line).unwrap().find("{label: Full name}").unwrap() + 1;
    for words in [
        "error[element_missing]: ".to_owned(),
        format!("recipes/two-saves/recipe.yaml:{}:{column}", line + 1),
        "^^^^^^^^^^^^^^^^^^".to_owned(),
        "write  {role: textbox, name: Name}".to_owned(),
        "= nothing was changed in the app: the commit step was not reached".to_owned(),
    ] {
        assert!(err.contains(&words), "no `{words}` in\n{err}");
    }
    // What it says to write works as it stands.
    let fixed = recipe.replace("{label: Full name}", "{role: textbox, name: Name}");
    std::fs::write(home.folder.path().join("recipes/two-saves/recipe.yaml"), fixed).unwrap();
    let (result, output) = home.run("users.update", &rename, RIGHT).await;
    assert_eq!(result["outcome"], "succeeded", "{}", said(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_has_every_list_in_one_result_and_grants_are_given() {
    let lists = "actions:\n  groups.list: {catalog: true}\n  roles.list: {catalog: true}\n";
    let home = Home::new("teams", |text| text.replace("actions:\n", lists)).await;
    let grant = json!({"user": {"email": "eve@x.example"}, "grants": {"assets": {"add": ["audit"]}}});
    let (result, output) = home.run("users.update", &grant, RIGHT).await;
    assert_eq!(result["outcome"], "succeeded", "{}", said(&output));
    let (again, _) = home.run("users.update", &grant, RIGHT).await;
    assert_eq!(again["outcome"], "unchanged");
    let state = serde_json::to_value(home.app.state().user("eve@x.example").unwrap()).unwrap();
    assert!(state["fields"]["duties"].as_array().unwrap().contains(&"audit".into()), "{state}");

    let output = home.command("sync", &json!({}), RIGHT).output().await.unwrap();
    let messages: Vec<Value> = String::from_utf8(output.stdout.clone())
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(!messages.is_empty(), "{}", said(&output));
    let listed: Vec<&str> = messages.iter().filter_map(|message| message["resource"].as_str()).collect();
    assert_eq!(listed, ["users", "roles", "groups"]);
    for message in &messages {
        assert_eq!((&message["complete"], &message["outcome"]), (&json!(true), &json!("succeeded")), "{message}");
    }
    let last: Vec<bool> = messages.iter().map(|message| message["last"].as_bool().unwrap()).collect();
    assert_eq!(last, [false, false, true]);
    let eve = messages[0]["items"].as_array().unwrap().iter().find(|user| user["email"] == "eve@x.example").unwrap();
    assert!(eve["duties"].as_array().unwrap().contains(&"audit".into()), "{eve}");
    assert!(messages[0]["items"].as_array().unwrap().iter().all(|user| user["email"] != ADA));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_fails_is_drawn_and_the_warnings_of_a_recipe_are_counted() {
    let unused = |text: &str| text.replacen("elements: {", "elements: {odd: {css: .odd}, even: {css: .even}, ", 1);
    let home = Home::new("two-saves", unused).await;
    let (result, output) = home.run("check", &json!({}), "wrong horse battery").await;
    let err = said(&output);
    assert_eq!(result["error"]["kind"], "bad_credentials", "{err}");
    for words in ["error[bad_credentials]: ", "refused the login: bad credentials", "is: bad_credentials}"] {
        assert!(err.contains(words), "no `{words}` in\n{err}");
    }
    assert!(err.contains(" warnings; see `idlcm recipe check "), "{err}");
    assert!(!err.contains("unused_element"), "{err}");

    let home = Home::new("two-saves", |text| {
        text.replace("{when: {screen: users}, is: done}", "{when: {visible: {role: heading, name: User}}, is: done}")
            .replace("check: {goto: /users, screen: users}", "check: {goto: /users, screen: profile}")
            .replace("page: 10s", "page: 2s")
    })
    .await;
    let (result, output) = home.run("check", &json!({}), RIGHT).await;
    let err = said(&output);
    assert_eq!(result["error"]["kind"], "unexpected_page", "{err}");
    for words in [
        "error[unexpected_page]: the login was sent and no rule of `session.login.outcomes` came to hold",
        "write  {role: table, name: Users}",
        "is: done}",
    ] {
        assert!(err.contains(words), "no `{words}` in\n{err}");
    }
    assert!(!err.contains(RIGHT), "{err}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_says_by_what_an_element_is_found_and_that_the_row_was_found() {
    let home = Home::new("moving", |text| text.replace("/users?mode=MODE", "/users")).await;
    for (action, user, row, inner) in [
        ("users.update", json!({"email": "u1@x.example", "name": "Two"}), true, Some(true)),
        ("users.disable", json!({"email": "u1@x.example"}), true, Some(false)),
    ] {
        let (result, output) = home.run(action, &json!({"mode": "plan", "user": user}), RIGHT).await;
        let plan = result["plan"].as_array().unwrap_or_else(|| panic!("{result}\n{}", said(&output)));
        let done = |does: &str| {
            let step = plan.iter().find(|step| step["does"].as_str().unwrap().starts_with(does));
            step.unwrap_or_else(|| panic!("no `{does}` in {plan:?}"))["done"].as_bool()
        };
        assert_eq!(done("row of view users"), Some(row), "{plan:?}");
        assert_eq!(done("click {role: button, name: "), inner, "{plan:?}");
    }
}
