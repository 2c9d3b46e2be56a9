//! What a locator asks of a page, where no job has to be known for it.

use crate::browser::Query;
use crate::catalog::Entry;
use crate::contract::ResourceKind;
use crate::recipe::Locator;

use super::compile::Compiler;
use super::job_scope::JobScope;

/// What the locator asks of a page; `None` if that depends on a job.
pub fn query_of(entry: &Entry, locator: &Locator) -> Option<Query> {
    Compiler::new(&JobScope::new(entry, ResourceKind::Users)).query(locator).ok()
}
