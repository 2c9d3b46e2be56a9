//! Jobs that a person has to look at.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde_json::Value;

use super::message::Properties;

/// Why a job is a dead letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadReason {
    /// Not a job, or of a version that is not known.
    Malformed,
    /// It names another integration than the queue it lay in.
    RoutingMismatch,
    /// Its integration has no queue.
    UnknownIntegration,
    /// Every attempt failed.
    AttemptsUsedUp,
    /// A committing click was sent and its effect is not known.
    Uncertain,
    /// Three attempts began and none came to an end.
    CrashLoop,
    /// It was given back so often that the broker would soon drop it.
    DeliveryLimit,
}

/// Not the name of a reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not why a job is a dead letter; write one of {all}", all = DeadReason::ALL.map(DeadReason::name).join(", "))]
pub struct DeadReasonParseError(String);

impl FromStr for DeadReason {
    type Err = DeadReasonParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|reason| reason.name() == text).ok_or_else(|| DeadReasonParseError(text.to_owned()))
    }
}

impl DeadReason {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::Malformed,
        Self::RoutingMismatch,
        Self::UnknownIntegration,
        Self::AttemptsUsedUp,
        Self::Uncertain,
        Self::CrashLoop,
        Self::DeliveryLimit,
    ];

    /// The name in headers and routing keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::RoutingMismatch => "routing_mismatch",
            Self::UnknownIntegration => "unknown_integration",
            Self::AttemptsUsedUp => "attempts_used_up",
            Self::Uncertain => "uncertain",
            Self::CrashLoop => "crash_loop",
            Self::DeliveryLimit => "delivery_limit",
        }
    }
}

impl fmt::Display for DeadReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A dead letter: the message as it came, and why it is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    /// The original body.
    pub body: Vec<u8>,
    /// The original properties.
    pub properties: Properties,
    /// To which exchange it was sent.
    pub exchange: String,
    /// With which routing key.
    pub routing_key: String,
    /// Why it is dead.
    pub reason: DeadReason,
    /// In a sentence, without secrets.
    pub detail: String,
    /// How many attempts began.
    pub attempts: u32,
    /// The recipe that was followed: id, version and SHA-256.
    pub recipe: Option<String>,
    /// The folder with the evidence of the last attempt.
    pub evidence: Option<String>,
    /// When it died.
    pub at: Timestamp,
}

/// The most characters of a detail in a header.
const DETAIL_CHARS: usize = 2000;
/// The most bytes of the sender's key in the key of a dead letter: AMQP allows 255 for the whole (0-9-1, section
/// 4.2.5.3), and what cannot be published would stay for ever.
const KEY_BYTES: usize = 128;

/// The most bytes of the sender's own headers: with those that are added, all have to fit into one frame (AMQP 0-9-1, section
/// 2.3.5.2), of 128 KiB with RabbitMQ.
const HEADER_BYTES: usize = 64 * 1024;

impl DeadLetter {
    pub(super) fn key(&self) -> String {
        // A key of the sender's own can be as long as the protocol allows.
        let key = &self.routing_key[..self.routing_key.floor_char_boundary(KEY_BYTES)];
        format!("{key}.{}", self.reason)
    }

    /// The original properties with the reasons added as headers `idlcm-…`.
    pub(super) fn headed(&self) -> Properties {
        let mut properties = self.properties.clone();
        // The broker's own counts would be taken for those of the queue of dead letters.
        properties.headers.retain(|name, _| !name.starts_with("x-"));
        let left_out = shed(&mut properties.headers);
        let detail: String = self.detail.chars().take(DETAIL_CHARS).collect();
        let mut head = |name: &str, value: Value| properties.headers.insert(format!("idlcm-{name}"), value);
        head("reason", self.reason.name().into());
        head("detail", detail.into());
        head("attempts", self.attempts.into());
        head("at", self.at.to_string().into());
        head("exchange", self.exchange.as_str().into());
        head("routing-key", self.routing_key.as_str().into());
        if left_out > 0 {
            head("headers-left-out", left_out.into());
        }
        if let Some(recipe) = &self.recipe {
            head("recipe", recipe.as_str().into());
        }
        if let Some(evidence) = &self.evidence {
            head("evidence", evidence.as_str().into());
        }
        properties
    }
}

/// Leaves the longest headers out until the others fit; how many.
fn shed(headers: &mut BTreeMap<String, Value>) -> usize {
    let length = |(name, value): (&String, &Value)| name.len() + value.as_str().map_or(8, str::len) + 8;
    let mut lengths: Vec<(usize, String)> = headers.iter().map(|header| (length(header), header.0.clone())).collect();
    lengths.sort_unstable();
    let mut all: usize = lengths.iter().map(|(length, _)| length).sum();
    let before = headers.len();
    while all > HEADER_BYTES
        && let Some((length, longest)) = lengths.pop()
    {
        headers.remove(&longest);
        all -= length;
    }
    before - headers.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_the_senders_own_never_makes_one_that_the_protocol_does_not_carry() {
        for key in ["acme".to_owned(), "é".repeat(127), "🙂".repeat(63), "x".repeat(255)] {
            let letter = DeadLetter {
                body: Vec::new(),
                properties: Properties::default(),
                exchange: "idlcm.jobs".to_owned(),
                routing_key: key.clone(),
                reason: DeadReason::UnknownIntegration,
                detail: "é".repeat(3000),
                attempts: 0,
                recipe: None,
                evidence: None,
                at: Timestamp::UNIX_EPOCH,
            };
            assert!(super::super::name::short(&letter.key()).is_ok(), "{key}");
            assert!(letter.headed().to_amqp().is_ok(), "{key}");
            assert!(letter.key().ends_with(".unknown_integration"));
        }
    }

    #[test]
    fn headers_of_the_sender_that_leave_no_room_for_the_reasons_are_left_out_from_the_longest_on() {
        let mut headers: BTreeMap<String, Value> =
            [("ticket".to_owned(), "T-1".into()), ("n".to_owned(), 1.into())].into();
        assert_eq!(shed(&mut headers), 0);
        headers
            .extend([("long".to_owned(), "x".repeat(60_000).into()), ("longer".to_owned(), "x".repeat(60_001).into())]);
        assert_eq!(shed(&mut headers), 1);
        assert_eq!(headers.keys().collect::<Vec<_>>(), ["long", "n", "ticket"]);
        let mut many: BTreeMap<String, Value> = (0..10_000).map(|at| (format!("h{at}"), at.into())).collect();
        shed(&mut many);
        assert!((1000..10_000).contains(&many.len()), "{}", many.len());
    }
}
