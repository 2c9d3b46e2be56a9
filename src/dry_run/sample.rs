//! The people that the cases are about: somebody new, somebody ordinary, somebody disabled.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::contract::{Action, Attributes, FieldType, Job, ResourceKind, Verb, decode_job};
use crate::fixture::{Record, Status};
use crate::recipe::{Field, Resource};

use super::entry::Prepared;
use super::stored;

/// Makes jobs about the people of a fixture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample<'a> {
    pub(super) prepared: &'a Prepared,
}

const USERS: ResourceKind = ResourceKind::Users;

impl<'a> Sample<'a> {
    fn users(self) -> &'a Resource {
        &self.prepared.recipe.resources[&USERS]
    }

    /// Whether the recipe offers `users.<verb>` or the like.
    pub(super) fn offers(self, kind: ResourceKind, verb: Verb) -> bool {
        self.prepared.recipe.actions.contains_key(&Action::On(kind, verb))
    }

    /// A field of a record as a job would say it.
    fn value(self, kind: ResourceKind, record: &Record, field: &str) -> Option<Value> {
        let value = stored::value(&self.prepared.recipe, &self.prepared.fixture, kind, field, record)?;
        (!matches!(&value, Value::Null) && value != "").then_some(value)
    }

    /// By which a job names a user.
    pub(super) fn key(self, record: &Record) -> String {
        self.key_of(USERS, record)
    }

    /// By which a job names a user, a role, a group or an asset.
    pub(super) fn key_of(self, kind: ResourceKind, record: &Record) -> String {
        stored::key_of(&self.prepared.recipe, &self.prepared.fixture, kind, record)
    }

    /// One of them, not of the first and not the last.
    pub(super) fn one_of(self, kind: ResourceKind) -> Option<&'a Record> {
        let all = self.prepared.fixture.seed().records(kind);
        all.get(all.len() / 2)
    }

    /// Another one.
    pub(super) fn other_than(self, kind: ResourceKind, one: &Record) -> Option<&'a Record> {
        let all = self.prepared.fixture.seed().records(kind).iter();
        all.filter(|other| kind != USERS || !self.prepared.fixture.logs_in(&other.key)).find(|other| other.id != one.id)
    }

    /// Users whom jobs may change: nobody logs in as them, and nobody is kept from leaving.
    fn ordinary(self) -> impl Iterator<Item = &'a Record> {
        let fixture = &self.prepared.fixture;
        fixture
            .seed()
            .records(USERS)
            .iter()
            .filter(move |user| !fixture.logs_in(&user.key) && !fixture.administers(user))
    }

    /// An active user, not one of the first, so that lists in pages have to be turned.
    pub(super) fn active(self) -> Option<&'a Record> {
        let all: Vec<&Record> = self.ordinary().filter(|user| user.status == Status::Active).collect();
        all.get(all.len() * 2 / 3).copied()
    }

    /// A user without access.
    pub(super) fn disabled(self) -> Option<&'a Record> {
        self.ordinary().filter(|user| user.status == Status::Disabled).last()
    }

    /// Somebody who is not there yet, with all that a create may say.
    pub(super) fn newcomer(self) -> Option<Attributes> {
        self.new_one(USERS, self.active()?)
    }

    /// One that is not there yet, like another one but for what names it.
    pub(super) fn new_one(self, kind: ResourceKind, model: &Record) -> Option<Attributes> {
        let resource = self.prepared.recipe.resources.get(&kind)?;
        let mut wish = Attributes::new();
        for (name, field) in &resource.fields {
            if *name != resource.key && !field.write_create && !field.required {
                continue;
            }
            let value = match self.value(kind, model, name) {
                Some(value) if *name == resource.key || self.prepared.fixture.keeps_unique(kind, name) => {
                    Some(renamed(value.as_str()?, field).into())
                }
                Some(Value::String(text)) if is_free(name, field) && self.plain(kind, name) => {
                    Some(other_text(&text).into())
                }
                Some(value) => Some(value),
                None => self.first_of(field),
            };
            if let Some(value) = value {
                wish.insert(name.clone(), value);
            }
        }
        Some(wish)
    }

    /// Another value for a field than that which the user has.
    pub(super) fn changed(self, record: &Record, name: &str, field: &Field) -> Option<Value> {
        let now = self.value(USERS, record, name).unwrap_or(Value::Null);
        match field.field_type {
            FieldType::Ref => {
                let held = |key: &str| stored::holds(&now, key);
                let other = self.references(field).into_iter().find(|key| !held(key))?;
                Some(if field.many { json!([other]) } else { other.into() })
            }
            FieldType::Bool => Some((!now.as_bool().unwrap_or(false)).into()),
            FieldType::Enum => {
                field.labels.keys().find(|label| now != label.as_str()).map(|label| label.as_str().into())
            }
            FieldType::Date => Some("2026-01-15".into()),
            FieldType::String if self.plain(USERS, name) => Some(other_text(now.as_str().unwrap_or("Ada")).into()),
            _ => None,
        }
    }

    /// The values that a reference may have.
    pub(super) fn references(self, field: &Field) -> Vec<String> {
        let Some(kind) = field.of else { return Vec::new() };
        let catalog = self.prepared.recipe.resources.get(&kind).and_then(|resource| resource.catalog.as_ref());
        let kept = self.prepared.fixture.seed().records(kind);
        if let Some(catalog) = catalog {
            return catalog.keys().filter(|key| kept.iter().any(|record| record.key == **key)).cloned().collect();
        }
        let Prepared { recipe, fixture } = self.prepared;
        kept.iter().map(|record| stored::key_of(recipe, fixture, kind, record)).collect()
    }

    /// Whether any text will do for a field.
    fn plain(self, kind: ResourceKind, name: &str) -> bool {
        let field = self.prepared.recipe.resources.get(&kind).and_then(|resource| resource.fields.get(name));
        field.is_some_and(|field| field.pattern.is_none()) && self.prepared.fixture.takes_any_text(kind, name)
    }

    fn first_of(self, field: &Field) -> Option<Value> {
        if !field.required {
            return None;
        }
        let first = self.references(field).into_iter().next().or_else(|| field.labels.keys().next().cloned())?;
        Some(if field.many { json!([first]) } else { first.into() })
    }

    /// A job about a user of whom only the key is said.
    pub(super) fn on_key(self, verb: Verb, key: &str) -> Option<Job> {
        on(verb, &Attributes::from([(self.users().key.clone(), key.into())]))
    }

    /// A key that nobody has.
    pub(super) fn nobody(self) -> Option<String> {
        Some(self.unused(USERS, &format!("x{}", self.key(self.active()?))))
    }

    /// Another key of the same form, which nobody has.
    pub(super) fn unused(self, kind: ResourceKind, key: &str) -> String {
        let resource = self.prepared.recipe.resources.get(&kind);
        let field = resource.and_then(|resource| resource.fields.get(&resource.key));
        field.map_or_else(|| key.to_owned(), |field| renamed(key, field))
    }
}

/// A job about a user.
pub(super) fn on(verb: Verb, user: &Attributes) -> Option<Job> {
    job(Action::On(USERS, verb), &json!({ "user": user }))
}

/// A job that lists all of a kind.
pub(super) fn list(kind: ResourceKind) -> Option<Job> {
    job(Action::On(kind, Verb::List), &json!({}))
}

/// A job with a new id.
pub(super) fn job(action: Action, rest: &Value) -> Option<Job> {
    let mut job =
        json!({"schema": "idlcm.job/1", "job_id": Uuid::new_v4(), "integration": "dry-run", "action": action});
    for (name, value) in rest.as_object()? {
        job[name] = value.clone();
    }
    decode_job(job.to_string().as_bytes()).ok()
}

/// The same wish in a job of its own.
pub(super) fn again(job: &Job) -> Job {
    Job { job_id: Uuid::new_v4(), ..job.clone() }
}

/// Whether a text of the field means nothing but itself.
fn is_free(name: &str, field: &Field) -> bool {
    field.field_type == FieldType::String && field.of.is_none() && name != "status"
}

/// A name with the letters and signs that apps get wrong.
fn other_text(text: &str) -> String {
    let signs = "Zoë O'Neil-Şahin";
    if text == signs { "Jürgen D'Arcy".to_owned() } else { signs.to_owned() }
}

/// Another key of the same form.
fn renamed(key: &str, field: &Field) -> String {
    let renamed = match key.split_once('@') {
        Some((_, domain)) => format!("zoe.newcomer@{domain}"),
        None => format!("{key}-new"),
    };
    match &field.pattern {
        // A key of the recipe's own form: its last sign is changed.
        Some(pattern) if !pattern.is_match(&renamed) => {
            let mut other: String = key.chars().take(key.chars().count().saturating_sub(1)).collect();
            other.push(if key.ends_with('7') { '8' } else { '7' });
            other
        }
        _ => renamed,
    }
}
