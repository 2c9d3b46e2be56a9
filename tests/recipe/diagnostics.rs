//! One broken recipe for each kind of mistake, and what its author is told: `tests/bad_recipes/<mistake>.yaml` beside
//! `<mistake>.txt`. Run with `IDLCM_UPDATE=1` to write the texts anew, and read the difference.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use idlcm::recipe::{self, Severity, Strictness};
use proptest::prelude::*;

const GOOD: [&str; 5] = [
    "recipes/ledgerly/recipe.yaml",
    "recipes/django-admin/recipe.yaml",
    "recipes/boardly/recipe.yaml",
    "recipes/trackly/recipe.yaml",
    "recipes/vaultic/recipe.yaml",
];

fn bad_recipes() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir("tests/bad_recipes").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn each_mistake_is_told_as_its_golden_file_says() {
    let update = std::env::var_os("IDLCM_UPDATE").is_some();
    let mut wrong = Vec::new();
    for path in bad_recipes().into_iter().filter(|path| path.extension().unwrap() == "yaml") {
        let loaded = recipe::load(&path, Strictness::Strict).unwrap();
        assert!(!loaded.diagnostics.is_empty(), "{} has no problem", path.display());
        assert_eq!(loaded.recipe.is_none(), loaded.has_errors(), "{}", path.display());
        let told: String = loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect();
        let golden = path.with_extension("txt");
        if update {
            std::fs::write(&golden, &told).unwrap();
        } else if std::fs::read_to_string(&golden).unwrap_or_default() != told {
            wrong.push(format!("{}:\n{told}", golden.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What follows from a mistyped key is not told besides.
#[test]
fn a_mistyped_key_of_a_locator_is_one_error() {
    for path in GOOD {
        let text = std::fs::read_to_string(path).unwrap();
        for (at, _) in text.match_indices("{role: ") {
            let broken = format!("{}{{rolle: {}", &text[..at], &text[at + "{role: ".len()..]);
            let loaded = recipe::check_text(Path::new(path), &broken, Strictness::Normal);
            let errors: Vec<_> = loaded.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
            let told: String = errors.iter().map(|d| d.render(&loaded.source, false)).collect();
            assert_eq!(errors.len(), 1, "{told}");
            assert_eq!(errors[0].code, "unknown_key", "{told}");
        }
    }
}

#[test]
fn no_golden_file_is_left_over() {
    for path in bad_recipes().into_iter().filter(|path| path.extension().unwrap() == "txt") {
        assert!(path.with_extension("yaml").exists(), "{} belongs to nothing", path.display());
    }
}

#[test]
fn every_error_says_what_to_write_instead() {
    let mut without = BTreeSet::new();
    for path in bad_recipes().into_iter().filter(|path| path.extension().unwrap() == "yaml") {
        for diagnostic in recipe::load(&path, Strictness::Strict).unwrap().diagnostics {
            // What is expected stands in the message itself there.
            if diagnostic.help.is_none() && !["wrong_type", "invalid_value"].contains(&diagnostic.code) {
                without.insert(diagnostic.code);
            }
        }
    }
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn programs_get_places_from_one() {
    let loaded = recipe::load(Path::new("tests/bad_recipes/unknown_element.yaml"), Strictness::Normal).unwrap();
    assert_eq!(
        loaded.diagnostics[0].to_json(&loaded.source),
        serde_json::json!({
            "file": "tests/bad_recipes/unknown_element.yaml",
            "line": 43,
            "column": 16,
            "end_line": 43,
            "end_column": 24,
            "severity": "error",
            "code": "unknown_element",
            "message": "there is no element `users.ad`",
            "help": "did you mean `users.add`?",
        })
    );
}

#[test]
fn a_json_recipe_loads_through_the_same_path() {
    let yaml = std::fs::read_to_string(GOOD[0]).unwrap();
    let compact = r#"{"schema": "idlcm.recipe/1", "app": {"id": "x", "name": "X", "version": 1, "nmae": 2}}"#;
    let loaded = recipe::check_text(Path::new("recipe.json"), compact, Strictness::Normal);
    let unknown = loaded.diagnostics.iter().find(|d| d.code == "unknown_key").unwrap();
    assert_eq!(&compact[unknown.span.start..unknown.span.end], "\"nmae\"");
    assert!(recipe::check_text(Path::new("x"), &yaml.replace('\n', "\r\n"), Strictness::Normal).recipe.is_some());
}

#[test]
fn a_file_that_is_not_there_is_said_so() {
    let error = recipe::load(Path::new("recipes/nothing/recipe.yaml"), Strictness::Normal).unwrap_err();
    assert!(error.to_string().starts_with("recipes/nothing/recipe.yaml cannot be read"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is cut out of a good recipe or put into it, checking it ends, and says where.
    #[test]
    fn no_mutation_of_a_good_recipe_panics(
        which in 0..GOOD.len(),
        at in any::<prop::sample::Index>(),
        length in 0..200usize,
        with in prop_oneof![
            Just(String::new()),
            "[-{}\\[\\]:,&*!|>'\"%@`#? \n\t]{1,6}",
            "[ -~äß€\n]{0,20}",
            Just(" {}".to_owned()),
            Just(" []".to_owned()),
            Just(" 7".to_owned()),
            Just("{{ user. }}".to_owned()),
        ],
    ) {
        let text = std::fs::read_to_string(GOOD[which]).unwrap();
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let mutated: String =
            chars[..at].iter().chain(with.chars().collect::<Vec<_>>().iter()).chain(&chars[(at + length).min(chars.len())..]).collect();
        let loaded = recipe::check_text(Path::new("mutated.yaml"), &mutated, Strictness::Strict);
        prop_assert_eq!(loaded.recipe.is_none(), loaded.diagnostics.iter().any(|d| d.severity == Severity::Error));
        for diagnostic in &loaded.diagnostics {
            prop_assert!(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= mutated.len());
            prop_assert!(mutated.is_char_boundary(diagnostic.span.start) && mutated.is_char_boundary(diagnostic.span.end));
        }
        if let Some(first) = loaded.diagnostics.first() {
            prop_assert!(!first.render(&loaded.source, false).is_empty());
        }
    }

    /// Lines that are taken out or doubled leave YAML whole more often than not, and reach the deeper checks.
    #[test]
    fn no_line_that_is_missing_or_doubled_panics(
        which in 0..GOOD.len(),
        at in any::<prop::sample::Index>(),
        doubled in any::<bool>(),
    ) {
        let text = std::fs::read_to_string(GOOD[which]).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        let at = at.index(lines.len());
        if doubled { lines.insert(at, lines[at]); } else { lines.remove(at); }
        recipe::check_text(Path::new("mutated.yaml"), &lines.join("\n"), Strictness::Strict);
    }
}

#[test]
fn text_that_is_meant_to_overwhelm_is_refused() {
    for text in
        ["[".repeat(100_000), "{a: ".repeat(20_000), "- ".repeat(50_000), "a: &x [*x]".to_owned(), "x".repeat(2 << 20)]
    {
        assert!(recipe::check_text(Path::new("x"), &text, Strictness::Normal).recipe.is_none());
    }
}

/// Names that stand for more and more of each other would grow without end.
#[test]
fn a_recipe_that_unfolds_without_end_is_refused() {
    use std::fmt::Write as _;
    let good = std::fs::read_to_string(GOOD[0]).unwrap();
    let told = |text: &str| {
        let loaded = recipe::check_text(Path::new("x.yaml"), text, Strictness::Normal);
        loaded.diagnostics.into_iter().map(|d| d.code).collect::<BTreeSet<&str>>()
    };
    let (mut chain, mut doubling, mut routines) = (String::new(), String::new(), String::from("routines:\n"));
    for n in 0..5_000 {
        writeln!(chain, "      c{n}: {{text: x, within: users.c{}}}", n + 1).unwrap();
    }
    for n in 0..40 {
        writeln!(doubling, "      d{n}: {{any_of: [users.d{0}, users.d{0}]}}", n + 1).unwrap();
        writeln!(routines, "  r{n}: [{{run: r{0}}}, {{run: r{0}}}]", n + 1).unwrap();
    }
    let elements = "      heading: {role: heading, name: Users}\n";
    assert!(
        told(&good.replace(elements, &format!("{elements}{chain}      c5000: {{text: x}}\n"))).contains("too_complex")
    );
    assert!(
        told(&good.replace(elements, &format!("{elements}{doubling}      d40: {{text: x}}\n"))).contains("too_complex")
    );
    let run = good.replace("    open: [{goto: /admin/users}]", "    open: [{run: r0}]");
    assert!(told(&format!("{run}{routines}  r40: [{{goto: /}}]\n")).contains("too_complex"));
}
