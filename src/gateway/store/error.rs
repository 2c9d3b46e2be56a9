//! What can go wrong with the database.

use uuid::Uuid;

/// The database cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It cannot be opened.
    #[error("the database {address} cannot be opened: {reason}; check --database and that this user may write there")]
    Unreachable {
        /// Its address, without a password.
        address: String,
        /// Why.
        reason: String,
    },
    /// A statement failed.
    #[error("the database failed: {0}")]
    Failed(#[from] sqlx::Error),
    /// What stands in a row cannot be read.
    #[error("{what} in the database cannot be read: {reason}; was it changed by another program?")]
    Unreadable {
        /// What.
        what: String,
        /// Why.
        reason: String,
    },
    /// There is no such thing any more.
    #[error("there is no {0}")]
    Missing(String),
}

impl StoreError {
    /// Whether a unique value is taken already.
    pub fn is_double(&self) -> bool {
        matches!(self, Self::Failed(sqlx::Error::Database(error)) if error.is_unique_violation())
    }
}

/// A value as it stands in a column, as JSON.
pub(super) fn text(what: &str, value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value)
        .map_err(|error| StoreError::Unreadable { what: what.to_owned(), reason: error.to_string() })
}

/// Reads an id that stands in a column.
pub(super) fn uuid(what: &str, text: &str) -> Result<Uuid, StoreError> {
    text.parse()
        .map_err(|error: uuid::Error| StoreError::Unreadable { what: what.to_owned(), reason: error.to_string() })
}

/// Reads JSON that stands in a column.
pub(super) fn json<T: serde::de::DeserializeOwned>(what: &str, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text)
        .map_err(|error| StoreError::Unreadable { what: what.to_owned(), reason: error.to_string() })
}
