//! The recipes that come with the product check without a single problem.

use std::path::Path;

use idlcm::contract::{Action, ResourceKind, Verb};
use idlcm::recipe::{self, Strictness};

fn checks_clean(path: &str) -> recipe::Recipe {
    let loaded = recipe::load(Path::new(path), Strictness::Strict).unwrap();
    let problems: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    loaded.recipe.unwrap()
}

#[test]
fn ledgerly_checks_clean() {
    let recipe = checks_clean("recipes/ledgerly/recipe.yaml");
    assert_eq!(recipe.app.id, "ledgerly");
    for verb in [Verb::List, Verb::Get, Verb::Create, Verb::Update, Verb::Disable, Verb::Enable] {
        assert!(recipe.actions.contains_key(&Action::On(ResourceKind::Users, verb)), "{}", verb.name());
    }
    assert!(recipe.actions.contains_key(&Action::Check));
}
