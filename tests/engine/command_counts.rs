//! How many WebDriver commands jobs cost, for every recipe on its fixture: a job that becomes slower shows here without a clock.
//! `IDLCM_UPDATE=1` writes the numbers anew. One in 25 may be more: a look that found a page still at work is done again.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Whole jobs, logins included. A case that a recipe does not have is left out.
const CASES: [&str; 4] = ["reads/users/all", "reads/users/somebody", "writes/create", "writes/disable"];

type Counts = BTreeMap<String, BTreeMap<String, u64>>;

fn pinned() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/engine/command_counts.json")
}

fn counted(recipe: &str) -> BTreeMap<String, u64> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["dry-run", &format!("recipes/{recipe}"), "--format", "json"]);
    command.args(CASES.iter().flat_map(|case| ["--case", case]));
    let output = command.args(["--jobs", "2"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
    let cases = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    cases.filter_map(|case| Some((case["case"].as_str()?.to_owned(), case["commands"].as_u64()?))).collect()
}

fn compare(recipe: &str) {
    let now = counted(recipe);
    println!("{recipe}: {now:#?}");
    assert!(now.len() >= 3, "{recipe} has cases to count: {now:?}");
    let mut all: Counts = serde_json::from_str(&std::fs::read_to_string(pinned()).unwrap()).unwrap();
    if std::env::var_os("IDLCM_UPDATE").is_some() {
        all.insert(recipe.to_owned(), now);
        std::fs::write(pinned(), serde_json::to_string_pretty(&all).unwrap() + "\n").unwrap();
        return;
    }
    let known = &all[recipe];
    assert_eq!(known.keys().collect::<Vec<_>>(), now.keys().collect::<Vec<_>>(), "{recipe}: other cases");
    let more: Vec<String> = now
        .iter()
        .filter(|(case, count)| **count > known[*case] + known[*case] / 25)
        .map(|(case, count)| format!("{case}: {count} instead of {}", known[case]))
        .collect();
    assert!(more.is_empty(), "{recipe} needs more commands than before: {more:?}");
}

macro_rules! recipes {
    ($($test:ident: $recipe:literal,)*) => {
        const RECIPES: &[&str] = &[$($recipe),*];
        $(#[test] fn $test() { compare($recipe); })*
    };
}

recipes! {
    boardly: "boardly",
    directus: "directus",
    django_admin: "django-admin",
    flask_appbuilder: "flask-appbuilder",
    idlcm_console: "idlcm-console",
    ledgerly: "ledgerly",
    rabbitmq_management: "rabbitmq-management",
    trackly: "trackly",
    vaultic: "vaultic",
}

#[test]
fn every_recipe_is_counted() {
    let folders = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("recipes")).unwrap();
    let mut there: Vec<String> = folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect();
    there.sort();
    assert_eq!(there, RECIPES);
}
