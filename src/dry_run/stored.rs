//! Where the fixture's directory keeps what a recipe's field is about.

use serde_json::Value;

use crate::contract::ResourceKind;
use crate::fixture::{Fixture, Record, Status};
use crate::recipe::{ActionKind, Field, Recipe};

/// The name of the fixture's field for a recipe's: the same name, else the one that refers to the same resource.
pub(super) fn field_of<'f>(fixture: &'f Fixture, kind: ResourceKind, name: &str, field: &Field) -> Option<&'f str> {
    let fields = fixture.fields(kind);
    let same = fields.iter().find(|(known, _)| *known == name);
    // What people call it is called so in many ways.
    let called = || fields.iter().find(|(known, _)| name == "name" && ["label", "title"].contains(known));
    let same = same.or_else(called);
    same.or_else(|| field.of.and_then(|of| fields.iter().find(|(_, refers)| *refers == Some(of))))
        .map(|(known, _)| *known)
}

/// What the app keeps for a field of the recipe; `None` if nothing tells.
pub(super) fn value(
    recipe: &Recipe,
    fixture: &Fixture,
    kind: ResourceKind,
    name: &str,
    record: &Record,
) -> Option<Value> {
    let field = recipe.resources.get(&kind)?.fields.get(name)?;
    if let Some(stored) = field_of(fixture, kind, name, field) {
        let kept = record.fields.get(stored).cloned().unwrap_or(Value::Null);
        return Some(field.of.map_or(kept.clone(), |of| referred(recipe, fixture, of, &kept)));
    }
    status_value(recipe, name, record.status)
}

/// References as the recipe calls what they refer to.
fn referred(recipe: &Recipe, fixture: &Fixture, kind: ResourceKind, kept: &Value) -> Value {
    let one = |key: &Value| {
        let record = key.as_str().and_then(|key| fixture.seed().records(kind).iter().find(|record| record.key == key));
        record.map_or_else(|| key.clone(), |record| key_of(recipe, fixture, kind, record).into())
    };
    match kept {
        Value::Array(keys) => keys.iter().map(one).collect(),
        key => one(key),
    }
}

/// By which the recipe calls a record.
pub(super) fn key_of(recipe: &Recipe, fixture: &Fixture, kind: ResourceKind, record: &Record) -> String {
    let own = recipe.resources.get(&kind).and_then(|resource| value(recipe, fixture, kind, &resource.key, record));
    own.and_then(|own| own.as_str().map(str::to_owned)).unwrap_or_else(|| record.key.clone())
}

/// What a field reads for a user in that state, where the recipe's goals say so.
fn status_value(recipe: &Recipe, name: &str, status: Status) -> Option<Value> {
    let verb = match status {
        Status::Active => "users.enable",
        Status::Disabled => "users.disable",
        Status::Invited => "users.create",
    };
    let spec = recipe.actions.iter().find(|(action, _)| action.to_string() == verb)?.1;
    let ActionKind::Write(write) = &spec.kind else { return None };
    let values = write.goal.set.get(name)?;
    let named = values.iter().find(|value| value.as_str() == Status::name(status).into());
    named.or_else(|| values.first()).cloned()
}

/// Whether what was read is what the app keeps: blank is blank, however it is written; lists have no order.
pub(super) fn same(read: &Value, kept: &Value, ignore_case: bool) -> bool {
    canonical(read, ignore_case) == canonical(kept, ignore_case)
}

/// Whether a value is, or a list has, that key.
pub(super) fn holds(value: &Value, key: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| item == key),
        other => other == key,
    }
}

fn canonical(value: &Value, ignore_case: bool) -> Vec<String> {
    let text = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if ignore_case { text.to_lowercase() } else { text }
    };
    let mut all: Vec<String> = match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().flat_map(|item| canonical(item, ignore_case)).collect(),
        Value::String(one) => vec![text(one)],
        other => vec![other.to_string()],
    };
    all.retain(|one| !one.is_empty());
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn blank_is_blank_and_lists_have_no_order() {
        assert!(same(&Value::Null, &json!(""), false));
        assert!(same(&json!([]), &Value::Null, false));
        assert!(same(&json!(["b", "a"]), &json!(["a", "b"]), false));
        assert!(same(&json!("A  b"), &json!("a b"), true));
        assert!(!same(&json!("A"), &json!("a"), false));
        assert!(!same(&json!(["a"]), &json!(["a", "b"]), false));
    }
}
