//! The evidence of a job that failed becomes a fixture: red with the recipe that failed, green with the mended one.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use idlcm::browser::LaunchOptions;
use idlcm::catalog::{Entry, OriginPattern};
use idlcm::contract::{Integration, Outcome};
use idlcm::engine::{self, AccountSecrets, BrowserSlot, GateRequest, Order, WorkOrder};
use idlcm::fixture::{Fixture, ServeOptions};
use idlcm::recipe::Strictness;
use idlcm::secrets::Secret;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::ledgerly_app::{PASSWORD, folder, job};

fn idlcm(arguments: &[&dyn AsRef<std::ffi::OsStr>]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    for argument in arguments {
        command.arg(argument.as_ref());
    }
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The folder below `folder` that holds a page.
fn evidence(folder: &Path) -> PathBuf {
    let inside = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    if inside.iter().any(|path| path.ends_with("page.html")) {
        return folder.to_owned();
    }
    evidence(inside.iter().find(|path| path.is_dir()).unwrap_or_else(|| panic!("no page in {}", folder.display())))
}

/// The evidence of a list of users that the recipe, changed so, cannot read.
async fn failed(app: &str, right: &str, wrong: &str) -> tempfile::TempDir {
    let fixture = Fixture::load(folder("fixtures").join(app)).unwrap();
    let running = fixture.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
    let integration: Integration = serde_json::from_value(json!({
        "schema": "idlcm.integration/1", "id": "acme", "app": app, "base_url": running.url(),
        "service_account": {"username": {"env": "NOT_READ"}, "password": {"env": "NOT_READ"}},
    }))
    .unwrap();
    let path = folder("recipes").join(app).join("recipe.yaml");
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written.contains(right), "{right}");
    let mut recipe =
        idlcm::recipe::check_text(&path, &written.replace(right, wrong), Strictness::Normal).recipe.unwrap();
    recipe.settings.timeouts.page = idlcm::contract::Duration::from_secs(8);
    let base_url: url::Url = running.url().parse().unwrap();
    let origins = vec![OriginPattern::of(&base_url).unwrap()];
    let deliveries = std::collections::BTreeMap::new();
    let entry = Entry { integration, recipe: Arc::new(recipe), base_url, origins, deliveries };
    let account = &fixture.file().accounts["administrator"];
    let secrets = AccountSecrets {
        username: Secret::new(&account.username),
        password: Secret::new(&account.password),
        totp: account.totp.as_ref().map(Secret::new),
    };
    let evidence = tempfile::tempdir().unwrap();
    let launch = LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into());
    let mut slot = BrowserSlot::new();
    let (gate, mut requests) = tokio::sync::mpsc::channel::<GateRequest>(1);
    let job = job("users.list", &Value::Null);
    let work = WorkOrder::new(job, gate, CancellationToken::new());
    let order = Order {
        work: &work,
        entry: &entry,
        secrets: &secrets,
        store: &idlcm::secrets::Store::default(),
        launch: &launch,
        evidence: Some(&evidence.path().into()),
        worker_id: "test",
    };
    let answers = async {
        while let Some(request) = requests.recv().await {
            request.grant();
        }
    };
    let result = tokio::select! {
        done = engine::execute(order, &mut slot) => done.result,
        () = answers => panic!("the gate was closed"),
    };
    assert_eq!(result.outcome, Outcome::Failed, "{result:?}");
    slot.close().await;
    running.shutdown().await;
    evidence
}

fn cases(recipe: &Path, fixture: &Path) -> Vec<Value> {
    let played = idlcm(&[&"dry-run", &recipe, &"--fixture", &fixture, &"--format", &"json"]);
    assert!(matches!(played.status.code(), Some(0 | 1)), "{}", text(&played.stderr));
    text(&played.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test]
async fn the_page_of_a_failed_job_is_a_fixture_until_the_recipe_is_mended() {
    let (right, wrong) = ("joined: {column: Joined,", "joined: {column: Member since,");
    let kept = failed("ledgerly", right, wrong).await;
    let files = tempfile::tempdir().unwrap();
    let recipe = folder("recipes/ledgerly/recipe.yaml");
    let written = std::fs::read_to_string(&recipe).unwrap();
    let failing = files.path().join("recipe.yaml");
    std::fs::write(&failing, written.replace(right, wrong)).unwrap();
    let fixture = files.path().join("renamed");
    let dir = evidence(kept.path());

    let made = idlcm(&[&"fixture", &"from-evidence", &dir, &"--to", &fixture]);
    assert!(made.status.success(), "{made:?}");
    assert_eq!(text(&made.stdout).trim(), fixture.display().to_string());
    assert!(
        text(&made.stderr).contains("the page /admin/users; try it with: idlcm dry-run recipes/ledgerly"),
        "{made:?}"
    );
    let again = idlcm(&[&"fixture", &"from-evidence", &dir, &"--to", &fixture]);
    assert_eq!(again.status.code(), Some(4), "{again:?}");
    assert!(text(&again.stderr).contains("exists already; name another folder with --to"), "{again:?}");

    let red = cases(&failing, &fixture);
    assert_eq!(red.len(), 1, "{red:#?}");
    assert_eq!((&red[0]["case"], &red[0]["verdict"]), (&json!("captured/page"), &json!("failed")), "{red:#?}");
    let line = written.lines().position(|line| line.contains(right)).unwrap() + 1;
    let objections = red[0]["objections"].to_string();
    assert!(
        objections.contains(&format!("recipe.yaml:{line}:")) && objections.contains("Member since"),
        "{objections}"
    );

    let green = cases(&recipe, &fixture);
    assert_eq!(green[0]["verdict"], "passed", "{green:#?}");
    assert_eq!(green[0]["got"][0], "/admin/users: users; view `users`: 25 rows");

    // What it has to be is said, and is not.
    let yaml = std::fs::read_to_string(fixture.join("fixture.yaml")).unwrap();
    let other = yaml.replace("page: captured/page.html}", "page: captured/page.html, screen: user_form}");
    assert_ne!(yaml, other);
    std::fs::write(fixture.join("fixture.yaml"), other).unwrap();
    let red = cases(&recipe, &fixture);
    assert!(red[0]["objections"].to_string().contains("the page is not screen `user_form`"), "{red:#?}");
    let page = std::fs::read_to_string(fixture.join("captured/page.html")).unwrap();
    assert!(!page.contains(PASSWORD) && !page.contains("<script"), "{page}");
}

#[tokio::test]
async fn frames_and_components_are_in_the_page_that_is_kept() {
    let kept = failed("vaultic", "{column: User,", "{column: Login name,").await;
    let files = tempfile::tempdir().unwrap();
    let fixture = files.path().join("captured");
    let dir = evidence(kept.path());
    let made = idlcm(&[&"fixture", &"from-evidence", &dir, &"--to", &fixture, &"--screen", &"people"]);
    assert!(made.status.success(), "{made:?}");
    // The styles of its files, and of those that they import.
    let page = std::fs::read_to_string(fixture.join("captured/page.html")).unwrap();
    assert!(page.contains("--blue-pale: #eceafd") && !page.contains("@import"), "{page}");
    let green = cases(&folder("recipes/vaultic/recipe.yaml"), &fixture);
    assert_eq!(green[0]["verdict"], "passed", "{green:#?}");
    assert!(green[0]["got"][0].as_str().unwrap().contains("view `users`: "), "{green:#?}");
}
