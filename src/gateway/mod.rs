//! The SCIM gateway.
pub mod mapping;
pub mod provisioning;
pub mod store;
