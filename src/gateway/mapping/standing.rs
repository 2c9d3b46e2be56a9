//! Whether a user has access: which field tells it, and how access is taken and given.

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Action, Attributes, ResourceKind, Verb};
use crate::recipe::ActionKind;

/// How access is told, taken and given in an app.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The field that tells it, and its values that mean no access.
    told_by: Option<(String, Vec<Value>)>,
    /// How it is taken; none where the app has no way.
    pub taken_by: Option<Verb>,
    /// How it is given back; none where a user is made anew.
    pub given_by: Option<Verb>,
}

impl Standing {
    /// What the recipe says.
    pub fn of(entry: &Entry) -> Self {
        let action = |verb| entry.recipe.actions.get(&Action::On(ResourceKind::Users, verb));
        let goal = action(Verb::Disable).and_then(|spec| match &spec.kind {
            ActionKind::Write(write) => write.goal.set.first().map(|(name, values)| (name.clone(), values.clone())),
            _ => None,
        });
        let fields = entry.recipe.resources.get(&ResourceKind::Users).map(|users| &users.fields);
        let status = fields.and_then(|fields| fields.get("status"));
        let told_by = goal.or_else(|| status.map(|_| ("status".to_owned(), vec![Value::from("disabled")])));
        // Where the status is a field of the form, the engine writes it by an update.
        let by_update = status.is_some_and(|status| status.write_update) && action(Verb::Update).is_some();
        let offered = |verb| action(verb).is_some() || by_update;
        let taken_by = match (offered(Verb::Disable), action(Verb::Delete).is_some()) {
            (true, _) => Some(Verb::Disable),
            (false, true) => Some(Verb::Delete),
            (false, false) => None,
        };
        Self { told_by, taken_by, given_by: offered(Verb::Enable).then_some(Verb::Enable) }
    }

    /// Whether a user with these fields has access.
    pub fn is_active(&self, fields: &Attributes) -> bool {
        let Some((field, without)) = &self.told_by else { return true };
        fields.get(field).is_none_or(|value| !without.contains(value))
    }

    /// The field that tells it.
    pub fn field(&self) -> Option<&str> {
        self.told_by.as_ref().map(|(field, _)| field.as_str())
    }
}
