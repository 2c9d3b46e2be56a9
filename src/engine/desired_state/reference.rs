//! References of users (roles, groups, assets): which are known, which of several wins, which exclude each other, and the
//! action that adds or removes them. Pure.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Action, ErrorKind, ResourceKind, Verb, Warning, nearest};
use crate::recipe::{ActionKind, Field, Recipe};

use super::super::failure::{Attempted, Failure};
use super::super::job_scope::Change;
use super::part::NextPart;

/// The action with which a recipe adds references of a field to a user (`grant`, `add_member`) or removes them.
pub(in crate::engine) fn action(name: &str, field: &Field, verb: Verb, recipe: &Recipe) -> Option<(Action, bool)> {
    match verb {
        Verb::Grant | Verb::Revoke => {
            let action = Action::On(ResourceKind::Users, verb);
            let ActionKind::References(fields) = &recipe.actions.get(&action)?.kind else { return None };
            fields.get(name).map(|write| (action, write.per_item))
        }
        Verb::AddMember | Verb::RemoveMember => {
            let action = Action::On(field.of?, verb);
            let ActionKind::Write(_) = &recipe.actions.get(&action)?.kind else { return None };
            Some((action, true))
        }
        _ => None,
    }
}

/// The part that closes a difference of a reference field: the first item where each has a commit of its own.
///
/// What is added comes first, so that nobody is left without a role in between. `None`: the recipe has no such action.
pub(in crate::engine) fn part(name: &str, field: &Field, change: &Change, recipe: &Recipe) -> Option<NextPart> {
    let find = |verbs: [Verb; 2]| verbs.into_iter().find_map(|verb| action(name, field, verb, recipe));
    let give = find([Verb::Grant, Verb::AddMember]);
    let take = find([Verb::Revoke, Verb::RemoveMember]);
    // Half of a change that cannot be done wholly is not begun.
    if (!change.add.is_empty() && give.is_none()) || (!change.remove.is_empty() && take.is_none()) {
        return None;
    }
    let adds = !change.add.is_empty();
    let swaps = adds && clash(field, change, recipe);
    let (adds, (action, per_item)) = if adds && !swaps { (true, give?) } else { (false, take?) };
    let items = if adds { &change.add } else { &change.remove };
    let items: Vec<String> = if per_item { items.first().cloned().into_iter().collect() } else { items.clone() };
    let item = items.first().cloned().filter(|_| per_item);
    let (add, remove) = if adds { (items, Vec::new()) } else { (Vec::new(), items) };
    let change = Change { add, remove, to: change.to.clone() };
    Some(NextPart { action, field: Some(name.to_owned()), item, changes: BTreeMap::from([(name.to_owned(), change)]) })
}

/// Whether what is added and what is removed exclude each other: then the removal comes first.
fn clash(field: &Field, change: &Change, recipe: &Recipe) -> bool {
    let Some(catalog) = field.of.and_then(|of| recipe.resources.get(&of)?.catalog.as_ref()) else { return false };
    let excludes = |one: &str, other: &String| catalog.get(one).is_some_and(|entry| entry.incompatible.contains(other));
    change.add.iter().any(|add| change.remove.iter().any(|gone| excludes(add, gone) || excludes(gone, add)))
}

/// The one value that wins where an app takes only one: the highest rank. The others are named in a warning.
///
/// # Errors
/// `invalid_attribute` where the recipe's ranks do not decide.
pub(in crate::engine) fn single(
    values: &[String],
    field: &str,
    of: ResourceKind,
    entry: &Entry,
    warnings: &mut Vec<Warning>,
) -> Attempted<Value> {
    if let [one] = values {
        return Ok(Value::String(one.clone()));
    }
    if values.is_empty() {
        return Ok(Value::Null);
    }
    let ranks: Vec<Option<i64>> = values.iter().map(|value| entry.rank(of, value)).collect();
    let highest = ranks.iter().max().copied().flatten();
    let mut winners = values.iter().zip(&ranks).filter(|(_, rank)| **rank == highest).map(|(value, _)| value);
    let (Some(winner), None, false) = (winners.next(), winners.find(|_| true), ranks.contains(&None)) else {
        return Err(Failure::new(
            ErrorKind::InvalidAttribute,
            format!(
                "`{field}` holds one value in this app and {} are wished ({}); name one, or give the recipe's {of} a `rank` each",
                values.len(),
                values.join(", ")
            ),
        ));
    };
    let others: Vec<&str> = values.iter().filter(|value| *value != winner).map(String::as_str).collect();
    warnings.push(Warning {
        code: "role_dropped".to_owned(),
        message: format!(
            "`{field}` holds one value in this app: `{winner}` ranks highest, {} left out",
            others.join(", ")
        ),
    });
    Ok(Value::String(winner.clone()))
}

/// Refuses added values that nobody may have together with another one.
///
/// # Errors
/// `incompatible_roles` with both.
pub(in crate::engine) fn compatible(
    added: &[String],
    all: &[String],
    of: ResourceKind,
    entry: &Entry,
) -> Attempted<()> {
    for one in added {
        for other in all.iter().filter(|other| *other != one) {
            if entry.excludes(of, one, other) {
                let message = format!(
                    "`{one}` and `{other}` exclude each other in {}; wish for one of them, or remove the other in the same job",
                    entry.recipe.app.name
                );
                return Err(Failure::new(ErrorKind::IncompatibleRoles, message));
            }
        }
    }
    Ok(())
}

/// Refuses a role, group or asset that the recipe's catalogue does not know.
///
/// # Errors
/// `unknown_role` with the nearest known value.
pub(in crate::engine) fn known(wanted: &[String], of: ResourceKind, entry: &Entry) -> Attempted<()> {
    let Some(catalog) = entry.recipe.resources.get(&of).and_then(|resource| resource.catalog.as_ref()) else {
        return Ok(());
    };
    let own = entry.integration.user_schema.roles.keys().filter(|_| of == ResourceKind::Roles);
    let known: Vec<&str> = catalog.keys().chain(own).map(String::as_str).collect();
    unknown(wanted, of, &known)
}

/// Refuses what is not among the known values.
///
/// # Errors
/// `unknown_role` with the nearest known value.
pub(in crate::engine) fn unknown(wanted: &[String], of: ResourceKind, known: &[&str]) -> Attempted<()> {
    for item in wanted {
        if !known.contains(&item.as_str()) {
            let hint = nearest(item, known.iter().copied())
                .map_or_else(|| format!("known: {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
            let message = format!("the app has no {} `{item}`; {hint}", of.singular());
            return Err(Failure::new(ErrorKind::UnknownRole, message));
        }
    }
    Ok(())
}
