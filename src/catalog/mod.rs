//! Placeholder.
use std::sync::Arc;
use crate::contract::Integration;
use crate::recipe::Recipe;
/// x
#[derive(Debug)]
pub struct Entry {
    /// x
    pub integration: Integration,
    /// x
    pub recipe: Arc<Recipe>,
    /// x
    pub base_url: url::Url,
}
impl Entry {
    /// x
    pub fn allows(&self, _u: &url::Url) -> bool { true }
}
