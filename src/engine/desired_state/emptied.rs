//! What an empty value of a job means: it takes away what the app has, unless nobody can be without.

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{ErrorKind, FieldType, Job, ResourceKind, Verb};
use crate::recipe::{Field, Resource};

use super::super::failure::{Attempted, Failure};
use super::super::value;
use super::state::DesiredState;

/// Whether an empty text is a wish of its own for such a field: no value. References are none by an empty list.
pub(super) fn takes_away(value: &Value, field: &Field) -> bool {
    let of_texts =
        matches!(field.field_type, FieldType::String | FieldType::Email | FieldType::Date | FieldType::Number);
    of_texts && !field.many && value.as_str() == Some("")
}

/// Who is to be left without references has those that everybody has who was given none.
pub(super) fn fall_back(wish: &mut DesiredState, resource: &Resource) {
    for (name, field) in resource.fields.iter().filter(|(_, field)| field.of.is_some()) {
        let Some(default) = default_of(field) else { continue };
        if let Some(given) = wish.given.get_mut(name).filter(|given| value::is_empty(given)) {
            given.clone_from(&default);
        }
        if let Some(accepted) = wish.fields.get_mut(name).filter(|accepted| accepted.iter().all(value::is_empty)) {
            *accepted = vec![default];
        }
    }
}

/// A field's default in the form of its values.
pub(super) fn default_of(field: &Field) -> Option<Value> {
    let default = field.default.clone()?;
    Some(if field.many && !default.is_array() { Value::Array(vec![default]) } else { default })
}

/// Refuses to take away what nobody can be without: the key, and what the app demands.
///
/// # Errors
/// `missing_attribute` for a create, `invalid_attribute` otherwise.
pub(super) fn keep_what_is_needed(
    job: &Job,
    verb: Verb,
    resource: &Resource,
    entry: &Entry,
    wish: &DesiredState,
) -> Attempted<()> {
    let kind = wish.resource;
    for (name, accepted) in &wish.fields {
        let Some(field) = resource.fields.get(name).filter(|_| accepted.first().is_some_and(value::is_empty)) else {
            continue;
        };
        let required = field.required || (kind == ResourceKind::Users && entry.requires(name));
        if !required && *name != resource.key {
            continue;
        }
        let place = format!("`{}.{name}`", kind.singular());
        return Err(if verb == Verb::Create {
            Failure::new(ErrorKind::MissingAttribute, format!("{place} is empty; {} needs it", job.action))
        } else {
            let message = format!("{place} is empty, and the app demands one; leave it out to keep what is there");
            Failure::new(ErrorKind::InvalidAttribute, message)
        });
    }
    Ok(())
}
