//! The path of a PATCH operation.

use std::fmt;

use super::attribute_path::AttributePath;
use super::dialect::Dialect;
use super::error::ScimError;
use super::filter::Filter;
use super::filter_parser::parse_path;

/// What an operation changes: `userName`, `name.familyName`, `emails[type eq "work"]` or `emails[type eq "work"].value` (RFC
/// 7644, section 3.5.2, figure 7). The URN of an extension alone is no path of this kind.
#[derive(Debug, Clone, PartialEq)]
pub struct PatchPath {
    /// The attribute.
    pub attribute: AttributePath,
    /// Which of its elements.
    pub filter: Option<Filter>,
    /// The sub-attribute of these elements. One without a filter is a part of `attribute`.
    pub sub: Option<String>,
}

impl PatchPath {
    /// Reads a path.
    ///
    /// # Errors
    /// `invalidPath`, or `invalidFilter` if it is the filter in it that cannot be read.
    pub fn parse(text: &str, dialect: Dialect) -> Result<Self, ScimError> {
        let (attribute, filter, sub) = parse_path(text, dialect.leniency()).map_err(|error| {
            let (place, reason) = (error.place, error.reason);
            let detail = format!("the path `{text}` cannot be read at character {place}: {reason}");
            if text.chars().take(place.saturating_sub(1)).any(|letter| letter == '[') && !text.contains("].") {
                ScimError::invalid_filter(detail)
            } else {
                ScimError::invalid_path(detail)
            }
        })?;
        Ok(Self { attribute, filter, sub })
    }
}

impl fmt::Display for PatchPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.attribute)?;
        if let Some(filter) = &self.filter {
            write!(f, "[{filter}]")?;
        }
        if let Some(sub) = &self.sub {
            write!(f, ".{sub}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::error::ScimType;
    use super::*;

    #[test]
    fn the_examples_of_the_standard_are_read() {
        // RFC 7644, section 3.5.2, figure 8, and what extensions make of it.
        for path in [
            "members",
            "name.familyName",
            r#"addresses[type eq "work"]"#,
            r#"members[value eq "2819c223-7f76-453a-919d-413861904646"]"#,
            r#"members[value eq "2819c223-7f76-453a-919d-413861904646"].displayName"#,
            r#"emails[type eq "work" and value ew "example.com"].$ref"#,
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
            "urn:ietf:params:scim:schemas:core:2.0:User:emails[primary eq true].value",
        ] {
            assert_eq!(PatchPath::parse(path, Dialect::Strict).unwrap().to_string(), path);
        }
        let path = PatchPath::parse("members[value eq 2819c223-7f76]", Dialect::Lenient).unwrap();
        assert_eq!(path.to_string(), r#"members[value eq "2819c223-7f76"]"#);
    }

    #[test]
    fn mistakes_are_told() {
        for (path, kind, word) in [
            ("", "invalidPath", "character 1"),
            ("1", "invalidPath", "`1`"),
            ("a b", "invalidPath", "character 3"),
            ("a.b.c", "invalidPath", "`a.b.c`"),
            ("emails[type eq work]", "invalidFilter", "character 16"),
            ("emails[type eq \"work\"", "invalidFilter", "not closed"),
            ("emails[]", "invalidFilter", "character 8"),
            ("emails[a[b pr]]", "invalidFilter", "elements"),
            ("emails[type pr].", "invalidPath", "character 16"),
            ("emails[type pr].a.b", "invalidPath", "character 16"),
            ("emails[type pr].a b", "invalidPath", "character 19"),
        ] {
            let error = PatchPath::parse(path, Dialect::Strict).unwrap_err();
            assert_eq!(error.scim_type.map(ScimType::name), Some(kind), "{path}: {error}");
            assert!(error.detail.contains(word), "{path}: {error}");
        }
    }
}
