//! `choose`.

use crate::browser::CommandError;
use crate::contract::{ErrorKind, FieldType};
use crate::recipe::{Locator, MatchKind, Segment, Step, TextMatcher, ValuePath};

use super::super::attempt::Attempt;
use super::super::compile::Compiler;
use super::super::failure::{Attempted, Failure};
use super::StepError;
use super::guarded::Tries;

impl Attempt<'_> {
    pub(super) async fn choose(
        &mut self,
        step: &Step,
        from: &Locator,
        option: &TextMatcher,
        filter: bool,
    ) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_choose(step, from, option, filter).await;
        self.ended(begun, step, result).await
    }

    async fn do_choose(
        &mut self,
        step: &Step,
        from: &Locator,
        option: &TextMatcher,
        filter: bool,
    ) -> Result<(), StepError> {
        let deadline = self.step_deadline(step.timeout);
        let query = self.target(from, deadline).await?;
        let matcher = Compiler::new(&self.scope).matcher(option)?;
        self.page.touched();
        let filter = filter.then(|| matcher.typed()).flatten();
        let mut tries = Tries::default();
        let chosen = loop {
            if step.commit {
                self.arm_commit(Some(&query), deadline).await?;
                self.enter_commit().await?;
            }
            let guard = self.guard(step.commit);
            let session = self.session()?;
            session.guard_next(guard);
            let chosen = session.choose(&query, &matcher, filter, deadline).await;
            let act = session.take_guarded();
            match chosen {
                Err(CommandError::Stopped { stopped }) => self.stopped(step, stopped, &mut tries, deadline).await?,
                chosen => {
                    if step.commit {
                        self.commit.sent_as(act);
                    }
                    break chosen;
                }
            }
        };
        if step.commit && matches!(chosen, Err(CommandError::NoOption { .. })) {
            // There is no such option, so none was clicked.
            self.leave_commit().await?;
        }
        match chosen {
            Ok(()) => Ok(()),
            // The app does not offer the role: the job is wrong, not the recipe.
            Err(error @ CommandError::NoOption { .. }) if self.is_reference(option) => {
                Err(Failure::new(ErrorKind::UnknownRole, error.to_string()).into())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Whether an option comes from a field that refers to a role, group or asset.
    fn is_reference(&self, option: &TextMatcher) -> bool {
        let MatchKind::Is(template) = &option.kind else { return false };
        let resource = self.recipe.resources.get(&self.scope.resource);
        template.segments.iter().any(|segment| match segment {
            Segment::Hole(hole) => match &hole.path {
                ValuePath::Item(_) => true,
                ValuePath::Subject(field) => resource
                    .and_then(|resource| resource.fields.get(field))
                    .is_some_and(|field| field.field_type == FieldType::Ref),
                _ => false,
            },
            Segment::Literal(_) => false,
        })
    }
}
