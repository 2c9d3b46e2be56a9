//! Tables of what a gateway tells.

use comfy_table::Table;
use jiff::Timestamp;
use serde_json::Value;

use super::super::print::plain;

/// An empty one with these headers.
pub(super) fn table<const N: usize>(headers: [&str; N]) -> Table {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
    table.set_header(headers);
    table
}

/// A value for a cell: texts as they are, nothing for what is not there.
pub(super) fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => plain(text),
        other => plain(&other.to_string()),
    }
}

/// A time for a cell, in whole seconds.
pub(super) fn time(value: &Value) -> String {
    let read = value.as_str().and_then(|text| text.parse::<Timestamp>().ok());
    read.map_or_else(|| cell(value), |time| format!("{time:.0}"))
}

/// The list with that name in an answer.
pub(super) fn items<'v>(answer: &'v Value, name: &str) -> &'v [Value] {
    answer.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn cells_hold_nothing_that_moves_the_cursor() {
        assert_eq!(cell(&json!("Ada\u{1b}[2J")), "Ada\u{fffd}[2J");
        assert_eq!((cell(&Value::Null), cell(&json!(3))), (String::new(), "3".to_owned()));
        assert_eq!(time(&json!("2026-11-23T21:18:09.430134811Z")), "2026-11-23T21:18:09Z");
        assert_eq!(time(&json!("soon")), "soon");
    }
}
