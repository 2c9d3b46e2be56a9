//! `wait_for` and `expect`.

use crate::recipe::{Condition, ConditionKind, Step, StepVerb};

use super::super::attempt::Attempt;
use super::super::compile::Compiler;
use super::super::failure::{Attempted, Failure};
use super::StepError;
use crate::contract::ErrorKind;

impl Attempt<'_> {
    pub(super) async fn hold(&mut self, step: &Step, condition: &Condition) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_hold(step, condition).await;
        self.ended(begun, step, result).await
    }

    async fn do_hold(&mut self, step: &Step, condition: &Condition) -> Result<(), StepError> {
        let deadline = self.step_deadline(step.timeout);
        let expected = matches!(step.verb, StepVerb::Expect(_));
        if let ConditionKind::Screen(name) = &condition.kind {
            self.on_screen(name, deadline).await?;
            if expected {
                let probe = Compiler::new(&self.scope).probe(condition)?;
                self.commit.watched.expected(probe, condition);
            }
            return Ok(());
        }
        let probe = Compiler { scope: &self.scope, row: self.page.row() }.probe(condition)?;
        let holds = if condition.needs_page() {
            self.wait(&probe, deadline).await?
        } else {
            // Nothing on the page changes it: there is nothing to wait for.
            Compiler::new(&self.scope).known(condition)?
        };
        if holds {
            if expected && condition.needs_page() {
                self.commit.watched.expected(probe, condition);
            }
            return Ok(());
        }
        let kind = match (expected, names_subject(condition)) {
            // The page is about somebody else than the job.
            (true, true) => ErrorKind::SubjectMismatch,
            (true, false) => ErrorKind::UnexpectedPage,
            (false, _) => ErrorKind::StepTimeout,
        };
        let failure = if condition.needs_page() {
            self.unmet(kind, "this did not come to hold", &probe).await
        } else {
            Failure::new(kind, format!("this did not come to hold: {probe}"))
        };
        Err(failure.at(condition.span).into())
    }
}

/// Whether a condition compares something on the page with the job's subject.
pub(super) fn names_subject(condition: &Condition) -> bool {
    use crate::recipe::{MatchKind, Segment, TextMatcher, ValuePath};
    fn matcher(text: &TextMatcher) -> bool {
        match &text.kind {
            MatchKind::Is(t) | MatchKind::Contains(t) | MatchKind::Prefix(t) | MatchKind::Suffix(t) => t
                .segments
                .iter()
                .any(|segment| matches!(segment, Segment::Hole(hole) if matches!(hole.path, ValuePath::Subject(_)))),
            MatchKind::Regex(_) | MatchKind::Not(_) => false,
            MatchKind::Any(any) => any.iter().any(matcher),
        }
    }
    match &condition.kind {
        ConditionKind::Value(_, text) | ConditionKind::Visible(_, Some(text)) => matcher(text),
        ConditionKind::OpenedByRow(_) => true,
        ConditionKind::All(parts) | ConditionKind::Any(parts) => parts.iter().any(names_subject),
        _ => false,
    }
}
