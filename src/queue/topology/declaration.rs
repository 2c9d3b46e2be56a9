//! Something that has to exist on the broker, as data.

use lapin::ExchangeKind;
use lapin::types::{AMQPValue, FieldTable};

use super::super::QueueError;
use super::super::name::short;

/// Something that has to exist on the broker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Declaration {
    /// An exchange.
    Exchange {
        /// Its name.
        name: String,
        /// How it routes.
        kind: Routing,
        /// Its arguments.
        arguments: Vec<(&'static str, Argument)>,
    },
    /// A queue or stream. All are durable.
    Queue {
        /// Its name.
        name: String,
        /// How it keeps messages.
        kind: Keeping,
        /// Its arguments besides the kind.
        arguments: Vec<(&'static str, Argument)>,
    },
    /// A route from an exchange to a queue.
    Binding {
        /// From which exchange.
        exchange: String,
        /// To which queue.
        queue: String,
        /// For which routing keys.
        key: String,
    },
}

/// How an exchange routes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Routing {
    /// By equal keys.
    Direct,
    /// To every queue.
    Fanout,
    /// By patterns of keys.
    Topic,
}

/// How a queue keeps messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Replicated, on disk.
    Quorum,
    /// Replicated, on disk, read many times.
    Stream,
    /// On one node; for a queue that stays empty.
    Classic,
}

/// The value of an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A name or length of time.
    Text(&'static str),
    /// A count, of bytes or milliseconds or messages.
    Number(i64),
    /// On or off.
    Flag(bool),
}

impl Declaration {
    /// Its name, for people.
    pub fn label(&self) -> String {
        match self {
            Self::Exchange { name, .. } => format!("exchange {name}"),
            Self::Queue { name, kind: Keeping::Stream, .. } => format!("stream {name}"),
            Self::Queue { name, .. } => format!("queue {name}"),
            Self::Binding { exchange, queue, key } => format!("binding {exchange} -> {queue} ({key})"),
        }
    }
}

impl Keeping {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Quorum => "quorum",
            Self::Stream => "stream",
            Self::Classic => "classic",
        }
    }
}

impl From<&Routing> for ExchangeKind {
    fn from(kind: &Routing) -> Self {
        match kind {
            Routing::Direct => Self::Direct,
            Routing::Fanout => Self::Fanout,
            Routing::Topic => Self::Topic,
        }
    }
}

/// Arguments as the protocol takes them.
pub(super) fn table(arguments: &[(&'static str, Argument)]) -> Result<FieldTable, QueueError> {
    let mut table = FieldTable::default();
    for (name, value) in arguments {
        let value = match value {
            Argument::Text(text) => AMQPValue::LongString((*text).into()),
            Argument::Number(number) => AMQPValue::LongLongInt(*number),
            Argument::Flag(flag) => AMQPValue::Boolean(*flag),
        };
        table.insert(short(name)?, value);
    }
    Ok(table)
}
