//! `idlcm recipe new`: a recipe that works at once, against a fixture app of its own, to be changed until it fits the real one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

use crate::cli::exit_code::ExitCode;
use crate::cli::print::{line, note};
use crate::cli::stop::{Ended, Stop};

/// The account of the fixture app; it stands in `scaffold/fixture.yaml` too.
const ACCOUNT: (&str, &str) = ("admin@example.org", "Made-up-pass-1");
/// Where the fixture app is served.
const PORT: &str = "4010";
/// The most characters of an id.
const MAX_ID: usize = 40;

/// Every file, below the folder that `--dir` names; `@…@` is filled in.
const FILES: &[(&str, &str)] = &[
    ("recipes/@ID@/recipe.yaml", include_str!("scaffold/recipe.yaml")),
    ("fixtures/@ID@/fixture.yaml", include_str!("scaffold/fixture.yaml")),
    ("fixtures/@ID@/pages/layout.html", include_str!("scaffold/pages/layout.html")),
    ("fixtures/@ID@/pages/login.html", include_str!("scaffold/pages/login.html")),
    ("fixtures/@ID@/pages/users.html", include_str!("scaffold/pages/users.html")),
    ("fixtures/@ID@/pages/user_new.html", include_str!("scaffold/pages/user_new.html")),
    ("fixtures/@ID@/pages/user_edit.html", include_str!("scaffold/pages/user_edit.html")),
    ("fixtures/@ID@/pages/roles.html", include_str!("scaffold/pages/roles.html")),
    ("integrations/@ID@-fixture.yaml", include_str!("scaffold/integration.yaml")),
];

/// Write a recipe to begin with, and a fixture app that it works against at once
#[derive(Debug, Args)]
pub(super) struct New {
    /// The app's id: a-z, 0-9 and -
    id: String,
    /// What people call the app. Default: from the id
    #[arg(long)]
    name: Option<String>,
    /// Where the app lives. Default: `https://ID.example`
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The folder that holds (or will hold) recipes/, fixtures/ and integrations/
    #[arg(long, default_value = ".", value_name = "DIR")]
    dir: PathBuf,
}

impl New {
    pub(super) fn run(&self) -> Ended {
        let usage = |message: String| Stop::new(ExitCode::Usage, message);
        check_id(&self.id).map_err(usage)?;
        let name = self.name.clone().unwrap_or_else(|| spoken(&self.id));
        if name.trim().is_empty() {
            return Err(usage("the name is empty; leave --name out to make one from the id".to_owned()));
        }
        let base_url = self.base_url.clone().unwrap_or_else(|| format!("https://{}.example", self.id));
        check_url(&base_url).map_err(usage)?;
        let variable = variable(&self.id);
        let fill = |text: &str| {
            text.replace("@ID@", &self.id)
                .replace("@NAME@", &json!(name).to_string())
                .replace("@BASE_URL@", &json!(base_url).to_string())
                .replace("@PORT@", PORT)
                .replace("@VARIABLE@", &variable)
        };
        let mut files: Vec<(PathBuf, String)> =
            FILES.iter().map(|(path, text)| (self.dir.join(fill(path)), fill(text))).collect();
        for (action, job) in self.jobs() {
            files.push((self.dir.join(format!("fixtures/{}/jobs/{action}.json", self.id)), pretty(&job)?));
        }
        let taken: BTreeSet<PathBuf> = ["recipes", "fixtures"]
            .map(|folder| self.dir.join(folder).join(&self.id))
            .into_iter()
            .chain(files.iter().map(|(path, _)| path.clone()))
            .filter(|path| path.exists())
            .collect();
        if let Some(path) = taken.first() {
            let message =
                format!("{} exists already; nothing was written. Take another id, or remove it", path.display());
            return Err(Stop::invalid(message));
        }
        for (name, schema) in [("recipe", crate::recipe::json_schema()), ("fixture", crate::fixture::json_schema())] {
            let path = self.dir.join(format!("schemas/{name}.schema.json"));
            if !path.exists() {
                files.push((path, pretty(&schema)?));
            }
        }
        for (path, text) in &files {
            write(path, text)?;
            line(&path.display().to_string())?;
        }
        note(&self.next(&variable));
        Ok(ExitCode::Done)
    }

    /// Jobs to try the recipe with.
    fn jobs(&self) -> Vec<(&'static str, Value)> {
        let job = |action: &'static str, user: Option<Value>| {
            let mut job = json!({
                "schema": "idlcm.job/1", "job_id": Uuid::new_v4(), "integration": format!("{}-fixture", self.id),
                "action": action,
            });
            if let Some(user) = user {
                job["user"] = user;
            }
            (action, job)
        };
        let ada = "ada@example.org";
        vec![
            job("check", None),
            job("users.list", None),
            job("users.create", Some(json!({"email": ada, "name": "Ada Lovelace", "role": "Editor"}))),
            job("users.disable", Some(json!({"email": ada}))),
            job("roles.list", None),
        ]
    }

    fn next(&self, variable: &str) -> String {
        let Self { id, dir, .. } = self;
        let (user, password) = ACCOUNT;
        let enter = if dir == Path::new(".") { String::new() } else { format!("  cd '{}'\n", dir.display()) };
        format!(
            "\nTry it, then change the recipe for the real app (docs/recipes.md):\n\n{enter}  \
             idlcm recipe check --strict recipes/{id}\n  \
             idlcm dry-run recipes/{id}\n  \
             idlcm fixture serve fixtures/{id} --addr 127.0.0.1:{PORT} &\n  \
             export {variable}_USER={user} {variable}_PASSWORD={password}\n  \
             idlcm run fixtures/{id}/jobs/users.list.json\n  \
             idlcm run fixtures/{id}/jobs/users.create.json --report report.html"
        )
    }
}

fn check_id(id: &str) -> Result<(), String> {
    let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let good =
        !id.is_empty() && id.len() <= MAX_ID && id.chars().all(known) && !id.starts_with('-') && !id.ends_with('-');
    if good {
        return Ok(());
    }
    let mut near: String = id.to_lowercase().chars().map(|c| if known(c) { c } else { '-' }).take(MAX_ID).collect();
    near = near.trim_matches('-').to_owned();
    let hint = if near.is_empty() { "my-app" } else { &near };
    Err(format!("`{id}` is no id; an id is 1 to {MAX_ID} of a-z, 0-9 and -, such as `{hint}`"))
}

fn check_url(url: &str) -> Result<(), String> {
    match Url::parse(url) {
        Ok(parsed) if ["http", "https"].contains(&parsed.scheme()) && parsed.has_host() => Ok(()),
        _ => Err(format!("`{url}` is not the address of an app; write it as https://app.example")),
    }
}

/// `acme-books` as people would say it: `Acme books`.
fn spoken(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

/// The beginning of the names of environment variables.
fn variable(id: &str) -> String {
    let name = id.to_ascii_uppercase().replace('-', "_");
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("APP_{name}") } else { name }
}

fn pretty(value: &Value) -> Result<String, Stop> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))
}

/// Writes a file that is not there yet, and the folders above it.
fn write(path: &Path, text: &str) -> Result<(), Stop> {
    use std::io::Write as _;
    let made = || -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::File::create_new(path)?.write_all(text.as_bytes())
    };
    made().map_err(|error| Stop::missing(format!("{} cannot be written: {error}", path.display())))
}
