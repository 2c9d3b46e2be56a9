//! Between SCIM and the recipe's fields: which attribute is which field, and what an app's schema looks like.

mod app;
mod group;
mod group_schema;
mod place;
mod standing;
mod user;
mod user_schema;
mod values;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub use app::{App, Wish, okta_resource, okta_type};
pub use standing::Standing;
pub(super) use values::{is_empty, plain, same};

/// What stands as it is in a part of a URL's path (RFC 3986, section 2.3).
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A part of a URL's path.
pub(super) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}
