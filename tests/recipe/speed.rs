//! How long checking takes. The numbers are only worth something in a release build:
//! `cargo test --release --test recipe speed -- --ignored --nocapture`.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use idlcm::recipe::{self, Strictness};

/// Ledgerly with so many more screens, each with a routine that uses it: everything is resolved, nothing is unused.
fn long_recipe(screens: usize) -> String {
    let good = std::fs::read_to_string("recipes/ledgerly/recipe.yaml").unwrap();
    let (mut more, mut routines, mut steps) = (String::from("screens:\n"), String::from("routines:\n"), String::new());
    for n in 0..screens {
        writeln!(more, "  extra_{n}:\n    recognise: {{url: /x{n}*, visible: [extra_{n}.save]}}\n    elements:")
            .unwrap();
        writeln!(more, "      box: {{role: main, has: {{text: \"Box {n}\"}}}}").unwrap();
        writeln!(more, "      name: {{label: Name, within: extra_{n}.box}}").unwrap();
        writeln!(more, "      save: {{role: button, name: {{any: [Save, \"Save {n}\"]}}, within: extra_{n}.box}}")
            .unwrap();
        writeln!(routines, "  go_{n}:\n    - wait_for: {{screen: extra_{n}}}").unwrap();
        writeln!(routines, "    - fill: {{into: extra_{n}.name, value: \"{{{{ user.name | trim }}}} {n}\"}}").unwrap();
        writeln!(steps, "      - {{run: go_{n}}}").unwrap();
    }
    let add = "      - click: users.add\n";
    good.replacen("screens:\n", &more, 1).replacen(add, &format!("{add}{steps}"), 1) + "\n" + &routines
}

fn checked(text: &str) -> Duration {
    let start = Instant::now();
    let loaded = recipe::check_text(Path::new("long.yaml"), text, Strictness::Strict);
    let took = start.elapsed();
    let told: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect();
    assert!(loaded.recipe.is_some() && told.is_empty(), "{}", told.join("\n"));
    took
}

fn fastest(text: &str, of: usize) -> Duration {
    (0..of).map(|_| checked(text)).min().unwrap()
}

/// Four times the recipe takes about four times the time, on any machine and in any build; twice that is allowed.
#[test]
fn checking_grows_with_the_length_and_not_with_its_square() {
    let (short, long) = (long_recipe(60), long_recipe(240));
    let (small, large) = (fastest(&short, 5), fastest(&long, 5));
    assert!(
        large < small * 10,
        "{} lines take {small:?}, {} lines {large:?}",
        short.lines().count(),
        long.lines().count()
    );
}

#[test]
#[ignore = "a time of a debug build says nothing; part of `make test-long`, which builds for release"]
fn a_thousand_lines_are_checked_within_50_ms() {
    let text = long_recipe(100);
    let lines = text.lines().count();
    let took = fastest(&text, 20);
    println!("{lines} lines: {took:?}; {:?} a line", took / u32::try_from(lines).unwrap());
    assert!(lines >= 1_000);
    if !cfg!(debug_assertions) {
        assert!(took < Duration::from_millis(50), "{took:?}");
    }
}
