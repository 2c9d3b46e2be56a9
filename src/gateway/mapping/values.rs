//! Values of fields and values of SCIM, one from the other.

use serde_json::{Number, Value};

use crate::contract::FieldType;
use crate::recipe::{Field, Filter};
use crate::scim::ScimError;

/// From SCIM to a field: numbers and truth values may be written as texts where SCIM has only texts; the field's simple
/// filters are applied, so that equal wishes are equal.
///
/// # Errors
/// The value does not fit the field.
pub(super) fn to_field(attribute: &str, value: &Value, field: &Field) -> Result<Value, ScimError> {
    if let Value::Array(items) = value {
        return Ok(Value::Array(items.iter().map(|item| to_field(attribute, item, field)).collect::<Result<_, _>>()?));
    }
    let text = match value {
        Value::String(text) => filtered(text, field),
        other => return Ok(other.clone()),
    };
    let wrong = |what: &str| Err(ScimError::invalid_value(format!("`{attribute}` is `{text}`, which is not {what}")));
    match field.field_type {
        FieldType::Number => match text.parse::<i64>().map(Number::from).ok().or_else(|| real(&text)) {
            Some(number) => Ok(Value::Number(number)),
            None => wrong("a number"),
        },
        FieldType::Bool => match text.to_ascii_lowercase().as_str() {
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            _ => wrong("true or false"),
        },
        _ => {
            check(attribute, &text, field)?;
            Ok(Value::String(text))
        }
    }
}

fn real(text: &str) -> Option<Number> {
    text.parse::<f64>().ok().and_then(Number::from_f64)
}

/// Trims and changes case as the recipe says; what else it says is the worker's.
fn filtered(text: &str, field: &Field) -> String {
    field.filters.iter().fold(text.to_owned(), |text, filter| match filter {
        Filter::Trim => text.trim().to_owned(),
        Filter::Lower => text.to_lowercase(),
        Filter::Upper => text.to_uppercase(),
        _ => text,
    })
}

fn check(attribute: &str, text: &str, field: &Field) -> Result<(), ScimError> {
    let wrong = |why: String| Err(ScimError::invalid_value(format!("`{attribute}` is `{text}`, {why}")));
    if text.is_empty() {
        return Ok(());
    }
    if let Some(most) = field.max_length.filter(|most| text.chars().count() > *most) {
        return wrong(format!("which is longer than the {most} characters that the app takes"));
    }
    if let Some(pattern) = field.pattern.as_ref().filter(|pattern| !pattern.is_match(text)) {
        return wrong(format!("which does not match `{}`", pattern.written()));
    }
    if text.chars().any(char::is_control) {
        return wrong("which holds a control character".to_owned());
    }
    if field.field_type == FieldType::Email && !is_address(text) {
        return wrong("which is not an e-mail address".to_owned());
    }
    Ok(())
}

/// Something on both sides of one `@`, and nothing blank. More is the app's business.
pub(super) fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && !domain.is_empty() && !domain.contains('@') && !text.contains(char::is_whitespace)
    })
}

/// The text of a field's value where SCIM has only texts.
pub(super) fn as_text(value: &Value) -> Value {
    match value {
        Value::Number(_) | Value::Bool(_) => Value::String(value.to_string()),
        other => other.clone(),
    }
}

/// The text by which a value is found again: small letters unless the app tells them apart.
pub(super) fn folded(text: &str, case_sensitive: bool) -> String {
    if case_sensitive { text.trim().to_owned() } else { text.trim().to_lowercase() }
}

/// Whether there is nothing in it.
pub(in crate::gateway) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

/// Whether two values of a field are one to the app.
pub(in crate::gateway) fn same(one: Option<&Value>, other: Option<&Value>, case_sensitive: bool) -> bool {
    let form = |value: Option<&Value>| -> Vec<String> {
        let mut all = match value {
            None => Vec::new(),
            Some(value) if is_empty(value) => Vec::new(),
            Some(Value::Array(items)) => items.iter().map(|item| folded(&plain(item), case_sensitive)).collect(),
            Some(value) => vec![folded(&plain(value), case_sensitive)],
        };
        all.sort();
        all.dedup();
        all
    };
    form(one) == form(other)
}

/// A value's text, as keys are written.
pub(in crate::gateway) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
