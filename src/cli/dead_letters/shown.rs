//! A dead letter as it is shown: whose it is, what it wished, why it is here. Nothing secret.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::catalog::Catalog;
use crate::contract::{Attributes, Job, ResourceKind, decode_job};
use crate::queue::StoredLetter;
use crate::recipe::Resource;

use super::super::print::plain;

/// In the place of a value that nobody is to see.
const SECRET: &str = "[secret]";
/// In the place of a value of which nobody knows here whether it is a secret.
const NOT_SHOWN: &str = "[not shown]";

/// A dead letter as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Shown {
    /// Its place in the queue, from 1.
    pub(super) place: usize,
    /// When it died.
    pub(super) died: Option<Timestamp>,
    /// When it was sent.
    pub(super) sent: Option<Timestamp>,
    /// The integration, or what stood in its place.
    pub(super) integration: String,
    /// `None` where it is no job.
    pub(super) action: Option<String>,
    /// The key of whom it is about.
    pub(super) subject: Option<String>,
    pub(super) reason: String,
    pub(super) attempts: u32,
    pub(super) job_id: Option<Uuid>,
    pub(super) detail: String,
    pub(super) recipe: Option<String>,
    pub(super) evidence: Option<String>,
}

impl Shown {
    /// Reads one. `catalog`: by which the subject's key is known, and which fields are secret.
    pub(super) fn new(place: usize, letter: &StoredLetter, job: Option<&Job>, catalog: Option<&Catalog>) -> Self {
        // What is no job may still have said on its envelope whose it is.
        let envelope = letter.properties.message_id.as_ref().and_then(|id| id.parse().ok());
        Self {
            place,
            died: letter.at,
            sent: letter.properties.timestamp,
            integration: job.map_or_else(|| letter.routing_key.clone(), |job| job.integration.to_string()),
            action: job.map(|job| job.action.to_string()),
            subject: job.and_then(|job| subject(job, catalog)),
            reason: letter.reason.clone(),
            attempts: letter.attempts,
            job_id: job.map(|job| job.job_id).or(envelope),
            detail: letter.detail.clone(),
            recipe: letter.recipe.clone(),
            evidence: letter.evidence.clone(),
        }
    }

    /// In a few words: what was wished of whom.
    pub(super) fn wish(&self) -> String {
        let action = self.action.as_deref().unwrap_or("no job");
        let subject = self.subject.as_deref().map(|subject| format!(" {subject}")).unwrap_or_default();
        plain(&format!("{}: {action}{subject}", self.integration))
    }

    /// Its job's id, or its place where it has none.
    pub(super) fn name(&self) -> String {
        self.job_id.map_or_else(|| format!("the one at place {}", self.place), |id| id.to_string())
    }

    /// How long ago it was sent, or died where the sender did not say.
    pub(super) fn age(&self, now: Timestamp) -> String {
        let Some(from) = self.sent.or(self.died) else { return "of unknown age".to_owned() };
        let seconds = now.duration_since(from).as_secs().max(0);
        match seconds {
            0..60 => format!("{seconds} s old"),
            60..3600 => format!("{} min old", seconds / 60),
            3600..86_400 => format!("{} h old", seconds / 3600),
            _ => format!("{} d old", seconds / 86_400),
        }
    }
}

/// The job of a dead letter, if it is one.
pub(super) fn job(letter: &StoredLetter) -> Option<Job> {
    decode_job(&letter.body).ok()
}

/// The job with the values that may be shown: of fields that the recipe knows and does not call secret.
pub(super) fn masked(job: &Job, catalog: Option<&Catalog>) -> Job {
    let mut job = job.clone();
    let kinds = [
        (ResourceKind::Users, job.user.take()),
        (ResourceKind::Roles, job.role.take()),
        (ResourceKind::Groups, job.group.take()),
        (ResourceKind::Assets, job.asset.take()),
    ];
    for (kind, attributes) in kinds {
        let clean = attributes.map(|attributes| {
            with_resource(&job, kind, catalog, |resource| {
                attributes
                    .iter()
                    .map(|(name, value)| (name.clone(), shown(resource, name, value)))
                    .collect::<Attributes>()
            })
        });
        match kind {
            ResourceKind::Users => job.user = clean,
            ResourceKind::Roles => job.role = clean,
            ResourceKind::Groups => job.group = clean,
            ResourceKind::Assets => job.asset = clean,
        }
    }
    job
}

fn shown(resource: Option<&Resource>, name: &str, value: &Value) -> Value {
    match resource.map(|resource| resource.fields.get(name)) {
        Some(Some(field)) if !field.secret => value.clone(),
        Some(Some(_)) => SECRET.into(),
        Some(None) | None => NOT_SHOWN.into(),
    }
}

fn with_resource<T>(
    job: &Job,
    kind: ResourceKind,
    catalog: Option<&Catalog>,
    use_it: impl FnOnce(Option<&Resource>) -> T,
) -> T {
    let entry = catalog.and_then(|catalog| catalog.entry(&job.integration));
    use_it(entry.as_ref().and_then(|entry| entry.recipe.resources.get(&kind)))
}

/// Whom a job is about. Where its recipe is not known here, its `match`, its e-mail address, or its only attribute.
fn subject(job: &Job, catalog: Option<&Catalog>) -> Option<String> {
    if !job.action.has_subject() {
        return None;
    }
    if let Some(key) = &job.match_key {
        return Some(key.clone());
    }
    let attributes = job.subject()?;
    let value = with_resource(job, job.action.subject(), catalog, |resource| match resource {
        Some(resource) => attributes
            .get(&resource.key)
            .filter(|_| resource.fields.get(&resource.key).is_none_or(|field| !field.secret)),
        None => attributes.get("email").or_else(|| attributes.values().next().filter(|_| attributes.len() == 1)),
    })?;
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) => Some(value.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::Properties;

    fn letter(body: &str) -> StoredLetter {
        StoredLetter {
            body: body.as_bytes().to_vec(),
            properties: Properties::default(),
            routing_key: "acme\u{1b}[2J".to_owned(),
            reason: "malformed".to_owned(),
            detail: String::new(),
            attempts: 0,
            recipe: None,
            evidence: None,
            at: Some(Timestamp::UNIX_EPOCH),
        }
    }

    #[test]
    fn what_is_no_job_is_known_by_its_envelope() {
        let mut letter = letter("create ada, password hunter2");
        letter.properties.message_id = Some("5f0c2e1e-53bb-4f44-9a0e-6f1f6f4f5a10".to_owned());
        let shown = Shown::new(3, &letter, job(&letter).as_ref(), None);
        assert_eq!(shown.job_id, "5f0c2e1e-53bb-4f44-9a0e-6f1f6f4f5a10".parse().ok());
        assert_eq!(shown.wish(), "acme\u{fffd}[2J: no job");
        assert!(!serde_json::to_string(&shown).unwrap().contains("hunter2"));
        assert_eq!(shown.age("1970-01-02T01:00:00Z".parse().unwrap()), "1 d old");
    }

    #[test]
    fn without_the_recipe_no_value_is_shown_but_whom_the_job_is_about() {
        let letter = letter(
            r#"{"schema":"idlcm.job/1","job_id":"5f0c2e1e-53bb-4f44-9a0e-6f1f6f4f5a10","integration":"acme",
                "action":"users.create","user":{"email":"ada@acme.example","pin":"4711"}}"#,
        );
        let job = job(&letter).unwrap();
        assert_eq!(subject(&job, None).as_deref(), Some("ada@acme.example"));
        let user = masked(&job, None).user.unwrap();
        assert_eq!((&user["email"], &user["pin"]), (&Value::from(NOT_SHOWN), &Value::from(NOT_SHOWN)));
    }
}
