//! A dead letter as it is shown: whose it is, what it wished, why it is here. Nothing secret.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::stored_letter::StoredLetter;
use crate::catalog::Entry;
use crate::contract::{Attributes, Job, ResourceKind, decode_job};
use crate::recipe::Resource;

/// In the place of a value that nobody is to see.
const SECRET: &str = "[secret]";
/// In the place of a value of which nobody knows here whether it is a secret.
const NOT_SHOWN: &str = "[not shown]";

/// A dead letter as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LetterSummary {
    /// Its place in the queue, from 1.
    pub place: usize,
    /// When it died.
    pub died: Option<Timestamp>,
    /// When it was sent.
    pub sent: Option<Timestamp>,
    /// The integration, or what stood in its place.
    pub integration: String,
    /// `None` where it is no job.
    pub action: Option<String>,
    /// The key of whom it is about.
    pub subject: Option<String>,
    /// Why it is dead.
    pub reason: String,
    /// How many attempts began.
    pub attempts: u32,
    /// The id of its job; of what is no job, what its envelope says.
    pub job_id: Option<Uuid>,
    /// Why it is dead, in a sentence.
    pub detail: String,
    /// The recipe that was followed: id, version and SHA-256.
    pub recipe: Option<String>,
    /// The folder with the evidence of the last attempt.
    pub evidence: Option<String>,
}

impl LetterSummary {
    /// Sums one up. `entry`: the integration with its recipe, by which the subject's key is known, and which fields are
    /// secret.
    pub fn new(place: usize, letter: &StoredLetter, job: Option<&Job>, entry: Option<&Entry>) -> Self {
        // What is no job may still have said on its envelope whose it is.
        let envelope = letter.properties.message_id.as_ref().and_then(|id| id.parse().ok());
        Self {
            place,
            died: letter.at,
            sent: letter.properties.timestamp,
            integration: job.map_or_else(|| letter.routing_key.clone(), |job| job.integration.to_string()),
            action: job.map(|job| job.action.to_string()),
            subject: job.and_then(|job| subject(job, entry)),
            reason: letter.reason.clone(),
            attempts: letter.attempts,
            job_id: job.map(|job| job.job_id).or(envelope),
            detail: letter.detail.clone(),
            recipe: letter.recipe.clone(),
            evidence: letter.evidence.clone(),
        }
    }

    /// The same for whoever may not know more than the recipe allows to be shown: without one, nobody knows whether what the
    /// job is about is a secret.
    #[must_use]
    pub fn masked(mut self, entry: Option<&Entry>) -> Self {
        if entry.is_none() && self.subject.is_some() {
            self.subject = Some(NOT_SHOWN.to_owned());
        }
        self
    }
}

/// The job of a dead letter, if it is one.
pub fn letter_job(letter: &StoredLetter) -> Option<Job> {
    decode_job(&letter.body).ok()
}

/// The job with the values that may be shown: of fields that the recipe knows and does not call secret.
pub fn masked_job(job: &Job, entry: Option<&Entry>) -> Job {
    let mut job = job.clone();
    for (kind, place) in [
        (ResourceKind::Users, &mut job.user),
        (ResourceKind::Roles, &mut job.role),
        (ResourceKind::Groups, &mut job.group),
        (ResourceKind::Assets, &mut job.asset),
    ] {
        let resource = resource(entry, kind);
        *place = place.take().map(|attributes| {
            let masked = attributes.into_iter().map(|(name, value)| {
                let value = shown(resource, &name, value);
                (name, value)
            });
            masked.collect::<Attributes>()
        });
    }
    job
}

fn shown(resource: Option<&Resource>, name: &str, value: Value) -> Value {
    match resource.map(|resource| resource.fields.get(name)) {
        Some(Some(field)) if !field.secret => value,
        Some(Some(_)) => SECRET.into(),
        Some(None) | None => NOT_SHOWN.into(),
    }
}

fn resource(entry: Option<&Entry>, kind: ResourceKind) -> Option<&Resource> {
    entry.and_then(|entry| entry.recipe.resources.get(&kind))
}

/// Whom a job is about. Where its recipe is not known here, its `match`, its e-mail address, or its only attribute.
fn subject(job: &Job, entry: Option<&Entry>) -> Option<String> {
    if !job.action.has_subject() {
        return None;
    }
    if let Some(key) = &job.match_key {
        return Some(key.clone());
    }
    let attributes = job.subject()?;
    let value = match resource(entry, job.action.subject()) {
        Some(resource) => attributes
            .get(&resource.key)
            .filter(|_| resource.fields.get(&resource.key).is_none_or(|field| !field.secret)),
        None => attributes.get("email").or_else(|| attributes.values().next().filter(|_| attributes.len() == 1)),
    }?;
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

    #[test]
    fn without_the_recipe_no_value_is_shown_but_whom_the_job_is_about_and_that_only_to_operators() {
        let letter = StoredLetter {
            body: br#"{"schema":"idlcm.job/1","job_id":"5f0c2e1e-53bb-4f44-9a0e-6f1f6f4f5a10","integration":"acme",
                "action":"users.create","user":{"email":"ada@acme.example","pin":"4711"}}"#
                .to_vec(),
            properties: Properties::default(),
            routing_key: "acme".to_owned(),
            reason: "uncertain".to_owned(),
            detail: String::new(),
            attempts: 0,
            recipe: None,
            evidence: None,
            at: None,
        };
        let job = letter_job(&letter).unwrap();
        assert_eq!(subject(&job, None).as_deref(), Some("ada@acme.example"));
        let user = masked_job(&job, None).user.unwrap();
        assert_eq!((&user["email"], &user["pin"]), (&Value::from(NOT_SHOWN), &Value::from(NOT_SHOWN)));
        let summary = LetterSummary::new(1, &letter, Some(&job), None).masked(None);
        assert_eq!(summary.subject.as_deref(), Some(NOT_SHOWN));
        assert!(!serde_json::to_string(&summary).unwrap().contains("ada"));
    }
}
