//! Users whose accounts are never taken away.

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Action, ErrorKind, Item, ResourceKind, Verb};
use crate::recipe::Recipe;

use super::super::failure::{Attempted, Failure};
use super::super::identity;
use super::super::value;
use super::part::write_action;
use super::state::DesiredState;

impl DesiredState {
    /// Whether it takes a user's account away: by name, or by the value that stands for it, in whatever job.
    pub(in crate::engine) fn takes_away(&self, recipe: &Recipe) -> bool {
        if self.resource != ResourceKind::Users {
            return false;
        }
        let wished = |name: &String, values: &[Value]| {
            let own = self.fields.get(name);
            own.is_some_and(|own| own.iter().any(|one| values.iter().any(|value| value::same(one, value))))
        };
        let disable = write_action(recipe, Action::On(ResourceKind::Users, Verb::Disable));
        let substitute = disable.is_some_and(|disable| {
            let goal = &disable.goal;
            let mut ends = goal.others.iter().map(|end| &end.set).chain([&goal.set]);
            ends.any(|set| !set.is_empty() && set.iter().all(|(name, values)| wished(name, values)))
        });
        let asked = matches!(self.asked, Action::On(ResourceKind::Users, Verb::Disable | Verb::Delete));
        asked || !self.exists || substitute || wished(&"status".to_owned(), &[Value::String("disabled".to_owned())])
    }

    /// Refuses to take away the account of a protected user, by what the job says and, once it was read, by what the
    /// app shows.
    ///
    /// # Errors
    /// `protected_user`.
    pub(in crate::engine) fn spares(
        &self,
        shown: Option<&Item>,
        entry: &Entry,
        service_account: Option<&str>,
    ) -> Attempted<()> {
        if !self.takes_away(&entry.recipe) {
            return Ok(());
        }
        let key = entry.recipe.resources.get(&self.resource).map(|resource| resource.key.as_str());
        let fields: Vec<&str> = ["email", "username"].into_iter().chain(key).collect();
        let given = fields.iter().filter_map(|field| self.given.get(*field));
        let shown = fields.iter().filter_map(|field| shown?.get(*field));
        let names = given.chain(shown).map(value::text).chain([self.key.clone()]);
        protected(names, entry, service_account)
    }
}

impl DesiredState {
    /// Refuses to take from the service account what it works with: its name, its password, its roles. Without one of
    /// them the next job could not log in, or not be done, and nobody would be there to undo it.
    ///
    /// # Errors
    /// `protected_user`.
    pub(in crate::engine) fn leaves_the_door_open(
        &self,
        shown: &Item,
        entry: &Entry,
        service_account: &str,
    ) -> Attempted<()> {
        let Some(resource) = entry.recipe.resources.get(&self.resource) else { return Ok(()) };
        if self.resource != ResourceKind::Users {
            return Ok(());
        }
        let names = ["email", "username", resource.key.as_str()];
        let is_own = names.iter().filter_map(|field| shown.get(*field)).map(value::text);
        if !is_own.chain([self.key.clone()]).any(|name| identity::same(service_account, &name, true)) {
            return Ok(());
        }
        for (name, change) in self.differences(shown, resource) {
            let field = resource.fields.get(&name);
            let enters = names.contains(&name.as_str()) || field.is_some_and(|field| field.secret || field.write_only);
            let of_roles = field.is_some_and(|field| field.of == Some(ResourceKind::Roles));
            if enters || (of_roles && !change.remove.is_empty()) {
                let message = format!("{} is the service account; its `{name}` is never changed by a job", self.key);
                return Err(Failure::new(ErrorKind::ProtectedUser, message));
            }
        }
        Ok(())
    }
}

fn protected(names: impl Iterator<Item = String>, entry: &Entry, service_account: Option<&str>) -> Attempted<()> {
    for name in names {
        let listed = entry.integration.protected_users.iter().any(|user| identity::same(user, &name, true));
        let own = service_account.is_some_and(|account| identity::same(account, &name, true));
        if listed || own {
            let why = if own { "is the service account" } else { "is protected in the integration" };
            return Err(Failure::new(
                ErrorKind::ProtectedUser,
                format!("{name} {why} and is never disabled or deleted"),
            ));
        }
    }
    Ok(())
}
