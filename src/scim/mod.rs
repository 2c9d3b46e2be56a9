//! SCIM 2.0 (RFC 7643, RFC 7644) as far as it is pure: schemas, resources, filters, paths, changes, and what is answered.

mod attribute;
mod attribute_path;
mod core_schemas;
mod dialect;
mod error;
mod filter;
mod filter_match;
mod filter_parser;
mod lexer;
mod list_response;
mod patch;
mod projection;
mod resource_reader;
mod resource_type;
mod schema;
mod sorting;
mod typed_value;

pub use attribute::{Attribute, AttributeKind, Mutability, Returned, Uniqueness};
pub use attribute_path::AttributePath;
pub use dialect::Dialect;
pub use error::{ScimError, ScimType};
pub use filter::{Comparison, Filter};
pub use filter_parser::{FilterError, Leniency};
pub use list_response::list_response;
pub use patch::patch;
pub use projection::Projection;
pub use resource_type::ResourceType;
pub use schema::Schema;
pub use sorting::sort;
