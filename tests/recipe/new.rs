//! `idlcm recipe new`: what it writes works at once, in a real browser, and agrees with the state of its fixture app.

use std::path::Path;
use std::process::{Command, Output};

use idlcm::fixture::{Fixture, ServeOptions, Status};
use serde_json::{Value, json};

fn idlcm(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_idlcm"))
        .args(arguments)
        .current_dir(folder)
        .env("XDG_STATE_HOME", folder.join("state"))
        .env("NEW_APP_USER", "admin@example.org")
        .env("NEW_APP_PASSWORD", "Made-up-pass-1")
        .env_remove("IDLCM_RECIPES")
        .env_remove("IDLCM_INTEGRATIONS")
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { found.push(path.display().to_string()) }
        }
    }
    found.sort();
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn what_it_writes_works_at_once_and_the_made_up_app_agrees() {
    let folder = tempfile::tempdir().unwrap();
    let written = idlcm(folder.path(), &["recipe", "new", "new-app", "--name", "New \"App\": <b>"]);
    assert_eq!(written.status.code(), Some(0), "{}", told(&written));
    assert!(told(&written).contains("idlcm fixture serve fixtures/new-app"), "{}", told(&written));
    assert_eq!(String::from_utf8(written.stdout.clone()).unwrap().lines().count(), files(folder.path()).len());

    let checked = idlcm(folder.path(), &["recipe", "check", "--strict", "recipes/new-app"]);
    assert_eq!(checked.status.code(), Some(0), "{}", told(&checked));
    assert!(told(&checked).contains("1 recipe checked, 0 errors, 0 warnings"), "{}", told(&checked));

    let fixture = Fixture::load(folder.path().join("fixtures/new-app")).unwrap();
    let app = fixture.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
    // The port that the command prints may be in use here.
    let integration = folder.path().join("integrations/new-app-fixture.yaml");
    let text = std::fs::read_to_string(&integration).unwrap();
    std::fs::write(&integration, text.replace("base_url: http://127.0.0.1:4010", &format!("base_url: {}", app.url())))
        .unwrap();

    let run = |action: &str| -> Vec<Value> {
        let output = idlcm(folder.path(), &["run", &format!("fixtures/new-app/jobs/{action}.json")]);
        let lines = String::from_utf8(output.stdout.clone()).unwrap();
        assert!(!lines.is_empty(), "{}", told(&output));
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let outcome = |action: &str| {
        let results = run(action);
        let last = results.last().unwrap();
        assert!(last["error"].is_null(), "{action}: {last:#}");
        last["outcome"].as_str().unwrap().to_owned()
    };
    let status = || app.state().user("ada@example.org").map(|user| user.status);
    let accepted = |action: &str| app.journal().iter().filter(|entry| entry.action == action && entry.accepted).count();

    let listed = run("users.list");
    let items: Vec<&Value> = listed.iter().flat_map(|result| result["items"].as_array().unwrap()).collect();
    assert_eq!(listed.last().unwrap()["complete"], json!(true), "{listed:#?}");
    let mut mine: Vec<(&str, &str)> =
        items.iter().map(|item| (item["email"].as_str().unwrap(), item["status"].as_str().unwrap())).collect();
    mine.sort_unstable();
    let state = app.state();
    let name = |status: Status| if status == Status::Active { "active" } else { "disabled" };
    let mut own: Vec<(&str, &str)> = state.users.iter().map(|user| (user.key.as_str(), name(user.status))).collect();
    own.sort_unstable();
    assert_eq!(mine, own);

    assert_eq!(outcome("users.create"), "succeeded");
    assert_eq!(status(), Some(Status::Active));
    assert_eq!(outcome("users.create"), "unchanged");
    assert_eq!(accepted("users.create"), 1);
    assert_eq!(outcome("users.disable"), "succeeded");
    assert_eq!(status(), Some(Status::Disabled));
    assert_eq!(outcome("users.disable"), "unchanged");
    assert_eq!(accepted("users.disable"), 1);
    let roles = run("roles.list");
    let roles: Vec<&str> = roles[0]["items"].as_array().unwrap().iter().map(|r| r["name"].as_str().unwrap()).collect();
    assert_eq!(roles, app.state().roles.iter().map(|role| role.key.clone()).collect::<Vec<_>>());
    assert_eq!(outcome("check"), "succeeded");
    app.shutdown().await;
}

#[test]
fn it_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(idlcm(folder.path(), &["recipe", "new", "twice"]).status.code(), Some(0));
    let recipe = folder.path().join("recipes/twice/recipe.yaml");
    std::fs::write(&recipe, "mine").unwrap();
    let again = idlcm(folder.path(), &["recipe", "new", "twice"]);
    assert_eq!(again.status.code(), Some(3));
    assert!(told(&again).contains("exists already; nothing was written"), "{}", told(&again));
    assert_eq!(std::fs::read_to_string(&recipe).unwrap(), "mine");

    // A second one beside it shares the schemas.
    let before = files(folder.path()).len();
    assert_eq!(
        idlcm(folder.path(), &["recipe", "new", "2nd", "--base-url", "http://localhost:8000"]).status.code(),
        Some(0)
    );
    assert_eq!(files(folder.path()).len() - before, before - 2);
    let integration = std::fs::read_to_string(folder.path().join("integrations/2nd-fixture.yaml")).unwrap();
    assert!(
        integration.contains("{env: APP_2ND_USER}"),
        "a variable's name does not begin with a digit: {integration}"
    );
}

#[test]
fn a_bad_id_or_address_is_refused_with_a_good_one() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, wanted) in [
        (["My App", "--name", "x"], "such as `my-app`"),
        (["", "--name", "x"], "such as `my-app`"),
        (["../x", "--name", "x"], "such as `x`"),
        (["-x-", "--name", "x"], ""),
        (["x", "--name", " "], "the name is empty"),
        (["x", "--base-url", "app.example"], "write it as https://app.example"),
        (["x", "--base-url", "file:///etc"], "write it as https://app.example"),
    ] {
        let output = idlcm(folder.path(), &[&["recipe", "new"], arguments.as_slice()].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(told(&output).contains(wanted), "{arguments:?}: {}", told(&output));
    }
    assert!(files(folder.path()).is_empty());
}
