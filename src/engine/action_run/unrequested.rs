//! What a new account has that nobody asked for: a box that came checked, a role that the form had chosen.

use crate::contract::{Action, ErrorKind, FieldType, ResourceKind, Verb};

use super::super::attempt::Attempt;
use super::super::desired_state::{DesiredState, write_action};
use super::super::failure::{Attempted, Failure};
use super::super::value;

/// States of a new account that say nothing else than that there is one.
const NEW: [&str; 2] = ["active", "invited"];

impl Attempt<'_> {
    /// Compares what was read of an account that was just made with what the job names and the recipe declares as the
    /// app's default. What else it was given is a warning.
    ///
    /// # Errors
    /// `unrequested_access`, if that is a role of a higher rank than those that were asked for.
    pub(super) fn nothing_unrequested(&mut self, action: Action, wish: &DesiredState) -> Attempted<()> {
        let made = matches!(action, Action::On(_, Verb::Create))
            && self.recorder.trace.run_mut().is_some_and(|run| !run.found_there());
        let (Some(resource), true) = (self.recipe.resources.get(&wish.resource), made) else { return Ok(()) };
        let Some(subject) = self.recorder.trace.last_seen.subject.clone() else { return Ok(()) };
        let set = write_action(self.recipe, action).map(|write| &write.goal.set);
        for (name, field) in &resource.fields {
            let Some(now) = subject.fields.get(name).filter(|now| !value::is_empty(now)) else { continue };
            if field.of.is_none() && !(name == "status" && field.field_type == FieldType::Enum) {
                continue;
            }
            let named = wish.fields.get(name).into_iter().flatten().chain(&field.default);
            let named = named.chain(set.and_then(|set| set.get(name)).into_iter().flatten());
            let mut asked: Vec<String> = named.flat_map(value::items).collect();
            asked.extend(wish.grants.get(name).into_iter().flat_map(|(add, _)| add.iter().cloned()));
            let extra: Vec<String> = value::items(now)
                .into_iter()
                .filter(|item| !value::holds(&asked, item))
                .filter(|item| field.of.is_some() || !NEW.contains(&item.as_str()))
                .collect();
            if extra.is_empty() {
                continue;
            }
            let who =
                format!("the new {} `{}` has `{name}`: {}", wish.resource.singular(), subject.key, extra.join(", "));
            let fix = format!(
                "if the app gives it to everybody, declare it as the field's `default`; if its form comes with it chosen, have {action} take it away before the commit"
            );
            let rank = |item: &String| self.order.entry.rank(ResourceKind::Roles, item);
            let highest = asked.iter().filter_map(rank).max();
            let above = extra.iter().filter_map(rank).any(|rank| highest.is_none_or(|highest| rank > highest));
            if field.of == Some(ResourceKind::Roles) && above {
                let message = format!(
                    "{who}, which nobody asked for and which ranks higher than what the job names; take it away in the app; {fix}"
                );
                return Err(Failure::new(ErrorKind::UnrequestedAccess, message));
            }
            self.recorder.warn("unrequested_access", format!("{who}, which nobody asked for; {fix}"));
        }
        Ok(())
    }
}
