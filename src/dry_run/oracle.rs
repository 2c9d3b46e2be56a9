//! Whether a result is true: held against the app's own state and its journal, never against what the worker says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use crate::contract::{Action, Effect, Job, Outcome, ResourceKind, Verb};
use crate::fixture::{DirectorySnapshot, JournalEntry, Record, Status};
use crate::recipe::{Field, WriteAction};
use crate::secrets::Secret;

use super::entry::Prepared;
use super::stage::Acted;
use super::stored;

/// What speaks against a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// In a sentence.
    pub says: String,
    /// Where the recipe says otherwise, as far as that can be told: `recipe.yaml:38:17`.
    pub at: Option<String>,
    /// A list lacks entries that nothing on its pages tells of: the recipe's view has no `total`.
    pub unprovable: bool,
}

impl fmt::Display for Objection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            Some(at) => write!(f, "{at}: {}", self.says),
            None => f.write_str(&self.says),
        }
    }
}

pub(super) fn objection(says: String) -> Objection {
    Objection { says, at: None, unprovable: false }
}

/// The changes that reached the app and were taken.
pub(super) fn writes(journal: &[JournalEntry]) -> impl Iterator<Item = &JournalEntry> {
    journal.iter().filter(|entry| entry.accepted && !["login", "logout"].contains(&entry.action.as_str()))
}

/// Holds one result against the app.
pub(super) struct Oracle<'a> {
    pub(super) prepared: &'a Prepared,
    pub(super) job: &'a Job,
    pub(super) acted: &'a Acted,
}

impl Oracle<'_> {
    /// All that speaks against the result.
    pub(super) fn objections<'s>(&self, secrets: impl Iterator<Item = &'s Secret>) -> Vec<Objection> {
        let mut found = self.unwished();
        found.extend(self.bystanders());
        found.extend(self.outcome());
        let at = self.action_at();
        for objection in &mut found {
            objection.at = objection.at.take().or_else(|| at.clone());
        }
        found.extend(self.lists());
        found.extend(self.secrets(secrets));
        found
    }

    /// The keys by which the job's subject may be called.
    fn subjects(&self) -> BTreeSet<String> {
        let named = ResourceKind::ALL.into_iter().filter_map(|kind| {
            let key = &self.prepared.recipe.resources.get(&kind)?.key;
            self.job.named(kind)?.get(key)?.as_str().map(str::to_lowercase)
        });
        named.chain(self.job.match_key.iter().map(|key| key.to_lowercase())).collect()
    }

    fn unwished(&self) -> Vec<Objection> {
        let subjects = self.subjects();
        let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let mut found = Vec::new();
        for entry in writes(&self.acted.journal) {
            let wished = !self.job.action.is_read() && self.may(&entry.action) && self.is_subject(&subjects, entry);
            if !wished {
                let says = format!("the app took `{}` of `{}`, which nobody wished", entry.action, entry.subject);
                found.push(objection(says));
            }
            *counts.entry((&entry.action, &entry.subject)).or_default() += 1;
        }
        // What is made twice, or switched twice, was clicked twice; fields may be written one after the other.
        let verb = |action: &str| {
            action.rsplit('.').next().and_then(|verb| Verb::ALL.into_iter().find(|one| one.name() == verb))
        };
        let once = |action: &str| !matches!(verb(action), Some(Verb::Update | Verb::Grant | Verb::Revoke));
        for ((action, subject), count) in counts.into_iter().filter(|((action, _), count)| *count > 1 && once(action)) {
            found.push(objection(format!("the app took `{action}` of `{subject}` {count} times")));
        }
        found
    }

    /// Whether a job may write in that way at all.
    fn may(&self, action: &str) -> bool {
        let verb = |name: &str| action.ends_with(name);
        match self.job.action {
            Action::On(_, Verb::Create) => !verb(".delete") && !verb(".disable"),
            // An app without a way of its own does it on the form of the user.
            Action::On(_, Verb::Disable) => verb(".disable") || (verb(".update") && !self.has(".disable")),
            Action::On(_, Verb::Enable) => verb(".enable") || (verb(".update") && !self.has(".enable")),
            Action::On(_, Verb::Delete) => verb(".delete"),
            _ => !verb(".create") && !verb(".delete") && !verb(".disable") && !verb(".enable"),
        }
    }

    /// Whether the app has a way of its own for that.
    fn has(&self, verb: &str) -> bool {
        self.prepared.fixture.changes().any(|change| change == format!("users{verb}"))
    }

    fn is_subject(&self, subjects: &BTreeSet<String>, entry: &JournalEntry) -> bool {
        let called = |record: &Record| {
            std::iter::once(&record.key)
                .chain(record.fields.values().filter_map(|value| match value {
                    Value::String(text) => Some(text),
                    _ => None,
                }))
                .any(|text| subjects.contains(&text.to_lowercase()))
        };
        let states = [&self.acted.before, &self.acted.after];
        let kind = ResourceKind::ALL.into_iter().find(|kind| entry.action.starts_with(&format!("{kind}.")));
        let kind = kind.unwrap_or(ResourceKind::Users);
        let same = |record: &&Record, key: &str| record.key.eq_ignore_ascii_case(key);
        let record = |key: &str| states.into_iter().find_map(|state| of(state, kind).iter().find(|r| same(r, key)));
        subjects.contains(&entry.subject.to_lowercase())
            || record(&entry.subject).is_some_and(called)
            // Of a membership the app names the group.
            || entry.action.starts_with("groups.") && self.job.action.subject() == ResourceKind::Users
    }

    /// Everybody but the subject is as before.
    fn bystanders(&self) -> Vec<Objection> {
        let subjects = self.subject_ids();
        let (before, after) = (others(&self.acted.before, &subjects), others(&self.acted.after, &subjects));
        let places: BTreeSet<_> = before.keys().chain(after.keys()).collect();
        let changed = places.into_iter().filter(|place| before.get(place) != after.get(place));
        changed
            .map(|place| {
                let record = after.get(place).or_else(|| before.get(place));
                let key = record.map(|record| record.key.as_str()).unwrap_or_default();
                objection(format!("the {} `{key}`, whom the job is not about, was changed", place.0))
            })
            .collect()
    }

    fn subject_ids(&self) -> BTreeSet<(&'static str, u64)> {
        if self.job.action.is_read() {
            return BTreeSet::new();
        }
        let kind = self.job.action.subject();
        let states = [&self.acted.before, &self.acted.after];
        states.into_iter().filter_map(|state| Some((kind.singular(), self.subject(state)?.id))).collect()
    }

    /// The job's subject as the app keeps it.
    fn subject<'s>(&self, state: &'s DirectorySnapshot) -> Option<&'s Record> {
        let kind = self.job.action.subject();
        let resource = self.prepared.recipe.resources.get(&kind)?;
        let key = self.job.subject()?.get(&resource.key)?.as_str()?;
        let called = |record: &Record, key: &str| self.key(kind, record).trim().eq_ignore_ascii_case(key.trim());
        let find = |state: &'s DirectorySnapshot, key: &str| of(state, kind).iter().find(|record| called(record, key));
        // Who had the key that the job looks for is the subject, whatever they are called afterwards.
        let had = |key: &str| of(&self.acted.before, kind).iter().find(|record| called(record, key));
        match self.job.match_key.as_deref().and_then(had) {
            Some(meant) => of(state, kind).iter().find(|record| record.id == meant.id),
            None => find(state, key),
        }
    }

    pub(super) fn key(&self, kind: ResourceKind, record: &Record) -> String {
        stored::key_of(&self.prepared.recipe, &self.prepared.fixture, kind, record)
    }

    pub(super) fn kept(&self, kind: ResourceKind, field: &str, record: &Record) -> Option<Value> {
        stored::value(&self.prepared.recipe, &self.prepared.fixture, kind, field, record)
    }

    fn outcome(&self) -> Vec<Objection> {
        let result = &self.acted.done.result;
        if self.job.action.is_read() {
            return Vec::new();
        }
        let (before, after) = (self.subject(&self.acted.before), self.subject(&self.acted.after));
        let wrote = writes(&self.acted.journal).next().is_some();
        let mut found = Vec::new();
        match result.outcome {
            Outcome::Succeeded | Outcome::Unchanged | Outcome::Pending => found.extend(self.unmet(after)),
            Outcome::Failed if result.effect == Effect::None && before != after => {
                found.push(objection("the result says that nothing was changed, and the app was".to_owned()));
            }
            Outcome::Failed if result.effect == Effect::Applied && !wrote => {
                found.push(objection("the result says that the app was changed, and it was not".to_owned()));
            }
            Outcome::Failed | Outcome::Uncertain | Outcome::Planned => {}
        }
        if result.outcome == Outcome::Unchanged && wrote {
            found.push(objection("the result is `unchanged`, and the app took a write".to_owned()));
        }
        found
    }

    /// What of the wish does not hold although the result says that it does.
    fn unmet(&self, after: Option<&Record>) -> Vec<Objection> {
        let outcome = self.acted.done.result.outcome;
        let Action::On(_, verb) = self.job.action else { return Vec::new() };
        let fails = |what: String| vec![objection(format!("the result is `{outcome}`, and in the app {what}"))];
        let gone_is_fine = matches!(verb, Verb::Disable | Verb::Delete | Verb::Revoke | Verb::RemoveMember);
        let Some(record) = after else {
            return if gone_is_fine { Vec::new() } else { fails("there is no such subject".to_owned()) };
        };
        let key = &record.key;
        match verb {
            Verb::Delete => fails(format!("`{key}` is still there")),
            Verb::Disable if record.status != Status::Disabled => fails(format!("`{key}` is {}", record.status.name())),
            Verb::Enable if record.status != Status::Active => fails(format!("`{key}` is {}", record.status.name())),
            Verb::Create if record.status == Status::Disabled => fails(format!("`{key}` is disabled")),
            Verb::Create | Verb::Update => self.unmet_attributes(record, fails),
            Verb::Grant | Verb::Revoke | Verb::AddMember | Verb::RemoveMember => {
                self.unmet_references(record, verb, fails)
            }
            _ => Vec::new(),
        }
    }

    fn unmet_attributes(&self, record: &Record, fails: impl Fn(String) -> Vec<Objection>) -> Vec<Objection> {
        let kind = self.job.action.subject();
        let Some(resource) = self.prepared.recipe.resources.get(&kind) else { return Vec::new() };
        let mut found = Vec::new();
        for (name, wish) in self.job.subject().into_iter().flatten() {
            let Some(field) = resource.fields.get(name).filter(|field| !field.write_only && !field.secret) else {
                continue;
            };
            let Some(kept) = self.kept(kind, name, record) else { continue };
            if !stored::same(wish, &kept, ignores_case(field)) {
                found.extend(fails(format!("`{name}` of `{}` is {kept}, not {wish}", record.key)));
            }
        }
        found
    }

    fn unmet_references(
        &self,
        record: &Record,
        verb: Verb,
        fails: impl Fn(String) -> Vec<Objection>,
    ) -> Vec<Objection> {
        let users = &self.prepared.recipe.resources[&ResourceKind::Users];
        let mut found = Vec::new();
        for kind in ResourceKind::ALL {
            let Some((name, _)) = users.fields.iter().find(|(_, field)| field.of == Some(kind)) else { continue };
            let kept = self.kept(ResourceKind::Users, name, record).unwrap_or(Value::Null);
            let holds = |one: &String| stored::holds(&kept, one);
            let change = self.job.grants.as_ref().and_then(|grants| grants.of(kind));
            let (mut add, mut remove) = change.map(|c| (c.add.clone(), c.remove.clone())).unwrap_or_default();
            let resource = self.prepared.recipe.resources.get(&kind);
            let member = resource.and_then(|resource| self.job.named(kind)?.get(&resource.key)?.as_str());
            if let (Some(group), true) = (member, kind == ResourceKind::Groups) {
                if verb == Verb::AddMember { &mut add } else { &mut remove }.push(group.to_owned());
            }
            let lacks = add.iter().filter(|one| !holds(one)).map(|one| format!("`{}` has no `{one}`", record.key));
            let still = remove.iter().filter(|one| holds(one)).map(|one| format!("`{}` still has `{one}`", record.key));
            found.extend(lacks.chain(still).flat_map(&fails));
        }
        found
    }

    /// The place of the recipe that a result of the job which is not as wished has to do with.
    pub(super) fn at(&self) -> Option<String> {
        let recipe = &self.prepared.recipe;
        if self.acted.done.result.error.as_ref().is_some_and(|error| error.step.is_some()) {
            // The result names it.
            return None;
        }
        if !self.acted.journal.iter().any(|entry| entry.action == "login" && entry.accepted)
            && self.acted.before.sessions.is_empty()
        {
            // Nobody was logged in: it is about the login.
            let submit = recipe.session.login.iter().rev().find(|step| step.commit);
            return Some(recipe.source.at(submit.map_or(recipe.session.span, |step| step.span)));
        }
        match self.job.action {
            Action::On(kind, Verb::List) => self.list_at(kind),
            _ => self.action_at(),
        }
    }

    /// Where the recipe says what the job's action does: its committing step.
    fn action_at(&self) -> Option<String> {
        let recipe = &self.prepared.recipe;
        let spec = recipe.actions.get(&self.job.action);
        let commit = recipe.write(self.job.action).and_then(WriteAction::commit);
        let span = commit.map(|step| step.span).or_else(|| spec.map(|spec| spec.span))?;
        Some(recipe.source.at(span))
    }

    /// Where a list says how it ends.
    pub(super) fn list_at(&self, kind: ResourceKind) -> Option<String> {
        let recipe = &self.prepared.recipe;
        let view = recipe.view_of(kind)?;
        Some(recipe.source.at(view.span))
    }

    fn secrets<'s>(&self, secrets: impl Iterator<Item = &'s Secret>) -> Vec<Objection> {
        let told = [
            serde_json::to_string(&self.acted.done.result).unwrap_or_default(),
            serde_json::to_string(&self.acted.done.trace).unwrap_or_default(),
        ];
        let spilled = secrets.filter(|secret| told.iter().any(|text| text.contains(secret.expose())));
        spilled
            .map(|_| objection("a secret of the service account stands in the result or the trace".to_owned()))
            .collect()
    }
}

/// All records but those, by kind and number.
fn others<'s>(
    state: &'s DirectorySnapshot,
    but: &BTreeSet<(&'static str, u64)>,
) -> BTreeMap<(&'static str, u64), &'s Record> {
    let all = ResourceKind::ALL
        .into_iter()
        .flat_map(|kind| of(state, kind).iter().map(move |record| ((kind.singular(), record.id), record)));
    all.filter(|(place, _)| !but.contains(place)).collect()
}

pub(super) fn of(state: &DirectorySnapshot, kind: ResourceKind) -> &[Record] {
    match kind {
        ResourceKind::Users => &state.users,
        ResourceKind::Roles => &state.roles,
        ResourceKind::Groups => &state.groups,
        ResourceKind::Assets => &state.assets,
    }
}

pub(super) fn ignores_case(field: &Field) -> bool {
    !field.case_sensitive || !field.filters.is_empty()
}
