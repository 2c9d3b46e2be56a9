//! An integration together with its recipe.

use std::sync::Arc;

use url::Url;

use crate::contract::Integration;
use crate::recipe::{OriginPattern, Recipe, Segment, Template, ValuePath};

/// An integration together with its recipe, parameters filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The integration.
    pub integration: Integration,
    /// Its recipe.
    pub recipe: Arc<Recipe>,
    /// Where this tenant's app lives.
    pub base_url: Url,
    /// Origins that the browser may load and that secrets may be typed on.
    pub origins: Vec<OriginPattern>,
}

impl Entry {
    /// Whether the browser may load a URL.
    pub fn allows(&self, url: &Url) -> bool {
        self.origins.iter().any(|origin| origin.matches(url))
    }

    /// The URL of a path of the app: `/x` below the base URL, a whole URL as it stands. `None` if it is no URL, or not
    /// on one of the origins.
    pub fn url(&self, path: &str) -> Option<Url> {
        let url = Url::parse(path).or_else(|_| {
            let base = self.base_url.as_str().trim_end_matches('/');
            Url::parse(&format!("{base}/{}", path.trim_start_matches('/')))
        });
        let url = url.ok()?;
        self.allows(&url).then_some(url)
    }
}

/// Fills the parameters of an integration into a template that holds nothing else. `None` if one is missing.
pub(super) fn fill(template: &Template, integration: &Integration) -> Option<String> {
    template
        .segments
        .iter()
        .map(|segment| match segment {
            Segment::Literal(text) => Some(text.as_str()),
            Segment::Hole(hole) => match &hole.path {
                ValuePath::Param(name) if hole.filters.is_empty() => integration.params.get(name).map(String::as_str),
                _ => None,
            },
        })
        .collect()
}
