//! The number under which an action's commit stands in the shared state.

use crate::contract::{Action, ResourceKind, Verb};

/// The number under which an action's commit stands in the shared state: the same in every attempt.
pub(super) fn part_number(action: Action) -> u32 {
    let Action::On(_, verb) = action else { return u32::MAX };
    Verb::ALL.iter().position(|known| *known == verb).and_then(|index| u32::try_from(index).ok()).unwrap_or(u32::MAX)
}

/// The action behind a number.
pub(super) fn action_of(part: u32, kind: ResourceKind) -> Option<Action> {
    Verb::ALL.get(usize::try_from(part).ok()?).map(|verb| match verb {
        // The only resource that has members.
        Verb::AddMember | Verb::RemoveMember => Action::On(ResourceKind::Groups, *verb),
        verb => Action::On(kind, *verb),
    })
}
