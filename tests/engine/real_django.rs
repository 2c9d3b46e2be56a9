//! The recipe of the tutorial against the real Django. Every result is compared with Django's own database. What ships as
//! `recipes/django-admin` is tried in `tests/real_apps/`.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long the first start may take: it installs Django.
const START: Duration = Duration::from_mins(4);

struct Django {
    folder: tempfile::TempDir,
    server: Child,
}

impl Drop for Django {
    fn drop(&mut self) {
        // The script becomes the server, which is one process.
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

impl Django {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let log = fs::File::create(folder.path().join("django.log")).unwrap();
        let server = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real_apps/django-admin/start.sh"))
            .arg(folder.path())
            .arg(port.to_string())
            .stdin(Stdio::null())
            .stderr(log)
            .process_group(0)
            .spawn()
            .unwrap();
        let integrations = folder.path().join("integrations");
        fs::create_dir(&integrations).unwrap();
        fs::write(folder.path().join("user"), "admin").unwrap();
        fs::write(folder.path().join("password"), "Admin-pass-1").unwrap();
        let integration = json!({
            "schema": "idlcm.integration/1", "id": "django", "app": "django-admin",
            "base_url": format!("http://127.0.0.1:{port}"),
            "service_account": {
                "username": {"file": folder.path().join("user")}, "password": {"file": folder.path().join("password")},
            },
        });
        fs::write(integrations.join("django.yaml"), integration.to_string()).unwrap();
        let mut django = Self { folder, server };
        let end = Instant::now() + START;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = django.server.try_wait().unwrap();
            assert!(ended.is_none() && Instant::now() < end, "{}", django.log());
            std::thread::park_timeout(Duration::from_millis(50));
        }
        django
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("django.log")).unwrap_or_default()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// One job through the program; the messages of its result put together.
    fn run_with(&self, recipes: &str, integration: &str, action: &str, fields: &Value) -> Value {
        let mut job = json!({
            "schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": integration, "action": action,
        });
        job.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        fs::write(self.path("job.json"), job.to_string()).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_idlcm"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["run", self.path("job.json").to_str().unwrap()])
            .env("IDLCM_RECIPES", recipes)
            .env("IDLCM_INTEGRATIONS", self.path("integrations"))
            .env("IDLCM_EVIDENCE", self.path("evidence"))
            .env("XDG_STATE_HOME", self.path("state"))
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let last = text.lines().last().unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&output.stderr)));
        serde_json::from_str(last).unwrap()
    }

    /// Rows of Django's database.
    fn database(&self, query: &str) -> Value {
        let code =
            "import json,sqlite3,sys; print(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))";
        let output =
            Command::new("python3").args(["-c", code]).arg(self.path("site/db.sqlite3")).arg(query).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
    }

    fn user(&self, name: &str) -> Value {
        self.database(&format!(
            "select email, first_name, last_name, is_active, (select group_concat(name, '|') from (select g.name from auth_group g \
             join auth_user_groups m on m.group_id = g.id where m.user_id = u.id order by g.name)) \
             from auth_user u where username = '{name}'"
        ))
    }
}

fn outcome(result: &Value) -> (&str, &str) {
    (result["outcome"].as_str().unwrap(), result["error"]["kind"].as_str().unwrap_or_default())
}

#[test]
#[ignore = "installs Django from PyPI; part of `make test-long`"]
fn the_recipe_of_the_tutorial_does_what_the_tutorial_says() {
    let django = Django::start();
    let folder = django.path("tutorial/my-django");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("recipe.yaml"), crate::tutorial::recipes().last().unwrap()).unwrap();
    let of_recipe = fs::read_to_string(django.path("integrations/django.yaml")).unwrap();
    let own = of_recipe.replace("\"django\"", "\"tutorial\"").replace("\"django-admin\"", "\"my-django\"");
    // The recipe of the other integration is not in this folder.
    fs::remove_file(django.path("integrations/django.yaml")).unwrap();
    fs::write(django.path("integrations/tutorial.yaml"), own).unwrap();
    let recipes = django.path("tutorial");
    let run = |action: &str, user: &Value| {
        let fields = if user.is_null() { json!({}) } else { json!({"user": user}) };
        django.run_with(recipes.to_str().unwrap(), "tutorial", action, &fields)
    };
    let listed = run("users.list", &Value::Null);
    assert_eq!(
        (&listed["total_seen"], &listed["complete"], &listed["proof"]),
        (&json!(121), &json!(true), &json!("total")),
        "{listed:#}"
    );
    let ada = json!({"username": "ada", "email": "ada@example.org", "first_name": "Ada", "last_name": "Lovelace"});
    assert_eq!(outcome(&run("users.create", &ada)), ("succeeded", ""));
    assert_eq!(django.user("ada"), json!([["ada@example.org", "Ada", "Lovelace", 1, null]]));
    assert_eq!(outcome(&run("users.create", &ada)), ("unchanged", ""));
    let renamed = json!({"username": "ada", "last_name": "King"});
    assert_eq!(outcome(&run("users.update", &renamed)), ("succeeded", ""));
    assert_eq!(outcome(&run("users.disable", &json!({"username": "ada"}))), ("succeeded", ""));
    assert_eq!(django.user("ada"), json!([["ada@example.org", "Ada", "King", 0, null]]));
    assert_eq!(outcome(&run("users.disable", &json!({"username": "ada"}))), ("unchanged", ""));
    assert_eq!(outcome(&run("users.disable", &json!({"username": "nobody"}))), ("unchanged", ""));
    assert_eq!(outcome(&run("users.disable", &json!({"username": "admin"}))), ("failed", "protected_user"));
    assert_eq!(outcome(&run("users.create", &json!({"username": "not a name"}))), ("failed", "invalid_attribute"));
}
