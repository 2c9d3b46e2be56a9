//! Messages as the rest of the program sees them: plain values, and a channel on which a delivery is settled.

use std::collections::BTreeMap;
use std::time::Instant;

use jiff::Timestamp;
use lapin::BasicProperties;
use lapin::types::{AMQPValue, FieldTable};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::oneshot;

use super::QueueError;
use super::name::short;
use crate::contract::{TRACEPARENT, TraceParent};

/// The `type` of a job's message.
pub const JOB_TYPE: &str = crate::contract::JOB_SCHEMA;
/// The header of a dead letter that was sent again: how many attempts were made before.
pub(super) const REPLAY_HEADER: &str = "idlcm-replay";
/// The `type` of a result's message.
pub const RESULT_TYPE: &str = crate::contract::RESULT_SCHEMA;

/// What stands beside the body of a message. Priority, expiration, user and cluster ids are neither read nor written:
/// a priority would halt a queue with a single active consumer, an expiration would drop a job in silence.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Properties {
    /// A job's id.
    pub message_id: Option<String>,
    /// The sender's own id for the exchange of messages; copied to the results.
    pub correlation_id: Option<String>,
    /// The routing key for results.
    pub reply_to: Option<String>,
    /// The kind of message and its version: `idlcm.job/1`.
    pub kind: Option<String>,
    /// When it was sent, in whole seconds.
    pub timestamp: Option<Timestamp>,
    /// Texts, numbers and truth values; others are left out, and so is a `traceparent` that is none.
    pub headers: BTreeMap<String, Value>,
}

impl Properties {
    pub(super) fn from_amqp(properties: &BasicProperties) -> Self {
        let text = |value: &Option<lapin::types::ShortString>| value.as_ref().map(ToString::to_string);
        let headers = properties.headers().iter().flat_map(lapin::types::FieldTable::inner);
        Self {
            message_id: text(properties.message_id()),
            correlation_id: text(properties.correlation_id()),
            reply_to: text(properties.reply_to()),
            kind: text(properties.kind()),
            timestamp: properties
                .timestamp()
                .and_then(|seconds| i64::try_from(seconds).ok())
                .and_then(|seconds| Timestamp::from_second(seconds).ok()),
            headers: headers
                .filter_map(|(name, value)| Some((name.to_string(), header(value)?)))
                .filter(|(name, value)| name != TRACEPARENT || is_trace_parent(value))
                .collect(),
        }
    }

    /// For a message that outlives the broker.
    pub(super) fn to_amqp(&self) -> Result<BasicProperties, QueueError> {
        let mut properties = BasicProperties::default()
            .with_content_type("application/json".into())
            .with_delivery_mode(2)
            .with_headers(headers(&self.headers)?);
        if let Some(text) = &self.message_id {
            properties = properties.with_message_id(short(text)?);
        }
        if let Some(text) = &self.correlation_id {
            properties = properties.with_correlation_id(short(text)?);
        }
        if let Some(text) = &self.reply_to {
            properties = properties.with_reply_to(short(text)?);
        }
        if let Some(text) = &self.kind {
            properties = properties.with_type(short(text)?);
        }
        if let Some(seconds) = self.timestamp.and_then(|time| u64::try_from(time.as_second()).ok()) {
            properties = properties.with_timestamp(seconds);
        }
        Ok(properties)
    }

    /// How many attempts at the job were made before it was sent again, as a dead letter; 0 for one that never died.
    pub fn attempts_before(&self) -> u32 {
        self.count(REPLAY_HEADER).map_or(0, |count| u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// The trace that the message belongs to, by its header.
    pub fn trace_parent(&self) -> Option<TraceParent> {
        self.text(TRACEPARENT)?.parse().ok()
    }

    /// Makes the message a part of that trace.
    pub(super) fn trace(&mut self, parent: Option<&TraceParent>) {
        if let Some(parent) = parent {
            self.headers.insert(TRACEPARENT.to_owned(), parent.as_str().into());
        }
    }

    pub(super) fn text(&self, header: &str) -> Option<&str> {
        self.headers.get(header).and_then(Value::as_str)
    }

    pub(super) fn count(&self, header: &str) -> Option<u64> {
        self.headers.get(header).and_then(Value::as_u64)
    }
}

fn is_trace_parent(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.parse::<TraceParent>().is_ok())
}

fn header(value: &AMQPValue) -> Option<Value> {
    Some(match value {
        AMQPValue::Boolean(flag) => Value::from(*flag),
        AMQPValue::ShortShortInt(number) => Value::from(*number),
        AMQPValue::ShortShortUInt(number) => Value::from(*number),
        AMQPValue::ShortInt(number) => Value::from(*number),
        AMQPValue::ShortUInt(number) => Value::from(*number),
        AMQPValue::LongInt(number) => Value::from(*number),
        AMQPValue::LongUInt(number) => Value::from(*number),
        AMQPValue::LongLongInt(number) => Value::from(*number),
        AMQPValue::Timestamp(seconds) => Value::from(*seconds),
        AMQPValue::ShortString(text) => Value::from(text.to_string()),
        AMQPValue::LongString(text) => Value::from(text.to_string()),
        _ => return None,
    })
}

fn headers(values: &BTreeMap<String, Value>) -> Result<FieldTable, QueueError> {
    let mut table = FieldTable::default();
    for (name, value) in values {
        let value = match value {
            Value::Bool(flag) => AMQPValue::Boolean(*flag),
            Value::Number(number) => match number.as_i64() {
                Some(whole) => AMQPValue::LongLongInt(whole),
                None => AMQPValue::LongString(number.to_string().into()),
            },
            Value::String(text) => AMQPValue::LongString(text.as_str().into()),
            Value::Null | Value::Array(_) | Value::Object(_) => continue,
        };
        table.insert(short(name)?, value);
    }
    Ok(table)
}

/// A message that was delivered and waits to be settled. Dropping it leaves it unsettled: it goes back to its place in
/// the queue when the subscription is closed.
#[derive(Debug)]
pub struct Incoming {
    /// The body, as it was sent.
    pub body: Vec<u8>,
    /// What stands beside it.
    pub properties: Properties,
    /// To which exchange it was sent.
    pub exchange: String,
    /// With which routing key.
    pub routing_key: String,
    /// Whether it was delivered before, to anybody.
    pub redelivered: bool,
    /// How often it was given back so far.
    pub delivery_count: u64,
    /// When it arrived here.
    pub arrived: Instant,
    /// Where it is settled.
    pub settle: oneshot::Sender<Settle>,
}

/// What is to be done with a delivered message. There is one thing to do: a message is either acknowledged, or left
/// alone until its subscription is closed. Giving a single one back (`nack`) would let later ones pass it.
#[derive(Debug)]
pub enum Settle {
    /// It is done with. Answered with whether the broker was told: `false` means that it will be delivered again.
    Ack(oneshot::Sender<bool>),
}

impl Incoming {
    /// The trace that the message belongs to: by its header, else by what it says in `origin`.
    pub fn trace_parent(&self) -> Option<TraceParent> {
        self.properties.trace_parent().or_else(|| TraceParent::of_job(&self.body))
    }

    /// Tells the broker that the message is done with. `false` means that the lease was lost before: the message will be
    /// delivered again, to whoever holds the lease then.
    pub async fn ack(self) -> bool {
        acknowledge(self.settle).await
    }
}

/// As [`Incoming::ack`], for whoever has taken the message apart.
pub async fn acknowledge(settle: oneshot::Sender<Settle>) -> bool {
    let (reply, answer) = oneshot::channel();
    settle.send(Settle::Ack(reply)).is_ok() && answer.await.unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRACE: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    #[test]
    fn properties_read_back_as_they_were_written() {
        let properties = Properties {
            message_id: Some("a".to_owned()),
            correlation_id: Some("b".to_owned()),
            reply_to: Some("reply.c".to_owned()),
            kind: Some(JOB_TYPE.to_owned()),
            timestamp: Some(Timestamp::from_second(1_700_000_000).unwrap()),
            headers: [
                ("traceparent".to_owned(), Value::from(TRACE)),
                ("attempt".to_owned(), Value::from(3)),
                ("replayed".to_owned(), Value::from(true)),
            ]
            .into(),
        };
        assert_eq!(Properties::from_amqp(&properties.to_amqp().unwrap()), properties);
    }

    #[test]
    fn a_traceparent_that_is_none_is_left_out() {
        for (written, read) in [
            (Value::from(TRACE), TRACE.parse().ok()),
            (Value::from(TRACE.to_uppercase()), None),
            (Value::from("00-1-2-01"), None),
            (Value::from(1), None),
        ] {
            let headers = [("traceparent".to_owned(), written), ("attempt".to_owned(), Value::from(3))].into();
            let properties = Properties { headers, ..Properties::default() };
            let properties = Properties::from_amqp(&properties.to_amqp().unwrap());
            assert_eq!(properties.trace_parent(), read);
            assert_eq!(properties.headers.len(), if read.is_some() { 2 } else { 1 });
        }
    }

    #[test]
    fn a_name_that_the_protocol_cannot_carry_is_an_error() {
        let properties = Properties { correlation_id: Some("x".repeat(256)), ..Properties::default() };
        assert!(matches!(properties.to_amqp(), Err(QueueError::TooLong { .. })));
    }
}
