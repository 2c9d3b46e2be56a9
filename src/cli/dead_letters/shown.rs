//! A dead letter in a few words for the terminal.

use jiff::Timestamp;
use uuid::Uuid;

use crate::catalog::Catalog;
use crate::contract::Job;
use crate::queue::{LetterSummary, StoredLetter, letter_job};

use super::super::print::plain;

/// What is known of one, with its job, if it is one.
pub(super) fn read(place: usize, letter: &StoredLetter, catalog: Option<&Catalog>) -> (LetterSummary, Option<Job>) {
    let job = letter_job(letter);
    let entry = catalog.zip(job.as_ref()).and_then(|(catalog, job)| catalog.entry(&job.integration));
    (LetterSummary::new(place, letter, job.as_ref(), entry.as_deref()), job)
}

/// What was wished of whom.
pub(super) fn wish(letter: &LetterSummary) -> String {
    let action = letter.action.as_deref().unwrap_or("no job");
    let subject = letter.subject.as_deref().map(|subject| format!(" {subject}")).unwrap_or_default();
    plain(&format!("{}: {action}{subject}", letter.integration))
}

/// Its job's id, or its place where it has none.
pub(super) fn name(letter: &LetterSummary) -> String {
    letter.job_id.map_or_else(|| format!("the one at place {}", letter.place), |id: Uuid| id.to_string())
}

/// How long ago it was sent, or died where the sender did not say.
pub(super) fn age(letter: &LetterSummary, now: Timestamp) -> String {
    let Some(from) = letter.sent.or(letter.died) else { return "of unknown age".to_owned() };
    let seconds = now.duration_since(from).as_secs().max(0);
    match seconds {
        0..60 => format!("{seconds} s old"),
        60..3600 => format!("{} min old", seconds / 60),
        3600..86_400 => format!("{} h old", seconds / 3600),
        _ => format!("{} d old", seconds / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::Properties;

    #[test]
    fn what_is_no_job_is_known_by_its_envelope() {
        let mut letter = StoredLetter {
            body: b"create ada, password hunter2".to_vec(),
            properties: Properties::default(),
            routing_key: "acme\u{1b}[2J".to_owned(),
            reason: "malformed".to_owned(),
            detail: String::new(),
            attempts: 0,
            recipe: None,
            evidence: None,
            at: Some(Timestamp::UNIX_EPOCH),
        };
        letter.properties.message_id = Some("5f0c2e1e-53bb-4f44-9a0e-6f1f6f4f5a10".to_owned());
        let (shown, _) = read(3, &letter, None);
        assert_eq!(shown.job_id, "5f0c2e1e-53bb-4f44-9a0e-6f1f6f4f5a10".parse().ok());
        assert_eq!(wish(&shown), "acme\u{fffd}[2J: no job");
        assert!(!serde_json::to_string(&shown).unwrap().contains("hunter2"));
        assert_eq!(age(&shown, "1970-01-02T01:00:00Z".parse().unwrap()), "1 d old");
    }
}
