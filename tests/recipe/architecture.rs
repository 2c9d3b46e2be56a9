//! The floors of `src/`: a module imports from lower floors only, and foreign names stay where they belong.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Module to floor. A module may import from lower floors, and from itself.
const FLOORS: &[(&str, u8)] = &[
    ("contract", 0),
    ("coordination", 1),
    ("recipe", 1),
    ("secrets", 1),
    ("telemetry", 1),
    ("retry", 1),
    ("scim", 1),
    ("catalog", 2),
    ("browser", 2),
    ("engine", 3),
    ("queue", 3),
    ("report", 3),
    ("fixture", 3),
    ("gateway", 4),
    ("worker", 4),
    ("dry_run", 4),
    ("cli", 5),
];

/// What may be imported across a floor in spite of the rule, with the reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

/// Crates that only these places may name.
const OWNED: &[(&str, &[&str])] = &[
    ("fantoccini", &["browser"]),
    ("lapin", &["queue"]),
    ("backoff", &["retry"]),
    ("axum", &["fixture", "gateway", "telemetry"]),
    ("sqlx", &["gateway"]),
    ("openidconnect", &["gateway"]),
    ("metrics", &["telemetry"]),
    ("metrics_exporter_prometheus", &["telemetry"]),
    ("opentelemetry", &["telemetry"]),
    ("opentelemetry_sdk", &["telemetry"]),
    ("opentelemetry_otlp", &["telemetry"]),
    ("tracing_opentelemetry", &["telemetry"]),
    ("clap", &["cli"]),
];

fn sources() -> Vec<(PathBuf, String)> {
    crate::structure::files(".rs")
        .into_iter()
        .map(|(name, text)| (crate::structure::source().join(name), text))
        .collect()
}

/// The top-level module that a file belongs to.
fn module(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules that a text imports: every `crate::name`, braces expanded one level.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        if before.is_alphanumeric() || before == '_' || before == ':' {
            continue;
        }
        let rest = &text[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap().split(',').collect(),
            None => vec![rest],
        };
        for name in names {
            let name: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.push(name);
        }
    }
    found
}

#[test]
fn modules_import_from_lower_floors_only() {
    let floors: BTreeMap<&str, u8> = FLOORS.iter().copied().collect();
    let mut climbing = Vec::new();
    for (path, text) in sources() {
        let own = module(&path);
        let Some(floor) = floors.get(own.as_str()) else {
            assert!(["lib", "main"].contains(&own.as_str()), "{own} has no floor in this test");
            continue;
        };
        for import in imports(&text) {
            let Some(other) = floors.get(import.as_str()) else { continue };
            let excepted = EXCEPTIONS.iter().any(|(from, to, _)| *from == own && *to == import);
            if import != own && other >= floor && !excepted {
                climbing.push(format!("{} imports crate::{import}", path.display()));
            }
        }
    }
    assert!(climbing.is_empty(), "these imports climb or stay on their floor:\n{}", climbing.join("\n"));
}

#[test]
fn the_rule_would_notice_a_climbing_import() {
    assert_eq!(imports("use crate::engine::{Gate};\nlet x = crate::cli::main();"), ["engine", "cli"]);
    assert_eq!(imports("use crate::{recipe, worker::Worker};"), ["recipe", "worker"]);
}

#[test]
fn foreign_names_stay_where_they_belong() {
    let mut elsewhere = Vec::new();
    for (path, text) in sources() {
        for (name, owners) in OWNED {
            let named = text.lines().any(|line| {
                let code = line.split("//").next().unwrap();
                code.contains(&format!("{name}::")) || code.contains(&format!("use {name}"))
            });
            if named && !owners.contains(&module(&path).as_str()) {
                elsewhere.push(format!("{} names {name}, which belongs to {}", path.display(), owners.join(", ")));
            }
        }
    }
    assert!(elsewhere.is_empty(), "{}", elsewhere.join("\n"));
}

#[test]
fn no_module_is_called_by_an_empty_word() {
    for (path, _) in sources() {
        let name = path.file_stem().unwrap().to_str().unwrap();
        for empty in ["util", "utils", "helper", "helpers", "manager", "service", "common", "misc"] {
            assert_ne!(name, empty, "{}", path.display());
        }
    }
}

/// Every folder below `src/`, as `engine/step/`.
fn folders(folder: &Path, into: &mut Vec<String>) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            into.push(format!("{}/", path.strip_prefix(&source).unwrap().display()));
            folders(&path, into);
        }
    }
}

#[test]
fn the_map_has_a_line_for_every_folder_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let map = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let (_, map) = map.split_once("## The map").unwrap();
    let mut told: Vec<&str> = map.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let mut found = Vec::new();
    folders(&root.join("src"), &mut found);
    found.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, found);
}

#[test]
fn every_file_says_in_its_first_line_what_it_is_for() {
    let mut silent: Vec<String> = sources()
        .iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path.display().to_string())
        .collect();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/browser/page");
    for entry in fs::read_dir(page).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        if !text.lines().take(2).any(|line| line.starts_with(&format!("// ---- {name}: "))) {
            silent.push(path.display().to_string());
        }
    }
    assert_eq!(silent, [""; 0], "`make map` has nothing to say about these");
}

#[test]
fn no_page_holds_both_sides_of_a_merge() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages =
        [root.to_path_buf(), root.join("docs")].map(|folder| fs::read_dir(folder).unwrap()).into_iter().flatten();
    for page in pages.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "md")) {
        let text = fs::read_to_string(&page).unwrap();
        assert!(
            !text.lines().any(|line| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ")),
            "{}",
            page.display()
        );
    }
}
