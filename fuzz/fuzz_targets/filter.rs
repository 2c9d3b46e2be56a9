//! A filter that can be read is written so that it is read again as the same, and matching ends.
#![no_main]

use idlcm::scim::{Filter, Leniency};
use libfuzzer_sys::fuzz_target;
use serde_json::json;

fuzz_target!(|text: &str| {
    for leniency in [Leniency::Strict, Leniency::Literals] {
        let Ok(filter) = Filter::parse(text, leniency) else { continue };
        let written = filter.to_string();
        // Brackets and quotation marks may make it longer than what is taken.
        if written.len() <= 8 * 1024 {
            match Filter::parse(&written, Leniency::Strict) {
                Ok(again) => assert_eq!(again, filter, "{written}"),
                // Every chain in a chain stands in brackets when it is written.
                Err(error) => assert!(error.reason.contains("deep"), "{written}: {error}"),
            }
        }
        let user = json!({"userName": "ada", "active": true, "emails": [{"value": "a", "type": "work"}, {"value": 1}]});
        filter.matches(&user);
    }
});
