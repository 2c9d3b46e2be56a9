//! Rules about outcomes.

use super::Checker;
use super::scope::Scope;
use crate::contract::{Action, ErrorKind};
use crate::recipe::outcome::{OutcomeRule, RuleOutcome};
use crate::recipe::source::{Many, Maybe, OutcomeRuleSource};
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn check_shared_outcomes(&self) -> Vec<OutcomeRule> {
        self.rules(&self.source.outcomes, &Scope::bare("the recipe's `outcomes`"), true)
    }

    pub(super) fn rules(
        &self,
        source: &Maybe<Many<OutcomeRuleSource>>,
        scope: &Scope,
        shared: bool,
    ) -> Vec<OutcomeRule> {
        super::given(source).into_iter().flatten().filter_map(|rule| self.rule(rule, scope, shared)).collect()
    }

    fn rule(&self, source: &Recovered<OutcomeRuleSource>, scope: &Scope, shared: bool) -> Option<OutcomeRule> {
        let rule = source.get()?;
        let when = self.condition(&rule.when, scope);
        let is = self.outcome(&rule.is);
        if !shared {
            self.about_nobody(is, &rule.is, scope);
        }
        let mut only_in = Vec::new();
        for glob in super::given(&rule.only_in).into_iter().flatten() {
            let Some(text) = glob.get() else { continue };
            if !shared {
                self.error("misplaced_in", glob.span, "`in` restricts the rules of the whole recipe", "remove it here");
                continue;
            }
            let known = match text.strip_suffix('*') {
                Some(prefix) => Action::all().any(|action| action.to_string().starts_with(prefix)),
                None => Action::all().any(|action| action.to_string() == *text),
            };
            if !known {
                let names: Vec<String> = Action::all().map(|action| action.to_string()).collect();
                self.unknown("action", text, glob.span, names.iter().map(String::as_str));
            }
            only_in.push(text.clone());
        }
        Some(OutcomeRule { when: when?, is: is?, only_in, span: source.span })
    }

    /// The outcome that a step ends with.
    pub(super) fn step_outcome(&self, source: &Recovered<String>, scope: &Scope) -> Option<RuleOutcome> {
        let is = self.outcome(source);
        self.about_nobody(is, source, scope);
        if is == Some(RuleOutcome::Done) && !scope.commit {
            let message = format!("nothing is done in {}", scope.place);
            self.error("misplaced_outcome", source.span, message, "remove it, or name what went wrong");
        }
        is
    }

    /// Reports an outcome about a subject where there is none.
    fn about_nobody(&self, is: Option<RuleOutcome>, source: &Recovered<String>, scope: &Scope) {
        if matches!(is, Some(RuleOutcome::AlreadyExists | RuleOutcome::NotFound)) && scope.subject.is_none() {
            let name = source.get().map(String::as_str).unwrap_or_default();
            let message = format!("`{name}` is about the subject of a job, and there is none in {}", scope.place);
            self.error("misplaced_outcome", source.span, message, "name what went wrong, or move it into an action");
        }
    }

    pub(super) fn outcome(&self, source: &Recovered<String>) -> Option<RuleOutcome> {
        let name = source.get()?;
        let found = match name.as_str() {
            "done" => Some(RuleOutcome::Done),
            "already_exists" => Some(RuleOutcome::AlreadyExists),
            "not_found" => Some(RuleOutcome::NotFound),
            _ => ErrorKind::ALL.iter().find(|kind| kind.name() == name).copied().map(RuleOutcome::Error),
        };
        if found.is_none() {
            let kinds = ErrorKind::ALL.iter().map(|kind| kind.name());
            self.unknown("outcome", name, source.span, ["done"].into_iter().chain(kinds));
        }
        found
    }
}
