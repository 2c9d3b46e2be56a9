//! From the body of a request to a resource as it is kept.

use serde_json::{Map, Value};

use super::dialect::Dialect;
use super::error::ScimError;
use super::resource_type::ResourceType;

impl ResourceType {
    /// Reads the body of a POST or PUT.
    ///
    /// # Errors
    /// The body is no object (`invalidSyntax`).
    pub fn read(&self, body: &Value, _dialect: Dialect) -> Result<Map<String, Value>, ScimError> {
        body.as_object().cloned().ok_or_else(|| ScimError::invalid_syntax("the body must be a JSON object"))
    }

    /// Whether all required attributes are there.
    ///
    /// # Errors
    /// `invalidValue`, naming all that are missing.
    pub fn check_required(&self, resource: &Map<String, Value>) -> Result<(), ScimError> {
        let required = self.schema.attributes.iter().filter(|attribute| attribute.required);
        let missing: Vec<&str> =
            required.map(|attribute| attribute.name.as_str()).filter(|name| !resource.contains_key(*name)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        Err(ScimError::invalid_value(format!("required and missing: {}", missing.join(", "))))
    }
}
