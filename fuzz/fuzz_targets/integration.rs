//! The text of an integration is an entry of the catalogue or a problem with a place, and a catalogue stays whole beside it.
#![no_main]

use std::path::Path;

use idlcm::catalog::Catalog;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let recipes = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../recipes"));
    let sound = include_str!("../../integrations/example.yaml.sample");
    let documents = [("sound".to_owned(), sound.to_owned()), ("fuzz".to_owned(), text.to_owned())];
    let catalog = Catalog::with_integrations(recipes, &documents).expect("the recipes are there");
    assert!(catalog.entry(&"acme-ledgerly".parse().expect("an id")).is_some());
    for problem in catalog.problems() {
        let end = problem.diagnostic.span.end;
        assert!(end <= problem.source.text.len() && problem.source.text.is_char_boundary(end));
    }
});
