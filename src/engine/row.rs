//! From what a page shows of one row to canonical values.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_json::Value;

use crate::browser::FieldValue;
use crate::contract::{ErrorKind, FieldType, Item, Partial, ResourceKind};
use crate::recipe::{CsvField, CsvFrom, FieldFrom, Filter, LabelSource, ReadMode, Resource, Span, ViewField};

use super::compile::collapse;
use super::desired_state::describe;
use super::failure::{Attempted, Failure};
use super::job_scope::JobScope;
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
    /// Texts with white space in them that is no plain blank, as the page has them, by field.
    pub raw: BTreeMap<String, String>,
    /// References of which only these values were looked at, by field.
    pub looked_at: BTreeMap<String, Vec<String>>,
    /// The address of its own page, where a link of the row has it.
    pub link: Option<String>,
    /// What is wrong with the key, if it is no value of its field's type: the row stands for one that is on its way.
    pub unfit: Option<String>,
}

/// How a value becomes canonical, wherever it comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'r> {
    name: &'r str,
    constant: Option<&'r str>,
    /// The values of something that is there or not.
    present: Option<(&'r str, &'r str)>,
    /// Texts that stand for no value.
    absent: &'r [String],
    map: Option<&'r LabelSource>,
    filters: &'r [Filter],
    optional: bool,
    default: Option<&'r str>,
    /// Whether it is what a page shows, of which white space is not to be taken at its word.
    shown: bool,
    span: Span,
}

/// The fields of a table or a detail page.
pub(super) fn of_table<'f>(
    fields: impl IntoIterator<Item = (&'f String, &'f ViewField)>,
) -> impl Iterator<Item = Reading<'f>> {
    fields.into_iter().map(|(name, field)| Reading {
        name,
        constant: match &field.from {
            FieldFrom::Constant(text) => Some(text),
            FieldFrom::One(_) | FieldFrom::Each(_) | FieldFrom::Present { .. } => None,
        },
        present: match &field.from {
            FieldFrom::Present { then, otherwise, .. } => Some((then, otherwise)),
            _ => None,
        },
        absent: &field.absent,
        map: field.map.as_ref(),
        filters: &field.filters,
        optional: field.optional,
        default: field.default.as_deref(),
        shown: matches!(field.read, ReadMode::Text | ReadMode::Url | ReadMode::Name),
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
        present: None,
        absent: &field.absent,
        map: field.map.as_ref(),
        filters: &field.filters,
        optional: field.optional,
        default: field.default.as_deref(),
        shown: false,
        span: field.span,
    })
}

/// Reads the fields of one row, or of its own page; `place` says which, for whoever misses one.
///
/// # Errors
/// When a field that is not optional is not there: a page that lost a column has drifted, it does not say "nothing".
pub(super) fn row<'r>(
    scope: &JobScope<'_>,
    resource: ResourceKind,
    (place, fields): (&str, impl Iterator<Item = Reading<'r>>),
    key: &str,
    raw: &BTreeMap<String, FieldValue>,
) -> Attempted<Row> {
    let scope = scope.for_subject(resource, Item::new());
    let described = scope.entry.recipe.resources.get(&resource);
    let mut row = Row::default();
    for field in fields {
        let name = field.name;
        let value = match (field.constant, raw.get(name)) {
            (Some(text), _) => Value::String(text.to_owned()),
            (_, Some(FieldValue::One(Some(text)))) => Value::String(text.clone()),
            (_, Some(FieldValue::Many(found))) if let Some((then, otherwise)) = field.present => {
                Value::String(if found.is_empty() { otherwise } else { then }.to_owned())
            }
            (_, Some(FieldValue::Many(texts))) => texts.iter().cloned().map(Value::String).collect(),
            (_, Some(FieldValue::One(None)) | None) if field.optional || field.default.is_some() => Value::Null,
            (_, Some(FieldValue::One(None)) | None) => {
                let message =
                    format!("`{name}` was not found {place}; a field that some do not have is `optional: true`");
                return Err(Failure::new(ErrorKind::ElementMissing, message).at(field.span));
            }
        };
        if let Some(why) = too_long(&value) {
            let message = format!("`{name}` {why} {place}; is it read from the right element?");
            return Err(Failure::new(ErrorKind::UnexpectedPage, message).at(field.span));
        }
        let value = if field.shown { row.collapsed(name, value) } else { value };
        if name == key {
            row.shown_key = value::text(&value);
        }
        let value = scope.filtered(value, field.filters, false).map_err(|problem| {
            Failure::new(ErrorKind::UnexpectedPage, format!("`{name}`: {problem}")).at(field.span)
        })?;
        let value = without(value, field.absent);
        let value = match (field.default, value::is_empty(&value)) {
            (Some(default), true) => Value::String(default.to_owned()),
            _ => value,
        };
        let value = map(&scope, field, value, &mut row.unmapped);
        let value = typed(described, name, value);
        if name == key {
            row.unfit = unfit(described, name, &value);
        }
        row.item.insert(name.to_owned(), value);
    }
    Ok(row)
}

/// The most bytes of all texts of one field.
const LONGEST_VALUES: usize = 4 * 1024 * 1024;

/// That a value is longer than any value is.
fn too_long(value: &Value) -> Option<String> {
    let length = |text: &Value| text.as_str().map_or(0, str::len);
    let (bytes, most) = match value {
        Value::Array(texts) => match texts.iter().map(length).max().filter(|longest| *longest > value::LONGEST) {
            Some(longest) => (longest, value::LONGEST),
            None => (texts.iter().map(length).sum(), LONGEST_VALUES),
        },
        text => (length(text), value::LONGEST),
    };
    (bytes > most).then(|| format!("has {bytes} bytes, where a value may have {most},"))
}

/// A value that the app writes with a text that stands for none.
fn without(value: Value, absent: &[String]) -> Value {
    let stands_for_none = |text: &str| absent.iter().any(|none| collapse(none) == collapse(text));
    match value {
        Value::String(text) if stands_for_none(&text) => Value::Null,
        Value::Array(items) => items.into_iter().filter(|item| !item.as_str().is_some_and(stands_for_none)).collect(),
        other => other,
    }
}

impl Row {
    /// What is known of the references that were looked at in part.
    pub(super) fn partial(&self) -> BTreeMap<String, Partial> {
        let known = |(name, asked): (&String, &Vec<String>)| {
            let holds = value::items(self.item.get(name).unwrap_or(&Value::Null));
            let lacks = asked.iter().filter(|one| !value::holds(&holds, one)).cloned().collect();
            (name.clone(), Partial { holds, lacks })
        };
        self.looked_at.iter().map(known).collect()
    }

    /// A text with its white space as a reader sees it; how the page has it is kept.
    fn collapsed(&mut self, name: &str, value: Value) -> Value {
        match value {
            Value::String(text) => {
                let seen = collapse(&text);
                if seen != text {
                    self.raw.insert(name.to_owned(), text);
                }
                Value::String(seen)
            }
            Value::Array(items) => items.iter().map(|item| Value::String(collapse(&value::text(item)))).collect(),
            other => other,
        }
    }
}

/// What is wrong with a key that is no value of its field's type. Apps show such a text where the real one is still to
/// come, or has to be decoded first (`[email protected]`).
fn unfit(resource: Option<&Resource>, key: &str, value: &Value) -> Option<String> {
    if value::text(value).trim().is_empty() {
        return Some(format!("a row shows no `{key}`"));
    }
    let field = resource.and_then(|resource| resource.fields.get(key))?;
    let fits = value::fits(value, field.field_type, field.many);
    (!fits).then(|| format!("a row shows `{}` as its `{key}`, which is not {}", value::text(value), describe(field)))
}

fn map(scope: &JobScope<'_>, field: Reading<'_>, value: Value, unmapped: &mut Vec<(String, String)>) -> Value {
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
