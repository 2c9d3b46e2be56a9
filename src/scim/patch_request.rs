//! The operations in the body of a PATCH, as they were written.

use serde_json::{Map, Value};

use super::dialect::Dialect;
use super::error::ScimError;

/// What an operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Add,
    Remove,
    Replace,
}

/// One operation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Operation<'b> {
    pub(super) kind: Kind,
    /// What it changes; the resource itself, if it says nothing.
    pub(super) path: Option<&'b str>,
    /// `null` is a value here.
    pub(super) value: Option<&'b Value>,
}

/// The URN of the body.
const SCHEMA: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/// Takes the body of a PATCH apart (RFC 7644, section 3.5.2).
///
/// # Errors
/// `invalidSyntax`: it is no such body.
pub(super) fn operations(body: &Value, dialect: Dialect) -> Result<Vec<Operation<'_>>, ScimError> {
    let members = body.as_object().ok_or_else(|| {
        ScimError::invalid_syntax("the body of a PATCH must be a JSON object with `schemas` and `Operations`")
    })?;
    let schemas = members.get("schemas").and_then(Value::as_array);
    let is_patch = |schema: &Value| schema.as_str().is_some_and(|urn| urn.eq_ignore_ascii_case(SCHEMA));
    if !dialect.is_lenient() && !schemas.is_some_and(|schemas| schemas.iter().any(is_patch)) {
        return Err(ScimError::invalid_syntax(format!("`schemas` of a PATCH must contain `{SCHEMA}`")));
    }
    let operations = member(members, "Operations", dialect).and_then(Value::as_array);
    let operations = operations
        .filter(|operations| dialect.is_lenient() || !operations.is_empty())
        .ok_or_else(|| ScimError::invalid_syntax("`Operations` of a PATCH must be a list of at least one operation"))?;
    operations.iter().enumerate().map(|(place, operation)| read(place + 1, operation, dialect)).collect()
}

fn read(number: usize, operation: &Value, dialect: Dialect) -> Result<Operation<'_>, ScimError> {
    let wrong = |reason: &str| ScimError::invalid_syntax(format!("operation {number} {reason}"));
    let members = operation.as_object().ok_or_else(|| wrong("must be an object with `op`, `path` and `value`"))?;
    let op = member(members, "op", dialect).and_then(Value::as_str);
    let op = op.map(|op| if dialect.is_lenient() { op.to_ascii_lowercase() } else { op.to_owned() });
    let kind = match op.as_deref() {
        Some("add") => Kind::Add,
        Some("remove") => Kind::Remove,
        Some("replace") => Kind::Replace,
        _ => return Err(wrong("must have an `op` that is \"add\", \"remove\" or \"replace\"")),
    };
    let path = match member(members, "path", dialect) {
        None | Some(Value::Null) => None,
        Some(Value::String(path)) if path.trim().is_empty() && dialect.is_lenient() => None,
        Some(Value::String(path)) => Some(path.as_str()),
        Some(_) => return Err(wrong("has a `path` that is no text; write one such as \"name.familyName\"")),
    };
    Ok(Operation { kind, path, value: member(members, "value", dialect) })
}

/// The lenient may write names in any case.
fn member<'b>(members: &'b Map<String, Value>, name: &str, dialect: Dialect) -> Option<&'b Value> {
    let other = || members.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    members.get(name).or_else(|| if dialect.is_lenient() { other() } else { None })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn bodies_are_taken_apart() {
        let body = json!({"operations": [{"Op": "Add", "Path": "title", "value": "x"}, {"op": "REMOVE", "path": ""}]});
        let read = operations(&body, Dialect::Lenient).unwrap();
        assert_eq!((read[0].kind, read[0].path, read[0].value), (Kind::Add, Some("title"), Some(&json!("x"))));
        assert_eq!((read[1].kind, read[1].path), (Kind::Remove, None));
        for (body, word) in [
            (json!([]), "JSON object"),
            (json!({"Operations": []}), "PatchOp"),
            (json!({"schemas": [SCHEMA]}), "at least one"),
            (json!({"schemas": [SCHEMA], "Operations": []}), "at least one"),
            (json!({"schemas": [SCHEMA], "operations": [{"op": "add"}]}), "at least one"),
            (json!({"schemas": [SCHEMA], "Operations": [1]}), "operation 1"),
            (json!({"schemas": [SCHEMA], "Operations": [{"op": "Add"}]}), "\"add\""),
            (json!({"schemas": [SCHEMA], "Operations": [{"op": "add"}, {"op": "add", "path": 1}]}), "operation 2"),
        ] {
            let error = operations(&body, Dialect::Strict).unwrap_err();
            assert!(error.detail.contains(word), "{body}: {error}");
        }
    }
}
