//! The attributes that a job names: known, of the right type, and without what nobody sees.

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Attributes, ErrorKind, FieldType, ResourceKind, Warning, nearest};
use crate::recipe::{Field, Resource};

use super::super::failure::{Attempted, Failure};
use super::super::identity;
use super::super::job_scope::JobScope;
use super::super::value;
use super::emptied::takes_away;
use super::reference;

/// The attributes of a job's subject, after the fields' own filters.
pub(super) fn attributes(
    subject: &Attributes,
    resource: &Resource,
    entry: &Entry,
    kind: ResourceKind,
    warnings: &mut Vec<Warning>,
) -> Attempted<Attributes> {
    let scope = JobScope::new(entry, kind);
    let singular = kind.singular();
    let mut given = Attributes::new();
    for (name, raw) in subject {
        let Some(field) = resource.fields.get(name) else {
            let known = resource.fields.keys().map(String::as_str);
            let hint = nearest(name, known.clone()).map_or_else(
                || format!("known: {}", known.collect::<Vec<_>>().join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            return Err(Failure::new(
                ErrorKind::InvalidAttribute,
                format!("unknown attribute `{singular}.{name}`; {hint}"),
            ));
        };
        let invalid =
            |message: String| Failure::new(ErrorKind::InvalidAttribute, format!("`{singular}.{name}` {message}"));
        if raw.is_null() {
            continue;
        }
        let mut value = scope.filtered(raw.clone(), &field.filters, false).map_err(invalid)?;
        if let (FieldType::Ref, Some(of), Value::Array(several)) = (field.field_type, field.of, &value)
            && !field.many
        {
            let several: Vec<String> = several.iter().map(value::text).collect();
            reference::known(&several, of, entry)?;
            value = reference::single(&several, name, of, entry, warnings)?;
        }
        if takes_away(&value, field) && *name != resource.key {
            given.insert(name.clone(), value);
            continue;
        }
        if !value::fits(&value, field.field_type, field.many) {
            return Err(invalid(format!("is {value}, which is not {}", describe(field))));
        }
        for item in value::items(&value) {
            if item.len() > value::LONGEST {
                return Err(invalid(format!("has {} bytes; at most {} can be read back", item.len(), value::LONGEST)));
            }
            if *name == resource.key {
                seen(&item, &format!("{singular}.{name}"))?;
            }
            if field.max_length.is_some_and(|max| item.chars().count() > max) {
                return Err(invalid(format!("is longer than {} characters", field.max_length.unwrap_or_default())));
            }
            if let Some(pattern) = &field.pattern
                && !pattern.is_match(&item)
            {
                return Err(invalid(format!("is `{item}`, which does not match `{}`", pattern.as_str())));
            }
            if item.chars().any(char::is_control) {
                return Err(invalid("holds a control character".to_owned()));
            }
            let own = entry.labels(kind, name);
            let known: Vec<&str> =
                field.labels.keys().chain(own.into_iter().flat_map(|own| own.keys())).map(String::as_str).collect();
            if field.field_type == FieldType::Enum && !known.is_empty() && !known.contains(&item.as_str()) {
                let known = known.join(", ");
                return Err(invalid(format!("is `{item}`; known: {known}")));
            }
        }
        if let (FieldType::Ref, Some(of)) = (field.field_type, field.of) {
            reference::known(&value::items(&value), of, entry)?;
        }
        given.insert(name.clone(), value);
    }
    Ok(given)
}

/// Refuses a key with something in it that nobody sees: what came with a copied text would make another person of it.
pub(super) fn seen(key: &str, place: &str) -> Attempted<()> {
    let Some(found) = identity::invisible(key) else { return Ok(()) };
    let message =
        format!("`{place}` holds an invisible character, {found} (`{}`); send it without", identity::spelled_out(key));
    Err(Failure::new(ErrorKind::InvalidAttribute, message))
}

/// A field's type, in words.
pub(in crate::engine) fn describe(field: &Field) -> &'static str {
    if field.many || field.field_type == FieldType::List {
        return "a list of texts";
    }
    match field.field_type {
        FieldType::Email => "an e-mail address",
        FieldType::Bool => "true or false",
        FieldType::Number => "a number",
        FieldType::Date => "a date (YYYY-MM-DD)",
        _ => "a text",
    }
}
