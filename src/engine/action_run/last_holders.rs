//! The last administrators: nobody is disabled, deleted or given another role if too few would be left with theirs.

use crate::contract::{ErrorKind, Item, Proof, ResourceKind};
use crate::recipe::View;

use super::super::attempt::Attempt;
use super::super::desired_state::DesiredState;
use super::super::failure::{Attempted, Failure};
use super::super::identity;
use super::super::value;

impl<'a> Attempt<'a> {
    /// Refuses what would leave fewer active users with a role than the integration keeps. They are counted in the app, in
    /// its whole list; where nothing proves that the list is whole, nobody is taken away.
    ///
    /// # Errors
    /// `protected_user`, or why the list cannot be read.
    pub(super) async fn leaves_enough(&mut self, view: &'a View, wish: &DesiredState, subject: &Item) -> Attempted<()> {
        let kept = &self.order.entry.integration.keep_at_least;
        if wish.resource != ResourceKind::Users || kept.is_empty() || !is_active(subject) {
            return Ok(());
        }
        let held = self.roles_of(subject);
        let after = self.roles_after(wish, subject);
        for (role, least) in kept.iter().filter(|(role, _)| holds(&held, role) && !holds(&after, role)) {
            let key = self.recipe.resources.get(&wish.resource).map(|resource| resource.key.as_str());
            let told = key.into_iter().chain(["status"]).map(str::to_owned);
            let list = self.list(view, &told.chain(self.role_fields()).collect::<Vec<_>>()).await?;
            let own = key.and_then(|key| subject.get(key));
            let another = |item: &&Item| key.and_then(|key| item.get(key)) != own;
            let left = list.items.iter().filter(another).filter(|item| is_active(item));
            let left = left.filter(|item| holds(&self.roles_of(item), role)).count();
            if left >= least.get() as usize {
                continue;
            }
            let whole = if list.proof == Proof::None { "; nothing proves that the list is whole" } else { "" };
            let message = format!(
                "{} has the role `{role}`, and {left} more active users do{whole}; the integration keeps at least {least} \
                 (`keep_at_least`). Give the role to somebody else first",
                wish.key
            );
            return Err(Failure::new(ErrorKind::ProtectedUser, message));
        }
        Ok(())
    }

    /// Fields of users that hold roles.
    pub(super) fn role_fields(&self) -> Vec<String> {
        let users = self.recipe.resources.get(&ResourceKind::Users);
        let fields = users.into_iter().flat_map(|users| &users.fields);
        fields.filter(|(_, field)| field.of == Some(ResourceKind::Roles)).map(|(name, _)| name.clone()).collect()
    }

    fn roles_of(&self, user: &Item) -> Vec<String> {
        self.role_fields().iter().filter_map(|field| user.get(field)).flat_map(value::items).collect()
    }

    /// The roles that the user has when the wish is met.
    fn roles_after(&self, wish: &DesiredState, user: &Item) -> Vec<String> {
        if wish.takes_away(self.recipe) {
            return Vec::new();
        }
        let Some(resource) = self.recipe.resources.get(&wish.resource) else { return Vec::new() };
        let mut after = user.clone();
        for (name, change) in wish.differences(user, resource) {
            after.insert(name, change.to);
        }
        self.roles_of(&after)
    }
}

fn holds(roles: &[String], role: &str) -> bool {
    roles.iter().any(|one| identity::same(one, role, false))
}

/// Who is disabled or only invited keeps nobody's door open. Where the app tells no status, everybody is active.
fn is_active(user: &Item) -> bool {
    user.get("status").is_none_or(|status| value::text(status) == "active")
}
