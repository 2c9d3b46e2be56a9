//! The answer to a query.

use serde_json::{Map, Value};

/// A page of resources: `total` were found, and this page begins with number `start_index`, from 1 (RFC 7644, section 3.4.2).
pub fn list_response(resources: Vec<Value>, total: u64, start_index: u64) -> Value {
    let page = [
        ("schemas", vec!["urn:ietf:params:scim:api:messages:2.0:ListResponse"].into()),
        ("totalResults", total.into()),
        ("startIndex", start_index.into()),
        ("itemsPerPage", resources.len().into()),
        ("Resources", Value::Array(resources)),
    ];
    Value::Object(page.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_empty_page_is_one_too() {
        let page = list_response(Vec::new(), 0, 1);
        assert_eq!(page["Resources"], json!([]));
        assert_eq!(
            (&page["totalResults"], &page["startIndex"], &page["itemsPerPage"]),
            (&json!(0), &json!(1), &json!(0))
        );
    }
}
