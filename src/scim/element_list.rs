//! The elements of a multi-valued attribute: which are the same, added and taken away in linear time.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value};

use super::attribute::{Attribute, Mutability};
use super::error::ScimError;
use super::typed_value::is_primary;

/// What makes an element the one that it is: its `value`, or all that it has, and its `type` (RFC 7643, section 2.4). Where one
/// of two elements has no type, the value decides.
struct Identity {
    value: String,
    kind: Option<String>,
}

impl Identity {
    fn of(attribute: &Attribute, element: &Value) -> Self {
        let folded = |attribute: &Attribute, value: &Value| match value {
            Value::String(text) if attribute.case_exact => text.clone(),
            Value::String(text) => text.to_lowercase(),
            other => other.to_string(),
        };
        let Value::Object(members) = element else {
            return Self { value: folded(attribute, element), kind: None };
        };
        let part = |name: &str| Some(folded(attribute.sub(name)?, members.get(name)?));
        if let Some(value) = part("value") {
            return Self { value, kind: part("type") };
        }
        let rest: BTreeMap<&String, &Value> = members.iter().filter(|(key, _)| *key != "primary").collect();
        // No `value` is the same by accident.
        Self { value: format!("\0{}", serde_json::to_string(&rest).unwrap_or_default()), kind: None }
    }
}

/// The elements with one value: the first, and the first of each type.
struct Alike {
    first: usize,
    of_kind: HashMap<Option<String>, usize>,
}

/// Adds elements that are not there yet; of one that is there, what is given is set. If one is primary, the others are not any
/// more (RFC 7644, section 3.5.2).
pub(super) fn append(attribute: &Attribute, list: &mut Vec<Value>, additions: Vec<Value>) {
    let mut known: HashMap<String, Alike> = HashMap::with_capacity(list.len() + additions.len());
    let note = |known: &mut HashMap<String, Alike>, identity: Identity, place: usize| {
        let alike = known.entry(identity.value).or_insert_with(|| Alike { first: place, of_kind: HashMap::new() });
        alike.of_kind.entry(identity.kind).or_insert(place);
    };
    for (place, element) in list.iter().enumerate() {
        note(&mut known, Identity::of(attribute, element), place);
    }
    let mut primary = None;
    for addition in additions {
        let identity = Identity::of(attribute, &addition);
        let found = known.get(&identity.value).and_then(|alike| match &identity.kind {
            None => Some(alike.first),
            kind => alike.of_kind.get(kind).or_else(|| alike.of_kind.get(&None)).copied(),
        });
        let place = found.unwrap_or(list.len());
        if is_primary(&addition) {
            primary = Some(place);
        }
        if let Some(element) = list.get_mut(place) {
            complete(attribute, element, addition);
            note(&mut known, Identity::of(attribute, element), place);
        } else {
            note(&mut known, identity, place);
            list.push(addition);
        }
    }
    if let Some(primary) = primary {
        make_primary(list, primary);
    }
}

/// Sets in an element what is given, but neither its value nor what can be set only once.
fn complete(attribute: &Attribute, element: &mut Value, given: Value) {
    let (Value::Object(members), Value::Object(given)) = (element, given) else { return };
    for (key, value) in given {
        let once = attribute.sub(&key).is_some_and(|sub| sub.mutability == Mutability::Immutable);
        if !members.contains_key(&key) || !(once || key == "value") {
            members.insert(key, value);
        }
    }
}

/// All but this element are not primary.
pub(super) fn make_primary(list: &mut [Value], primary: usize) {
    for (place, element) in list.iter_mut().enumerate() {
        if place != primary && is_primary(element) {
            element["primary"] = Value::Bool(false);
        }
    }
}

/// Takes away the elements that are the same as one of these. A pattern without a `value` is met by elements that have all that
/// it has.
///
/// # Errors
/// The first pattern that no element met. The others are taken away all the same.
pub(super) fn take_away(attribute: &Attribute, list: &mut Vec<Value>, patterns: &[Value]) -> Result<(), Value> {
    let mut exact: HashMap<String, Vec<usize>> = HashMap::with_capacity(patterns.len());
    let mut parts: Vec<(usize, &Map<String, Value>)> = Vec::new();
    let mut kinds: Vec<Option<String>> = Vec::with_capacity(patterns.len());
    let mut seen = HashSet::new();
    for (place, pattern) in patterns.iter().enumerate() {
        let identity = Identity::of(attribute, pattern);
        // Once is enough.
        if seen.insert((identity.value.clone(), identity.kind.clone())) {
            match pattern {
                Value::Object(members) if !members.contains_key("value") => parts.push((place, members)),
                _ => exact.entry(identity.value).or_default().push(place),
            }
        }
        kinds.push(identity.kind);
    }
    let mut met = vec![false; patterns.len()];
    list.retain(|element| {
        let identity = Identity::of(attribute, element);
        let mut goes = false;
        for &place in exact.get(&identity.value).into_iter().flatten() {
            if kinds[place].is_none() || identity.kind.is_none() || kinds[place] == identity.kind {
                met[place] = true;
                goes = true;
            }
        }
        for (place, members) in &parts {
            if members.iter().all(|(key, value)| element.get(key) == Some(value)) {
                met[*place] = true;
                goes = true;
            }
        }
        !goes
    });
    let exact = exact.into_values().flatten();
    match exact.chain(parts.into_iter().map(|(place, _)| place)).filter(|&place| !met[place]).min() {
        Some(place) => Err(patterns[place].clone()),
        None => Ok(()),
    }
}

/// Sets a sub-attribute of an element.
///
/// # Errors
/// `mutability`: it can be set only once, and has another value.
pub(super) fn set_sub(list: &str, sub: &Attribute, element: &mut Value, value: Value) -> Result<(), ScimError> {
    let Value::Object(members) = element else { return Ok(()) };
    let before = members.get(&sub.name).filter(|before| !before.is_null());
    if sub.mutability == Mutability::Immutable && before.is_some_and(|before| *before != value) {
        let name = &sub.name;
        return Err(ScimError::mutability(format!(
            "`{list}.{name}` cannot be changed once it is set; remove the element and add another"
        )));
    }
    members.insert(sub.name.clone(), value);
    Ok(())
}

/// Takes a sub-attribute from an element.
///
/// # Errors
/// `mutability`: it can be set only once, or is required.
pub(super) fn unset_sub(list: &str, sub: &Attribute, element: &mut Value) -> Result<(), ScimError> {
    let Value::Object(members) = element else { return Ok(()) };
    if members.contains_key(&sub.name) && (sub.mutability == Mutability::Immutable || sub.required) {
        let name = &sub.name;
        return Err(ScimError::mutability(format!("`{list}.{name}` cannot be removed; remove the whole element")));
    }
    members.remove(&sub.name);
    Ok(())
}

/// An element in the place of another. What clients do not set, and what can be set only once and is not given, stays.
///
/// # Errors
/// `mutability`: a sub-attribute can be set only once, and has another value.
pub(super) fn replace(attribute: &Attribute, element: &mut Value, new: Value) -> Result<(), ScimError> {
    let (Value::Object(before), Value::Object(members)) = (&*element, new.clone()) else {
        *element = new;
        return Ok(());
    };
    let stays = |sub: &&Attribute| matches!(sub.mutability, Mutability::ReadOnly | Mutability::Immutable);
    let kept = attribute.sub_attributes.iter().filter(stays);
    let kept = kept.filter_map(|sub| before.get_key_value(&sub.name)).map(|(key, value)| (key.clone(), value.clone()));
    let mut replaced = Value::Object(kept.collect());
    for (key, value) in members {
        if let Some(sub) = attribute.sub(&key) {
            set_sub(&attribute.name, sub, &mut replaced, value)?;
        }
    }
    *element = replaced;
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn emails() -> Attribute {
        let subs = [Attribute::text("value"), Attribute::text("type"), Attribute::boolean("primary")];
        Attribute::list("emails", subs)
    }

    #[test]
    fn elements_are_added_once() {
        let list = json!([{"value": "a", "type": "work", "primary": true}, {"value": "b"}]);
        for (additions, becomes) in [
            (
                json!([{"value": "A"}, {"value": "b", "type": "home"}]),
                json!([{"value": "a", "type": "work", "primary": true}, {"value": "b", "type": "home"}]),
            ),
            (
                json!([{"value": "a", "type": "home", "primary": true}]),
                json!([{"value": "a", "type": "work", "primary": false}, {"value": "b"},
                {"value": "a", "type": "home", "primary": true}]),
            ),
            (
                json!([{"value": "b", "primary": true}, {"value": "c"}, {"value": "c"}]),
                json!([{"value": "a", "type": "work", "primary": false}, {"value": "b", "primary": true}, {"value": "c"}]),
            ),
            (
                json!([{"type": "work"}, {"type": "work", "primary": false}]),
                json!([{"value": "a", "type": "work", "primary": true}, {"value": "b"}, {"type": "work", "primary": false}]),
            ),
        ] {
            let mut list = list.as_array().unwrap().clone();
            append(&emails(), &mut list, additions.as_array().unwrap().clone());
            assert_eq!(Value::Array(list), becomes);
        }
        let tags = Attribute::text("tags").multi_valued().case_exact();
        let mut list = vec![json!("a")];
        append(&tags, &mut list, vec![json!("a"), json!("A"), json!("A")]);
        assert_eq!(list, [json!("a"), json!("A")]);
    }

    #[test]
    fn elements_are_taken_away() {
        let list =
            json!([{"value": "a", "type": "work"}, {"value": "a", "type": "home"}, {"value": "b"}, {"type": "work"}]);
        for (patterns, left, met) in [
            (json!([{"value": "A"}]), vec![2, 3], true),
            (json!([{"value": "a", "type": "home"}, {"value": "b", "type": "x"}]), vec![0, 3], true),
            (json!([{"type": "work"}]), vec![1, 2], true),
            (json!([{"value": "a"}, {"value": "c"}]), vec![2, 3], false),
        ] {
            let all = list.as_array().unwrap().clone();
            let mut list = all.clone();
            let taken = take_away(&emails(), &mut list, patterns.as_array().unwrap());
            let left: Vec<Value> = left.into_iter().map(|place| all[place].clone()).collect();
            assert_eq!((list, taken.is_ok()), (left, met), "{patterns}");
        }
    }

    #[test]
    fn many_elements_take_little_time() {
        let members = |numbers: std::ops::Range<u32>| numbers.map(|n| json!({"value": format!("user-{n}")})).collect();
        let mut list: Vec<Value> = members(0..50_000);
        let begun = std::time::Instant::now();
        append(&emails(), &mut list, members(25_000..75_000));
        assert_eq!(list.len(), 75_000);
        take_away(&emails(), &mut list, &members(0..74_999)).unwrap();
        assert_eq!(list, [json!({"value": "user-74999"})]);
        assert!(begun.elapsed() < std::time::Duration::from_secs(5), "{:?}", begun.elapsed());
    }
}
