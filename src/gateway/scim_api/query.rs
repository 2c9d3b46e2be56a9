//! What a list is asked for: in the URL, or in the body of `.search` (RFC 7644, sections 3.4.2 and 3.4.3).

use serde::Deserialize;
use serde_json::Value;

use crate::scim::{AttributePath, Dialect, Filter, Projection, ScimError};

/// The most resources in one answer; also `filter.maxResults` of the discovery.
pub(super) const MOST: i64 = 1000;
/// How many are given if nobody says.
const USUAL: i64 = 500;

/// The parameters of a URL.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Parameters {
    filter: Option<String>,
    attributes: Option<String>,
    excluded_attributes: Option<String>,
    start_index: Option<String>,
    count: Option<String>,
    sort_by: Option<String>,
    sort_order: Option<String>,
}

/// The body of a search.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct SearchRequest {
    filter: Option<String>,
    attributes: Vec<String>,
    excluded_attributes: Vec<String>,
    start_index: Option<i64>,
    count: Option<i64>,
    sort_by: Option<String>,
    sort_order: Option<String>,
}

/// What a list is asked for.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) filter: Option<Filter>,
    pub(super) projection: Projection,
    /// From 1.
    pub(super) start: i64,
    /// At most [`MOST`].
    pub(super) count: i64,
    pub(super) sort: Option<(AttributePath, bool)>,
}

impl Query {
    pub(super) fn of_url(parameters: &Parameters, dialect: Dialect) -> Result<Self, ScimError> {
        let number =
            |name: &str, text: &Option<String>| match text {
                None => Ok(None),
                Some(text) => text.trim().parse::<i64>().map(Some).map_err(|_| {
                    ScimError::invalid_value(format!("`{name}` is `{text}`, which is not a whole number"))
                }),
            };
        let projection = parameters.projection()?;
        let start = number("startIndex", &parameters.start_index)?;
        let count = number("count", &parameters.count)?;
        Self::new(
            parameters.filter.as_deref(),
            projection,
            (start, count),
            (parameters.sort_by.as_deref(), parameters.sort_order.as_deref()),
            dialect,
        )
    }

    pub(super) fn of_body(body: &Value, dialect: Dialect) -> Result<Self, ScimError> {
        let search: SearchRequest =
            serde_json::from_value(body.clone()).map_err(|error| ScimError::invalid_syntax(error.to_string()))?;
        Self::new(
            search.filter.as_deref(),
            Projection::from_lists(&search.attributes, &search.excluded_attributes)?,
            (search.start_index, search.count),
            (search.sort_by.as_deref(), search.sort_order.as_deref()),
            dialect,
        )
    }

    fn new(
        filter: Option<&str>,
        projection: Projection,
        (start, count): (Option<i64>, Option<i64>),
        (by, order): (Option<&str>, Option<&str>),
        dialect: Dialect,
    ) -> Result<Self, ScimError> {
        let filter = filter.filter(|text| !text.trim().is_empty());
        let filter = filter.map(|text| Filter::parse(text, dialect.leniency())).transpose()?;
        let sort = match by {
            None => None,
            Some(by) => {
                let path = AttributePath::parse(by).ok_or_else(|| {
                    ScimError::invalid_value(format!("`sortBy` is `{by}`, which is not the name of an attribute"))
                })?;
                Some((path, order.is_some_and(|order| order.eq_ignore_ascii_case("descending"))))
            }
        };
        // Smaller than 1 is 1, and negative is 0 (RFC 7644, section 3.4.2.4).
        let start = start.unwrap_or(1).max(1);
        Ok(Self { filter, projection, start, count: count.unwrap_or(USUAL).clamp(0, MOST), sort })
    }
}

impl Parameters {
    /// Whether a filter is sent.
    pub(super) fn filters(&self) -> bool {
        self.filter.is_some()
    }

    /// Which attributes are asked for.
    pub(super) fn projection(&self) -> Result<Projection, ScimError> {
        Projection::parse(self.attributes.as_deref(), self.excluded_attributes.as_deref())
    }
}
