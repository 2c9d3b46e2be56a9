//! Screens: how a page of the app is recognised.

use super::locator::Locator;
use super::matcher::TextMatcher;
use super::position::Span;

/// A page, a part of a page or a dialog that steps refer to by name.
#[derive(Debug, Clone, PartialEq)]
pub struct Screen {
    /// Its name.
    pub name: String,
    /// How it is told from others.
    pub recognise: Recognition,
    /// Where it stands.
    pub span: Span,
}

/// How a screen is told from others: all of it holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Recognition {
    /// Globs of the URL, of which one must match; empty: any. `*` crosses `/`. A glob that starts with `/` is compared
    /// with the path (and fragment), one with a `?` with path and query, one with `://` with the whole URL.
    pub url: Vec<String>,
    /// Elements that must be visible.
    pub visible: Vec<Locator>,
    /// Elements that must not be visible.
    pub gone: Vec<Locator>,
    /// The title of the document.
    pub title: Option<TextMatcher>,
    /// One of these holds, too; empty: nothing more is asked.
    pub any: Vec<Recognition>,
}
