//! A value as an attribute takes it: checked, and without what is not to be kept.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use jiff::Timestamp;
use jiff::civil;
use serde_json::{Map, Value};

use super::attribute::{Attribute, AttributeKind, Mutability};
use super::dialect::Dialect;
use super::error::ScimError;

/// Reads all of an attribute, a list where it is one. `None`: it has no value, which null, an empty list and an object without
/// anything known are (RFC 7643, section 2.5). `name` is for errors.
///
/// # Errors
/// `invalidValue`: the type is another, or more than one element is primary (RFC 7643, section 2.4).
pub(super) fn read(
    attribute: &Attribute,
    name: &str,
    value: &Value,
    dialect: Dialect,
) -> Result<Option<Value>, ScimError> {
    if !attribute.multi_valued {
        return match value {
            // Entra wraps even what is no list.
            Value::Array(several) if several.len() == 1 && dialect.is_lenient() => {
                read_element(attribute, name, &several[0], dialect)
            }
            one => read_element(attribute, name, one, dialect),
        };
    }
    let elements = match value {
        Value::Null => return Ok(None),
        Value::Array(elements) => elements.as_slice(),
        one if dialect.is_lenient() => std::slice::from_ref(one),
        other => return Err(wrong(name, "a list", other)),
    };
    let mut list = Vec::with_capacity(elements.len());
    for element in elements {
        list.extend(read_element(attribute, name, element, dialect)?);
    }
    check_primary(name, &list)?;
    Ok((!list.is_empty()).then_some(Value::Array(list)))
}

/// Reads one value of an attribute, which may be a list of such.
///
/// # Errors
/// `invalidValue`: the type is another.
pub(super) fn read_element(
    attribute: &Attribute,
    name: &str,
    value: &Value,
    dialect: Dialect,
) -> Result<Option<Value>, ScimError> {
    if value.is_null() {
        return Ok(None);
    }
    if attribute.kind != AttributeKind::Complex {
        let inner = value.get("value").filter(|inner| dialect.is_lenient() && !inner.is_object());
        return match inner {
            Some(Value::Null) => Ok(None),
            Some(inner) => read_scalar(attribute.kind, name, inner, dialect).map(Some),
            None => read_scalar(attribute.kind, name, value, dialect).map(Some),
        };
    }
    let mut members = Map::new();
    match (value, attribute.sub("value")) {
        (Value::Object(given), _) => {
            for (key, value) in given {
                let Some(sub) = attribute.sub(key) else { continue };
                if let Some(value) = read_sub(attribute, sub, name, value, dialect)? {
                    members.insert(sub.name.clone(), value);
                }
            }
        }
        // Entra sends a manager, and some send roles, as their bare ids.
        (Value::String(_) | Value::Number(_), Some(sub)) if dialect.is_lenient() => {
            if let Some(value) = read_sub(attribute, sub, name, value, dialect)? {
                members.insert(sub.name.clone(), value);
            }
        }
        _ => {
            let subs: Vec<&str> = attribute.sub_attributes.iter().map(|sub| sub.name.as_str()).collect();
            return Err(wrong(name, &format!("an object with {}", subs.join(", ")), value));
        }
    }
    Ok((!members.is_empty()).then_some(Value::Object(members)))
}

/// Reads a sub-attribute; one that clients do not set has no value. `name` is the attribute's.
///
/// # Errors
/// `invalidValue`: the type is another.
pub(super) fn read_sub(
    parent: &Attribute,
    sub: &Attribute,
    name: &str,
    value: &Value,
    dialect: Dialect,
) -> Result<Option<Value>, ScimError> {
    if sub.mutability == Mutability::ReadOnly {
        return Ok(None);
    }
    let read = read(sub, &format!("{name}.{}", sub.name), value, dialect)?;
    if dialect.is_lenient() && parent.multi_valued && sub.kind == AttributeKind::String && sub.name == "value" {
        return Ok(read.map(unwrapped));
    }
    Ok(read)
}

/// Entra sends roles as texts that are JSON, in which `value` is meant.
fn unwrapped(value: Value) -> Value {
    let text = value.as_str().map(str::trim_start).filter(|text| text.starts_with('{'));
    match text.and_then(|text| serde_json::from_str::<Value>(text).ok()) {
        Some(Value::Object(mut inside)) => match inside.remove("value") {
            Some(inner @ Value::String(_)) => unwrapped(inner),
            _ => value,
        },
        _ => value,
    }
}

/// Whether an element is the primary one.
pub(super) fn is_primary(element: &Value) -> bool {
    element.get("primary") == Some(&Value::Bool(true))
}

/// Whether at most one element is the primary one (RFC 7643, section 2.4).
///
/// # Errors
/// `invalidValue`: more are.
pub(super) fn check_primary(name: &str, list: &[Value]) -> Result<(), ScimError> {
    if list.iter().filter(|element| is_primary(element)).count() > 1 {
        return Err(ScimError::invalid_value(format!(
            "`{name}` has more than one element with `primary` true; at most one may be"
        )));
    }
    Ok(())
}

fn read_scalar(kind: AttributeKind, name: &str, value: &Value, dialect: Dialect) -> Result<Value, ScimError> {
    let (fits, expected) = match kind {
        AttributeKind::String => (value.is_string(), "a text"),
        AttributeKind::Boolean => {
            let word = value.as_str().filter(|_| dialect.is_lenient()).map(str::to_ascii_lowercase);
            if let Some(flag @ ("true" | "false")) = word.as_deref() {
                return Ok(Value::Bool(flag == "true"));
            }
            (value.is_boolean(), "true or false")
        }
        AttributeKind::Decimal => (value.is_number(), "a number"),
        AttributeKind::Integer => (value.is_i64() || value.is_u64(), "a whole number"),
        AttributeKind::DateTime => (value.as_str().is_some_and(is_time), "a time such as \"2008-01-23T04:56:22Z\""),
        AttributeKind::Reference => (value.is_string(), "a text with a URI"),
        AttributeKind::Binary => (value.as_str().is_some_and(is_base64), "a text in Base64"),
        AttributeKind::Complex => (false, "an object"),
    };
    if fits { Ok(value.clone()) } else { Err(wrong(name, expected, value)) }
}

/// As `xsd:dateTime`, of which the offset may be left out (RFC 7643, section 2.3.5).
fn is_time(text: &str) -> bool {
    text.contains('T') && (text.parse::<Timestamp>().is_ok() || text.parse::<civil::DateTime>().is_ok())
}

/// In either alphabet, padded or not (RFC 7643, section 2.3.6).
fn is_base64(text: &str) -> bool {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    [STANDARD, URL_SAFE].iter().any(|alphabet| GeneralPurpose::new(alphabet, config).decode(text).is_ok())
}

/// Says what was expected and what came, but not the value: it may be a secret.
fn wrong(name: &str, expected: &str, value: &Value) -> ScimError {
    let sent = match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) if expected.starts_with("a t") => "another text",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    ScimError::invalid_value(format!("`{name}` must be {expected}, but {sent} was sent"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn types_are_checked() {
        let subs = [Attribute::text("value"), Attribute::boolean("primary"), Attribute::text("display").read_only()];
        let emails = Attribute::list("emails", subs.clone());
        let one = Attribute::complex("one", subs);
        let strict = |attribute: &Attribute, value: Value| {
            read(attribute, &attribute.name, &value, Dialect::Strict).map_err(|error| error.detail)
        };
        for (attribute, value) in [
            (Attribute::text("a"), json!("x")),
            (Attribute::text("a"), json!("")),
            (Attribute::boolean("a"), json!(false)),
            (Attribute::decimal("a"), json!(1.5)),
            (Attribute::integer("a"), json!(-3)),
            (Attribute::date_time("a"), json!("2008-01-23T04:56:22Z")),
            (Attribute::date_time("a"), json!("2008-01-23T04:56:22.5+02:00")),
            (Attribute::date_time("a"), json!("2008-01-23T04:56:22")),
            (Attribute::reference("a", &["uri"]), json!("../Users/1")),
            (Attribute::binary("a"), json!("aGk=")),
            (Attribute::binary("a"), json!("-_-_")),
            (Attribute::text("a").multi_valued(), json!(["x", "y"])),
            (emails.clone(), json!([{"value": "x", "primary": true}, {"value": "y"}])),
            (one.clone(), json!({"value": "x"})),
        ] {
            assert_eq!(strict(&attribute, value.clone()), Ok(Some(value)));
        }
        for (attribute, value, error) in [
            (Attribute::text("a"), json!(1), "`a` must be a text, but a number was sent"),
            (Attribute::boolean("a"), json!("True"), "`a` must be true or false, but a text was sent"),
            (Attribute::integer("a"), json!(1.5), "`a` must be a whole number, but a number was sent"),
            (
                Attribute::date_time("a"),
                json!("yesterday"),
                "`a` must be a time such as \"2008-01-23T04:56:22Z\", but another text was sent",
            ),
            (Attribute::binary("a"), json!("?"), "`a` must be a text in Base64, but another text was sent"),
            (emails.clone(), json!({"value": "x"}), "`emails` must be a list, but an object was sent"),
            (
                emails.clone(),
                json!(["x"]),
                "`emails` must be an object with value, primary, display, but a text was sent",
            ),
            (emails.clone(), json!([{"value": {}}]), "`emails.value` must be a text, but an object was sent"),
            (
                emails.clone(),
                json!([{"primary": true}, {"primary": true}]),
                "`emails` has more than one element with `primary` true; at most one may be",
            ),
        ] {
            assert_eq!(strict(&attribute, value), Err(error.to_owned()));
        }
        for nothing in [json!(null), json!([]), json!([null, {}, {"display": "x"}, {"unknown": 1}])] {
            assert_eq!(strict(&emails, nothing), Ok(None));
        }
        assert_eq!(
            strict(&one, json!({"VALUE": "x", "primary": null, "display": "y"})),
            Ok(Some(json!({"value": "x"})))
        );
    }

    #[test]
    fn the_lenient_take_what_is_meant() {
        let roles = Attribute::list("roles", [Attribute::text("value"), Attribute::boolean("primary")]);
        let manager = Attribute::complex("manager", [Attribute::text("value")]);
        for (attribute, value, meant) in [
            (Attribute::boolean("a"), json!("False"), json!(false)),
            (Attribute::boolean("a"), json!(["true"]), json!(true)),
            (Attribute::text("a"), json!([{"value": "x"}]), json!("x")),
            (manager.clone(), json!("7"), json!({"value": "7"})),
            (manager.clone(), json!([{"value": "7", "$ref": null}]), json!({"value": "7"})),
            (roles.clone(), json!({"value": "admin"}), json!([{"value": "admin"}])),
            (roles.clone(), json!(["admin", "user"]), json!([{"value": "admin"}, {"value": "user"}])),
            (
                roles.clone(),
                json!([{"primary": "True", "value": "{\"id\":\"x\",\"value\":\"admin\",\"displayName\":\"Admin\"}"}]),
                json!([{"primary": true, "value": "admin"}]),
            ),
            (roles, json!([{"value": "{\"id\":\"x\"}"}]), json!([{"value": "{\"id\":\"x\"}"}])),
        ] {
            let read = read(&attribute, "a", &value, Dialect::Lenient);
            assert_eq!(read, Ok(Some(meant)), "{value}");
        }
    }
}
