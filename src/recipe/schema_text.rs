//! What the JSON schema says of names, for those who write about the language.

use serde_json::Value;

/// What rules may conclude besides kinds of errors.
pub(super) const CONCLUSIONS: [(&str, &str); 3] = [
    ("done", "The app says that it is done. It is read back all the same"),
    ("already_exists", "The app says that the subject exists: it is read, and compared with what was wished"),
    ("not_found", "The app says that the subject does not exist"),
];

/// The names of an enum and what is said of each.
pub(super) fn variants(schema: &Value) -> Vec<(String, String)> {
    let forms = schema["oneOf"].as_array().into_iter().flatten();
    forms
        .map(|form| {
            let name = form["const"].as_str().or_else(|| form["required"][0].as_str()).unwrap_or_default();
            (name.to_owned(), description(form).unwrap_or_default())
        })
        .collect()
}

pub(super) fn description(schema: &Value) -> Option<String> {
    schema["description"].as_str().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}
