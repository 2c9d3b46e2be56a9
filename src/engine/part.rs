//! One action of an attempt: its steps, its commit, and the read that decides.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::browser::LaunchOptions;
use crate::contract::{Action, ErrorKind, Item, OnExists, Phase, ResourceKind, Verb};
use crate::recipe::{RuleOutcome, View, WriteAction};

use super::attempt::Attempt;
use super::commit_under_way::Committing;
use super::compile::Compiler;
use super::desired_state::{DesiredState, NextPart, next_part, reference, write_action};
use super::failure::{Attempted, Failure};
use super::job_scope::Change;
use super::step::Flow;
use super::trace::{ActionRun, Commit, Verified};
use super::value;
use super::verify::{PartGoal, Reference};

/// How an action ended, as far as going on is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RunEnd {
    /// Its goal holds: the next difference may be closed.
    Met,
    /// It does not, or nobody knows: nothing more is touched.
    Stop,
    /// The job is a plan, and the commit is next.
    Planned,
}

/// The number under which a part's commit stands in the shared state: the same in every attempt.
pub(super) fn part_number(action: Action) -> u32 {
    let Action::On(_, verb) = action else { return u32::MAX };
    Verb::ALL.iter().position(|known| *known == verb).and_then(|index| u32::try_from(index).ok()).unwrap_or(u32::MAX)
}

/// The action behind a part's number.
pub(super) fn action_of(part: u32, kind: ResourceKind) -> Option<Action> {
    Verb::ALL.get(usize::try_from(part).ok()?).map(|verb| match verb {
        // The only resource that has members.
        Verb::AddMember | Verb::RemoveMember => Action::On(ResourceKind::Groups, *verb),
        verb => Action::On(kind, *verb),
    })
}

impl<'a> Attempt<'a> {
    /// Does one action, commits it once and reads it back.
    pub(super) async fn part(
        &mut self,
        next: &NextPart,
        wish: &DesiredState,
        observed: Option<&Item>,
        launch: &LaunchOptions,
    ) -> Attempted<RunEnd> {
        let recipe = &*self.context.entry.recipe;
        let action = next.action;
        let write = next.write(recipe).ok_or_else(|| {
            Failure::new(ErrorKind::UnsupportedAction, format!("recipe `{}` does not describe {action}", recipe.app.id))
        })?;
        let view = self.verify_view(write, wish.resource)?;
        self.fill_scope(next, wish, observed);
        let (goal, unverified) = if reference_verb(action) {
            self.reference_goal(next, view)
        } else {
            self.goal(action, write, wish, &next.changes, view)
        };
        let rules = self.rules(action, &write.outcomes);
        let compiler = Compiler::new(&self.scope);
        let probes = rules.iter().map(|rule| compiler.probe(&rule.when)).collect::<Attempted<Vec<_>>>()?;
        self.commit.begin(Committing::action(action, part_number(action), probes.clone()));
        let fields = goal.names().chain(&unverified).cloned().collect();
        self.recorder.trace.runs.push(ActionRun::begin(action, fields, next.item.clone(), unverified));
        self.recorder.enter(Phase::Steps);
        let flow = self.steps(&write.steps).await;
        let sent = self.commit.is_sent();
        let mut told = None;
        let failure = match (flow, sent) {
            (Ok(Flow::Planned), _) => {
                self.commit.end();
                self.abort(write).await;
                return Ok(RunEnd::Planned);
            }
            (Ok(_), true) => None,
            (Ok(Flow::End(RuleOutcome::Error(kind))), false) => {
                Some(Failure::new(kind, format!("{action}: the app says {}", kind.name().replace('_', " "))))
            }
            (Ok(_), false) => Some(Failure::new(
                ErrorKind::UnexpectedPage,
                format!("the steps of {action} ended without reaching the commit"),
            )),
            (Err(failure), true) => {
                // The click is out. What went wrong afterwards is for the reader; what happened is for the read.
                if failure.kind == ErrorKind::UnexpectedDialog {
                    told = Some((RuleOutcome::Error(failure.kind), failure.message));
                } else {
                    self.recorder.warn("after_commit", failure.message);
                }
                None
            }
            (Err(failure), false) => Some(failure),
        };
        if let Some(failure) = failure {
            let failure = self.explain(failure).await;
            if let Err(stays) = self.leave_tab().await {
                tracing::debug!(message = %stays.message, "a tab could not be left");
            }
            self.abort(write).await;
            self.commit.end();
            return Err(failure);
        }
        self.discarded();
        let mut rule = match told {
            Some(told) => Some(told),
            None => self.outcome(&rules, &probes).await,
        };
        let mut quiet = 0;
        while rule.is_none() && quiet < MOST_QUIET && self.came_to_nothing().await {
            quiet += 1;
            self.leave_commit().await?;
            if !self.commit_again(&action.to_string()).await? {
                break;
            }
            rule = self.outcome(&rules, &probes).await;
        }
        self.commit.end();
        // What the tab said was looked at; what became of it is read in the first window.
        if let Err(failure) = self.leave_tab().await {
            self.recorder.warn("after_commit", failure.message);
        }
        // The app asked something that nobody answered: what it asked for did not happen, which the read has to confirm.
        if let Some(text) = self.dismiss_stray_dialog().await
            && rule.is_none()
        {
            let message = format!("a native dialog that no step declares said `{text}` and was dismissed");
            rule = Some((RuleOutcome::Error(ErrorKind::UnexpectedDialog), message));
        }
        let rejected = matches!(&rule, Some((RuleOutcome::Error(kind), _)) if *kind != ErrorKind::AppUnavailable && *kind != ErrorKind::SessionExpired);
        if rule.is_none() && rules.iter().any(|rule| rule.is == RuleOutcome::Done) {
            self.recorder.warn(
                "outcome_unknown",
                format!("after the commit of {action} the app showed nothing that a rule of the recipe knows"),
            );
        }
        if let Some(run) = self.recorder.trace.run_mut() {
            run.rule = rule;
        }
        let key = self.key_after(wish);
        let verified = self.verify(view, &key, &goal, write.verify_deadline.get(), rejected, launch).await;
        let changed = self.reads_otherwise(observed, key != wish.key);
        if let Some(run) = self.recorder.trace.run_mut() {
            run.changed = changed;
        }
        Ok(self.verified(verified))
    }

    /// Whether the subject, as it was read last, is another than it was before the commit. `renamed`: it is looked for
    /// under another key now, so that not to find it says nothing.
    fn reads_otherwise(&self, before: Option<&Item>, renamed: bool) -> bool {
        match (before, &self.recorder.trace.last_seen.subject) {
            (None, None) => false,
            (Some(_), None) => !renamed,
            (None, Some(_)) => true,
            (Some(before), Some(after)) => {
                let fields = self.recipe.resources.get(&after.resource).map(|resource| &resource.fields);
                after.fields.iter().any(|(name, now)| {
                    let field = fields.and_then(|fields| fields.get(name));
                    before.get(name).is_some_and(|was| !value::same_in(field, was, now))
                })
            }
        }
    }

    /// Whether the committing act arrived in a page whose own scripts were not there yet: nothing was sent, nothing was
    /// loaded, nothing changed. Only a document that was watched from its beginning can tell.
    pub(super) async fn came_to_nothing(&mut self) -> bool {
        let Some(act) = self.commit.act().cloned() else { return false };
        let deadline = self.step_deadline(None);
        let Some(session) = self.slot.session() else { return false };
        session.arrival(&act, deadline).await.is_ok_and(|arrival| arrival.untouched)
    }

    /// Does the committing step once more, in the same place. `false`: it was not sent this time, or may have been and
    /// failed; reading tells.
    pub(super) async fn commit_again(&mut self, what: &str) -> Attempted<bool> {
        let Some((step, row)) = self.commit.step() else { return Ok(false) };
        let message = format!("the commit of {what} arrived at a page that did nothing with it; it was done again");
        self.recorder.warn("commit_without_effect", message);
        let action = self.commit.action();
        self.recorder.enter(if action.is_some() { Phase::Steps } else { Phase::Login });
        self.page.enter_row(row);
        let again = Box::pin(self.step(&step)).await;
        self.page.leave_row();
        let sent = action.is_none() || self.commit.is_sent();
        match again {
            Ok(_) => Ok(sent),
            Err(failure) if sent => {
                self.recorder.warn("after_commit", failure.message);
                Ok(false)
            }
            Err(failure) => Err(failure),
        }
    }

    fn verified(&mut self, verified: Verified) -> RunEnd {
        let met = verified == Verified::Met;
        if let Some(run) = self.recorder.trace.run_mut() {
            run.verified = Some(verified);
        }
        if met { RunEnd::Met } else { RunEnd::Stop }
    }

    /// An earlier attempt had begun to commit this action and nobody knows what became of it: read, before anything is
    /// touched.
    pub(super) async fn resume(
        &mut self,
        action: Action,
        wish: &DesiredState,
        launch: &LaunchOptions,
    ) -> Attempted<RunEnd> {
        let recipe = &*self.context.entry.recipe;
        let (view, deadline, (goal, unverified)) = if reference_verb(action) {
            let (view, deadline, goal) = self.resumed_references(action, wish)?;
            (view, deadline, (goal, Vec::new()))
        } else {
            let Some(write) = write_action(recipe, action) else { return Ok(RunEnd::Met) };
            let view = self.verify_view(write, wish.resource)?;
            (view, write.verify_deadline.get(), self.goal(action, write, wish, &BTreeMap::new(), view))
        };
        let key = self.key_after(wish);
        let verified = self.verify(view, &key, &goal, deadline, false, launch).await;
        let fields = goal.names().cloned().collect();
        let run = ActionRun { commit: Commit::Resumed, ..ActionRun::begin(action, fields, None, unverified) };
        let unique =
            recipe.resources.get(&wish.resource).and_then(|r| r.fields.get(&r.key)).is_some_and(|key| key.unique);
        let harmless = !matches!(action, Action::On(_, Verb::Create)) || unique;
        match verified {
            // Some items may stand already, each by a commit of its own; the next look tells which do not.
            Verified::NotMet(differs) if reference_verb(action) => {
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
                Ok(self.verified(other))
            }
        }
    }

    fn verify_view(&self, write: &WriteAction, kind: ResourceKind) -> Attempted<&'a View> {
        let recipe: &'a crate::recipe::Recipe = &self.context.entry.recipe;
        match recipe.views.get(&write.verify_view) {
            // A membership is read with the user, not with the group that its action is named after.
            Some(view) if view.resource == kind => Ok(view),
            _ => self.view_of(kind),
        }
    }

    /// The key under which the subject is found afterwards: a new one if the job changes it.
    fn key_after(&self, wish: &DesiredState) -> String {
        let key = self.recipe.resources.get(&wish.resource).map(|resource| resource.key.as_str()).unwrap_or_default();
        wish.given.get(key).map_or_else(|| wish.key.clone(), value::text)
    }

    fn fill_scope(&mut self, next: &NextPart, wish: &DesiredState, observed: Option<&Item>) {
        let creates = matches!(next.action, Action::On(_, Verb::Create));
        let resource = self.recipe.resources.get(&wish.resource);
        let mut given = wish.given.clone();
        for (name, field) in resource.into_iter().flat_map(|resource| &resource.fields) {
            if creates && let Some(default) = &field.default {
                given.entry(name.clone()).or_insert_with(|| default.clone());
            }
            // Grants stand beside the attributes in a job; to the steps they are the field's value all the same.
            if field.of.is_some()
                && let Some(wished) = Self::wished_references(name, creates, wish, next)
            {
                given.insert(name.clone(), wished);
            }
        }
        let mut subject = observed.cloned().unwrap_or_default();
        subject.extend(given.clone());
        if let Some(resource) = resource {
            // Rows are found by the key that the app has now.
            subject.insert(
                resource.key.clone(),
                Value::String(if observed.is_some() { wish.key.clone() } else { self.key_after(wish) }),
            );
        }
        self.scope.subject = subject;
        self.scope.given = given;
        self.scope.resource = wish.resource;
        self.scope.change.clone_from(&next.changes);
        self.scope.others = next.others(self.context.entry);
        self.scope.typed.clear();
        for (name, spec) in &self.recipe.generated {
            let value = super::generated::generate(spec);
            self.recorder.hide(&value);
            self.scope.generated.insert(name.clone(), value);
        }
    }

    /// The value of a reference field as the steps are to write it, where the job names it among its grants.
    fn wished_references(name: &str, creates: bool, wish: &DesiredState, next: &NextPart) -> Option<Value> {
        if let Some(change) = next.changes.get(name) {
            return Some(change.to.clone());
        }
        if !creates {
            return None;
        }
        let whole = wish.fields.get(name).and_then(|values| values.first()).cloned();
        let added = || wish.grants.get(name).map(|(add, _)| add.iter().cloned().map(Value::String).collect());
        whole.or_else(added).filter(|value| !value::is_empty(value))
    }

    /// A random value that nobody gets to know was typed: the account's owner will have to set another one.
    fn discarded(&mut self) {
        for name in std::mem::take(&mut self.scope.typed) {
            self.recorder.warn(
                "initial_password_discarded",
                format!("the app demands a value for `generated.{name}`; a random one was set and is kept nowhere"),
            );
        }
    }

    /// What giving or taking references is to bring about.
    fn reference_goal(&self, next: &NextPart, view: &'a View) -> (PartGoal, Vec<String>) {
        let mut goal = PartGoal { exists: true, ..PartGoal::default() };
        let mut unverified = Vec::new();
        for (name, change) in &next.changes {
            if !self.reads(view, name) {
                unverified.push(name.clone());
                continue;
            }
            goal.references.extend(references(name, &change.add, true));
            goal.references.extend(references(name, &change.remove, false));
        }
        (goal, unverified)
    }

    /// What all commits of a reference action together are to bring about, for an attempt that does not know how far
    /// the one before it came.
    fn resumed_references(
        &self,
        action: Action,
        wish: &DesiredState,
    ) -> Attempted<(&'a View, std::time::Duration, PartGoal)> {
        let recipe = &*self.context.entry.recipe;
        let mut goal = PartGoal { exists: true, ..PartGoal::default() };
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

    /// What an action's commit is to bring about, and which written fields nothing can read.
    fn goal(
        &self,
        action: Action,
        write: &WriteAction,
        wish: &DesiredState,
        changes: &BTreeMap<String, Change>,
        view: &'a View,
    ) -> (PartGoal, Vec<String>) {
        let resource = self.recipe.resources.get(&wish.resource);
        let field = |name: &str| resource.and_then(|resource| resource.fields.get(name));
        let mut fields: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        match action {
            Action::On(_, Verb::Create) => {
                for (name, accepted) in &wish.fields {
                    if field(name).is_some_and(|field| field.write_create) || write.goal.matches.contains(name) {
                        fields.insert(name.clone(), accepted.clone());
                    }
                }
                fields.extend(write.goal.set.iter().map(|(name, values)| (name.clone(), values.clone())));
            }
            Action::On(_, Verb::Update) => {
                for (name, accepted) in &wish.fields {
                    if field(name).is_some_and(|field| field.write_update)
                        && (changes.is_empty() || changes.contains_key(name))
                    {
                        fields.insert(name.clone(), accepted.clone());
                    }
                }
                for (name, change) in changes {
                    fields.entry(name.clone()).or_insert_with(|| vec![change.to.clone()]);
                }
            }
            _ => fields.extend(write.goal.set.iter().map(|(name, values)| (name.clone(), values.clone()))),
        }
        let readable = |name: &String| self.reads(view, name) && !field(name).is_some_and(|field| field.write_only);
        let mut goal = PartGoal { exists: write.goal.exists, ..PartGoal::default() };
        let mut unverified: Vec<String> = fields.keys().filter(|name| !readable(name)).cloned().collect();
        for (name, (add, remove)) in &wish.grants {
            let written = field(name).is_some_and(|field| match action {
                Action::On(_, Verb::Create) => field.write_create && !add.is_empty(),
                Action::On(_, Verb::Update) => field.write_update && (changes.is_empty() || changes.contains_key(name)),
                _ => false,
            });
            if !written {
                continue;
            }
            // What others give to the user meanwhile is none of this job's business.
            fields.remove(name);
            if readable(name) {
                goal.references.extend(references(name, add, true));
                goal.references.extend(references(name, remove, false));
            } else if !unverified.contains(name) {
                unverified.push(name.clone());
            }
        }
        fields.retain(|name, _| readable(name));
        goal.fields = fields;
        // An end of which something cannot be read proves nothing.
        let ends = write.goal.others.iter().filter(|end| end.set.keys().all(readable));
        goal.others = ends
            .map(|end| PartGoal {
                exists: end.exists,
                fields: end.set.iter().map(|(name, values)| (name.clone(), values.clone())).collect(),
                ..PartGoal::default()
            })
            .collect();
        (goal, unverified)
    }

    /// Closes what the steps left open. Its own failure does not matter: the browser is thrown away then.
    async fn abort(&mut self, write: &WriteAction) {
        self.dismiss_stray_dialog().await;
        self.page.leave_row();
        for step in &write.on_abort {
            if Box::pin(self.step(step)).await.is_err() {
                self.slot.log_out();
                return;
            }
        }
    }

    /// A native dialog that nobody expects blocks everything after it: it is dismissed, never accepted.
    pub(super) async fn dismiss_stray_dialog(&mut self) -> Option<String> {
        let deadline = self.step_deadline(None);
        let session = self.slot.session()?;
        let text = session.dialog_text(deadline).await.ok()??;
        let dismissed = session.dismiss_dialog(deadline).await.is_ok();
        let how = if dismissed { "dismissed" } else { "left open" };
        self.recorder.warn("unexpected_dialog", format!("a native dialog said `{text}` and was {how}"));
        Some(text)
    }

    /// Brings the app to the wish, one action after the other.
    pub(super) async fn converge(&mut self, wish: &DesiredState, launch: &LaunchOptions) -> Attempted<()> {
        let job = self.context.job;
        let recipe = &*self.context.entry.recipe;
        let view = self.view_of(wish.resource)?;
        let mut resumed = false;
        for part in self.context.resume_parts {
            let Some(action) = action_of(*part, wish.resource) else { continue };
            resumed = true;
            if self.resume(action, wish, launch).await? == RunEnd::Stop || self.is_gone() {
                return Ok(());
            }
        }
        for warning in &wish.warnings {
            self.recorder.warn(&warning.code, warning.message.clone());
        }
        let needed: Vec<String> = wish.fields_needed().map(str::to_owned).collect();
        let mut key = wish.key.clone();
        let mut known: Option<Option<Item>> = None;
        for round in 0..MAX_PARTS + wish.items() {
            let observed = match known.take() {
                Some(observed) => observed,
                None => self.observe(view, &key, &needed).await?,
            };
            let first = round == 0 && !resumed;
            match &observed {
                None if wish.exists && !wish.may_create => return self.missing(wish),
                None if !wish.exists && first => return self.missing(wish),
                Some(_) if first && wish.may_create && job.options.on_exists == OnExists::Fail => {
                    let message = format!("{} exists already and `on_exists: fail` was asked for", wish.key);
                    return Err(Failure::new(ErrorKind::AlreadyExists, message));
                }
                _ => {}
            }
            if let Some(shown) = &observed {
                // The job may name a protected user by another of its names than the integration does.
                let entry = self.context.entry;
                wish.spares(Some(shown), entry, Some(self.context.secrets.username.expose()))?;
            }
            if first {
                self.may_have_together(wish, observed.as_ref())?;
            }
            let Some(next) = next_part(wish, observed.as_ref(), recipe)? else {
                self.note_letters(wish, observed.as_ref());
                return Ok(());
            };
            if first {
                self.known_references(wish, observed.as_ref()).await?;
            }
            match self.part(&next, wish, observed.as_ref(), launch).await? {
                RunEnd::Stop => return Ok(()),
                RunEnd::Planned => {
                    self.recorder.trace.planned = Some(super::plan::walked(self, &next, observed.as_ref(), wish));
                    return Ok(());
                }
                // Gone, as it was wished or in an end that is as good: there is nothing left to write to.
                RunEnd::Met if self.is_gone() => return Ok(()),
                RunEnd::Met => {}
            }
            key = self.key_after(wish);
            // The read that verified the part is the observation of the next round, if it read all that is needed.
            if let Some(subject) = &self.recorder.trace.last_seen.subject
                && needed.iter().all(|field| subject.fields.contains_key(field))
            {
                known = Some(Some(subject.fields.clone()));
            }
        }
        Err(Failure::new(
            ErrorKind::PostconditionFailed,
            "the app does not come to rest: every change brings up another difference",
        ))
    }

    /// Tells what the app has as it was wished, but in other letters.
    fn note_letters(&mut self, wish: &DesiredState, observed: Option<&Item>) {
        let Some((observed, resource)) = observed.zip(self.recipe.resources.get(&wish.resource)) else { return };
        for message in wish.stored_differently(observed, &self.recorder.trace.last_seen.raw, resource) {
            self.recorder.warn("stored_differently", message);
        }
    }

    /// Whether the last part was verified by the subject's absence.
    fn is_gone(&self) -> bool {
        let met = self.recorder.trace.runs.last().is_some_and(|run| run.verified == Some(Verified::Met));
        met && self.recorder.trace.last_seen.subject.is_none()
    }

    async fn observe(&mut self, view: &'a View, key: &str, needed: &[String]) -> Attempted<Option<Item>> {
        use super::read::Found;
        self.recorder.enter(Phase::Find);
        let resource = self.recipe.resources.get(&view.resource);
        if let Some(resource) = resource {
            self.scope.subject.insert(resource.key.clone(), Value::String(key.to_owned()));
        }
        match self.find(view, key, needed).await {
            Ok(Found::Present(row)) => {
                self.saw(view, Some(&row));
                Ok(Some(row.item))
            }
            Ok(Found::Absent) => {
                self.saw(view, None);
                Ok(None)
            }
            Ok(Found::Unproven(why)) => Err(Failure::new(ErrorKind::ListIncomplete, why).at(view.span)),
            Err(failure) => Err(self.explain(failure).await),
        }
    }

    /// What a missing subject means for the job.
    fn missing(&mut self, wish: &DesiredState) -> Attempted<()> {
        use crate::contract::OnMissing;
        let job = self.context.job;
        let tolerant = matches!(job.action, Action::On(_, Verb::Disable | Verb::Delete))
            && job.options.on_missing == OnMissing::Ok;
        if tolerant {
            return Ok(());
        }
        let message = format!("the app has no {} `{}`", wish.resource.singular(), wish.key);
        Err(Failure::new(ErrorKind::NotFound, message))
    }

    /// Refuses references that nobody may have together with what the user keeps; nothing is written yet.
    fn may_have_together(&self, wish: &DesiredState, observed: Option<&Item>) -> Attempted<()> {
        let Some((observed, resource)) = observed.zip(self.recipe.resources.get(&wish.resource)) else { return Ok(()) };
        for (name, change) in wish.differences(observed, resource) {
            let Some(of) = resource.fields.get(&name).and_then(|field| field.of) else { continue };
            reference::compatible(&change.add, &value::items(&change.to), of, self.context.entry)?;
        }
        Ok(())
    }

    /// Where the recipe has no catalogue, what is referred to must be in the app's own list.
    async fn known_references(&mut self, wish: &DesiredState, observed: Option<&Item>) -> Attempted<()> {
        let Some(resource) = self.recipe.resources.get(&wish.resource) else { return Ok(()) };
        let nothing = Item::new();
        let changes = wish.differences(observed.unwrap_or(&nothing), resource);
        for (name, field) in &resource.fields {
            let Some(of) = field.of else { continue };
            let described = self.recipe.resources.get(&of);
            let Some(view) = self.recipe_view(of).filter(|_| described.is_some_and(|r| r.catalog.is_none())) else {
                continue;
            };
            let added = changes.get(name).map(|change| change.add.clone()).unwrap_or_default();
            if added.is_empty() {
                continue;
            }
            let list = self.list(view, &[]).await?;
            let key = described.map(|resource| resource.key.clone()).unwrap_or_default();
            let known: Vec<String> = list.items.iter().filter_map(|item| item.get(&key)).map(value::text).collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            reference::unknown(&added, of, &known)?;
        }
        Ok(())
    }

    pub(super) fn recipe_view(&self, kind: ResourceKind) -> Option<&'a View> {
        let recipe: &'a crate::recipe::Recipe = &self.context.entry.recipe;
        recipe.view_of(kind)
    }
}

/// How often a commit that came to nothing is done again.
pub(super) const MOST_QUIET: u32 = 3;

/// The most actions that one job is composed of, besides one for each reference.
const MAX_PARTS: usize = 6;

/// Whether an action gives or takes references instead of writing fields.
fn reference_verb(action: Action) -> bool {
    matches!(action, Action::On(_, Verb::Grant | Verb::Revoke | Verb::AddMember | Verb::RemoveMember))
}

fn references<'i>(field: &'i str, items: &'i [String], present: bool) -> impl Iterator<Item = Reference> + use<'i> {
    items.iter().map(move |item| Reference { field: field.to_owned(), item: item.clone(), present })
}
