//! Whether a resource meets a filter.

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::Value;

use super::filter::{Comparison, Filter};

impl Filter {
    /// Whether a resource, or an element of an attribute, meets the filter. Texts are compared without regard to case, as
    /// all attributes of the core schemas that are searched for are (RFC 7643, section 4.1), and times as times.
    pub fn matches(&self, resource: &Value) -> bool {
        match self {
            Self::And(parts) => parts.iter().all(|part| part.matches(resource)),
            Self::Or(parts) => parts.iter().any(|part| part.matches(resource)),
            Self::Not(inner) => !inner.matches(resource),
            Self::Present(path) => path.values(resource).into_iter().any(|value| !is_empty(value)),
            Self::Element(path, inner) => path.values(resource).into_iter().any(|element| inner.matches(element)),
            Self::Compare(path, comparison, wanted) => {
                let values = path.values(resource);
                // Nothing is not equal to something, and equal to null (RFC 7643, section 2.5).
                if values.iter().all(|value| value.is_null()) {
                    return (*comparison == Comparison::Equal) == wanted.is_null()
                        && matches!(comparison, Comparison::Equal | Comparison::NotEqual);
                }
                if *comparison == Comparison::NotEqual {
                    return values.into_iter().all(|value| !compare(value, Comparison::Equal, wanted));
                }
                values.into_iter().any(|value| compare(value, *comparison, wanted))
            }
        }
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn compare(value: &Value, comparison: Comparison, wanted: &Value) -> bool {
    // `emails co "x"` means the elements' `value` (RFC 7644, section 3.4.2.2).
    if let Value::Object(members) = value {
        return members.get("value").is_some_and(|value| compare(value, comparison, wanted));
    }
    match (value, wanted) {
        (Value::String(value), Value::String(wanted)) => compare_texts(value, comparison, wanted),
        (Value::Number(value), Value::Number(wanted)) => {
            let order = value.as_f64().zip(wanted.as_f64()).and_then(|(value, wanted)| value.partial_cmp(&wanted));
            order.is_some_and(|order| holds(order, comparison))
        }
        (Value::Bool(value), Value::Bool(wanted)) => comparison == Comparison::Equal && value == wanted,
        _ => false,
    }
}

fn compare_texts(value: &str, comparison: Comparison, wanted: &str) -> bool {
    // Most comparisons are of ids, and a list may have thousands.
    if comparison == Comparison::Equal && value.is_ascii() && wanted.is_ascii() {
        if value.eq_ignore_ascii_case(wanted) {
            return true;
        }
        let date = value.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+'));
        if !date || !value.contains(['T', 't', ' ']) {
            return false;
        }
    }
    let folded = (value.to_lowercase(), wanted.to_lowercase());
    match comparison {
        Comparison::Contains => folded.0.contains(&folded.1),
        Comparison::StartsWith => folded.0.starts_with(&folded.1),
        Comparison::EndsWith => folded.0.ends_with(&folded.1),
        _ => {
            let times = value.parse::<Timestamp>().ok().zip(wanted.parse::<Timestamp>().ok());
            let order = times.map_or_else(|| folded.0.cmp(&folded.1), |(value, wanted)| value.cmp(&wanted));
            holds(order, comparison)
        }
    }
}

fn holds(order: Ordering, comparison: Comparison) -> bool {
    match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterOrEqual => order.is_ge(),
        Comparison::Less => order.is_lt(),
        Comparison::LessOrEqual => order.is_le(),
        Comparison::Contains | Comparison::StartsWith | Comparison::EndsWith => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::Leniency;
    use super::*;

    #[test]
    fn resources_are_told_apart() {
        let ada = json!({
            "userName": "Ada@acme.example", "active": true, "age": 36, "title": "",
            "emails": [{"type": "work", "value": "ada@acme.example"}, {"type": "home", "value": "ada@home.example"}],
            "meta": {"lastModified": "2026-05-13T04:42:34Z"},
        });
        let holds = |filter: &str| Filter::parse(filter, Leniency::Strict).unwrap().matches(&ada);
        for filter in [
            r#"userName eq "ada@ACME.example""#,
            r#"userName sw "ada" and active eq true"#,
            r#"emails[type eq "work" and value ew "acme.example"]"#,
            r#"emails co "home""#,
            r#"emails.value eq "ada@home.example""#,
            r#"meta.lastModified gt "2026-05-13T06:42:33+02:00""#,
            "age ge 36 and age lt 37",
            "nothing eq null",
            r#"nothing ne "x""#,
            r#"not (userName co "bob")"#,
        ] {
            assert!(holds(filter), "{filter}");
        }
        for filter in [
            "title pr",
            "nothing pr",
            r#"nothing eq "x""#,
            r#"emails[type eq "work" and value co "home"]"#,
            r#"emails.type ne "work""#,
            r#"active eq "true""#,
            "userName gt 1",
        ] {
            assert!(!holds(filter), "{filter}");
        }
    }
}
