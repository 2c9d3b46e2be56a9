//! An integration together with its recipe.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use url::Url;

use super::delivery::Delivery;
use crate::contract::{Integration, ResourceKind};
use crate::recipe::{CatalogEntry, OriginPattern, Recipe, Segment, Template, ValuePath};

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
    /// Where generated values are delivered to, by their name.
    pub deliveries: BTreeMap<String, Delivery>,
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

    /// Whether this tenant's users need that field, beyond what the recipe says.
    pub fn requires(&self, field: &str) -> bool {
        self.integration.user_schema.fields.get(field).is_some_and(|field| field.required)
    }

    /// The labels that this tenant adds to a field of users.
    pub fn labels(&self, kind: ResourceKind, field: &str) -> Option<&IndexMap<String, String>> {
        let fields = &self.integration.user_schema.fields;
        fields.get(field).filter(|_| kind == ResourceKind::Users).map(|field| &field.labels)
    }

    /// Which of several values wins where the app takes only one; the tenant's own roles rank among the recipe's.
    pub fn rank(&self, kind: ResourceKind, value: &str) -> Option<i64> {
        let own = self.integration.user_schema.roles.get(value).filter(|_| kind == ResourceKind::Roles);
        self.known(kind, value).and_then(|entry| entry.rank).or_else(|| own?.rank)
    }

    /// The values that the recipe's catalogue and the tenant know.
    pub fn references(&self, kind: ResourceKind) -> impl Iterator<Item = &str> {
        let catalog = self.recipe.resources.get(&kind).and_then(|resource| resource.catalog.as_ref());
        let own = self.integration.user_schema.roles.keys().filter(move |_| kind == ResourceKind::Roles);
        catalog.into_iter().flat_map(|catalog| catalog.keys()).chain(own).map(String::as_str)
    }

    /// Whether nobody may have both.
    pub fn excludes(&self, kind: ResourceKind, one: &str, other: &str) -> bool {
        let roles = &self.integration.user_schema.roles;
        let names = |one: &str, other: &str| {
            let own = roles.get(one).filter(|_| kind == ResourceKind::Roles);
            let recipe = self.known(kind, one);
            recipe
                .map(|entry| &entry.incompatible)
                .into_iter()
                .chain(own.map(|role| &role.incompatible))
                .any(|incompatible| incompatible.iter().any(|name| name == other))
        };
        names(one, other) || names(other, one)
    }

    fn known(&self, kind: ResourceKind, value: &str) -> Option<&CatalogEntry> {
        self.recipe.resources.get(&kind)?.catalog.as_ref()?.get(value)
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
