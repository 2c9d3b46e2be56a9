//! The recipes that come with the product check without a single problem, and their schema is current.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;
use std::time::{Duration, Instant};

use idlcm::contract::{Action, ResourceKind, Verb};
use idlcm::recipe::{self, ActionKind, Filter, LabelSource, Recipe, Segment, StepVerb, Strictness, ViewKind};

fn checks_clean(path: &str) -> Recipe {
    let loaded = recipe::load(Path::new(path), Strictness::Strict).unwrap();
    let problems: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    loaded.recipe.unwrap()
}

fn users(verb: Verb) -> Action {
    Action::On(ResourceKind::Users, verb)
}

#[test]
fn ledgerly_checks_clean() {
    let recipe = checks_clean("recipes/ledgerly/recipe.yaml");
    assert_eq!(recipe.app.id, "ledgerly");
    for verb in [Verb::List, Verb::Get, Verb::Create, Verb::Update, Verb::Disable, Verb::Enable] {
        assert!(recipe.actions.contains_key(&users(verb)), "{}", verb.name());
    }
    assert!(recipe.actions.contains_key(&Action::Check));
    let ActionKind::Write(create) = &recipe.actions[&users(Verb::Create)].kind else { panic!("not a write") };
    assert_eq!(create.goal.matches, ["name", "role"]);
    assert!(create.steps.last().unwrap().commit);
    let StepVerb::Choose { from, option, .. } = &create.steps[4].verb else { panic!("not a choice") };
    assert_eq!(from.name.as_deref(), Some("user_form.role"));
    let recipe::MatchKind::Is(option) = &option.kind else { panic!("not a whole text") };
    let [Segment::Hole(hole)] = option.segments.as_slice() else { panic!("not one hole") };
    assert_eq!(hole.filters, [Filter::Label(LabelSource::Catalog(ResourceKind::Roles))]);
    assert_eq!(&recipe.source.text[hole.span.start..hole.span.end], "{{ user.role | label }}");
}

#[test]
fn django_admin_checks_clean() {
    let recipe = checks_clean("recipes/django-admin/recipe.yaml");
    assert!(matches!(&recipe.views["users"].kind, ViewKind::Union(members) if members.len() == 2));
    let ActionKind::Write(disable) = &recipe.actions[&users(Verb::Disable)].kind else { panic!("not a write") };
    assert_eq!(disable.goal.set["status"], ["disabled"]);
    let ActionKind::Write(update) = &recipe.actions[&users(Verb::Update)].kind else { panic!("not a write") };
    assert_eq!(update.goal.matches, ["email", "first_name", "last_name", "is_staff", "roles"]);
    let StepVerb::Row { steps, .. } = &update.steps[0].verb else { panic!("not a row") };
    assert_eq!(steps.len(), 2, "the routine's steps stand in the row");
}

/// Run with `IDLCM_UPDATE=1` to write the file anew.
#[test]
fn the_schema_in_the_repository_is_current() {
    let path = "schemas/recipe.schema.json";
    let current = format!("{}\n", serde_json::to_string_pretty(&recipe::json_schema()).unwrap());
    if std::env::var_os("IDLCM_UPDATE").is_some() {
        std::fs::write(path, &current).unwrap();
    }
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    assert!(stored == current, "{path} is not current; run the test with IDLCM_UPDATE=1");
}

#[test]
fn a_long_recipe_is_checked_quickly() {
    use std::fmt::Write as _;
    let text = std::fs::read_to_string("recipes/ledgerly/recipe.yaml").unwrap();
    let mut more = String::from("screens:\n");
    for n in 0..300 {
        writeln!(more, "  extra_{n}:\n    recognise: {{url: /x{n}*, visible: [extra_{n}.a]}}").unwrap();
        writeln!(more, "    elements: {{a: {{role: button, name: A{n}, within: {{role: main}}}}}}").unwrap();
    }
    let text = text.replacen("screens:\n", &more, 1);
    assert!(text.lines().count() > 1_000);
    let start = Instant::now();
    let loaded = recipe::check_text(Path::new("long.yaml"), &text, Strictness::Normal);
    let took = start.elapsed();
    assert!(loaded.recipe.is_some(), "{:?}", loaded.diagnostics);
    // An unoptimized build on a busy machine; a release build takes a few milliseconds.
    assert!(took < Duration::from_millis(1_500), "{took:?}");
}
