//! Fields that a job asks for by name.

use crate::contract::{ErrorKind, nearest};
use crate::recipe::Recipe;

use super::super::failure::{Attempted, Failure};

/// Refuses fields that no resource has: a sync reads each of the others wherever there is one of that name.
///
/// # Errors
/// `invalid_attribute` with the nearest known field.
pub(super) fn some_resource_has(asked: &[String], recipe: &Recipe) -> Attempted<()> {
    let known = || recipe.resources.values().flat_map(|resource| resource.fields.keys().map(String::as_str));
    let Some(unknown) = asked.iter().find(|field| !known().any(|known| known == *field)) else { return Ok(()) };
    let hint = nearest(unknown, known()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    let message = format!("`options.fields` asks for `{unknown}`, which no resource of `{}` has{hint}", recipe.app.id);
    Err(Failure::new(ErrorKind::InvalidAttribute, message))
}
