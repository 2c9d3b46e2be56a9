//! The text of a recipe is checked without a panic, and each problem has a place inside the text.
#![no_main]

use std::path::Path;

use idlcm::recipe::{Strictness, check_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for strictness in [Strictness::Normal, Strictness::Strict] {
        let loaded = check_text(Path::new("fuzz.yaml"), text, strictness);
        assert_eq!(loaded.recipe.is_none(), loaded.has_errors());
        let text = &loaded.source.text;
        for diagnostic in &loaded.diagnostics {
            for span in diagnostic.notes.iter().map(|note| note.span).chain([diagnostic.span]) {
                assert!(span.start <= span.end && span.end <= text.len(), "{span} in {} bytes", text.len());
                assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span}");
            }
            assert!(!diagnostic.render(&loaded.source, false).is_empty());
        }
    }
});
