//! What a job gives and takes: roles, groups and assets of a user.

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{ErrorKind, Job, ResourceKind, Verb};
use crate::recipe::{Field, Resource};

use super::super::failure::{Attempted, Failure};
use super::super::value;
use super::attributes::seen;
use super::reference;
use super::state::DesiredState;

/// Whether the job names the field's value among its grants.
pub(super) fn granted(job: &Job, field: &Field) -> bool {
    let change = field.of.and_then(|of| job.grants.as_ref()?.of(of));
    change.is_some_and(|change| !change.add.is_empty() || change.set.as_ref().is_some_and(|set| !set.is_empty()))
}

/// `groups.add_member`: the same wish as a user's grant of that group.
pub(super) fn membership(
    job: &Job,
    verb: Verb,
    resource: &Resource,
    entry: &Entry,
    wish: &mut DesiredState,
) -> Attempted<()> {
    let recipe = &*entry.recipe;
    let of = job.action.resource();
    let key = recipe.resources.get(&of).map_or("id", |resource| resource.key.as_str());
    let named = job.named(of).and_then(|named| named.get(key)).map(value::text).filter(|key| !key.trim().is_empty());
    let item = named.ok_or_else(|| {
        let message = format!("`{}.{key}` is missing; {} needs it", of.singular(), job.action);
        Failure::new(ErrorKind::MissingAttribute, message)
    })?;
    seen(&item, &format!("{}.{key}", of.singular()))?;
    reference::known(std::slice::from_ref(&item), of, entry)?;
    let Some((name, _)) = resource.fields.iter().find(|(_, field)| field.of == Some(of)) else {
        let message = format!("recipe `{}` describes no {of} of a user", recipe.app.id);
        return Err(Failure::new(ErrorKind::UnsupportedAction, message));
    };
    let change = if verb == Verb::AddMember { (vec![item], Vec::new()) } else { (Vec::new(), vec![item]) };
    wish.grants.insert(name.clone(), change);
    Ok(())
}

/// What the job's `grants` wish for, added to the wish.
pub(super) fn grants(
    job: &Job,
    verb: Verb,
    resource: &Resource,
    entry: &Entry,
    wish: &mut DesiredState,
) -> Attempted<()> {
    let invalid = |message: String| Err(Failure::new(ErrorKind::InvalidAttribute, message));
    let Some(grants) = &job.grants else {
        if matches!(verb, Verb::Grant | Verb::Revoke) {
            let message = format!("the job names no `grants`; {} needs to know what to give or to take", job.action);
            return Err(Failure::new(ErrorKind::MissingAttribute, message));
        }
        return Ok(());
    };
    if !matches!(verb, Verb::Create | Verb::Update | Verb::Grant | Verb::Revoke) {
        return invalid(format!("{} takes no `grants`; send `users.update` for them", job.action));
    }
    for kind in [ResourceKind::Roles, ResourceKind::Groups, ResourceKind::Assets] {
        let Some(change) = grants.of(kind) else { continue };
        let wrong = match verb {
            Verb::Grant => change.set.is_some() || !change.remove.is_empty(),
            Verb::Revoke => change.set.is_some() || !change.add.is_empty(),
            _ => false,
        };
        if wrong {
            let takes = if verb == Verb::Grant { "add" } else { "remove" };
            return invalid(format!(
                "{} takes only `grants.{kind}.{takes}`; send `users.update` for the rest",
                job.action
            ));
        }
        let field = resource.fields.iter().find(|(_, field)| field.of == Some(kind));
        let Some((name, field)) = field.map(|(name, field)| (name.clone(), field)) else {
            let message = format!("recipe `{}` describes no {kind} of a user", entry.recipe.app.id);
            return Err(Failure::new(ErrorKind::UnsupportedAction, message));
        };
        if wish.given.contains_key(&name) {
            return invalid(format!("`user.{name}` and `grants.{kind}` speak of the same; write one of them"));
        }
        let named = change.set.iter().flatten().chain(&change.add).chain(&change.remove).cloned().collect::<Vec<_>>();
        reference::known(&named, kind, entry)?;
        if let Some(set) = &change.set {
            let value = if field.many {
                set.iter().cloned().map(Value::String).collect()
            } else {
                reference::single(set, &name, kind, entry, &mut wish.warnings)?
            };
            wish.fields.insert(name, vec![value]);
        } else if field.many {
            wish.grants.insert(name, (change.add.clone(), change.remove.clone()));
        } else if change.add.is_empty() {
            wish.grants.insert(name, (Vec::new(), change.remove.clone()));
        } else {
            let value = reference::single(&change.add, &name, kind, entry, &mut wish.warnings)?;
            wish.fields.insert(name, vec![value]);
        }
    }
    Ok(())
}
