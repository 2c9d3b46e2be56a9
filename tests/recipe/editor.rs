//! What an editor makes of recipes with their JSON Schema: the good ones are valid, and mistakes that a schema can see are
//! seen. `scripts/editor-check.mjs` asks a real YAML language server the same, and what it offers while one types.

use std::path::{Path, PathBuf};

use idlcm::recipe;
use jsonschema::Validator;
use serde_json::Value;

/// Broken recipes whose mistake lies in their structure. (What names mean, only the checker knows.)
const STRUCTURAL: &[&str] = &[
    "bad_condition",
    "bad_dialog",
    "invalid_value",
    "many_problems_at_once",
    "missing_key",
    "no_verb",
    "several_verbs",
    "top_level_keys_missing",
    "unknown_action",
    "unknown_key",
    "unknown_outcome",
    "unknown_role",
    "unknown_value",
    "wrong_type",
];

fn validator() -> Validator {
    let schema = recipe::json_schema();
    jsonschema::draft7::meta::validate(&schema).unwrap_or_else(|error| panic!("the schema is none: {error}"));
    jsonschema::draft7::new(&schema).unwrap()
}

fn value(path: &Path) -> Value {
    parsed(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// As editors read YAML: by the core schema of YAML 1.2, where `Off` is a text.
fn parsed(text: &str) -> Option<Value> {
    serde_saphyr::from_str_with_options(text, serde_saphyr::options! { strict_booleans: true }).ok()
}

fn below(folder: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn the_recipes_that_come_with_it_are_valid() {
    let validator = validator();
    let recipes: Vec<PathBuf> =
        below("recipes").into_iter().map(|folder| folder.join("recipe.yaml")).filter(|path| path.is_file()).collect();
    assert!(recipes.len() >= 2);
    for path in recipes {
        let problems: Vec<String> =
            validator.iter_errors(&value(&path)).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(problems.is_empty(), "{}:\n{}", path.display(), problems.join("\n"));
    }
}

#[test]
fn mistakes_of_structure_are_seen() {
    let validator = validator();
    for name in STRUCTURAL {
        let path = PathBuf::from(format!("tests/bad_recipes/{name}.yaml"));
        assert!(!validator.is_valid(&value(&path)), "{name} is valid for an editor");
    }
}

/// The other way round: whatever the schema refuses, the checker refuses too. A recipe is never marked as wrong while one
/// types that would then load.
#[test]
fn the_schema_is_no_stricter_than_the_checker() {
    let validator = validator();
    for path in below("tests/bad_recipes").into_iter().filter(|path| path.extension().unwrap() == "yaml") {
        let text = std::fs::read_to_string(&path).unwrap();
        let Some(value) = parsed(&text) else { continue };
        let loaded = recipe::check_text(&path, &text, recipe::Strictness::Normal);
        let problems: Vec<String> =
            validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(loaded.recipe.is_none() || problems.is_empty(), "{} loads: {problems:?}", path.display());
    }
}

#[test]
fn words_that_the_checker_knows_are_offered() {
    let schema = recipe::json_schema();
    for (place, word) in [
        ("/definitions/OutcomeRule/properties/is/enum", "no_seats"),
        ("/definitions/Branch/properties/is/enum", "done"),
        ("/definitions/Step/properties/is/enum", "done"),
        ("/definitions/LocatorKeys/properties/role/enum", "button"),
        ("/definitions/ViewField/properties/role/enum", "cell"),
        ("/properties/unsupported/items/enum", "users.delete"),
    ] {
        let words = schema.pointer(place).and_then(Value::as_array).unwrap_or_else(|| panic!("{place}"));
        assert!(words.iter().any(|known| known == word), "{place}: {word}");
    }
    assert!(schema["definitions"]["Actions"]["properties"]["users.create"].is_object());
    assert!(schema["properties"]["resources"]["properties"]["users"].is_object());
    let bare = schema["definitions"]["Filter"]["anyOf"][0]["oneOf"].as_array().unwrap();
    assert!(bare.iter().any(|filter| filter["const"] == "trim"), "{bare:?}");
    let split = &schema["definitions"]["Filter"]["anyOf"][1]["properties"]["split"];
    assert!(split["description"].as_str().unwrap().starts_with("A list, from a text"), "{split}");
}
