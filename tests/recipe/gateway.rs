//! What docs/gateway.md says is so: fields and attributes, the management API, options, statuses, its integration.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use idlcm::catalog::{Catalog, document};
use regex::Regex;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The rows of the tables under a heading, without ticks and headers.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let text = read("docs/gateway.md");
    let (_, body) = text.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no `{heading}`"));
    let body = body.split("\n## ").next().unwrap();
    let mut lines = body.lines().peekable();
    let mut rows = Vec::new();
    while let Some(line) = lines.next() {
        let header = lines.peek().is_some_and(|next| next.starts_with("|---"));
        if !header && line.starts_with('|') && !line.starts_with("|---") {
            let cells = line.trim_matches('|').split('|');
            rows.push(cells.map(|cell| cell.trim().replace('`', "")).collect());
        }
    }
    rows
}

#[test]
fn every_field_has_its_attribute() {
    let source = read("src/gateway/mapping/place.rs");
    let entry = Regex::new(r#"\(&\[([^\]]+)\], Place::(\w+)(?:\("(\w+)"\))?\)"#).unwrap();
    let known: Vec<Vec<String>> = entry
        .captures_iter(&source)
        .map(|found| {
            let argument = found.get(3).map_or("", |name| name.as_str());
            let attribute = match &found[2] {
                "UserName" => "userName".to_owned(),
                "Standing" => "active".to_owned(),
                "Name" => format!("name.{argument}"),
                "Enterprise" => format!("Enterprise {argument}"),
                "Core" | "Listed" | "Given" => argument.to_owned(),
                other => panic!("where is {other}?"),
            };
            vec![found[1].replace('"', ""), attribute]
        })
        .collect();
    assert!(known.len() > 15);
    assert_eq!(rows("Which attribute is which field"), known);
}

/// There is a table of answers besides.
fn is_method((method, _): &(String, String)) -> bool {
    method.chars().all(char::is_uppercase)
}

#[test]
fn every_path_of_the_management_api_has_its_row() {
    let steps = read("src/gateway/management/integrations.rs");
    let steps = Regex::new("known: ([a-z, ]+)\"").unwrap().captures(&steps).unwrap()[1].to_owned();
    let mut known = BTreeSet::new();
    for route in idlcm::gateway::management::routes() {
        let method = route.method.to_string();
        if route.path.ends_with("/{step}") {
            known.extend(steps.split(", ").map(|step| (method.clone(), route.path.replace("{step}", step))));
        } else {
            known.insert((method, route.path.to_owned()));
        }
    }
    let told: BTreeSet<_> =
        rows("The management API").into_iter().map(|row| (row[0].clone(), row[1].clone())).filter(is_method).collect();
    assert!(known.len() > 40);
    assert_eq!(told, known);
}

#[test]
fn the_options_are_those_of_the_program() {
    let help = Command::new(env!("CARGO_BIN_EXE_idlcm")).args(["gateway", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let told: Vec<Vec<String>> = rows("Run it");
    assert!(told.len() > 5);
    for row in told {
        assert!(help.contains(&format!("{} <", row[0])), "{} is no option", row[0]);
        assert!(help.contains(&format!("[env: {}", row[1])), "{} is no variable", row[1]);
    }
}

#[test]
fn every_status_is_explained() {
    let mut sources = String::new();
    for name in ["answer", "caller", "create", "door", "read", "refusal", "remove", "router", "update"] {
        sources += &read(&format!("src/gateway/scim_api/{name}.rs"));
    }
    let named = Regex::new(r"(?:ScimError::new|with)\((\d{3}),").unwrap();
    let known: BTreeSet<String> = named.captures_iter(&sources).map(|found| found[1].to_owned()).collect();
    assert!(known.len() > 5, "{known:?}");
    let told: BTreeSet<String> = rows("What answers mean")
        .iter()
        .flat_map(|row| row[0].split(", ").map(str::to_owned).collect::<Vec<_>>())
        .collect();
    // What the router says to whoever asks in a way that nobody does needs no explanation.
    let missing: Vec<_> = known.difference(&told).filter(|status| *status != "405").collect();
    assert!(missing.is_empty(), "{missing:?} are not explained");
}

#[test]
fn its_integration_is_sound() {
    let text = read("docs/gateway.md");
    let block = Regex::new("(?ms)^```yaml integration\n(.*?)^```$").unwrap();
    let yaml = block.captures(&text).unwrap()[1].to_owned();
    let catalog = Catalog::with_integrations(&Path::new(env!("CARGO_MANIFEST_DIR")).join("recipes"), &[]).unwrap();
    let entry = catalog.read_integration("docs/gateway.md", &yaml).unwrap();
    // As the command sends it.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("acme-boardly.yaml");
    std::fs::write(&file, yaml).unwrap();
    let sent = document(&file).unwrap().to_string();
    let again = catalog.read_integration("sent", &sent).unwrap();
    assert_eq!(entry.integration, again.integration);
}
