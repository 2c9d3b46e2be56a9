//! What a client is told when its request cannot be done.

use serde_json::{Value, json};

use super::filter_parser::FilterError;

/// The kind of an error, for programs (RFC 7644, section 3.12, table 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScimType {
    /// The filter cannot be read, or compares what cannot be compared.
    InvalidFilter,
    /// More was found than is answered.
    TooMany,
    /// Another resource has that value.
    Uniqueness,
    /// The attribute cannot be changed, or not any more.
    Mutability,
    /// The body is not what the request needs.
    InvalidSyntax,
    /// The path of a PATCH names nothing.
    InvalidPath,
    /// The path of a PATCH matches nothing.
    NoTarget,
    /// A value is missing, or of the wrong type.
    InvalidValue,
    /// The version of the protocol is not known.
    InvalidVers,
    /// The request must not be made with what it carries in its URL.
    Sensitive,
}

impl ScimType {
    /// Its name in an error's body.
    pub fn name(self) -> &'static str {
        match self {
            Self::InvalidFilter => "invalidFilter",
            Self::TooMany => "tooMany",
            Self::Uniqueness => "uniqueness",
            Self::Mutability => "mutability",
            Self::InvalidSyntax => "invalidSyntax",
            Self::InvalidPath => "invalidPath",
            Self::NoTarget => "noTarget",
            Self::InvalidValue => "invalidValue",
            Self::InvalidVers => "invalidVers",
            Self::Sensitive => "sensitive",
        }
    }
}

/// An answer that is an error (RFC 7644, section 3.12).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct ScimError {
    /// The HTTP status.
    pub status: u16,
    /// The kind, where the RFC has one.
    pub scim_type: Option<ScimType>,
    /// What is wrong and what to send instead, for the administrator who reads it.
    pub detail: String,
}

impl ScimError {
    /// The URN of an error's body.
    pub const SCHEMA: &'static str = "urn:ietf:params:scim:api:messages:2.0:Error";

    /// An error without a kind.
    pub fn new(status: u16, detail: impl Into<String>) -> Self {
        Self { status, scim_type: None, detail: detail.into() }
    }

    fn of(status: u16, scim_type: ScimType, detail: impl Into<String>) -> Self {
        Self { scim_type: Some(scim_type), ..Self::new(status, detail) }
    }

    /// 400: a value is missing, or of the wrong type.
    pub fn invalid_value(detail: impl Into<String>) -> Self {
        Self::of(400, ScimType::InvalidValue, detail)
    }

    /// 400: the path of a PATCH names nothing.
    pub fn invalid_path(detail: impl Into<String>) -> Self {
        Self::of(400, ScimType::InvalidPath, detail)
    }

    /// 400: the body is not what the request needs.
    pub fn invalid_syntax(detail: impl Into<String>) -> Self {
        Self::of(400, ScimType::InvalidSyntax, detail)
    }

    /// 400: the filter cannot be read.
    pub fn invalid_filter(detail: impl Into<String>) -> Self {
        Self::of(400, ScimType::InvalidFilter, detail)
    }

    /// 400: the attribute cannot be changed.
    pub fn mutability(detail: impl Into<String>) -> Self {
        Self::of(400, ScimType::Mutability, detail)
    }

    /// 400: the path of a PATCH matches nothing.
    pub fn no_target(detail: impl Into<String>) -> Self {
        Self::of(400, ScimType::NoTarget, detail)
    }

    /// 409: another resource has that value.
    pub fn uniqueness(detail: impl Into<String>) -> Self {
        Self::of(409, ScimType::Uniqueness, detail)
    }

    /// 404: there is no such resource.
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(404, detail)
    }

    /// The body of the answer.
    pub fn to_json(&self) -> Value {
        let mut body = json!({"schemas": [Self::SCHEMA], "status": self.status.to_string(), "detail": self.detail});
        if let (Some(scim_type), Some(members)) = (self.scim_type, body.as_object_mut()) {
            members.insert("scimType".to_owned(), scim_type.name().into());
        }
        body
    }
}

impl From<FilterError> for ScimError {
    fn from(error: FilterError) -> Self {
        Self::invalid_filter(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_is_the_one_of_the_standard() {
        let error = ScimError::mutability("Attribute 'id' is readOnly");
        // RFC 7644, section 3.12, figure 9.
        assert_eq!(
            error.to_json(),
            json!({"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "scimType": "mutability",
                "detail": "Attribute 'id' is readOnly", "status": "400"})
        );
        assert_eq!(error.to_string(), "Attribute 'id' is readOnly");
        let error = ScimError::not_found("Resource 2819c223 not found");
        assert_eq!(error.to_json()["status"], "404");
        assert_eq!(error.to_json().get("scimType"), None);
        assert_eq!(ScimError::uniqueness("taken").status, 409);
    }
}
