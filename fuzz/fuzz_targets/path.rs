//! The path of a PATCH that can be read is written so that it is read again as the same.
#![no_main]

use idlcm::scim::{Dialect, PatchPath};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for dialect in [Dialect::Strict, Dialect::Lenient] {
        let Ok(path) = PatchPath::parse(text, dialect) else { continue };
        let written = path.to_string();
        if written.len() <= 8 * 1024 {
            match PatchPath::parse(&written, Dialect::Strict) {
                Ok(again) => assert_eq!(again, path, "{written}"),
                Err(error) => assert!(error.detail.contains("deep"), "{written}: {error}"),
            }
        }
    }
});
