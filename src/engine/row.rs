//! From what a page shows of one row to canonical values.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::browser::FieldValue;
use crate::contract::{ErrorKind, FieldType, Item, ResourceKind};
use crate::recipe::{FieldFrom, Resource, ViewField};

use super::failure::{Failure, Outcome};
use super::scope::Scope;
use super::value;

/// One row, read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    /// Its fields, in canonical values.
    pub item: Item,
    /// The key as it stands on screen.
    pub shown_key: String,
    /// Fields whose text no label knows, with that text.
    pub unmapped: Vec<(String, String)>,
}

/// Reads the fields of one row (or of a detail page).
///
/// # Errors
/// When a field that is not optional is not there: a page that lost a column has drifted, it does not say "nothing".
pub(super) fn row(
    scope: &Scope<'_>,
    resource: ResourceKind,
    fields: &indexmap::IndexMap<String, ViewField>,
    key: &str,
    raw: &BTreeMap<String, FieldValue>,
) -> Outcome<Row> {
    let scope = scope.for_subject(resource, Item::new());
    let described = scope.entry.recipe.resources.get(&resource);
    let mut row = Row::default();
    for (name, field) in fields {
        let value = match (&field.from, raw.get(name)) {
            (FieldFrom::Constant(text), _) | (_, Some(FieldValue::One(Some(text)))) => Value::String(text.clone()),
            (_, Some(FieldValue::Many(texts))) => texts.iter().cloned().map(Value::String).collect(),
            (_, Some(FieldValue::One(None)) | None) if field.optional || field.default.is_some() => Value::Null,
            (_, Some(FieldValue::One(None)) | None) => {
                let message = format!("`{name}` was not found in a row of the list");
                return Err(Failure::new(ErrorKind::ElementMissing, message).at(field.span));
            }
        };
        if name == key {
            row.shown_key = value::text(&value);
        }
        let value = scope.filtered(value, &field.filters, false).map_err(|problem| {
            Failure::new(ErrorKind::UnexpectedPage, format!("`{name}`: {problem}")).at(field.span)
        })?;
        let value = match (&field.default, value::is_empty(&value)) {
            (Some(default), true) => Value::String(default.clone()),
            _ => value,
        };
        let value = map(&scope, field, name, value, &mut row.unmapped);
        row.item.insert(name.clone(), typed(described, name, value));
    }
    Ok(row)
}

fn map(scope: &Scope<'_>, field: &ViewField, name: &str, value: Value, unmapped: &mut Vec<(String, String)>) -> Value {
    let Some(source) = &field.map else { return value };
    if matches!(field.from, FieldFrom::Constant(_)) {
        return value;
    }
    let mut one = |text: String| {
        Value::String(scope.canonical_of(source, &text).unwrap_or_else(|| {
            unmapped.push((name.to_owned(), text.clone()));
            text
        }))
    };
    match value {
        Value::Array(items) => items.iter().map(|item| one(value::text(item))).collect(),
        Value::Null => Value::Null,
        other => one(value::text(&other)),
    }
}

fn typed(resource: Option<&Resource>, name: &str, value: Value) -> Value {
    match resource.and_then(|resource| resource.fields.get(name)) {
        Some(field) if field.many && !value.is_array() => {
            value::items(&value).into_iter().filter(|i| !i.is_empty()).map(Value::String).collect()
        }
        Some(field) => value::typed(value, field.field_type),
        None => value::typed(value, FieldType::String),
    }
}
