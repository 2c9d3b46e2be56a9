//! From a job to what it wants to hold: everything that can be checked without a browser.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Action, ErrorKind, Job, ResourceKind, Verb};

use super::super::failure::{Attempted, Failure};
use super::super::value;
use super::attributes::{attributes, seen};
use super::asked::some_resource_has;
use super::grants::{granted, grants, membership};
use super::offered::supported;
use super::part::write_action;
use super::reference;
use super::state::DesiredState;

/// Checks everything about a job that can be known without a browser, and says what it wants.
///
/// # Errors
/// Every kind of the groups "request" and "subject" that can be known without the app.
pub(in crate::engine) fn wish(
    job: &Job,
    entry: &Entry,
    service_account: Option<&str>,
) -> Attempted<Option<DesiredState>> {
    let recipe = &*entry.recipe;
    supported(job, recipe)?;
    let kind = job.action.subject();
    if job.action == Action::Sync {
        some_resource_has(&job.options.fields, recipe)?;
    }
    if !job.action.has_subject() {
        return Ok(None);
    }
    let resource = recipe.resources.get(&kind).ok_or_else(|| {
        Failure::new(ErrorKind::UnsupportedAction, format!("recipe `{}` describes no {kind}", recipe.app.id))
    })?;
    let subject = job.subject().ok_or_else(|| {
        let singular = kind.singular();
        Failure::new(
            ErrorKind::MissingAttribute,
            format!("the job names no `{singular}`; {} needs its `{}`", job.action, resource.key),
        )
    })?;
    let mut warnings = Vec::new();
    let given = attributes(subject, resource, entry, kind, &mut warnings)?;
    let own_key = given.get(&resource.key).map(value::text).filter(|key| !key.trim().is_empty());
    if let Some(text) = &job.match_key {
        seen(text, "match")?;
    }
    let key = job.match_key.clone().or(own_key).ok_or_else(|| {
        Failure::new(
            ErrorKind::MissingAttribute,
            format!("`{}.{}` is missing; it says which one is meant", kind.singular(), resource.key),
        )
    })?;
    let mut wish = DesiredState {
        resource: kind,
        key,
        exists: true,
        may_create: false,
        fields: BTreeMap::new(),
        grants: BTreeMap::new(),
        only: BTreeMap::new(),
        watched: Vec::new(),
        given,
        asked: job.action,
        warnings,
    };
    let Action::On(_, verb) = job.action else { return Ok(Some(wish)) };
    match verb {
        Verb::Create => {
            wish.may_create = true;
            let own = write_action(recipe, job.action);
            for (name, field) in &resource.fields {
                let required = field.required || (kind == ResourceKind::Users && entry.requires(name));
                if required && field.default.is_none() && !wish.given.contains_key(name) && !granted(job, field) {
                    let message = format!("`{}.{name}` is missing; {} needs it", kind.singular(), job.action);
                    return Err(Failure::new(ErrorKind::MissingAttribute, message));
                }
            }
            for (name, value) in &wish.given {
                wish.fields.insert(name.clone(), vec![value.clone()]);
            }
            for (name, values) in own.map(|own| &own.goal.set).into_iter().flatten() {
                wish.fields.entry(name.clone()).or_insert_with(|| values.clone());
            }
        }
        Verb::Update | Verb::Grant | Verb::Revoke => {
            for (name, value) in wish.given.iter().filter(|(name, _)| **name != resource.key || job.match_key.is_some())
            {
                wish.fields.insert(name.clone(), vec![value.clone()]);
            }
        }
        Verb::Disable | Verb::Enable => {
            let own = write_action(recipe, job.action);
            let status = if verb == Verb::Disable { "disabled" } else { "active" };
            match own {
                Some(own) => {
                    wish.fields.extend(own.goal.set.iter().map(|(name, values)| (name.clone(), values.clone())));
                }
                None => _ = wish.fields.insert("status".to_owned(), vec![Value::String(status.to_owned())]),
            }
        }
        Verb::Delete => wish.exists = false,
        Verb::AddMember | Verb::RemoveMember => membership(job, verb, resource, entry, &mut wish)?,
        Verb::Get | Verb::List => {}
    }
    grants(job, verb, resource, entry, &mut wish)?;
    wish.watched = wish.watched(recipe);
    wish.only = wish.only(entry);
    wish.spares(None, entry, service_account)?;
    for (name, field) in &resource.fields {
        let Some(of) = field.of else { continue };
        let whole = wish.fields.get(name).and_then(|values| values.first()).map(value::items);
        let added = wish.grants.get(name).map(|(add, _)| add.clone());
        let wished: Vec<String> = whole.into_iter().flatten().chain(added.into_iter().flatten()).collect();
        reference::compatible(&wished, &wished, of, entry)?;
    }
    Ok(Some(wish))
}
