//! What an app holds, by its own records: entries of users, roles and so on, each with its fields.

use std::collections::BTreeMap;

use idlcm::contract::ResourceKind;
use serde_json::{Map, Value};

/// The most differences that are told; what follows is counted.
const MOST_TOLD: usize = 20;

pub type Entry = Map<String, Value>;
/// Entries of one kind, by key.
pub type Entries = BTreeMap<String, Entry>;
pub type State = BTreeMap<ResourceKind, Entries>;
/// What changes: fields over those that are there, or nothing more of the entry.
pub type Changes = BTreeMap<ResourceKind, BTreeMap<String, Option<Entry>>>;

/// No value, an empty text and none named are the same: jobs take a value away by an empty text.
pub fn without_nothing(entry: Entry) -> Entry {
    entry.into_iter().filter(|(_, value)| !value.is_null() && *value != "").collect()
}

/// What `state.py` prints.
pub fn parse(text: &str) -> Result<State, String> {
    let state: State = serde_json::from_str(text).map_err(|error| format!("{error}:\n{text}"))?;
    let plain = |entries: Entries| entries.into_iter().map(|(key, entry)| (key, without_nothing(entry))).collect();
    Ok(state.into_iter().map(|(kind, entries)| (kind, plain(entries))).collect())
}

/// The state once that has changed.
pub fn changed(mut state: State, changes: &Changes) -> State {
    for (kind, of_kind) in changes {
        let entries = state.entry(*kind).or_default();
        for (key, change) in of_kind {
            match change {
                Some(fields) => {
                    let mut entry = entries.remove(key).unwrap_or_default();
                    entry.extend(fields.clone());
                    entries.insert(key.clone(), without_nothing(entry));
                }
                None => drop(entries.remove(key)),
            }
        }
    }
    state
}

/// How they differ, a line for each field or entry; nothing where they are equal.
pub fn differences(expected: &State, got: &State) -> Vec<String> {
    let kinds = ResourceKind::ALL.into_iter().filter(|kind| expected.contains_key(kind) || got.contains_key(kind));
    let lines = kinds.flat_map(|kind| {
        let of = |state: &State| state.get(&kind).cloned().unwrap_or_default();
        of_entries(kind.plural(), &of(expected), &of(got))
    });
    shortened(lines.collect())
}

/// The same of one list.
pub fn of_entries(name: &str, expected: &Entries, got: &Entries) -> Vec<String> {
    let mut lines = Vec::new();
    for (key, entry) in expected {
        match got.get(key) {
            None => lines.push(format!("{name}/{key} is missing: {}", Value::Object(entry.clone()))),
            Some(found) => lines.extend(of_fields(&format!("{name}/{key}"), entry, found)),
        }
    }
    for (key, entry) in got.iter().filter(|(key, _)| !expected.contains_key(*key)) {
        lines.push(format!("{name}/{key} is not expected: {}", Value::Object(entry.clone())));
    }
    lines
}

/// The same of one entry.
pub fn of_fields(name: &str, expected: &Entry, got: &Entry) -> Vec<String> {
    let fields = expected.keys().chain(got.keys().filter(|field| !expected.contains_key(*field)));
    let different = fields.filter(|field| in_order(expected.get(*field)) != in_order(got.get(*field)));
    let show = |value: Option<&Value>| value.map_or_else(|| "nothing".to_owned(), Value::to_string);
    different
        .map(|field| format!("{name}, {field}: expected {}, got {}", show(expected.get(field)), show(got.get(field))))
        .collect()
}

/// What somebody has several of has no order.
fn in_order(value: Option<&Value>) -> Option<Value> {
    let mut value = value?.clone();
    if let Some(several) = value.as_array_mut() {
        several.sort_by_key(Value::to_string);
    }
    Some(value)
}

pub fn shortened(mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(MOST_TOLD);
    lines.truncate(MOST_TOLD);
    if more > 0 {
        lines.push(format!("… and {more} more"));
    }
    lines
}

fn state(value: &Value) -> State {
    parse(&value.to_string()).unwrap()
}

#[test]
fn changes_are_merged_over_what_is_there() {
    let before = state(&serde_json::json!({
        "users": {"ada": {"email": "a@x", "status": "active", "roles": ["one"]}, "bob": {"email": null}}, "roles": {},
    }));
    let changes: Changes = serde_json::from_value(serde_json::json!({
        "users": {"ada": {"status": "disabled", "email": null}, "bob": null, "eve": {"email": "e@x"}},
    }))
    .unwrap();
    let after = state(&serde_json::json!({
        "users": {"ada": {"status": "disabled", "roles": ["one"]}, "eve": {"email": "e@x"}}, "roles": {},
    }));
    assert_eq!(changed(before.clone(), &changes), after);
    assert_eq!(differences(&after, &after), [""; 0]);
    assert_eq!(
        differences(&before, &after),
        [
            "users/ada, email: expected \"a@x\", got nothing",
            "users/ada, status: expected \"active\", got \"disabled\"",
            "users/bob is missing: {}",
            "users/eve is not expected: {\"email\":\"e@x\"}",
        ]
    );
}
