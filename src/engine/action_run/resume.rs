//! An action that an earlier attempt had begun to commit: it is read before anything is touched.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::contract::{Action, Verb};
use crate::recipe::View;

use super::super::attempt::Attempt;
use super::super::desired_state::{DesiredState, NextPart, reference, write_action};
use super::super::failure::Attempted;
use super::super::trace::{ActionRun, Commit, Verified};
use super::super::value;
use super::goal::{RunGoal, is_about_references, references};
use super::run::RunEnd;

impl<'a> Attempt<'a> {
    /// An earlier attempt had begun to commit this action and nobody knows what became of it: read, before anything is
    /// touched.
    pub(super) async fn resume(&mut self, action: Action, wish: &DesiredState) -> Attempted<RunEnd> {
        let recipe = self.recipe;
        let (view, deadline, (mut goal, unverified)) = if is_about_references(action) {
            let (view, deadline, goal) = self.resumed_references(action, wish)?;
            (view, deadline, (goal, Vec::new()))
        } else {
            let Some(write) = write_action(recipe, action) else { return Ok(RunEnd::Met) };
            let view = self.verify_view(write, wish.resource)?;
            (view, write.verify_deadline.get(), self.goal(action, write, wish, &BTreeMap::new(), view))
        };
        goal.only.clone_from(&wish.only);
        let key = self.key_after(wish);
        let verified = self.verify(view, &key, &goal, deadline, false).await;
        let fields = goal.names().cloned().collect();
        let run = ActionRun { commit: Commit::Resumed, ..ActionRun::begin(action, fields, None, unverified) };
        let unique =
            recipe.resources.get(&wish.resource).and_then(|r| r.fields.get(&r.key)).is_some_and(|key| key.unique);
        let harmless = !matches!(action, Action::On(_, Verb::Create)) || unique;
        match verified {
            // Some items may stand already, each by a commit of its own; the next look tells which do not.
            Verified::NotMet(differs) if is_about_references(action) => {
                self.recorder
                    .warn("resumed", format!("an earlier attempt had begun {action}; it goes on where {differs}"));
                Ok(RunEnd::Met)
            }
            Verified::NotMet(differs) if harmless => {
                self.recorder.warn(
                    "commit_without_effect",
                    format!(
                        "an earlier attempt may have sent {action}; it had no effect ({differs}) and is done again"
                    ),
                );
                Ok(RunEnd::Met)
            }
            Verified::NotMet(differs) => {
                self.recorder.trace.runs.push(run);
                Ok(self.verified(Verified::Unreadable(format!(
                    "an earlier attempt may have sent it, {differs}, and a second one could do it twice"
                ))))
            }
            other => {
                self.recorder.trace.runs.push(run);
                if matches!(other, Verified::Met) {
                    let mut subject = wish.given.clone();
                    if let Some(resource) = recipe.resources.get(&wish.resource) {
                        subject.insert(resource.key.clone(), wish.key.clone().into());
                    }
                    self.tell_delivered_before(wish.resource, subject).await;
                }
                Ok(self.verified(other))
            }
        }
    }

    /// What all commits of a reference action together are to bring about, for an attempt that does not know how far
    /// the one before it came.
    fn resumed_references(&self, action: Action, wish: &DesiredState) -> Attempted<(&'a View, Duration, RunGoal)> {
        let recipe = self.recipe;
        let mut goal = RunGoal { exists: true, ..RunGoal::default() };
        let view = self.view_of(wish.resource)?;
        let mut deadline = crate::contract::Duration::from_secs(30).get();
        let Action::On(_, verb) = action else { return Ok((view, deadline, goal)) };
        for (name, field) in recipe.resources.get(&wish.resource).into_iter().flat_map(|resource| &resource.fields) {
            if reference::action(name, field, verb, recipe).is_none_or(|(own, _)| own != action)
                || !self.reads(view, name)
            {
                continue;
            }
            let part = NextPart { action, field: Some(name.clone()), item: None, changes: BTreeMap::new() };
            if let Some(write) = part.write(recipe) {
                deadline = write.verify_deadline.get();
            }
            let gives = matches!(verb, Verb::Grant | Verb::AddMember);
            if let Some((add, remove)) = wish.grants.get(name) {
                goal.references.extend(references(name, if gives { add } else { remove }, gives));
            }
            if let Some(values) = wish.fields.get(name) {
                let items = values.first().map(value::items).unwrap_or_default();
                if gives {
                    goal.references.extend(references(name, &items, true));
                } else {
                    goal.fields.insert(name.clone(), values.clone());
                }
            }
        }
        Ok((view, deadline, goal))
    }
}
