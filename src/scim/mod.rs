//! SCIM 2.0 (RFC 7643, RFC 7644) as far as it is pure: filters, paths, and what they mean for a resource.

mod attribute_path;
mod filter;
mod filter_match;
mod filter_parser;
mod lexer;

pub use attribute_path::AttributePath;
pub use filter::{Comparison, Filter};
pub use filter_parser::{FilterError, Leniency};
