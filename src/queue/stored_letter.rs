//! A dead letter as it lies in its queue: read back from its headers, and made ready to be sent again.

use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::message::{Properties, REPLAY_HEADER};

/// A dead letter as it was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLetter {
    /// The original body.
    pub body: Vec<u8>,
    /// The original properties, with the headers `idlcm-…` beside its own.
    pub properties: Properties,
    /// With which routing key it was first sent: the integration.
    pub routing_key: String,
    /// Why it is dead: the name of a [`super::DeadReason`], or the broker's word.
    pub reason: String,
    /// In a sentence, without secrets.
    pub detail: String,
    /// How many attempts began.
    pub attempts: u32,
    /// The recipe that was followed: id, version and SHA-256.
    pub recipe: Option<String>,
    /// The folder with the evidence of the last attempt.
    pub evidence: Option<String>,
    /// When it died; not known of those that the broker itself put here.
    pub at: Option<Timestamp>,
}

impl StoredLetter {
    /// What tells it from others, however often it is looked at and whatever lies before it: the first 32 digits of a SHA-256.
    /// Two copies of one letter have the same.
    pub fn id(&self) -> String {
        let at = self.at.map(|at| at.to_string()).unwrap_or_default();
        let mut hash = Sha256::new();
        for part in [self.routing_key.as_bytes(), self.reason.as_bytes(), at.as_bytes(), &self.body] {
            hash.update(u64::try_from(part.len()).unwrap_or_default().to_be_bytes());
            hash.update(part);
        }
        format!("{:x}", hash.finalize()).chars().take(32).collect()
    }

    /// Reads a dead letter: its body, its properties with the headers that it got when it died, and the key with which it came
    /// to the queue of dead letters, for one that has no header with its own.
    pub fn read(body: Vec<u8>, properties: Properties, key: &str) -> Self {
        let text = |name: &str| properties.text(name).map(str::to_owned);
        let before = properties.attempts_before();
        Self {
            routing_key: text("idlcm-routing-key").unwrap_or_else(|| key.to_owned()),
            // The broker's own dead letters have its word for it.
            reason: text("idlcm-reason")
                .or_else(|| text("x-first-death-reason"))
                .unwrap_or_else(|| "unknown".to_owned()),
            detail: text("idlcm-detail").unwrap_or_default(),
            attempts: properties
                .count("idlcm-attempts")
                .map_or(before, |count| u32::try_from(count).unwrap_or(u32::MAX)),
            recipe: text("idlcm-recipe"),
            evidence: text("idlcm-evidence"),
            at: properties.text("idlcm-at").and_then(|at| at.parse().ok()),
            body,
            properties,
        }
    }

    /// The properties to send it again with: those of the sender, and how many attempts were made so far. Readers drop a
    /// result with an attempt that they have seen, so that attempts are counted on; two copies of one letter have the same
    /// count, by which a worker knows the second one.
    pub(super) fn to_replay(&self) -> Properties {
        let mut properties = self.properties.clone();
        let before = self.attempts.max(properties.attempts_before().saturating_add(1));
        properties.headers.retain(|name, _| !name.starts_with("idlcm-") && !name.starts_with("x-"));
        properties.headers.insert(REPLAY_HEADER.to_owned(), Value::from(before));
        properties
    }
}

#[cfg(test)]
mod tests {
    use super::super::dead_letter::{DeadLetter, DeadReason};
    use super::*;

    fn letter(attempts: u32, properties: Properties) -> DeadLetter {
        DeadLetter {
            body: b"{}".to_vec(),
            properties,
            exchange: "idlcm.jobs".to_owned(),
            routing_key: "acme".to_owned(),
            reason: DeadReason::Uncertain,
            detail: "the effect is not known".to_owned(),
            attempts,
            recipe: Some("ledgerly 1 e12e".to_owned()),
            evidence: Some("acme/1".to_owned()),
            at: Timestamp::UNIX_EPOCH,
        }
    }

    fn stored(letter: &DeadLetter) -> StoredLetter {
        StoredLetter::read(letter.body.clone(), letter.headed(), &letter.key())
    }

    #[test]
    fn it_reads_back_as_it_was_written() {
        let written = letter(2, Properties::default());
        let read = stored(&written);
        assert_eq!(
            (read.body, read.routing_key, read.reason),
            (written.body, "acme".to_owned(), "uncertain".to_owned())
        );
        assert_eq!((read.detail, read.attempts, read.at), (written.detail, 2, Some(Timestamp::UNIX_EPOCH)));
        assert_eq!((read.recipe, read.evidence), (written.recipe, written.evidence));
    }

    #[test]
    fn what_is_sent_again_has_the_senders_properties_and_counts_its_attempts_on() {
        let mut sent =
            Properties { message_id: Some("m".to_owned()), reply_to: Some("r".to_owned()), ..Properties::default() };
        sent.headers.insert("traceparent".to_owned(), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".into());
        let first = stored(&letter(2, sent.clone())).to_replay();
        let mut expected = sent;
        expected.headers.insert(REPLAY_HEADER.to_owned(), 2.into());
        assert_eq!(first, expected);
        assert_eq!(first.attempts_before(), 2);
        // It dies again in its next attempt, and then before one begins.
        let second = stored(&letter(3, first)).to_replay();
        assert_eq!(second.attempts_before(), 3);
        assert_eq!(stored(&letter(0, second)).to_replay().attempts_before(), 4);
    }

    #[test]
    fn a_letter_of_the_broker_itself_has_its_word_and_its_key() {
        let mut properties = Properties::default();
        properties.headers.insert("x-first-death-reason".to_owned(), "delivery_limit".into());
        let read = StoredLetter::read(Vec::new(), properties, "acme");
        assert_eq!((read.reason.as_str(), read.routing_key.as_str(), read.at), ("delivery_limit", "acme", None));
        assert_eq!(read.to_replay().headers, [(REPLAY_HEADER.to_owned(), Value::from(1))].into());
    }
}
