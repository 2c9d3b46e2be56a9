//! Bringing the app to the wish, one action after the other.

use serde_json::Value;

use crate::contract::{Action, ErrorKind, Item, OnExists, OnMissing, Phase, ResourceKind, Verb};
use crate::recipe::View;

use super::super::attempt::Attempt;
use super::super::desired_state::{DesiredState, next_part, reference};
use super::super::failure::{Attempted, Failure};
use super::super::needed::Needed;
use super::super::plan::walked;
use super::super::read::Found;
use super::super::trace::{ActionRun, LastSeen, Verified};
use super::super::value;
use super::number::action_of;
use super::run::RunEnd;

/// The most actions that one job is composed of, besides one for each reference.
const MAX_PARTS: usize = 6;

impl<'a> Attempt<'a> {
    /// Brings the app to the wish, one action after the other.
    pub(in crate::engine) async fn converge(&mut self, wish: &DesiredState) -> Attempted<()> {
        let job = &self.order.work.job;
        let recipe = self.recipe;
        let view = self.view_of(wish.resource)?;
        let mut resumed = false;
        for part in &self.order.work.resume_parts {
            let Some(action) = action_of(*part, wish.resource) else { continue };
            resumed = true;
            if self.resume(action, wish).await? == RunEnd::Stop || self.is_gone() {
                return Ok(());
            }
        }
        for warning in &wish.warnings {
            self.recorder.warn(&warning.code, warning.message.clone());
        }
        let needed = self.needed_for(wish);
        // Where an earlier attempt had changed the key already, the subject has the new one.
        let mut key = if self.renamed(wish) { self.key_after(wish) } else { wish.key.clone() };
        let mut known: Option<Option<Item>> = None;
        for round in 0..MAX_PARTS + wish.items() {
            let observed = match known.take() {
                Some(observed) => observed,
                None => self.observe(view, &key, &needed).await?,
            };
            let first = round == 0 && !resumed;
            if first && observed.is_none() && self.renamed_already(view, wish, &needed).await? {
                return Ok(());
            }
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
                let entry = self.order.entry;
                let account = self.order.secrets.username.expose();
                wish.spares(Some(shown), entry, Some(account))?;
                wish.leaves_the_door_open(shown, entry, account)?;
            }
            if first {
                self.may_have_together(wish, observed.as_ref())?;
            }
            if let Some(shown) = observed.as_ref().filter(|_| round == 0) {
                self.new_key_is_free(view, wish, shown).await?;
            }
            let Some(next) = next_part(wish, observed.as_ref(), recipe)? else {
                self.note_letters(wish, observed.as_ref());
                return Ok(());
            };
            if first {
                self.known_references(wish, observed.as_ref()).await?;
            }
            if let Some(subject) = observed.as_ref().filter(|_| round == 0) {
                Box::pin(self.leaves_enough(view, wish, subject)).await?;
            }
            match self.run_action(&next, wish, observed.as_ref()).await? {
                RunEnd::Stop => return Ok(()),
                RunEnd::Planned => {
                    self.recorder.trace.planned = Some(walked(self, &next, observed.as_ref(), wish));
                    return Ok(());
                }
                // Gone, as it was wished or in an end that is as good: there is nothing left to write to.
                RunEnd::Met if self.is_gone() => return Ok(()),
                RunEnd::Met => self.nothing_unrequested(next.action, wish)?,
            }
            key = self.key_after(wish);
            // The read that verified the part is the observation of the next round, if it read all that is needed.
            if let Some(item) = self.recorder.trace.last_seen.item().filter(|item| needed.is_in(item)) {
                known = Some(Some(item));
            }
        }
        Err(Failure::new(
            ErrorKind::PostconditionFailed,
            "the app does not come to rest: every change brings up another difference",
        ))
    }

    /// What must be read of the subject: what the wish is about, and the roles of which some have to stay.
    fn needed_for(&self, wish: &DesiredState) -> Needed {
        if wish.resource != ResourceKind::Users || self.order.entry.integration.keep_at_least.is_empty() {
            return wish.needed();
        }
        wish.needed().and(&self.role_fields())
    }

    /// Whether an earlier attempt changed the key, as it was read back.
    fn renamed(&self, wish: &DesiredState) -> bool {
        let resource = self.recipe.resources.get(&wish.resource);
        let writes_key = |run: &ActionRun| resource.is_some_and(|resource| run.fields.contains(&resource.key));
        self.recorder.trace.runs.iter().any(|run| run.verified == Some(Verified::Met) && writes_key(run))
    }

    /// Refuses a new key that somebody else has, whatever the app would make of it; nothing is written yet.
    ///
    /// # Errors
    /// `already_exists`; `list_incomplete` if nothing proves that the key is free.
    async fn new_key_is_free(&mut self, view: &'a View, wish: &DesiredState, subject: &Item) -> Attempted<()> {
        let Some(resource) = self.recipe.resources.get(&wish.resource) else { return Ok(()) };
        let (new, field) = (self.key_after(wish), resource.fields.get(&resource.key));
        let own = subject.get(&resource.key).cloned().unwrap_or_else(|| Value::String(wish.key.clone()));
        if value::same_in(field, &Value::String(new.clone()), &own) {
            return Ok(());
        }
        let meant = (self.recorder.trace.last_seen.clone(), self.scope.subject.clone());
        let other = self.observe(view, &new, &Needed::default()).await;
        (self.recorder.trace.last_seen, self.scope.subject) = meant;
        // A view that does not tell the two keys apart shows the subject itself.
        let other = other?.filter(|other| other.get(&resource.key) != subject.get(&resource.key));
        let Some(_) = other else { return Ok(()) };
        let singular = wish.resource.singular();
        let message = format!("the app has another {singular} `{new}` already; `{}` was left as it is", wish.key);
        Err(Failure::new(ErrorKind::AlreadyExists, message))
    }

    /// Whether somebody who is not there under the key that the job looks for has the new one, and all else that is wished:
    /// the job was done before. Somebody who differs in anything may be another one.
    async fn renamed_already(&mut self, view: &'a View, wish: &DesiredState, needed: &Needed) -> Attempted<bool> {
        let key = self.key_after(wish);
        if key == wish.key || !wish.exists || wish.may_create {
            return Ok(false);
        }
        let observed = self.observe(view, &key, needed).await?;
        let done = match &observed {
            Some(_) => next_part(wish, observed.as_ref(), self.recipe)?.is_none(),
            None => false,
        };
        if done {
            self.recorder.warn(
                "renamed_already",
                format!("`{}` is not in the app any more, and `{key}` has all that is wished", wish.key),
            );
        } else {
            self.recorder.trace.last_seen = LastSeen::default();
        }
        Ok(done)
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

    /// Reads the subject as it is now.
    async fn observe(&mut self, view: &'a View, key: &str, needed: &Needed) -> Attempted<Option<Item>> {
        self.recorder.enter(Phase::Find);
        self.tell_looking(view);
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
        let job = &self.order.work.job;
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
            reference::compatible(&change.add, &value::items(&change.to), of, self.order.entry)?;
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
            let Some(view) = self.recipe.view_of(of).filter(|_| described.is_some_and(|r| r.catalog.is_none())) else {
                continue;
            };
            let added = changes.get(name).map(|change| change.add.clone()).unwrap_or_default();
            if added.is_empty() {
                continue;
            }
            // One by one where the app can search them; the whole list says which is meant instead.
            let found = self.searched(of, &added).await?;
            if found.is_some_and(|found| found.len() == added.len()) {
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
}
