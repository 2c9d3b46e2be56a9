//! Canonical values: how filters change them, how labels translate them, when two are the same.

use serde_json::Value;

use crate::contract::FieldType;
use crate::recipe::{Field, Filter};

use super::identity;

/// The most bytes of one text: what is longer is no value of a person, and no broker carries lists of it.
pub(super) const LONGEST: usize = 256 * 1024;

/// The most bytes that filters and templates make of values.
pub(super) const MOST_MADE: usize = 16 * LONGEST;

/// The text of a value as it is written into templates; lists are joined with `, `.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(self::text).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// Whether there is nothing to write: null, an empty text or an empty list.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// The items of a value: a list's own, a single value as one, nothing for null.
pub(super) fn items(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().map(text).collect(),
        other => vec![text(other)],
    }
}

/// Whether two values say the same to a reader. Lists are compared as sets; numbers and booleans also with their texts,
/// since a page only shows texts.
pub(super) fn same(left: &Value, right: &Value) -> bool {
    alike(left, right, |text| identity::as_read(text, false))
}

/// As [`same`], for values of a field: whether case matters is the field's.
pub(super) fn same_in(field: Option<&Field>, left: &Value, right: &Value) -> bool {
    let ignore_case = ignores_case(field);
    alike(left, right, |text| identity::as_read(text, ignore_case))
}

/// Whether two values say the same in the same characters.
pub(super) fn same_letters(left: &Value, right: &Value) -> bool {
    // How a page breaks its lines says nothing.
    let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c');
    alike(left, right, |text| text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

/// Whether case does not tell values of a field apart.
pub(super) fn ignores_case(field: Option<&Field>) -> bool {
    field.is_some_and(|field| !field.case_sensitive)
}

/// Whether one of the texts reads as that one.
pub(super) fn holds(items: &[String], item: &str) -> bool {
    items.iter().any(|one| identity::same(one, item, false))
}

fn alike(left: &Value, right: &Value, form: impl Fn(&str) -> String) -> bool {
    if left.is_array() || right.is_array() {
        let formed = |value| items(value).iter().map(|item| form(item)).collect::<Vec<_>>();
        let (mut left, mut right) = (formed(left), formed(right));
        left.sort();
        left.dedup();
        right.sort();
        right.dedup();
        return left == right;
    }
    if is_empty(left) && is_empty(right) {
        return true;
    }
    form(&text(left)) == form(&text(right))
}

/// Applies filters that need no labels. `Label` is left to the scope, which knows the recipe; here it changes nothing.
///
/// # Errors
/// A sentence when a date does not have the given format.
pub(super) fn filter(value: Value, filters: &[Filter], writing: bool) -> Result<Value, String> {
    filters.iter().try_fold(value, |value, filter| one(value, filter, writing))
}

fn one(value: Value, filter: &Filter, writing: bool) -> Result<Value, String> {
    match filter {
        Filter::Join(separator) => {
            let items = items(&value);
            bounded(items.iter().map(String::len).sum(), items.len(), separator.len())?;
            return Ok(Value::String(items.join(separator)));
        }
        Filter::First => return Ok(items(&value).into_iter().next().map_or(Value::Null, Value::String)),
        Filter::Default(text) if is_empty(&value) => return Ok(Value::String(text.clone())),
        Filter::Default(_) | Filter::Label(_) => return Ok(value),
        _ => {}
    }
    match value {
        Value::Array(list) => {
            let list = list.into_iter().map(|item| one(item, filter, writing)).collect::<Result<Vec<_>, _>>()?;
            Ok(Value::Array(list.into_iter().filter(|item| !is_empty(item)).collect()))
        }
        Value::Null => Ok(Value::Null),
        other => scalar(&text(&other), filter, writing),
    }
}

/// Refuses what filters would blow up: one that makes ten letters of each makes a terabyte after twelve.
fn bounded(length: usize, times: usize, each: usize) -> Result<(), String> {
    let becomes = times.saturating_mul(each).saturating_add(length);
    if becomes <= MOST_MADE {
        Ok(())
    } else {
        Err(format!("the filters make {becomes} bytes of it; at most {MOST_MADE} are made"))
    }
}

fn scalar(text: &str, filter: &Filter, writing: bool) -> Result<Value, String> {
    let changed = match filter {
        Filter::Trim => text.trim().to_owned(),
        Filter::Lower => text.to_lowercase(),
        Filter::Upper => text.to_uppercase(),
        Filter::Capitalize => capitalized(text, |_| false),
        Filter::Title => {
            capitalized(text, |before| before.is_whitespace() || matches!(before, '-' | '\u{2010}' | '\u{2011}'))
        }
        Filter::Split(separator) => {
            let parts = text.split(separator.as_str()).map(str::trim).filter(|part| !part.is_empty());
            return Ok(Value::Array(parts.map(|part| Value::String(part.to_owned())).collect()));
        }
        Filter::Replace(from, to) => {
            bounded(text.len(), text.matches(from.as_str()).count(), to.len().saturating_sub(from.len()))?;
            text.replace(from, to)
        }
        Filter::Regex(pattern) => pattern
            .captures(text)
            .and_then(|found| found.get(1).or_else(|| found.get(0)))
            .map_or_else(String::new, |found| found.as_str().to_owned()),
        Filter::Date(format) => return date(text, format, writing).map(Value::String),
        Filter::Number => text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '-' | '.')).collect(),
        Filter::LocalPart => text.split('@').next().unwrap_or_default().to_owned(),
        Filter::Domain => text.split_once('@').map_or_else(String::new, |(_, domain)| domain.to_owned()),
        Filter::Join(_) | Filter::First | Filter::Default(_) | Filter::Label(_) => text.to_owned(),
    };
    Ok(Value::String(changed))
}

/// A text in lower case, but for its first letter and those that come after what begins a word.
fn capitalized(text: &str, begins: impl Fn(char) -> bool) -> String {
    let mut written = String::new();
    let mut first = true;
    for letter in text.chars() {
        if first && letter.is_alphanumeric() {
            written.extend(letter.to_uppercase());
            first = false;
        } else {
            written.extend(letter.to_lowercase());
            first = first || begins(letter);
        }
    }
    written
}

fn date(text: &str, format: &str, writing: bool) -> Result<String, String> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    let (from, to) = if writing { ("%Y-%m-%d", format) } else { (format, "%Y-%m-%d") };
    jiff::civil::Date::strptime(from, text.trim())
        .map(|date| date.strftime(to).to_string())
        .map_err(|_| format!("`{text}` is not a date of the form `{from}`"))
}

/// Gives a text that was read the type its field has.
pub(super) fn typed(value: Value, field_type: FieldType) -> Value {
    match (&value, field_type) {
        (Value::String(text), FieldType::Bool) => match text.to_lowercase().as_str() {
            "true" | "yes" | "on" | "1" => Value::Bool(true),
            "false" | "no" | "off" | "0" | "" => Value::Bool(false),
            _ => value,
        },
        (Value::String(text), FieldType::Number) => {
            text.parse::<i64>().map(Value::from).or_else(|_| text.parse::<f64>().map(Value::from)).unwrap_or(value)
        }
        _ => value,
    }
}

/// Whether the value has a type that the field can hold.
pub(super) fn fits(value: &Value, field_type: FieldType, many: bool) -> bool {
    if many || field_type == FieldType::List {
        return match value {
            Value::Array(items) => items.iter().all(Value::is_string),
            other => other.is_string(),
        };
    }
    match field_type {
        FieldType::Bool => value.is_boolean(),
        FieldType::Number => value.is_number(),
        FieldType::Date => value.as_str().is_some_and(|text| text.parse::<jiff::civil::Date>().is_ok()),
        FieldType::Email => value.as_str().is_some_and(|text| {
            text.split_once('@')
                .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'))
                && !text.chars().any(char::is_whitespace)
        }),
        FieldType::String | FieldType::Enum | FieldType::Ref => value.is_string(),
        FieldType::List => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lists_are_the_same_as_sets() {
        assert!(same(&json!(["b", "a"]), &json!(["a", "b", "a"])));
        assert!(!same(&json!(["a"]), &json!(["a", "b"])));
        assert!(same(&json!("a"), &json!(["a"])));
    }

    #[test]
    fn a_page_shows_texts_of_booleans_and_numbers() {
        assert!(same(&json!(true), &json!("true")));
        assert!(same(&json!(3), &json!("3")));
        assert!(same(&json!(null), &json!("")));
        assert!(!same(&json!("Ada"), &json!("ada")));
    }

    #[test]
    fn dates_go_both_ways() {
        let format = [Filter::Date("%d %b %Y".to_owned())];
        assert_eq!(filter(json!("05 Nov 2026"), &format, false).unwrap(), json!("2026-11-05"));
        assert_eq!(filter(json!("2026-11-05"), &format, true).unwrap(), json!("05 Nov 2026"));
        filter(json!("yesterday"), &format, false).unwrap_err();
    }

    #[test]
    fn words_begin_with_a_capital() {
        let with = |text: &str, by: Filter| filter(json!(text), &[by], true).unwrap();
        assert_eq!(with("éva MARIA-lena o'neil ", Filter::Title), json!("Éva Maria-Lena O'neil "));
        assert_eq!(with(" éva MARIA", Filter::Capitalize), json!(" Éva maria"));
        assert_eq!(with("2nd floor", Filter::Capitalize), json!("2nd floor"));
        assert_eq!(filter(json!(["a b", "C"]), &[Filter::Title], false).unwrap(), json!(["A B", "C"]));
    }

    #[test]
    fn filters_that_blow_a_value_up_are_refused_before_they_do() {
        let ten = Filter::Replace("x".to_owned(), "xxxxxxxxxx".to_owned());
        assert_eq!(filter(json!("x"), &[ten.clone(), ten.clone()], false).unwrap(), json!("x".repeat(100)));
        let error = filter(json!("x"), &vec![ten; 20], false).unwrap_err();
        assert!(error.contains("at most"), "{error}");
        let around = Filter::Replace(String::new(), "y".repeat(100_000));
        assert!(filter(json!("x".repeat(100_000)), &[around], false).is_err());
        let join = Filter::Join("y".repeat(100_000));
        assert!(filter(json!(vec!["x"; 100_000]), &[join], false).is_err());
    }

    #[test]
    fn filters_on_a_list_work_on_each_item() {
        let filters = [Filter::Split(";".to_owned()), Filter::Lower];
        assert_eq!(filter(json!("A; B ;;C"), &filters, false).unwrap(), json!(["a", "b", "c"]));
    }
}
