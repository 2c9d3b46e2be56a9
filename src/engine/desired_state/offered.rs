//! Whether a recipe offers what a job asks for.

use crate::contract::{Action, ErrorKind, Job, ResourceKind, Verb};
use crate::recipe::Recipe;

use super::super::failure::{Attempted, Failure};
use super::part::write_action;
use super::reference;

/// Refuses an action that the app does not have, or the recipe does not describe.
pub(super) fn supported(job: &Job, recipe: &Recipe) -> Attempted<()> {
    let action = job.action;
    let no = |message: String| Err(Failure::new(ErrorKind::UnsupportedAction, message));
    if recipe.unsupported.contains(&action) {
        return no(format!("{} offers no way to do {action}", recipe.app.name));
    }
    let offered = match action {
        Action::Check => recipe.view_of(ResourceKind::Users).is_some(),
        Action::Sync => recipe.actions.keys().any(|action| matches!(action, Action::On(_, Verb::List))),
        Action::On(kind, Verb::Get) => recipe.view_of(kind).is_some(),
        // Jobs ask for grants by an update, whatever the recipe's action for them is called.
        Action::On(ResourceKind::Users, Verb::Update) if job.grants.is_some() => {
            recipe.actions.contains_key(&action)
                || [Verb::Grant, Verb::Revoke]
                    .into_iter()
                    .any(|verb| writes_references(Action::On(ResourceKind::Users, verb), recipe))
        }
        Action::On(_, Verb::Grant | Verb::Revoke | Verb::AddMember | Verb::RemoveMember) => {
            recipe.actions.contains_key(&action) || writes_references(action, recipe)
        }
        Action::On(kind, Verb::Disable | Verb::Enable) if !recipe.actions.contains_key(&action) => {
            let status = recipe.resources.get(&kind).and_then(|resource| resource.fields.get("status"));
            status.is_some_and(|field| field.write_update)
                && recipe.actions.contains_key(&Action::On(kind, Verb::Update))
        }
        Action::On(..) => recipe.actions.contains_key(&action),
    };
    if offered {
        return Ok(());
    }
    let known = recipe.actions.keys().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    no(format!("recipe `{}` does not describe {action}; it offers {known}", recipe.app.id))
}

/// Whether a job for references can be done by an action of another name: the actions are composed.
fn writes_references(action: Action, recipe: &Recipe) -> bool {
    let Some(users) = recipe.resources.get(&ResourceKind::Users) else { return false };
    let of = action.resource();
    let verbs = match action {
        Action::On(_, Verb::Grant | Verb::AddMember) => [Verb::Grant, Verb::AddMember],
        _ => [Verb::Revoke, Verb::RemoveMember],
    };
    let fields =
        users.fields.iter().filter(|(_, field)| field.of.is_some_and(|kind| of == ResourceKind::Users || kind == of));
    fields.into_iter().any(|(name, field)| {
        let update =
            field.write_update && write_action(recipe, Action::On(ResourceKind::Users, Verb::Update)).is_some();
        update || verbs.into_iter().any(|verb| reference::action(name, field, verb, recipe).is_some())
    })
}
