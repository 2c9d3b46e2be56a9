//! What the documents for recipe authors show is so: every piece of YAML in the tutorial is checked, and the reference is the
//! one that the program prints.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use idlcm::catalog::Catalog;
use idlcm::contract::{ErrorKind, decode_job};
use idlcm::recipe::{self, Severity, Strictness};

fn problems(text: &str, of: impl Fn(Severity) -> bool) -> String {
    let loaded = recipe::check_text(Path::new("docs/recipes.md"), text, Strictness::Strict);
    let told = loaded.diagnostics.iter().filter(|diagnostic| of(diagnostic.severity));
    told.map(|diagnostic| diagnostic.render(&loaded.source, false)).collect()
}

#[test]
fn the_recipe_of_the_tutorial_checks_clean_wherever_it_says_so() {
    let recipes = crate::tutorial::recipes();
    assert_eq!(recipes.len(), 2);
    for recipe in &recipes {
        assert_eq!(problems(recipe, |_| true), "");
    }
    let whole = recipe::check_text(Path::new("x"), recipes.last().unwrap(), Strictness::Strict).recipe.unwrap();
    let offered: BTreeSet<String> = whole.actions.keys().map(ToString::to_string).collect();
    let offered: Vec<&str> = offered.iter().map(String::as_str).collect();
    assert_eq!(offered, ["check", "users.create", "users.disable", "users.get", "users.list", "users.update"]);
}

#[test]
fn its_integration_and_its_job_are_sound() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("recipes/my-django");
    std::fs::create_dir_all(&place).unwrap();
    std::fs::write(place.join("recipe.yaml"), crate::tutorial::recipes().last().unwrap()).unwrap();
    let integrations = folder.path().join("integrations");
    std::fs::create_dir(&integrations).unwrap();
    let mut job = None;
    for (kind, body) in crate::tutorial::blocks() {
        match kind.as_str() {
            "yaml integration" => std::fs::write(integrations.join("my-django.yaml"), body).unwrap(),
            "json job" => job = Some(decode_job(body.as_bytes()).unwrap()),
            _ => {}
        }
    }
    let catalog = Catalog::load(&folder.path().join("recipes"), &integrations).unwrap();
    let problems: Vec<String> = catalog.problems().iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(catalog.entry(&job.unwrap().integration).is_some());
}

/// Pieces are put where they belong in a recipe that is good.
#[test]
fn the_pieces_of_yaml_are_as_the_language_wants_them() {
    let host = std::fs::read_to_string("recipes/ledgerly/recipe.yaml").unwrap();
    let indented = |text: &str, by: usize| -> String {
        text.lines().fold(String::new(), |all, line| all + &" ".repeat(by) + line + "\n")
    };
    let mut seen = BTreeSet::new();
    for (kind, body) in crate::tutorial::blocks() {
        let text = match kind.as_str() {
            "yaml elements" => {
                let at = "screens:\n";
                let piece =
                    format!("{at}  piece:\n    recognise: {{url: /piece}}\n    elements:\n{}", indented(&body, 6));
                host.replacen(at, &piece, 1)
            }
            "yaml steps" => {
                // In place of the commit of users.disable, or before it.
                let at = "      - {click: user_form.suspend, commit: true, dialog: {accept: {prefix: Suspend this account}}}\n";
                assert!(host.contains(at));
                let kept = if body.contains("commit: true") { "" } else { at };
                host.replacen(at, &(indented(&body, 6) + kept), 1)
            }
            "yaml top" => format!("{host}{body}\n"),
            "yaml tutorial" | "yaml integration" => continue,
            other => {
                assert!(!other.starts_with("yaml"), "how is `{other}` to be checked?");
                continue;
            }
        };
        assert_eq!(problems(&text, |severity| severity == Severity::Error), "", "{body}");
        seen.insert(kind);
    }
    assert_eq!(seen.len(), 3, "{seen:?}");
}

#[test]
fn the_codes_that_it_explains_exist() {
    let text = crate::tutorial::text();
    let source: String = walk(Path::new("src/recipe"));
    let mut codes = 0;
    for row in text.lines().filter(|line| line.starts_with("| `")) {
        for code in row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2).filter(|code| !code.starts_with('/')) {
            let known =
                source.contains(&format!("\"{code}\"")) || ErrorKind::ALL.iter().any(|kind| kind.name() == code);
            assert!(known, "nothing says `{code}`");
            codes += 1;
        }
    }
    assert!(codes > 15, "{codes}");
}

fn walk(folder: &Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        all += &if path.is_dir() { walk(&path) } else { std::fs::read_to_string(&path).unwrap() };
    }
    all
}

/// Run with `IDLCM_UPDATE=1`, or `make schemas`, to write the file anew.
#[test]
fn the_reference_is_the_one_that_the_program_prints() {
    let printed = Command::new(env!("CARGO_BIN_EXE_idlcm")).args(["recipe", "reference"]).output().unwrap();
    assert!(printed.status.success());
    let path = "docs/recipe-reference.md";
    if std::env::var_os("IDLCM_UPDATE").is_some() {
        std::fs::write(path, &printed.stdout).unwrap();
    }
    assert!(std::fs::read(path).unwrap_or_default() == printed.stdout, "{path} is old; run `make schemas`");
}
