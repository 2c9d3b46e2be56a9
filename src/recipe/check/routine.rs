//! `run`: the steps of a routine in its place.

use super::scope::Scope;
use super::{Checker, given};
use crate::recipe::step::Step;
use crate::recipe::yaml::Recovered;

/// The most routines inside each other.
const MAX_NESTED: usize = 16;
/// The most times that routines are put in, over the whole recipe.
const MAX_PUT_IN: usize = 5_000;

impl Checker<'_> {
    pub(super) fn routine(&self, source: &Recovered<String>, scope: &mut Scope, steps: &mut Vec<Step>) {
        let Some(name) = source.get() else {
            scope.broken = true;
            return;
        };
        let routines = given(&self.source.routines);
        let Some(routine) = routines.and_then(|all| all.get(name.as_str())) else {
            if self.source.routines.as_ref().is_none_or(|all| all.get().is_some()) {
                let known = routines.into_iter().flatten().map(|(name, _)| name.value.as_str());
                self.unknown("routine", name, source.span, known);
            }
            scope.broken = true;
            return;
        };
        self.use_routine(name);
        if scope.routines.contains(name) {
            let chain = scope.routines.iter().chain([name]).map(String::as_str).collect::<Vec<_>>().join(" → ");
            self.error("recursive_routine", source.span, format!("a routine runs itself: {chain}"), "break the circle");
            scope.broken = true;
            return;
        }
        self.nesting.routines.set(self.nesting.routines.get() + 1);
        if scope.routines.len() >= MAX_NESTED || self.nesting.routines.get() > MAX_PUT_IN {
            let message = format!("the routine `{name}` stands too deep in others, or routines are run too often");
            let help = format!("at most {MAX_NESTED} inside each other, and at most {MAX_PUT_IN} in all");
            self.error("too_complex", source.span, message, help);
            scope.broken = true;
            return;
        }
        scope.routines.push(name.clone());
        steps.extend(self.steps(routine, scope));
        scope.routines.pop();
    }
}
