//! From what a page shows of one row to canonical values.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_json::Value;

use crate::browser::FieldValue;
use crate::contract::{ErrorKind, FieldType, Item, ResourceKind};
use crate::recipe::{CsvField, CsvFrom, FieldFrom, Filter, LabelSource, Resource, Span, ViewField};

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

/// How a value becomes canonical, wherever it comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'r> {
    name: &'r str,
    constant: Option<&'r str>,
    map: Option<&'r LabelSource>,
    filters: &'r [Filter],
    optional: bool,
    default: Option<&'r str>,
    span: Span,
}

/// The fields of a table or a detail page.
pub(super) fn of_table(fields: &IndexMap<String, ViewField>) -> impl Iterator<Item = Reading<'_>> {
    fields.iter().map(|(name, field)| Reading {
        name,
        constant: match &field.from {
            FieldFrom::Constant(text) => Some(text),
            FieldFrom::One(_) | FieldFrom::Each(_) => None,
        },
        map: field.map.as_ref(),
        filters: &field.filters,
        optional: field.optional,
        default: field.default.as_deref(),
        span: field.span,
    })
}

/// The fields of an exported file.
pub(super) fn of_file(fields: &IndexMap<String, CsvField>) -> impl Iterator<Item = Reading<'_>> {
    fields.iter().map(|(name, field)| Reading {
        name,
        constant: match &field.from {
            CsvFrom::Constant(text) => Some(text),
            CsvFrom::Header(_) => None,
        },
        map: field.map.as_ref(),
        filters: &field.filters,
        optional: field.optional,
        default: field.default.as_deref(),
        span: field.span,
    })
}

/// Reads the fields of one row (or of a detail page).
///
/// # Errors
/// When a field that is not optional is not there: a page that lost a column has drifted, it does not say "nothing".
pub(super) fn row<'r>(
    scope: &Scope<'_>,
    resource: ResourceKind,
    fields: impl Iterator<Item = Reading<'r>>,
    key: &str,
    raw: &BTreeMap<String, FieldValue>,
) -> Outcome<Row> {
    let scope = scope.for_subject(resource, Item::new());
    let described = scope.entry.recipe.resources.get(&resource);
    let mut row = Row::default();
    for field in fields {
        let name = field.name;
        let value = match (field.constant, raw.get(name)) {
            (Some(text), _) => Value::String(text.to_owned()),
            (_, Some(FieldValue::One(Some(text)))) => Value::String(text.clone()),
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
        let value = scope.filtered(value, field.filters, false).map_err(|problem| {
            Failure::new(ErrorKind::UnexpectedPage, format!("`{name}`: {problem}")).at(field.span)
        })?;
        let value = match (field.default, value::is_empty(&value)) {
            (Some(default), true) => Value::String(default.to_owned()),
            _ => value,
        };
        let value = map(&scope, field, value, &mut row.unmapped);
        row.item.insert(name.to_owned(), typed(described, name, value));
    }
    Ok(row)
}

fn map(scope: &Scope<'_>, field: Reading<'_>, value: Value, unmapped: &mut Vec<(String, String)>) -> Value {
    let Some(source) = field.map.filter(|_| field.constant.is_none()) else { return value };
    let mut one = |text: String| {
        Value::String(scope.canonical_of(source, &text).unwrap_or_else(|| {
            unmapped.push((field.name.to_owned(), text.clone()));
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
