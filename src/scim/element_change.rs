//! One change of the elements that a filter selects, or of all elements of a list.

use serde_json::{Map, Value, json};

use super::attribute::Attribute;
use super::dialect::Dialect;
use super::element_list::{append, make_primary, replace, set_sub, unset_sub};
use super::error::ScimError;
use super::filter::{Comparison, Filter};
use super::patch_change::Deed;
use super::patch_target::Selected;
use super::resource_type::Target;
use super::typed_value::{is_primary, read_sub};

/// Sets, merges or unsets, as the deed says. Without a filter all elements are meant.
///
/// # Errors
/// `noTarget`: no element meets the filter, and none can be made that does; `mutability`: a sub-attribute can be set only once or
/// is required; `invalidValue`: several elements would be primary.
pub(super) fn apply(
    list: &mut Vec<Value>,
    selected: &Selected<'_>,
    deed: Deed,
    dialect: Dialect,
) -> Result<(), ScimError> {
    let Target { attribute, sub, .. } = selected.target;
    let name = Target { sub: None, ..selected.target }.name();
    let chosen: Vec<usize> = match &selected.filter {
        None => (0..list.len()).collect(),
        Some(filter) => (0..list.len()).filter(|&place| meets(&list[place], filter)).collect(),
    };
    // What the filter says of an element that meets it. Only the lenient are helped so.
    let implied = match &selected.filter {
        None => Some(Map::new()),
        Some(filter) if dialect.is_lenient() => implied(attribute, filter, &name, dialect)?,
        Some(_) => None,
    };
    if chosen.is_empty() {
        return match (deed, implied) {
            // There is nothing to remove, which is what was wished.
            (Deed::Unset, _) if dialect.is_lenient() || selected.filter.is_none() => Ok(()),
            // Entra sets `emails[type eq "work"].value` of users without an address.
            (Deed::Set(value) | Deed::Merge(value), Some(mut element)) => {
                let element = match (sub, value) {
                    (Some(sub), value) => {
                        element.insert(sub.name.clone(), value);
                        Value::Object(element)
                    }
                    (None, Value::Object(members)) => Value::Object(element.into_iter().chain(members).collect()),
                    (None, scalar) => scalar,
                };
                append(attribute, list, vec![element]);
                Ok(())
            }
            _ => {
                let filter = selected.filter.as_ref().map(ToString::to_string).unwrap_or_default();
                Err(ScimError::no_target(format!("no element of `{name}` meets `{filter}`; add the element first")))
            }
        };
    }
    let becomes_primary = match (&deed, sub) {
        (Deed::Set(value), Some(sub)) => sub.name == "primary" && *value == Value::Bool(true),
        (Deed::Set(value) | Deed::Merge(value), None) => is_primary(value),
        _ => false,
    };
    if becomes_primary && chosen.len() > 1 {
        let detail = format!("{} elements of `{name}` would be primary; at most one may be", chosen.len());
        return Err(ScimError::invalid_value(detail));
    }
    match (deed, sub) {
        (Deed::Unset, None) => remove(list, &chosen),
        (Deed::Unset, Some(sub)) => {
            for &place in &chosen {
                unset_sub(&name, sub, &mut list[place])?;
            }
            if dialect.is_lenient() {
                let hollow: Vec<usize> = chosen.iter().copied().filter(|&place| is_hollow(&list[place])).collect();
                remove(list, &hollow);
            }
        }
        (Deed::Set(value), Some(sub)) => {
            for &place in &chosen {
                set_sub(&name, sub, &mut list[place], value.clone())?;
            }
        }
        (Deed::Set(value), None) => {
            let value = match value {
                Value::Object(members) => {
                    Value::Object(implied.unwrap_or_default().into_iter().chain(members).collect())
                }
                scalar => scalar,
            };
            for &place in &chosen {
                replace(attribute, &mut list[place], value.clone())?;
            }
            // Several that became the same are one.
            let first = list[chosen[0]].clone();
            let doubles: Vec<usize> = chosen[1..].iter().copied().filter(|&place| list[place] == first).collect();
            remove(list, &doubles);
        }
        (Deed::Merge(Value::Object(members)), None) => {
            for &place in &chosen {
                for (key, value) in &members {
                    if let Some(sub) = attribute.sub(key) {
                        set_sub(&name, sub, &mut list[place], value.clone())?;
                    }
                }
            }
        }
        // An element without parts has nothing to merge into.
        (Deed::Merge(scalar), None) => chosen.iter().for_each(|&place| list[place] = scalar.clone()),
        // These are of whole lists.
        (Deed::Merge(_), Some(_)) | (Deed::Append(_) | Deed::Without { .. }, _) => {}
    }
    if becomes_primary {
        make_primary(list, chosen[0]);
    }
    Ok(())
}

fn meets(element: &Value, filter: &Filter) -> bool {
    match element {
        Value::Object(_) => filter.matches(element),
        // A filter of plain values is about `value` (RFC 7643, section 2.4).
        plain => filter.matches(&json!({"value": plain})),
    }
}

/// Takes out the elements at these places, which are in order.
fn remove(list: &mut Vec<Value>, places: &[usize]) {
    let (mut place, mut next) = (0, places.iter().peekable());
    list.retain(|_| {
        let goes = next.next_if(|&&goes| goes == place).is_some();
        place += 1;
        !goes
    });
}

/// The element that a filter describes, if all that it says is that sub-attributes have values.
fn implied(
    attribute: &Attribute,
    filter: &Filter,
    name: &str,
    dialect: Dialect,
) -> Result<Option<Map<String, Value>>, ScimError> {
    let parts = match filter {
        Filter::And(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut members = Map::new();
    for part in parts {
        let Filter::Compare(path, Comparison::Equal, value) = part else { return Ok(None) };
        let Some(sub) = attribute.sub(&path.name) else { return Ok(None) };
        if let Some(value) = read_sub(attribute, sub, name, value, dialect)? {
            members.insert(sub.name.clone(), value);
        }
    }
    Ok(Some(members))
}

/// Whether an element says nothing but what it would be for.
fn is_hollow(element: &Value) -> bool {
    element.as_object().is_some_and(|members| members.keys().all(|key| key == "type" || key == "primary"))
}
