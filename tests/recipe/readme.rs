//! What the documents say is so: commands, exit codes, error kinds, examples, schemas, permissions, links, make targets.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use idlcm::catalog::Catalog;
use idlcm::contract::{ErrorKind, JobResult, Retry, decode_job};
use regex::Regex;
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn idlcm(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_idlcm")).args(arguments).current_dir(root()).output().unwrap()
}

pub fn stdout(arguments: &[&str]) -> String {
    let output = idlcm(arguments);
    assert!(output.status.success(), "idlcm {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The text under a heading, up to the next heading of any level.
fn section<'a>(text: &'a str, heading: &str) -> &'a str {
    let start = text.find(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("there is no `{heading}`"));
    let body = &text[start + heading.len() + 2..];
    &body[..body.find("\n#").unwrap_or(body.len())]
}

/// The rows of all tables in a text, without their headings; ticks and escapes are taken away.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let heading = lines.peek().is_some_and(|next| next.starts_with("|---"));
        if heading || !line.starts_with('|') || line.starts_with("|---") {
            continue;
        }
        let cells = line.trim_matches('|').replace("\\|", "\u{1}");
        rows.push(cells.split('|').map(|cell| cell.trim().replace('\u{1}', "|").replace('`', "")).collect());
    }
    rows
}

/// The contents of the fenced blocks whose first line is that.
fn fenced(text: &str, opening: &str) -> Vec<String> {
    let block = Regex::new(&format!("(?ms)^```{opening}\n(.*?)^```$")).unwrap();
    block.captures_iter(text).map(|found| found[1].to_owned()).collect()
}

/// The names under `Commands:` in a command's help.
fn subcommands(of: &[&str]) -> Vec<String> {
    let help = stdout(&[of, &["--help"]].concat());
    // The program itself has several groups of them.
    let names: Vec<&str> = match help.split_once("\nCommands:\n") {
        Some((_, list)) => list.lines().take_while(|line| !line.is_empty()).collect(),
        None if of.is_empty() => help.lines().collect(),
        None => return Vec::new(),
    };
    let names = names.into_iter().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.map(|line| line.split_whitespace().next().unwrap().to_owned()).filter(|name| name != "help").collect()
}

/// Every command there is, as it is typed.
pub fn commands() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for name in subcommands(&[]) {
        let below = subcommands(&[&name]);
        if below.is_empty() {
            all.insert(name);
        } else {
            all.extend(below.into_iter().map(|sub| format!("{name} {sub}")));
        }
    }
    all
}

fn documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["", "docs", "integrations", "fixtures/ledgerly", "deploy/compose/secrets"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "md") {
                found.push(path);
            }
        }
    }
    assert!(found.len() >= 7, "documents are missing: {found:?}");
    found
}

#[test]
fn the_table_of_commands_holds_the_commands_that_there_are() {
    let readme = read("README.md");
    let told: BTreeSet<String> = rows(section(&readme, "## Commands"))
        .into_iter()
        .map(|row| row[0].strip_prefix("idlcm ").expect("a row of the table starts with `idlcm `").to_owned())
        .collect();
    assert_eq!(told, commands());
}

#[test]
fn every_command_that_a_document_shows_exists() {
    let known = commands();
    let shown = Regex::new(r"(?m)(?:`|^|&& )idlcm ([a-z-]+)(?: ([a-z-]+))?").unwrap();
    let mut seen = 0;
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap();
        for found in shown.captures_iter(&text) {
            // A hidden command that the architecture names.
            if &found[1] == "browser-guard" {
                continue;
            }
            seen += 1;
            let whole = found.get(2).map(|second| format!("{} {}", &found[1], second.as_str()));
            let exists = known.contains(&found[1])
                || whole.is_some_and(|whole| known.contains(&whole))
                || found.get(2).is_none() && known.iter().any(|name| name.starts_with(&format!("{} ", &found[1])));
            assert!(exists, "{} shows `{}`, which is no command", path.display(), &found[0]);
        }
    }
    assert!(seen > 30, "only {seen} commands were found in the documents");
}

#[test]
fn the_table_of_exit_codes_is_that_of_the_code() {
    let source = read("src/cli/exit_code.rs");
    let variant = Regex::new(r"/// (.*)\.\n    \w+ = (\d+),").unwrap();
    let codes: Vec<Vec<String>> =
        variant.captures_iter(&source).map(|found| vec![found[2].to_owned(), found[1].to_lowercase()]).collect();
    assert_eq!(codes.len(), 7);
    let told: Vec<Vec<String>> = rows(section(&read("README.md"), "## Exit codes"))
        .into_iter()
        .map(|row| row.into_iter().map(|cell| cell.to_lowercase()).collect())
        .collect();
    assert_eq!(told, codes);
}

#[test]
fn the_exit_codes_of_wrong_usage_and_of_wrong_files_are_those_of_the_table() {
    assert_eq!(idlcm(&["run"]).status.code(), Some(2));
    assert_eq!(idlcm(&["run", "no-such-file.json"]).status.code(), Some(3));
    assert_eq!(idlcm(&["integrations", "list", "--integrations", "no-such-folder"]).status.code(), Some(4));
    assert_eq!(idlcm(&["recipe", "check"]).status.code(), Some(0));
}

#[test]
fn the_table_of_error_kinds_is_that_of_the_code() {
    let text = read("docs/integrators.md");
    let source = read("src/contract/error_kind.rs");
    let meaning = Regex::new(r#"/// (.*?)\.?\n    \w+ = "(\w+)","#).unwrap();
    let meanings: Vec<(String, String)> =
        meaning.captures_iter(&source).map(|found| (found[2].to_owned(), found[1].replace('`', ""))).collect();
    let expected: Vec<Vec<String>> = ErrorKind::ALL
        .iter()
        .zip(meanings)
        .map(|(kind, (name, meaning))| {
            assert_eq!(kind.name(), name);
            let retry = match kind.retry() {
                Retry::Never => "never".to_owned(),
                Retry::Suspend => "suspends".to_owned(),
                Retry::AfterChange => "after a change".to_owned(),
                Retry::Backoff | Retry::FreshBrowser => format!("up to {} attempts", kind.retry().attempts()),
            };
            let action = serde_json::to_value(kind.user_action()).unwrap();
            vec![name, meaning, retry, action.as_str().unwrap().to_owned()]
        })
        .collect();
    let told: Vec<Vec<String>> = rows(section(&text, "## Errors")).into_iter().filter(|row| row.len() == 4).collect();
    assert_eq!(told, expected);
}

#[test]
fn every_field_of_a_job_is_in_the_table_of_fields() {
    let text = read("docs/integrators.md");
    let table: BTreeSet<String> = rows(section(&text, "## A job"))
        .iter()
        .flat_map(|row| row[0].split(", ").map(|name| name.split('.').next().unwrap().to_owned()).collect::<Vec<_>>())
        .collect();
    let schema: Value = serde_json::from_str(&stdout(&["schema", "job"])).unwrap();
    let fields: BTreeSet<String> = schema["properties"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(table, fields);
}

#[test]
fn every_outcome_and_proof_is_explained() {
    let text = read("docs/integrators.md");
    let schema: Value = serde_json::from_str(&stdout(&["schema", "result"])).unwrap();
    for (name, heading) in [("Outcome", "## A result"), ("Proof", "## Lists: `complete` and `proof`")] {
        let known: BTreeSet<&str> = schema["$defs"][name]["oneOf"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["const"].as_str().unwrap())
            .collect();
        let rows = rows(section(&text, heading));
        let told: BTreeSet<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(told, known, "{name}");
    }
}

#[test]
fn the_job_in_the_readme_is_one() {
    let readme = read("README.md");
    let jobs = fenced(&readme, "json job");
    let results = fenced(&readme, "json result");
    assert_eq!((jobs.len(), results.len()), (1, 1));
    let job = decode_job(jobs[0].as_bytes()).unwrap();
    let shown: Value = serde_json::from_str(&results[0]).unwrap();
    let result: JobResult = serde_json::from_value(shown.clone()).unwrap();
    assert_eq!(serde_json::to_value(&result).unwrap(), shown, "the result is not as the product writes it");
    assert_eq!((result.job_id, &result.integration, result.action), (job.job_id, &job.integration, Some(job.action)));
}

#[test]
fn the_pieces_of_a_recipe_stand_in_the_recipe() {
    let recipe = read("recipes/ledgerly/recipe.yaml");
    let pieces = fenced(&read("README.md"), "yaml recipe");
    assert!(!pieces.is_empty());
    for piece in pieces {
        assert!(recipe.contains(&piece), "recipes/ledgerly/recipe.yaml does not hold:\n{piece}");
    }
}

#[test]
fn the_schemas_are_those_that_the_program_prints() {
    for name in ["job", "result", "progress", "integration", "recipe", "fixture"] {
        let file = read(&format!("schemas/{name}.schema.json"));
        assert_eq!(file, stdout(&["schema", name]), "schemas/{name}.schema.json is old; run `make schemas`");
    }
}

#[test]
fn the_sample_of_an_integration_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(root().join("integrations/example.yaml.sample"), folder.path().join("acme-ledgerly.yaml")).unwrap();
    let catalog = Catalog::load(&root().join("recipes"), folder.path()).unwrap();
    let problems: Vec<String> = catalog.problems().iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(catalog.entry(&"acme-ledgerly".parse().unwrap()).is_some());
}

#[test]
fn the_permissions_are_those_that_the_tests_run_with() {
    let broker = read("tests/support/broker.sh").replace("\\\\", "\\");
    let readme = read("README.md");
    let rows = rows(section(&readme, "## Permissions on RabbitMQ"));
    for (row, name) in rows.iter().zip(["worker", "publisher", "operator", "gateway"]) {
        let line = format!("permission {name} '{}' '{}' '{}'", row[1], row[2], row[3]);
        assert!(broker.contains(&line), "tests/support/broker.sh does not give: {line}");
    }
}

#[test]
fn links_to_files_resolve() {
    let link = Regex::new(r"\]\(([^)#]+)(?:#[^)]*)?\)").unwrap();
    let mut broken = Vec::new();
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap();
        for found in link.captures_iter(&text) {
            let target = &found[1];
            if !target.contains("://") && !path.parent().unwrap().join(target).exists() {
                broken.push(format!("{}: {target}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "these links lead nowhere:\n{}", broken.join("\n"));
}

#[test]
fn every_make_target_that_a_document_names_exists() {
    let makefile = read("Makefile");
    let named = Regex::new(r"(?m)(?:`|^)make ([a-z0-9-]+)").unwrap();
    let mut seen = BTreeSet::new();
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap();
        for found in named.captures_iter(&text) {
            let target = &found[1];
            assert!(makefile.contains(&format!("\n{target}:")), "{}: there is no `make {target}`", path.display());
            seen.insert(target.to_owned());
        }
    }
    assert!(seen.contains("demo") && seen.contains("test"), "{seen:?}");
}

#[test]
fn no_document_names_a_file_or_folder_that_is_gone() {
    let mut named = 0;
    let path = Regex::new(r"`((?:src|tests|scripts|fixtures|recipes|docs|schemas|deploy)/[\w./-]*)`").unwrap();
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/integrators.md",
        "docs/operations.md",
        "docs/gateway.md",
    ] {
        let text = read(document);
        for found in path.captures_iter(&text) {
            named += 1;
            assert!(root().join(&found[1]).exists(), "{document} names `{}`", &found[1]);
        }
    }
    assert!(named > 30, "only {named} paths");
}

#[test]
fn make_map_has_a_line_for_every_file() {
    let output = Command::new("make").args(["--no-print-directory", "map"]).current_dir(root()).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && told.lines().count() > 250, "{told}");
    for line in told.lines() {
        let (path, words) = line.split_once(' ').unwrap();
        assert!(root().join(path).is_file() && words.trim().len() > 5, "{line}");
    }
}

#[test]
fn every_reason_of_a_dead_letter_has_its_row() {
    let rows = rows(section(&read("docs/operations.md"), "## Dead letters"));
    let told: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(told, idlcm::queue::DeadReason::ALL.map(idlcm::queue::DeadReason::name));
    assert!(rows.iter().all(|row| row.len() == 3 && row.iter().all(|cell| !cell.is_empty())), "{rows:#?}");
}

#[test]
fn every_reason_for_which_an_integration_is_suspended_has_its_row() {
    let rows = rows(section(&read("docs/operations.md"), "## Which integrations work"));
    let told: Vec<&str> =
        rows.iter().flat_map(|row| row[0].split([',', ' '])).filter(|word| !word.is_empty()).collect();
    for kind in idlcm::contract::ErrorKind::ALL.iter().filter(|kind| kind.suspends()) {
        let name = kind.name();
        assert!(told.iter().any(|word| word.trim_matches('`') == name), "`{name}` has no row in docs/operations.md");
    }
}

#[test]
fn every_metric_has_its_row_and_no_other() {
    let rows = rows(section(&read("docs/operations.md"), "## Metrics and health"));
    let told: Vec<Vec<String>> = rows.into_iter().filter(|row| row[0].starts_with("idlcm_")).collect();
    let known: Vec<Vec<String>> = idlcm::telemetry::METRICS
        .iter()
        .map(|metric| {
            vec![metric.name.to_owned(), metric.kind.to_string(), metric.labels.join(", "), metric.help.to_owned()]
        })
        .collect();
    assert_eq!(told, known);
}
