//! A template, wherever one stands in a recipe, is read or refused at a place in its own line.
#![no_main]

use std::path::Path;

use idlcm::recipe::{Strictness, check_text};
use libfuzzer_sys::fuzz_target;

const HOST: &str = include_str!("../../tests/bad_recipes/unused.yaml");

fuzz_target!(|text: &str| {
    let Ok(quoted) = serde_json::to_string(text) else { return };
    for place in ["\"{{ user.email }}\"", "\"{{ secrets.password }}\"", "/users\n", "Add}"] {
        let end = place.trim_start_matches(['/', '"']).rfind(['\n', '}']).filter(|_| !place.starts_with('"'));
        let rest = end.map_or("", |_| &place[place.len() - 1..]);
        let host = HOST.replacen(place, &format!("{quoted}{rest}"), 1);
        assert_ne!(host.len(), 0);
        let loaded = check_text(Path::new("fuzz.yaml"), &host, Strictness::Normal);
        assert_eq!(loaded.recipe.is_none(), loaded.has_errors());
        for diagnostic in &loaded.diagnostics {
            assert!(diagnostic.span.end <= host.len() && host.is_char_boundary(diagnostic.span.start));
        }
    }
});
