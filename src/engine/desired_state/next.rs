//! The action that is next: the one that brings the app nearer to the wish.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::contract::{Action, ErrorKind, Item, ResourceKind, Verb};
use crate::recipe::{Recipe, Resource};

use super::super::failure::{Attempted, Failure};
use super::super::job_scope::Change;
use super::super::value;
use super::part::{NextPart, write_action};
use super::reference;
use super::state::DesiredState;

/// The action that brings the app nearer to the wish, given what was read and what has been done already.
///
/// # Errors
/// `unsupported_action` for a difference that no action can write; decided before anything is written.
pub(in crate::engine) fn next_part(
    wish: &DesiredState,
    observed: Option<&Item>,
    recipe: &Recipe,
) -> Attempted<Option<NextPart>> {
    let kind = wish.resource;
    let Some(resource) = recipe.resources.get(&kind) else { return Ok(None) };
    let on = |verb| Action::On(kind, verb);
    let Some(observed) = observed else {
        if !wish.exists {
            return Ok(None);
        }
        writable_after_create(wish, recipe, resource)?;
        return Ok(Some(NextPart::new(on(Verb::Create), BTreeMap::new())));
    };
    if !wish.exists {
        let delete = NextPart::new(on(Verb::Delete), BTreeMap::new());
        return Ok((!at_other_end(delete.action, observed, recipe)).then_some(delete));
    }
    let changes = wish.differences(observed, resource);
    let mut by_update = BTreeMap::new();
    let mut by_reference = None;
    let mut by_status = None;
    for (name, change) in &changes {
        match writer(name, change, wish, recipe, resource) {
            Some(Writer::Action(action)) if action == on(Verb::Update) => {
                by_update.insert(name.clone(), change.clone());
            }
            Some(Writer::Action(action)) if at_other_end(action, observed, recipe) => {}
            Some(Writer::Action(action)) => {
                by_status = Some(NextPart::new(action, BTreeMap::from([(name.clone(), change.clone())])));
            }
            Some(Writer::References(part)) => {
                by_reference.get_or_insert(part);
            }
            None => {
                let now = observed.get(name).map_or_else(|| "nothing".to_owned(), value::text);
                let message = format!(
                    "`{name}` is `{now}` and should be `{}`, but recipe `{}` has no action that writes it",
                    value::text(&change.to),
                    recipe.app.id
                );
                return Err(Failure::new(ErrorKind::UnsupportedAction, message));
            }
        }
    }
    // Fields first: some apps refuse to edit an account once it is disabled.
    if by_update.is_empty() {
        return Ok(by_reference.or(by_status));
    }
    Ok(Some(NextPart::new(on(Verb::Update), by_update)))
}

/// Whether an existing subject is where the action would have it, in an end other than the wished one.
fn at_other_end(action: Action, observed: &Item, recipe: &Recipe) -> bool {
    let holds = |(name, values): (&String, &Vec<Value>)| {
        observed.get(name).is_some_and(|now| values.iter().any(|value| value::same(value, now)))
    };
    write_action(recipe, action)
        .is_some_and(|write| write.goal.others.iter().any(|end| end.exists && end.set.iter().all(holds)))
}

/// How a difference is closed.
enum Writer {
    /// By an action that writes the whole field.
    Action(Action),
    /// By one that adds or removes references.
    References(NextPart),
}

/// The action that can bring an existing subject's field nearer to that value.
fn writer(name: &str, change: &Change, wish: &DesiredState, recipe: &Recipe, resource: &Resource) -> Option<Writer> {
    let kind = wish.resource;
    let by_goal = || {
        [Verb::Disable, Verb::Enable].into_iter().map(|verb| Action::On(kind, verb)).find(|action| {
            let set = write_action(recipe, *action).and_then(|write| write.goal.set.get(name));
            set.is_some_and(|values| values.iter().any(|value| value::same(value, &change.to)))
        })
    };
    let field = resource.fields.get(name)?;
    if kind == ResourceKind::Users && field.of.is_some() && by_goal() != Some(wish.asked) {
        if let Some(part) = reference::part(name, field, change, recipe) {
            return Some(Writer::References(part));
        }
    } else if let Some(action) = by_goal() {
        return Some(Writer::Action(action));
    }
    let update = Action::On(kind, Verb::Update);
    (field.write_update && write_action(recipe, update).is_some()).then_some(Writer::Action(update))
}

fn writable_after_create(wish: &DesiredState, recipe: &Recipe, resource: &Resource) -> Attempted<()> {
    let create = write_action(recipe, Action::On(wish.resource, Verb::Create));
    let grants = wish
        .grants
        .iter()
        .filter(|(_, (add, _))| !add.is_empty())
        .map(|(name, (add, _))| (name, Value::from(add.clone())));
    let fields = wish.fields.iter().filter_map(|(name, values)| Some((name, values.first()?.clone())));
    for (name, to) in fields.chain(grants).filter(|(_, to)| !value::is_empty(to)) {
        let by_create = resource.fields.get(name).is_some_and(|field| field.write_create)
            || create.is_some_and(|create| {
                create.goal.set.get(name).is_some_and(|set| set.iter().any(|v| value::same(v, &to)))
            });
        let change = Change { add: value::items(&to), remove: Vec::new(), to };
        if !by_create && writer(name, &change, wish, recipe, resource).is_none() {
            let message = format!("recipe `{}` has no action that writes `{name}`", recipe.app.id);
            return Err(Failure::new(ErrorKind::UnsupportedAction, message));
        }
    }
    Ok(())
}
