//! How exactly a client has to keep to the standard.

use super::filter_parser::Leniency;

/// What besides the RFC is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dialect {
    /// Nothing.
    #[default]
    Strict,
    /// What Okta and Entra really send: `"False"` for `false`, `Add` for `add`, keys such as `name.givenName`, one value where a
    /// list belongs, removals by a list of values, unquoted literals in filters.
    Lenient,
}

impl Dialect {
    /// What filters may be written like.
    pub fn leniency(self) -> Leniency {
        match self {
            Self::Strict => Leniency::Strict,
            Self::Lenient => Leniency::Literals,
        }
    }

    /// Whether more than the RFC is taken.
    pub(super) fn is_lenient(self) -> bool {
        self == Self::Lenient
    }
}
