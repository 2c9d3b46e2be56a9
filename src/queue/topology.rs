//! What has to exist on the broker, as data, and how it is declared, checked and looked at.

use std::fmt;

use lapin::options::{ExchangeDeclareOptions, QueueBindOptions, QueueDeclareOptions, QueueDeleteOptions};
use lapin::types::{AMQPValue, FieldTable};
use lapin::{Channel, ExchangeKind};

use super::name::{self, short};
use super::{Connection, QueueError};
use crate::contract::IntegrationId;

/// After so many milliseconds the broker takes a message away from a worker that has not acknowledged it.
pub const CONSUMER_TIMEOUT_MS: i64 = 3_600_000;

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

/// Everything that has to exist for these integrations, in the order in which it is declared.
pub fn declarations(integrations: &[IntegrationId]) -> Vec<Declaration> {
    use Argument::{Flag, Number, Text};
    let exchange = |name: &str, kind, arguments| Declaration::Exchange { name: name.to_owned(), kind, arguments };
    let queue = |name: &str, kind, arguments| Declaration::Queue { name: name.to_owned(), kind, arguments };
    let binding = |from: &str, to: &str, key: &str| Declaration::Binding {
        exchange: from.to_owned(),
        queue: to.to_owned(),
        key: key.to_owned(),
    };
    // Always a positive limit: without one, 3.10 puts what is given back to the end of the queue, and 4.x drops a
    // message at its 20th delivery. Each look at a message counts as a delivery.
    let never_dropped = ("x-delivery-limit", Number(1_000_000));
    let dies = [
        ("x-delivery-limit", Number(1000)),
        ("x-dead-letter-exchange", Text(name::DEAD)),
        ("x-dead-letter-strategy", Text("at-least-once")),
        ("x-overflow", Text("reject-publish")), // at-least-once dead letters need it
    ];
    let mut all = vec![
        exchange(name::DEAD, Routing::Topic, vec![]),
        queue(name::DEAD, Keeping::Quorum, vec![never_dropped.clone()]),
        binding(name::DEAD, name::DEAD, "#"),
        exchange(name::UNROUTED, Routing::Fanout, vec![]),
        queue(name::UNROUTED, Keeping::Quorum, dies.to_vec()),
        binding(name::UNROUTED, name::UNROUTED, ""),
        exchange(name::RESULTS, Routing::Topic, vec![]),
        queue(name::RESULTS, Keeping::Quorum, vec![never_dropped, ("x-overflow", Text("reject-publish"))]),
        binding(name::RESULTS, name::RESULTS, "result.#"),
        binding(name::RESULTS, name::RESULTS, "event.#"),
        exchange(name::STATE, Routing::Fanout, vec![]),
        // Age is looked at only when a segment is full, and the default segment of 500 MB would hardly ever be.
        queue(
            name::STATE,
            Keeping::Stream,
            vec![("x-max-age", Text("30D")), ("x-stream-max-segment-size-bytes", Number(5_000_000))],
        ),
        binding(name::STATE, name::STATE, ""),
        queue(name::MEMBERS, Keeping::Classic, vec![]),
        exchange(name::JOBS, Routing::Direct, vec![("alternate-exchange", Text(name::UNROUTED))]),
    ];
    for integration in integrations {
        let name = name::job_queue(integration);
        let mut arguments = vec![("x-single-active-consumer", Flag(true))];
        arguments.extend(dies.to_vec());
        arguments.extend([("x-max-length", Number(100_000)), ("x-consumer-timeout", Number(CONSUMER_TIMEOUT_MS))]);
        all.push(queue(&name, Keeping::Quorum, arguments));
        all.push(binding(name::JOBS, &name, integration.as_str()));
    }
    all
}

/// What `apply` did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What did not exist and does now.
    pub created: Vec<String>,
    /// Queues that existed with other settings, were empty and unused, and were declared anew.
    pub replaced: Vec<String>,
    /// What was as it should be.
    pub unchanged: Vec<String>,
    /// What exists with other settings and was left alone.
    pub refused: Vec<Difference>,
}

/// Something that exists with other settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub what: String,
    /// What differs, in the broker's words.
    pub difference: String,
    /// Why it was left alone and what to do.
    pub advice: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.what, self.difference, self.advice)
    }
}

/// Declares everything for these integrations. What exists with other settings is declared anew only if it is a queue
/// that is empty and that nobody consumes from; anything else is left alone and told. Applying twice changes nothing.
///
/// A job that a sender publishes in the instant in which an empty queue is declared anew is lost: change settings while
/// senders are quiet.
///
/// # Errors
/// When the connection is lost or the user may not declare.
pub async fn apply(connection: &Connection, integrations: &[IntegrationId]) -> Result<Report, QueueError> {
    connection.while_open("declaring", declare_all(connection, integrations)).await
}

async fn declare_all(connection: &Connection, integrations: &[IntegrationId]) -> Result<Report, QueueError> {
    let mut report = Report::default();
    let mut applying = Applying { connection, channel: connection.channel().await? };
    for declaration in declarations(integrations) {
        let label = declaration.label();
        if let Declaration::Binding { exchange, queue, key } = &declaration {
            // A route to a queue that was refused above still has its use; making one twice changes nothing.
            applying.bind(exchange, queue, key).await?;
            continue;
        }
        let existing = applying.look(&declaration).await?;
        match (existing, applying.declare(&declaration).await) {
            (None, Ok(())) => report.created.push(label),
            (Some(_), Ok(())) => report.unchanged.push(label),
            (Some(depth), Err(QueueError::Different { reason, .. })) => match refusal(&declaration, depth) {
                None => {
                    applying.replace(&declaration).await?;
                    report.replaced.push(label);
                }
                Some(advice) => report.refused.push(Difference { what: label, difference: reason, advice }),
            },
            (_, Err(error)) => return Err(error),
        }
    }
    Ok(report)
}

fn refusal(declaration: &Declaration, depth: Depth) -> Option<String> {
    match declaration {
        Declaration::Queue { kind: Keeping::Stream, .. } => Some(
            "it holds suspensions and marks of running jobs; stop all workers and delete it to change it".to_owned(),
        ),
        Declaration::Queue { .. } if depth.messages > 0 => {
            Some(format!("it holds {} messages; let the workers empty it first", depth.messages))
        }
        Declaration::Queue { .. } if depth.consumers > 0 => {
            Some(format!("it has {} consumers that may hold messages; stop them first", depth.consumers))
        }
        Declaration::Queue { .. } => None,
        Declaration::Exchange { .. } | Declaration::Binding { .. } => {
            Some("an exchange is not replaced, since it would lose its routes; delete it to change it".to_owned())
        }
    }
}

/// How much is in a queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Depth {
    /// Messages that are ready to be delivered; those that a worker holds are not counted.
    pub messages: u32,
    /// Consumers. A queue with a single active consumer does not tell how many wait behind it.
    pub consumers: u32,
}

/// A channel that is opened again after each refusal, since the protocol closes a channel with its first error.
struct Applying<'a> {
    connection: &'a Connection,
    channel: Channel,
}

impl Applying<'_> {
    async fn reopened(&mut self) -> Result<&Channel, QueueError> {
        if !self.channel.status().connected() {
            self.channel = self.connection.channel().await?;
        }
        Ok(&self.channel)
    }

    /// `None` if it does not exist.
    async fn look(&mut self, declaration: &Declaration) -> Result<Option<Depth>, QueueError> {
        let channel = self.reopened().await?;
        match look(channel, declaration).await {
            Ok(depth) => Ok(Some(depth)),
            Err(QueueError::Missing { .. }) => Ok(None),
            // An exchange of the same name and another kind; declaring it tells the difference.
            Err(QueueError::Different { .. }) => Ok(Some(Depth::default())),
            Err(error) => Err(error),
        }
    }

    async fn declare(&mut self, declaration: &Declaration) -> Result<(), QueueError> {
        let channel = self.reopened().await?;
        let told = |e: lapin::Error| QueueError::sort(declaration.label(), &e);
        match declaration {
            Declaration::Exchange { name, kind, arguments } => {
                let options = ExchangeDeclareOptions { durable: true, ..ExchangeDeclareOptions::default() };
                channel.exchange_declare(short(name)?, kind.into(), options, table(arguments)?).await.map_err(told)
            }
            Declaration::Queue { name, kind, arguments } => {
                let mut arguments = arguments.clone();
                arguments.push(("x-queue-type", Argument::Text(kind.name())));
                let options = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
                channel.queue_declare(short(name)?, options, table(&arguments)?).await.map_err(told)?;
                Ok(())
            }
            Declaration::Binding { exchange, queue, key } => self.bind(exchange, queue, key).await,
        }
    }

    async fn bind(&mut self, exchange: &str, queue: &str, key: &str) -> Result<(), QueueError> {
        let channel = self.reopened().await?;
        channel
            .queue_bind(
                short(queue)?,
                short(exchange)?,
                short(key)?,
                QueueBindOptions::default(),
                FieldTable::default(),
            )
            .await
            .map_err(|e| QueueError::sort(format!("binding {exchange} -> {queue}"), &e))
    }

    async fn replace(&mut self, declaration: &Declaration) -> Result<(), QueueError> {
        if let Declaration::Queue { name, .. } = declaration {
            // Quorum queues refuse `if-empty` and `if-unused`, so both were looked at just before.
            self.reopened()
                .await?
                .queue_delete(short(name)?, QueueDeleteOptions::default())
                .await
                .map_err(|e| QueueError::sort(declaration.label(), &e))?;
        }
        self.declare(declaration).await
    }
}

async fn look(channel: &Channel, declaration: &Declaration) -> Result<Depth, QueueError> {
    let told = |e: lapin::Error| QueueError::sort(declaration.label(), &e);
    match declaration {
        Declaration::Exchange { name, kind, .. } => {
            let options = ExchangeDeclareOptions { passive: true, durable: true, ..ExchangeDeclareOptions::default() };
            channel.exchange_declare(short(name)?, kind.into(), options, FieldTable::default()).await.map_err(told)?;
            Ok(Depth::default())
        }
        Declaration::Queue { name, .. } => {
            let options = QueueDeclareOptions { passive: true, durable: true, ..QueueDeclareOptions::default() };
            let queue = channel.queue_declare(short(name)?, options, FieldTable::default()).await.map_err(told)?;
            Ok(Depth { messages: queue.message_count(), consumers: queue.consumer_count() })
        }
        Declaration::Binding { .. } => Ok(Depth::default()),
    }
}

/// Looks, without declaring anything, whether everything that all workers need exists.
///
/// # Errors
/// [`QueueError::Missing`] for the first thing that does not; otherwise when the connection is lost.
pub async fn check(connection: &Connection) -> Result<(), QueueError> {
    let looking = async {
        let channel = connection.channel().await?;
        for declaration in declarations(&[]) {
            look(&channel, &declaration).await?;
        }
        close(&channel).await;
        Ok(())
    };
    connection.while_open("looking at the queues", looking).await
}

/// A queue as `idlcm queue status` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueStatus {
    /// Its name.
    pub name: String,
    /// What is in it; `None` if it does not exist.
    pub depth: Option<Depth>,
}

/// How much is in each queue of these integrations, and in those that all share.
///
/// # Errors
/// When the connection is lost or the user may not look.
pub async fn status(connection: &Connection, integrations: &[IntegrationId]) -> Result<Vec<QueueStatus>, QueueError> {
    let looking = async {
        let mut looking = Applying { connection, channel: connection.channel().await? };
        let mut queues = Vec::new();
        for declaration in declarations(integrations) {
            let depth = looking.look(&declaration).await?;
            if let Declaration::Queue { name, .. } = declaration {
                queues.push(QueueStatus { name, depth });
            }
        }
        close(&looking.channel).await;
        Ok(queues)
    };
    connection.while_open("looking at the queues", looking).await
}

pub(super) async fn close(channel: &Channel) {
    if channel.status().connected()
        && let Err(error) = channel.close(200, "done".into()).await
    {
        tracing::debug!(%error, "closing a channel");
    }
}

impl Keeping {
    fn name(self) -> &'static str {
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

fn table(arguments: &[(&'static str, Argument)]) -> Result<FieldTable, QueueError> {
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
