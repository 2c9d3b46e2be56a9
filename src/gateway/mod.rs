//! The SCIM gateway.
pub mod store;
